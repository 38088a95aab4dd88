//! A made-up county that publishes lists of powers and of townships: so many departments and townships in, files out.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use super::random::Random;

/// Kinds of department, by what an agency of each is called.
const AGENCIES: [&str; 10] = ["教育", "民政", "交通", "水务", "农业", "林业", "文化", "卫生", "城管", "市监"];

/// What is done to what.
const DEEDS: [&str; 8] = ["设立", "变更", "注销", "检查", "备案", "登记", "核查", "处置"];
const THINGS: [&str; 12] = [
    "民办学校",
    "养老机构",
    "客运站场",
    "取水口",
    "种子门店",
    "木材加工点",
    "娱乐场所",
    "诊所",
    "占道摊点",
    "食品作坊",
    "电梯",
    "锅炉",
];

/// Laws that the items cite.
const LAWS: [&str; 6] =
    ["甲事项管理条例", "乙事项管理条例", "丙事项管理条例", "丁事项管理办法", "戊事项监督法", "己事项监督法"];

/// Writes a content folder without faults: one county with its townships as regions, `departments` lists of powers with
/// `powers` items each, `townships` lists with `items` items each, a third of them shared with departments.
pub fn write_county(dir: &Path, departments: usize, powers: usize, townships: usize, items: usize) -> io::Result<()> {
    fs::create_dir_all(dir.join("laws"))?;
    fs::create_dir_all(dir.join("lists"))?;
    fs::write(dir.join("site.yaml"), SITE)?;
    let county = "- {code: \"990121\", slug: shiqiao, name: 石桥县, level: county}\n";
    fs::write(dir.join("regions.yaml"), county)?;
    let mut laws = String::new();
    for (number, title) in LAWS.iter().enumerate() {
        let _ = writeln!(laws, "- {{id: law-{number}, title: {title}, kind: law, status: unknown, source: 自拟}}");
    }
    fs::write(dir.join("laws/laws.yaml"), laws)?;
    for department in 0..departments {
        fs::write(dir.join(format!("lists/dept-{department}.yaml")), department_list(department, powers))?;
    }
    for township in 0..townships {
        fs::write(dir.join(format!("lists/town-{township}.yaml")), township_list(township, items, departments))?;
    }
    Ok(())
}

const SITE: &str = "title: 石桥县权责清单
description: 石桥县各部门和乡镇的清单。
languages: [zh]
licence: {id: CC-BY-4.0, name: 知识共享署名 4.0, url: https://creativecommons.org/licenses/by/4.0/}
publisher: {kind: civic, name: 石桥县人民政府}
";

fn agency(department: usize) -> String {
    format!(
        "石桥县{}{}局",
        AGENCIES[department % AGENCIES.len()],
        ["", "二", "三", "四"][department / AGENCIES.len() % 4]
    )
}

fn name(department: usize, item: usize) -> String {
    let thing = THINGS[item % THINGS.len()];
    let deed = DEEDS[item / THINGS.len() % DEEDS.len()];
    format!("{thing}{deed}（{}之{}）", AGENCIES[department % AGENCIES.len()], item + 1)
}

fn department_list(department: usize, powers: usize) -> String {
    let mut random = Random::new(department as u64, 1);
    let mut yaml = format!(
        "id: dept-{department}\nregion: shiqiao\nkind: powers-and-responsibilities\nagency: {0}\ntitle: {0}权责清单\n\
         sources: [{{id: paper, title: 权责清单, parts: [{{id: table, title: 附表}}]}}]\n\
         offices: [{{slug: licensing, name: 审批股, kind: office, phones: [\"0999-71{department:05}\"]}}]\n\
         defaults: {{offices: [licensing], topics: [school-education]}}\n\
         sections:\n  - {{id: xk, title: 行政许可, type: licence, accounts: [all]}}\n  \
         - {{id: cf, title: 行政处罚, type: penalty, accounts: [all], procedure: penalties}}\n\
         accounts: [{{id: all, lead_in: 有下列情形的，依法追责：, circumstances: [不依法履行职责的, 超过时限的, 违反程序的]}}]\n\
         procedures: [{{id: penalties, stages: [{{stage: case-filing, text: 发现线索的，予以立案。}}, {{stage: decision, text: 依法作出决定。}}]}}]\n\
         items:\n",
        agency(department)
    );
    for item in 0..powers {
        let section = if item < powers / 3 { "xk" } else { "cf" };
        let law = LAWS[random.below(LAWS.len())];
        let article = 1 + random.below(60);
        let _ = writeln!(
            yaml,
            "  - {{number: \"{}\", code: SQ-{department:02}-{item:04}, section: {section}, name: {}, \
             time_limits: {{promised: {{text: {}个工作日}}}}, recipients: 公民、法人和其他组织, fee: 不收费, \
             basis_as_printed: \"《{law}》第{article}条：从事有关活动的，应当向县级人民政府主管部门提出，主管部门依照本条规定的条件和程序办理，\
             并将结果告知当事人。\"}}",
            item + 1,
            name(department, item),
            5 + random.below(40),
        );
    }
    yaml
}

fn township_list(township: usize, items: usize, departments: usize) -> String {
    let mut yaml = format!(
        "id: town-{township}\nregion: shiqiao\nkind: township\nagency: 石桥县第{township}镇人民政府\n\
         title: 第{township}镇履行职责事项清单\n\
         sources: [{{id: paper, title: 清单, parts: [{{id: table, title: 附表}}]}}]\n\
         sections:\n  - {{id: basic, title: 基本履职事项, role: basic}}\n  - {{id: cooperation, title: 配合履职事项, role: cooperation}}\n  \
         - {{id: back, title: 上级部门收回事项, role: taken-back}}\nitems:\n"
    );
    for item in 0..items {
        let department = item % departments;
        let (section, shared) = match item % 6 {
            0 => (
                "cooperation",
                format!(
                    ", township_part: 排查上报，配合处置。, counterparts: [{{name: {}, responsibility: 牵头负责。}}]",
                    agency(department)
                ),
            ),
            1 => ("back", format!(", counterparts: [{{name: {}, manner: 由该局直接办理。}}]", agency(department))),
            _ => ("basic", String::new()),
        };
        let _ = writeln!(
            yaml,
            "  - {{number: \"{}\", section: {section}, name: {}{shared}}}",
            item + 1,
            name(department, item / departments)
        );
    }
    yaml
}
