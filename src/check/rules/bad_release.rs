//! Releases of the data that cannot be cited, or that do not tell which came first.

use std::cmp::Ordering;

use crate::check::traverse::site;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{Model, Release, compare_versions, is_doi, version_numbers};

use super::Rule;

static CODE: Code = Code {
    id: "E170",
    name: "bad-release",
    what: ["数据版本的写法不对", "a release of the data that cannot be cited"],
    why: [
        "版本号、发布日期和 DOI 会原样写进引用文字、CITATION.cff、datapackage.json 和数据目录，写错了别人就引错、查不到。",
        "Version, day and DOI go as they are into citations, `CITATION.cff`, `datapackage.json` and the catalogue. Where they are \
         wrong, others cite what cannot be found.",
    ],
    fix: [
        "version 用数字和点，如 1.2.0 或 2026.03；date 写到日；doi 只写 10. 开头的部分；changes 写明改了什么。",
        "Write `version` in numbers with dots, such as 1.2.0 or 2026.03; `date` down to the day; of the DOI what begins with 10.; \
         and say in `changes` what is different.",
    ],
    example: "releases:\n  - {version: v1.2, date: 2026-03, changes: {zh: 增补两份清单}}",
};

/// Releases whose order is not that of their days or versions.
pub(in crate::check) static ORDER: Code = Code {
    id: "E171",
    name: "release-order",
    what: ["数据版本的先后不对", "releases of the data that are not in order"],
    why: [
        "最前面的一个是现在的版本，其余依次更旧；次序乱了，引用和“上一版”就会指错。",
        "The first is the version that the data are, and those below are older. Out of order, citations and “the version before” name \
         the wrong one.",
    ],
    fix: [
        "新的写在最前面：日期不早于、版本号大于下面一个。",
        "Put the newest first: its day is not before that of the next, and its version is greater.",
    ],
    example: "releases:\n  - {version: 1.0.0, date: 2025-01-10, changes: {zh: 首次发布}}\n  - {version: 1.1.0, date: 2026-03-01, changes: {zh: 增补}}",
};

/// A newest release that cannot have what the content has.
pub(in crate::check) static OUTDATED: Code = Code {
    id: "E172",
    name: "outdated-release",
    what: ["内容比最新的数据版本还新", "content that is newer than the newest release of the data"],
    why: [
        "清单的日期晚于最新版本的发布日期，说明后来又加了内容，却仍以旧版本号示人；按这个版本号引用的人看到的已是别的数据。",
        "A list dated after the newest release was added later, and is shown under the old version: whoever cites that version meets \
         other data by now.",
    ],
    fix: [
        "在 releases 最前面加一个新版本，写明日期和改了什么；清单日期录错的，改清单。",
        "Add a release at the top of `releases`, with its day and what changed; where the date of the list is wrong, correct that.",
    ],
    example: "releases:\n  - {version: 1.0.0, date: 2015-01-10, changes: {zh: 首次发布}}   # 清单公布于 2015-07-01",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let releases = &model.site.releases;
    let at = &Trail::Root.key("releases");
    for (index, release) in releases.iter().enumerate() {
        form(model, release, &at.index(index), sink);
    }
    for (index, pair) in releases.windows(2).enumerate() {
        if let [newer, older] = pair {
            order(model, newer, older, &at.index(index + 1), sink);
        }
    }
}

