//! The command line's help in Chinese, laid over the English one.

use clap::{Arg, ArgAction, Command};

const EXAMPLES: &str = "\
例子：
  qingdan new 我的网站              从这里开始：回答几个问题，建好一个带示例清单的文件夹
  qingdan check                     检查内容，不写任何文件
  qingdan check --fix               先列出改动，再改正写法上的错误
  qingdan build                     读 content/，在 output/ 生成网站
  qingdan build --base-url https://www.example.gov.cn/zwgk/lists/
                                    为门户网站的一个目录生成
  qingdan import 权责清单.xlsx      把 Excel、Word 里的表格变成清单
  qingdan serve                     边写边在浏览器里看网站
  qingdan cite 通知.txt             找出文本引用的法律
  qingdan impact 计量法             按清单列出以某部法律为依据的事项
  qingdan diff git:main             列出自 git 的某个版本以来各清单的变动
  qingdan sheet jize-qts            把清单写成工作簿 jize-qts.xlsx，用 Excel 或 WPS 修改
  qingdan import jize-qts.xlsx --into jize-qts
                                    把改好的工作簿带回清单
  qingdan stamp                     记下现在的译文，以后中文改了会提醒
  qingdan addresses                 记下网站的全部网址，以后一个也不会丢
  qingdan verify                    说出网站生成以后哪些文件被改动
  qingdan schema duties             输出一种文件的 JSON Schema，供编辑器使用
  qingdan explain E012              说明一种错误的含义和改法

退出码：0 没有问题，1 内容有错（不写任何文件），2 无法运行。";

