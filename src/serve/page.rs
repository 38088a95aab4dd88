//! Faults in; a page that shows each with its file, its line, the source there and what to do, out.

use std::fmt::Write;

use crate::diag::{Finding, MessageLang, Severity};

use super::state::{Fault, Shown};
use super::words::{choose, tag};

/// Lines shown before and after those that are meant.
const AROUND: usize = 2;

/// Lines of a fault that are shown, at most.
const LINES: usize = 12;

/// Faults that are shown, at most; mending the first often mends others.
const MOST: usize = 100;

/// The style sheet of the page, and where the preview has it.
pub(super) const STYLE: (&str, &str) = ("/_qingdan/page.css", include_str!("page.css"));

/// The page of what is wrong now. `back` is the page to go on reading, where there is a site; `site` is set where the page
/// stands in the place of a page of the site.
pub(super) fn page(shown: &Shown, speech: MessageLang, back: Option<&str>) -> String {
    let mut body = String::new();
    match &shown.fault {
        Some(fault) => {
            heading(&mut body, &fault.title(speech));
            if shown.site.is_some() {
                paragraph(&mut body, fault.beside(speech));
            } else {
                paragraph(
                    &mut body,
                    choose(speech, "改好并保存，页面自动更新。", "Mend it and save: the page follows."),
                );
            }
            if let Fault::Failure(message) = fault {
                let _ = write!(body, "<pre class=\"failure\">{}</pre>", escape(message.say(speech)));
            }
            cards(&mut body, fault.findings(), speech);
        }
        None if shown.site.is_none() => {
            heading(&mut body, choose(speech, "正在读取内容……", "Reading the content …"));
        }
        None => {
            heading(&mut body, choose(speech, "内容没有错误", "No faults in the content"));
            cards(&mut body, &shown.warnings, speech);
        }
    }
    if let Some(back) = back.filter(|_| shown.site.is_some()) {
        let words = choose(speech, "继续看网站", "Go on reading the site");
        let _ = write!(body, "<p><a href=\"{}\">{words}</a></p>", escape(back));
    }
    whole(&body, shown, speech, back)
}

/// The page for what could not be made of a site that is there.
pub(super) fn failure(message: &str, shown: &Shown, speech: MessageLang) -> String {
    let mut body = String::new();
    heading(&mut body, choose(speech, "这一页无法生成", "This page cannot be made"));
    let _ = write!(body, "<pre class=\"failure\">{}</pre>", escape(message));
    whole(&body, shown, speech, None)
}

fn whole(body: &str, shown: &Shown, speech: MessageLang, back: Option<&str>) -> String {
    let (site, fault) = (shown.print(), shown.fault_print());
    let back = back.map_or_else(String::new, |back| format!(" data-back=\"{}\"", escape(back)));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>\n<main>\n{body}\n</main>\n\
         <script src=\"/_qingdan/live.js\" data-site=\"{site}\" data-fault=\"{fault}\"{back}></script>\n</body>\n</html>\n",
        lang = tag(speech),
        style = STYLE.0,
        title = choose(speech, "清单预览", "Qingdan preview"),
    )
}

fn heading(body: &mut String, text: &str) {
    let _ = writeln!(body, "<h1>{}</h1>", escape(text));
}

fn paragraph(body: &mut String, text: &str) {
    let _ = writeln!(body, "<p>{}</p>", escape(text));
}

/// The faults, those that stop a build first.
fn cards(body: &mut String, findings: &[Finding], speech: MessageLang) {
    let of = |severity| findings.iter().filter(move |finding| finding.severity == severity);
    let all = of(Severity::Error).chain(of(Severity::Warning));
    all.take(MOST).for_each(|finding| card(body, finding, speech));
    if findings.len() > MOST {
        let more = findings.len() - MOST;
        paragraph(
            body,
            &match speech {
                MessageLang::Zh => format!("另有 {more} 处，终端里全部列出。"),
                MessageLang::En => format!("{more} more; the terminal lists them all."),
            },
        );
    }
}

fn card(body: &mut String, finding: &Finding, speech: MessageLang) {
    let (class, level) = match finding.severity {
        Severity::Error => ("error", choose(speech, "错误", "error")),
        Severity::Warning => ("warning", choose(speech, "警告", "warning")),
    };
    let (line, column) = finding.position();
    let (code, message) = (finding.code.id, escape(finding.message.say(speech)));
    let _ = writeln!(body, "<section class=\"{class}\">\n<h2>{level}[{code}]: {message}</h2>");
    let place = if finding.span.is_some() { format!(":{line}:{column}") } else { String::new() };
    let _ = writeln!(body, "<p class=\"place\">{}{place}</p>", escape(&finding.path));
    if let Some(span) = &finding.span {
        let _ = writeln!(body, "<pre>{}</pre>", excerpt(&finding.source, span.start, span.end));
    }
    if let Some(label) = &finding.label {
        paragraph(body, label.say(speech));
    }
    if let Some(help) = &finding.help {
        let _ = writeln!(
            body,
            "<p class=\"help\"><strong>{}</strong> {}</p>",
            choose(speech, "办法：", "help:"),
            escape(help.say(speech))
        );
    }
    let word = |words: [&str; 2]| escape(choose(speech, words[0], words[1]));
    let _ = write!(
        body,
        "<details><summary>{}</summary><p>{}</p><p>{}</p></details>\n</section>\n",
        word(finding.code.what),
        word(finding.code.why),
        word(finding.code.fix)
    );
}

/// The lines around a part of a text, numbered, with the part marked.
fn excerpt(source: &str, start: usize, end: usize) -> String {
    let start = floor(source, start.min(source.len()));
    let end = floor(source, end.clamp(start, source.len()));
    let (mut html, mut at, mut shown) = (String::new(), 0, 0);
    let first = source[..start].matches('\n').count();
    let last = first + source[start..end].trim_end_matches('\n').matches('\n').count();
    for (number, line) in source.split_inclusive('\n').enumerate() {
        let (from, to) = (at, at + line.trim_end_matches(['\r', '\n']).len());
        at += line.len();
        if number + AROUND < first {
            continue;
        }
        if number > last + AROUND || shown == LINES {
            break;
        }
        shown += 1;
        let (mark, stop) = (start.clamp(from, to), end.clamp(from, to));
        let _ = write!(html, "<span class=\"number\">{:>5}</span> {}", number + 1, escape(&source[from..mark]));
        if mark < stop {
            let _ = write!(html, "<mark>{}</mark>", escape(&source[mark..stop]));
        }
        let _ = writeln!(html, "{}", escape(&source[stop..to]));
    }
    html
}

/// The nearest place before a byte that lies between two characters.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A text as it stands in HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn shows_the_lines_around() {
        let source = "一\n二\n三 <四> 五\n六\n七\n八\n";
        let start = source.find('<').expect("a place");
        let html = excerpt(source, start, start + 5);
        assert!(html.contains("<span class=\"number\">    3</span> 三 <mark>&lt;四&gt;</mark> 五\n"), "{html}");
        assert!(html.contains("    1</span> 一") && html.contains("    5</span> 七") && !html.contains('八'), "{html}");
        assert_eq!(excerpt("", 0, 0), "");
        assert!(excerpt("一", 1, 2).contains('一'), "in the middle of a character");
        assert!(excerpt("一\n二", 500, 900).contains('二'), "behind the end");
    }
}
