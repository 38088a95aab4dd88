//! A list in; its records out, each as fields with what they say in every language: in the order of the list, what stands in
//! a record behind it.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::dataset::{Cell, CellKind, Column, Context, PageUrls, Subject, Table, tables};
use crate::i18n::Strings;
use crate::link::{Graph, Said};
use crate::model::{Articles, Lang, ListId, Text};

use super::article::{ARTICLES, articles};
use super::fields::{NAMES, Rows, TABLES, is_id, is_place, tells, words};
use super::successors::RenamedLists;

/// The words of the interface in a language, where they are at hand.
pub type Words<'w> = dyn Fn(Lang) -> Option<&'w Strings> + Sync + 'w;

/// The records of one edition of a list.
#[derive(Clone, Debug, Default)]
pub struct Flat {
    /// The list itself first, then its records, what stands in a record behind it.
    pub records: Vec<FlatRecord>,
}

/// A record of an edition.
#[derive(Clone, Debug)]
pub struct FlatRecord {
    /// Its id across all lists.
    pub id: String,
    /// Id of the record that it stands in, or its own.
    pub page: String,
    /// The word for what it is.
    pub kind: &'static str,
    /// Its number as printed.
    pub number: String,
    /// What it is called.
    pub name: Said,
    /// What it says.
    pub fields: Vec<Field>,
}

/// A field of a record: a column of its table, or the rows of another table that stand in it.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name of the column or table.
    pub name: &'static str,
    /// What it is called, in Chinese and English.
    pub title: [&'static str; 2],
    /// What it says; several rows stand in lines.
    pub value: Said,
    /// Whether it only says where among the others the record stands.
    pub is_place: bool,
}

/// What stands between the values of a row of another table, where it is told in a line.
const BETWEEN: &str = " · ";

/// Nobody's addresses: no edition is told by the addresses of pages.
#[derive(Debug)]
struct NoUrls;

impl PageUrls for NoUrls {
    fn url(&self, _: Subject, _: &str, _: Lang) -> String {
        String::new()
    }

    fn path(&self, _: Subject, _: &str) -> String {
        String::new()
    }

    fn at(&self, _: &str, _: Lang) -> Option<String> {
        None
    }
}

/// The records of a list of a graph. Ids of lists that have another by now, and of what stands in them, are told as those of now.
pub fn flatten(graph: &Graph<'_>, list: ListId, strings: &Words<'_>, renamed: &RenamedLists) -> Flat {
    let own = &graph.model[list];
    let languages = graph.model.languages();
    let head = FlatRecord {
        id: own.id.to_string(),
        page: own.id.to_string(),
        kind: "list",
        number: String::new(),
        name: of_text(&own.agency, languages),
        fields: vec![
            field("agency", ["机关", "Agency"], of_text(&own.agency, languages)),
            field("title", ["标题", "Title"], of_text(&own.title, languages)),
        ],
    };
    let mut making = Making {
        graph,
        context: Context::new(graph, &NoUrls).only(list),
        languages,
        strings,
        renamed,
        at: HashMap::from([(head.id.clone(), 0)]),
        records: vec![head],
        own: Vec::new(),
        lines: Vec::new(),
        line_of: HashMap::new(),
    };
    for (name, rows) in TABLES {
        if let Some(table) = tables().iter().find(|table| table.name == *name) {
            making.add(table, *rows);
        }
    }
    making.done()
}

fn field(name: &'static str, title: [&'static str; 2], value: Said) -> Field {
    Field { name, title, value, is_place: false }
}

fn of_text(text: &Text, languages: &[Lang]) -> Said {
    let data = languages.iter().map(|lang| text.get(*lang).unwrap_or_default().to_owned()).collect();
    Said { data, shown: None, translated: true }
}

