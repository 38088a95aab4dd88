//! The first hour of a clerk: every command of the README, in both languages, run one after the other in an empty folder.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use rust_xlsxwriter::{Format, Workbook};

use crate::support::{folder, program, repository, scratch};

/// How long a site may take until its address is printed.
const PATIENCE: Duration = Duration::from_secs(120);

/// A section of the README, by its heading.
fn section(heading: &str) -> String {
    let text = fs::read_to_string(repository("README.md")).expect("README.md");
    let (_, rest) = text.split_once(&format!("\n## {heading}\n")).expect(heading);
    rest.split("\n## ").next().expect("a section").to_owned()
}

/// The commands of a section, line by line.
fn commands(section: &str) -> Vec<String> {
    let blocks = section.split("```sh\n").skip(1).map(|rest| rest.split("```").next().expect("the end of a block"));
    blocks.flat_map(str::lines).map(str::to_owned).collect()
}

/// A table as an office has it: a title over all columns, a head, sixty rows.
fn table(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("权责清单").expect("a name");
    sheet.merge_range(0, 0, 0, 7, "教育局权责清单", &Format::new().set_bold()).expect("a title");
    let head = ["序号", "项目编码", "权力名称", "权力类型", "实施依据", "承办机构", "责任事项", "备注"];
    let types = ["行政许可", "行政处罚", "行政检查", "行政确认", "行政奖励", "其他行政权力"];
    let offices = ["审批股", "监督股", "办公室"];
    for (column, name) in (0..).zip(head) {
        sheet.write(1, column, name).expect("a heading");
    }
    for number in 1..=60_u32 {
        let at = number as usize;
        let kind = types[at % types.len()];
        let cells = [
            number.to_string(),
            format!("SY-{number:03}"),
            format!("第{number}项{kind}"),
            kind.to_owned(),
            format!("《中华人民共和国教育法》第{}条", ["十四", "十五", "十六", "十八"][at % 4]),
            offices[at % offices.len()].to_owned(),
            "受理责任：公示条件，一次告知。\n审查责任：核对材料。".to_owned(),
            if at.is_multiple_of(7) { "省级下放".to_owned() } else { String::new() },
        ];
        for (column, text) in (0..).zip(cells) {
            sheet.write(number + 1, column, text).expect("a cell");
        }
    }
    book.save(path).expect("the workbook");
}

/// Runs the commands of a section and says what each printed.
fn run(section: &str, lang: &str) -> Vec<(String, String)> {
    let root = scratch::folder();
    table(&root.path().join("权责清单.xlsx"));
    let mut place = root.path().to_owned();
    let mut said = Vec::new();
    let lacks = |command: &str| program::run(root.path(), &[command, "--help"]).status != Some(0);
    let (no_import, no_serve) = (lacks("import"), lacks("serve"));
    for command in commands(section) {
        let words: Vec<&str> = command.split_whitespace().collect();
        let printed = match words[..] {
            // The package is made and installed by a test of its own.
            ["pip", "install", "./qingdan-*.whl"] => String::new(),
            ["qingdan", "import", ..] | ["rm", ..] if no_import => String::new(),
            ["qingdan", "serve"] if no_serve => String::new(),
            ["cd", name] => {
                place.push(name);
                assert!(place.is_dir(), "{command}");
                String::new()
            }
            ["rm", "-r", name] => {
                fs::remove_dir_all(place.join(name)).expect(&command);
                String::new()
            }
            ["qingdan", "serve"] => served(&place, lang),
            ["qingdan", ref arguments @ ..] => {
                let run = program::run(&place, &[arguments, &["--lang", lang]].concat());
                assert_eq!(run.status, Some(0), "{command}\n{}", run.whole());
                run.stdout + &run.stderr
            }
            _ => panic!("a command that the test does not know: {command}"),
        };
        said.push((command, printed));
    }
    if !no_import {
        holds_the_table(&place);
    }
    said
}

/// The address that `serve` prints; the server is then ended.
fn served(place: &Path, lang: &str) -> String {
    let mut command = program::command(place, &["serve", "--lang", lang]);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("serve");
    let (tell, told) = mpsc::channel();
    let pipes: [Box<dyn Read + Send>; 2] =
        [Box::new(child.stdout.take().expect("a pipe")), Box::new(child.stderr.take().expect("a pipe"))];
    for pipe in pipes {
        let tell = tell.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
    }
    drop(tell);
    let mut printed = String::new();
    while !printed.contains("http://127.0.0.1:") {
        match told.recv_timeout(PATIENCE) {
            Ok(line) => printed += &(line + "\n"),
            Err(_) => break,
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    assert!(printed.contains("http://127.0.0.1:"), "serve printed no address: {printed}");
    printed
}

/// The site holds the table and the example no more.
fn holds_the_table(place: &Path) {
    let site = folder::read(&place.join("output"));
    let items = site.keys().filter(|path| path.starts_with("lists/jize-education/items/") && path.ends_with(".html"));
    assert!(items.count() >= 60, "pages of items");
    assert!(!site.keys().any(|path| path.starts_with("lists/example/")), "the example is still there");
}

/// What somebody who followed the section sees after a command.
fn sees(said: &[(String, String)], command: &str, text: &str) {
    let (_, printed) = said.iter().find(|(line, _)| line.starts_with(command)).expect(command);
    assert!(printed.contains(text), "{command}: {printed}");
}

#[test]
fn both_languages_have_the_same_commands() {
    let [zh, en] = ["办事员的第一个小时", "The first hour of a clerk"].map(|heading| commands(&section(heading)));
    assert_eq!(zh, en);
    for word in ["new", "import", "check", "serve", "build"] {
        assert!(zh.iter().any(|line| line.starts_with(&format!("qingdan {word}"))), "{word}");
    }
}

#[test]
fn the_first_hour_works_as_told_in_chinese() {
    let said = run(&section("办事员的第一个小时"), "zh");
    sees(&said, "qingdan new", "已建好 清单网站");
    sees(&said, "qingdan check", "内容没有错误");
    sees(&said, "qingdan build", "已生成 output");
}

#[test]
fn the_first_hour_works_as_told_in_english() {
    let said = run(&section("The first hour of a clerk"), "en");
    sees(&said, "qingdan new", "Made 清单网站");
    sees(&said, "qingdan check", "No faults");
    sees(&said, "qingdan build", "Built output");
}
