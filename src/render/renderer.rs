//! Graph, plan, theme and catalogue in; the bytes of any page in any language out.

use serde::Serialize;
use serde_json::json;
use tera::Context;

use crate::dataset::Published;
use crate::diag::Failure;
use crate::link::Graph;
use crate::model::{Lang, TopicId};
use crate::plan::{Plan, Target, compare_pages};
use crate::theme::Theme;

use super::atoms::DescribedLaws;
use super::frame::frame;
use super::locale::Locale;
use super::page::Page;
use super::shared::Shared;
use super::views;

/// Renders pages. It holds what all pages of a language share and nothing of any page, and may be used from many
/// threads at once.
pub struct Renderer<'a> {
    shared: Shared<'a>,
    locales: Vec<Locale<'a>>,
}

impl<'a> Renderer<'a> {
    /// Prepares what the pages share: templates with the words and the frame of each language, counts, regions.
    /// The catalogue is asked for by the pages that show it, and by no other.
    pub fn new(
        graph: &'a Graph<'a>,
        plan: &'a Plan<'a>,
        theme: &'a Theme,
        catalogue: &'a dyn Published,
    ) -> Result<Renderer<'a>, Failure> {
        let shared = Shared::new(graph, plan, theme, catalogue);
        let languages = graph.model.languages();
        let locales = languages.iter().map(|lang| Locale::new(&shared, *lang)).collect::<Result<Vec<_>, Failure>>()?;
        Ok(Renderer { shared, locales })
    }

    /// Appends the HTML of one page to `out`.
    pub fn page(&self, target: Target, lang: Lang, out: &mut Vec<u8>) -> Result<(), Failure> {
        let locale = self.locales.iter().find(|locale| locale.lang == lang);
        let Some(locale) = locale else { return self.shared.theme.strings(lang).map(|_| ()) };
        let page = &Page::new(&self.shared, locale, target);
        let described = &mut DescribedLaws::default();
        let writer = PageWriter { page, out };
        match target {
            Target::Home => writer.write(&views::home(page)),
            Target::Regions => writer.write(&views::regions(page)),
            Target::Region(region) => writer.write(&views::region(page, region)),
            Target::Below(region, number) => writer.write(&views::below(page, region, number)),
            Target::Lists => writer.write(&views::lists(page)),
            Target::List(list) => writer.write(&views::list(page, list)),
            Target::Items(list, group, number) => writer.write(&views::items(page, list, group, number)),
            Target::Item(list, i) => writer.write(&views::item(page, list, i, described)),
            Target::Common(list) => writer.write(&views::common(page, list, described)),
            Target::Handovers(list) => writer.write(&views::handovers(page, list)),
            Target::PowerTypes => writer.write(&views::types(page)),
            Target::PowerType(power_type) => writer.write(&views::power_type(page, power_type)),
            Target::Code(at) => writer.write(&views::code(page, at)),
            Target::Duty(list, i) => writer.write(&views::duty(page, list, i, described)),
            Target::Matter(list, i) => writer.write(&views::matter(page, list, i, described)),
            Target::Service(list, i) => writer.write(&views::service(page, list, i, described)),
            Target::Regime(list, i) => writer.write(&views::regime(page, list, i, described)),
            Target::Offices(list) => writer.write(&views::offices(page, list)),
            Target::Mechanism(list) => writer.write(&views::mechanism(page, list, described)),
            Target::Dossier(list) => writer.write(&views::dossier(page, list)),
            Target::ListChanges(list) => writer.write(&views::list_changes(page, list)),
            Target::Changes => writer.write(&views::changes(page)),
            Target::Laws => writer.write(&views::laws(page)),
            Target::Law(law) => writer.write(&views::law(page, law)),
            Target::Topics => writer.write(&views::topics(page)),
            Target::Topic(topic) => writer.write(&views::topic(page, topic)),
            Target::Answer(region, topic) => writer.write(&views::answer(page, region, topic)),
            Target::Compare(topic, number) => writer.write(&views::compare(page, topic, number)),
            Target::Departments => writer.write(&views::departments(page)),
            Target::Department(department) => writer.write(&views::department(page, department)),
            Target::Search => writer.write(&views::search(page)),
            Target::Data => writer.write(&views::data(page)),
            Target::Table(table) => writer.write(&views::table(page, table)),
            Target::Quality => writer.write(&views::quality(page)),
            Target::Glossary => writer.write(&views::glossary(page)),
            Target::Free(index) => writer.write(&views::free(page, index)),
            Target::NotFound => writer.write(&views::not_found(page)),
        }
    }

    /// The same, with what the script of the page loads, which is made of the same view.
    pub fn page_and_beside(&self, target: Target, lang: Lang, out: &mut Vec<u8>) -> Result<Vec<Beside>, Failure> {
        match target {
            Target::Compare(topic, number) => self.compared(topic, number, lang, Some(out)),
            _ => self.page(target, lang, out).map(|()| Vec::new()),
        }
    }

    /// What the script of a page loads from the folder of the page. A comparison on several pages has its columns there
    /// for the other pages, and the first has what there is to choose from. A file is a call that hands its value to the
    /// page: pages opened from a disk may load scripts and nothing else.
    pub fn beside(&self, target: Target, lang: Lang) -> Result<Vec<Beside>, Failure> {
        match target {
            Target::Compare(topic, number) => self.compared(topic, number, lang, None),
            _ => Ok(Vec::new()),
        }
    }

    /// A page of a comparison, where it is wanted, and the files beside it.
    fn compared(
        &self,
        topic: TopicId,
        number: u32,
        lang: Lang,
        out: Option<&mut Vec<u8>>,
    ) -> Result<Vec<Beside>, Failure> {
        let Some(locale) = self.locales.iter().find(|locale| locale.lang == lang) else { return Ok(Vec::new()) };
        let page = &Page::new(&self.shared, locale, Target::Compare(topic, number));
        let failed = |error| self.shared.theme.fault(&error);
        let view = tera::Value::try_from_serializable(&views::compare(page, topic, number)).map_err(failed)?;
        let mut files = Vec::new();
        if compare_pages(self.shared.graph.lists_under(topic).len()) > 1 {
            let mut columns = Vec::new();
            let writer = PageWriter { page, out: &mut columns };
            writer.fill("components/compare-columns/template.html", [("compare", Ok(view.clone()))])?;
            let columns = json!(String::from_utf8_lossy(&columns));
            files.push(("columns.js", format!("qingdanCompare({number},{columns})\n").into_bytes()));
            if number == 0 {
                let lists = json!(views::choices(page, topic));
                files.push(("lists.js", format!("qingdanCompare(\"lists\",{lists})\n").into_bytes()));
            }
        }
        match out {
            Some(out) => PageWriter { page, out }.write_value(Ok(view)).map(|()| files),
            None => Ok(files),
        }
    }
}

