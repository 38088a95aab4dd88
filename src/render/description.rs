//! A page in; one sentence about it out.

use crate::model::{Collection, ListKind, Text};
use crate::plan::Target;

use super::names::{page_name, window_title};
use super::page::Page;
use super::text::shorten;

/// One sentence about a page, for search engines.
pub fn description<'a>(page: &Page<'a>, target: Target) -> String {
    let model = page.model();
    let first = |text: &'a Text| shorten(page.bare(text), 150).into_owned();
    let about = |name: Option<&'a Text>| {
        let name = name.map_or("", |name| page.bare(name));
        page.strings().fill("describe", target.kind().name, &[("name", name)])
    };
    match target {
        Target::Home => first(&model.site.description),
        Target::Item(l, i) => {
            let item = &page.list(l)[i];
            let agency = page.bare(&page.list(l).agency);
            let values = [("name", page.bare(&item.name)), ("agency", agency)];
            shorten(&page.strings().fill("describe", "item", &values), 150).into_owned()
        }
        Target::Items(l, ..) => {
            let name = page_name(page, target);
            let values = [("name", &*name.text), ("agency", page.bare(&page.list(l).agency))];
            shorten(&page.strings().fill("describe", "items", &values), 150).into_owned()
        }
        Target::List(l) if page.list(l).kind != ListKind::Responsibilities => {
            let (list, kind) = (page.list(l), page.t("list_kind", page.list(l).kind.as_str()));
            let values = [("kind", kind), ("title", page.bare(&list.title)), ("agency", page.bare(&list.agency))];
            shorten(&page.strings().fill("describe", "list_of_kind", &values), 150).into_owned()
        }
        Target::List(l) => {
            // What it has, and nothing that papers of its kind may have.
            let list = page.list(l);
            let entered = Collection::ALL.iter().filter(|part| list.count(**part) > 0);
            let parts: Vec<&str> = entered.map(|part| page.t("collection", part.as_str())).collect();
            let parts = parts.join(page.t("text", "list"));
            let values = [("name", page.bare(&list.agency)), ("parts", parts.as_str())];
            shorten(&page.strings().fill("describe", "list", &values), 150).into_owned()
        }
        Target::PowerType(_)
        | Target::Code(_)
        | Target::Below(..)
        | Target::Listing(..)
        | Target::MoreLaws(_)
        | Target::BothSides(_) => {
            let name = page_name(page, target);
            page.strings().fill("describe", target.kind().name, &[("name", &name.text)])
        }
        Target::Editions(list) | Target::Edition(list, ..) | Target::EditionChanges(list, ..) => {
            let name = page_name(page, target);
            let values = [("name", page.bare(&page.list(list).agency)), ("edition", &name.text)];
            page.strings().fill("describe", target.kind().name, &values)
        }
        Target::Gone(list, _) => {
            let name = page_name(page, target);
            let values = [("name", &*name.text), ("agency", page.bare(&page.list(list).agency))];
            shorten(&page.strings().fill("describe", "gone_record", &values), 150).into_owned()
        }
        Target::Former(_) => page.t("describe", "former").to_owned(),
        Target::Answer(region, topic) => {
            let values = [("region", page.bare(&model[region].name)), ("topic", page.bare(&model[topic].name))];
            page.strings().fill("describe", "answer", &values)
        }
        Target::Duty(l, i) => first(&page.list(l)[i].statement),
        Target::Matter(l, i) => {
            let matter = &page.list(l)[i];
            let names: Vec<&str> = matter.participants.iter().map(|part| page.bare(&part.name)).collect();
            let departments = names.join(page.t("text", "list"));
            let values = [("name", page.bare(&matter.name)), ("departments", departments.as_str())];
            shorten(&page.strings().fill("describe", "matter", &values), 150).into_owned()
        }
        Target::Service(l, i) => first(&page.list(l)[i].description),
        Target::Regime(l, i) => {
            let regime = &page.list(l)[i];
            first(regime.purpose.as_ref().unwrap_or(&regime.title))
        }
        Target::Topic(i) => first(&model[i].definition),
        Target::Table(i) => first(&page.table(i).description),
        Target::Free(_) => window_title(page, target),
        Target::Law(i) => about(Some(&model[i].title)),
        _ => {
            let plan = page.shared.plan;
            about(plan.subject(target).or_else(|| plan.subject(target.parent()?)))
        }
    }
}
