//! What lists of townships and of a department of their county say of the same items, some of which do not agree: all of these are
//! found with both offices, and nothing else.
//!
//! The lists are made here, from words of this file, without anything of the program that reads them.

use std::collections::BTreeSet;
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::link::link;
use qingdan::load::load;
use qingdan::model::ListId;

use crate::support::{html, made_up, scratch, site};

const COUNTIES: [&str; 5] = ["甲石县", "乙石县", "丙石县", "丁石县", "戊石县"];

/// What is done, and to what: a hundred items.
const DEEDS: [&str; 10] = ["登记", "审批", "巡查", "宣传", "调解", "统计", "救助", "验收", "备案", "培训"];
const THINGS: [&str; 10] = ["校车", "托管点", "幼儿园", "电子秤", "犬只", "水塘", "路灯", "沼气池", "祠堂", "果园"];

/// What the lists say of an item, and the code of what is to be found of it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Case {
    /// The township says that the department took it back, the department that townships exercise it.
    NotTakenBack,
    /// Both have it, and the department names other levels.
    BothHave,
    /// The township says that the department took it back, and the department's list has no such item.
    TakenByNobody,
    /// The township helps the department with it, and the department's list has no such item.
    HelpsNobody,
    /// The department says that townships exercise it, and no township has it.
    LeftOut,
    /// They agree.
    TakenBack,
    Left,
    Shared,
    Alone,
}

/// Sixty of a hundred items are sound.
fn case(item: usize) -> Case {
    use Case::{Alone, BothHave, HelpsNobody, Left, LeftOut, NotTakenBack, Shared, TakenBack, TakenByNobody};
    match item * 37 % 100 {
        0..10 => NotTakenBack,
        10..20 => BothHave,
        20..26 => TakenByNobody,
        26..32 => HelpsNobody,
        32..40 => LeftOut,
        40..55 => TakenBack,
        55..70 => Left,
        70..85 => Shared,
        _ => Alone,
    }
}

impl Case {
    fn code(self) -> Option<&'static str> {
        match self {
            Case::NotTakenBack => Some("E140"),
            Case::BothHave => Some("E141"),
            Case::TakenByNobody | Case::HelpsNobody | Case::LeftOut => Some("E053"),
            _ => None,
        }
    }

    /// What stands in the list of the township behind the name, if it has the item.
    fn of_town(self) -> Option<&'static str> {
        match self {
            Case::NotTakenBack | Case::TakenByNobody | Case::TakenBack => {
                Some("role: taken-back, counterparts: [{name: 县教育局, manner: 由县教育局办理}]")
            }
            Case::HelpsNobody | Case::Shared => {
                Some("role: cooperation, township_part: 协助, counterparts: [{name: 县教育局, responsibility: 牵头}]")
            }
            Case::BothHave | Case::Left => Some("role: basic"),
            Case::LeftOut | Case::Alone => None,
        }
    }

    /// The levels in the list of the department, if it has the item.
    fn of_department(self) -> Option<&'static str> {
        match self {
            Case::NotTakenBack | Case::LeftOut | Case::Left => Some("county, township"),
            Case::BothHave | Case::TakenBack | Case::Shared | Case::Alone => Some("county"),
            Case::TakenByNobody | Case::HelpsNobody => None,
        }
    }
}

