//! Items whose column of the legal basis stands as printed in; the same with the citations that are read in it out.
//!
//! What is taken apart by hand goes before: a basis that the author wrote is left alone. A citation that is read counts like
//! any other, on the page of its law, in the tables, in what changed since; the page of the item shows the column itself.

use crate::cite::Reader;
use crate::model::{Account, Basis, Lang, Law, Model, Text};

/// Reads the columns of all lists.
pub(super) fn read_bases(model: &mut Model, reader: &Reader) {
    let Model { laws, lists, .. } = model;
    for list in lists {
        for item in &mut list.items {
            read(&mut item.basis, item.basis_as_printed.as_ref(), laws, reader);
            read(&mut item.duties_basis, item.duties_basis_as_printed.as_ref(), laws, reader);
            item.accountability.iter_mut().for_each(|account| of_account(account, laws, reader));
        }
        list.accounts.iter_mut().for_each(|account| of_account(account, laws, reader));
    }
}

fn of_account(account: &mut Account, laws: &[Law], reader: &Reader) {
    read(&mut account.basis, account.basis_as_printed.as_ref(), laws, reader);
}

/// Fills a basis that the author left out: each law once, with its articles in the order of the text.
fn read(basis: &mut Vec<Basis>, printed: Option<&Text>, laws: &[Law], reader: &Reader) {
    let Some(text) = printed.and_then(|text| text.get(Lang::ZH)).filter(|_| basis.is_empty()) else { return };
    for mention in reader.read(text) {
        let Some(law) = mention.law.map(|law| &laws[crate::model::Position::get(law)].id) else { continue };
        let at = basis.iter().position(|have| have.law == *law).unwrap_or_else(|| {
            basis.push(Basis {
                law: law.clone(),
                articles: vec![],
                as_printed: None,
                quote: None,
                note: None,
                read: true,
            });
            basis.len() - 1
        });
        for articles in mention.articles {
            if !basis[at].articles.contains(&articles) {
                basis[at].articles.push(articles);
            }
        }
    }
}
