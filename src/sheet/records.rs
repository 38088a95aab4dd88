//! A record and the cells that changed in, the edits of its YAML out; the cells of a new row in, its record out.

use crate::diag::Step;
use crate::edit::{Edit, Value};

use super::cell::{form, settled, texts, values};
use super::form::{Column, Leaf, SheetForm};
use super::keys::keys;

/// Cells of a row by column: what each says now; `None` where the workbook lacks the column.
pub(super) type Cells<'c> = Vec<Option<&'c str>>;

/// Puts what cells say into a record. `changed` are the columns whose cells say something else than the record.
pub(super) fn fill(of: &SheetForm, record: &mut Value, cells: &Cells<'_>, changed: &[usize]) {
    let mut done: Vec<&[String]> = Vec::new();
    for index in changed {
        let column = &of.columns[*index];
        if done.contains(&column.path.as_slice()) {
            continue;
        }
        done.push(&column.path);
        let old = record.at(&steps(&column.path)).cloned();
        let old = old.or_else(|| bare(record, column));
        // The other languages of the same text.
        let siblings = || of.columns.iter().zip(cells).zip(0..).filter(|((other, _), _)| other.path == column.path);
        let new = match (&column.leaf, column.many) {
            (Leaf::Text, false) => {
                let forms = siblings().filter(|((..), at)| changed.contains(at));
                forms.fold(old, |text, ((column, cell), _)| {
                    set_form(text, column.lang.as_deref().unwrap_or("zh"), cell.unwrap_or_default())
                })
            }
            (Leaf::Text, true) => {
                let forms: Vec<(&str, Vec<Option<String>>)> = siblings()
                    .filter_map(|((column, cell), _)| Some((column.lang.as_deref()?, texts(&settled((*cell)?)))))
                    .collect();
                joined(old.as_ref(), &forms)
            }
            (_, true) => {
                let new = values(column, &settled(cells[*index].unwrap_or_default()));
                Some(Value::List(new.into_iter().map(|value| as_before(old.as_ref(), value)).collect()))
                    .filter(|list| !list.is_empty())
            }
            (_, false) => {
                let new = values(column, &settled(cells[*index].unwrap_or_default())).into_iter().next();
                new.map(|new| match (&old, new, &column.leaf) {
                    // A string that the file has without quotes stays so where it can.
                    (Some(Value::Word(_)), Value::Text(text), Leaf::String | Leaf::Name) if is_word(&text) => {
                        Value::Word(text)
                    }
                    (_, new, _) => new,
                })
            }
        };
        put(record, &column.path, new);
    }
}

/// The number of a phone that is written as its number alone.
fn bare(record: &Value, column: &Column) -> Option<Value> {
    let is_scalar = matches!(record, Value::Text(_) | Value::Word(_));
    (is_scalar && column.path.len() == 1 && column.path[0] == "number").then(|| record.clone())
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '-' || c == '.')
}

/// A text with another form in one language; `None` where that leaves it without any.
fn set_form(text: Option<Value>, lang: &str, cell: &str) -> Option<Value> {
    let cell = settled(cell);
    let cell = match text.as_ref().and_then(|text| form(text, lang)) {
        // A block of lines goes on ending in a line end.
        Some(old) if old.ends_with('\n') && !cell.is_empty() => format!("{cell}\n"),
        _ => cell,
    };
    let mut forms = match text {
        Some(Value::Map(forms)) => forms,
        Some(bare @ (Value::Text(_) | Value::Word(_))) if !super::cell::is_null(&bare) => {
            if lang == "zh" {
                return (!cell.is_empty()).then_some(Value::Text(cell));
            }
            vec![("zh".to_owned(), bare)]
        }
        _ => Vec::new(),
    };
    match forms.iter_mut().find(|(have, _)| have == lang) {
        Some(_) if cell.is_empty() => forms.retain(|(have, _)| have != lang),
        Some((_, old)) => *old = Value::Text(cell),
        None if cell.is_empty() => {}
        None if lang == "zh" => forms.insert(0, (lang.to_owned(), Value::Text(cell))),
        None => forms.push((lang.to_owned(), Value::Text(cell))),
    }
    (!forms.is_empty()).then_some(Value::Map(forms))
}

/// Texts joined from the lines of their columns, an entry that is as before written as before.
fn joined(old: Option<&Value>, forms: &[(&str, Vec<Option<String>>)]) -> Option<Value> {
    let old: &[Value] = match old {
        Some(Value::List(old)) => old,
        _ => &[],
    };
    let count = forms.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let mut entries = Vec::new();
    for index in 0..count {
        let said = |(lang, lines): &(&str, Vec<Option<String>>)| {
            let text = lines.get(index)?.clone()?;
            Some(((*lang).to_owned(), Value::Text(text)))
        };
        let new: Vec<(String, Value)> = forms.iter().filter_map(said).collect();
        let is = |old: &&Value| {
            forms.iter().all(|(lang, _)| {
                let new = new.iter().find(|(have, _)| have == lang).map(|(_, text)| text);
                let new = match new {
                    Some(Value::Text(text)) => Some(settled(text)),
                    _ => None,
                };
                form(old, lang).map(settled) == new
            })
        };
        if let Some(old) = old.get(index).filter(is).or_else(|| old.iter().find(is)) {
            entries.push(old.clone());
        } else if let Some(Value::Map(before)) = old.get(index).filter(|_| old.len() == count) {
            // The entry that stood here, with what is new in it.
            let before = Some(Value::Map(before.clone()));
            let text = |lang: &str| new.iter().find(|(have, _)| have == lang).map(|(_, text)| text);
            let changed = forms.iter().fold(before, |entry, (lang, _)| match text(lang) {
                Some(Value::Text(text))
                    if entry.as_ref().and_then(|entry| form(entry, lang)).map(settled) != Some(settled(text)) =>
                {
                    set_form(entry, lang, text)
                }
                Some(_) => entry,
                None => set_form(entry, lang, ""),
            });
            entries.extend(changed);
        } else if let [(lang, text)] = &new[..] {
            let bare = lang == "zh" && old.first().is_some_and(|old| !matches!(old, Value::Map(_)));
            entries.push(if bare { text.clone() } else { Value::Map(new.clone()) });
        } else if !new.is_empty() {
            entries.push(Value::Map(new));
        }
    }
    (!entries.is_empty()).then_some(Value::List(entries))
}

