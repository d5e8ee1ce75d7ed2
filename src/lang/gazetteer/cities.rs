//! `cities.tsv`: a city to a line, for there are thousands of them and all say the same.

use super::PlaceKind;
use super::entry::{Entry, PlaceEntry};
use super::sources::SourceError;
use crate::model::EntityKind;

/// The cities of `text`; lines that begin with `#` are left out.
pub(super) fn entries(file: &str, text: &str) -> Result<Vec<Entry>, SourceError> {
    let error = |number: usize, line: &str| SourceError {
        file: file.to_owned(),
        message: format!("line {number}: expected the columns that the head tells, but found `{line}`"),
    };
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.starts_with('#'));
    lines.map(|(number, line)| city(line).ok_or_else(|| error(number, line))).collect()
}

/// Name, other spellings, country, degrees north and east, people, and whether it is risky.
fn city(line: &str) -> Option<Entry> {
    let mut columns = line.split('\t');
    let [name, spellings, country, north, east, people] = std::array::from_fn(|_| columns.next().unwrap_or(""));
    let risky = columns.next().unwrap_or("");
    people.parse::<u32>().ok()?;
    if name.is_empty() || !matches!(risky, "" | "risky") || columns.next().is_some() {
        return None;
    }
    let spellings = spellings.split('|').filter(|spelling| !spelling.is_empty());
    let mut entry = Entry::new(EntityKind::Place, [name].into_iter().chain(spellings));
    entry.forms.iter_mut().for_each(|form| form.risky = !risky.is_empty());
    let coordinates = Some((north.parse().ok()?, east.parse().ok()?));
    entry.place = Some(PlaceEntry { kind: PlaceKind::Other, country: country.to_owned(), coordinates });
    Some(entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_city_and_what_is_wrong_is_told() {
        let good = "# head\nSiirt\t\tTR\t37.93\t41.94\t114034\nŞişli\tSisli\tTR\t41.06\t28.99\t274289\trisky";
        let cities = entries("cities.tsv", good).unwrap();
        let forms: Vec<(&str, bool)> =
            cities.iter().flat_map(|city| &city.forms).map(|form| (form.text.as_str(), form.risky)).collect();
        assert_eq!(forms, [("Siirt", false), ("Şişli", true), ("Sisli", true)]);
        for bad in
            ["Siirt", "Siirt\t\tTR\tx\t41.94\t114034", "\t\tTR\t37.93\t41.94\t114034", "Siirt\t\tTR\t1\t2\t3\tperhaps"]
        {
            assert!(entries("cities.tsv", bad).unwrap_err().to_string().contains("line 1"), "{bad}");
        }
    }
}
