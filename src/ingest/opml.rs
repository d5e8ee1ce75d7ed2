//! Lists of feeds as OPML, which readers of feeds exchange.
//!
//! Folders become labels ('Berita/Daerah') and labels folders. Source: opml.org/spec2.opml.

use quick_xml::escape::escape;

use super::charset::{self, Declares};
use super::feed::tree::{Element, parse, repaired};
use super::fetch::{feed_address, web_address};
use crate::text::sanitise;

/// A feed in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub address: String,
    pub title: String,
    pub site: Option<String>,
    /// Folders it is in, each as a path with `/` between.
    pub labels: Vec<String>,
}

/// The feeds in `bytes`, each once, in their order; nothing, where there is no list in them.
///
/// What is no address of the web is left out, with how many there were.
pub fn read(bytes: &[u8]) -> Option<(Vec<Entry>, usize)> {
    let text = charset::decode(bytes, None, Declares::Xml);
    let text = repaired(text.trim_start());
    let document = parse(&text);
    let root = document.find(&["opml", "body", "outline"])?;
    let mut list = List::default();
    list.read(root, "");
    Some((list.entries, list.left_out))
}

#[derive(Default)]
struct List {
    entries: Vec<Entry>,
    left_out: usize,
}

impl List {
    fn read(&mut self, element: &Element, folder: &str) {
        for child in &element.children {
            let address = child.attribute("xmlurl").map(str::trim);
            match address {
                Some(address) => self.add(child, address, folder),
                None if child.name == "outline" => self.read(child, &inside(folder, child)),
                None if child.name == "body" => self.read(child, folder),
                None => {}
            }
            // Some writers nest feeds in feeds.
            if address.is_some() {
                self.read(child, folder);
            }
        }
    }

    fn add(&mut self, outline: &Element, address: &str, folder: &str) {
        let Ok(address) = feed_address(address).map(String::from) else {
            self.left_out += 1;
            return;
        };
        let mut labels: Vec<String> = Some(folder.to_owned()).filter(|folder| !folder.is_empty()).into_iter().collect();
        let categories = outline.attribute("category").unwrap_or_default().split(',');
        labels.extend(categories.map(|path| label(path.trim().trim_matches('/'))).filter(|label| !label.is_empty()));
        match self.entries.iter_mut().find(|entry| entry.address == address) {
            Some(known) => labels.into_iter().for_each(|label| push_new(&mut known.labels, label)),
            None => {
                let mut entry = Entry { address, title: name(outline), site: site(outline), labels: Vec::new() };
                labels.into_iter().for_each(|label| push_new(&mut entry.labels, label));
                self.entries.push(entry);
            }
        }
    }
}

fn push_new(labels: &mut Vec<String>, label: String) {
    if !labels.contains(&label) {
        labels.push(label);
    }
}

fn name(outline: &Element) -> String {
    let named = ["title", "text"].into_iter().filter_map(|name| outline.attribute(name));
    named.map(sanitise::clean_line).find(|name| !name.is_empty()).unwrap_or_default()
}

fn site(outline: &Element) -> Option<String> {
    outline.attribute("htmlurl").and_then(|site| web_address(site).ok()).map(String::from)
}

/// The folder `outline` inside `folder`. One without a name adds nothing; a `/` in a name would be another folder.
fn inside(folder: &str, outline: &Element) -> String {
    let name = name(outline).replace('/', "∕");
    match (folder, name.as_str()) {
        (folder, "") => folder.to_owned(),
        ("", name) => name.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    }
}

/// A path of folders as it is kept: clean, without empty parts.
pub fn label(path: &str) -> String {
    let parts = path.split('/').map(sanitise::clean_line).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("/")
}

/// A list of `entries` as OPML 2.0. A feed with several labels stands in each of their folders.
pub fn write(entries: &[Entry]) -> String {
    let mut root = Folder::default();
    for entry in entries {
        if entry.labels.is_empty() {
            root.entries.push(entry);
        }
        for label in &entry.labels {
            label.split('/').fold(&mut root, |folder, name| folder.inside(name)).entries.push(entry);
        }
    }
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head><title>linimasa</title></head>\n  <body>\n",
    );
    root.write(&mut text, 2);
    text.push_str("  </body>\n</opml>\n");
    text
}