/// What one cell says, before it is known what the record is called that it names.
struct Told {
    name: &'static str,
    title: [&'static str; 2],
    value: Said,
    refers: Option<&'static str>,
    /// Whether a line has to say what the value is: a figure by itself tells nobody anything.
    labelled: bool,
}

/// A row that stands in a record.
struct Line {
    record: usize,
    table: &'static Table,
    told: Vec<Told>,
}

/// The records while their fields are collected.
struct Making<'a, 'w> {
    graph: &'a Graph<'a>,
    context: Context<'a>,
    languages: &'a [Lang],
    strings: &'a Words<'w>,
    renamed: &'a RenamedLists,
    records: Vec<FlatRecord>,
    at: HashMap<String, usize>,
    own: Vec<(usize, Told)>,
    lines: Vec<Line>,
    /// Where among the lines each row is, by its id.
    line_of: HashMap<String, usize>,
}

impl Making<'_, '_> {
    fn add(&mut self, table: &'static Table, rows: Rows) {
        let places = table.places(self.languages);
        let first = |lang: &Lang| self.languages.first() == Some(lang);
        let columns: Vec<(usize, &'static Column)> = (places.iter().enumerate())
            .filter(|(_, (column, lang))| !column.per_language || first(lang))
            .filter_map(|(at, (column, _))| Some((at, table.columns.iter().find(|own| own.name == column.name)?)))
            .collect();
        let mut taken: Vec<(String, String, Vec<Told>)> = Vec::new();
        let each = table.rows(self.context, &mut |cells| {
            let named = |name: &str| {
                let at = columns.iter().find(|(_, column)| column.name == name).map(|(at, _)| *at);
                at.map_or(String::new(), |at| cells[at].to_text().into_owned())
            };
            let owner = match rows {
                Rows::Records(_) => String::new(),
                Rows::In(owner) | Rows::With(owner) => named(owner),
            };
            let telling = columns.iter().filter(|(_, column)| tells(rows, column.name));
            let told = telling.filter_map(|(at, column)| self.tell(table.name, column, &cells[*at..]));
            let mut told: Vec<Told> = told.collect();
            if table.name == ARTICLES
                && let Some(articles) = articles(&named)
            {
                self.name_article(&mut told, &articles);
            }
            taken.push((named("id"), owner, told));
            Ok(())
        });
        // Rows are only looked at, which nothing can stop.
        debug_assert!(each.is_ok());
        for (id, owner, told) in taken {
            match rows {
                Rows::Records(kind) => {
                    let at = self.record(id, kind);
                    self.own.extend(told.into_iter().map(|told| (at, told)));
                }
                Rows::In(_) => {
                    if let Some(record) = self.holds(&owner) {
                        self.line_of.insert(id, self.lines.len());
                        self.lines.push(Line { record, table, told });
                    }
                }
                Rows::With(_) => {
                    if let Some(at) = self.line_of.get(&owner) {
                        self.lines[*at].told.extend(told);
                    }
                }
            }
        }
    }

    /// What a cell says, with those of the other languages behind it; nothing where it is empty in all.
    fn tell(&self, table: &str, column: &'static Column, cells: &[Cell<'_>]) -> Option<Told> {
        let languages = self.languages.len();
        let data: Vec<String> = if column.per_language {
            cells.iter().take(languages).map(|cell| cell.to_text().into_owned()).collect()
        } else {
            vec![cells.first()?.to_text().into_owned(); languages]
        };
        if data.iter().all(String::is_empty) || data.first().is_some_and(|value| value == "false") {
            return None;
        }
        let word = |(lang, value): (&Lang, &String)| {
            let strings = (self.strings)(*lang)?;
            let word = strings.get(words(table, column.name)?, value);
            (!word.is_empty()).then(|| word.to_owned())
        };
        let shown = words(table, column.name)
            .and_then(|_| self.languages.iter().zip(&data).map(word).collect::<Option<Vec<String>>>());
        let translated = column.per_language || shown.is_some();
        let labelled = !matches!(column.kind, CellKind::String);
        let value = Said { data, shown, translated };
        Some(Told { name: column.name, title: column.title, value, refers: column.refers, labelled })
    }

    /// Lets the cells of a cited article be told as its name, which the first of them then has.
    fn name_article(&self, told: &mut [Told], articles: &Articles) {
        let name = |lang: &Lang| Some((self.strings)(*lang)?.article(articles));
        let Some(names) = self.languages.iter().map(name).collect::<Option<Vec<String>>>() else { return };
        for (at, told) in told.iter_mut().enumerate() {
            let shown = if at == 0 { names.clone() } else { vec![String::new(); names.len()] };
            (told.value.shown, told.labelled) = (Some(shown), false);
        }
    }

    /// The record that a row with this owner stands in: the nearest that is told by itself.
    fn holds(&self, owner: &str) -> Option<usize> {
        let mut id = owner;
        loop {
            if let Some(at) = self.at.get(id) {
                return Some(*at);
            }
            id = id.rsplit_once('/')?.0;
        }
    }

