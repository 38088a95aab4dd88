//! No circle between files of `src`: what a file imports does not import that file again, by whatever way round.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::architecture::{code, files, modules};

/// A name that a file brings into scope: the path that it stands for, and whether it is passed on to others.
#[derive(Clone, Debug)]
struct Binding {
    name: String,
    path: Vec<String>,
    public: bool,
}

/// A file as this test sees it.
#[derive(Debug)]
struct Source {
    path: String,
    bindings: Vec<Binding>,
    /// Paths of two segments and more that stand in the code outside of `use`.
    inline: Vec<Vec<String>>,
    /// Every word of the code outside of `use`.
    words: BTreeSet<String>,
}

/// The files of a crate by their module.
struct Crate(BTreeMap<Vec<String>, Source>);

impl Crate {
    /// Reads files: path from the root of the repository, text without comments, strings and tests.
    fn new(files: &[(String, String)]) -> Crate {
        Crate(files.iter().map(|(path, text)| (place(path), source(path, text))).collect())
    }

    /// The file that defines what a path means, seen from a module; `None` where it is nothing of ours, or a module.
    fn definer(&self, from: &[String], path: &[String], fuel: usize) -> Option<&str> {
        let fuel = fuel.checked_sub(1)?;
        let (mut module, mut rest) = match path.first()?.as_str() {
            "crate" | "qingdan" => (Vec::new(), &path[1..]),
            "self" => (from.to_vec(), &path[1..]),
            "super" => (from.split_last()?.1.to_vec(), &path[1..]),
            _ => (from.to_vec(), path),
        };
        while rest.first().is_some_and(|name| name == "super") {
            module.pop()?;
            rest = &rest[1..];
        }
        let absolute = path.len() != rest.len();
        while let Some((name, after)) = rest.split_first() {
            let child: Vec<String> = module.iter().chain([name]).cloned().collect();
            if !self.0.contains_key(&child) {
                break;
            }
            (module, rest) = (child, after);
        }
        let stepped = absolute || path.len() != rest.len();
        let source = self.0.get(&module)?;
        let name = rest.first()?;
        match source.bindings.iter().find(|binding| binding.name == *name) {
            Some(binding) if binding.path != path => {
                let path: Vec<String> = binding.path.iter().chain(&rest[1..]).cloned().collect();
                self.definer(&module, &path, fuel)
            }
            // A name without any step is local to the file, or of another crate.
            _ => stepped.then_some(source.path.as_str()),
        }
    }

    /// The files that each file imports.
    fn imports(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut graph: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, source) in &self.0 {
            let folder = source.path.ends_with("/mod.rs");
            let used = |binding: &&Binding| !(folder && binding.public) || source.words.contains(&binding.name);
            let bound = source.bindings.iter().filter(used).map(|binding| &binding.path);
            let found = bound.chain(&source.inline).filter_map(|path| self.definer(module, path, 32));
            graph.entry(&source.path).or_default().extend(found.filter(|path| *path != source.path));
        }
        graph
    }
}

/// The shortest circle through each file that is in one, without those that an earlier file has shown.
fn circles<'g>(graph: &BTreeMap<&'g str, BTreeSet<&'g str>>) -> Vec<Vec<&'g str>> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut found = Vec::new();
    for start in graph.keys() {
        if seen.contains(start) {
            continue;
        }
        if let Some(circle) = circle(graph, start) {
            seen.extend(&circle);
            found.push(circle);
        }
    }
    found
}

/// The shortest way from a file back to itself.
fn circle<'g>(graph: &BTreeMap<&'g str, BTreeSet<&'g str>>, start: &'g str) -> Option<Vec<&'g str>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut next = VecDeque::from([start]);
    while let Some(here) = next.pop_front() {
        for to in graph.get(here).into_iter().flatten() {
            if *to == start {
                let mut way = vec![here];
                while let Some(step) = before.get(way[way.len() - 1]).filter(|_| way[way.len() - 1] != start) {
                    way.push(step);
                }
                way.reverse();
                return Some(way);
            }
            if !before.contains_key(to) {
                before.insert(to, here);
                next.push_back(to);
            }
        }
    }
    None
}

/// The module of a file; none for the root of the crate.
fn place(path: &str) -> Vec<String> {
    if path == "src/lib.rs" { Vec::new() } else { modules(path) }
}

fn source(path: &str, text: &str) -> Source {
    let mut bindings = Vec::new();
    let mut body = String::new();
    let mut rest = text;
    while let Some((at, public)) = next_use(rest) {
        body.push_str(&rest[..at]);
        let (tree, after) = rest[at..].split_once(';').expect("the end of a `use`");
        let tree = &tree[tree.find("use ").expect("a `use`") + 4..];
        bind(&[], tree, public, &mut bindings);
        rest = after;
    }
    body.push_str(rest);
    let words = body.split(|c| !word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    Source { path: path.to_owned(), bindings, inline: inline(&body), words }
}

fn word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where the next `use` begins, with what stands before it on its line, and whether it passes names on.
fn next_use(text: &str) -> Option<(usize, bool)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let bare =
            trimmed.strip_prefix("pub(").and_then(|rest| rest.split_once(") ")).map_or(trimmed, |(_, rest)| rest);
        let bare = bare.strip_prefix("pub ").unwrap_or(bare);
        if bare.starts_with("use ") {
            return Some((at, bare.len() != trimmed.len()));
        }
        at += line.len();
    }
    None
}

