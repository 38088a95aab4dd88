//! Graph in, rows out: each record with what it stands in, its id and its place on the site.

use std::collections::BTreeSet;

use crate::link::Graph;
use crate::model::{Lang, List, ListId, Part, Position, RecordRef, Source};

use super::address::{PageUrls, Subject};
use super::scope::Scope;

/// What rows are made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'m> {
    /// The graph.
    pub graph: &'m Graph<'m>,
    /// The addresses of pages.
    pub urls: &'m dyn PageUrls,
    /// The one list whose data are wanted, with the rows of registers that it names; `None` for those of the whole site.
    pub scope: Option<&'m Scope>,
    /// The one list whose records are wanted; `None` for those of every list.
    pub list: Option<ListId>,
}

impl<'m> Context<'m> {
    /// The rows of the whole site.
    pub fn new(graph: &'m Graph<'m>, urls: &'m dyn PageUrls) -> Context<'m> {
        Context { graph, urls, scope: None, list: None }
    }

    /// The rows of one list, and those that they refer to.
    pub fn within(self, scope: &'m Scope) -> Context<'m> {
        Context { scope: Some(scope), list: Some(scope.list), ..self }
    }

    /// The records of one list.
    pub fn only(self, list: ListId) -> Context<'m> {
        Context { list: Some(list), ..self }
    }

    /// The lists whose records are wanted, in their order.
    pub fn lists(self) -> impl Iterator<Item = ListId> {
        let all = self.list.is_none().then(|| ListId::all(self.graph.model));
        self.list.into_iter().chain(all.into_iter().flatten())
    }

    /// The rows of a register that are wanted, in its order: those that a scope holds, or all.
    pub fn wanted<K: Copy + Ord + 'm>(
        self,
        of: fn(&Scope) -> &BTreeSet<K>,
        all: impl Iterator<Item = K>,
    ) -> impl Iterator<Item = K> {
        let all = self.scope.is_none().then_some(all);
        self.scope.into_iter().flat_map(move |scope| of(scope).iter().copied()).chain(all.into_iter().flatten())
    }
}

/// The rows of one table, made while they are asked for.
pub type Rows<'m, T> = Box<dyn Iterator<Item = Row<'m, T>> + 'm>;

/// One row: a value of the model and where it stands.
#[derive(Debug)]
pub struct Row<'m, T> {
    /// What rows are made from.
    pub context: Context<'m>,
    /// The value.
    pub value: &'m T,
    /// Id of the row, unique in its table.
    pub id: String,
    /// Id of the row that this one stands in; empty at the top.
    pub parent: String,
    /// Place among those that stand in the same, counted from 1.
    pub position: u32,
    /// Word for what the value, or what it is said of, is.
    pub kind: &'static str,
    /// The list.
    pub list: Option<ListId>,
    /// The record of a list that the row is, or is said of.
    pub record: Option<RecordRef>,
    /// The page that shows it, and the anchor there.
    pub page: Option<(Subject, String)>,
    /// Where it is printed.
    pub source: Option<&'m Source>,
}

impl<T> Clone for Row<'_, T> {
    fn clone(&self) -> Self {
        Row { id: self.id.clone(), parent: self.parent.clone(), page: self.page.clone(), ..*self }
    }
}

impl<'m, T> Row<'m, T> {
    /// A row that stands in nothing else.
    pub fn top(context: Context<'m>, value: &'m T, id: &str, index: usize, page: Option<Subject>) -> Row<'m, T> {
        Row {
            context,
            value,
            id: id.to_owned(),
            parent: String::new(),
            position: index as u32 + 1,
            kind: "",
            list: None,
            record: None,
            page: page.map(|subject| (subject, String::new())),
            source: None,
        }
    }

    /// The records of a collection inside the row. `part` takes the id of this row and that of the record; a record
    /// that does not say where it is printed is printed where this one is.
    pub fn records<U, Outer: Position, Inner: Position>(
        self,
        values: fn(&'m T) -> &'m [U],
        part: fn(Outer, Inner) -> Part,
        source: fn(&'m U) -> Option<&'m Source>,
    ) -> impl Iterator<Item = Row<'m, U>> {
        let model = self.context.graph.model;
        values(self.value).iter().enumerate().filter_map(move |(index, value)| {
            let outer = Outer::new(self.position as usize - 1);
            let record = RecordRef { list: self.list?, part: part(outer, Inner::new(index)) };
            Some(Row {
                context: self.context,
                value,
                id: record.uid(model),
                parent: self.id.clone(),
                position: index as u32 + 1,
                kind: record.part.kind(),
                list: self.list,
                record: Some(record),
                page: Some((Subject::Record(record), record.anchor(model))),
                source: source(value).or(self.source),
            })
        })
    }

    /// Values inside the row that are no records of their own: they keep its kind, its record and its page, and are
    /// numbered.
    pub fn each<U>(self, values: fn(&'m T) -> &'m [U]) -> impl Iterator<Item = Row<'m, U>> {
        values(self.value).iter().enumerate().map(move |(index, value)| {
            let position = index as u32 + 1;
            self.inside(value, position)
        })
    }

    /// The row of one value inside this one, numbered `position`.
    pub fn inside<U>(&self, value: &'m U, position: u32) -> Row<'m, U> {
        Row {
            context: self.context,
            value,
            id: format!("{}/{position}", self.id),
            parent: self.id.clone(),
            position,
            kind: self.kind,
            list: self.list,
            record: self.record,
            page: self.page.clone(),
            source: self.source,
        }
    }

    /// Names the row within the one it stands in.
    pub fn named(mut self, collection: &str, id: impl std::fmt::Display) -> Row<'m, T> {
        self.id = format!("{}/{collection}/{id}", self.parent);
        self
    }

    /// Says what the row is.
    pub fn kind(mut self, kind: &'static str) -> Row<'m, T> {
        self.kind = kind;
        self
    }

    /// Moves the row to an anchor of its page.
    pub fn at(mut self, anchor: &str) -> Row<'m, T> {
        self.page = self.page.map(|(subject, _)| (subject, anchor.to_owned()));
        self
    }

    /// Moves the row to another page.
    pub fn on(mut self, subject: Option<Subject>) -> Row<'m, T> {
        self.page = subject.map(|subject| (subject, String::new()));
        self
    }

    /// The list that the row belongs to.
    pub fn list(&self) -> Option<&'m List> {
        self.list.map(|list| &self.context.graph.model[list])
    }

    /// The id of something of the same list.
    pub fn of_list(&self, collection: &str, id: &str) -> String {
        let list = self.list().map_or("", |list| &list.id);
        format!("{list}/{collection}/{id}")
    }

    /// The address of the row in one language.
    pub fn url(&self, lang: Lang) -> Option<String> {
        let (subject, anchor) = self.page.as_ref()?;
        Some(self.context.urls.url(*subject, anchor, lang))
    }
}