    fn record(&mut self, id: String, kind: &'static str) -> usize {
        let at = self.records.len();
        let page = id.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        self.at.insert(id.clone(), at);
        self.records.push(FlatRecord {
            id,
            page,
            kind,
            number: String::new(),
            name: Said::default(),
            fields: Vec::new(),
        });
        at
    }

    /// What a value is called that names a record of the list or an entry of a register.
    fn called(&self, refers: &str, id: &str) -> Option<Said> {
        let model = self.graph.model;
        match refers {
            "laws" => Some(of_text(&model[self.graph.law(id)?].title, self.languages)),
            "departments" => Some(of_text(&model[self.graph.department(id)?].name, self.languages)),
            _ => Some(self.records[*self.at.get(id)?].name.clone()).filter(|name| !name.is_empty()),
        }
    }

    fn settle(&self, told: &mut Told) {
        let Some(id) = told.value.data.first() else { return };
        if let Some(called) = told.refers.and_then(|refers| self.called(refers, id)) {
            told.value.shown = Some(called.data);
            told.value.translated = called.translated;
        }
        if told.refers.is_some() || is_id(told.name) {
            // Without a slash it is the id of an entry of a register.
            told.value.data.iter_mut().filter(|id| id.contains('/')).for_each(|id| self.rename(id));
        }
    }

    /// Puts the id of a list that has another by now, or of what stands in it, as it is now.
    fn rename(&self, id: &mut String) {
        if let Cow::Owned(now) = self.renamed.now(id) {
            *id = now;
        }
    }

    fn done(mut self) -> Flat {
        for (at, told) in &self.own {
            let record = &mut self.records[*at];
            if told.name == "number" {
                record.number = told.value.data.first().cloned().unwrap_or_default();
            }
            if record.name.is_empty() && NAMES.contains(&told.name) {
                record.name = told.value.clone();
            }
        }
        for (at, mut told) in std::mem::take(&mut self.own) {
            self.settle(&mut told);
            let Told { name, title, value, .. } = told;
            self.records[at].fields.push(Field { name, title, value, is_place: is_place(name) });
        }
        for mut line in std::mem::take(&mut self.lines) {
            line.told.iter_mut().for_each(|told| self.settle(told));
            let said = self.line(&line.told);
            let fields = &mut self.records[line.record].fields;
            match fields.last_mut().filter(|field| field.name == line.table.name) {
                Some(field) => append(&mut field.value, said),
                None => fields.push(field(line.table.name, line.table.title, said)),
            }
        }
        let mut records = std::mem::take(&mut self.records);
        for record in &mut records {
            self.rename(&mut record.id);
            self.rename(&mut record.page);
        }
        let place: HashMap<String, usize> =
            records.iter().enumerate().map(|(at, record)| (record.id.clone(), at)).collect();
        // What stands in a record comes behind it; the sort keeps the order of the rest.
        records.sort_by_key(|record| place.get(&record.page).copied().unwrap_or(usize::MAX));
        Flat { records }
    }

    /// The values of a row, in one line.
    fn line(&self, told: &[Told]) -> Said {
        let joined = |at: usize, shown: bool| {
            let value = |told: &Told| {
                let values = if shown { told.value.told() } else { &told.value.data };
                let own = values.get(at).filter(|value| !value.is_empty());
                let value = own.or_else(|| values.iter().find(|value| !value.is_empty()))?;
                let chinese = self.languages.get(at).is_some_and(|lang| *lang == Lang::ZH);
                let label = told.title[usize::from(!chinese)];
                Some(match value.as_str() {
                    "true" if shown => label.to_owned(),
                    _ if shown && told.labelled => format!("{label} {value}"),
                    _ => value.clone(),
                })
            };
            told.iter().filter_map(value).collect::<Vec<_>>().join(BETWEEN)
        };
        let languages = 0..self.languages.len();
        let data: Vec<String> = languages.clone().map(|at| joined(at, false)).collect();
        let shown: Vec<String> = languages.map(|at| joined(at, true)).collect();
        let translated = told.iter().any(|told| told.value.translated || told.labelled);
        Said { shown: (shown != data).then_some(shown), data, translated }
    }
}

/// Adds a line to what a field says.
fn append(to: &mut Said, line: Said) {
    let lines = |values: &[String], more: &[String]| -> Vec<String> {
        values.iter().zip(more).map(|(value, more)| format!("{value}\n{more}")).collect()
    };
    if to.shown.is_some() || line.shown.is_some() {
        to.shown = Some(lines(to.told(), line.told()));
    }
    to.data = lines(&to.data, &line.data);
    to.translated |= line.translated;
}
