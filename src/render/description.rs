//! A page in; one sentence about it out.

use crate::model::Text;
use crate::plan::Target;

use super::names::window_title;
use super::page::Page;
use super::text::shorten;

/// One sentence about a page, for search engines.
pub fn description<'a>(page: &Page<'a>, target: Target) -> String {
    let model = page.model();
    let first = |text: &'a Text| shorten(page.bare(text), 150).into_owned();
    let about = |key: &str, name: &str| page.strings().fill("describe", key, &[("name", name)]);
    match target {
        Target::Home => first(&model.site.description),
        Target::Regions => about("regions", ""),
        Target::Region(i) => about("region", page.bare(&model[i].name)),
        Target::Lists => about("lists", ""),
        Target::List(l) => about("list", page.bare(&page.list(l).agency)),
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
        Target::Offices(l) => about("offices", page.bare(&page.list(l).agency)),
        Target::Mechanism(l) => about("mechanism", page.bare(&page.list(l).agency)),
        Target::Dossier(l) => about("dossier", page.bare(&page.list(l).agency)),
        Target::ListChanges(l) => about("list_changes", page.bare(&page.list(l).agency)),
        Target::Changes => about("changes", ""),
        Target::Laws => about("laws", ""),
        Target::Law(i) => about("law", page.bare(&model[i].title)),
        Target::Topics => about("topics", ""),
        Target::Topic(i) => first(&model[i].definition),
        Target::Compare(i, _) => about("compare", page.bare(&model[i].name)),
        Target::Departments => about("departments", ""),
        Target::Department(i) => about("department", page.bare(&model[i].name)),
        Target::Search => about("search", ""),
        Target::Data => about("data", ""),
        Target::Table(i) => first(&page.table(i).description),
        Target::Quality => about("quality", ""),
        Target::Free(_) => window_title(page, target),
        Target::NotFound => about("not_found", ""),
    }
}
