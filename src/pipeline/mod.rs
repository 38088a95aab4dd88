//! A job in, an outcome out: runs the stages one after the other and stops between them where there are faults.

mod addresses;
mod between;
mod cite;
mod data;
mod diff;
mod findings;
mod impact;
mod import;
mod known;
mod making;
mod mend;
mod pages;
mod parts;
mod pending;
mod pool;
mod preview;
mod produce;
mod progress;
mod sheet;
mod sound;
mod stamp;
mod starting;
mod summary;
mod taken;

use std::path::PathBuf;

use crate::audit;
use crate::check::{self, as_of, check_on};
use crate::dataset;
use crate::diag::{Code, Failure, Finding, Severity, Sink};
use crate::editions;
use crate::link::link;
use crate::load::{self, Sources, load_with};
use crate::model::{Date, Lang};
use crate::plan::{Base, Plan, plan};
use crate::publish::{self, Staging, program};
use crate::theme::Theme;
use findings::findings_with;
use known::Outside;
use making::Making;
use pool::pool;
use produce::produce;
use summary::{count, count_of};
use taken::Taken;

/// Texts of files as they would be.
pub use crate::load::Changed;
pub use addresses::{Kept, keep_addresses};
pub use between::{Happenings, Period, TouchedList, TouchingEvent, between};
pub use cite::{Cited, cite};
pub use diff::{Difference, ListDifference, Side, diff};
pub use impact::{Answer, ImpactRow, Question, Standpoint, place_of, standing_on};
pub use import::{ImportJob, Imported, column_of, folder_of, import};
pub use mend::{Mended, MendedFile, mend, put};
pub use preview::{Built, Preview, Print, Served, Site};
pub use progress::{Progress, Stage};
pub use sheet::{BroughtBack, bring_back, sheet};
pub use stamp::{Stamped, stamp};
pub use starting::{Registered, add_list, known, make_site};
pub use summary::Summary;

/// What somebody who starts is asked, and the files that come of it.
pub use crate::publish::{Changes, Verified, sums_beside, vacant, verify};
pub use crate::sheet::{Change, What};
pub use crate::start;

/// Kinds of files of the content, with their schemas.
pub use crate::export::{SOURCES, SourceKind};

/// What to build, from what.
#[derive(Debug, Default)]
pub struct Job {
    /// Folder of the content.
    pub content: PathBuf,
    /// Folder whose files take the place of the default theme's.
    pub theme: Option<PathBuf>,
    /// Where the site will live, where the command line says so.
    pub base: Option<Base>,
    /// Folder for the site; `None` to look for faults alone.
    pub output: Option<PathBuf>,
    /// Day whose editions of the lists are wanted, and, where nothing is built, by which cited laws are looked at; `None` for
    /// the newest, and to leave that out.
    pub as_of: Option<Date>,
    /// Whether to make pages and search alone, whatever the content says of data.
    pub draft: bool,
    /// The region whose part of the site is wanted, to be joined with others.
    pub region: Option<String>,
    /// Folders of the parts that make up the site; empty to make all of it.
    pub parts: Vec<PathBuf>,
    /// Where to write the checksums of the files of the site; `None` to leave them out.
    pub sums: Option<PathBuf>,
    /// Whether a warning is as grave as an error.
    pub deny_warnings: bool,
    /// Whether to make everything anew, whatever the last build wrote down, and to write nothing down.
    pub no_cache: bool,
    /// Threads to work with; 0 for one a processor.
    pub jobs: usize,
    /// Texts that some files of the content would have: to look for faults alone, without writing them first.
    pub changed: Changed,
}

/// What came of a job.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Faults, sorted by file and place.
    pub findings: Vec<Finding>,
    /// What was built; `None` where faults stopped the build.
    pub summary: Option<Summary>,
}

/// Runs a job.
///
/// ```
/// use qingdan::pipeline::{Job, Progress, Stage, run};
///
/// struct Quiet;
///
/// impl Progress for Quiet {
///     fn stage(&self, _: Stage, _: Option<u64>) {}
///     fn done(&self, _: u64) {}
/// }
///
/// // Without an output nothing is written: the content is read, checked and rendered to look for faults alone.
/// let job = Job { content: "tests/rules/base".into(), theme: None, jobs: 1, ..Job::default() };
/// let outcome = run(&job, &Quiet)?;
/// assert!(outcome.findings.is_empty());
/// assert_eq!(outcome.summary.expect("a site").lists, 1);
/// # Ok::<(), qingdan::diag::Failure>(())
/// ```
///
/// # Errors
///
/// Fails where the job cannot be done whatever the content says; faults in the content are part of the outcome.
pub fn run(job: &Job, progress: &dyn Progress) -> Result<Outcome, Failure> {
    pool(job.jobs)?.install(|| stages(job, progress))
}

