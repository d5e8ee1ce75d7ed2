//! Elements to paragraphs: the text of an article with what each paragraph is and where its words lead.

mod line;

use dom_query::NodeRef;

use super::inline::is_inline;
use super::text::Text;
use crate::ingest::address::Base;
use crate::model::{Block, Link, Span};
use line::Line;

/// The text in `nodes`, one after the other.
pub(super) fn render(nodes: &[NodeRef], base: &Base) -> Text {
    let mut renderer = Renderer { base, text: Text::default(), line: Line::default(), kinds: Vec::new(), link: None };
    for node in nodes {
        renderer.node(node);
        renderer.flush();
    }
    renderer.text
}

struct Renderer<'a> {
    base: &'a Base,
    text: Text,
    line: Line,
    /// What the paragraphs within the elements around are, the innermost last.
    kinds: Vec<Block>,
    /// Where the element around leads.
    link: Option<String>,
}

impl Renderer<'_> {
    fn node(&mut self, node: &NodeRef) {
        if node.is_text() {
            let (text, link) = (node.text(), self.link.take());
            if self.line.is_ended_by(&text) && !matches!(self.kinds.last(), Some(Block::Heading(_) | Block::Row)) {
                self.flush();
            }
            self.line.push(&text, link.as_deref());
            self.link = link;
        } else if let Some(name) = node.node_name() {
            self.element(node, &name);
        } else {
            self.children(node);
        }
    }

    fn element(&mut self, node: &NodeRef, name: &str) {
        match name {
            "br" => self.line_break(),
            // The Times of India sets paragraphs apart by these.
            "span" if node.class().is_some_and(|names| names.split(' ').any(|it| it == "br")) => self.flush(),
            "a" => self.anchor(node),
            "ul" | "ol" => self.list(node, name == "ol"),
            "tr" => self.row(node),
            "pre" => self.verbatim(node),
            "blockquote" => self.within(Block::Quote, node),
            "figcaption" => self.within(Block::Caption, node),
            "h1" => self.within(Block::Heading(1), node),
            "h2" => self.within(Block::Heading(2), node),
            "h3" => self.within(Block::Heading(3), node),
            "h4" => self.within(Block::Heading(4), node),
            "h5" => self.within(Block::Heading(5), node),
            "h6" => self.within(Block::Heading(6), node),
            "script" | "style" | "template" | "head" | "title" | "textarea" | "select" => {}
            "wbr" => {}
            // White space may stand at either end of a picture.
            "img" | "input" => self.line.is_apart = true,
            _ if is_inline(name) => self.children(node),
            // 'JAKARTA - ' may stand before the first paragraph rather than in it.
            "p" if self.line.is_dateline() => {
                self.line.is_apart = true;
                self.children(node);
                self.flush();
            }
            _ => {
                self.flush();
                self.children(node);
                self.flush();
            }
        }
    }

    fn children(&mut self, node: &NodeRef) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    /// The paragraphs in `node` are `kind`.
    fn within(&mut self, kind: Block, node: &NodeRef) {
        self.flush();
        self.kinds.push(kind);
        self.children(node);
        self.flush();
        self.kinds.pop();
    }

    fn anchor(&mut self, node: &NodeRef) {
        if is_note_mark(node) {
            return;
        }
        let address = node.attr("href").and_then(|written| self.base.resolve(&written));
        let around = std::mem::replace(&mut self.link, address);
        self.children(node);
        self.link = around;
    }

    /// Two breaks part paragraphs, and so does one behind the end of a sentence or of an item that is counted by hand; else it
    /// is where a line did not fit.
    fn line_break(&mut self) {
        let ends = self.line.text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', ':', ';']);
        if self.line.has_break || ends {
            self.flush();
        } else {
            self.line.has_break = true;
            self.line.is_apart = true;
            self.line.parts = (self.line.parts.1, self.line.text.len());
        }
    }

    fn list(&mut self, node: &NodeRef, counts: bool) {
        self.flush();
        let start = node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1_u32);
        let mut number = start;
        for child in node.children_it(false) {
            if child.has_name("li") {
                self.item(&child, counts.then_some(number));
                number = number.saturating_add(1);
            } else {
                self.node(&child);
            }
        }
        self.flush();
    }

    /// Only the first paragraph of an item is marked as one.
    fn item(&mut self, node: &NodeRef, number: Option<u32>) {
        self.flush();
        let before = self.text.blocks.len();
        self.within(Block::Item(number), node);
        for block in self.text.blocks.iter_mut().skip(before + 1) {
            if *block == Block::Item(number) && number.is_some() {
                *block = Block::Paragraph;
            }
        }
    }

    /// A row of cells is a line; a table that only places things is not seen.
    fn row(&mut self, node: &NodeRef) {
        const MOST_CELL_BYTES: usize = 80;
        self.flush();
        let cells: Vec<NodeRef> =
            node.children().into_iter().filter(|it| it.has_name("td") || it.has_name("th")).collect();
        let holds_blocks = |cell: &NodeRef| {
            let is_block = |it: &NodeRef| it.node_name().is_some_and(|name| !is_inline(&name) && &*name != "a");
            let blocks = cell.descendants_it().filter(is_block).take(2).count();
            // Some editors put a paragraph into each cell.
            blocks > 1 || blocks == 1 && cell.text().trim().len() > MOST_CELL_BYTES
        };
        if let [mark, cell] = cells.as_slice()
            && let Some(number) = list_mark(&mark.text())
        {
            return self.item(cell, number);
        }
        if cells.len() < 2 || cells.iter().any(holds_blocks) {
            return self.children(node);
        }
        self.kinds.push(Block::Row);
        let filled = cells.iter().filter(|cell| !cell.text().trim().is_empty());
        for (index, cell) in filled.enumerate() {
            if index > 0 {
                self.line.push(" | ", None);
            }
            self.cell(cell);
        }
        self.flush();
        self.kinds.pop();
    }

    /// What stands in a cell, without the paragraph around it.
    fn cell(&mut self, node: &NodeRef) {
        for child in node.children_it(false) {
            match child.node_name() {
                Some(name) if is_inline(&name) || &*name == "a" => self.node(&child),
                Some(_) => self.cell(&child),
                None => self.node(&child),
            }
        }
    }

    fn verbatim(&mut self, node: &NodeRef) {
        self.flush();
        self.kinds.push(Block::Verbatim);
        for line in node.text().lines() {
            self.line.push(line, None);
            self.flush();
        }
        self.kinds.pop();
    }

    /// Ends the paragraph, if there is anything in it.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.text.is_empty() {
            return;
        }
        if !self.text.body.is_empty() {
            self.text.body.push('\n');
        }
        let start = self.text.body.len();
        self.text.body.push_str(&line.text);
        self.text.paragraphs.push(Span::new(start, self.text.body.len()));
        self.text.blocks.push(self.kinds.last().copied().unwrap_or_default());
        let moved = |link: Link| Link { span: Span::new(link.span.start + start, link.span.end + start), ..link };
        self.text.links.extend(line.links.into_iter().map(moved));
    }
}

/// Whether a link is the number of a note elsewhere on the page.
fn is_note_mark(link: &NodeRef) -> bool {
    let text = link.text();
    let number = text.trim().trim_matches(['[', ']', '(', ')', '↩', '^']);
    link.attr("href").is_some_and(|it| it.starts_with('#'))
        && number.len() <= 3
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'*')
}

/// What a cell before another one says that this is, if it is an item of a list: '1.', 'b.', '-'.
fn list_mark(cell: &str) -> Option<Option<u32>> {
    let mark = cell.trim().strip_suffix(['.', ')']);
    match (mark, cell.trim()) {
        (_, "-" | "–" | "•" | "*" | "·") => Some(None),
        (Some(number), _) if number.len() <= 2 && number.parse::<u32>().is_ok() => Some(number.parse().ok()),
        (Some(letter), _) if letter.len() == 1 => letter
            .bytes()
            .next()
            .filter(u8::is_ascii_alphabetic)
            .map(|byte| Some(u32::from(byte.to_ascii_lowercase() - b'a') + 1)),
        _ => None,
    }
}