/// A file that the script of a page loads: its name in the folder of the page, and its bytes.
pub type Beside = (&'static str, Vec<u8>);

/// A view as the engine takes it.
type TeraValue = Result<tera::Value, tera::Error>;

/// One page on its way out.
struct PageWriter<'p, 'a, 'o> {
    page: &'p Page<'a>,
    out: &'o mut Vec<u8>,
}

impl PageWriter<'_, '_, '_> {
    /// Renders the template of a kind of page with its view, under the name of the kind.
    fn write(self, view: &impl Serialize) -> Result<(), Failure> {
        self.write_value(tera::Value::try_from_serializable(view))
    }

    /// The same with a view as the engine takes it.
    fn write_value(self, view: TeraValue) -> Result<(), Failure> {
        let kind = self.page.target.kind().name;
        let frame = tera::Value::try_from_serializable(&frame(self.page, kind));
        self.fill(&format!("layouts/{kind}.html"), [("page", frame), (kind, view)])
    }

    /// Renders a template with values under their names.
    fn fill<const N: usize>(self, template: &str, values: [(&'static str, TeraValue); N]) -> Result<(), Failure> {
        let PageWriter { page, out } = self;
        let theme = page.shared.theme;
        let mut context = Context::new();
        for (name, value) in values {
            context.insert_value(name, value.map_err(|error| theme.fault(&error))?);
        }
        page.locale.tera.render_to(template, &context, out).map_err(|error| theme.fault(&error))
    }
}
