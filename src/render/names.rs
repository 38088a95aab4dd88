//! A page in, what it is called and which pages it belongs to and lies between out.

use crate::dataset::tables;
use crate::model::{List, Position, Text};
use crate::plan::Target;

use super::globals::free_title;
use super::pen::Pen;
use super::text::TextView;

impl<'a> Pen<'a> {
    /// What a page is called in links and headings.
    pub fn name(&self, target: Target) -> TextView<'a> {
        let model = self.model();
        match target {
            Target::Home => TextView::plain(self.say("page", "home")),
            Target::Regions => TextView::plain(self.say("page", "regions")),
            Target::Region(i) => self.text(&model[i].name),
            Target::Lists => TextView::plain(self.say("page", "lists")),
            Target::List(l) => self.text(&self.list(l).agency),
            Target::Duty(..) | Target::Matter(..) | Target::Service(..) | Target::Regime(..) => {
                self.text(self.title(target))
            }
            Target::Offices(_) => TextView::plain(self.say("page", "offices")),
            Target::Mechanism(_) => TextView::plain(self.say("page", "mechanism")),
            Target::Dossier(_) => TextView::plain(self.say("page", "dossier")),
            Target::ListChanges(_) | Target::Changes => TextView::plain(self.say("page", "changes")),
            Target::Laws => TextView::plain(self.say("page", "laws")),
            Target::Law(i) => self.text(model[i].short()),
            Target::Topics => TextView::plain(self.say("page", "topics")),
            Target::Topic(i) => self.text(&model[i].name),
            Target::Compare(..) => TextView::plain(self.say("page", "compare")),
            Target::Departments => TextView::plain(self.say("page", "departments")),
            Target::Department(i) => self.text(&model[i].name),
            Target::Search => TextView::plain(self.say("page", "search")),
            Target::Data => TextView::plain(self.say("page", "data")),
            Target::Table(i) => self.text(&self.table(i).title),
            Target::Quality => TextView::plain(self.say("page", "quality")),
            Target::Free(i) => free_title(self.shared.plan, model, self.strings(), i),
            Target::NotFound => TextView::plain(self.say("page", "not_found")),
        }
    }

    /// The name of the record that a page shows.
    fn title(&self, target: Target) -> &'a Text {
        let model = self.model();
        target.record().map_or(&model.site.title, |record| record.title(model))
    }

    /// The pages above a page, the home page first.
    pub fn above(&self, target: Target) -> Vec<Target> {
        let mut above = vec![Target::Home];
        match target {
            Target::Home => above.clear(),
            Target::Region(i) => {
                above.push(Target::Regions);
                above.extend(self.shared.graph.regions_above(i).into_iter().rev().map(Target::Region));
            }
            Target::List(_) => above.push(Target::Lists),
            Target::Duty(l, _)
            | Target::Matter(l, _)
            | Target::Service(l, _)
            | Target::Regime(l, _)
            | Target::Offices(l)
            | Target::Mechanism(l)
            | Target::Dossier(l)
            | Target::ListChanges(l) => above.extend([Target::Lists, Target::List(l)]),
            Target::Law(_) | Target::Changes => above.push(Target::Laws),
            Target::Topic(_) => above.push(Target::Topics),
            Target::Compare(i, _) => above.extend([Target::Topics, Target::Topic(i)]),
            Target::Department(_) => above.push(Target::Departments),
            Target::Table(_) | Target::Quality => above.push(Target::Data),
            _ => {}
        }
        above
    }

    /// The pages before and after a page among those of its kind.
    pub fn neighbours(&self, target: Target) -> (Option<Target>, Option<Target>) {
        let model = self.model();
        match target {
            Target::List(i) => around(i, model.lists.len(), Target::List),
            Target::Duty(l, i) => around(i, self.list(l).duties.len(), |i| Target::Duty(l, i)),
            Target::Matter(l, i) => around(i, self.list(l).boundaries.len(), |i| Target::Matter(l, i)),
            Target::Service(l, i) => around(i, self.list(l).services.len(), |i| Target::Service(l, i)),
            Target::Regime(l, i) => around(i, self.list(l).regimes.len(), |i| Target::Regime(l, i)),
            Target::Law(i) => around(i, model.laws.len(), Target::Law),
            Target::Topic(i) => around(i, model.topics.len(), Target::Topic),
            Target::Department(i) => around(i, model.departments.len(), Target::Department),
            Target::Table(i) => {
                let after = (i as usize + 1 < tables().len()).then(|| Target::Table(i + 1));
                (i.checked_sub(1).map(Target::Table), after)
            }
            _ => (None, None),
        }
    }

    /// The entry of the menu that a page belongs to.
    pub fn section(&self, target: Target) -> &'static str {
        match target {
            Target::Regions | Target::Region(_) => "regions",
            Target::Lists
            | Target::List(_)
            | Target::Duty(..)
            | Target::Matter(..)
            | Target::Service(..)
            | Target::Regime(..)
            | Target::Offices(_)
            | Target::Mechanism(_)
            | Target::Dossier(_)
            | Target::ListChanges(_) => "lists",
            Target::Laws | Target::Law(_) | Target::Changes => "laws",
            Target::Topics | Target::Topic(_) | Target::Compare(..) => "topics",
            Target::Departments | Target::Department(_) => "departments",
            Target::Data | Target::Table(_) | Target::Quality => "data",
            Target::Search => "search",
            Target::Home | Target::Free(_) | Target::NotFound => "",
        }
    }

    /// A page's name for the title of the window, with what tells it from pages of the same name.
    pub fn window_title(&self, target: Target) -> String {
        let model = self.model();
        let within = |list: &'a List| self.bare(&list.agency);
        let (name, place) = match target {
            Target::Home => return self.bare(&model.site.title).to_owned(),
            Target::Region(i) => (self.bare(&model[i].name), ""),
            Target::List(l) => (self.bare(&self.list(l).title), ""),
            Target::Duty(l, _) | Target::Matter(l, _) | Target::Service(l, _) | Target::Regime(l, _) => {
                (self.bare(self.title(target)), within(self.list(l)))
            }
            Target::Offices(l) => (self.say("page", "offices"), within(self.list(l))),
            Target::Mechanism(l) => (self.say("page", "mechanism"), within(self.list(l))),
            Target::Dossier(l) => (self.say("page", "dossier"), within(self.list(l))),
            Target::ListChanges(l) => (self.say("page", "changes"), within(self.list(l))),
            Target::Law(i) => (self.bare(&model[i].title), ""),
            Target::Topic(i) => (self.bare(&model[i].name), self.say("page", "topics")),
            Target::Compare(i, _) => (self.say("page", "compare"), self.bare(&model[i].name)),
            Target::Department(i) => (self.bare(&model[i].name), self.say("page", "departments")),
            Target::Table(i) => (self.bare(&self.table(i).title), self.say("page", "data")),
            other => {
                let name = self.name(other);
                return format!("{} – {}", name.text, self.bare(&model.site.title));
            }
        };
        let mut title = name.to_owned();
        for more in [place, self.bare(&model.site.title)] {
            if !more.is_empty() {
                title.push_str(" – ");
                title.push_str(more);
            }
        }
        title
    }
}

fn around<K: Position>(id: K, len: usize, page: impl Fn(K) -> Target) -> (Option<Target>, Option<Target>) {
    let before = id.get().checked_sub(1).map(|before| page(K::new(before)));
    let after = (id.get() + 1 < len).then(|| page(K::new(id.get() + 1)));
    (before, after)
}
