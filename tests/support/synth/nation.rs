//! A number of counties and how much each publishes in, a content folder out. Every county has as many records as any
//! other, so that whatever grows faster than the counties is the doing of the program.

use std::fs;
use std::io;
use std::path::Path;

use super::lists::sentence;
use super::random::Random;
use super::registers;
use super::words::SUBJECTS;
use super::yaml::{Both, Yaml};

/// How much each county publishes.
#[derive(Clone, Copy)]
pub struct Shape {
    pub duties: usize,
    /// Work items of a duty.
    pub work_items: usize,
    pub matters: usize,
    /// Departments of a matter.
    pub participants: usize,
    pub services: usize,
    pub regimes: usize,
    /// Provisions of a regime.
    pub provisions: usize,
    /// Laws that a record cites.
    pub citations: usize,
    /// Laws of the register.
    pub laws: usize,
    /// Whether the site is in English as well.
    pub english: bool,
}

/// As much as a county department publishes.
pub const COUNTY: Shape = Shape {
    duties: 10,
    work_items: 5,
    matters: 6,
    participants: 5,
    services: 6,
    regimes: 10,
    provisions: 6,
    citations: 3,
    laws: 300,
    english: true,
};

/// Counties of a prefecture, and prefectures of a province.
const FAN: usize = 10;

/// Kinds of department that take part in matters.
const DEPARTMENTS: [&str; 5] = ["甲", "乙", "丙", "丁", "戊"];

/// Writes a content folder that has no faults. The same arguments give the same bytes, and a county is the same however
/// many there are.
pub fn write_nation(dir: &Path, counties: usize, shape: &Shape) -> io::Result<()> {
    fs::create_dir_all(dir.join("laws"))?;
    fs::create_dir_all(dir.join("lists"))?;
    let site = registers::site();
    let site = if shape.english { site } else { site.replace("languages: [zh, en]", "languages: [zh]") };
    fs::write(dir.join("site.yaml"), site)?;
    fs::write(dir.join("regions.yaml"), regions(counties))?;
    fs::write(dir.join("topics.yaml"), registers::topics())?;
    let kind = |(at, name): (usize, &&str)| {
        format!("- {{slug: kind-{at}, name: {{zh: {name}类部门, en: Department {at}}}}}\n")
    };
    fs::write(dir.join("departments.yaml"), DEPARTMENTS.iter().enumerate().map(kind).collect::<String>())?;
    fs::write(dir.join("laws/laws.yaml"), (0..shape.laws).map(law).collect::<String>())?;
    for county in 0..counties {
        write_list(&dir.join("lists").join(format!("county-{county}")), county, shape)?;
    }
    Ok(())
}

/// The words for a number, so that names differ and hold no figures.
fn numeral(mut number: usize) -> String {
    const DIGITS: [char; 10] = ['东', '西', '南', '北', '中', '新', '长', '平', '安', '永'];
    let mut word = String::new();
    loop {
        word.insert(0, DIGITS[number % 10]);
        number /= 10;
        if number == 0 {
            return word;
        }
    }
}

fn regions(counties: usize) -> String {
    let mut yaml = String::new();
    let mut region = |slug: String, name: Both, level: &str, parent: Option<String>| {
        let parent = parent.map_or_else(String::new, |parent| format!(", parent: {parent}"));
        let line = format!("- {{slug: {slug}, name: {{zh: {}, en: {}}}, level: {level}{parent}}}\n", name.0, name.1);
        yaml.push_str(&line);
    };
    for at in 0..counties.div_ceil(FAN * FAN) {
        region(format!("province-{at}"), (format!("石{}省", numeral(at)), format!("Province {at}")), "province", None);
    }
    for at in 0..counties.div_ceil(FAN) {
        let name = (format!("桥{}市", numeral(at)), format!("Prefecture {at}"));
        region(format!("prefecture-{at}"), name, "prefecture", Some(format!("province-{}", at / FAN)));
    }
    for at in 0..counties {
        let name = (format!("河{}县", numeral(at)), format!("County {at}"));
        region(format!("county-{at}"), name, "county", Some(format!("prefecture-{}", at / FAN)));
    }
    yaml
}

fn law(at: usize) -> String {
    let state = if at % 10 == 9 { "repealed, as_of: 2025-01-01" } else { "unknown" };
    format!(
        "- {{id: law-{at}, title: {{zh: {}事务管理条例, en: Regulations {at}}}, kind: administrative-regulation, \
         status: {state}, source: {{zh: 自拟, en: Made up}}}}\n",
        numeral(at)
    )
}

fn write_list(dir: &Path, county: usize, shape: &Shape) -> io::Result<()> {
    let random = &mut Random::new(7, county as u64 + 1);
    fs::create_dir_all(dir)?;
    let mut list = Yaml::default();
    header(&mut list, county);
    fs::write(dir.join("list.yaml"), list.finish())?;
    let mut records = Yaml::default();
    records.under("duties", |yaml| (0..shape.duties).for_each(|at| yaml.entry(|yaml| duty(yaml, random, at, shape))));
    fs::write(dir.join("duties.yaml"), records.finish())?;
    let mut records = Yaml::default();
    records.under("boundaries", |yaml| {
        (0..shape.matters).for_each(|at| yaml.entry(|yaml| matter(yaml, random, at, shape)))
    });
    fs::write(dir.join("boundaries.yaml"), records.finish())?;
    let mut records = Yaml::default();
    records.under("services", |yaml| (0..shape.services).for_each(|at| yaml.entry(|yaml| service(yaml, random, at))));
    fs::write(dir.join("services.yaml"), records.finish())?;
    fs::create_dir_all(dir.join("regimes"))?;
    for at in 0..shape.regimes {
        let mut file = Yaml::default();
        regime(&mut file, random, at, shape);
        fs::write(dir.join(format!("regimes/{:02}-regime-{at}.yaml", at + 1)), file.finish())?;
    }
    Ok(())
}

