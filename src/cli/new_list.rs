//! `qingdan new list`: asks what has to be known of a list and adds it to a content folder.

use std::process::ExitCode;

use crate::diag::formats::{MessageFormat, show};
use crate::diag::{Failure, Message, MessageLang};
use crate::model::Id;
use crate::pipeline::start::{Known, ListAnswers, kind_named};
use crate::pipeline::{add_list, known};

use super::args::{ListArgs, NewListArgs};
use super::ask::{Asker, Question};
use super::list_questions::{Asked, ask, of_government, published};
use super::output::{colour, say};

/// Adds a list.
pub(super) fn run(new: &NewListArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    let known = match known(&new.content)? {
        Ok(known) => known,
        Err(findings) => {
            say(&show(&findings, MessageFormat::Full, speech, colour()));
            return Ok(ExitCode::from(1));
        }
    };
    let mut asker = Asker::new(new.list.yes, speech);
    if !asker.asks() {
        refuse(&needed(&new.list), "qingdan new list --region 130431 --department 教育局")?;
    }
    let Asked { mut list, id } = ask(&new.list, &known, &mut asker, speech)?;
    let question = Question {
        words: Message::new(
            "清单的标识：文件夹名，也是网址的一部分，公布后不改",
            "Id of the list: its folder and a part of its address, never changed later",
        ),
        option: "ID",
        given: new.id.as_deref(),
        default: Some(free(id, &known)),
    };
    list.id = asker.ask(&question, |typed| unused(typed, &known))?;
    if known.official && list.published.is_none() {
        list.published = published(&new.list, &mut asker)?;
    }
    let changed = add_list(&new.content, &list)?;
    say(&done(new, &list, &changed, known.official && list.published.is_none(), speech));
    Ok(ExitCode::SUCCESS)
}

/// The options that are wanted where nobody is there to ask.
pub(super) fn needed(list: &ListArgs) -> Vec<&'static str> {
    let kind = list.kind.as_deref().and_then(|kind| kind_named(kind).ok());
    let whole = list.township.is_some() || kind.is_some_and(of_government);
    let mut missing = Vec::new();
    if list.region.is_none() {
        missing.push("--region");
    }
    if list.department.is_none() && !whole {
        missing.push("--department");
    }
    missing
}

/// Fails where options are missing, and says which.
pub(super) fn refuse(missing: &[&str], example: &str) -> Result<(), Failure> {
    if missing.is_empty() {
        return Ok(());
    }
    let words = Message::new(
        format!("这里不能提问，还要写上选项：{}。例如 {example}", missing.join("、")),
        format!(
            "there is no terminal to ask on; options that are wanted: {}. For example: {example}",
            missing.join(", ")
        ),
    );
    Err(Failure::Refused { words })
}

/// An id with a figure behind it where a list has it already.
fn free(id: String, known: &Known) -> String {
    let taken = |id: &str| known.lists.iter().any(|list| list == id);
    if !taken(&id) {
        return id;
    }
    // There are fewer lists than numbers to try.
    (2..known.lists.len() + 3).map(|n| format!("{id}-{n}")).find(|next| !taken(next)).unwrap_or(id)
}

fn unused(typed: &str, known: &Known) -> Result<String, Message> {
    let id = Id::new(typed.trim());
    if !id.is_well_formed() {
        return Err(Message::new(
            format!("`{typed}` 不能作标识：只用小写字母、数字和连字符，如 jize-education"),
            format!("`{typed}` is no id: small letters, digits and hyphens alone, such as jize-education"),
        ));
    }
    if known.lists.iter().any(|list| **list == *id) {
        return Err(Message::new(format!("已经有清单 `{id}` 了"), format!("there is a list `{id}` already")));
    }
    Ok(id.to_string())
}

fn done(new: &NewListArgs, list: &ListAnswers, changed: &[&str], undated: bool, speech: MessageLang) -> String {
    let folder = new.content.join("lists").join(&list.id);
    let mut text = match speech {
        MessageLang::Zh => {
            format!("已添加 {}：《{}》，有一条示例，改成真的内容再发布。\n", folder.display(), list.title.zh)
        }
        MessageLang::En => {
            format!("Added {}: {}, with one example record to replace.\n", folder.display(), list.title.zh)
        }
    };
    if !changed.is_empty() {
        text += &match speech {
            MessageLang::Zh => format!("并在 {} 登记，请核对名称。\n", changed.join("、")),
            MessageLang::En => format!("Registered what it names in {}; look over the names.\n", changed.join(" and ")),
        };
    }
    if undated {
        text += match speech {
            MessageLang::Zh => "发布日期没有写：检查时会提醒（E034），知道了写进 list.yaml 的 published。\n",
            MessageLang::En => {
                "The day of publication is missing: a check says so (E034) until `published` stands in list.yaml.\n"
            }
        };
    }
    text
}