/// Every name that a tree of a `use` brings into scope.
fn bind(before: &[String], tree: &str, public: bool, bindings: &mut Vec<Binding>) {
    let tree = tree.trim();
    if let Some(at) = tree.find('{') {
        let path: Vec<String> = before.iter().cloned().chain(segments(&tree[..at])).collect();
        let inner = &tree[at + 1..tree.rfind('}').expect("the end of a group")];
        for part in parts(inner) {
            bind(&path, part, public, bindings);
        }
        return;
    }
    let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim())));
    let mut path: Vec<String> = before.iter().cloned().chain(segments(path)).collect();
    if !before.is_empty() && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    if let Some(last) = path.last().cloned() {
        bindings.push(Binding { name: name.map_or(last, str::to_owned), path, public });
    }
}

fn segments(path: &str) -> impl Iterator<Item = String> {
    path.split("::").map(str::trim).filter(|segment| !segment.is_empty()).map(str::to_owned)
}

/// The parts of a group between commas, groups inside left whole.
fn parts(group: &str) -> Vec<&str> {
    let (mut depth, mut start) = (0, 0);
    let mut parts = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[start..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Paths of two segments and more.
fn inline(body: &str) -> Vec<Vec<String>> {
    let mut found = BTreeSet::new();
    let mut rest = body;
    while let Some(at) = rest.find("::") {
        let start =
            rest[..at].rfind(|c| !word(c)).map_or(0, |end| end + rest[end..].chars().next().map_or(1, char::len_utf8));
        let end = rest[start..].find(|c| !word(c) && c != ':').map_or(rest.len(), |end| start + end);
        // A single colon ends a path, as after a name in a struct.
        let path = rest[start..end].split("::").take_while(|segment| !segment.contains(':'));
        let path: Vec<String> = path.filter(|segment| !segment.is_empty()).map(str::to_owned).collect();
        if path.len() > 1 && start < at {
            found.insert(path);
        }
        rest = &rest[end.max(at + 2)..];
    }
    found.into_iter().collect()
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources =
        files("src").into_iter().filter(|(path, _)| !path.contains("/tests/") && !path.ends_with("/tests.rs"));
    let sources: Vec<(String, String)> = sources.map(|(path, text)| (path, code(&text))).collect();
    let read = Crate::new(&sources);
    let graph = read.imports();
    assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 1000, "the finder sees few imports: {graph:?}");
    let found = circles(&graph);
    let found: Vec<String> = found.iter().map(|circle| format!("{} → {}", circle.join(" → "), circle[0])).collect();
    assert!(found.is_empty(), "files that import each other in a circle:\n{}", found.join("\n"));
}

#[test]
fn the_finder_sees_a_planted_circle_and_nothing_else() {
    let of = |files: &[(&str, &str)]| {
        let files: Vec<(String, String)> = files.iter().map(|(path, text)| ((*path).to_owned(), code(text))).collect();
        let read = Crate::new(&files);
        let graph = read.imports();
        circles(&graph).into_iter().map(|circle| circle.join(" ")).collect::<Vec<String>>()
    };
    let none: [&str; 0] = [];
    let root = ("src/lib.rs", "pub mod a;\npub mod b;\n");
    // What passes names on stands in no circle, and is seen through.
    let folder = ("src/a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::{Two as Second, make};\n");
    let one = ("src/a/one.rs", "pub struct One;\n");
    let two = ("src/a/two.rs", "use super::One;\npub struct Two(One);\npub fn make() {}\n");
    assert_eq!(of(&[root, folder, one, two]), none);
    for planted in [
        "use super::two::Two;\n",
        "use crate::a::Second;\n",
        "use super::{\n    super::a::{self as own, Second},\n};\n",
        "pub struct One(super::two::Two);\n",
        "fn f() { crate::a::make(); }\n",
        "fn f() {\n    use super::make;\n}\n",
        "use crate::a;\nfn f() { a::make() }\n",
    ] {
        assert_eq!(of(&[root, folder, ("src/a/one.rs", planted), two]), ["src/a/one.rs src/a/two.rs"], "{planted}");
    }
    for harmless in [
        "// use super::two::Two;\n",
        "const A: &str = \"super::two::Two\";\n",
        "use other::two::Two;\n",
        "use std::two;\nfn f() { two::make() }\n",
        "#[cfg(test)]\nmod tests {\n    use super::super::two::Two;\n}\n",
    ] {
        assert_eq!(of(&[root, folder, ("src/a/one.rs", harmless), two]), none, "{harmless}");
    }
    // A folder with code of its own is a file like any other.
    let own = ("src/a/mod.rs", "mod one;\nmod two;\npub use one::One;\npub use two::Two;\npub fn all() -> Two {}\n");
    let user = ("src/a/two.rs", "pub fn f() { super::all() }\n");
    assert_eq!(of(&[root, own, one, user]), ["src/a/mod.rs src/a/two.rs"]);
    // By way of a third.
    let third = ("src/b.rs", "use crate::a::One;\n");
    let far = ("src/a/one.rs", "use super::two::Two;\n");
    let way = ("src/a/two.rs", "use crate::b::thing;\n");
    assert_eq!(of(&[root, folder, far, way, third]), ["src/a/one.rs src/a/two.rs src/b.rs"]);
}
