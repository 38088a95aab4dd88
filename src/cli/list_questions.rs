//! What was typed about a list in, the answers about it out: place, kind, department, agency, title, day of publication.

use crate::diag::{Failure, Message, MessageLang};
use crate::model::{Date, Lang, Level, ListKind};
use crate::pipeline::start::{Body, Known, ListAnswers, Name, Place, Where, body, kind_named, kind_words, place};

use super::args::ListArgs;
use super::ask::{Asker, Question};

/// What was answered about a list.
pub(super) struct Asked {
    /// The answers.
    pub list: ListAnswers,
    /// Its id, as made from region and department.
    pub id: String,
}

/// Kinds of list that a government has as a whole, so that no department need be named.
pub(super) fn of_government(kind: ListKind) -> bool {
    matches!(kind, ListKind::Township | ListKind::Boundaries | ListKind::Other)
}

/// Asks for the place, the kind, the department, the agency and the title.
pub(super) fn ask(
    args: &ListArgs,
    known: &Known,
    asker: &mut Asker<'_>,
    speech: MessageLang,
) -> Result<Asked, Failure> {
    let english = known.languages.contains(&Lang::EN);
    let mut place = ask_place(args, known, asker)?;
    if english {
        ask_english(args, &mut place, asker)?;
    }
    let kind = ask_kind(args, &place, asker)?;
    let body = ask_body(args, kind, &place, known, asker)?;
    let agency = ask_agency(args, &place, body.as_ref(), asker)?;
    let [zh, en] = kind_words(kind);
    // A township's list is called after the place.
    let whose = if kind == ListKind::Township && body.is_none() { &place.name } else { &agency };
    let default = Name { zh: format!("{}{zh}", whose.zh), en: whose.en.as_ref().map(|whose| format!("{en}: {whose}")) };
    let question = Question {
        words: Message::new("标题", "Title, in Chinese"),
        option: "--title",
        given: args.title.as_deref(),
        default: Some(default.zh.clone()),
    };
    let title = asker.ask(&question, name)?;
    let title = if title == default.zh { default } else { Name { zh: title, en: default.en } };
    let department = body.as_ref().map_or("", |body| body.slug.as_str());
    let id =
        [place.slug.as_str(), department].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let published = args.published.as_deref().map(|text| asker.ask(&day(Some(text)), read_day)).transpose()?.flatten();
    let languages = known.languages.clone();
    Ok(Asked {
        list: ListAnswers { id: id.clone(), place, body, agency, kind, title, published, languages, speech },
        id,
    })
}

fn ask_place(args: &ListArgs, known: &Known, asker: &mut Asker<'_>) -> Result<Place, Failure> {
    let question = Question {
        words: Message::new(
            "地区：名称或六位代码，如 鸡泽县",
            "Region: name in Chinese, or six-digit code, such as 鸡泽县",
        ),
        option: "--region",
        given: args.region.as_deref(),
        default: None,
    };
    let mut region = String::new();
    let found = asker.ask(&question, |typed| {
        typed.clone_into(&mut region);
        place(Where { region: typed, ..Where::default() }, known)
    })?;
    if asker.asks() {
        asker.tell(&Message::new(format!("  {}", found.full), format!("  {}", found.full)));
    }
    if args.township.is_none() && (!asker.asks() || found.level == Level::Township || args.department.is_some()) {
        return Ok(found);
    }
    let question = Question {
        words: Message::new(
            "乡镇、街道的全称，不是乡镇的按回车",
            "Township or subdistrict, full name in Chinese; Enter for none",
        ),
        option: "--township",
        given: args.township.as_deref(),
        default: Some(String::new()),
    };
    asker.ask(&question, |typed| place(Where { region: &region, township: Some(typed) }, known))
}

fn ask_english(args: &ListArgs, found: &mut Place, asker: &mut Asker<'_>) -> Result<(), Failure> {
    if found.entries.is_empty() && args.region_en.is_none() {
        return Ok(());
    }
    let question = Question {
        words: Message::new(
            format!("{} 的英文名，没有按回车", found.name.zh),
            format!("English name of {}; Enter for none", found.name.zh),
        ),
        option: "--region-en",
        given: args.region_en.as_deref(),
        default: Some(found.name.en.clone().unwrap_or_default()),
    };
    let english = asker.ask(&question, |typed| Ok(typed.trim().to_owned()))?;
    if !english.is_empty() {
        found.call(&english);
    }
    Ok(())
}

fn ask_kind(args: &ListArgs, place: &Place, asker: &mut Asker<'_>) -> Result<ListKind, Failure> {
    let kinds = ListKind::ALL.iter().enumerate();
    let whose = |kind: ListKind, language: usize| match kind {
        ListKind::Township => ["（乡镇、街道）", ""][language],
        ListKind::Other => ["（其他）", " (other)"][language],
        _ => "",
    };
    let listed = |language: usize| -> String {
        let line = |(at, kind): (usize, &ListKind)| {
            format!("\n  {} {}{}", at + 1, kind_words(*kind)[language], whose(*kind, language))
        };
        kinds.clone().map(line).collect()
    };
    let usual = if place.level == Level::Township { ListKind::Township } else { ListKind::PowersAndResponsibilities };
    let number = ListKind::ALL.iter().position(|kind| *kind == usual).unwrap_or_default() + 1;
    let question = Question {
        words: Message::new(
            format!("哪一种清单：{}\n写数字", listed(0)),
            format!("Kind of list:{}\nNumber", listed(1)),
        ),
        option: "--kind",
        given: args.kind.as_deref(),
        default: Some(number.to_string()),
    };
    asker.ask(&question, kind_named)
}

