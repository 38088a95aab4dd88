//! The site, the regions, the registers and the free pages.

use super::words::{DEPARTMENTS, FORMS, PLACES, SUBJECTS};
use super::yaml::{Both, Yaml};

/// A county.
pub struct County {
    /// Slug of the region.
    pub slug: String,
    /// Name of the region.
    pub name: Both,
    code: String,
    prefecture: usize,
}

/// Counties of a prefecture, and prefectures of a province.
const FAN: usize = 10;

fn both(zh: impl Into<String>, en: impl Into<String>) -> Both {
    (zh.into(), en.into())
}

pub fn site() -> String {
    let mut yaml = Yaml::default();
    yaml.text("title", &both("责任清单公开", "Responsibility Lists"));
    yaml.text("description", &both("各县部门责任清单。", "Responsibility lists of county departments."));
    yaml.line("languages: [zh, en]");
    yaml.line("translations: complete");
    yaml.under("licence", |yaml| {
        yaml.string("id", "CC-BY-4.0");
        yaml.text("name", &both("知识共享署名4.0", "Creative Commons Attribution 4.0"));
        yaml.string("url", "https://creativecommons.org/licenses/by/4.0/");
    });
    yaml.under("publisher", |yaml| {
        yaml.line("kind: civic");
        yaml.text("name", &both("测试", "A test"));
    });
    yaml.finish()
}

/// A place name of two syllables; the number goes into the slug where the syllables come round again.
fn place(index: usize) -> (String, String, String) {
    let (first, second) = (index % PLACES.len(), (index / PLACES.len() + index) % PLACES.len());
    let zh = format!("{}{}", PLACES[first].0, PLACES[second].0);
    let pinyin = format!("{}{}", PLACES[first].1, PLACES[second].1);
    let mut en = pinyin.clone();
    en[..1].make_ascii_uppercase();
    (zh, en, format!("{pinyin}-{index}"))
}

pub fn counties(count: usize) -> Vec<County> {
    let county = |index: usize| {
        let (zh, en, slug) = place(index);
        let prefecture = index / FAN;
        let code = format!("{}{:02}", &prefecture_code(prefecture)[..4], index % FAN + 21);
        County { slug, name: both(format!("{zh}县"), format!("{en} County")), code, prefecture }
    };
    (0..count).map(county).collect()
}

fn prefecture_code(index: usize) -> String {
    format!("{:02}{:02}00", index / FAN + 11, index % FAN + 1)
}

pub fn regions(counties: &[County]) -> String {
    let mut yaml = Yaml::default();
    let prefectures = counties.last().map_or(0, |county| county.prefecture + 1);
    let mut region = |slug: &str, code: &str, name: &Both, level: &str, parent: Option<String>| {
        yaml.entry(|yaml| {
            yaml.string("code", code);
            yaml.string("slug", slug);
            yaml.text("name", name);
            yaml.line(&format!("level: {level}"));
            if let Some(parent) = parent {
                yaml.string("parent", &parent);
            }
        });
    };
    for index in 0..prefectures.div_ceil(FAN) {
        let (zh, en, _) = place(index * 7 + 3);
        let code = format!("{:02}0000", index + 11);
        let name = both(format!("{zh}省"), format!("{en} Province"));
        region(&format!("province-{index}"), &code, &name, "province", None);
    }
    for index in 0..prefectures {
        let (zh, en, _) = place(index * 3 + 1);
        let name = both(format!("{zh}市"), format!("{en} City"));
        let parent = Some(format!("province-{}", index / FAN));
        region(&format!("city-{index}"), &prefecture_code(index), &name, "prefecture", parent);
    }
    for county in counties {
        region(&county.slug, &county.code, &county.name, "county", Some(format!("city-{}", county.prefecture)));
    }
    yaml.finish()
}

pub fn departments() -> String {
    let mut yaml = Yaml::default();
    for (zh, en, slug) in DEPARTMENTS {
        yaml.entry(|yaml| {
            yaml.string("slug", slug);
            yaml.text("name", &both(zh.replace('局', "部门"), *en));
            yaml.line(&format!("aliases: [{zh}, 县{zh}]"));
        });
    }
    yaml.finish()
}

