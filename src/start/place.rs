//! What somebody typed for a region in; the place that is meant, and what the site has to register for it, out.

use crate::diag::{Message, closest};
use crate::model::{Formerly, Id, Lang, Level, Region, Text};
use crate::register::{Division, division, divisions};

use super::answers::{Known, Name, Place};
use super::english::{proposed, slug};

/// Places that a message lists, at most.
const LISTED: usize = 8;

/// What was typed about a place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Where<'a> {
    /// Name or code of the region.
    pub region: &'a str,
    /// A township or zone below it.
    pub township: Option<&'a str>,
}

/// The place that is meant.
///
/// # Errors
///
/// Says why none or several are meant, and what to type.
pub fn place(typed: Where<'_>, known: &Known) -> Result<Place, Message> {
    let own = known.regions.iter().find(|region| is_called(region, typed.region));
    let mut found = match own {
        Some(region) => registered(region),
        None => divided(found(typed.region)?, known),
    };
    if let Some(name) = typed.township.map(str::trim).filter(|name| !name.is_empty()) {
        found = below(found, name, known)?;
    }
    Ok(found)
}

fn is_called(region: &Region, typed: &str) -> bool {
    let typed = typed.trim();
    &*region.slug == typed || region.code.as_deref() == Some(typed) || region.name.get(Lang::ZH) == Some(typed)
}

/// A region that the site has registered itself.
fn registered(region: &Region) -> Place {
    let name = region.name.best(Lang::ZH).1.to_owned();
    Place {
        region: region.slug.to_string(),
        full: name.clone(),
        name: Name { zh: name, en: region.name.get(Lang::EN).map(str::to_owned) },
        slug: region.slug.to_string(),
        level: region.level,
        entries: Vec::new(),
    }
}

/// A division of the country. A site in Chinese needs its code alone; one with English needs entries with English names.
fn divided(division: Division, known: &Known) -> Place {
    let chain = division.chain();
    let full = division.full_name();
    let mut entries: Vec<Region> = Vec::new();
    let mut parent: Option<String> = None;
    let mut region = division.code.to_owned();
    if known.languages.contains(&Lang::EN) {
        for one in &chain {
            if let Some(own) = known.regions.iter().find(|own| own.code.as_deref() == Some(one.code)) {
                parent = Some(own.slug.to_string());
                continue;
            }
            let taken: Vec<&str> = known.regions.iter().chain(&entries).map(|entry| &*entry.slug).collect();
            let slug = free(&slug(one.name), one.code, &taken);
            let mut name = Text::zh(one.name);
            if let Some(english) = proposed(one.name) {
                name = name.with(Lang::EN, &english);
            }
            entries.push(Region {
                code: Some(one.code.to_owned()),
                slug: Id::new(&slug),
                formerly: Formerly::default(),
                name,
                level: one.level,
                parent: parent.as_deref().map(Id::new),
                area_code: None,
                area_code_source: None,
            });
            parent = Some(slug);
        }
        region = parent.unwrap_or(region);
    }
    Place {
        region,
        name: Name { zh: division.name.to_owned(), en: proposed(division.name) },
        full,
        slug: free(&slug(division.name), division.code, &[]),
        level: division.level,
        entries,
    }
}

/// A township or zone below a place; the register of the program has none.
fn below(above: Place, name: &str, known: &Known) -> Result<Place, Message> {
    if let Some(own) = known.regions.iter().find(|region| region.name.get(Lang::ZH) == Some(name)) {
        return Ok(registered(own));
    }
    let level = if name.ends_with('镇') || name.ends_with('乡') || name.ends_with("街道") || name.ends_with("苏木")
    {
        Level::Township
    } else if name.ends_with("新区") {
        Level::NewArea
    } else if name.ends_with('区') || name.ends_with("园") {
        Level::Zone
    } else {
        return Err(Message::new(
            format!("`{name}` 要写全称，如 柳坪镇、柳坪街道、高新技术产业开发区"),
            format!("`{name}` should be a full name in Chinese, such as 柳坪镇, 柳坪街道 or 高新技术产业开发区"),
        ));
    };
    let taken: Vec<&str> = known.regions.iter().chain(&above.entries).map(|entry| &*entry.slug).collect();
    let slug = free(&format!("{}-{}", above.slug, slug(name)), "place", &taken);
    let english = proposed(name);
    let mut text = Text::zh(name);
    if let Some(english) = &english {
        text = text.with(Lang::EN, english);
    }
    let mut entries = above.entries;
    entries.push(Region {
        code: None,
        slug: Id::new(&slug),
        formerly: Formerly::default(),
        name: text,
        level,
        parent: Some(Id::new(&above.region)),
        area_code: None,
        area_code_source: None,
    });
    Ok(Place {
        region: slug.clone(),
        name: Name { zh: name.to_owned(), en: english },
        full: above.full + name,
        slug,
        level,
        entries,
    })
}

/// A slug that nothing else has: with the code behind it where the word is taken, the code where there is no word.
fn free(word: &str, code: &str, taken: &[&str]) -> String {
    match word.trim_matches('-') {
        "" => code.to_owned(),
        word if taken.contains(&word) => format!("{word}-{code}"),
        word => word.to_owned(),
    }
}

