//! One list, with the sizes of a real one: about ten duties, forty-five work items, six matters with thirty
//! participants, five services and nine regimes.

use std::fs;
use std::io;
use std::path::Path;

use super::random::Random;
use super::registers::{County, law_count, law_id, law_title};
use super::words::{DEPARTMENTS, OBJECTS, OFFICES, SUBJECTS, VERBS, WAYS};
use super::yaml::{Both, Yaml};

/// Writes the list of a county.
pub fn write(dir: &Path, county: &County, index: usize, seed: u64) -> io::Result<()> {
    let random = &mut Random::new(seed, index as u64 + 1);
    let agency = DEPARTMENTS[index % DEPARTMENTS.len()];
    let id = format!("{}-{}", county.slug, agency.2);
    let parts: [(&str, Part); 4] =
        [("duties", duties), ("boundaries", boundaries), ("services", services), ("accountability", mechanism)];
    let mut file = Yaml::default();
    header(&mut file, random, county, (agency.0, agency.1), &id);
    if index % 5 == 4 {
        for (_, part) in parts {
            part(&mut file, random);
        }
        file.under("regimes", |yaml| {
            for number in 0..REGIMES {
                yaml.entry(|yaml| regime(yaml, random, number));
            }
        });
        fs::create_dir_all(dir)?;
        return fs::write(dir.join(format!("{id}.yaml")), file.finish());
    }
    let dir = dir.join(&id);
    fs::create_dir_all(dir.join("regimes"))?;
    fs::write(dir.join("list.yaml"), file.finish())?;
    for (name, part) in parts {
        let mut file = Yaml::default();
        part(&mut file, random);
        fs::write(dir.join(format!("{name}.yaml")), file.finish())?;
    }
    for (number, subject) in SUBJECTS.iter().enumerate().take(REGIMES) {
        let mut file = Yaml::default();
        regime(&mut file, random, number);
        fs::write(dir.join(format!("regimes/{:02}-{}.yaml", number + 1, subject.2)), file.finish())?;
    }
    Ok(())
}

const REGIMES: usize = 9;

/// Writes one key of a list with its records.
type Part = fn(&mut Yaml, &mut Random);

/// A sentence of so many clauses.
pub(super) fn sentence(random: &mut Random, clauses: usize) -> Both {
    let (mut zh, mut en) = (String::new(), String::new());
    for clause in 0..clauses {
        let (verb, object) = (random.of(VERBS), random.of(OBJECTS));
        if clause > 0 {
            zh.push('；');
            en.push_str("; ");
        }
        zh.push_str(verb.0);
        zh.push_str(object.0);
        en.push_str(verb.1);
        en.push(' ');
        en.push_str(object.1);
        if random.rarely(2) {
            let way = random.of(WAYS);
            zh.push('，');
            zh.push_str(way.0);
            en.push_str(", ");
            en.push_str(way.1);
        }
    }
    zh.push('。');
    en.push('.');
    en[..1].make_ascii_uppercase();
    (zh, en)
}

fn both(zh: &str, en: &str) -> Both {
    (zh.to_owned(), en.to_owned())
}

fn source(yaml: &mut Yaml, part: &str, row: &str) {
    yaml.line(&format!("source: {{part: {part}, row: \"{row}\"}}"));
}

fn basis(yaml: &mut Yaml, random: &mut Random, count: usize) {
    yaml.under("basis", |yaml| {
        let first = random.below(law_count());
        for step in 0..count {
            let law = (first + step * 7) % law_count();
            let article = random.between(1, 80);
            yaml.entry(|yaml| {
                yaml.string("law", &law_id(law));
                let (articles, printed) = match random.below(4) {
                    0 => (
                        format!("\"{article}\", \"{}.2\"", article + 2),
                        format!("第{article}条、第{}条第2款", article + 2),
                    ),
                    1 => (format!("\"{article}-{}\"", article + 4), format!("第{article}条至第{}条", article + 4)),
                    _ => (format!("\"{article}\""), format!("第{article}条")),
                };
                yaml.line(&format!("articles: [{articles}]"));
                yaml.string("as_printed", &format!("《{}》{printed}", law_title(law)));
            });
        }
    });
}

fn offices(yaml: &mut Yaml, random: &mut Random) {
    let (first, second) = (random.below(OFFICES.len()), random.below(OFFICES.len()));
    if first == second || random.rarely(2) {
        yaml.line(&format!("offices: [{}]", OFFICES[first].2));
    } else {
        yaml.line(&format!("offices: [{}, {}]", OFFICES[first].2, OFFICES[second].2));
    }
}

