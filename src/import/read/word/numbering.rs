//! The lists of a Word document and its paragraphs, one after the other, in; the number that Word shows before each out.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::figures;
use crate::import::read::refusal::Refusal;
use crate::import::read::xml::{Node, root};

/// Levels of a list.
const LEVELS: usize = 9;

/// How a level of a list is numbered.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    kind: String,
    /// What is shown: `第%1条`.
    text: String,
    /// Whether nothing stands between the number and the text.
    joined: bool,
    /// Whether numbers of all levels are shown in figures.
    legal: bool,
    /// The level, from 1, at which it begins anew; 0 for none.
    restart: Option<u32>,
    /// The style of paragraphs that are of this level.
    style: String,
}

/// A list in use: which definition it follows, and where it departs from it.
#[derive(Clone, Debug, Default)]
struct List {
    definition: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// A style of paragraphs: what it follows, and the list that it is of.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: Option<u32>,
    level: Option<usize>,
}

/// The numbering of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: BTreeMap<u32, BTreeMap<usize, Level>>,
    lists: BTreeMap<u32, List>,
    styles: BTreeMap<String, Style>,
    default_style: Option<String>,
    /// Where each definition has come to.
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
    used: BTreeSet<u32>,
}

impl Numbering {
    /// Reads the lists and the styles of a document.
    pub fn read(lists: Option<String>, styles: Option<String>) -> Result<Numbering, Refusal> {
        let mut numbering = Numbering::default();
        if let Some(text) = styles {
            numbering.read_styles(&root(&text, "styles")?);
        }
        if let Some(text) = lists {
            numbering.read_lists(&root(&text, "numbering")?);
        }
        Ok(numbering)
    }

    fn read_styles(&mut self, styles: &Node) {
        for node in styles.all("style").filter(|node| node.get("type").is_none_or(|kind| kind == "paragraph")) {
            let Some(id) = node.get("styleId") else { continue };
            let numbered = node.find(&["pPr", "numPr"]);
            let value = |name| numbered.and_then(|node| node.child(name)?.number("val"));
            let style = Style {
                based_on: node.child("basedOn").and_then(|node| node.get("val")).map(str::to_owned),
                list: value("numId"),
                level: value("ilvl").map(|level| level as usize),
            };
            if node.flag("default") {
                self.default_style = Some(id.to_owned());
            }
            self.styles.insert(id.to_owned(), style);
        }
    }

    fn read_lists(&mut self, numbering: &Node) {
        // A definition may be that of a style, which another definition then names.
        let (mut of_style, mut links) = (BTreeMap::new(), Vec::new());
        for node in numbering.all("abstractNum") {
            let Some(id) = node.number("abstractNumId") else { continue };
            self.definitions.insert(id, node.all("lvl").filter_map(level).collect());
            let name = |name| node.child(name).and_then(|node| node.get("val")).map(str::to_owned);
            of_style.extend(name("styleLink").map(|style| (style, id)));
            links.extend(name("numStyleLink").map(|style| (id, style)));
        }
        for (id, style) in links {
            if let Some(levels) = of_style.get(&style).and_then(|other| self.definitions.get(other)).cloned() {
                self.definitions.insert(id, levels);
            }
        }
        for node in numbering.all("num") {
            let definition = node.child("abstractNumId").and_then(|node| node.number("val"));
            let (Some(id), Some(definition)) = (node.number("numId"), definition) else { continue };
            let mut list = List { definition, ..List::default() };
            for over in node.all("lvlOverride") {
                let at = over.number("ilvl").unwrap_or(0) as usize;
                list.starts
                    .extend(over.child("startOverride").and_then(|node| node.number("val")).map(|start| (at, start)));
                list.levels.extend(over.child("lvl").and_then(level));
            }
            self.lists.insert(id, list);
        }
    }

