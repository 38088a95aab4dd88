//! Graph, plan, theme and catalogue in; the bytes of any page in any language out.

use serde::Serialize;
use serde_json::json;
use tera::Context;

use crate::dataset::Published;
use crate::diag::Failure;
use crate::link::Graph;
use crate::model::{Lang, TopicId};
use crate::plan::{FEED, Plan, Target, compare_pages};
use crate::theme::Theme;

use super::atoms::DescribedLaws;
use super::feed::feed;
use super::foreign;
use super::frame::frame;
use super::locale::Locale;
use super::page::Page;
use super::shared::Shared;
use super::views;

/// Renders pages. It holds what all pages of a language share and nothing of any page, and may be used from many
/// threads at once.
pub struct Renderer<'a> {
    pub(super) shared: Shared<'a>,
    pub(super) locales: Vec<Locale<'a>>,
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
            Target::Tabular(list) => writer.write(&views::tabular(page, list)),
            Target::ListChanges(list) => writer.write(&views::list_changes(page, list)),
            Target::Editions(list) => writer.write(&views::editions(page, list)),
            Target::Edition(list, id, number) => writer.write(&views::edition(page, list, id, number)),
            Target::EditionChanges(list, id, number) => writer.write(&views::edition_changes(page, list, id, number)),
            Target::Gone(list, at) => writer.write(&views::gone_record(page, list, at)),
            Target::News(number) => writer.write(&views::news(page, number)),
            Target::Changes => writer.write(&views::changes(page)),
            Target::Listing(listing, number) => writer.write(&views::listing(page, listing, number)),
            Target::Gaps => writer.write(&views::gaps(page)),
            Target::TopicGaps(topic) => writer.write(&views::topic_gaps(page, topic)),
            Target::BothSides(number) => writer.write(&views::both_sides(page, number)),
            Target::Laws => writer.write_as("laws", &views::laws(page, 0)),
            Target::MoreLaws(number) => writer.write_as("laws", &views::laws(page, number)),
            Target::Law(law) => writer.write(&views::law(page, law)),
            Target::Topics => writer.write(&views::topics(page)),
            Target::Topic(topic) => writer.write(&views::topic(page, topic)),
            Target::Answer(region, topic) => writer.write(&views::answer(page, region, topic)),
            Target::Compare(topic, number) => writer.write(&views::compare(page, topic, number)),
            Target::Departments => writer.write(&views::departments(page)),
            Target::Department(department) => writer.write(&views::department(page, department)),
            Target::Agencies => writer.write(&views::agencies(page)),
            Target::Agency(agency) => writer.write(&views::agency(page, agency)),
            Target::Search => writer.write(&views::search(page)),
            Target::Data => writer.write(&views::data(page)),
            Target::Table(table) => writer.write(&views::table(page, table)),
            Target::Quality => writer.write(&views::quality(page)),
            Target::Glossary => writer.write(&views::glossary(page)),
            Target::Free(index) => writer.write(&views::free(page, index)),
            Target::Former(at) => writer.write(&views::former(page, at)),
            Target::NotFound => writer.write(&views::not_found(page)),
        }
    }

    /// The same, with what the script of the page loads, which is made of the same view.
    pub fn page_and_beside(&self, target: Target, lang: Lang, out: &mut Vec<u8>) -> Result<Vec<Beside>, Failure> {
        match target {
            Target::Compare(topic, number) => self.compared(topic, number, lang, Some(out)),
            Target::Listing(..) | Target::Laws | Target::MoreLaws(_) => {
                self.page(target, lang, out)?;
                self.beside(target, lang)
            }
            _ => {
                self.page(target, lang, out)?;
                self.beside(target, lang)
            }
        }
    }

    /// What the script of a page loads from the folder of the page. A comparison on several pages has its columns there
    /// for the other pages, and the first has what there is to choose from. A file is a call that hands its value to the
    /// page: pages opened from a disk may load scripts and nothing else.
    pub fn beside(&self, target: Target, lang: Lang) -> Result<Vec<Beside>, Failure> {
        match target {
            Target::Compare(topic, number) => self.compared(topic, number, lang, None),
            Target::Listing(..) | Target::Laws | Target::MoreLaws(_) => self.rows(target, lang),
            _ => Ok(self.feed(target, lang).into_iter().collect()),
        }
    }

    /// The feed beside a page.
    fn feed(&self, target: Target, lang: Lang) -> Option<Beside> {
        let news = self.shared.plan.feeds.get(&target)?;
        let locale = self.locales.iter().find(|locale| locale.lang == lang)?;
        Some((FEED, feed(&Page::new(&self.shared, locale, target), news)))
    }

    /// The rows of one of several pages that go on with the same, for the script of the others, and beside the first page
    /// where the rows of each region are.
    fn rows(&self, target: Target, lang: Lang) -> Result<Vec<Beside>, Failure> {
        let Some(locale) = self.locales.iter().find(|locale| locale.lang == lang) else { return Ok(Vec::new()) };
        let page = &Page::new(&self.shared, locale, target);
        let plan = self.shared.plan;
        let failed = |error| self.shared.theme.fault(&error);
        let (name, number, pages, view) = match target {
            Target::Listing(listing, number) => {
                let view = tera::Value::try_from_serializable(&views::listing(page, listing, number));
                ("listing", number, plan.listed(listing).pages(), view)
            }
            Target::MoreLaws(number) => {
                ("laws", number, plan.laws.pages(), tera::Value::try_from_serializable(&views::laws(page, number)))
            }
            _ => ("laws", 0, plan.laws.pages(), tera::Value::try_from_serializable(&views::laws(page, 0))),
        };
        if pages < 2 {
            return Ok(Vec::new());
        }
        let mut rows = Vec::new();
        let template = format!("components/{name}-rows/template.html");
        PageWriter { page, out: &mut rows }.fill(&template, [(name, Ok(view.map_err(failed)?))])?;
        let rows = json!(String::from_utf8_lossy(&rows));
        let mut files = vec![("rows.js", format!("qingdanRows({number},{rows})\n").into_bytes())];
        if let Target::Listing(listing, 0) = target {
            let regions = json!(views::region_choices(page, listing));
            files.push(("regions.js", format!("qingdanRows(\"regions\",{regions})\n").into_bytes()));
        }
        Ok(files)
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

    /// Renders the template of another kind of page with a view, under the name of that kind.
    fn write_as(self, name: &'static str, view: &impl Serialize) -> Result<(), Failure> {
        let frame = tera::Value::try_from_serializable(&frame(self.page, self.page.target.kind().name));
        self.fill(&format!("layouts/{name}.html"), [("page", frame), (name, tera::Value::try_from_serializable(view))])
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
        let from = out.len();
        if template.starts_with("layouts/") {
            theme.fill_page(&page.locale.tera, template, &context, &page.styles.borrow(), out)?;
        } else {
            theme.fill(&page.locale.tera, template, &context, out)?;
        }
        if page.locale.strings.has_foreign() {
            foreign::set(out, from);
        }
        Ok(())
    }
}
