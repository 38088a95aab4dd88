//! Graph, plan, theme and catalogue in; the bytes of any page in any language out.

use serde::Serialize;
use serde_json::json;
use tera::Context;

use crate::dataset::Catalogue;
use crate::diag::Failure;
use crate::link::Graph;
use crate::model::Lang;
use crate::plan::{Plan, Target, compare_pages};
use crate::theme::Theme;

use super::globals::Tongue;
use super::pen::Pen;
use super::shared::Shared;
use super::views;

/// Renders pages. It holds what all pages of a language share and nothing of any page, and may be used from many
/// threads at once.
pub struct Renderer<'a> {
    shared: Shared<'a>,
    tongues: Vec<Tongue<'a>>,
}

impl<'a> Renderer<'a> {
    /// Prepares what the pages share: templates with the words and the frame of each language, counts, regions.
    /// `indexes` are the folders of the search indexes, language by language.
    pub fn new(
        graph: &'a Graph<'a>,
        plan: &'a Plan<'a>,
        theme: &'a Theme,
        catalogue: &'a Catalogue,
        indexes: &'a [String],
    ) -> Result<Renderer<'a>, Failure> {
        let shared = Shared::new(graph, plan, theme, catalogue, indexes);
        let languages = graph.model.languages();
        let tongues = languages.iter().map(|lang| Tongue::new(&shared, *lang)).collect::<Result<Vec<_>, Failure>>()?;
        Ok(Renderer { shared, tongues })
    }

    /// Appends the HTML of one page to `out`.
    pub fn page(&self, target: Target, lang: Lang, out: &mut Vec<u8>) -> Result<(), Failure> {
        let tongue = self.tongues.iter().find(|tongue| tongue.lang == lang);
        let Some(tongue) = tongue else { return self.shared.theme.strings(lang).map(|_| ()) };
        let pen = Pen::new(&self.shared, tongue, target);
        let desk = Desk { pen: &pen, out };
        match target {
            Target::Home => desk.write("home", &views::home(&pen)),
            Target::Regions => desk.write("regions", &views::regions(&pen)),
            Target::Region(region) => desk.write("region", &views::region(&pen, region)),
            Target::Lists => desk.write("lists", &views::lists(&pen)),
            Target::List(list) => desk.write("list", &views::list(&pen, list)),
            Target::Duty(list, i) => desk.write("duty", &views::duty(&pen, list, i)),
            Target::Matter(list, i) => desk.write("matter", &views::matter(&pen, list, i)),
            Target::Service(list, i) => desk.write("service", &views::service(&pen, list, i)),
            Target::Regime(list, i) => desk.write("regime", &views::regime(&pen, list, i)),
            Target::Offices(list) => desk.write("offices", &views::offices(&pen, list)),
            Target::Mechanism(list) => desk.write("mechanism", &views::mechanism(&pen, list)),
            Target::Dossier(list) => desk.write("dossier", &views::dossier(&pen, list)),
            Target::ListChanges(list) => desk.write("list_changes", &views::list_changes(&pen, list)),
            Target::Changes => desk.write("changes", &views::changes(&pen)),
            Target::Laws => desk.write("laws", &views::laws(&pen)),
            Target::Law(law) => desk.write("law", &views::law(&pen, law)),
            Target::Topics => desk.write("topics", &views::topics(&pen)),
            Target::Topic(topic) => desk.write("topic", &views::topic(&pen, topic)),
            Target::Compare(topic, page) => desk.write("compare", &views::compare(&pen, topic, page)),
            Target::Departments => desk.write("departments", &views::departments(&pen)),
            Target::Department(department) => desk.write("department", &views::department(&pen, department)),
            Target::Search => desk.write("search", &views::search(&pen)),
            Target::Data => desk.write("data", &views::data(&pen)),
            Target::Table(table) => desk.write("table", &views::table(&pen, table)),
            Target::Quality => desk.write("quality", &views::quality(&pen)),
            Target::Free(page) => desk.write("free", &views::free(&pen, page)),
            Target::NotFound => desk.write("not_found", &views::not_found(&pen)),
        }
    }

    /// What the script of a page loads from the folder of the page: names and bytes. A comparison on several pages has
    /// its columns there for the other pages, and the first has what there is to choose from. A file is a call that
    /// hands its value to the page: pages opened from a disk may load scripts and nothing else.
    pub fn beside(&self, target: Target, lang: Lang) -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
        let mut files = Vec::new();
        let Target::Compare(topic, page) = target else { return Ok(files) };
        let Some(tongue) = self.tongues.iter().find(|tongue| tongue.lang == lang) else { return Ok(files) };
        if compare_pages(self.shared.graph.lists_under(topic).len()) < 2 {
            return Ok(files);
        }
        let pen = Pen::new(&self.shared, tongue, target);
        let mut columns = Vec::new();
        let view = ("compare", tera::Value::try_from_serializable(&views::compare(&pen, topic, page)));
        Desk { pen: &pen, out: &mut columns }.fill("components/compare-columns/template.html", [view])?;
        let columns = json!(String::from_utf8_lossy(&columns));
        files.push(("columns.js", format!("qingdanCompare({page},{columns})\n").into_bytes()));
        if page == 0 {
            let lists = json!(views::choices(&pen, topic));
            files.push(("lists.js", format!("qingdanCompare(\"lists\",{lists})\n").into_bytes()));
        }
        Ok(files)
    }
}

/// A view as the engine takes it.
type Made = Result<tera::Value, tera::Error>;

/// One page on its way out.
struct Desk<'p, 'a, 'o> {
    pen: &'p Pen<'a>,
    out: &'o mut Vec<u8>,
}

impl Desk<'_, '_, '_> {
    /// Renders the template of a kind of page with its view, under the name of the kind.
    fn write(self, kind: &'static str, view: &impl Serialize) -> Result<(), Failure> {
        let page = tera::Value::try_from_serializable(&self.pen.frame(kind));
        let view = tera::Value::try_from_serializable(view);
        self.fill(&format!("layouts/{kind}.html"), [("page", page), (kind, view)])
    }

    /// Renders a template with values under their names.
    fn fill<const N: usize>(self, template: &str, values: [(&'static str, Made); N]) -> Result<(), Failure> {
        let Desk { pen, out } = self;
        let theme = pen.shared.theme;
        let mut context = Context::new();
        for (name, value) in values {
            context.insert_value(name, value.map_err(|error| theme.fault(&error))?);
        }
        pen.tongue.tera.render_to(template, &context, out).map_err(|error| theme.fault(&error))
    }
}