    /// The number of the next paragraph, with what stands between it and the text; empty where it has none.
    pub fn next(&mut self, properties: Option<&Node>) -> String {
        let Some((id, at)) = self.list_of(properties) else { return String::new() };
        let Some(list) = self.lists.get(&id) else { return String::new() };
        let Some(defined) = self.definitions.get(&list.definition) else { return String::new() };
        let level = |at: usize| list.levels.get(&at).or_else(|| defined.get(&at));
        let Some(own) = level(at) else { return String::new() };
        let counters = self.counters.entry(list.definition).or_default();
        if self.used.insert(id) {
            list.starts.keys().filter(|at| **at < LEVELS).for_each(|at| counters[*at] = None);
        }
        let start = |at: usize| list.starts.get(&at).copied().or(level(at).map(|level| level.start)).unwrap_or(1);
        counters[at] = Some(counters[at].map_or(start(at), |number| number.saturating_add(1)));
        for (above, counter) in counters.iter_mut().enumerate().take(at) {
            *counter = counter.or(Some(start(above)));
        }
        for (below, counter) in counters.iter_mut().enumerate().skip(at + 1) {
            let restart = level(below).and_then(|level| level.restart);
            if restart.is_none_or(|restart| restart > at as u32) {
                *counter = None;
            }
        }
        if own.kind == "bullet" {
            // Marks of fonts of symbols have no meaning in other fonts.
            let mark = own.text.trim();
            let symbol = mark.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c));
            return if mark.is_empty() { String::new() } else { format!("{} ", if symbol { "•" } else { mark }) };
        }
        let mut shown = String::new();
        let mut characters = own.text.chars().peekable();
        while let Some(c) = characters.next() {
            let digit = characters.peek().and_then(|c| c.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
            let Some(digit) = digit else {
                shown.push(c);
                continue;
            };
            characters.next();
            let of = digit as usize - 1;
            if let Some(number) = counters[of] {
                let kind = level(of).map_or("decimal", |level| &level.kind);
                shown.push_str(&figures(number, if own.legal { "decimal" } else { kind }));
            }
        }
        if shown.is_empty() || own.joined || shown.ends_with(['、', '．', '。', '）', '】', '〕', '，', '：', '；'])
        {
            return shown;
        }
        shown.push(' ');
        shown
    }

    /// The list and the level of a paragraph: its own, or that of its style.
    fn list_of(&self, properties: Option<&Node>) -> Option<(u32, usize)> {
        let numbered = properties.and_then(|node| node.child("numPr"));
        let value = |name| numbered.and_then(|node| node.child(name)?.number("val"));
        let named = properties.and_then(|node| node.child("pStyle")?.get("val"));
        let mut style = named.or(self.default_style.as_deref());
        let (mut list, mut at) = (value("numId"), value("ilvl").map(|level| level as usize));
        // A style that follows itself ends after as many steps as there are styles.
        for _ in 0..self.styles.len().min(64) {
            let Some((name, entry)) = style.and_then(|name| self.styles.get_key_value(name)) else { break };
            if list.is_none() {
                list = entry.list;
                if at.is_none() {
                    at = entry.level.or_else(|| self.level_of_style(entry.list?, name));
                }
            }
            style = entry.based_on.as_deref();
        }
        list.filter(|id| *id != 0).map(|id| (id, at.unwrap_or(0).min(LEVELS - 1)))
    }

    fn level_of_style(&self, list: u32, style: &str) -> Option<usize> {
        let defined = self.definitions.get(&self.lists.get(&list)?.definition)?;
        defined.iter().find(|(_, level)| level.style == style).map(|(at, _)| *at)
    }
}

fn level(node: &Node) -> Option<(usize, Level)> {
    let at = node.number("ilvl").map(|level| level as usize).filter(|level| *level < LEVELS)?;
    let value = |name| node.child(name).and_then(|node| node.get("val"));
    let number = |name| node.child(name).and_then(|node| node.number("val"));
    let legal = node.child("isLgl").is_some_and(|node| node.get("val").is_none() || node.flag("val"));
    let level = Level {
        start: number("start").unwrap_or(0),
        kind: value("numFmt").unwrap_or("decimal").to_owned(),
        text: value("lvlText").unwrap_or_default().to_owned(),
        joined: value("suff") == Some("nothing"),
        legal,
        restart: number("lvlRestart"),
        style: value("pStyle").unwrap_or_default().to_owned(),
    };
    Some((at, level))
}
