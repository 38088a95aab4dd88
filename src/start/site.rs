//! Answers about a site in, the files of its folder out: the site, the pages about it, what it registers, its list.

use crate::model::Lang;
use crate::yaml::flow;

use super::about::about;
use super::answers::{Name, NewFile, SiteAnswers};
use super::ci::service_file;
use super::list::list_files;
use super::registers::Entries;

/// The files of the folder, those of the content below `content/`.
pub fn site_files(site: &SiteAnswers) -> Vec<NewFile> {
    let list = &site.list;
    let departments = list.body.iter().filter_map(|body| body.entry.clone()).collect();
    let [regions, departments] = Entries { regions: list.place.entries.clone(), departments }.lines();
    let mut files = vec![NewFile { path: "content/site.yaml".to_owned(), text: settings(site) }];
    let spelled = list.remark(
        "# 英文名按拼音拟的，请核对；改名称可以，slug 公布后不要改。\n",
        "# English names are spelled from the Chinese; look them over. Slugs stay once they are published.\n",
    );
    if !regions.is_empty() {
        let head = if list.english() { spelled } else { "" };
        files.push(NewFile { path: "content/regions.yaml".to_owned(), text: format!("{head}{regions}") });
    }
    if !departments.is_empty() {
        files.push(NewFile { path: "content/departments.yaml".to_owned(), text: departments });
    }
    let content = list_files(list).into_iter();
    files.extend(content.map(|file| NewFile { path: format!("content/{}", file.path), text: file.text }));
    for lang in &list.languages {
        let path = format!("content/pages/about.{lang}.md");
        files.push(NewFile { path, text: about(site, *lang == Lang::ZH) });
    }
    files.push(NewFile { path: ".gitignore".to_owned(), text: "/output/\n/.output.qingdan-*\n".to_owned() });
    files.push(NewFile { path: "README.md".to_owned(), text: readme(site) });
    files.extend(site.ci.iter().map(|service| service_file(*service)));
    files
}

fn settings(site: &SiteAnswers) -> String {
    let list = &site.list;
    let english = list.english();
    let languages: Vec<&str> = list.languages.iter().map(|lang| lang.as_str()).collect();
    let description = Name {
        zh: format!("{}：做什么，依据什么，由谁负责。", list.agency.zh),
        en: list
            .agency
            .en
            .as_ref()
            .map(|agency| format!("{agency}: what it does, on what legal basis, and who answers for it.")),
    };
    let mut lines = vec![
        format!("title: {}", site.title.flow(english)),
        format!("description: {}", description.flow(english)),
        list.remark(
            "# base_url: 网站将来的网址，以 / 结尾；知道了再写，删去行首的 #",
            "# base_url: the address of the site, with / at its end; when you know it, fill it in and take the # away",
        )
        .to_owned(),
        format!("languages: [{}]", languages.join(", ")),
    ];
    if list.languages.len() > 1 {
        lines.push(list.remark(
            "translations: partial  # 没有译的文字照原文显示并注明；全部译完后改为 complete",
            "translations: partial  # a text without translation is shown as it is and labelled; `complete` once all are there",
        ).to_owned());
    }
    lines.push(
        list.remark(
            "# 许可：这里写的是 CC BY 4.0，用别的请改。",
            "# The licence: this is CC BY 4.0; change it where you use another.",
        )
        .to_owned(),
    );
    lines.push("licence:".to_owned());
    lines.push("  id: CC-BY-4.0".to_owned());
    lines.push(format!(
        "  name: {}",
        list.text("知识共享署名4.0国际许可协议", "Creative Commons Attribution 4.0 International")
    ));
    lines.push("  url: https://creativecommons.org/licenses/by/4.0/".to_owned());
    lines.push("publisher:".to_owned());
    lines.push(format!("  kind: {}", if site.official.is_some() { "official" } else { "civic" }));
    lines.push(format!("  name: {}", site.publisher.flow(english)));
    if let Some((domain, code)) = &site.official {
        lines.push("official:".to_owned());
        lines.push(format!("  domain: {}", flow(domain)));
        lines.push(format!("  id_code: {}", flow(code)));
    }
    lines.join("\n") + "\n"
}

fn readme(site: &SiteAnswers) -> String {
    let title = &site.title.zh;
    let list = &site.list.id;
    site.list
        .remark(
            "# {title}\n\n\
             内容在 `content/`，网站设置在 `content/site.yaml`；`content/lists/{list}/` 是示例，有了自己的清单就整个删去。\n\
             在这个文件夹里运行：`qingdan check` 检查，`qingdan build` 在 `output/` 生成网站；打开 `output/index.html`。\n",
            "# {title}\n\n\
             The content is in `content/`, its settings in `content/site.yaml`; `content/lists/{list}/` is an example to delete once there is a list of your own.\n\
             In this folder, `qingdan check` looks for faults and `qingdan build` makes the site in `output/`; open `output/index.html`.\n",
        )
        .replace("{title}", title)
        .replace("{list}", list)
}
