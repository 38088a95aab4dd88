//! Lists of two departments that print the same matters, a thousand pairs, some of which do not agree: all of these are found,
//! and nothing else.
//!
//! The lists are made here, from words of this file, without anything of the program that reads them.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use qingdan::check::check;
use qingdan::diag::Sink;
use qingdan::load::load;
use qingdan::model::{BoundaryKind, Lang, Model, Part, both_sides, handovers};

use crate::support::{made_up, scratch};

/// Departments, as their own lists call them, how others may, and the slug of their kind.
const DEPARTMENTS: [(&str, &[&str], &str); 12] = [
    ("教育局", &["县教育局", "教育局", "县教育和体育局"], "education"),
    ("公安局", &["县公安局", "公安局", "公安部门"], "public-security"),
    ("民政局", &["县民政局", "民政局", "民政部门"], "civil-affairs"),
    ("司法局", &["县司法局", "司法局", "司法行政部门"], "justice"),
    ("自然资源局", &["县自然资源局", "自然资源和规划局", "县自然资源和规划局"], "natural-resources"),
    ("财政局", &["县财政局", "财政局", "财政部门"], "finance"),
    ("人力资源和社会保障局", &["县人社局", "人社局", "县人力资源社会保障局"], "human-resources-social-security"),
    ("科学技术局", &["县科技局", "科技局", "县科学技术局"], "science-technology"),
    ("发展和改革局", &["县发改局", "发改局", "县发展改革局"], "development-reform"),
    ("工业和信息化局", &["县工信局", "工信局", "县工业和信息化局"], "industry-information"),
    // These two have no list here.
    ("水利局", &["县水利局", "水利局", "水利部门"], "water-resources"),
    ("应急管理局", &["县应急管理局", "应急管理局", "县应急局"], "emergency-management"),
];

/// What a matter is about, in two halves that make a hundred.
const PLACES: [&str; 10] = [
    "小学门前",
    "河道两岸",
    "老旧小区",
    "集贸集市",
    "工地宿舍",
    "乡间道旁",
    "山林景点",
    "养老院落",
    "物流园",
    "地下车库",
];
const THINGS: [&str; 10] = [
    "电动车充电",
    "流动摊点",
    "犬只饲养",
    "噪声扰民",
    "燃气瓶",
    "外墙广告",
    "垃圾堆放",
    "夜间烧烤",
    "施工扬尘",
    "渣土车",
];

/// How a list may dress up the name of a matter.
const NAMES: [(&str, &str); 6] =
    [("", ""), ("", "管理"), ("", "监督管理工作"), ("关于", "的职责分工"), ("", "监管"), ("“", "”管理职责")];

/// What is done, each in ways that mean the same. `{}` is what it is done to.
const DEEDS: [&[&str]; 6] = [
    &["负责{}的审批。", "对{}进行审批", "承担{}行政许可工作"],
    &["负责{}的巡查。", "依法对{}开展检查", "组织{}的日常巡查"],
    &["依法查处{}。", "负责{}的查处工作", "对{}予以行政处罚"],
    &["负责{}的宣传教育。", "组织开展{}宣传", "做好{}的宣传工作"],
    &["负责{}资金保障。", "对{}给予补贴", "落实{}补助"],
    &["承担{}应急处置。", "负责{}的应急救援", "组织{}抢险"],
];

/// To what it is done: for each department and deed something of its own.
const OBJECTS: [&str; 12] = [
    "充电设施",
    "占道行为",
    "经营场地",
    "排放口",
    "广告牌架",
    "运输车辆",
    "堆放地点",
    "露天炉灶",
    "围挡喷淋",
    "住宿楼栋",
    "沿街店铺",
    "出入通道",
];

/// Numbers that look chosen at random, always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.roll(values.len())]
    }
}

/// What is planted in a pair.
#[derive(Clone, Copy, PartialEq)]
enum Planted {
    Nothing,
    EachOther,
    Leads,
    Missing,
    Duties,
    BothLead,
    SameDuty,
    NotTheirs,
    Nobody,
}

impl Planted {
    fn kind(self) -> Option<BoundaryKind> {
        match self {
            Planted::Nothing => None,
            Planted::EachOther | Planted::Leads | Planted::Missing | Planted::Duties => {
                Some(BoundaryKind::Contradiction)
            }
            Planted::BothLead | Planted::SameDuty => Some(BoundaryKind::Overlap),
            Planted::NotTheirs | Planted::Nobody => Some(BoundaryKind::Orphan),
        }
    }
}

