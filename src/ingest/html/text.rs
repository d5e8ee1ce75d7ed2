//! Text as it comes out of a page.

use crate::model::{Block, Link, Span};

/// The text of a page or of a part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// One paragraph per line.
    pub body: String,
    pub paragraphs: Vec<Span>,
    /// One for each paragraph.
    pub blocks: Vec<Block>,
    /// In order, none across paragraphs.
    pub links: Vec<Link>,
}

impl Text {
    /// The text with only those paragraphs that `keep` says, asked by number.
    pub(crate) fn retain(&self, keep: impl Fn(usize) -> bool) -> Text {
        let mut kept = Text::default();
        for (index, &paragraph) in self.paragraphs.iter().enumerate().filter(|&(index, _)| keep(index)) {
            if !kept.body.is_empty() {
                kept.body.push('\n');
            }
            let start = kept.body.len();
            kept.body.push_str(paragraph.of(&self.body));
            kept.paragraphs.push(Span::new(start, kept.body.len()));
            kept.blocks.push(self.blocks[index]);
            let moved = |at: usize| at - paragraph.start + start;
            let links = self.links_in(paragraph);
            kept.links.extend(
                links
                    .map(|link| Link { span: Span::new(moved(link.span.start), moved(link.span.end)), ..link.clone() }),
            );
        }
        kept
    }

    pub(super) fn links_in(&self, paragraph: Span) -> impl Iterator<Item = &Link> {
        let first = self.links.partition_point(|link| link.span.start < paragraph.start);
        self.links[first..].iter().take_while(move |link| link.span.end <= paragraph.end)
    }
}
