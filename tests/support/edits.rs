//! A content folder in; an edit of it that nobody chose, and the way back, out. The same seed makes the same edits.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::folder;

/// Numbers that look like chance and are the same each time.
pub struct Chance(u64);

impl Chance {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another one; 0 below 0.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end.max(1)
    }

    /// One of these.
    pub fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }
}

/// What an edit did: a word for it, and the files as they were before, `None` for one that was not there.
pub struct Edit {
    pub what: String,
    before: Vec<(PathBuf, Option<Vec<u8>>)>,
}

impl Edit {
    /// Takes it back.
    pub fn undo(self) {
        for (path, bytes) in self.before {
            match bytes {
                Some(bytes) => {
                    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
                    fs::write(path, bytes).expect("a file");
                }
                None => fs::remove_file(path).expect("a removal"),
            }
        }
    }
}

/// Makes an edit: mostly of a list, else of a register, of the site, of a file that goes to the site as it is, or of which
/// lists there are.
pub fn edit(content: &Path, chance: &mut Chance) -> Edit {
    let files = folder::read(content);
    let of = |start: &str| -> Vec<&str> {
        let files = files.keys().map(String::as_str);
        files.filter(|path| path.starts_with(start) && path.ends_with(".yaml")).collect()
    };
    let lists = of("lists/");
    match chance.below(20) {
        0..13 => value(content, chance.one::<&str>(&lists), chance),
        13 => value(content, chance.one::<&str>(&of("laws/")), chance),
        14 => value(content, chance.one::<&str>(&["regions.yaml", "departments.yaml", "topics.yaml"]), chance),
        15 => site(content, chance),
        16 => {
            let path = *chance.one(&["static/a.txt", "static/b/c.txt", "static/lists/x.txt"]);
            write(content, path, format!("{}", chance.below(100)).into_bytes())
        }
        17 => write(content, "pages/about.zh.md", format!("# 关于\n\n第 {} 版。\n", chance.below(100)).into_bytes()),
        18 => another(content, chance),
        _ => gone(content, chance),
    }
}

/// Puts another value in the place of one of a file, or takes it away, doubles it, or moves it.
fn value(content: &Path, path: &str, chance: &mut Chance) -> Edit {
    let full = content.join(path);
    let Ok(text) = fs::read_to_string(&full) else { return nothing(path) };
    let mut value: Value = serde_yaml::from_str(&text).expect("YAML");
    let what = change(&mut value, chance);
    Edit { what: format!("{path}: {what}"), ..write(content, path, value.to_string().into_bytes()) }
}

/// Goes down at random and changes what is met.
fn change(value: &mut Value, chance: &mut Chance) -> String {
    match value {
        Value::Object(map) if !map.is_empty() => {
            let key = map.keys().nth(chance.below(map.len())).expect("a key").clone();
            if chance.below(12) == 0 {
                map.remove(&key);
                return format!("{key} is gone");
            }
            format!("{key}.{}", change(&mut map[&key], chance))
        }
        Value::Array(all) if !all.is_empty() => {
            let at = chance.below(all.len());
            match chance.below(12) {
                0 => {
                    all.remove(at);
                    format!("{at} is gone")
                }
                1 => {
                    let mut more = all[at].clone();
                    rename(&mut more, chance);
                    all.insert(at, more);
                    format!("{at} stands twice")
                }
                2 => {
                    let other = chance.below(all.len());
                    all.swap(at, other);
                    format!("{at} and {other} changed places")
                }
                _ => format!("{at}.{}", change(&mut all[at], chance)),
            }
        }
        Value::String(text) => {
            let digits = text.chars().all(|c| c.is_ascii_digit() || c == '-') && text.len() > 1;
            let new = match chance.below(6) {
                _ if digits => text.replace(char::is_numeric, &chance.below(10).to_string()),
                0 => format!("{text}，依据《中华人民共和国档案法》第{}条", *chance.one(&["三", "十", "二十"])),
                1 => text.chars().rev().collect(),
                2 if text.is_ascii() => format!("{text}-x"),
                3 => text.chars().skip(1).collect(),
                _ => format!("{text}新"),
            };
            *text = new;
            format!("another text, {text:?}")
        }
        Value::Number(_) => {
            *value = chance.below(40).into();
            "another number".into()
        }
        Value::Bool(is) => {
            *is = !*is;
            "the contrary".into()
        }
        _ => "nothing".into(),
    }
}