/// One of a thousand: which of the pairs have what.
fn planted(number: usize) -> Planted {
    // A step that has no factor in common with a thousand spreads them over all counties.
    match number * 237 % 1000 {
        at @ 0..50 => [Planted::EachOther, Planted::Leads, Planted::Missing, Planted::Duties][at % 4],
        at @ 50..80 => [Planted::BothLead, Planted::SameDuty][at % 2],
        at @ 80..100 => [Planted::NotTheirs, Planted::Nobody][at % 2],
        _ => Planted::Nothing,
    }
}

/// A department in a matter: which, what it does, and whether it leads.
#[derive(Clone)]
struct Named {
    who: usize,
    deed: (usize, usize),
    leads: Option<bool>,
}

/// The two sides of a pair: what each list prints, if it prints the matter.
fn sides(dice: &mut Dice, [a, b, third]: [usize; 3], plan: Planted) -> [Option<Vec<Named>>; 2] {
    let mut deeds: Vec<usize> = (0..DEEDS.len()).collect();
    let mut objects: Vec<usize> = (0..OBJECTS.len()).collect();
    let mut deal = |dice: &mut Dice| {
        let deed = deeds.swap_remove(dice.roll(deeds.len()));
        (deed, objects.swap_remove(dice.roll(objects.len())))
    };
    let [one, two, three, four] = [(); 4].map(|()| deal(dice));
    let told = dice.roll(3);
    let lead = |leads: bool| (told > 0).then_some(leads);
    let part = |who, deed, leads| Named { who, deed, leads };
    let mut ours = vec![part(a, one, lead(true)), part(b, two, lead(false)), part(third, three, lead(false))];
    let mut theirs = ours.clone();
    theirs.rotate_left(dice.roll(3));
    let at = |parts: &[Named], who| parts.iter().position(|part| part.who == who).expect("a part");
    let in_b = [at(&theirs, a), at(&theirs, b), at(&theirs, third)];
    let lead_by = |ours: &mut [Named], one: usize, theirs: &mut [Named], other: usize| {
        (0..3).for_each(|n| (ours[n].leads, theirs[in_b[n]].leads) = (Some(n == one), Some(n == other)));
    };
    match plan {
        Planted::Nothing => {}
        Planted::EachOther => lead_by(&mut ours, 1, &mut theirs, 0),
        Planted::Leads => lead_by(&mut ours, 0, &mut theirs, 2),
        Planted::Missing => {
            theirs.remove(in_b[2]);
        }
        Planted::Duties => theirs[in_b[1]].deed = four,
        Planted::BothLead => lead_by(&mut ours, 0, &mut theirs, 1),
        Planted::SameDuty => (theirs[in_b[0]].deed, theirs[in_b[1]].deed) = (four, one),
        Planted::NotTheirs => return [Some(ours), None],
        Planted::Nobody => {
            // Each says of the other what it does, and something else of itself.
            (ours[0].deed, ours[1].deed) = (three, one);
            (theirs[in_b[0]].deed, theirs[in_b[1]].deed) = (one, four);
            ours[2].deed = two;
            theirs[in_b[2]].deed = two;
            for part in ours.iter_mut().chain(&mut theirs) {
                part.leads = None;
            }
        }
    }
    [Some(ours), Some(theirs)]
}

/// A matter in YAML, in words of the list's own.
fn matter(dice: &mut Dice, id: usize, name: &str, parts: &[Named]) -> String {
    let (before, after) = dice.of(&NAMES);
    let mut yaml = format!("  - id: m{id}\n    name: \"{before}{name}{after}\"\n    participants:\n");
    for Named { who, deed: (deed, object), leads } in parts {
        let (_, names, kind) = DEPARTMENTS[*who];
        let text = dice.of(DEEDS[*deed]).replace("{}", OBJECTS[*object]);
        let lead = leads.map_or(String::new(), |leads| format!(", lead: {leads}"));
        let _ =
            writeln!(yaml, "      - {{department: {kind}, name: {}, responsibility: {text}{lead}}}", dice.of(names));
    }
    yaml + "    source: {part: p}\n"
}