#[derive(Default)]
struct Folder<'a> {
    folders: Vec<(&'a str, Folder<'a>)>,
    entries: Vec<&'a Entry>,
}

impl<'a> Folder<'a> {
    fn inside(&mut self, name: &'a str) -> &mut Folder<'a> {
        let at = self.folders.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.folders.push((name, Folder::default()));
            self.folders.len() - 1
        });
        &mut self.folders[at].1
    }

    fn write(&self, text: &mut String, depth: usize) {
        let indent = "  ".repeat(depth);
        for entry in &self.entries {
            let title = if entry.title.is_empty() { &entry.address } else { &entry.title };
            let (title, address) = (escape(title.as_str()), escape(entry.address.as_str()));
            text.push_str(&format!(
                "{indent}<outline type=\"rss\" text=\"{title}\" title=\"{title}\" xmlUrl=\"{address}\""
            ));
            if let Some(site) = &entry.site {
                text.push_str(&format!(" htmlUrl=\"{}\"", escape(site.as_str())));
            }
            text.push_str("/>\n");
        }
        for (name, folder) in &self.folders {
            text.push_str(&format!("{indent}<outline text=\"{}\">\n", escape(*name)));
            folder.write(text, depth + 1);
            text.push_str(&format!("{indent}</outline>\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(address: &str, title: &str, labels: &[&str]) -> Entry {
        let labels = labels.iter().map(|&label| label.to_owned()).collect();
        Entry { address: address.to_owned(), title: title.to_owned(), site: None, labels }
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let entries = [
            entry("https://a.example/rss?x=1&y=\"2\"", "A & <B>", &[]),
            Entry { site: Some("https://c.example/".to_owned()), ..entry("https://c.example/rss", "C", &["Berita"]) },
            entry("https://d.example/rss", "D", &["Berita", "Berita/Daerah", "Lain"]),
        ];
        let (read, left_out) = read(write(&entries).as_bytes()).unwrap();
        assert_eq!((read.len(), left_out), (3, 0));
        assert_eq!(read[0].title, "A & <B>");
        assert_eq!(read[1], entries[1]);
        assert_eq!(read[2], entries[2]);
    }

    #[test]
    fn lists_of_others_are_read_whatever_is_wrong_with_them() {
        let (found, left_out) = read(
            b"<opml><head><title>x & y</title></head><body>\
              <outline text='Berita'><outline text='Daerah&nbsp;Timur'>\
              <outline XMLURL=' https://a.example/rss?a=1&b=2 ' text='A'/></outline>\
              <outline text='again' xmlUrl='https://a.example/rss?a=1&amp;b=2#atas' category='/Lain,Berita/Daerah Timur'/>\
              </outline>\
              <outline xmlUrl='file:///etc/passwd'/><outline xmlUrl=''/>\
              <outline title='a/b'><outline xmlUrl='http://b.example'></outline>\
              <outline xmlUrl='feed://b.example/'/>",
        )
        .unwrap();
        assert_eq!(left_out, 2);
        let expected = [
            entry("https://a.example/rss?a=1&b=2", "A", &["Berita/Daerah Timur", "Berita", "Lain"]),
            entry("http://b.example/", "", &["a∕b"]),
        ];
        assert_eq!(found, expected);
        assert_eq!(read(b"<html><p>nothing</p></html>"), None);
        assert_eq!(read(b""), None);
        assert_eq!(read(b"<opml version='2.0'><body/></opml>"), Some((vec![], 0)));
    }

    #[test]
    fn a_list_that_is_nested_without_end_is_read_as_far_as_makes_sense() {
        let deep = format!("<opml><body>{}<outline xmlUrl='http://a.example/'/>", "<outline text='x'>".repeat(100_000));
        assert!(read(deep.as_bytes()).is_some());
    }
}
