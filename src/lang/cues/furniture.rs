//! `furniture.toml`: words by which a line shows that it is no part of the article.

use serde::Deserialize;

use crate::lang::phrases::Phrases;
use crate::lang::words::Words;
use crate::model::FurnitureKind;

/// The tables of furniture of one pack.
#[derive(Clone, Debug, Default)]
pub struct FurnitureCues {
    pub marks: Phrases<FurnitureMark>,
    pub words: Phrases<FurnitureWord>,
    /// With which letters the call signs of stations begin, where those are credits ('KWTV').
    pub call_signs: String,
    /// What pages put into sentences for readers who do not see them (', opens new tab'), in small letters as it is written.
    pub inserted: Vec<String>,
}

/// How a phrase shows that a line is no part of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FurnitureMark {
    pub kind: FurnitureKind,
    pub place: MarkPlace,
    /// What it adds to the line's score; at 10 the line is furniture.
    pub weight: u32,
}

/// Where in its line a mark counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkPlace {
    Start,
    End,
    Anywhere,
    /// Where nothing but marks stands beside it.
    Alone,
}

/// What a word is in furniture; it proves nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FurnitureWord {
    /// A word of buttons ('share').
    Control,
    /// A word of menus, or one that joins those of buttons ('politics', 'this'): beside buttons, or in a row of its kind.
    Section,
    /// The first word of a menu ('home').
    Root,
    /// A word in the label of a link ('read' in 'Now read: ...').
    Label,
    /// What somebody at an outlet is ('correspondent').
    Role,
    /// What stands beside names and roles: desks, places of work, joining words ('environment', 'in').
    Desk,
    /// An outlet behind a byline's dash ('Bisnis').
    Outlet,
    /// That somebody reported, behind their name ('reported from').
    Reported,
    /// What speaks to the reader, or of the outlet itself ('your').
    Reader,
    /// What stands beside the hours of a clock ('gmt', 'ago').
    Clock,
    /// The first word of what a picture shows to those who do not see it ('two').
    Depicted,
    /// A word of what is told and not shown ('was').
    Told,
    /// The first word of a heading below which nothing is the article ('comments').
    Closing,
    /// Leads to who sends it out, in the heading over what they are ('About Doctors Without Borders').
    About,
    /// The label of what somebody pays for, with its title below ('sponsored').
    Sponsored,
}

/// The file as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct FurnitureFile {
    #[serde(rename = "call-signs")]
    call_signs: String,
    inserted: Vec<String>,
    mark: Vec<MarkFile>,
    words: Vec<WordsFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkFile {
    kind: FurnitureKind,
    place: MarkPlace,
    weight: u32,
    phrases: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    of: FurnitureWord,
    phrases: Vec<String>,
}

pub(crate) fn compile(file: &FurnitureFile, words: &mut Words) -> FurnitureCues {
    let mut cues = FurnitureCues {
        call_signs: file.call_signs.clone(),
        inserted: file.inserted.clone(),
        ..FurnitureCues::default()
    };
    for mark in &file.mark {
        let value = FurnitureMark { kind: mark.kind, place: mark.place, weight: mark.weight };
        mark.phrases.iter().for_each(|phrase| cues.marks.insert(words, phrase, value));
    }
    for list in &file.words {
        list.phrases.iter().for_each(|phrase| cues.words.insert(words, phrase, list.of));
    }
    cues
}
