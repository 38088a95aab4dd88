//! `qingdan build`, `qingdan join` and `qingdan check`: run the stages, show the faults, sum up in a line.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::diag::formats::{MessageFormat, report, show};
use crate::diag::{Failure, Finding, MessageLang, Severity};
use crate::pipeline::{self, Changed, Changes, Job, Outcome, Summary, sums_beside};

use super::output::{colour, print, say};
use super::progress::Line;
use super::{args, mending, options, repository};

/// Makes the site, or the part of it that a region is.
pub(super) fn build(args: &args::BuildArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let job = options::job(&args.common, Some(&args.output), args.as_of.as_deref())?;
    let sums = args.sums.then(|| sums_beside(&args.output));
    let (draft, region) = (args.draft, args.region.clone());
    let job = Job { draft, region, deny_warnings: args.deny_warnings, sums, no_cache: args.no_cache, ..job };
    run(&args.common, &job, speech)
}

/// Puts a site together from parts.
pub(super) fn join(args: &args::JoinArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let job = options::job(&args.common, Some(&args.output), None)?;
    let job = Job { draft: args.draft, parts: args.parts.clone(), ..job };
    run(&args.common, &job, speech)
}

/// Looks for faults.
pub(super) fn check(args: &args::CheckArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let job = options::job(&args.common, None, args.as_of.as_deref())?;
    let job = Job { deny_warnings: args.deny_warnings, ..job };
    if args.mend.fix || args.mend.diff {
        return mend(args, job, speech);
    }
    run(&args.common, &job, speech)
}

/// Looks for faults once what can be is mended, in the files or on trial. On trial, what would be mended is a fault.
fn mend(args: &args::CheckArgs, job: Job, speech: MessageLang) -> Result<ExitCode, Failure> {
    let is_trial = args.mend.diff || args.mend.dry_run;
    // Said before anything is written.
    options::shown(&args.common.show)?;
    let mended = pipeline::mend(&job.content, job.jobs)?;
    mending::difference(&job.content, &mended, options::format(args.common.format));
    if !is_trial {
        pipeline::put(&job.content, &mended)?;
    }
    say(&mending::closing(&mended, is_trial, speech));
    let changed = if is_trial { mended.changed() } else { Changed::new() };
    let left = run(&args.common, &Job { changed, ..job }, speech)?;
    Ok(if is_trial && !mended.files.is_empty() { ExitCode::from(1) } else { left })
}

fn run(common: &args::CommonArgs, job: &Job, speech: MessageLang) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    let output = job.output.as_deref();
    let shown = options::shown(&common.show)?;
    let line = Line::new(speech);
    let result = pipeline::run(job, &line);
    line.clear();
    let mut outcome = result?;
    let format = options::format(common.format);
    if format.is_for_hosts() {
        repository::paths(&mut outcome.findings);
    }
    let write = if format.is_for_programs() { print } else { say };
    write(&match format {
        MessageFormat::Full => report(&outcome.findings, &shown, speech, colour()),
        _ => show(&outcome.findings, format, speech, colour()),
    });
    if format != MessageFormat::Json {
        say(&closing(&outcome, output, started.elapsed(), speech));
    }
    Ok(ExitCode::from(status(&outcome)))
}

/// The exit status of a build or a check that could be run: 1 where the content has errors.
pub fn status(outcome: &Outcome) -> u8 {
    u8::from(count(&outcome.findings, Severity::Error) > 0)
}

/// What stands below the faults: how many errors there are, or what was built or checked.
pub fn closing(outcome: &Outcome, output: Option<&Path>, took: Duration, speech: MessageLang) -> String {
    let errors = count(&outcome.findings, Severity::Error);
    match &outcome.summary {
        _ if errors > 0 => faults(errors, output.is_some(), speech),
        Some(summary) => sentence(summary, output, took, speech),
        None => String::new(),
    }
}

fn count(findings: &[Finding], severity: Severity) -> usize {
    findings.iter().filter(|finding| finding.severity == severity).count()
}