/// Gives a record that was doubled an id and a number of its own.
fn rename(value: &mut Value, chance: &mut Chance) {
    let Value::Object(map) = value else { return };
    for key in ["id", "slug"] {
        if let Some(Value::String(id)) = map.get_mut(key) {
            id.push_str(&format!("-{}", chance.below(1000)));
        }
    }
    map.remove("code");
    if map.contains_key("number") {
        map.insert("number".into(), (1000 + chance.below(1000)).into());
    }
}

/// Another choice for the whole site.
fn site(content: &Path, chance: &mut Chance) -> Edit {
    let text = fs::read_to_string(content.join("site.yaml")).expect("a site");
    let mut value: Value = serde_yaml::from_str(&text).expect("YAML");
    let choices: [(&str, Value); 9] = [
        ("languages", serde_json::json!(["zh", "en"])),
        ("languages", serde_json::json!(["zh"])),
        ("languages", serde_json::json!(["en", "zh"])),
        ("base_url", "https://www.example.org/qd/".into()),
        ("base_url", Value::Null),
        ("data", serde_json::json!({"preset": "nation"})),
        ("data", serde_json::json!({"preset": "county", "pages": false})),
        ("data", serde_json::json!({"preset": "county", "lists": ["zip"]})),
        ("data", Value::Null),
    ];
    let (key, choice) = chance.one(&choices);
    let map = value.as_object_mut().expect("keys");
    map.insert("translations".into(), "partial".into());
    match choice {
        Value::Null => drop(map.remove(*key)),
        choice => drop(map.insert((*key).into(), choice.clone())),
    }
    Edit {
        what: format!("{key} of the site is {choice}"),
        ..write(content, "site.yaml", value.to_string().into_bytes())
    }
}

/// A list more, which says the same as another one.
fn another(content: &Path, chance: &mut Chance) -> Edit {
    let (name, files) = one_list(content, chance);
    let new = format!("{name}-{}", chance.below(1000));
    let mut before = Vec::new();
    for (path, bytes) in files {
        let path = path.replacen(&name, &new, 1);
        let text = String::from_utf8(bytes).expect("UTF-8");
        let text = match serde_yaml::from_str::<Value>(&text) {
            Ok(Value::Object(mut map)) if map.get("id").is_some_and(|id| *id == *name) => {
                map.insert("id".into(), new.clone().into());
                Value::Object(map).to_string()
            }
            _ => text,
        };
        before.extend(write(content, &path, text.into_bytes()).before);
    }
    Edit { what: format!("{name} stands again as {new}"), before }
}

/// A list less.
fn gone(content: &Path, chance: &mut Chance) -> Edit {
    let (name, files) = one_list(content, chance);
    let before = files.into_iter().map(|(path, bytes)| {
        let full = content.join(path);
        fs::remove_file(&full).expect("a removal");
        (full, Some(bytes))
    });
    Edit { what: format!("{name} is gone"), before: before.collect() }
}

/// The name of a list and its files by their paths.
fn one_list(content: &Path, chance: &mut Chance) -> (String, Vec<(String, Vec<u8>)>) {
    let files = folder::read(content);
    let name = |path: &str| {
        let rest = path.strip_prefix("lists/")?;
        Some(rest.split_once('/').map_or(rest.trim_end_matches(".yaml"), |(name, _)| name).to_owned())
    };
    let mut names: Vec<String> = files.keys().filter_map(|path| name(path)).collect();
    names.dedup();
    let chosen = chance.one(&names).clone();
    let own = files.into_iter().filter(|(path, _)| name(path).as_ref() == Some(&chosen)).collect();
    (chosen, own)
}

/// Writes a file, and keeps what it was.
fn write(content: &Path, path: &str, bytes: Vec<u8>) -> Edit {
    let full = content.join(path);
    let before = fs::read(&full).ok();
    fs::create_dir_all(full.parent().expect("a folder")).expect("a folder");
    fs::write(&full, bytes).expect("a file");
    Edit { what: format!("{path} is another"), before: vec![(full, before)] }
}

fn nothing(path: &str) -> Edit {
    Edit { what: format!("{path} is not there"), before: Vec::new() }
}