fn header(yaml: &mut Yaml, county: usize) {
    yaml.string("id", &format!("county-{county}"));
    yaml.string("region", &format!("county-{county}"));
    yaml.text("agency", &(format!("河{}县市监局", numeral(county)), format!("Market bureau of County {county}")));
    yaml.text("title", &(format!("河{}县责任清单", numeral(county)), format!("List of County {county}")));
    yaml.line(&format!("published: 20{}-07", 15 + county % 9));
    yaml.under("sources", |yaml| {
        yaml.entry(|yaml| {
            yaml.string("id", "form");
            yaml.text("title", &("登记表".into(), "Form".into()));
            yaml.string("file", "form.txt");
            yaml.under("parts", |yaml| {
                for part in ["duties", "boundaries", "services", "regimes"] {
                    yaml.entry(|yaml| {
                        yaml.string("id", part);
                        yaml.text("title", &("表".into(), part.into()));
                    });
                }
            });
        });
    });
    yaml.under("offices", |yaml| {
        yaml.entry(|yaml| {
            yaml.string("slug", "general");
            yaml.text("name", &("办公室".into(), "General office".into()));
            yaml.line("kind: office");
            yaml.line("phones: [\"7511860\"]");
        });
    });
}

/// What every record ends with.
fn end(yaml: &mut Yaml, part: &str, at: usize) {
    yaml.line(&format!("source: {{part: {part}, row: \"{}\"}}", at + 1));
}

fn topic(yaml: &mut Yaml, at: usize) {
    yaml.line(&format!("topics: [{}]", SUBJECTS[at % SUBJECTS.len()].2));
}

/// Citations: the first laws of the register far more often than the last.
fn basis(yaml: &mut Yaml, random: &mut Random, shape: &Shape) {
    yaml.under("basis", |yaml| {
        let mut cited: Vec<usize> = Vec::new();
        while cited.len() < shape.citations {
            let below = random.between(1, shape.laws);
            let law = random.below(below);
            if !cited.contains(&law) {
                cited.push(law);
                yaml.entry(|yaml| {
                    yaml.string("law", &format!("law-{law}"));
                    yaml.line(&format!("articles: [\"{}\"]", random.between(1, 40)));
                });
            }
        }
    });
}

fn duty(yaml: &mut Yaml, random: &mut Random, at: usize, shape: &Shape) {
    yaml.string("id", &format!("duty-{at}"));
    yaml.string("number", &(at + 1).to_string());
    yaml.text("name", &sentence(random, 1));
    yaml.text("statement", &sentence(random, 2));
    topic(yaml, at);
    yaml.under("work_items", |yaml| {
        for item in 0..shape.work_items {
            yaml.entry(|yaml| {
                yaml.string("id", &format!("item-{item}"));
                yaml.string("number", &format!("{}.{}", at + 1, item + 1));
                yaml.text("text", &sentence(random, 2));
                yaml.line("offices: [general]");
                end(yaml, "duties", at);
            });
        }
    });
    basis(yaml, random, shape);
    end(yaml, "duties", at);
}

fn matter(yaml: &mut Yaml, random: &mut Random, at: usize, shape: &Shape) {
    yaml.string("id", &format!("matter-{at}"));
    yaml.string("number", &(at + 1).to_string());
    yaml.text("name", &sentence(random, 1));
    topic(yaml, at);
    yaml.under("participants", |yaml| {
        for (part, name) in DEPARTMENTS.iter().enumerate().take(shape.participants) {
            yaml.entry(|yaml| {
                yaml.string("department", &format!("kind-{part}"));
                yaml.text("name", &(format!("{name}类部门"), format!("Department {part}")));
                yaml.text("responsibility", &sentence(random, 3));
            });
        }
    });
    basis(yaml, random, shape);
    end(yaml, "boundaries", at);
}

fn service(yaml: &mut Yaml, random: &mut Random, at: usize) {
    yaml.string("id", &format!("service-{at}"));
    yaml.string("number", &(at + 1).to_string());
    yaml.text("name", &sentence(random, 1));
    topic(yaml, at);
    yaml.text("description", &sentence(random, 2));
    yaml.line("offices: [general]");
    end(yaml, "services", at);
}

fn regime(yaml: &mut Yaml, random: &mut Random, at: usize, shape: &Shape) {
    yaml.string("id", &format!("regime-{at}"));
    yaml.string("number", &(at + 1).to_string());
    yaml.text("title", &sentence(random, 1));
    topic(yaml, at);
    yaml.text("purpose", &sentence(random, 2));
    yaml.line("offices: [general]");
    yaml.under("provisions", |yaml| {
        for provision in 0..shape.provisions {
            yaml.entry(|yaml| {
                yaml.string("id", &format!("provision-{provision}"));
                yaml.line("kind: content");
                yaml.text("heading", &("监督检查内容".into(), "Content of inspection".into()));
                yaml.under("items", |yaml| {
                    for item in 1..=4 {
                        yaml.entry(|yaml| {
                            yaml.string("number", &format!("（{item}）"));
                            yaml.text("text", &sentence(random, 3));
                        });
                    }
                });
            });
        }
    });
    basis(yaml, random, shape);
    end(yaml, "regimes", at);
}
