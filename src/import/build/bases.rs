//! A cell that names laws in; the citations of a record, and what of the cell they do not say, out.

use crate::cite::{Certainty, Mention, Reader};
use crate::model::{Basis, Id, Lang, Law, Model, Position};

/// What a cell cites.
#[derive(Debug, Default)]
pub struct Cited {
    /// The citations.
    pub bases: Vec<Basis>,
    /// The whole cell, where it says more than they do.
    pub rest: Option<String>,
}

/// Reads a cell of legal basis.
pub fn cited(model: &Model, reader: &Reader, text: &str) -> Cited {
    let mut cited = Cited::default();
    let mut left: Vec<char> = text.chars().collect();
    let mut open = false;
    for mention in reader.read(text) {
        match law(model, &mention) {
            Some(law) => {
                cited.bases.push(Basis {
                    law,
                    articles: mention.articles.clone(),
                    as_printed: Some(mention.text.split_whitespace().collect()),
                    quote: None,
                    note: None,
                    read: false,
                });
                left[mention.start..mention.end].fill(' ');
            }
            None => open = true,
        }
    }
    let more = left.iter().filter(|c| c.is_alphanumeric()).count();
    if open || more > 6 || cited.bases.is_empty() && !text.trim().is_empty() {
        cited.rest = Some(text.to_owned());
    }
    cited
}

/// The law that a mention names, by its title where the register has it or a stub will.
fn law(model: &Model, mention: &Mention) -> Option<Id> {
    let titled = |title: &str| Id::new(&format!("《{title}》"));
    match mention.certainty {
        Certainty::Ambiguous => None,
        Certainty::Unregistered => mention.title.as_deref().map(titled),
        _ => {
            let law: &Law = model.laws.get(mention.law?.get())?;
            Some(law.title.get(Lang::ZH).map(titled).unwrap_or_else(|| law.id.clone()))
        }
    }
}

/// Titles that a text cites and no register has.
pub fn unregistered(reader: &Reader, text: &str, found: &mut Vec<String>) {
    for mention in reader.read(text) {
        if mention.certainty == Certainty::Unregistered {
            let number = mention.document_number.as_ref().map(|number| number.normalized.clone());
            if let Some(title) = mention.title.or(number).filter(|title| !found.contains(title)) {
                found.push(title);
            }
        }
    }
}
