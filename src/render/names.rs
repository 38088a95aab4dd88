//! A page in, what it is called and which pages it belongs to and lies between out.

use std::borrow::Cow;

use crate::dataset::tables;
use crate::model::Position;
use crate::plan::Target;

use super::globals::free_title;
use super::pen::Pen;
use super::text::TextView;

impl<'a> Pen<'a> {
    /// What a page is called in links and headings.
    pub fn name(&self, target: Target) -> TextView<'a> {
        let plan = self.shared.plan;
        match (target.kind().word, target) {
            (Some(word), _) => TextView::plain(self.say("page", word)),
            (None, Target::Table(i)) => self.text(&self.table(i).title),
            (None, Target::Free(i)) => free_title(plan, self.model(), self.strings(), i),
            (None, _) => plan.subject(target).map_or(TextView::plain(""), |text| self.text(text)),
        }
    }

    /// The pages above a page, the home page first.
    pub fn above(&self, target: Target) -> Vec<Target> {
        let mut above: Vec<Target> = target.above().collect();
        above.reverse();
        if let Target::Region(i) = target {
            above.extend(self.shared.graph.regions_above(i).into_iter().rev().map(Target::Region));
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

    /// A page's name for the title of the window, with what tells it from pages of the same name.
    pub fn window_title(&self, target: Target) -> String {
        let site = self.bare(&self.model().site.title);
        if target == Target::Home {
            return site.to_owned();
        }
        let name =
            self.shared.plan.full_title(target).map_or_else(|| self.name(target).text, |text| self.bare(text).into());
        let parent = target.parent().filter(|_| target.kind().names_parent);
        match parent.map(|parent| self.bare_name(parent)) {
            Some(parent) => format!("{name} – {parent} – {site}"),
            None => format!("{name} – {site}"),
        }
    }

    /// What a page is called, for a place that takes no mark-up.
    fn bare_name(&self, target: Target) -> Cow<'a, str> {
        self.shared.plan.subject(target).map_or_else(|| self.name(target).text, |text| self.bare(text).into())
    }
}

fn around<K: Position>(id: K, len: usize, page: impl Fn(K) -> Target) -> (Option<Target>, Option<Target>) {
    let before = id.get().checked_sub(1).map(|before| page(K::new(before)));
    let after = (id.get() + 1 < len).then(|| page(K::new(id.get() + 1)));
    (before, after)
}