fn header(yaml: &mut Yaml, random: &mut Random, county: &County, agency: (&str, &str), id: &str) {
    yaml.string("id", id);
    yaml.string("region", &county.slug);
    yaml.text(
        "agency",
        &(format!("{}{}", county.name.0, agency.0), format!("{} Bureau of {}", county.name.1, agency.1)),
    );
    yaml.text(
        "title",
        &(
            format!("{}{}责任清单", county.name.0, agency.0),
            format!("Responsibility list of the {} Bureau of {}", county.name.1, agency.1),
        ),
    );
    yaml.string("edition", "2015");
    yaml.line(&format!("compiled: 2015-0{}-{:02}", random.between(1, 9), random.between(1, 28)));
    yaml.under("sources", |yaml| {
        yaml.entry(|yaml| {
            yaml.string("id", "form");
            yaml.text("title", &both("责任清单登记表", "Register forms of the responsibility list"));
            yaml.string("file", &format!("{id}.txt"));
            yaml.under("parts", |yaml| {
                for (part, zh, en) in [
                    ("duties", "一、部门职责登记表", "Part 1: register of duties"),
                    ("boundaries", "二、职责边界登记表", "Part 2: register of boundaries"),
                    ("services", "三、公共服务事项登记表", "Part 3: register of public services"),
                    ("regimes", "四、事中事后监管制度", "Part 4: regimes of supervision"),
                    ("accountability", "五、责任追究机制", "Part 5: accountability mechanism"),
                ] {
                    yaml.entry(|yaml| {
                        yaml.string("id", part);
                        yaml.text("title", &both(zh, en));
                    });
                }
            });
        });
    });
    yaml.under("offices", |yaml| {
        for (zh, en, slug) in OFFICES {
            yaml.entry(|yaml| {
                yaml.string("slug", slug);
                yaml.text("name", &both(zh, en));
                yaml.line("kind: office");
                yaml.line(&format!("phones: [\"75{:05}\"]", random.below(100_000)));
            });
        }
    });
}

fn duties(yaml: &mut Yaml, random: &mut Random) {
    yaml.under("duties", |yaml| {
        for number in 0..random.between(9, 11) {
            yaml.entry(|yaml| duty(yaml, random, number));
        }
    });
}

fn duty(yaml: &mut Yaml, random: &mut Random, number: usize) {
    let (zh, en, slug) = SUBJECTS[number];
    let row = number + 1;
    yaml.string("id", slug);
    yaml.string("number", &row.to_string());
    yaml.text("name", &(format!("{zh}管理"), format!("{en} administration")));
    yaml.text("statement", &sentence(random, 2));
    yaml.line(&format!("topics: [{slug}]"));
    yaml.under("work_items", |yaml| {
        for item in 1..=random.between(3, 6) {
            yaml.entry(|yaml| {
                yaml.string("id", &format!("item-{item}"));
                yaml.string("number", &format!("{row}.{item}"));
                yaml.text("text", &sentence(random, 1));
                offices(yaml, random);
                if random.rarely(12) {
                    yaml.text("remarks", &both("按*上级*要求执行", "As the *higher* authority requires"));
                }
                source(yaml, "duties", &format!("{row}.{item}"));
            });
        }
    });
    yaml.under("accountability", |yaml| {
        for ground in 1..=random.between(1, 2) {
            yaml.entry(|yaml| {
                yaml.string("id", &format!("ground-{ground}"));
                basis(yaml, random, 1);
                yaml.text("circumstances", &sentence(random, 2));
                yaml.text("consequence", &both("依法给予处分。", "A sanction according to law."));
                source(yaml, "duties", &row.to_string());
            });
        }
    });
    source(yaml, "duties", &row.to_string());
}

fn boundaries(yaml: &mut Yaml, random: &mut Random) {
    yaml.under("boundaries", |yaml| {
        for number in 0..6 {
            let (zh, en, slug) = SUBJECTS[(number * 3 + 1) % SUBJECTS.len()];
            yaml.entry(|yaml| {
                yaml.string("id", slug);
                yaml.string("number", &(number + 1).to_string());
                yaml.text("name", &(format!("{zh}监督管理"), format!("Supervision of {en}")));
                yaml.line(&format!("topics: [{slug}]"));
                yaml.under("participants", |yaml| {
                    let first = random.below(DEPARTMENTS.len());
                    for step in 0..5 {
                        let (zh, en, slug) = DEPARTMENTS[(first + step * 3) % DEPARTMENTS.len()];
                        yaml.entry(|yaml| {
                            yaml.string("department", slug);
                            yaml.text("name", &both(zh, &format!("{en} bureau")));
                            yaml.text("responsibility", &sentence(random, 3));
                            if step == 0 {
                                yaml.line("lead: true");
                            }
                        });
                    }
                });
                basis(yaml, random, 2);
                if random.rarely(2) {
                    yaml.under("case", |yaml| yaml.text("text", &sentence(random, 4)));
                }
                source(yaml, "boundaries", &(number + 1).to_string());
            });
        }
    });
}

fn services(yaml: &mut Yaml, random: &mut Random) {
    yaml.under("services", |yaml| {
        for number in 1..=5 {
            let (zh, en, slug) = SUBJECTS[number + 4];
            yaml.entry(|yaml| {
                yaml.string("id", &format!("{slug}-advice"));
                yaml.string("number", &number.to_string());
                yaml.text("name", &(format!("{zh}咨询"), format!("Advice on {en}")));
                yaml.line(&format!("topics: [{slug}]"));
                yaml.text("description", &sentence(random, 2));
                yaml.under("schedule", |yaml| {
                    let month = random.between(1, 11);
                    yaml.text(
                        "text",
                        &(format!("{month}月至{}月", month + 1), format!("Months {month} and {}", month + 1)),
                    );
                    yaml.line(&format!("months: [{month}, {}]", month + 1));
                });
                offices(yaml, random);
                yaml.line(&format!("phones: [\"75{:05}\"]", random.below(100_000)));
                source(yaml, "services", &number.to_string());
            });
        }
    });
}

