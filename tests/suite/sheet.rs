//! The round trip of a list through a workbook: what is not changed keeps its bytes, a changed cell is a changed value.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use qingdan::load::list_files;
use qingdan::sheet::{Compared, compare, is_own, workbook};
use serde_json::Value;

use crate::support::synth::random::Random;
use crate::support::workbook::Cells;
use crate::support::{folder, repository, scratch};

/// A list: its id and its files.
pub type Files = Vec<(PathBuf, String)>;

/// The lists of the repository: the real ones, those of every form, one with a table.
fn lists() -> Vec<(String, Files)> {
    let mut lists = Vec::new();
    for content in ["content", "tests/sites/forms/content", "tests/rules/base"] {
        let content = repository(content);
        for entry in std::fs::read_dir(content.join("lists")).expect("lists") {
            let name = folder::name(&entry.expect("an entry").path());
            lists.push(list_files(&content, &name).expect("a list"));
        }
    }
    let whole = scratch::folder();
    folder::copy(&repository("tests/rules/base"), whole.path());
    folder::copy(&repository("tests/rules/accepted-table-of-items"), whole.path());
    lists.push(list_files(whole.path(), "shiqiao-market").expect("a list"));
    lists.sort();
    assert!(lists.len() >= 20, "{}", lists.len());
    lists
}

fn unchanged(list: &str, compared: &Compared) {
    assert!(compared.changes.is_empty() && compared.files.is_empty(), "{list}: {:?}", compared.changes);
    assert!(compared.findings.is_empty() && !compared.stale, "{list}: {:?}", compared.findings);
}

#[test]
fn a_list_comes_back_as_it_was() {
    for (id, files) in lists() {
        let written = workbook(&id, &files).expect("a workbook");
        assert!(written.too_long.is_empty() && written.rows > 0, "{id}");
        unchanged(&id, &compare(&id, &files, "list.xlsx", &written.bytes).expect("the same list"));
        // The same bytes whatever the time.
        assert!(workbook(&id, &files).expect("a workbook").bytes == written.bytes, "{id}");
    }
}

#[test]
fn a_workbook_of_the_program_is_known_with_its_list() {
    let (id, files) = list_files(&repository("tests/rules/base"), "shiqiao-market").expect("a list");
    let bytes = workbook(&id, &files).expect("a workbook").bytes;
    assert_eq!(is_own(&bytes), Some(id));
    // Without the hidden sheet, and of somebody else.
    let mut cells = Cells::read(&bytes);
    assert_eq!(is_own(&cells.write()).as_deref(), Some("shiqiao-market"));
    cells.0.retain(|(name, _)| name != "_qingdan");
    assert_eq!(is_own(&cells.write()), None);
    assert_eq!(is_own(b"no workbook"), None);
}

/// Every workbook is opened and saved by LibreOffice, which `tests/run` installs.
#[test]
#[ignore = "takes LibreOffice; tests/run runs it"]
fn a_list_comes_back_as_it_was_from_libreoffice() {
    let soffice = std::env::var_os("PATH").and_then(|path| {
        std::env::split_paths(&path).map(|folder| folder.join("soffice")).find(|program| program.is_file())
    });
    let soffice = soffice.expect("LibreOffice");
    let root = scratch::folder();
    let lists = lists();
    let mut command = Command::new(soffice);
    command.arg(format!("-env:UserInstallation=file://{}", root.path().join("profile").display()));
    command
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(root.path().join("saved"));
    for (index, (id, files)) in lists.iter().enumerate() {
        let path = root.path().join(format!("{index}.xlsx"));
        std::fs::write(&path, workbook(id, files).expect("a workbook").bytes).expect("a file");
        command.arg(path);
    }
    let output = command.env("HOME", root.path()).output().expect("LibreOffice starts");
    for (index, (id, files)) in lists.iter().enumerate() {
        let saved = std::fs::read(root.path().join(format!("saved/{index}.xlsx")));
        let saved = saved.unwrap_or_else(|error| panic!("{id}: {error}; {output:?}"));
        unchanged(id, &compare(id, files, "list.xlsx", &saved).expect("the same list"));
    }
}

/// Every value of the files of a list by its place. A text without languages is Chinese, a phone alone is its number.
fn leaves(files: &Files) -> BTreeMap<String, String> {
    fn walk(value: &Value, place: String, out: &mut BTreeMap<String, String>) {
        match value {
            Value::Object(map) => map.iter().for_each(|(key, value)| walk(value, format!("{place}.{key}"), out)),
            Value::Array(all) => {
                all.iter().enumerate().for_each(|(at, value)| walk(value, format!("{place}.{at}"), out))
            }
            value => {
                let place = place.trim_end_matches(".zh").trim_end_matches(".number").to_owned();
                out.insert(place, value.as_str().map_or_else(|| value.to_string(), |text| text.trim_end().to_owned()));
            }
        }
    }
    let mut out = BTreeMap::new();
    for (path, text) in files {
        if path.extension().is_some_and(|extension| extension == "csv") {
            for (at, record) in csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes())
                .records()
                .enumerate()
            {
                for (place, cell) in record.expect("a record").iter().enumerate() {
                    out.insert(format!("{}:{at}.{place}", path.display()), cell.trim().to_owned());
                }
            }
            continue;
        }
        let value: Value =
            serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{}: {error}\n{text}", path.display()));
        walk(&value, path.display().to_string(), &mut out);
    }
    out
}

