//! What a preview says of itself, in both languages.

use crate::diag::MessageLang;

/// The tag of a language.
pub(super) fn tag(speech: MessageLang) -> &'static str {
    choose(speech, "zh", "en")
}

/// One of two forms.
pub(super) fn choose<'w>(speech: MessageLang, zh: &'w str, en: &'w str) -> &'w str {
    match speech {
        MessageLang::Zh => zh,
        MessageLang::En => en,
    }
}

/// How many faults stop the build.
pub(super) fn faults(count: usize, speech: MessageLang) -> String {
    match (speech, count) {
        (MessageLang::Zh, _) => format!("内容有 {count} 处错误"),
        (MessageLang::En, 1) => "1 fault in the content".to_owned(),
        (MessageLang::En, _) => format!("{count} faults in the content"),
    }
}

/// What stands over a reason why nothing could be read.
pub(super) fn failed(speech: MessageLang) -> &'static str {
    choose(speech, "现在无法生成网站", "The site cannot be built now")
}

/// What is shown beside a fault.
pub(super) fn kept(speech: MessageLang) -> &'static str {
    choose(
        speech,
        "页面显示的是出错之前的网站；改好并保存后自动更新。",
        "The page shows the site as it was before; it follows as soon as the fault is mended and saved.",
    )
}

/// What is shown beside a fault of the pages.
pub(super) fn readable(speech: MessageLang) -> &'static str {
    choose(
        speech,
        "页面已是最新的，但改好之前 qingdan build 不会生成网站。",
        "The page is up to date, but `qingdan build` makes no site until that is mended.",
    )
}

/// The link to all faults.
pub(super) fn all(speech: MessageLang) -> &'static str {
    choose(speech, "全部错误和改法", "All faults and what to do")
}