/// A value that the list had, as it had it.
fn as_before(old: Option<&Value>, new: Value) -> Value {
    let text = |value: &Value| match value {
        Value::Text(text) | Value::Word(text) => Some(text.clone()),
        _ => None,
    };
    let Some(Value::List(old)) = old else { return new };
    old.iter().find(|old| text(old).is_some() && text(old) == text(&new)).cloned().unwrap_or(new)
}

fn steps(path: &[String]) -> Vec<Step> {
    path.iter().map(|key| Step::key(key)).collect()
}

/// Puts a value at the end of a path, or takes it out with what it leaves empty.
pub(super) fn put(record: &mut Value, path: &[String], value: Option<Value>) {
    let Some((key, rest)) = path.split_first() else { return };
    if !matches!(record, Value::Map(_)) {
        let old = record.clone();
        match (key.as_str(), value) {
            ("number", Some(value)) => *record = value,
            (_, Some(value)) => *record = Value::Map(vec![("number".into(), old), (key.clone(), value)]),
            (_, None) => {}
        }
        return;
    }
    let Value::Map(entries) = record else { return };
    if rest.is_empty() {
        match (entries.iter_mut().find(|(have, _)| have == key), value) {
            (Some((_, old)), Some(value)) => *old = value,
            (Some(_), None) => entries.retain(|(have, _)| have != key),
            (None, Some(value)) => entries.push((key.clone(), value)),
            (None, None) => {}
        }
        return;
    }
    if let Some((_, inner)) = entries.iter_mut().find(|(have, _)| have == key) {
        put(inner, rest, value);
        if inner.is_empty() {
            entries.retain(|(have, _)| have != key);
        }
    } else if value.is_some() {
        let mut inner = Value::Map(Vec::new());
        put(&mut inner, rest, value);
        entries.push((key.clone(), inner));
    }
}

/// The edits that make one value of another.
pub(super) fn diff(old: &Value, new: &Value, at: &[Step], of: &str, edits: &mut Vec<Edit>) {
    if same(old, new) {
        return;
    }
    let under = |step: Step| at.iter().cloned().chain([step]).collect::<Vec<Step>>();
    match (old, new) {
        (Value::Map(old), Value::Map(new)) => {
            for (key, value) in old {
                match new.iter().find(|(have, _)| have == key) {
                    Some((_, new)) => diff(value, new, &under(Step::key(key)), "", edits),
                    None => edits.push(Edit::Remove { at: under(Step::key(key)) }),
                }
            }
            for (key, value) in new.iter().filter(|(key, _)| old.iter().all(|(have, _)| have != key)) {
                let order = keys(of);
                let order = if order.is_empty() { inner_keys(key, old) } else { order };
                let before = order.iter().take_while(|one| *one != key).map(|one| (*one).to_owned()).collect();
                edits.push(Edit::Add { at: at.to_vec(), key: key.clone(), value: value.clone(), after: before });
            }
        }
        (Value::List(old), Value::List(new)) if old.len() == new.len() => {
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                diff(old, new, &under(Step::Index(index as u32)), "", edits);
            }
        }
        (Value::List(old), Value::List(new)) => {
            let front = old.iter().zip(new).take_while(|(old, new)| same(old, new)).count();
            let most = old.len().min(new.len()) - front;
            let back =
                old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| same(old, new)).count();
            let both = (old.len() - front - back).min(new.len() - front - back);
            for index in front..front + both {
                diff(&old[index], &new[index], &under(Step::Index(index as u32)), "", edits);
            }
            for index in (front + both..old.len() - back).rev() {
                edits.push(Edit::Remove { at: under(Step::Index(index as u32)) });
            }
            for (index, value) in new.iter().enumerate().take(new.len() - back).skip(front + both) {
                edits.push(Edit::Insert { at: at.to_vec(), index, value: value.clone() });
            }
        }
        (_, new) => edits.push(Edit::Set { at: at.to_vec(), value: new.clone() }),
    }
}

/// The order of keys of a value in a record: that of a text, of a place in the paper.
fn inner_keys(key: &str, have: &[(String, Value)]) -> &'static [&'static str] {
    let is = |of: &&str| {
        let keys = keys(of);
        keys.contains(&key) && have.iter().all(|(have, _)| keys.contains(&&**have))
    };
    [
        "Source",
        "Limit",
        "Range",
        "Amount",
        "Multiple",
        "Schedule",
        "Case",
        "Change",
        "TimeLimit",
        "TimeLimits",
        "Defaults",
        "Account",
    ]
    .iter()
    .find(|of| is(of))
    .map_or(&["zh", "en"], |of| keys(of))
}

/// Whether values are written the same: a word is no text here.
fn same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Text(old), Value::Text(new)) | (Value::Word(old), Value::Word(new)) => old == new,
        (Value::Text(old), Value::Word(new)) | (Value::Word(old), Value::Text(new)) => old == new,
        (Value::List(old), Value::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (Value::Map(old), Value::Map(new)) => {
            old.len() == new.len()
                && old.iter().all(|(key, value)| new.iter().any(|(have, new)| have == key && same(value, new)))
        }
        _ => false,
    }
}