pub fn topics() -> String {
    let mut yaml = Yaml::default();
    for (index, (zh, en, slug)) in SUBJECTS.iter().enumerate() {
        yaml.entry(|yaml| {
            yaml.string("slug", slug);
            yaml.text("name", &both(*zh, *en));
            yaml.text("definition", &both(format!("与{zh}有关的职责。"), format!("Duties that concern {en}.")));
            if index >= 5 {
                yaml.string("broader", SUBJECTS[index % 5].2);
            }
            yaml.under("words", |yaml| {
                yaml.line(&format!("zh: [{zh}投诉, {zh}举报]"));
                yaml.line(&format!("pinyin: [{}]", slug.replace('-', "")));
                yaml.line(&format!("en: [{} complaint]", en.to_lowercase()));
            });
        });
    }
    yaml.finish()
}

/// Id of a law by its number, of which there are [`law_count`].
pub fn law_id(index: usize) -> String {
    format!("{}-{}", SUBJECTS[index % SUBJECTS.len()].2, FORMS[index / SUBJECTS.len()].3)
}

/// Title of a law by its number, in Chinese.
pub fn law_title(index: usize) -> String {
    let (before, after, ..) = FORMS[index / SUBJECTS.len()];
    format!("{before}{}{after}", SUBJECTS[index % SUBJECTS.len()].0)
}

pub fn law_count() -> usize {
    SUBJECTS.len() * FORMS.len()
}

/// The files of the register, one for each form of law.
pub fn laws() -> Vec<(String, String)> {
    let file = |form: usize| {
        let mut yaml = Yaml::default();
        for subject in 0..SUBJECTS.len() {
            yaml.entry(|yaml| law(yaml, form * SUBJECTS.len() + subject));
        }
        (format!("{}.yaml", FORMS[form].4), yaml.finish())
    };
    (0..FORMS.len()).map(file).collect()
}

fn law(yaml: &mut Yaml, index: usize) {
    let (subject_zh, subject_en, _) = SUBJECTS[index % SUBJECTS.len()];
    let (before, after, form_en, _, kind) = FORMS[index / SUBJECTS.len()];
    yaml.string("id", &law_id(index));
    yaml.text("title", &both(law_title(index), format!("{subject_en} {form_en}")));
    if !before.is_empty() && kind == "law" {
        let short = both(format!("{subject_zh}{after}"), format!("{subject_en} Law"));
        yaml.under("short_titles", |yaml| {
            yaml.entry(|yaml| {
                yaml.string("zh", &short.0);
                yaml.string("en", &short.1);
            })
        });
    }
    yaml.line(&format!("kind: {kind}"));
    yaml.text("issuer", &both("全国人民代表大会常务委员会", "Standing Committee of the National People's Congress"));
    yaml.string("document_number", &format!("第{}号", index + 1));
    yaml.line(&format!("adopted: {}-0{}-1{}", 1985 + index % 30, index % 9 + 1, index % 10));
    yaml.line(&format!("effective: {}-1{}-01", 1985 + index % 30, index % 3));
    if index.is_multiple_of(3) {
        yaml.under("amendments", |yaml| {
            yaml.entry(|yaml| {
                yaml.line(&format!("date: {}-08-27", 2009 + index % 10));
                yaml.line("kind: amended");
            })
        });
        yaml.line("status: amended");
        yaml.line("as_of: 2026-07");
    } else {
        yaml.line("status: unknown");
    }
    yaml.text("source", &both("公报", "The gazette"));
}

pub fn pages() -> Vec<(String, String)> {
    let page = |name: &str, zh: &str, en: &str| {
        [
            (format!("{name}.zh.md"), format!("# {zh}\n\n本站公布责任清单。\n")),
            (format!("{name}.en.md"), format!("# {en}\n\nThis site publishes responsibility lists.\n")),
        ]
    };
    [page("about", "关于本站", "About this site"), page("method", "方法说明", "Method")].concat()
}
