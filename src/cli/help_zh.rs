//! The command line's help in Chinese, laid over the English one.

use clap::{Arg, ArgAction, Command};

const EXAMPLES: &str = "\
例子：
  qingdan check                     检查内容，不写任何文件
  qingdan build                     读 content/，在 output/ 生成网站
  qingdan build --base-url https://www.example.gov.cn/zwgk/lists/
                                    为门户网站的一个目录生成
  qingdan cite 通知.txt             找出文本引用的法律
  qingdan impact 计量法             按清单列出以某部法律为依据的事项
  qingdan sheet jize-qts            把清单写成工作簿 jize-qts.xlsx，用 Excel 或 WPS 修改
  qingdan import jize-qts.xlsx --into jize-qts
                                    把改好的工作簿带回清单
  qingdan schema duties             输出一种文件的 JSON Schema，供编辑器使用
  qingdan explain E012              说明一种错误的含义和改法

退出码：0 没有问题，1 内容有错（不写任何文件），2 无法运行。";

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// Replaces the help of every command and argument.
pub(super) fn translate(command: Command) -> Command {
    outfit(command, "qingdan <命令> [选项]")
        .long_about("读取 content 文件夹里的 YAML 文件，逐项检查，生成中英文网站，并以 CSV、JSON 公布同样的数据。")
        .after_help(EXAMPLES)
        .subcommand_help_heading("命令")
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help("显示版本")
                .help_heading(HEADING),
        )
        .mut_arg("lang", |arg| plain(arg, "消息和帮助的语言：zh 或 en [默认：系统是中文则 zh，否则 en]", "语言"))
        .mut_subcommand("build", |command| {
            common(outfit(command, "qingdan build [选项]"))
                .about("生成网站：检查内容，渲染页面，写出数据，换上新网站")
                .long_about("先在输出目录旁边的临时目录里生成，最后一次换上。内容有错或中途停止，原有网站保持原样。")
                .mut_arg("output", |arg| {
                    plain(arg, "网站的输出目录，只替换空目录或由本程序生成的目录 [默认：output]", "目录")
                })
        })
        .mut_subcommand("check", |command| {
            common(outfit(command, "qingdan check [选项]"))
                .about("检查内容，不写任何文件")
                .long_about("找出构建时会发现的全部错误：键和值写错、引用落空、缺少译文、页面之间的死链接。")
                .mut_arg("as_of", |arg| {
                    plain(
                        arg,
                        "并按这一天检查所引法律：已失效的算错误，清单发布后有修改的是提醒，如 2015-07-01",
                        "日期",
                    )
                })
        })
        .mut_subcommand("cite", |command| {
            outfit(command, "qingdan cite [文件] [选项]")
                .about("找出一段文字里的全部法律引用，指明是登记的哪一部")
                .long_about(
                    "读原样的中文：书名号残缺或断行的名称、简称、各种文号、承前的条款。文字没有说明白的，标为不明。",
                )
                .mut_arg("file", |arg| {
                    arg.help("UTF-8 文本文件；写 - 或不写，读标准输入").value_name("文件").help_heading("参数")
                })
                .mut_arg("content", |arg| plain(arg, "内容目录，用其中登记的法律依据 [默认：content]", "目录"))
                .mut_arg("format", |arg| plain(arg, "显示方式：text 一行一处，json [默认：text]", "方式"))
        })
        .mut_subcommand("impact", |command| {
            outfit(command, "qingdan impact <法律> [选项]")
                .about("列出以某部法律为依据的职责、事项、服务、制度、追责和科室")
                .long_about("法律修改或废止时，一看便知哪些清单的哪些内容要重新核对。")
                .mut_arg("law", |arg| {
                    arg.help("法律的 id（如 metrology-law）或名称（如 计量法）").value_name("法律").help_heading("参数")
                })
                .mut_arg("article", |arg| {
                    plain(
                        arg,
                        "只看某一条，如 65、134_1（第一百三十四条之一）、annex2.17（附件2第17项）；引用整部法律的也算",
                        "条",
                    )
                })
                .mut_arg("on", |arg| plain(arg, "法律在这一天的状态；之后发布的清单不列", "日期"))
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
                .mut_arg("format", |arg| plain(arg, "显示方式：text 供阅读，csv，json [默认：text]", "方式"))
        })
        .mut_subcommand("sheet", |command| {
            outfit(command, "qingdan sheet <清单> [选项]")
                .about("把一份清单写成工作簿，用 Excel 或 WPS 修改，再用 import --into 带回")
                .long_about(
                    "每一部分一张表，中文表头带批注，固定的词可以下拉选择，编号列受保护，可直接按 A4 打印。清单本身不动。",
                )
                .mut_arg("list", |arg| {
                    arg.help("清单的编号，如 jize-qts，或它的文件夹、文件的路径").value_name("清单").help_heading("参数")
                })
                .mut_arg("output", |arg| plain(arg, "工作簿 [默认：<清单>.xlsx]", "文件"))
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
        })
        .mut_subcommand("import", |command| {
            outfit(command, "qingdan import <文件> --into <清单> [选项]")
                .about("把 sheet 写出的工作簿带回清单：改了一格，就改 YAML 里的一个值")
                .long_about(
                    "其余内容的字节、注释、次序都不动。新增、删去、移动的行按编号识别。哪一格有错，按 list.xlsx!职责!C17 指出，什么都不写。",
                )
                .mut_arg("file", |arg| arg.help("工作簿").value_name("文件").help_heading("参数"))
                .mut_arg("into", |arg| plain(arg, "它是哪份清单的，如 jize-qts", "清单"))
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
                .mut_arg("dry_run", |arg| arg.help("只列出会改什么，不写").help_heading(HEADING))
        })
        .mut_subcommand("schema", |command| {
            outfit(command, "qingdan schema [种类]")
                .about("输出一种内容文件的 JSON Schema，供编辑器补全和检查")
                .long_about("怎样让编辑器用上它，见 docs/data-format.md。")
                .mut_arg("kind", |arg| {
                    arg.help("文件种类，如 duties；不写则列出全部种类").value_name("种类").help_heading("参数")
                })
        })
        .mut_subcommand("explain", |command| {
            outfit(command, "qingdan explain [代码]")
                .about("说明一种错误的含义、为什么要紧、怎样改")
                .mut_arg("code", |arg| {
                    arg.help("错误代码，如 E012；不写则列出全部代码").value_name("代码").help_heading("参数")
                })
        })
}

