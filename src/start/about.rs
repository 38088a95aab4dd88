//! Answers about a site in, the page about it out: what it is and, where no government body publishes it, what it is not.

use super::answers::{Name, SiteAnswers};

/// The page in Chinese or English.
pub(super) fn about(site: &SiteAnswers, chinese: bool) -> String {
    let text = match (site.official.is_some(), chinese) {
        (true, true) => OFFICIAL_ZH,
        (true, false) => OFFICIAL_EN,
        (false, true) => CIVIC_ZH,
        (false, false) => CIVIC_EN,
    };
    let name = |name: &Name| match (&name.en, chinese) {
        (Some(english), false) => english.clone(),
        _ => name.zh.clone(),
    };
    text.replace("{publisher}", &name(&site.publisher)).replace("{agency}", &name(&site.list.agency))
}

const OFFICIAL_ZH: &str = "\
# 关于本站

本站由{publisher}主办，公布{agency}的清单：做什么，依据什么，由谁负责。

- 清单以印发的文件为准；本站与文件不一致的，以文件为准。
- 每条记录都写明出自文件的哪一部分、哪一行。
- 全部内容可在[数据](/data/)下载。
";

const OFFICIAL_EN: &str = "\
# About this site

This site is run by {publisher}. It publishes lists of {agency}: what it does, on what legal basis, and who answers for it.

- The lists as issued prevail over what is said here.
- Every record says in which part and row of the document it is printed.
- Everything can be downloaded from the [data page](/data/).
- The English is for information only; the Chinese prevails.
";

const CIVIC_ZH: &str = "\
# 关于本站

本站由{publisher}整理发布，收录{agency}公布的清单：做什么，依据什么，由谁负责。

- **本站不是政府网站**，不代表任何机关；办事、投诉、求助请找清单所属机关。
- 清单公布之后，机构、电话、法律可能已变；办理前请向机关核实。
- 以机关公布的文本为准；每条记录都写明出自文件的哪一部分、哪一行。
- 本站不提供法律意见。
- 全部内容可在[数据](/data/)下载。
";

const CIVIC_EN: &str = "\
# About this site

This site is published by {publisher}. It holds lists that {agency} has published: what it does, on what legal basis, and who answers for it.

- **This is not a government site** and speaks for no agency. To apply, complain or ask for help, turn to the agency whose list it is.
- Bodies, phone numbers and laws may have changed since a list was published; ask the agency before you rely on them.
- The text that the agency published prevails; every record says in which part and row of the document it is printed.
- The English is a descriptive, unofficial translation. Nothing here is legal advice.
- Everything can be downloaded from the [data page](/data/).
";
