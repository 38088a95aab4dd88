//! The documentation: pages of the rules as their codes say, examples that can be read, links that lead somewhere.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use qingdan::diag::Code;
use qingdan::load::HEADINGS;
use qingdan::pipeline::{SOURCES, codes};

use crate::support::folder::{self, Tree};
use crate::support::{blocks, keys, repository, snapshot};

#[test]
fn pages_of_the_rules_are_what_the_codes_say() {
    let mut pages: Tree = codes().iter().map(|code| (format!("{}.md", code.id), page(code).into_bytes())).collect();
    pages.insert("README.md".into(), index(&codes()).into_bytes());
    snapshot::report(snapshot::compare_folder(&repository("docs/rules"), &pages).err().into_iter().collect());
}

fn page(code: &Code) -> String {
    let [[what_zh, what_en], [why_zh, why_en], [fix_zh, fix_en]] = [code.what, code.why, code.fix];
    let mut text = format!("# {} {}\n\n", code.id, code.name);
    text += &format!("## {what_zh}\n\n{why_zh}\n\n**怎样改**：{fix_zh}\n\n");
    text += &format!("## {}\n\n{why_en}\n\n**What to do**: {fix_en}\n", capital(what_en));
    if !code.example.is_empty() {
        text += &format!("\n## 有错的例子 · A faulty example\n\n```text\n{}\n```\n", code.example.trim_end());
    }
    text
}

#[test]
fn the_page_of_the_tables_is_what_the_descriptions_say() {
    let mut text = String::from(
        "# Tables\n\nEvery table of the published data and every column, as `data/<table>.csv` has them. A name that ends in \
         `_{lang}` stands once for each language of the site. [open-data.md](open-data.md) says what else there is.\n",
    );
    for table in qingdan::dataset::tables() {
        let [title_zh, title_en] = table.title;
        let [row_zh, row_en] = table.row;
        let keys: Vec<String> = table.key.iter().map(|name| format!("`{name}`")).collect();
        text += &format!("\n## `{}` {title_zh} {title_en}\n\n每行：{row_zh}。A row: {row_en}.\n", table.name);
        text += &format!("Key: {}.\n\n| column | type | 含义 | meaning |\n|---|---|---|---|\n", keys.join(", "));
        for column in &table.columns {
            let mut kind = column.kind.as_str().to_owned();
            kind += if column.required { ", required" } else { "" };
            kind += &column.refers.map(|target| format!(" → `{target}`")).unwrap_or_default();
            let [zh, en] = column.meaning;
            let [unit_zh, unit_en] = column
                .unit
                .map_or([String::new(), String::new()], |[zh, en]| [format!("；单位：{zh}"), format!("; unit: {en}")]);
            text += &format!("| `{}` | {kind} | {zh}{unit_zh} | {en}{unit_en} |\n", column.label());
        }
    }
    snapshot::report(snapshot::compare(&repository("docs/tables.md"), &text).err().into_iter().collect());
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn index(codes: &[&Code]) -> String {
    let mut text = String::from(
        "# 错误代码 · Faults\n\n`qingdan check` 报告的每一种错误，一页一种。命令行里看：`qingdan explain E012`。\n\n\
         Every fault that `qingdan check` can report, a page each. On the command line: `qingdan explain E012`.\n\n\
         | 代码 Code | 含义 | Meaning |\n|---|---|---|\n",
    );
    for code in codes {
        text += &format!("| [{0}]({0}.md) `{1}` | {2} | {3} |\n", code.id, code.name, code.what[0], code.what[1]);
    }
    text
}

#[test]
fn codes_are_documented_in_both_languages() {
    let codes = codes();
    for (index, code) in codes.iter().enumerate() {
        let id = code.id;
        let number = id.strip_prefix('E').filter(|number| number.len() == 3);
        assert!(number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit())), "{id} is no code");
        assert!(!codes[..index].iter().any(|other| other.id == id || other.name == code.name), "{id} stands twice");
        for [zh, en] in [code.what, code.why, code.fix] {
            assert!(zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{id}: {zh} is not Chinese");
            assert!(!en.is_empty() && !en.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{id}: {en}");
        }
    }
}

#[test]
fn keys_of_the_data_format_are_those_of_the_types() {
    let path = repository("docs/data-format.md");
    let page = fs::read_to_string(&path).expect("docs/data-format.md");
    let types = keys::types();
    let mut shown: Vec<String> = Vec::new();
    let filled = blocks::fill(&page, "keys", |names| {
        let tables = names.split(", ").map(|name| {
            shown.push(name.to_owned());
            keys::table(name, types.get(name).unwrap_or_else(|| panic!("there is no type {name}")))
        });
        tables.collect()
    });
    snapshot::report(snapshot::compare(&path, &filled).err().into_iter().collect());
    shown.sort();
    assert_eq!(shown, types.into_keys().collect::<Vec<_>>(), "every type of the content stands on the page once");
}

#[test]
fn headings_of_the_data_format_are_those_of_tables() {
    let path = repository("docs/data-format.md");
    let page = fs::read_to_string(&path).expect("docs/data-format.md");
    let filled = blocks::fill(&page, "headings", |_| {
        let rows = HEADINGS.iter().map(|heading| {
            let text = if heading.text { "yes" } else { "" };
            format!("| `{}` | {} | {text} | {} |\n", heading.key, heading.printed.join("、"), heading.meaning)
        });
        let head = String::from("\n| heading | or | text | meaning |\n|---|---|---|---|\n");
        head + &rows.collect::<String>()
    });
    snapshot::report(snapshot::compare(&path, &filled).err().into_iter().collect());
}

#[test]
fn schemas_of_the_content_are_what_the_types_say() {
    let schemas: Tree = SOURCES.iter().map(|kind| (format!("{}.schema.json", kind.name), kind.schema())).collect();
    snapshot::report(snapshot::compare_folder(&repository("docs/schema"), &schemas).err().into_iter().collect());
}

/// The kind of a file of the content, by its path from the content folder.
fn kind(path: &str) -> &'static str {
    let parts: Vec<&str> = path.trim_end_matches(".yaml").split('/').collect();
    match parts[..] {
        [name] => SOURCES.iter().find(|kind| kind.name == name).expect("a kind").name,
        ["laws", ..] => "laws",
        ["lists", _, "regimes", _] => "regime",
        ["lists", _, name] => SOURCES.iter().find(|kind| kind.name == name).expect("a kind").name,
        _ => "list",
    }
}

