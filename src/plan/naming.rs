//! A page in; its path and the text of the content that names it out.

use std::borrow::Cow;

use crate::dataset::tables;
use crate::model::{ListId, Text};

use super::code::code_slug;
use super::items::GroupedBy;
use super::layout::Plan;
use super::target::Target;

impl<'m> Plan<'m> {
    /// The path of a page in the first language, from the root of the site: empty for the home page, else ending in a
    /// slash, but for `404.html`.
    pub fn path(&self, target: Target) -> String {
        let mut path = String::new();
        let mut ids = self.ids(target).into_iter();
        let mut rest = target.kind().address;
        while let Some((before, after)) = rest.split_once('{') {
            path.push_str(before);
            path.push_str(&ids.next().unwrap_or_default());
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        path + rest
    }

    /// The ids that stand in the address of a page, in order.
    fn ids(&self, target: Target) -> [Cow<'m, str>; 2] {
        let model = self.model;
        let one = |id: &'m str| [id.into(), "".into()];
        let of_list = |l: ListId, id: &'m str| [Cow::from(&*model[l].id), id.into()];
        match target {
            Target::Region(i) => one(&model[i].slug),
            Target::Below(i, page) => [(&*model[i].slug).into(), (page + 1).to_string().into()],
            Target::Items(l, group, page) => {
                let slug = self.item_groups[l][group as usize].slug(&model[l]);
                let slug = if page == 0 { slug.into() } else { format!("{slug}/{}", page + 1).into() };
                [(&*model[l].id).into(), slug]
            }
            Target::Item(l, i) => of_list(l, &model[l][i].id),
            Target::PowerType(power_type) => one(power_type.as_str()),
            Target::Code(i) => [code_slug(self.codes[i as usize]).into(), "".into()],
            Target::Duty(l, i) => of_list(l, &model[l][i].id),
            Target::Matter(l, i) => of_list(l, &model[l][i].id),
            Target::Service(l, i) => of_list(l, &model[l][i].id),
            Target::Regime(l, i) => of_list(l, &model[l][i].id),
            Target::Edition(l, edition, page) => {
                let id = model.editions.id(edition);
                let id = if page == 0 { id.to_string() } else { format!("{id}/{}", page + 1) };
                [(&*model[l].id).into(), id.into()]
            }
            Target::EditionChanges(l, edition, page) => {
                let id = model.editions.id(edition);
                let id = if page == 0 { format!("{id}/changes") } else { format!("{id}/changes/{}", page + 1) };
                [(&*model[l].id).into(), id.into()]
            }
            Target::Gone(l, at) => one(&self.history.gone[l][at as usize].record),
            Target::Former(at) => one(&self.former.all()[at as usize].key),
            Target::News(0) => one(""),
            Target::News(page) => [format!("-{}", page + 1).into(), "".into()],
            Target::Listing(listing, 0) => one(listing.as_str()),
            // The pages of a listing lie side by side, so that links in a row are right on any of them.
            Target::Listing(listing, page) => [format!("{}-{}", listing.as_str(), page + 1).into(), "".into()],
            Target::TopicGaps(i) => one(&model[i].slug),
            Target::BothSides(0) => one("both-sides"),
            Target::BothSides(page) => [format!("both-sides-{}", page + 1).into(), "".into()],
            Target::MoreLaws(page) => [(page + 1).to_string().into(), "".into()],
            Target::Law(i) => one(&model[i].id),
            Target::Topic(i) => one(&model[i].slug),
            Target::Answer(region, topic) => [(&*model[region].slug).into(), (&*model[topic].slug).into()],
            // The pages of a comparison lie side by side, so that links in a column are right on any of them.
            Target::Compare(i, 0) => [(&*model[i].slug).into(), "compare".into()],
            Target::Compare(i, page) => [(&*model[i].slug).into(), format!("compare-{}", page + 1).into()],
            Target::Department(i) => one(&model[i].slug),
            Target::Agency(i) => one(&model[i].id),
            Target::Table(i) => one(tables()[i as usize].name),
            Target::Free(i) => one(self.free_pages[i as usize]),
            _ => one(target.list().map_or("", |list| &model[list].id)),
        }
    }

    /// The text of the content that a page is named by; none for a page with a word of its own, for a table and for a
    /// free page.
    pub fn subject(&self, target: Target) -> Option<&'m Text> {
        let model = self.model;
        match target {
            Target::Region(i) | Target::Below(i, _) => Some(&model[i].name),
            Target::List(l) => Some(&model[l].agency),
            Target::Items(l, group, _) => match self.item_groups[l][group as usize].by {
                GroupedBy::Section(section) => Some(&model[l][section].title),
                _ => None,
            },
            Target::Law(i) => Some(model[i].short()),
            Target::Topic(i) | Target::Answer(_, i) => Some(&model[i].name),
            Target::Department(i) => Some(&model[i].name),
            Target::Agency(i) => Some(&model[i].name),
            _ => target.record().map(|record| record.title(model)),
        }
    }

    /// The same in full, where there is a longer form: the title of a list or of a law.
    pub fn full_title(&self, target: Target) -> Option<&'m Text> {
        match target {
            Target::List(l) => Some(&self.model[l].title),
            Target::Law(i) => Some(&self.model[i].title),
            _ => self.subject(target),
        }
    }
}
