//! A page of a site in; what is what on it: its language, its kind, the record it is about, and its elements with those
//! around them, out.

use crate::support::html::{Element, parse, resolve};

/// A page.
pub struct Page {
    /// The path of the page in the first language.
    pub path: String,
    /// `zh` or `en`.
    pub lang: &'static str,
    /// The kind, as the body says.
    pub kind: String,
    folder: String,
    main: Element,
}

/// An element and those around it, the nearest last.
pub struct Place<'p> {
    /// The element.
    pub element: &'p Element,
    /// The main part of the page.
    pub root: &'p Element,
    /// What it is in.
    pub around: Vec<&'p Element>,
}

impl Page {
    /// Reads a page.
    pub fn read(path: &str, html: &str) -> Page {
        let kind = html.split_once("<body class=\"page-").and_then(|(_, rest)| rest.split_once('"')).expect("a kind").0;
        let main = html.split_once("<main").and_then(|(_, rest)| rest.split_once("</main>")).expect("the main part").0;
        let lang = if html.contains("<html lang=\"en\">") { "en" } else { "zh" };
        Page {
            path: path.strip_prefix("en/").unwrap_or(path).to_owned(),
            lang,
            kind: kind.to_owned(),
            folder: path.trim_end_matches("index.html").to_owned(),
            main: parse(format!("<main{main}</main>").as_bytes()),
        }
    }

    /// Every element in the order of the page.
    pub fn places(&self) -> Vec<Place<'_>> {
        let mut found = Vec::new();
        collect(&self.main, &self.main, &mut Vec::new(), &mut found);
        found
    }

    /// What the address says that the page is about: `lists/a/duties/b` is `a/duties/b`, `topics/t/compare` is `t`.
    pub fn about(&self) -> &str {
        id_of(&self.path)
    }

    /// The same for the page that a link leads to.
    pub fn leads_to(&self, link: &Element) -> (String, String) {
        let path = resolve(&self.folder, link.get("href"));
        let path = path.strip_prefix("en/").unwrap_or(&path);
        (path.split('/').next().unwrap_or_default().to_owned(), id_of(path).to_owned())
    }

    /// The list of a page below one.
    pub fn list(&self) -> &str {
        self.about().split('/').next().unwrap_or_default()
    }
}

fn id_of(path: &str) -> &str {
    let path = path.trim_end_matches("index.html").trim_end_matches('/');
    path.split_once('/').map_or("", |(_, rest)| rest)
}

fn collect<'p>(root: &'p Element, element: &'p Element, around: &mut Vec<&'p Element>, found: &mut Vec<Place<'p>>) {
    for child in element.elements() {
        found.push(Place { element: child, root, around: around.clone() });
        around.push(child);
        collect(root, child, around, found);
        around.pop();
    }
}

impl<'p> Place<'p> {
    /// Whether it has a class.
    pub fn has(&self, class: &str) -> bool {
        has(self.element, class)
    }

    /// Its text, as a reader has it, with single blanks.
    pub fn text(&self) -> String {
        plain(self.element)
    }

    /// The nearest element around it that has a name.
    pub fn within(&self, name: &str) -> Option<&'p Element> {
        self.around.iter().rev().find(|element| element.name == name).copied()
    }

    /// The nearest element around it that has a class.
    pub fn within_class(&self, class: &str) -> Option<&'p Element> {
        self.around.iter().rev().find(|element| has(element, class)).copied()
    }

    /// The first link of the nearest item or row that it stands in.
    pub fn subject(&self) -> Option<&'p Element> {
        let near = self.around.iter().rev().find(|element| ["li", "tr"].contains(&element.name.as_str()))?;
        near.named("a").first().copied()
    }
}

/// Whether an element has a class.
pub fn has(element: &Element, class: &str) -> bool {
    element.get("class").split(' ').any(|have| have == class)
}

/// The text of an element with single blanks.
pub fn plain(element: &Element) -> String {
    element.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