fn ask_body(
    args: &ListArgs,
    kind: ListKind,
    place: &Place,
    known: &Known,
    asker: &mut Asker<'_>,
) -> Result<Option<Body>, Failure> {
    let whole = of_government(kind) || place.level == Level::Township;
    if args.department.is_none() && place.level == Level::Township {
        return Ok(None);
    }
    let question = Question {
        words: match whole {
            true => Message::new(
                "部门，如 教育局；整个政府的清单按回车",
                "Department, such as 教育局 or education; Enter for the whole government",
            ),
            false => {
                Message::new("部门，如 教育局", "Department: name in Chinese or slug, such as 教育局 or education")
            }
        },
        option: "--department",
        given: args.department.as_deref(),
        default: whole.then(String::new),
    };
    // Who sits at a terminal and made a slip is asked; whoever means it types it once more.
    let asks = asker.asks();
    let mut before = None;
    let found = asker.ask(&question, |typed| match typed.trim() {
        "" if whole => Ok(None),
        typed => {
            let found = body(typed, &place.name.zh, known)?;
            let new = asks && found.entry.is_some() && before.as_deref() != Some(typed);
            before = Some(typed.to_owned());
            if new { Err(unlisted(&found)) } else { Ok(Some(found)) }
        }
    })?;
    if let Some(found) = found.as_ref().filter(|found| found.entry.is_some()) {
        asker.tell(&Message::new(
            format!("  部门表里没有“{}”，将在 departments.yaml 登记为 {}", found.bureau, found.slug),
            format!(
                "  the table of departments lacks {}; departments.yaml will have it as {}",
                found.bureau, found.slug
            ),
        ));
    }
    Ok(found)
}

fn unlisted(found: &Body) -> Message {
    let [zh, en] = found
        .near
        .as_ref()
        .map_or_else(Default::default, |near| [format!("是不是 {near}？"), format!("did you mean {near}? ")]);
    Message::new(
        format!("部门表里没有“{}”。{zh}确是这个名称，就再写一次", found.bureau),
        format!("the table of departments lacks {}; {en}if that is its name, type it once more", found.bureau),
    )
}

fn ask_agency(args: &ListArgs, place: &Place, body: Option<&Body>, asker: &mut Asker<'_>) -> Result<Name, Failure> {
    let region = &place.name.zh;
    let english = place.name.en.as_ref();
    let default = match body {
        Some(body) => Name {
            zh: format!("{region}{}", body.bureau),
            en: body.kind.en.as_ref().zip(english).map(|(kind, region)| format!("{kind}, {region}")),
        },
        None if region.ends_with("街道") => {
            Name { zh: format!("{region}办事处"), en: english.map(|region| format!("{region} Office")) }
        }
        None if matches!(place.level, Level::Zone | Level::NewArea) => Name {
            zh: format!("{region}管理委员会"),
            en: english.map(|region| format!("Management Committee of {region}")),
        },
        None => Name {
            zh: format!("{region}人民政府"),
            en: english.map(|region| format!("People's Government of {region}")),
        },
    };
    let question = Question {
        words: Message::new("机关的全称", "Full name of the agency, in Chinese"),
        option: "--agency",
        given: args.agency.as_deref(),
        default: Some(default.zh.clone()),
    };
    let zh = asker.ask(&question, name)?;
    Ok(Name { zh, en: default.en })
}

/// Asks for the day of publication; Enter leaves it open.
pub(super) fn published(args: &ListArgs, asker: &mut Asker<'_>) -> Result<Option<Date>, Failure> {
    asker.ask(&day(args.published.as_deref()), read_day)
}

fn day(given: Option<&str>) -> Question<'_> {
    Question {
        words: Message::new(
            "清单的发布日期，如 2025-03-01，不知道按回车",
            "Day of publication, such as 2025-03-01; Enter where it is not known",
        ),
        option: "--published",
        given,
        default: Some(String::new()),
    }
}

fn read_day(typed: &str) -> Result<Option<Date>, Message> {
    let plain = typed.trim().replace(['年', '月', '/', '.'], "-").replace('日', "");
    if plain.is_empty() {
        return Ok(None);
    }
    let padded: Vec<String> = plain.split('-').map(|part| format!("{part:0>2}")).collect();
    padded.join("-").parse().ok().filter(|date: &Date| date.day.is_some()).map(Some).ok_or_else(|| {
        Message::new(
            format!("`{typed}` 不是日期，要像 2025-03-01 这样"),
            format!("`{typed}` is not a day such as 2025-03-01"),
        )
    })
}

/// A name that is not empty.
pub(super) fn name(typed: &str) -> Result<String, Message> {
    match typed.trim() {
        "" => Err(Message::new("不能是空的", "it cannot be empty")),
        typed => Ok(typed.to_owned()),
    }
}