fn mechanism(yaml: &mut Yaml, random: &mut Random) {
    yaml.under("mechanism", |yaml| {
        for (id, zh, en) in [
            ("administrative-organs", "行政机关", "Administrative organs"),
            ("supervision-organs", "行政监察机关", "Supervision organs"),
            ("judicial-organs", "司法机关", "Judicial organs"),
        ] {
            yaml.entry(|yaml| {
                yaml.string("id", id);
                yaml.text("body", &both(zh, en));
                yaml.text("role", &sentence(random, 2));
                yaml.text("procedure", &sentence(random, 2));
                basis(yaml, random, 1);
                source(yaml, "accountability", id);
            });
        }
    });
}

fn regime(yaml: &mut Yaml, random: &mut Random, number: usize) {
    let (zh, en, slug) = SUBJECTS[number];
    yaml.string("id", slug);
    yaml.string("number", &(number + 1).to_string());
    yaml.text("title", &(format!("{zh}事项监管"), format!("Supervision of {en}")));
    yaml.line(&format!("topics: [{slug}]"));
    yaml.text("purpose", &sentence(random, 2));
    offices(yaml, random);
    yaml.under("provisions", |yaml| {
        for (kind, zh, en) in [
            ("subjects", "监督检查对象", "Subjects of inspection"),
            ("content", "监督检查内容", "Content of inspection"),
            ("targets", "监督检查指标", "Targets of inspection"),
            ("methods", "监督检查方式", "Methods of inspection"),
            ("procedure", "监督检查程序", "Procedure of inspection"),
            ("measures", "监督检查措施", "Measures of inspection"),
            ("handling", "监督检查处理", "Handling of results"),
        ] {
            yaml.entry(|yaml| provision(yaml, random, kind, &both(zh, en)));
        }
    });
    figures(yaml, random);
    basis(yaml, random, 2);
    source(yaml, "regimes", &(number + 1).to_string());
}

fn provision(yaml: &mut Yaml, random: &mut Random, kind: &str, heading: &Both) {
    yaml.string("id", kind);
    yaml.line(&format!("kind: {kind}"));
    yaml.text("heading", heading);
    yaml.text("text", &sentence(random, 1));
    yaml.under("items", |yaml| {
        for item in 1..=random.between(2, 5) {
            yaml.entry(|yaml| {
                yaml.string("number", &format!("（{item}）"));
                yaml.text("text", &sentence(random, 1));
                if random.rarely(3) {
                    yaml.under("items", |yaml| {
                        for number in 1..=random.between(2, 3) {
                            yaml.entry(|yaml| {
                                yaml.string("number", &number.to_string());
                                yaml.text("text", &sentence(random, 1));
                            });
                        }
                    });
                }
            });
        }
    });
}

fn figures(yaml: &mut Yaml, random: &mut Random) {
    yaml.under("frequencies", |yaml| {
        yaml.entry(|yaml| {
            yaml.text("subject", &both("重点单位", "Key users"));
            yaml.line("kind: routine");
            yaml.line(&format!("minimum: {}", random.between(1, 4)));
            yaml.line("per: year");
            yaml.line(&format!("coverage_percent: {{min: {}, max: 100}}", random.between(10, 90)));
            yaml.line("provision: targets");
        });
    });
    yaml.under("deadlines", |yaml| {
        for provision in ["procedure", "handling"] {
            yaml.entry(|yaml| {
                yaml.text("actor", &both("办案机构", "The office in charge of the case"));
                yaml.text("action", &sentence(random, 1));
                yaml.line(&format!("limit: {{value: {}, unit: day, working_days: true}}", random.between(3, 60)));
                yaml.text("counted_from", &both("立案之日", "the day the case is filed"));
                yaml.line(&format!("provision: {provision}"));
            });
        }
    });
    yaml.under("penalties", |yaml| {
        for _ in 0..random.between(1, 3) {
            yaml.entry(|yaml| {
                yaml.text("conduct", &sentence(random, 1));
                yaml.line("kind: fine");
                let least = random.between(1, 9) * 10_000;
                yaml.line(&format!("amount: {{min: {least}, max: {}, currency: CNY}}", least * 5));
                basis(yaml, random, 1);
                yaml.line("provision: handling");
            });
        }
    });
    yaml.under("thresholds", |yaml| {
        yaml.entry(|yaml| {
            yaml.text("subject", &both("现场检查人员", "Officers at an on-site inspection"));
            yaml.line("minimum: 2");
            yaml.text("unit", &both("名", "officers"));
            yaml.line("provision: procedure");
        });
    });
}
