//! `qingdan new`: asks what has to be known of a site, writes its folder, and says what to do next.

use std::path::Path;
use std::process::ExitCode;

use crate::diag::{Failure, Message, MessageLang};
use crate::model::Lang;
use crate::pipeline::start::{Ci, Known, Name, SiteAnswers, service_file, site_files};
use crate::pipeline::{make_site, vacant};

use super::args::{CiService, NewArgs, NewWhat};
use super::ask::{Asker, Question};
use super::list_questions::{self, Asked};
use super::new_list;
use super::output::say;

/// Id of the list of a new site: it is there to be looked at and deleted.
const EXAMPLE: &str = "example";

/// Makes a site, or adds a list.
pub(super) fn run(new: &NewArgs, speech: MessageLang) -> Result<ExitCode, Failure> {
    match (&new.what, &new.folder) {
        (Some(NewWhat::List(list)), _) => new_list::run(list, speech),
        (None, Some(folder)) => site(new, folder, speech),
        // The parser asks for one of them.
        (None, None) => Ok(ExitCode::from(2)),
    }
}

fn site(new: &NewArgs, folder: &Path, speech: MessageLang) -> Result<ExitCode, Failure> {
    vacant(folder)?;
    let mut asker = Asker::new(new.list.yes, speech);
    if !asker.asks() {
        needed(new)?;
    } else {
        asker.tell(&Message::new(
            "几个问题；方括号里是默认的回答，按回车就用它，以后都可以改。按 Ctrl+C 停止。",
            "A few questions. The answer in brackets is taken when you press Enter; all can be changed later. Ctrl+C stops.",
        ));
    }
    let languages = languages(new, &mut asker)?;
    let known = Known { languages, ..Known::default() };
    let Asked { mut list, .. } = list_questions::ask(&new.list, &known, &mut asker, speech)?;
    list.id = EXAMPLE.to_owned();
    let official = official(new, &mut asker)?;
    let title = list.title.clone();
    let publisher = publisher(new, official.is_some(), &list.agency, &mut asker)?;
    list.title.zh.push_str("（示例）");
    list.title.en = list.title.en.map(|title| format!("{title} (example)"));
    if official.is_some() && list.published.is_none() {
        list.published = list_questions::published(&new.list, &mut asker)?;
    }
    let undated = official.is_some() && list.published.is_none();
    let ci = [Ci::Github, Ci::Gitlab, Ci::Gitee]
        .into_iter()
        .filter(|ci| new.ci.iter().any(|one| one.meant() == *ci))
        .collect();
    let answers = SiteAnswers { title, publisher, official, ci, list };
    let files = site_files(&answers);
    make_site(folder, &files)?;
    say(&done(folder, &answers, undated, speech));
    Ok(ExitCode::SUCCESS)
}

impl CiService {
    fn meant(self) -> Ci {
        match self {
            CiService::Github => Ci::Github,
            CiService::Gitlab => Ci::Gitlab,
            CiService::Gitee => Ci::Gitee,
        }
    }
}

/// Says all options that are wanted where nobody is there to ask.
fn needed(new: &NewArgs) -> Result<(), Failure> {
    let mut missing = new_list::needed(&new.list);
    if !new.official && !new.civic {
        missing.push("--official / --civic");
    }
    if new.official && new.domain.is_none() {
        missing.push("--domain");
    }
    if new.official && new.id_code.is_none() {
        missing.push("--id-code");
    }
    new_list::refuse(&missing, "qingdan new 我的网站 --region 130431 --department 教育局 --civic")
}

fn languages(new: &NewArgs, asker: &mut Asker<'_>) -> Result<Vec<Lang>, Failure> {
    let question = Question {
        words: Message::new("网站的语言：zh 中文，zh,en 中文和英文", "Languages of the site: zh, or zh,en"),
        option: "--languages",
        given: new.languages.as_deref(),
        default: Some("zh".to_owned()),
    };
    asker.ask(&question, |typed| {
        let words = typed.split([',', '，', '、', ' ']).filter(|word| !word.is_empty());
        let mut languages = Vec::new();
        for word in words {
            let lang = match word.to_ascii_lowercase().as_str() {
                "zh" | "中文" => Lang::ZH,
                "en" | "英文" => Lang::EN,
                _ => {
                    return Err(Message::new(
                        format!("`{word}` 不行，可以写 zh、en 或 zh,en；别的语言以后再添"),
                        format!("`{word}` will not do: zh, en or zh,en; other languages can be added later"),
                    ));
                }
            };
            if !languages.contains(&lang) {
                languages.push(lang);
            }
        }
        match languages.is_empty() {
            true => Err(Message::new("写 zh 或 zh,en", "zh, or zh,en")),
            false => Ok(languages),
        }
    })
}

