//! What is not as it should be in a theme that can be used all the same in, warnings for its author out.

use std::path::Path;
use std::sync::Arc;

use crate::diag::{Code, Finding, Message, Severity};
use crate::i18n::Lacked;
use crate::model::Lang;

use super::codes::{LACKING_STRINGS, OUTDATED_NAME};
use super::outdated::Outdated;

/// Keys that a message names, at most.
const NAMED: usize = 12;

/// A warning, and the language that it is about where it is about one.
pub(super) type Remark = (Option<Lang>, Finding);

/// The warning of a strings file that lacks something of so many keys.
pub(super) fn lacking(path: &Path, lang: Lang, lacked: &Lacked, of: usize) -> Remark {
    let count = lacked.keys.len();
    let names: Vec<&str> = lacked.keys.iter().take(NAMED).map(|(key, _)| key.as_str()).collect();
    let (mut zh, mut en) = (names.join("、"), names.join(", "));
    if count > NAMED {
        zh.push('等');
        en.push_str(" and others");
    }
    // How many there are changes with every version; of a file with hardly any that says nothing.
    let message = if count * 2 > of {
        Message::new(format!("大部分界面文字缺：{zh}"), format!("most interface strings are missing: {en}"))
    } else {
        Message::new(
            format!("{of} 处界面文字缺 {count} 处：{zh}"),
            format!("{count} of {of} interface strings are missing: {en}"),
        )
    };
    let foreign = lacked.keys.iter().find(|(_, from)| *from != lang).map(|(_, from)| from.as_str());
    let help = match foreign {
        Some(tag) => Message::new(
            format!("补上这些键；没有补的，页面上用 {tag} 的文字，并标明语言"),
            format!("add these keys; until then pages show the text in `{tag}`, marked as such"),
        ),
        None => Message::new(
            "补上这些键；没有补的，用默认主题的文字",
            "add these keys; until then pages show the text of the default theme",
        ),
    };
    (Some(lang), finding(&LACKING_STRINGS, path, "", message, help))
}

/// The warning of a template with an older name.
pub(super) fn outdated(path: &Path, template: &str, Outdated { span, old, new }: &Outdated) -> Remark {
    let message = Message::new(format!("`{old}` 现在叫 `{new}`"), format!("`{old}` is called `{new}` today"));
    let help = Message::new(format!("写 `{new}`"), format!("write `{new}`"));
    let finding = finding(&OUTDATED_NAME, path, template, message, help);
    (None, Finding { span: Some(span.clone()), fix: Some((*new).to_owned()), ..finding })
}

fn finding(code: &'static Code, path: &Path, source: &str, message: Message, help: Message) -> Finding {
    Finding {
        code,
        severity: Severity::Warning,
        path: path.display().to_string(),
        source: Arc::from(source),
        span: None,
        message,
        label: None,
        help: Some(help),
        fix: None,
        mend: None,
        counted: false,
    }
}
