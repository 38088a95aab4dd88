//! Plan and catalogue in, `llms.txt` out: what the site has, in Markdown, for programs that read texts.

use crate::dataset::Published;
use crate::model::{List, ListId, Site, Text};
use crate::plan::{Plan, Target};

use super::file::File;

/// Where the file stands.
pub const LLMS: &str = "llms.txt";

/// Up to how many lists are named; of more, the table of all lists tells.
const LISTS: usize = 40;

/// What the site has, in its first language.
pub fn llms(plan: &Plan<'_>, catalogue: &dyn Published) -> File {
    let model = plan.model;
    let Some(lang) = model.languages().first().copied() else { return (LLMS.into(), Vec::new()) };
    let chinese = lang.as_str().starts_with("zh");
    let word = |zh: &'static str, en: &'static str| if chinese { zh } else { en };
    let own = |text: &Text| marked(text.best(lang).1);
    let address = |target| if plan.base.is_known() { plan.url(target, lang) } else { plan.file(target, lang) };
    let site = &model.site;
    let mut text =
        format!("# {}\n\n> {}\n\n{}\n", own(&site.title), own(&site.description), about(site, chinese, &own));
    let mut section = |title: &str, entries: Vec<(String, String, String)>| {
        if entries.is_empty() {
            return;
        }
        text += &format!("\n## {title}\n\n");
        for (name, address, about) in entries {
            let about = if about.is_empty() { about } else { format!(": {about}") };
            text += &format!("- [{name}]({address}){about}\n");
        }
    };
    if model.lists.len() <= LISTS {
        let list = |(id, list): (ListId, &List)| (own(&list.title), address(Target::List(id)), own(&list.agency));
        section(word("责任清单", "Responsibility lists"), ListId::each(model).map(list).collect());
    }
    let page = |title: &str, target| (title.to_owned(), address(target), String::new());
    section(
        word("查找", "Ways in"),
        vec![
            page(word("全部清单", "All lists"), Target::Lists),
            page(word("主题", "Topics"), Target::Topics),
            page(word("法律依据", "Legal bases"), Target::Laws),
            page(word("部门", "Departments"), Target::Departments),
            page(word("数据", "Data"), Target::Data),
            page(word("数据质量", "Data quality"), Target::Quality),
        ],
    );
    // What the free pages explain, and what tells of changes.
    let free = (0..plan.free_pages.len() as u32)
        .map(Target::Free)
        .filter_map(|target| Some((own(plan.subject(target)?), address(target), String::new())));
    section(word("说明", "Documentation"), free.collect());
    let feed = |(title, target)| {
        let path = plan.feed(target, lang)?;
        Some((format!("{title} (Atom)"), plan.base.absolute(&path), String::new()))
    };
    let feeds = [
        (word("清单各版的变动", "Changes of lists"), Target::News(0)),
        (word("法律的变动", "Changes of laws"), Target::Changes),
    ];
    section(word("订阅", "Feeds"), feeds.into_iter().filter_map(feed).collect());
    let file = |format: &str, path: &str| (format.to_owned(), plan.base.absolute(path), String::new());
    section(
        word("全部数据", "All data"),
        catalogue.files().iter().map(|entry| file(entry.format, &entry.path)).collect(),
    );
    let tables = (0..catalogue.tables()).map(|at| catalogue.table(at)).filter_map(|table| {
        let csv = table.files.first()?;
        Some((own(&table.title), plan.base.absolute(&csv.path), own(&table.description)))
    });
    section(word("各表", "Tables"), tables.collect());
    (LLMS.into(), text.into_bytes())
}

/// Which release the data are, where one is declared, and under which licence.
fn about(site: &Site, chinese: bool, own: &impl Fn(&Text) -> String) -> String {
    let licence = match chinese {
        true => format!("许可：{}（{}）。", own(&site.licence.name), marked(&site.licence.id)),
        false => format!("Licence: {} ({}).", own(&site.licence.name), marked(&site.licence.id)),
    };
    let Some(release) = site.release() else { return licence };
    let doi = release.doi_url().map(|url| format!(" {url}")).unwrap_or_default();
    let (version, date) = (marked(&release.version), release.date);
    match chinese {
        true => format!("数据版本：{version}（{date}）。{doi}\n\n{licence}"),
        false => format!("Version of the data: {version} ({date}).{doi}\n\n{licence}"),
    }
}

/// A text as Markdown that says the same: nothing of it is an element or a link to whoever makes a page of the file.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '[' | ']' | '\\' | '`' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn a_text_is_a_text() {
        assert_eq!(marked("清单（2016年）"), "清单（2016年）");
        assert_eq!(marked("a\n<b>`[c](d)\\"), "a &lt;b>\\`\\[c\\](d)\\\\");
    }
}