/// The files with what changed.
fn after(files: &Files, compared: &Compared) -> Files {
    let now = |(path, text): &(PathBuf, String)| {
        let text = compared.files.get(path).map_or_else(|| text.clone(), |text| text.clone().expect("a text"));
        (path.clone(), text)
    };
    files.iter().map(now).collect()
}

/// Lines that differ, of the old and of the new text.
fn differing(old: &str, new: &str) -> (usize, usize) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let front = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    (old.len() - front - back, new.len() - front - back)
}

#[test]
fn five_hundred_changed_cells_are_five_hundred_changed_values() {
    const EDITS: usize = 500;
    let lists: Vec<(String, Files, Cells, BTreeMap<String, String>)> = lists()
        .into_iter()
        .map(|(id, files)| {
            let cells = Cells::read(&workbook(&id, &files).expect("a workbook").bytes);
            let leaves = leaves(&files);
            (id, files, cells, leaves)
        })
        .collect();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || loop {
        let turn = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        if turn >= EDITS {
            return;
        }
        // The large lists take their part, the small ones the most.
        let mut random = Random::new(20_150_330, turn as u64);
        let (id, files, cells, before) = &lists[random.below(lists.len())];
        let mut cells = cells.clone();
        let (place, old, new) = change(&mut cells, &mut random);
        let compared = compare(id, files, "list.xlsx", &cells.write()).expect("the same list");
        let say = format!("{id} {place}: {old:?} to {new:?}");
        assert!(compared.findings.is_empty(), "{say}: {:?}", compared.findings);
        assert_eq!(compared.changes.len(), 1, "{say}: {:?}", compared.changes);
        assert_eq!(compared.changes[0].place, place, "{say}");
        assert_eq!(compared.files.len(), 1, "{say}");
        let now = after(files, &compared);
        let after = leaves_of(&now);
        let differs = |place: &&String| before.get(*place) != after.get(*place);
        let places: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).filter(differs).collect();
        assert_eq!(places.len(), 1, "{say}: {places:?}");
        for ((_, old_text), (_, new_text)) in files.iter().zip(&now) {
            let (removed, added) = differing(old_text, new_text);
            let lines = 2 + old.lines().count().max(new.lines().count());
            assert!(removed <= lines && added <= lines, "{say}: {removed} lines became {added}");
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
}

fn leaves_of(files: &Files) -> BTreeMap<String, String> {
    leaves(files)
}

/// Changes a cell of a workbook: its name, what it said, what it says.
fn change(cells: &mut Cells, random: &mut Random) -> (String, String, String) {
    loop {
        let sheet = random.below(cells.0.len());
        let (name, rows) = &mut cells.0[sheet];
        if name == "_qingdan" || rows.len() < 2 {
            continue;
        }
        let row = 1 + random.below(rows.len() - 1);
        let is_head = name == "清单";
        let first =
            if is_head { 1 } else { 1 + usize::from(rows[0].get(1).is_some_and(|heading| heading == "所属")) };
        let column = if is_head { 1 } else { first + random.below(rows[0].len() - first) };
        if is_head && rows[row][0] == "编号" {
            continue;
        }
        let old = rows[row][column].clone();
        let several = old.contains('\n');
        let new = match random.below(8) {
            // A column of the head or of a table of items that nothing stands in is no cell of the list.
            0 if !old.is_empty() && !several && !is_head => String::new(),
            1 | 2 if old.is_empty() => "新".to_owned(),
            1 if !several && old.chars().any(|c| c > '\u{2e80}') => format!("{old}\n另起一行：见 a, b: {{c}} # d"),
            _ if old.is_empty() => continue,
            2 => format!("{old}改"),
            3 => format!("{old}0"),
            4 if !several => format!("改：{old} # \"x\""),
            _ => format!("{old}（改）"),
        };
        // A line more is an entry more where a cell has several: that is one value as well.
        let place = format!("{name}!{}{}", qingdan::import::document::column_name(column as u32), row + 1);
        rows[row][column].clone_from(&new);
        return (place, old, new);
    }
}

#[test]
fn too_long_a_text_stays_in_the_file() {
    let content = repository("tests/rules/base");
    let (id, mut files) = list_files(&content, "shiqiao-market").expect("a list");
    let long = "量".repeat(40_000);
    let services = files.iter_mut().find(|(path, _)| path.ends_with("services.yaml")).expect("services");
    let at = services.1.find("zh: ").expect("a text") + 4;
    services.1.insert_str(at, &long);
    let written = workbook(&id, &files).expect("a workbook");
    assert_eq!(written.too_long.len(), 1, "{:?}", written.too_long);
    unchanged(&id, &compare(&id, &files, "list.xlsx", &written.bytes).expect("the same list"));
}