fn faults(errors: usize, building: bool, speech: MessageLang) -> String {
    match (speech, building) {
        (MessageLang::Zh, true) => format!("内容有 {errors} 处错误；没有写任何文件，原有网站未改动。\n"),
        (MessageLang::Zh, false) => format!("内容有 {errors} 处错误。\n"),
        (MessageLang::En, building) => {
            let faults = if errors == 1 { "1 fault".to_owned() } else { format!("{errors} faults") };
            let rest = if building { "; nothing was written, the old site is as it was" } else { "" };
            format!("{faults} in the content{rest}.\n")
        }
    }
}

fn sentence(summary: &Summary, output: Option<&Path>, took: Duration, speech: MessageLang) -> String {
    let seconds = took.as_secs_f64();
    let Summary { lists, records, pages, files, bytes, as_before, untranslated, changes } = summary;
    let size = size(*bytes);
    let kept = if *lists == 1 { "1 list".to_owned() } else { format!("{lists} lists") };
    let mut line = match (speech, output) {
        (MessageLang::Zh, Some(output)) => format!(
            "已生成 {}：{pages} 个页面，{records} 条记录（{lists} 份清单），{files} 个文件，{size}，用时 {seconds:.1} 秒。",
            output.display()
        ),
        (MessageLang::Zh, None) => {
            format!("内容没有错误：{records} 条记录（{lists} 份清单），{pages} 个页面，用时 {seconds:.1} 秒。")
        }
        (MessageLang::En, Some(output)) => format!(
            "Built {}: {pages} pages, {records} records in {kept}, {files} files, {size}, {seconds:.1} s.",
            output.display()
        ),
        (MessageLang::En, None) => format!("No faults: {records} records in {kept}, {pages} pages, {seconds:.1} s."),
    };
    if *untranslated > 0 {
        line.push_str(&match speech {
            MessageLang::Zh => format!("未译文字 {untranslated} 处。"),
            MessageLang::En => format!(" Texts without a translation: {untranslated}."),
        });
    }
    if let Some(before) = as_before.filter(|before| *before > 0) {
        let [all, before, anew] = [*lists, before, lists - before].map(|number| grouped(number as u64));
        line.push_str(&match speech {
            MessageLang::Zh => format!("{all} 份清单：{before} 份沿用上次的，{anew} 份重新生成。"),
            MessageLang::En => {
                let all = if *lists == 1 { "1 list".to_owned() } else { format!("{all} lists") };
                format!(" {all}: {before} as before, {anew} made anew.")
            }
        });
    }
    line.push_str(&changes.as_ref().map(|changes| compared(changes, speech)).unwrap_or_default());
    line.push('\n');
    line
}

/// What is another than in the site before, and how it took its place.
fn compared(changes: &Changes, speech: MessageLang) -> String {
    let Changes { is_first, written, unchanged, removed, in_place } = *changes;
    let [written, unchanged, removed] = [written, unchanged, removed].map(grouped);
    match (speech, is_first) {
        (_, true) if !in_place => String::new(),
        (MessageLang::Zh, true) => "文件已逐个写入原目录。".to_owned(),
        (MessageLang::En, true) => " The files were put into the folder one by one.".to_owned(),
        (MessageLang::Zh, false) => {
            let how = if in_place { "逐个文件更新，目录本身未换" } else { "整体换上" };
            format!("{written} 个文件有变化，{unchanged} 个未变，{removed} 个已删除；{how}。")
        }
        (MessageLang::En, false) => {
            let how = if in_place { "file by file, the folder stayed" } else { "the folder was exchanged as a whole" };
            format!(" Files changed: {written}, unchanged: {unchanged}, removed: {removed}; {how}.")
        }
    }
}

/// A number with a comma every three digits.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{:.1} kB", bytes as f64 / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", bytes as f64 / 1e6),
        _ => format!("{:.2} GB", bytes as f64 / 1e9),
    }
}