/// The code of a finding, the item and the two offices.
type Found = (&'static str, String, String, String);

fn write_content(root: &Path) -> BTreeSet<Found> {
    let mut wanted = BTreeSet::new();
    let mut regions = String::from("- {code: \"990000\", slug: yunling, name: 云岭省, level: province}\n");
    for (c, county) in COUNTIES.iter().enumerate() {
        let code = format!("9901{}", c + 21);
        regions += &format!(
            "- {{code: \"{code}\", slug: c{c}, name: {county}, level: county, parent: yunling}}\n\
             - {{code: \"{code}100\", slug: t{c}, name: 河口镇, level: township, parent: c{c}}}\n"
        );
        let (town, department) = (format!("{county}河口镇人民政府"), format!("{county}教育局"));
        let (mut of_town, mut of_department) = (String::new(), String::new());
        for item in 0..100 {
            let name = format!("{}{}", THINGS[item / 10], DEEDS[(item + c) % 10]);
            let case = case(item);
            if let Some(said) = case.of_town() {
                of_town += &format!("  - {{id: i{item}, name: {name}, {said}}}\n");
            }
            if let Some(levels) = case.of_department() {
                of_department += &format!("  - {{id: i{item}, name: {name}, levels: [{levels}]}}\n");
            }
            wanted.extend(case.code().map(|code| (code, name, town.clone(), department.clone())));
        }
        for (id, head, agency, items) in [
            (format!("town{c}"), format!("region: t{c}\nkind: township"), town, of_town),
            (
                format!("edu{c}"),
                format!("region: c{c}\ndepartment: education\nkind: powers-and-responsibilities"),
                department,
                of_department,
            ),
        ] {
            let title = format!("{agency}清单");
            made_up::list(root, &id, &head, [&agency, &title, "事项"], &format!("items:\n{items}"));
        }
    }
    made_up::site(root, "镇街", &regions);
    wanted
}

#[test]
fn all_that_a_township_and_a_department_do_not_agree_on_is_found_and_nothing_else() {
    let folder = scratch::folder();
    let wanted = write_content(folder.path());
    let planted = |code: &str| wanted.iter().filter(|(of, ..)| *of == code).count();
    assert_eq!([planted("E140"), planted("E141"), planted("E053")], [50, 50, 100]);
    let mut sink = Sink::new();
    let mut sources = load(folder.path(), &mut sink).expect("files");
    assert!(check(&mut sources, &mut sink).is_some() && !sink.has_errors(), "{:?}", sink.found());
    let mut left = wanted.clone();
    let codes = ["E140", "E141", "E142", "E053"];
    for fault in sink.found().iter().filter(|fault| codes.contains(&fault.code.id)) {
        let says = |(code, name, town, department): &Found| {
            let in_both =
                |text: &String| fault.message.zh.contains(text.as_str()) && fault.message.en.contains(text.as_str());
            *code == fault.code.id && in_both(&format!("“{name}”")) && in_both(town) && in_both(department)
        };
        let found = left.iter().find(|of| says(of)).cloned();
        let found = found.unwrap_or_else(|| panic!("nothing of the kind was planted, or it is said twice: {fault:?}"));
        left.remove(&found);
    }
    assert_eq!(left, BTreeSet::new(), "missed");
}

#[test]
fn what_a_township_says_of_departments_is_told_of_its_list_and_of_no_other() {
    let folder = scratch::folder();
    write_content(folder.path());
    let mut sink = Sink::new();
    let mut sources = load(folder.path(), &mut sink).expect("files");
    let model = check(&mut sources, &mut sink).expect("a model");
    let graph = link(&model);
    let mut townships = 0;
    for list in ListId::all(&model) {
        let named = model[list].items.iter().map(|item| item.counterparts.len()).sum::<usize>();
        let told = graph.handovers_of_list(list);
        assert!(told.len() == named && told.iter().all(|handover| handover.list == list), "{}", model[list].id);
        townships += usize::from(named > 0);
    }
    assert_eq!(townships, COUNTIES.len());
}

#[test]
fn what_lists_do_not_agree_on_stands_once_on_pages_of_its_own() {
    let mut wanted = BTreeSet::new();
    let site = site::build(&[], |root| {
        let content = root.join("content");
        std::fs::create_dir_all(&content).expect("a folder");
        wanted = write_content(&content);
    });
    wanted.retain(|(code, ..)| ["E140", "E141"].contains(code));
    let (mut rows, mut pages) = (0, 0);
    for number in 1.. {
        let folder = if number == 1 { "both-sides".to_owned() } else { format!("both-sides-{number}") };
        if !site.contains_key(&format!("{folder}/index.html")) {
            break;
        }
        let page = html::main_of(&site, &format!("{folder}/index.html"));
        assert!(page.named("h1")[0].text().contains("边界两侧不一致之处"), "{folder}");
        for row in page.named("tbody")[0].named("tr") {
            let row = row.text();
            let of = |(_, name, town, department): &&Found| [name, town, department].iter().all(|of| row.contains(*of));
            let found = wanted.iter().find(of).cloned();
            wanted.remove(&found.unwrap_or_else(|| panic!("{folder}: {row}")));
            rows += 1;
        }
        pages += 1;
    }
    assert!(pages > 1 && rows == 100 && wanted.is_empty(), "{pages} pages, {rows} rows, missed {wanted:?}");
    assert!(
        html::main_of(&site, "lists/index.html")
            .named("a")
            .iter()
            .any(|link| link.get("href") == "../both-sides/index.html")
    );
}
