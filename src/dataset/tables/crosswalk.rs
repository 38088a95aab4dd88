//! The table that leads from ids that once were published to those of today.

use crate::dataset::build::TableOf;
use crate::dataset::column::each;
use crate::dataset::row::{Context, Row, Rows};
use crate::dataset::shared::position;
use crate::dataset::table::Table;
use crate::model::former::{Fate, KINDS, OldId, id_of};
use crate::model::{Lang, Owner, Reorganisation};

/// The table.
pub(super) fn tables() -> Vec<Table> {
    vec![
        TableOf::new(
            "crosswalk",
            ["新旧标识对照", "Crosswalk"],
            [
                "一个发布过、现已改变的标识，和接替它的一个标识；由几个接替的占几行，没有接替的占一行",
                "An id that once was published and is another now, with one that took its place: a row for each of several, one row \
                 where nothing did",
            ],
            &["kind", "old_id", "position"],
            rows,
        )
        .register()
        .plain("old_id", ["旧标识", "Old id"], ["以前发布的标识，全表中的写法", "The id as tables had it"], |r| {
            Some(r.value.id())
        })
        .required()
        .plain("kind", ["种类", "Kind"], ["它是什么，如duty、office、list", "What it was, such as duty, office or list"], |r| {
            Some(r.value.kind)
        })
        .required()
        .words(KINDS, |kind| kind)
        .column(position())
        .plain(
            "fate",
            ["去向", "What happened"],
            [
                "renamed：改标识；moved：移到别的清单；merged：合并；split：拆分；ended：撤销；removed：已不在清单或登记中；unstated：未载明由谁接替",
                "What happened: renamed, moved to another list, merged, split, ended (abolished), removed (no longer in the list or \
                 the register), unstated (what it stood in was reorganised, and its successor is not said)",
            ],
            |r| r.value.fate.map(Fate::as_str),
        )
        .required()
        .words(Fate::ALL, Fate::as_str)
        .plain(
            "successor_id",
            ["接替的标识", "Successor"],
            ["接替它的标识；没有的为空", "Id of what took its place; empty where nothing did or it is not said"],
            |r| successor(r).map(|(key, _)| id_of(key)),
        )
        .plain(
            "old_path",
            ["旧网址", "Old address"],
            [
                "它的网页以前的路径，自网站根目录起，不含语言；没有自己网页的为空",
                "Path of its page from the root of the site, without a language; empty for what had no page of its own",
            ],
            |r| r.value.has_page().then_some(&*r.parent),
        )
        .date("date", ["日期", "Date"], ["变动的日期", "Day of what happened, where it is known"], |r| r.value.since)
        .text("event", ["变动", "Event"], ["机构改革等变动的说明", "What happened, in the words of reorganisations.yaml"], |r| {
            Some(&because(r)?.title)
        })
        .text("source", ["出处", "Source"], ["载明变动的文件", "Where it is stated"], |r| Some(&because(r)?.source))
        .plain("source_url", ["出处网址", "Address of the source"], ["载明变动的网页地址", "Address of a page that states it"], |r| {
            because(r)?.url.as_deref()
        })
        .column(each(
            "url",
            ["网页", "Page"],
            [
                "现在的网页地址（该语言）：接替者的，或说明去向的；网站地址未定时为自网站根目录起的路径",
                "Address of the page of today, in this language: of what took its place, or of what says what became of it; a path \
                 from the root of the site where the site may live anywhere",
            ],
            |r: &Row<'_, OldId>, lang| address(r, lang).into(),
        ))
        .required()
        .done(),
    ]
}

fn successor<'m>(row: &Row<'m, OldId>) -> Option<&'m (String, Owner)> {
    row.value.successors.get(row.position as usize - 1)
}

fn because<'m>(row: &Row<'m, OldId>) -> Option<&'m Reorganisation> {
    Some(&row.context.graph.model[row.value.because?])
}

/// Where somebody with the old id finds what there is now.
fn address(row: &Row<'_, OldId>, lang: Lang) -> Option<String> {
    let urls = row.context.urls;
    if let Some((key, _)) = successor(row) {
        return nearest(row, key, lang);
    }
    if let Some(own) = urls.at(&row.value.key, lang).or_else(|| urls.at(&row.value.above, lang)) {
        return Some(own);
    }
    // What it stood in may have gone to one place.
    let list = row.value.key.splitn(3, '/').take(2).collect::<Vec<_>>().join("/");
    let whole = row.context.graph.former.get(&list).map(|old| &old.successors[..]);
    match whole {
        Some([(key, _)]) => nearest(row, key, lang),
        _ => nearest(row, &row.value.key, lang),
    }
}

/// The page of a key, or the nearest above it.
fn nearest(row: &Row<'_, OldId>, key: &str, lang: Lang) -> Option<String> {
    let mut here = key;
    while !here.is_empty() {
        if let Some(url) = row.context.urls.at(here, lang) {
            return Some(url);
        }
        here = here.rsplit_once('/').map_or("", |(above, _)| above);
    }
    row.context.urls.at("lists", lang)
}

/// Those of the site; of one list, those that lead from it or to it.
fn rows(context: Context<'_>) -> Rows<'_, OldId> {
    let own = context.scope.map(|scope| scope.list);
    let lists = move |old: &OldId| {
        let Some(list) = own else { return true };
        let of_list = |owner: &Owner| matches!(owner, Owner::Record(record) if record.list == list);
        let key = format!("lists/{}", context.graph.model[list].id);
        old.successors.iter().any(|(_, owner)| of_list(owner))
            || old.key == key
            || old.key.starts_with(&format!("{key}/"))
    };
    let told = context.graph.former.all().iter().filter(move |old| old.fate.is_some() && lists(old));
    Box::new(told.flat_map(move |old| {
        (0..old.successors.len().max(1)).map(move |at| Row {
            parent: format!("{}/", old.key),
            ..Row::top(context, old, old.id(), at, None).kind(old.kind)
        })
    }))
}
