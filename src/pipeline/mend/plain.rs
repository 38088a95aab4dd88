//! A model without errors in; the characters of its files that are made plain as they are read anyway, each with the plain one,
//! out.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use crate::check::folded;
use crate::diag::{At, Failure, FileId, Place, Sink};
use crate::load::{Changed, ContentFile, Locator, Sources, load_with, text_of};
use crate::model::Model;
use crate::text::unfolded;
use crate::yaml::quoted;

use super::edits::{Edit, apply};

/// The edits by file. After them every file holds the records that it held before, or it is left as it is.
pub(super) fn edits(
    model: &Model,
    sources: &Sources,
    changed: &Changed,
) -> Result<BTreeMap<PathBuf, Vec<Edit>>, Failure> {
    let mut locators: HashMap<FileId, Option<Locator>> = HashMap::new();
    let mut edits: BTreeMap<PathBuf, Vec<Edit>> = BTreeMap::new();
    folded(model, &mut |place: Place| {
        let path = &sources.files[place.file.0 as usize];
        let locator = locators.entry(place.file).or_insert_with(|| {
            let text = match changed.get(path) {
                Some(Some(text)) => text.clone(),
                _ => text_of(&sources.root, path),
            };
            // Most files have nothing to make plain, and their places are not looked up. What is lost is not written back.
            let is_odd = !text.contains('\u{fffd}') && !unfolded(&text).is_empty();
            is_odd.then(|| Locator::new(path, text.into()))
        });
        let Some(locator) = locator else { return };
        let span = match &place.at {
            At::File => 0..locator.text().len(),
            at => match locator.whole(at) {
                Some(span) => span,
                None => return,
            },
        };
        let found = edits_of(locator, span, place.at == At::File);
        edits.entry(path.clone()).or_default().extend(found);
    });
    keep_same(edits, sources, changed)
}

/// The edits of one text.
fn edits_of(locator: &Locator, span: std::ops::Range<usize>, is_page: bool) -> Vec<Edit> {
    let Some(old) = locator.text().get(span.clone()) else { return Vec::new() };
    let each = unfolded(old).into_iter().map(|(at, c, plain)| {
        let start = span.start + at;
        Edit { span: start..start + c.len_utf8(), text: plain.to_string(), code: None }
    });
    let each: Vec<Edit> = each.collect();
    let is_plain = !is_page && !locator.is_table() && !old.starts_with(['"', '\'', '|', '>']) && !old.contains('\n');
    let new: String = if is_plain { apply(old, shifted(&each, span.start)).0 } else { String::new() };
    // A word of full width is a text where the same in ASCII may be a number.
    if !each.is_empty() && is_plain && crate::yaml::flow(&new) != new && crate::yaml::plain_or_quoted(&new) != new {
        return vec![Edit { span, text: quoted(&new), code: None }];
    }
    each
}

fn shifted(edits: &[Edit], by: usize) -> Vec<Edit> {
    let shift = |edit: &Edit| Edit { span: edit.span.start - by..edit.span.end - by, ..edit.clone() };
    edits.iter().map(shift).collect()
}

/// Leaves out the edits of files that would hold something else after them.
fn keep_same(
    mut edits: BTreeMap<PathBuf, Vec<Edit>>,
    sources: &Sources,
    changed: &Changed,
) -> Result<BTreeMap<PathBuf, Vec<Edit>>, Failure> {
    edits.retain(|_, edits| !edits.is_empty());
    if edits.is_empty() {
        return Ok(edits);
    }
    let mut after = changed.clone();
    for (path, edits) in &edits {
        let text = match changed.get(path) {
            Some(Some(text)) => text.clone(),
            _ => text_of(&sources.root, path),
        };
        after.insert(path.clone(), Some(apply(&text, edits.clone()).0));
    }
    let (before, after) = (held(sources, changed, &edits)?, held(sources, &after, &edits)?);
    edits.retain(|path, _| before.get(path).is_some_and(|held| after.get(path) == Some(held)));
    Ok(edits)
}

/// What files hold, in a form that can be compared.
fn held(
    sources: &Sources,
    changed: &Changed,
    of: &BTreeMap<PathBuf, Vec<Edit>>,
) -> Result<HashMap<PathBuf, String>, Failure> {
    let read = load_with(&sources.root, changed, &mut Sink::new())?;
    let documents = read.documents.iter().map(|(file, document)| (&read.files[file.0 as usize], document));
    let wanted = documents.filter(|(path, _)| of.contains_key(*path));
    let shown = |document: &ContentFile| match document {
        // A page keeps the text of its file as well.
        ContentFile::Page(page) => format!("{}\n{}", page.title, page.body),
        document => format!("{document:?}"),
    };
    Ok(wanted.map(|(path, document)| (path.clone(), shown(document))).collect())
}
