//! The text of a template in; which values it reads, and which it hands on to components, out.

use std::collections::BTreeMap;

/// The way to a value: the name that the template is given, and steps from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// The name.
    pub root: String,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A step on the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a part, by name or place.
    Part(String),
    /// To any of a sequence.
    Element,
}

/// What a template does with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// It looks at it.
    Read(Path),
    /// It gives it to a component, as this parameter.
    Passed(Path, String, String),
}

/// Words of the language of templates, which name no value.
const WORDS: [&str; 11] = ["and", "or", "not", "in", "is", "true", "false", "none", "None", "if", "else"];

/// Every use of a value that the template is given. `t`, `lang` and `loop` are left out: every template has them.
pub fn uses(source: &str) -> Vec<Use> {
    let mut reader = Reader { scopes: vec![BTreeMap::new()], found: Vec::new() };
    let mut rest = source;
    while let Some(at) = rest.find('{') {
        rest = &rest[at..];
        let end = match rest.as_bytes().get(1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            _ => {
                rest = &rest[1..];
                continue;
            }
        };
        let length = rest.find(end).unwrap_or_else(|| panic!("no end of {rest:.40}"));
        let inside = rest[2..length].trim_matches('-').trim();
        match end {
            "}}" => reader.print(inside),
            _ => reader.statement(inside),
        }
        rest = &rest[length + 2..];
    }
    reader.found.retain(|found| {
        let (Use::Read(path) | Use::Passed(path, ..)) = found;
        !["t", "lang", "loop"].contains(&path.root.as_str())
    });
    reader.found
}

struct Reader {
    /// What each name of a loop or an assignment stands for, the innermost last.
    scopes: Vec<BTreeMap<String, Vec<Path>>>,
    found: Vec<Use>,
}

impl Reader {
    /// `{{ … }}`: an expression, or the call of a component.
    fn print(&mut self, inside: &str) {
        match inside.strip_prefix('<') {
            Some(call) => self.call(call.trim_end_matches("/>")),
            None => drop(self.expression(inside)),
        }
    }

    /// `{% … %}`.
    fn statement(&mut self, inside: &str) {
        let (word, rest) = inside.split_once(' ').unwrap_or((inside, ""));
        match word {
            "if" | "elif" => drop(self.expression(rest)),
            "set" => {
                let (name, value) = rest.split_once('=').expect("a value");
                let paths = self.expression(value);
                self.bind(name.trim(), paths);
            }
            "for" => {
                let (name, of) = rest.split_once(" in ").expect("a sequence");
                let mut paths = self.expression(of);
                if !of.trim_start().starts_with('[') {
                    paths.iter_mut().for_each(|path| path.steps.push(Step::Element));
                }
                self.scopes.push(BTreeMap::new());
                self.bind(name.trim(), paths);
            }
            "endfor" => drop(self.scopes.pop()),
            "component" | "endcomponent" | "else" | "endif" | "include" => {}
            _ => panic!("the statement `{word}` is not known here"),
        }
    }

    fn bind(&mut self, name: &str, paths: Vec<Path>) {
        self.scopes.last_mut().expect("a scope").insert(name.to_owned(), paths);
    }

    /// `name a={b.c} d="e" f`.
    fn call(&mut self, call: &str) {
        let (component, mut rest) = call.trim().split_once(' ').unwrap_or((call.trim(), ""));
        rest = rest.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            let (value, behind) = match behind.strip_prefix('=') {
                Some(value) if value.starts_with('{') => value[1..].split_once('}').expect("a brace"),
                Some(value) => ("", value.strip_prefix('"').and_then(|text| text.split_once('"')).expect("a quote").1),
                None => (name, behind),
            };
            let paths = self.expression(value);
            let passed = paths.into_iter().map(|path| Use::Passed(path, component.to_owned(), name.to_owned()));
            self.found.extend(passed);
            rest = behind.trim_start();
        }
    }

    /// Notes every value in an expression and gives the ways to them.
    fn expression(&mut self, text: &str) -> Vec<Path> {
        let mut found = Vec::new();
        let mut rest = text.trim_start();
        let mut filter = false;
        while let Some(first) = rest.chars().next() {
            if first == '"' || first == '\'' {
                rest = rest[1..].split_once(first).expect("the end of a string").1;
            } else if first.is_ascii_digit() {
                rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            } else if first.is_alphabetic() || first == '_' {
                let (name, behind) = word(rest);
                let names_an_argument = behind.starts_with('=') && !behind.starts_with("==");
                if filter || names_an_argument || WORDS.contains(&name) {
                    rest = behind;
                } else {
                    let (steps, behind) = self.steps(behind);
                    found.extend(self.ways(name, &steps));
                    rest = behind;
                }
            } else {
                rest = &rest[first.len_utf8()..];
            }
            filter = first == '|' || (filter && first == ' ');
        }
        self.found.extend(found.iter().cloned().map(Use::Read));
        found
    }

    /// `.a[0][b]` behind a name, and what follows.
    fn steps<'t>(&mut self, mut rest: &'t str) -> (Vec<Step>, &'t str) {
        let mut steps = Vec::new();
        loop {
            if let Some(behind) = rest.strip_prefix('.') {
                let (name, behind) = word(behind);
                steps.push(Step::Part(name.to_owned()));
                rest = behind;
            } else if let Some(behind) = rest.strip_prefix('[') {
                let (index, behind) = behind.split_once(']').expect("the end of an index");
                let place = index.bytes().all(|byte| byte.is_ascii_digit());
                steps.push(if place { Step::Part(index.to_owned()) } else { Step::Element });
                if !place {
                    self.expression(index);
                }
                rest = behind;
            } else {
                return (steps, rest);
            }
        }
    }

    /// The ways to a value from what the template is given.
    fn ways(&self, name: &str, steps: &[Step]) -> Vec<Path> {
        let bound = self.scopes.iter().rev().find_map(|scope| scope.get(name));
        let starts = bound.cloned().unwrap_or_else(|| vec![Path { root: name.to_owned(), steps: Vec::new() }]);
        let longer = |start: Path| Path { steps: [start.steps, steps.to_vec()].concat(), ..start };
        starts.into_iter().map(longer).collect()
    }
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len()))
}
