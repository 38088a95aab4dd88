//! A job in, an outcome out: runs the stages one after the other and stops between them where there are faults.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::audit;
use crate::check::{self, check};
use crate::diag::{At, Code, Failure, FileId, Finding, Sink, Words};
use crate::link::link;
use crate::load::{self, Sources, load, locate, text_of};
use crate::model::walk::{Node, walk_list};
use crate::model::{Model, Text};
use crate::plan::{Base, plan};

/// What to build, from what.
#[derive(Debug)]
pub struct Job {
    /// Folder of the content.
    pub content: PathBuf,
    /// Folder whose files take the place of the default theme's.
    pub theme: Option<PathBuf>,
    /// Where the site will live, where the command line says so.
    pub base: Option<Base>,
    /// Folder for the site; `None` to look for faults alone.
    pub output: Option<PathBuf>,
    /// Threads to work with; 0 for one a processor.
    pub jobs: usize,
}

/// What came of a job.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Faults, sorted by file and place.
    pub findings: Vec<Finding>,
    /// What was built; `None` where faults stopped the build.
    pub summary: Option<Summary>,
}

/// Figures of a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lists.
    pub lists: usize,
    /// Records of lists: duties, work items, matters, participants, services, regimes, provisions and so on.
    pub records: usize,
    /// Pages in all languages.
    pub pages: usize,
    /// Files written.
    pub files: u64,
    /// Size of the files in bytes.
    pub bytes: u64,
    /// Texts that lack a language.
    pub untranslated: usize,
}

/// A stage that takes time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading the content.
    Load,
    /// Holding it against the rules.
    Check,
    /// Writing tables.
    Export,
    /// Rendering pages.
    Render,
    /// Holding links against pages.
    Audit,
    /// Putting the site in place.
    Publish,
}

/// Who wants to know how far a job is.
pub trait Progress: Sync {
    /// A stage begins, with so many steps where they can be counted.
    fn stage(&self, stage: Stage, total: Option<u64>);
    /// So many steps of the stage are done.
    fn done(&self, count: u64);
}

/// Runs a job.
///
/// # Errors
///
/// Fails where the job cannot be done whatever the content says; faults in the content are part of the outcome.
pub fn run(job: &Job, progress: &dyn Progress) -> Result<Outcome, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(job.jobs).build();
    let pool = pool.map_err(|error| Failure::Option {
        option: "--jobs",
        words: Words::new(error.to_string(), error.to_string()),
    })?;
    pool.install(|| stages(job, progress))
}

fn stages(job: &Job, progress: &dyn Progress) -> Result<Outcome, Failure> {
    let mut sink = Sink::new();
    progress.stage(Stage::Load, None);
    let mut sources = load(&job.content, &mut sink)?;
    if sink.has_errors() {
        return Ok(stopped(&sources, &sink));
    }
    progress.stage(Stage::Check, None);
    let model = check(&mut sources, &mut sink);
    let Some(model) = model.filter(|_| !sink.has_errors()) else {
        return Ok(stopped(&sources, &sink));
    };
    let graph = link(&model);
    let base = job.base.clone().or_else(|| model.site.base_url.as_deref().and_then(Base::new)).unwrap_or_default();
    let plan = plan(&graph, base);
    let mut summary = count(&model);
    summary.pages = plan.targets.len() * model.languages().len();
    Ok(Outcome { findings: findings(&sources, &sink), summary: Some(summary) })
}

fn stopped(sources: &Sources, sink: &Sink) -> Outcome {
    Outcome { findings: findings(sources, sink), summary: None }
}

/// Looks up the place of every fault and sorts them by file, line and column.
fn findings(sources: &Sources, sink: &Sink) -> Vec<Finding> {
    let mut texts: HashMap<FileId, Arc<str>> = HashMap::new();
    let mut found: Vec<(FileId, Finding)> = Vec::with_capacity(sink.found().len());
    for diagnostic in sink.found() {
        let file = diagnostic.place.file;
        let path = &sources.files[file.0 as usize];
        let text = texts.entry(file).or_insert_with(|| text_of(&sources.root, path).into());
        let span = match &diagnostic.place.at {
            At::File => None,
            at => Some(locate(text, at)),
        };
        let finding = Finding {
            code: diagnostic.code,
            severity: diagnostic.severity,
            path: sources.root.join(path).display().to_string(),
            source: Arc::clone(text),
            span,
            message: diagnostic.message.clone(),
            label: diagnostic.label.clone(),
            help: diagnostic.help.clone(),
        };
        found.push((file, finding));
    }
    found.sort_by_key(|(file, finding)| {
        (*file, finding.span.as_ref().map(|span| (span.start, span.end)), finding.code.id)
    });
    found.into_iter().map(|(_, finding)| finding).collect()
}

fn count(model: &Model) -> Summary {
    let mut summary = Summary { lists: model.lists.len(), ..Summary::default() };
    let languages = model.languages();
    let mut text =
        |text: &Text| summary.untranslated += languages.iter().filter(|lang| text.get(**lang).is_none()).count();
    let mut records = 0;
    for list in &model.lists {
        walk_list(list, &mut |node, _| match node {
            Node::Text(value) | Node::Markdown(value) => text(value),
            Node::Duty(_)
            | Node::WorkItem(_)
            | Node::Accountability(_)
            | Node::Matter(_)
            | Node::Participant(_)
            | Node::Service(_)
            | Node::Regime(_)
            | Node::Provision(_)
            | Node::Mechanism(_) => records += 1,
            _ => {}
        });
    }
    summary.records = records;
    summary
}

/// Documentation of every fault there is, by code.
pub fn codes() -> Vec<&'static Code> {
    let mut codes: Vec<&'static Code> = load::CODES.into_iter().chain(check::codes()).chain(audit::CODES).collect();
    codes.sort_by_key(|code| code.id);
    codes
}