#[test]
fn files_of_the_content_tell_an_editor_their_schema() {
    let files = folder::read(&repository("content"));
    let yaml: Vec<(&String, &Vec<u8>)> = files.iter().filter(|(path, _)| path.ends_with(".yaml")).collect();
    assert!(yaml.len() > 50, "{} files", yaml.len());
    for (path, bytes) in yaml {
        let up = "../".repeat(path.matches('/').count() + 1);
        let line = format!("# yaml-language-server: $schema={up}docs/schema/{}.schema.json", kind(path));
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(text.lines().next(), Some(&*line), "{path}");
    }
}

/// The Markdown files that the tests look through.
#[test]
fn the_map_of_files_is_what_the_files_say() {
    let path = repository("ARCHITECTURE.md");
    let page = fs::read_to_string(&path).expect("ARCHITECTURE.md");
    let filled = blocks::fill(&page, "files", map);
    snapshot::report(snapshot::compare(&path, &filled).err().into_iter().collect());
}

/// Every Rust file of a folder with the first paragraph of what it says of itself, folder by folder; of components, what
/// each is for.
fn map(folder: &str) -> String {
    let mut folders: BTreeMap<String, String> = BTreeMap::new();
    for (path, bytes) in folder::read(&repository(folder)) {
        let text = String::from_utf8_lossy(&bytes);
        let (within, name) = path.rsplit_once('/').unwrap_or(("", &path));
        if name == "component.yaml" {
            let of = text.lines().find_map(|line| line.strip_prefix("  en: ")).expect("a description in English");
            *folders.entry(String::new()).or_default() += &format!("- `{within}`: {}\n", of.trim_matches('"'));
        } else if name.ends_with(".rs") {
            let first: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//! ")).map(str::trim).collect();
            *folders.entry(within.to_owned()).or_default() += &format!("- `{name}`: {}\n", first.join(" "));
        }
    }
    folders.into_iter().map(|(within, lines)| format!("\n**`{folder}/{within}`**\n\n{lines}")).collect()
}

fn texts() -> Vec<(PathBuf, String)> {
    let top = folder::read_flat(&repository("."));
    let docs = folder::read(&repository("docs")).into_keys().map(|path| format!("docs/{path}"));
    let names = top.into_iter().chain(docs).filter(|path| path.ends_with(".md"));
    names.map(|name| (repository(&name), fs::read_to_string(repository(&name)).expect("a text"))).collect()
}

#[test]
fn examples_of_the_data_format_are_yaml() {
    let text = fs::read_to_string(repository("docs/data-format.md")).expect("docs/data-format.md");
    let mut blocks = 0;
    let mut yaml = None;
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if &*language == "yaml" => {
                yaml = Some(String::new());
            }
            Event::Text(part) => {
                if let Some(yaml) = &mut yaml {
                    yaml.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                if let Some(yaml) = yaml.take() {
                    let read = serde_yaml::from_str::<serde_json::Value>(&yaml);
                    assert!(read.is_ok(), "{yaml}\n{}", read.expect_err("a fault"));
                    blocks += 1;
                }
            }
            _ => {}
        }
    }
    assert!(blocks > 5, "only {blocks} examples");
}

#[test]
fn links_lead_somewhere() {
    let mut dead = Vec::new();
    for (file, text) in texts() {
        for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
            let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) = event else {
                continue;
            };
            if dest_url.contains("://") || dest_url.starts_with("mailto:") || dest_url.starts_with('#') {
                continue;
            }
            let path = dest_url.split('#').next().unwrap_or_default();
            let target = file.parent().unwrap_or(Path::new("")).join(path);
            if !target.exists() {
                dead.push(format!("{}: {dest_url}", file.display()));
            }
        }
    }
    assert!(dead.is_empty(), "links that lead nowhere:\n{}", dead.join("\n"));
}

#[test]
fn headings_skip_no_level() {
    for (file, text) in texts() {
        let mut last = 0;
        for event in Parser::new(&text) {
            let Event::Start(Tag::Heading { level, .. }) = event else { continue };
            assert!(level as usize <= last + 1, "{}: a heading of level {level} after one of {last}", file.display());
            assert!(level != HeadingLevel::H1 || last == 0, "{}: a second title", file.display());
            last = level as usize;
        }
        assert!(last > 0, "{} has no title", file.display());
    }
}