/// County, matter, what is the matter with it, and the two departments.
type Found = (usize, usize, &'static str, BTreeSet<String>);

/// Ten counties of ten departments; in each a hundred pairs. What is planted is kept.
fn write_content(root: &Path) -> BTreeSet<Found> {
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let mut wanted = BTreeSet::new();
    let mut regions = String::from("- {code: \"990000\", slug: yunling, name: 云岭省, level: province}\n");
    for county in 0..10 {
        let called =
            ["甲石县", "乙石县", "丙石县", "丁石县", "戊石县", "己石县", "庚石县", "辛石县", "壬石县", "癸石县"]
                [county];
        let _ = writeln!(
            regions,
            "- {{code: \"9901{}\", slug: c{county}, name: {called}, level: county, parent: yunling}}",
            county + 21
        );
        let mut lists: Vec<String> = vec![String::new(); 10];
        for pair in 0..100 {
            let a = pair % 10;
            let b = (a + 1 + dice.roll(9)) % 10;
            let third = 10 + dice.roll(2);
            let name = format!("{}{}", PLACES[pair / 10], THINGS[pair % 10]);
            let plan = planted(county * 100 + pair);
            let [ours, theirs] = sides(&mut dice, [a, b, third], plan);
            for (who, parts) in [(a, ours), (b, theirs)] {
                if let Some(parts) = parts {
                    lists[who] += &matter(&mut dice, pair, &name, &parts);
                }
            }
            if let Some(kind) = plan.kind() {
                let offices = [a, b].map(|who| format!("{called}{}", DEPARTMENTS[who].0));
                wanted.insert((county, pair, kind.as_str(), offices.into()));
            }
        }
        for (who, boundaries) in lists.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let (own, _, kind) = DEPARTMENTS[who];
            let (id, head) = (format!("c{county}-d{who}"), format!("region: c{county}\ndepartment: {kind}"));
            let names = [&*format!("{called}{own}"), &format!("{own}责任清单"), "边界"];
            made_up::list(root, &id, &head, names, &format!("boundaries:\n{boundaries}"));
        }
    }
    made_up::site(root, "边界", &regions);
    wanted
}

#[test]
fn all_that_is_planted_is_found_and_nothing_else() {
    let folder = scratch::folder();
    let wanted = write_content(folder.path());
    assert_eq!(wanted.len(), 100);
    let mut sink = Sink::new();
    let mut sources = load(folder.path(), &mut sink).expect("files");
    let model: Model = check(&mut sources, &mut sink).expect("a model");
    let sides = both_sides(&model, &handovers(&model));
    assert_eq!(sides.pairs.len(), 990, "a thousand pairs, ten of which only one list prints");
    let number =
        |text: &str| text.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<usize>().expect("a number");
    let agency = |list: qingdan::model::ListId| model[list].agency.best(Lang::ZH).1.to_owned();
    let mut found = BTreeSet::new();
    for finding in &sides.findings {
        let Part::Matter(matter) = finding.ours.part else { panic!("{finding:?}") };
        let list = &model[finding.ours.list];
        let county = number(list.id.split('-').next().expect("a county"));
        let offices = [agency(finding.ours.list), agency(finding.other)];
        let fresh = found.insert((county, number(&list[matter].id), finding.fault.kind().as_str(), offices.into()));
        assert!(fresh, "said twice: {finding:?}");
    }
    let missed: Vec<&Found> = wanted.difference(&found).collect();
    let false_ones: Vec<&Found> = found.difference(&wanted).collect();
    assert!(missed.is_empty() && false_ones.is_empty(), "missed {missed:?}; false {false_ones:?}");
    // Each is a warning that names both offices.
    let warned = sink.found().iter().filter(|fault| ["E140", "E141", "E142"].contains(&fault.code.id));
    let words: Vec<&str> = warned.map(|fault| &*fault.message.zh).collect();
    assert_eq!(words.len(), 100);
    for (.., offices) in &wanted {
        assert!(words.iter().any(|words| offices.iter().all(|office| words.contains(office))), "{offices:?}");
    }
}

/// Ids of matters that are the same.
type Pairs = Vec<(String, String)>;