/// The form of one release.
fn form(model: &Model, release: &Release, at: &Trail<'_>, sink: &mut Sink) {
    if version_numbers(&release.version).is_none() {
        let version = &release.version;
        let message =
            Message::new(format!("`{version}` 不是版本号"), format!("`{version}` is not the number of a version"));
        let fault = Diagnostic::error(&CODE, site(model, &at.key("version")), message);
        let meant = meant(version);
        sink.push(match meant {
            Some(right) => fault
                .help(Message::new(format!("写 `{right}`"), format!("write `{right}`")))
                .fix(format!("\"{right}\""))
                .safe(true),
            None => fault.help(Message::new(
                "用数字和点，最多四段，如 1.2.0 或 2026.03",
                "use numbers with dots between them, four at most, such as 1.2.0 or 2026.03",
            )),
        });
    }
    if release.date.day.is_none() {
        let date = release.date;
        let message = Message::new(format!("发布日期 {date} 没有写到日"), format!("{date} is not a day"));
        let help = Message::new("写到日，如 2026-03-01", "give the day, such as 2026-03-01");
        sink.push(Diagnostic::error(&CODE, site(model, &at.key("date")), message).help(help));
    }
    if let Some(doi) = release.doi.as_deref().filter(|doi| !is_doi(doi)) {
        let message = Message::new(format!("`{doi}` 不是 DOI"), format!("`{doi}` is not a DOI"));
        let fault = Diagnostic::error(&CODE, site(model, &at.key("doi")), message);
        let bare = doi.find("10.").map(|from| doi[from..].trim()).filter(|bare| is_doi(bare));
        sink.push(match bare {
            Some(right) => fault
                .help(Message::new(format!("写 `{right}`"), format!("write `{right}`")))
                .fix(right.to_owned())
                .safe(true),
            None => fault.help(Message::new(
                "DOI 以 10. 开头，中间有一道斜线，如 10.5281/zenodo.1234567；还没有的，先不写 doi",
                "a DOI begins with 10. and has a slash, such as 10.5281/zenodo.1234567; as long as there is none, leave `doi` out",
            )),
        });
    }
}

/// The version that was meant: without the letter before it, or in plain digits.
fn meant(version: &str) -> Option<String> {
    let plain = crate::meant::plain(version);
    let bare = plain.trim().trim_start_matches(['v', 'V']).trim_start_matches('.').to_owned();
    version_numbers(&bare).map(|_| bare)
}

/// Two releases that stand one below the other.
fn order(model: &Model, newer: &Release, older: &Release, at: &Trail<'_>, sink: &mut Sink) {
    let help = || {
        Message::new(
            "新的写在最前面；每个版本一个号",
            "put the newest first, and give each release a version of its own",
        )
    };
    if newer.date.is_before(older.date) == Some(true) {
        let (newer, older) = (newer.date, older.date);
        let message = Message::new(
            format!("这个版本的日期 {older} 晚于上面一个的 {newer}"),
            format!("the day of this release, {older}, is later than {newer} of the one above"),
        );
        sink.push(Diagnostic::error(&ORDER, site(model, &at.key("date")), message).help(help()));
        return;
    }
    let (Some(above), Some(below)) = (version_numbers(&newer.version), version_numbers(&older.version)) else { return };
    let (newer, older) = (&newer.version, &older.version);
    let message = match compare_versions(&above, &below) {
        Ordering::Greater => return,
        Ordering::Equal => Message::new(
            format!("版本 {older} 与上面的 {newer} 相同"),
            format!("{older} is the same version as {newer} above"),
        ),
        Ordering::Less => Message::new(
            format!("版本 {older} 大于上面的 {newer}"),
            format!("the version {older} is greater than {newer} above"),
        ),
    };
    sink.push(Diagnostic::error(&ORDER, site(model, &at.key("version")), message).help(help()));
}

/// Whether a list says to be made after the newest release: once, with the latest of them.
pub(super) const NEWER_CONTENT: Rule = Rule { code: &OUTDATED, run: newer_content };

fn newer_content(model: &Model, sink: &mut Sink) {
    let Some(release) = model.site.release() else { return };
    let dates = model.lists.iter().flat_map(|list| [list.published, list.compiled].map(|date| (date, list)));
    let later = dates.filter_map(|(date, list)| Some((date?, list)));
    let later = later.filter(|(date, _)| release.date.is_before(*date) == Some(true)).max_by_key(|(date, _)| *date);
    let Some((date, list)) = later else { return };
    let (version, day) = (&release.version, release.date);
    let message = Message::new(
        format!("清单 `{}` 的日期 {date} 晚于版本 {version} 的发布日期 {day}", list.id),
        format!("the list `{}` is of {date}, after version {version} was published on {day}", list.id),
    );
    let help = Message::new(
        "在 releases 最前面加一个新版本，或核对清单的日期",
        "add a release at the top of `releases`, or look at the date of the list",
    );
    let at = &Trail::Root.key("releases");
    sink.push(Diagnostic::warning(&OUTDATED, site(model, &at.index(0).key("date")), message).help(help));
}