/// What `--deny-warnings` does.
const DENY: &str = "把警告当作错误：有一处警告就不写任何文件，退出码为 1";

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
        .mut_subcommand("new", |command| {
            list(outfit(command, "qingdan new <文件夹> [选项]\n      qingdan new list [标识] [选项]"))
                .about("从这里开始：新建一个网站的文件夹，或添一份清单（qingdan new list）")
                .long_about(
                    "在终端里，选项没有说到的会问。建好的网站有一份清单、一条示例，马上可以生成。不是空的文件夹不会动。",
                )
                .subcommand_help_heading("命令")
                .mut_arg("folder", |arg| {
                    arg.help("网站的文件夹，会新建，可以用中文名称").value_name("文件夹").help_heading("参数")
                })
                .mut_arg("languages", |arg| plain(arg, "网站的语言，第一种在根目录：zh、en 或 zh,en [默认：zh]", "语言"))
                .mut_arg("official", |arg| {
                    arg.help("由政府机关主办，要写 --domain 和 --id-code").help_heading(HEADING)
                })
                .mut_arg("civic", |arg| arg.help("由其他人主办，每页注明不是政府网站").help_heading(HEADING))
                .mut_arg("domain", |arg| plain(arg, "政府网站登记的域名，如 www.example.gov.cn", "域名"))
                .mut_arg("id_code", |arg| plain(arg, "网站标识码，十位数字，页脚上有", "标识码"))
                .mut_arg("publisher", |arg| plain(arg, "主办者 [默认：机关的名称，或本站编者]", "名称"))
                .mut_arg("ci", |arg| {
                    plain(arg, "添上自动检查和发布的文件：github、gitlab 或 gitee，可以写几次", "服务")
                })
                .mut_subcommand("list", |command| {
                    list(outfit(command, "qingdan new list [标识] [选项]"))
                        .about("在这里的内容目录里添一份清单")
                        .long_about("有一条示例，形式随种类：权责清单和乡镇清单是表格 items.csv，其他是 YAML。")
                        .mut_arg("id", |arg| {
                            arg.help("清单的标识：文件夹名，也是网址的一部分，公布后不改 [默认：由地区和部门组成]")
                                .value_name("标识")
                                .help_heading("参数")
                        })
                        .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
                })
        })
        .mut_subcommand("build", |command| {
            common(outfit(command, "qingdan build [选项]"))
                .about("生成网站：检查内容，渲染页面，写出数据，换上新网站")
                .long_about("先在输出目录旁边的临时目录里生成，最后一次换上；目录不能换的（挂载点、容器卷），逐个文件更新。没有变化的文件不重写，不是本程序生成的文件保留。内容有错，原有网站保持原样。没有变化的清单沿用原有网站里的页面和文件，所需的记录在旁边的隐藏文件（.output.qingdan-cache）里。")
                .mut_arg("output", |arg| {
                    plain(arg, "网站的输出目录，只替换空目录或由本程序生成的目录 [默认：output]", "目录")
                })
                .mut_arg("draft", |arg| flag(arg, "只生成页面和检索，不生成数据文件：用来快速查看大的网站"))
                .mut_arg("as_of", |arg| {
                    plain(arg, "生成某一天的网站：各清单用那一天现行的一版，之后的各版当作没有，如 2015-07-01", "日期")
                })
                .mut_arg("sums", |arg| flag(arg, "在网站目录旁边写下全部文件的 SHA-256，供 qingdan verify 使用"))
                .mut_arg("deny_warnings", |arg| flag(arg, DENY))
                .mut_arg("region", |arg| {
                    plain(arg, "只生成一个地区的清单的页面和数据，写它的 slug；再用 qingdan join 合成整个网站", "地区")
                })
                .mut_arg("no_cache", |arg| flag(arg, "全部重新生成，不沿用上次没有变化的；得到的字节相同"))
        })
        .mut_subcommand("join", |command| {
            common(outfit(command, "qingdan join <部分>… [选项]"))
                .about("把几台机器分头生成的部分合成网站，与一次全部生成逐字节相同")
                .long_about(
                    "每个部分用 build --region 生成，内容、主题、网址和版本都要相同。清单的页面取自各部分，涉及多份清单的都在这里生成。",
                )
                .mut_arg("parts", |arg| {
                    arg.help("各部分的目录，由 build --region 生成；合起来要有全部清单").value_name("部分").help_heading("参数")
                })
                .mut_arg("output", |arg| plain(arg, "网站的输出目录，别人放在里面的文件会保留 [默认：output]", "目录"))
                .mut_arg("draft", |arg| flag(arg, "合成用 --draft 生成的部分"))
        })
        .mut_subcommand("check", |command| {
            common(outfit(command, "qingdan check [选项]"))
                .about("检查内容；加 --fix，改正写法上的错误")
                .long_about("找出构建时会发现的全部错误：键和值写错、引用落空、缺少译文、页面之间的死链接。不写任何文件，除非加 --fix：那时只改写法有错的地方，别的一个字节也不动，每个文件要么整个写好，要么不写。")
                .mut_arg("fix", |arg| {
                    flag(arg, "先列出改动，再改正只是写法有错的地方（全角半角、空格、括号、引号、日期、电话、id 的大小写）；其余的照常列出")
                })
                .mut_arg("diff", |arg| flag(arg, "只列出 --fix 会做的改动，不写文件；有改动时退出码为 1"))
                .mut_arg("dry_run", |arg| flag(arg, "与 --fix 同用：不写文件，等于 --diff"))
                .mut_arg("deny_warnings", |arg| flag(arg, DENY))
                .mut_arg("as_of", |arg| {
                    plain(
                        arg,
                        "检查这一天现行的各版清单，并按这一天检查所引法律：已失效的算错误，清单发布后有修改的是提醒，如 2015-07-01",
                        "日期",
                    )
                })
        })
        .mut_subcommand("import", |command| {
            outfit(command, "qingdan import <文件>… [选项]")
                .about("把单位手头的 Excel、Word 表格变成一份清单")
                .long_about(
                    "读 .xlsx、.xls、.ods、.docx、.csv 和粘贴的文字：在标题和说明之间找到表格，认得多层表头和合并单元格，\
                     把清单写进内容目录。看不懂的原样记入那一行的备注，一格也不丢，一字也不编。",
                )
                .after_help(IMPORT)
                .mut_arg("files", |arg| {
                    arg.help("文件，几个文件合成一份清单；写 - 读粘贴的文字").value_name("文件").help_heading("参数")
                })
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
                .mut_arg("into", |arg| {
                    plain(arg, "把 qingdan sheet 写出的工作簿带回这份清单：改了一格，就改一个值", "清单")
                })
                .mut_arg("id", |arg| plain(arg, "清单的 id，也是目录名；不写则由地方和部门组成", "ID"))
                .mut_arg("region", |arg| plain(arg, "地方：名称、代码或 slug；不写则从单位名称里认", "地方"))
                .mut_arg("department", |arg| {
                    plain(arg, "部门种类：清单上印的名称，或 docs/registers.md 里的 slug", "部门")
                })
                .mut_arg("agency", |arg| plain(arg, "公布清单的单位，文件里没有时写", "名称"))
                .mut_arg("title", |arg| plain(arg, "清单标题，文件里没有时写", "标题"))
                .mut_arg("columns", |arg| plain(arg, "表头认不出时，指明哪一列是什么", "B=name,C=basis"))
                .mut_arg("dry_run", |arg| flag(arg, "只报告会写什么、每个单元格怎样处理，不写文件"))
        })
        .mut_subcommand("serve", |command| {
            common(outfit(command, "qingdan serve [选项]"))
                .about("边写边在浏览器里看网站：保存文件，页面立即更新")
                .long_about(
                    "不写任何文件。保存的内容有错时，浏览器里指出哪个文件哪一行、怎样改，并继续显示出错之前的网站。除非用 --host 另行指定，只有本机能看到。",
                )
                .mut_arg("host", |arg| {
                    plain(arg, "在哪个地址上等待浏览器；0.0.0.0 让别的电脑也能看到 [默认：127.0.0.1]", "地址")
                })
                .mut_arg("port", |arg| plain(arg, "端口 [默认：8000，已被占用则用下一个空闲的]", "端口"))
                .mut_arg("open", |arg| flag(arg, "用浏览器打开网站"))
                .mut_arg("poll", |arg| flag(arg, "定时查看文件有无变化，不等系统通知；网络盘上用"))
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
        .mut_subcommand("diff", |command| {
            outfit(command, "qingdan diff <旧内容> [新内容] [选项]")
                .about("列出两份内容之间各清单的变动：新增、取消、修改的记录")
                .long_about("qingdan diff git:main 把现有内容与 main 分支比较；比较两个文件夹不需要 git。")
                .mut_arg("old", |arg| {
                    arg.help("旧内容：文件夹，或 git 的版本，如 git:main").value_name("旧内容").help_heading("参数")
                })
                .mut_arg("new", |arg| {
                    arg.help("新内容，写法相同 [默认：内容目录现在的样子]").value_name("新内容").help_heading("参数")
                })
                .mut_arg("content", |arg| plain(arg, "内容目录，git 的版本指它的版本 [默认：content]", "目录"))
                .mut_arg("format", |arg| {
                    plain(arg, "显示方式：text 供阅读，markdown 供审阅，json [默认：text]", "方式")
                })
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
                .mut_arg("between", |arg| {
                    flag(arg, "从一天到另一天法律有什么变动，哪些清单的哪些内容以它们为依据；不写法律的，看全部法律")
                        .value_names(["日期", "日期"])
                })
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
                .mut_arg("force", |arg| flag(arg, "已有的工作簿，连同其中的改动，照样覆盖"))
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
        })
        .mut_subcommand("stamp", |command| {
            outfit(command, "qingdan stamp [清单]… [选项]")
                .about("记下现在的译文，以后中文改了、译文没有改，check 会提醒（E123）")
                .long_about(
                    "在每份清单旁边写一个文件，记下译文和它所译的中文的指纹，别的都不动。中文已经改过、译文还没有改的，继续提醒，直到译文改好，\
                     或用 --all 说明它仍然对。",
                )
                .mut_arg("lists", |arg| {
                    arg.help("清单的编号；不写就是全部清单").value_name("清单").help_heading("参数")
                })
                .mut_arg("all", |arg| flag(arg, "把现在的译文都记为对的"))
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
        })
        .mut_subcommand("addresses", |command| {
            outfit(command, "qingdan addresses [选项]")
                .about("记下网站的全部网址，以后丢了哪一个，check 会提醒（E160）")
                .long_about(
                    "网址写进内容目录的 addresses.txt，只增不减。每次发布网站时运行一次。以后记录、科室、清单换了编号，或者合并、拆分了，旧网址\
                     要转到新的页面；还缺什么说明，check 和 build 会指出来。",
                )
                .mut_arg("dry_run", |arg| flag(arg, "只说新增多少，不写文件"))
                .mut_arg("content", |arg| plain(arg, "内容目录 [默认：content]", "目录"))
        })
        .mut_subcommand("verify", |command| {
            outfit(command, "qingdan verify [目录] [选项]")
                .about("说出已发布的网站哪些文件在生成以后被改动、多出或缺少")
                .long_about(
                    "qingdan build --sums 在网站目录旁边写下全部文件的校验值，sha256sum --check 也能读。校验值请存放在网站之外，并用手头的\
                     工具签名。不同的文件逐行写到标准输出。",
                )
                .mut_arg("output", |arg| {
                    arg.help("网站目录，或它的副本 [默认：output]").value_name("目录").help_heading("参数")
                })
                .mut_arg("sums", |arg| plain(arg, "校验值文件 [默认：网站目录旁边的同名 .sha256 文件]", "文件"))
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

const IMPORT: &str = "\
例子：
  qingdan import 权责清单.xlsx --dry-run      先看会读成什么
  qingdan import 权责清单.xlsx                写入 content/lists/<id>/
  qingdan import 清单.docx --region 130431    文件里没写地方时
  qingdan import 清单.xls --columns \"C=name,I=法定时限\"
                                             表头认不出时
  qingdan import jize-qts.xlsx --into jize-qts
                                             把改好的工作簿带回清单
各列的名称就是 items.csv 的列名，见 docs/data-format.md。";

const HEADING: &str = "选项";

fn outfit(command: Command, usage: &'static str) -> Command {
    command
        .about("把政府责任清单发布为网站和开放数据")
        .help_template(TEMPLATE)
        .override_usage(usage)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).help("显示帮助").help_heading(HEADING))
}

fn list(command: Command) -> Command {
    command
        .mut_arg("region", |arg| plain(arg, "地区：名称或六位代码，如 鸡泽县 或 130431", "地区"))
        .mut_arg("township", |arg| plain(arg, "地区下面的乡镇、街道、开发区，写全称", "名称"))
        .mut_arg("region_en", |arg| plain(arg, "地区的英文名 [默认：按拼音拟]", "名称"))
        .mut_arg("department", |arg| plain(arg, "部门：中文名称、其中几个字，或代号，如 教育局 或 education", "部门"))
        .mut_arg("agency", |arg| plain(arg, "机关的全称 [默认：地区加部门]", "名称"))
        .mut_arg("kind", |arg| {
            plain(arg, "清单的种类 [默认：powers-and-responsibilities（权责清单），乡镇是 township]", "种类")
        })
        .mut_arg("title", |arg| plain(arg, "标题 [默认：机关加种类]", "标题"))
        .mut_arg("published", |arg| plain(arg, "发布日期，如 2025-03-01", "日期"))
        .mut_arg("yes", |arg| arg.help("不提问；选项没有说到的用默认").help_heading(HEADING))
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
                "错误的显示方式：full 带原文和改法，concise 一行一个；写到标准输出、供程序读取的有 json（编辑器和自动检查）、github（GitHub 在改动的行上标注）、gitlab（GitLab 代码质量报告）、sarif（SARIF 2.1.0）、junit（JUnit 测试报告）[默认：full]",
                "方式",
            )
        })
        .mut_arg("show", |arg| {
            plain(
                arg,
                "只看某一代码的错误，全部列出，如 E012；可以写多次；all 列出全部 [默认：同样的错误列三处，其余计数]",
                "代码",
            )
        })
}

/// An argument without a value.
fn flag(arg: Arg, help: &'static str) -> Arg {
    arg.help(help).help_heading(HEADING)
}

/// An argument whose values and default are said in its help.
fn plain(arg: Arg, help: &'static str, value: &'static str) -> Arg {
    arg.help(help).value_name(value).help_heading(HEADING).hide_possible_values(true).hide_default_value(true)
}