fn stages(job: &Job, progress: &dyn Progress) -> Result<Outcome, Failure> {
    // Opened first: what stands in the way of writing should not be found out after minutes of work.
    let staging = job.output.as_deref().map(Staging::open).transpose()?;
    let cache = Cache::of(job)?;
    let theme = Theme::load(job.theme.as_deref())?;
    let cache = cache.filter(|cache| Cache::of(job).is_ok_and(|again| again.as_ref() == Some(cache)));
    let mut sink = if job.deny_warnings { Sink::strict() } else { Sink::new() };
    progress.stage(Stage::Load, None);
    let mut sources = load_with(&job.content, &job.changed, &mut sink)?;
    if sink.has_errors() {
        return Ok(stopped(&sources, &sink, job));
    }
    let statics = load::statics(&job.content, &mut |path| sources.file(path), &mut sink)?;
    progress.stage(Stage::Check, None);
    let model = check_on(&mut sources, job.as_of, &mut sink);
    // A site of an earlier day says what became of the laws; it is not held against that.
    if let (Some(model), Some(day), None) = (&model, job.as_of, &job.output) {
        as_of(model, day, &mut sink);
    }
    let Some(model) = model.filter(|_| !sink.has_errors()) else {
        return Ok(stopped(&sources, &sink, job));
    };
    let remarks = remarks(&theme, model.languages(), &sink);
    if remarks.iter().any(|finding| finding.severity == Severity::Error) {
        let findings = findings_with(&sources, &sink, &job.changed).into_iter().chain(remarks).collect();
        return Ok(Outcome { findings, summary: None });
    }
    let mut graph = link(&model);
    graph.history = editions::history(&graph, &|lang| theme.strings(lang).ok());
    let base = job.base.clone().or_else(|| model.site.base_url.as_deref().and_then(Base::new)).unwrap_or_default();
    let plan = plan(&graph, base);
    let plan = if job.draft { plan.draft() } else { plan };
    let mut summary = count(&model);
    let made_from = |plan: &Plan<'_>| parts::made_from(job.theme.as_deref(), job.draft, &sources, plan);
    let from = Making { graph: &graph, plan: &plan, theme: &theme, statics: &statics };
    if let (Some(region), Some(staging)) = (&job.region, &staging) {
        let (lists, print) = (parts::lists_of(&graph, region)?, made_from(&plan)?);
        summary.pages = parts::produce_part(from, &lists, print, staging, progress, &mut sink)?;
        (summary.lists, summary.records) = count_of(&model, &lists);
    } else {
        let taken = match &job.parts[..] {
            [] => Taken::default(),
            parts => taken::take(parts, &made_from(&plan)?, &model)?,
        };
        let outside = cache.as_ref().map(|cache| Outside::new(&cache.program, &cache.theme, &sources, &model));
        if let Some(staging) = staging.as_ref().filter(|_| outside.is_none()) {
            staging.forget();
        }
        summary.as_before = produce(from, &taken, outside.as_ref(), staging.as_ref(), progress, &mut sink)?;
        summary.pages = plan.targets.len() * model.languages().len();
    }
    if sink.has_errors() {
        return Ok(stopped(&sources, &sink, job));
    }
    if let Some(staging) = staging {
        (summary.files, summary.bytes) = staging.written();
        progress.stage(Stage::Publish, None);
        summary.changes = Some(staging.publish()?);
        if let (Some(output), Some(sums)) = (&job.output, &job.sums) {
            publish::write_sums(output, sums)?;
        }
    }
    let findings = findings_with(&sources, &sink, &job.changed).into_iter().chain(remarks).collect();
    Ok(Outcome { findings, summary: Some(summary) })
}

/// What is not as it should be in the theme, behind the faults of the content.
fn remarks(theme: &Theme, langs: &[Lang], sink: &Sink) -> Vec<Finding> {
    let taken = |finding: &Finding| {
        let severity = sink.severity(finding.code, finding.severity)?;
        Some(Finding { severity, ..finding.clone() })
    };
    theme.remarks(langs).filter_map(taken).collect()
}

/// Where what the last build made may be used: the program and the theme by what they hold.
#[derive(PartialEq, Eq)]
struct Cache {
    program: String,
    theme: String,
}

impl Cache {
    fn of(job: &Job) -> Result<Option<Cache>, Failure> {
        if job.no_cache || job.output.is_none() || job.region.is_some() || !job.parts.is_empty() {
            return Ok(None);
        }
        let theme = job.theme.as_deref().map(Theme::print).transpose()?.unwrap_or_default();
        Ok(program().map(|program| Cache { program, theme: theme.to_string() }))
    }
}

fn stopped(sources: &Sources, sink: &Sink, job: &Job) -> Outcome {
    Outcome { findings: findings_with(sources, sink, &job.changed), summary: None }
}

/// Documentation of every fault there is, by code.
pub fn codes() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = load::CODES
        .into_iter()
        .chain(check::codes())
        .chain(audit::CODES)
        .chain(dataset::CODES)
        .chain(crate::sheet::CODES)
        .chain(crate::theme::CODES)
        .collect();
    codes.sort_by_key(|code| code.id);
    codes
}
