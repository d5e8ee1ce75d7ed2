//! Text that came cut into words: two or more columns, the word first, as annotated text has them.
//!
//! The words are put together to text that the program reads as it reads any other, with each sentence a paragraph;
//! where every word went is kept. Words are one space apart, marks as well: whether those stand close to the words beside
//! them, as in running text, makes no difference to the names that are found, measured on the dev parts of the data, and
//! so words cannot run together. What the other columns mean is no matter of this module.

use std::ops::Range;

use crate::model::{Article, ColumnLine, Columns, Span};

/// How a line begins that begins a document. Source: the data of CoNLL-2003.
const DOCUMENT_START: &str = "-DOCSTART-";

/// The article that the words of `text` make, and what its lines are.
///
/// Columns are parted by a tab, by white space where a line has none. A blank line ends a sentence; a line with `#` first
/// and without a tab is a comment; `-DOCSTART-` begins a document.
///
/// ```
/// use linimasa::ingest::columns::parse;
/// let (article, columns) = parse("Kim\tB-PER\ntiba\tO\n.\tO\n\nIa\tO\npergi\tO\n".to_owned());
/// assert_eq!(article.body, "Kim tiba .\nIa pergi");
/// assert_eq!(columns.words().nth(2).map(|(word, told)| (word.of(&article.body), told)), Some((".", "O")));
/// ```
pub fn parse(text: String) -> (Article, Columns) {
    let mut parser = Parser::default();
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let line = Span::new(at, at + whole.trim_end_matches(['\r', '\n']).len());
        at += whole.len();
        parser.line(line, &text);
    }
    parser.end_document();
    let Parser { body, paragraphs, lines, documents, .. } = parser;
    (Article { body, paragraphs, ..Article::default() }, Columns { text, lines, documents })
}

#[derive(Default)]
struct Parser {
    body: String,
    paragraphs: Vec<Span>,
    lines: Vec<ColumnLine>,
    documents: Vec<Range<usize>>,
    /// Where the sentence began in the body, if it has a word yet.
    sentence: Option<usize>,
}

impl Parser {
    fn line(&mut self, line: Span, text: &str) {
        let written = line.of(text);
        if written.starts_with(DOCUMENT_START) {
            self.end_document();
        } else if written.trim().is_empty() {
            self.end_sentence();
        } else if !written.starts_with('#') || written.contains('\t') {
            let (word, told) = columns(line, text);
            let span = self.push(word.of(text));
            self.lines.push(ColumnLine::Word { span, told });
            return;
        }
        self.lines.push(ColumnLine::Other(line));
    }

    /// Appends a word to the body and returns where it went.
    fn push(&mut self, word: &str) -> Span {
        if !self.body.is_empty() {
            self.body.push(if self.sentence.is_some() { ' ' } else { '\n' });
        }
        let span = Span::new(self.body.len(), self.body.len() + word.len());
        self.body.push_str(word);
        self.sentence.get_or_insert(span.start);
        span
    }

    fn end_sentence(&mut self) {
        let sentence = self.sentence.take().map(|start| Span::new(start, self.body.len()));
        self.paragraphs.extend(sentence.filter(|sentence| !sentence.is_empty()));
    }

    fn end_document(&mut self) {
        self.end_sentence();
        let document = self.documents.last().map_or(0, |document| document.end)..self.paragraphs.len();
        self.documents.extend(Some(document).filter(|document| !document.is_empty()));
    }
}

/// The first column and the last; the last is empty where there is but one.
fn columns(line: Span, text: &str) -> (Span, Span) {
    let has_tab = line.of(text).contains('\t');
    let line = if has_tab { line } else { line.trim(text) };
    let parts = |c: char| if has_tab { c == '\t' } else { c.is_whitespace() };
    let written = line.of(text);
    let word = Span::new(line.start, line.start + written.find(parts).unwrap_or(written.len()));
    let last = written.rsplit(parts).next().filter(|last| last.len() < written.len()).unwrap_or("");
    (word, Span::new(line.end - last.len(), line.end))
}
