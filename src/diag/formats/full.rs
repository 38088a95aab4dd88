//! A finding with the line it is on, the columns underlined, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diag::finding::Finding;
use crate::diag::{MessageLang, Severity};

/// Characters that are underlined, at most.
const LONGEST: usize = 200;

/// What is underlined of a span: its beginning, where it is longer than anybody reads.
fn underlined(source: &str, span: &Range<usize>) -> Range<usize> {
    let end = source.get(span.clone()).and_then(|text| text.char_indices().nth(LONGEST));
    span.start..end.map_or(span.end, |(end, _)| span.start + end)
}

/// Appends one finding and an empty line.
pub(super) fn show(finding: &Finding, speech: MessageLang, colour: bool, out: &mut String) {
    let (error, warning, help) = match speech {
        MessageLang::Zh => ("错误", "警告", "办法"),
        MessageLang::En => ("error", "warning", "help"),
    };
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(error),
        Severity::Warning => Level::WARNING.with_name(warning),
    };
    let title = level.primary_title(finding.message.say(speech)).id(finding.code.id);
    let group = match &finding.span {
        Some(span) => {
            let mut annotation = AnnotationKind::Primary.span(underlined(&finding.source, span));
            if let Some(label) = &finding.label {
                annotation = annotation.label(label.say(speech));
            }
            title.element(Snippet::source(&*finding.source).path(&finding.path).annotation(annotation))
        }
        None => title.element(Origin::path(&finding.path)),
    };
    let explain = match speech {
        MessageLang::Zh => format!("详见 qingdan explain {}", finding.code.id),
        MessageLang::En => format!("see `qingdan explain {}`", finding.code.id),
    };
    let advice = match finding.help.as_ref().map(|words| words.say(speech)) {
        // Lines to paste stay as they are.
        Some(help) if help.contains('\n') => format!("{help}\n{explain}"),
        Some(help) if help.ends_with('？') => format!("{help}{explain}"),
        Some(help) if help.ends_with('?') => format!("{help} {explain}"),
        Some(help) if speech == MessageLang::Zh => format!("{help}；{explain}"),
        Some(help) => format!("{help}; {explain}"),
        None => explain,
    };
    let report: [Group<'_>; 1] = [group.element(Level::HELP.with_name(help).message(advice))];
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    out.push_str(&renderer.render(&report));
    out.push_str("\n\n");
}