/// Domain and code of a government website; `None` for a site of somebody else.
fn official(new: &NewArgs, asker: &mut Asker<'_>) -> Result<Option<(String, String)>, Failure> {
    let given = if new.official { Some("1") } else { new.civic.then_some("2") };
    let question = Question {
        words: Message::new(
            "网站由谁主办：1 政府机关（需要域名和网站标识码），2 其他（每页注明不是政府网站）",
            "Who publishes the site: 1 a government body (wants domain and identification code), 2 somebody else (every page says that it is not official)",
        ),
        option: "--official / --civic",
        given,
        default: None,
    };
    let official = asker.ask(&question, |typed| match typed.trim() {
        "1" | "１" | "official" => Ok(true),
        "2" | "２" | "civic" => Ok(false),
        _ => Err(Message::new("写 1 或 2", "1 or 2")),
    })?;
    if !official {
        return Ok(None);
    }
    let question = Question {
        words: Message::new(
            "政府网站的域名，如 www.example.gov.cn",
            "Domain of the website, such as www.example.gov.cn",
        ),
        option: "--domain",
        given: new.domain.as_deref(),
        default: None,
    };
    let domain = asker.ask(&question, |typed| {
        let typed = typed.trim().trim_start_matches("https://").trim_start_matches("http://");
        let typed = typed.split('/').next().unwrap_or_default();
        let plain = typed.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
        match plain && typed.contains('.') && !typed.starts_with('.') && !typed.ends_with('.') {
            true => Ok(typed.to_ascii_lowercase()),
            false => Err(Message::new(
                format!("`{typed}` 不是域名，要像 www.example.gov.cn 这样"),
                format!("`{typed}` is not a domain such as www.example.gov.cn"),
            )),
        }
    })?;
    let question = Question {
        words: Message::new(
            "网站标识码，十位数字，门户网站页脚上有",
            "Identification code of the website (网站标识码), ten digits, as in the foot of the portal",
        ),
        option: "--id-code",
        given: new.id_code.as_deref(),
        default: None,
    };
    let code = asker.ask(&question, |typed| {
        let typed = typed.trim();
        match typed.len() == 10 && typed.bytes().all(|b| b.is_ascii_alphanumeric()) {
            true => Ok(typed.to_owned()),
            false => Err(Message::new(
                format!("`{typed}` 不是十位的网站标识码；手头没有的，按 Ctrl+C 停止，重新开始时选 2，以后在 site.yaml 改"),
                format!(
                    "`{typed}` is not a code of ten digits; without one, press Ctrl+C, start again with 2, and change site.yaml later"
                ),
            )),
        }
    })?;
    Ok(Some((domain, code)))
}

fn publisher(new: &NewArgs, official: bool, agency: &Name, asker: &mut Asker<'_>) -> Result<Name, Failure> {
    let default = match official {
        true => agency.clone(),
        false => Name { zh: "本站编者".to_owned(), en: Some("the editors of this site".to_owned()) },
    };
    let question = Question {
        words: Message::new("主办者的名称", "Name of the publisher"),
        option: "--publisher",
        given: new.publisher.as_deref(),
        default: Some(default.zh.clone()),
    };
    let zh = asker.ask(&question, list_questions::name)?;
    let en = if zh == default.zh { default.en } else { None };
    Ok(Name { zh, en })
}

/// What was made, and what to do next.
fn done(folder: &Path, site: &SiteAnswers, undated: bool, speech: MessageLang) -> String {
    let shown = folder.display().to_string();
    let quote = if shown.contains(' ') { "\"" } else { "" };
    let cd = if folder == Path::new(".") { String::new() } else { format!("  cd {quote}{shown}{quote}\n") };
    let mut text = match speech {
        MessageLang::Zh => format!(
            "\n已建好 {shown}：《{}》，{}。\n\
             \x20 content/site.yaml        网站的标题、语言、主办者\n\
             \x20 content/lists/example/   一份示例清单，有了自己的就整个删去\n\
             \x20 content/pages/           “关于本站”\n\n\
             接着运行：\n{cd}\
             \x20 qingdan serve              在浏览器里看，改了就刷新\n\
             \x20 qingdan import 我的表.xlsx  把手头的表格变成清单\n\
             \x20 qingdan build              在 output/ 生成网站\n",
            site.title.zh, site.list.place.full
        ),
        MessageLang::En => format!(
            "\nMade {shown}: {}, {}.\n\
             \x20 content/site.yaml        title, languages and publisher of the site\n\
             \x20 content/lists/example/   an example list, to delete when there is one of your own\n\
             \x20 content/pages/           about this site\n\n\
             Next:\n{cd}\
             \x20 qingdan serve              look at it in the browser, fresh after every change\n\
             \x20 qingdan import table.xlsx  make a list of a table that you have\n\
             \x20 qingdan build              make the site in output/\n",
            site.title.zh, site.list.place.full
        ),
    };
    for file in site.ci.iter().map(|service| service_file(*service)) {
        text += &match speech {
            MessageLang::Zh => format!("自动检查和发布：{}，开头写着使用前要做的事。\n", file.path),
            MessageLang::En => {
                format!("{} checks and publishes every change; its head says what to do first.\n", file.path)
            }
        };
    }
    if undated {
        text += match speech {
            MessageLang::Zh => {
                "发布日期没有写：检查时会提醒一次（E034），知道了写进 content/lists/example/list.yaml 的 published。\n"
            }
            MessageLang::En => {
                "The day of publication is missing: a check says so (E034) until `published` stands in content/lists/example/list.yaml.\n"
            }
        };
    }
    text
}
