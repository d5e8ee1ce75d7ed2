//! Entities for people and `grep`: one to a line, fields parted by tabs.

use std::io::{self, Write};

use super::{Naming, on_one_line};

/// The kind, the name, how often it is named, in which other forms.
pub(super) fn write(naming: &Naming, out: &mut dyn Write) -> io::Result<()> {
    for id in naming.entities() {
        let entity = &naming.analysis.entities[id];
        let (kind, name) = (entity.kind.name(), on_one_line(&entity.name));
        let forms = naming.other_forms(entity).join(" · ");
        writeln!(out, "{kind}\t{name}\t{}\t{forms}", entity.mentions.len())?;
    }
    Ok(())
}
