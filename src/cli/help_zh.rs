//! The command line's help in Chinese, laid over the English one.

use clap::Command;

const EXAMPLES: &str = "\
例子：
  qingdan check                     检查内容，不写任何文件
  qingdan build                     读 content/，在 output/ 生成网站
  qingdan build --base-url https://www.example.gov.cn/zwgk/lists/
                                    为门户网站的一个目录生成
  qingdan explain E012              说明一种错误的含义和改法

退出码：0 没有问题，1 内容有错（不写任何文件），2 无法运行。";

/// Replaces the help of every command and argument.
pub(super) fn translate(command: Command) -> Command {
    let template = "{before-help}{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";
    command
        .about("把政府责任清单发布为网站和开放数据")
        .long_about("读取 content 文件夹里的 YAML 文件，逐项检查，生成中英文网站，并以 CSV、JSON 公布同样的数据。")
        .after_help(EXAMPLES)
        .subcommand_help_heading("命令")
        .next_help_heading("选项")
        .help_template(template)
        .mut_arg("lang", |arg| arg.help("消息和帮助的语言 [默认：系统是中文则中文，否则英文]").help_heading("选项"))
        .mut_subcommand("build", |command| {
            common(command.help_template(template))
                .about("生成网站：检查内容，渲染页面，写出数据，换上新网站")
                .long_about("先在输出目录旁边的临时目录里生成，最后一次换上。内容有错或中途停止，原有网站保持原样。")
                .mut_arg("output", |arg| {
                    arg.help("网站的输出目录；只替换空目录或由本程序生成的目录").help_heading("选项")
                })
        })
        .mut_subcommand("check", |command| {
            common(command.help_template(template))
                .about("检查内容，不写任何文件")
                .long_about("找出构建时会发现的全部错误：键和值写错、引用落空、缺少译文、页面之间的死链接。")
        })
        .mut_subcommand("explain", |command| {
            command
                .help_template(template)
                .about("说明一种错误的含义、为什么要紧、怎样改")
                .mut_arg("code", |arg| arg.help("错误代码，如 E012；不写则列出全部代码").help_heading("选项"))
        })
}

fn common(command: Command) -> Command {
    command
        .mut_arg("content", |arg| arg.help("内容目录").help_heading("选项"))
        .mut_arg("theme", |arg| {
            arg.help("主题：default，或 themes 里的一个目录，其中的文件替换默认主题的同名文件").help_heading("选项")
        })
        .mut_arg("base_url", |arg| {
            arg.help("网站将来的网址，如 https://www.example.gov.cn/lists/；优先于 site.yaml 的 base_url")
                .help_heading("选项")
        })
        .mut_arg("jobs", |arg| arg.help("使用几个线程 [默认：与处理器数目相同]").help_heading("选项"))
        .mut_arg("format", |arg| arg.help("错误的显示方式").help_heading("选项"))
}