const HEADING: &str = "选项";

fn outfit(command: Command, usage: &'static str) -> Command {
    command
        .about("把政府责任清单发布为网站和开放数据")
        .help_template(TEMPLATE)
        .override_usage(usage)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help("显示帮助").help_heading(HEADING))
}

fn common(command: Command) -> Command {
    command
        .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
        .mut_arg("theme", |arg| {
            plain(
                arg,
                "主题：default，或 themes 里的一个目录，其中的文件替换默认主题的同名文件 [默认：default]",
                "名称",
            )
        })
        .mut_arg("base_url", |arg| {
            plain(arg, "网站将来的网址，如 https://www.example.gov.cn/lists/；优先于 site.yaml 的 base_url", "网址")
        })
        .mut_arg("jobs", |arg| plain(arg, "使用几个线程 [默认：与处理器数目相同]", "数目"))
        .mut_arg("format", |arg| {
            plain(
                arg,
                "错误的显示方式：full 带原文和改法，concise 一行一个，json 供编辑器和自动检查使用 [默认：full]",
                "方式",
            )
        })
}

/// An argument whose values and default are said in its help.
fn plain(arg: Arg, help: &'static str, value: &'static str) -> Arg {
    arg.help(help).value_name(value).help_heading(HEADING).hide_possible_values(true).hide_default_value(true)
}
