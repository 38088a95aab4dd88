//! A text that cites a law which the register does not have.

use std::collections::HashMap;

use crate::check::readings::Readings;
use crate::cite::{Certainty, Mention};
use crate::diag::{Code, Diagnostic, Message, Place, Sink, closest};
use crate::model::{Lang, Model};

use super::{ReadingRule, stub};

static CODE: Code = Code {
    id: "E037",
    name: "unregistered-law",
    what: ["文字里引用的法律没有登记", "a text that cites a law which is not registered"],
    why: [
        "文字里的引用会变成链接，法律有变动时也要查得到；没有登记的法律查不到，也链接不了。",
        "Citations in texts become links, and are found when a law changes; a law that is not registered can be neither.",
    ],
    fix: [
        "把报错里给出的一项粘贴到 laws/ 的文件里补全；只是写法不同的，把这种写法加进那部法律的 aliases。每部法律只在第一处报一次。",
        "Paste the entry that the message gives into a file of laws/ and fill it in; where only the form differs, add the form to the law's `aliases`. A law is reported once, where it is cited first.",
    ],
    example: "statement: {zh: 依据《产品质量监督办法》实施监督, en: …}",
};

pub(super) const RULE: ReadingRule = ReadingRule { code: &CODE, run };

/// Laws for which the place in the text and a title like theirs are looked for, at most: a text that cites more that nobody knows
/// has another fault.
const SEARCHED: usize = 300;

/// A law that texts cite.
struct Cited {
    printed: String,
    title: Option<String>,
    place: Place,
    count: usize,
}

fn run(model: &Model, readings: &Readings<'_>, sink: &mut Sink) {
    // Each law once, in the order of the content: where it is cited first, and in how many places.
    let mut found: Vec<Cited> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    readings.each(model, &mut |_, text, mentions, spot| {
        for mention in mentions.iter().filter(|mention| mention.certainty == Certainty::Unregistered) {
            let at = *positions.entry(key(mention)).or_insert_with(|| {
                let form = text.get(Lang::ZH).unwrap_or_default();
                let place = if text.forms().count() == 1 { spot.place() } else { spot.inside(Lang::ZH.as_str()) };
                let place = if found.len() < SEARCHED {
                    let before: String = form.chars().take(mention.start).collect();
                    place.within(&mention.text, &before)
                } else {
                    place
                };
                found.push(Cited { printed: solid(&mention.text), title: mention.title.clone(), place, count: 0 });
                found.len() - 1
            });
            found[at].count += 1;
        }
    });
    for (at, cited) in found.into_iter().enumerate() {
        let title = cited.title.as_deref().unwrap_or(&cited.printed);
        let help = if at < SEARCHED { help(model, title) } else { register(&stub::titled(model, title)) };
        let [zh, en] = match cited.count - 1 {
            0 => [String::new(), String::new()],
            1 => ["；另有 1 处引用".to_owned(), "; one other place cites it".to_owned()],
            others => [format!("；另有 {others} 处引用"), format!("; {others} other places cite it")],
        };
        let printed = cited.printed;
        let message = Message::new(
            format!("没有登记“{printed}”{zh}"),
            format!("“{printed}” cites a law that is not registered{en}"),
        );
        sink.push(Diagnostic::error(&CODE, cited.place, message).help(help));
    }
}

/// What tells one law from another: its title or else its number, without what texts add to a title or leave out.
fn key(mention: &Mention) -> String {
    let number = mention.document_number.as_ref().map(|number| number.normalized.clone());
    let title = mention.title.as_deref().map(|title| solid(title).replacen("中华人民共和国", "", 1));
    title.or(number).unwrap_or_else(|| solid(&mention.text))
}

fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

fn help(model: &Model, title: &str) -> Message {
    let titles = model.laws.iter().flat_map(|law| {
        let titles = std::iter::once(&law.title).chain(&law.short_titles).filter_map(|title| title.get(Lang::ZH));
        titles.chain(law.aliases.iter().map(String::as_str)).map(|title| (title, law.id.as_str()))
    });
    let titles: Vec<(&str, &str)> = titles.collect();
    let stub = stub::titled(model, title);
    // A law of another place, or on another matter, is no slip: the names must differ in a character or two.
    let bare = |title: &str| title.replacen("中华人民共和国", "", 1);
    let short = bare(title);
    let slip = |near: &&str| {
        let near = bare(near);
        let (a, b) = (short.chars().count(), near.chars().count());
        let same = near.chars().filter(|c| short.contains(*c)).count();
        a.abs_diff(b) <= 1 && b - same <= 1 && b > 3
    };
    // The name of the country may be misspelt, which changes much of a short title.
    let rest = title
        .split_once("共和国")
        .filter(|(country, _)| *country != "中华人民" && closest(country, ["中华人民"]).is_some())
        .map(|(_, rest)| rest);
    if let Some((meant, id)) =
        rest.and_then(|rest| titles.iter().find(|(title, _)| title.strip_prefix("中华人民共和国") == Some(rest)))
    {
        return Message::new(
            format!("是不是《{meant}》（`{id}`）？是的话改正名称；不是的话在 laws/ 里登记：\n{stub}"),
            format!("is it 《{meant}》 (`{id}`)? If so, correct the title; if not, register it in laws/:\n{stub}"),
        );
    }
    let near = closest(&short, titles.iter().map(|(title, _)| *title).filter(slip))
        .or_else(|| closest(title, titles.iter().map(|(title, _)| *title).filter(slip)));
    match near.and_then(|near| titles.iter().find(|(title, _)| *title == near)) {
        Some((near, id)) => Message::new(
            format!("是不是 `{id}`（{near}）？是的话把“{title}”加进它的 aliases；不是的话在 laws/ 里登记：\n{stub}"),
            format!(
                "is it `{id}` ({near})? If so, add “{title}” to its `aliases`; if not, register it in laws/:\n{stub}"
            ),
        ),
        None => register(&stub),
    }
}

fn register(stub: &str) -> Message {
    Message::new(format!("在 laws/ 里登记它：\n{stub}"), format!("register it in laws/:\n{stub}"))
}