/// Ids of records, each with what is found of it.
type Faults = Vec<(String, &'static str)>;

/// The lists of a county: of each its id, its kind of department, its agency and its matters or items.
fn county(lists: &[(&str, &str, &str, &str)]) -> (Pairs, Faults) {
    let folder = scratch::folder();
    let root = folder.path();
    let regions = "- {code: \"990000\", slug: yunling, name: 云岭省, level: province}\n\
                   - {code: \"990121\", slug: jiashi, name: 甲石县, level: county, parent: yunling}\n\
                   - {code: \"990121100\", slug: hekou, name: 河口镇, level: township, parent: jiashi}\n";
    made_up::site(root, "边界", regions);
    for (id, head, agency, records) in lists {
        made_up::list(root, id, head, [agency, &format!("{agency}清单"), "边界"], records);
    }
    let mut sink = Sink::new();
    let mut sources = load(root, &mut sink).expect("files");
    let model = check(&mut sources, &mut sink).unwrap_or_else(|| panic!("{:?}", sink.found()));
    let sides = both_sides(&model, &handovers(&model));
    let name = |record: qingdan::model::RecordRef| record.uid(&model);
    let pairs = sides.pairs.iter().map(|pair| (name(pair.ours), name(pair.theirs))).collect();
    let findings = sides.findings.iter().map(|finding| (name(finding.ours), finding.fault.as_str())).collect();
    (pairs, findings)
}

const EDUCATION: &str = "region: jiashi\ndepartment: education";
const POLICE: &str = "region: jiashi\ndepartment: public-security";

#[test]
fn what_is_worded_otherwise_agrees() {
    let ours = "boundaries:
  - {id: buses, name: 校车安全管理, participants: [{department: education, name: 县教育局, responsibility: 牵头负责校车使用许可；会同有关部门开展宣传。}, {department: public-security, name: 县公安局, responsibility: 负责校车通行秩序的监督管理。}], source: {part: p}}
  - {id: food, name: 生产环节食品安全, participants: [{department: education, name: 教育局, responsibility: 负责学校食堂食品安全的监管}, {department: public-security, name: 公安局, responsibility: 按照各自职责做好食品安全工作}], source: {part: p}}
  - {id: guard, name: 校园保安, participants: [{department: education, name: 教育局, responsibility: 负责校园保安人员的管理}, {department: public-security, name: 公安部门, responsibility: 指导保安}], source: {part: p}}
  - {id: province, name: 高校招生, participants: [{department: education, name: 省教育厅, responsibility: 组织招生}, {department: public-security, name: 省公安厅, responsibility: 维护考场秩序}], source: {part: p}}
";
    let theirs = "duties:
  - {id: guards, name: 保安监管, statement: 监管全县保安服务，包括校园保安。, topics: [], source: {part: p}}
boundaries:
  - {id: buses, name: 校车安全的监督管理工作, participants: [{department: public-security, name: 甲石县公安局, responsibility: 查处校车通行中的违法行为，维护通行秩序。}, {department: education, name: 县教育和体育局, responsibility: 在县政府领导下负责校车使用的审批}], source: {part: p}}
  - {id: food, name: 流通环节食品安全, participants: [{department: public-security, name: 公安局, responsibility: 按照各自职责做好食品安全工作}, {department: education, name: 教育局, responsibility: 配合}], source: {part: p}}
";
    let (pairs, findings) =
        county(&[("edu", EDUCATION, "甲石县教育局", ours), ("police", POLICE, "甲石县公安局", theirs)]);
    assert_eq!(pairs, [("edu/boundaries/buses".into(), "police/boundaries/buses".into())]);
    assert_eq!(findings, [], "another stage is another matter, a duty tells of a matter, and the province has no list");
}

#[test]
fn another_name_is_declared() {
    let ours = "boundaries:
  - {id: dogs, name: 犬类管理, same_as: [police/boundaries/pets], participants: [{department: education, name: 县教育局, responsibility: 宣传}, {department: public-security, name: 县公安局, responsibility: 负责犬只登记}], source: {part: p}}
";
    let theirs = "boundaries:
  - {id: pets, name: 宠物饲养, participants: [{department: public-security, name: 县公安局, responsibility: 负责扰民投诉的处置}], source: {part: p}}
";
    let (pairs, findings) =
        county(&[("edu", EDUCATION, "甲石县教育局", ours), ("police", POLICE, "甲石县公安局", theirs)]);
    assert_eq!(pairs.len(), 1);
    let both = ["participant-missing", "duties-differ"].map(|fault| ("edu/boundaries/dogs".into(), fault));
    assert_eq!(findings, both);
}

#[test]
fn a_township_and_a_department_do_not_agree() {
    let town = "items:
  - {id: a, role: taken-back, name: 校车审批, counterparts: [{name: 县教育局, manner: 由县教育局审批}]}
  - {id: b, role: taken-back, name: 托管机构检查, counterparts: [{name: 县教育局, manner: 由县教育局检查}]}
  - {id: c, role: basic, name: 控辍保学劝返}
  - {id: d, role: basic, name: 学籍登记}
";
    let theirs = "items:
  - {id: a, name: 校车审批, levels: [county, township]}
  - {id: b, name: 托管机构检查, levels: [county]}
  - {id: c, name: 控辍保学劝返, levels: [county, township]}
  - {id: d, name: 学籍登记, levels: [county]}
";
    let edu = "region: jiashi\ndepartment: education\nkind: powers-and-responsibilities";
    let lists =
        [("edu", edu, "甲石县教育局", theirs), ("hekou", "region: hekou\nkind: township", "河口镇人民政府", town)];
    let (_, findings) = county(&lists);
    assert_eq!(findings, [("hekou/items/a".into(), "not-taken-back"), ("hekou/items/d".into(), "both-have")]);
}