fn found(typed: &str) -> Result<Division, Message> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).map(narrow).collect();
    if typed.is_empty() {
        return Err(Message::new(
            "要写地区的名称或六位代码，如 鸡泽县 或 130431",
            "a region is wanted: its name or code, such as 鸡泽县 or 130431",
        ));
    }
    if typed.bytes().all(|b| b.is_ascii_digit()) {
        return division(&typed).ok_or_else(|| no_code(&typed));
    }
    let exact: Vec<Division> = divisions().filter(|one| one.name == typed || is_path(one, &typed)).collect();
    let near = if exact.is_empty() { divisions().filter(|one| one.name.starts_with(&typed)).collect() } else { exact };
    match near[..] {
        [one] => Ok(one),
        [] => Err(no_name(&typed)),
        _ => Err(several(&typed, &near)),
    }
}

/// Whether the text is the name with some of the names above it before it: 河北省鸡泽县, 邯郸市鸡泽县.
fn is_path(one: &Division, typed: &str) -> bool {
    let Some(mut before) = typed.strip_suffix(one.name).filter(|before| !before.is_empty()) else { return false };
    for above in std::iter::successors(one.above(), Division::above) {
        let short = above.name.trim_end_matches(['省', '市']);
        before = before.strip_suffix(above.name).or_else(|| before.strip_suffix(short)).unwrap_or(before);
    }
    before.is_empty()
}

/// Digits typed in full width as plain ones.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

fn no_code(typed: &str) -> Message {
    if typed.len() > 6 {
        return Message::new(
            format!("`{typed}` 不是六位代码：写县（市、区）的六位代码；乡镇、街道另用 --township 写名称"),
            format!(
                "`{typed}` is not a code of six digits: give that of the county, and a township by name with --township"
            ),
        );
    }
    Message::new(
        format!("没有代码为 `{typed}` 的地区：县（市、区）的行政区划代码是六位数字，如 130431；也可以写名称"),
        format!(
            "no region has the code `{typed}`: counties have codes of six digits, such as 130431; the name will do, too"
        ),
    )
}

fn no_name(typed: &str) -> Message {
    if typed.ends_with('镇') || typed.ends_with('乡') || typed.ends_with("街道") {
        return Message::new(
            format!("地区表到县（市、区）为止，没有 `{typed}`：地区写县，乡镇、街道另用 --township {typed}"),
            format!(
                "the table of regions ends at counties and lacks `{typed}`: name the county, and --township {typed}"
            ),
        );
    }
    let near = closest(typed, divisions().map(|one| one.name)).map(|name| {
        let full: Vec<String> =
            divisions().filter(|one| one.name == name).take(LISTED).map(|one| shown(&one)).collect();
        [format!("。是不是 {}？", full.join("、")), format!("; did you mean {}?", full.join(", "))]
    });
    let [zh, en] = near.unwrap_or_else(|| {
        [
            "：写全称，如 鸡泽县，或六位代码".to_owned(),
            ": give the full name in Chinese, such as 鸡泽县, or the code".to_owned(),
        ]
    });
    Message::new(format!("地区表里没有 `{typed}`{zh}"), format!("the table of regions lacks `{typed}`{en}"))
}

fn several(typed: &str, near: &[Division]) -> Message {
    let listed: Vec<String> = near.iter().take(LISTED).map(shown).collect();
    let more = near.len().saturating_sub(LISTED);
    let [zh, en] =
        if more > 0 { [format!(" 等{}个", near.len()), format!(" and {more} more")] } else { Default::default() };
    Message::new(
        format!("叫 `{typed}` 的有几个，请写代码，或连省、市一起写：{}{zh}", listed.join("、")),
        format!(
            "several are called `{typed}`; give the code, or the province with the name: {}{en}",
            listed.join(", ")
        ),
    )
}

/// A division with those above it and its code.
fn shown(one: &Division) -> String {
    format!("{}（{}）", one.full_name(), one.code)
}

#[cfg(test)]
mod tests {
    use super::{Where, place};
    use crate::model::{Lang, Level};
    use crate::start::Known;

    fn typed(region: &str) -> Result<String, String> {
        place(Where { region, ..Where::default() }, &Known::default()).map(|place| place.region).map_err(|why| why.zh)
    }

    #[test]
    fn a_region_is_found_by_code_name_and_path() {
        for text in ["130431", "１３０４３１", " 鸡泽县 ", "鸡泽", "河北省鸡泽县", "邯郸市鸡泽县", "河北鸡泽县"]
        {
            assert_eq!(typed(text).as_deref(), Ok("130431"), "{text}");
        }
        assert_eq!(typed("南京市鼓楼区").as_deref(), Ok("320106"));
    }

    #[test]
    fn what_is_not_found_is_said_with_what_to_type() {
        for (text, said) in [
            ("", "要写地区"),
            ("999999", "六位数字"),
            ("130431104", "--township"),
            ("鼓楼区", "江苏省南京市鼓楼区（320106）"),
            ("鸡择县", "河北省邯郸市鸡泽县（130431）"),
            ("柳坪镇", "--township 柳坪镇"),
            ("乌有之乡里", "写全称"),
        ] {
            let why = typed(text).expect_err(text);
            assert!(why.contains(said), "{text}: {why}");
        }
    }

    #[test]
    fn english_and_townships_need_entries() {
        let known = Known { languages: vec![Lang::ZH, Lang::EN], ..Known::default() };
        let asked = Where { region: "130431", township: Some("柳坪镇") };
        let place = place(asked, &known).expect("a place");
        let slugs: Vec<&str> = place.entries.iter().map(|entry| &*entry.slug).collect();
        assert_eq!(slugs, ["hebei", "handan", "jize", "jize-liuping"]);
        assert_eq!((place.region.as_str(), place.level), ("jize-liuping", Level::Township));
        assert_eq!(place.entries[3].parent.as_deref(), Some("jize"));
    }
}
