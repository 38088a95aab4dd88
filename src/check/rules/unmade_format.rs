//! Data that `site.yaml` chooses and that cannot be made.

use crate::check::traverse::site;
use crate::diag::{Code, Diagnostic, Message, Sink, Trail};
use crate::model::{DataFormat, Model};

use super::Rule;

static CODE: Code = Code {
    id: "E068",
    name: "unmade-format",
    what: ["选了却做不出的数据格式", "a form of data that is chosen and cannot be made"],
    why: [
        "选了的格式没有做出来，读者和程序就找不到它：zip 只打包别的格式的文件；Parquet 要用带 Parquet 的程序来写。",
        "Who looks for the form finds nothing: a zip only packs files of other forms, and Parquet needs a program that \
         was compiled with it.",
    ],
    fix: [
        "zip 之外再选至少一种格式；要 Parquet，用发布的安装包或压缩包里的程序；不需要就从 site 里删去。",
        "Choose another form beside `zip`; for Parquet use the program of a release; or take the word out of `site`.",
    ],
    example: "data: {site: [zip]}",
};

pub(super) const RULE: Rule = Rule { code: &CODE, run };

fn run(model: &Model, sink: &mut Sink) {
    let chosen = model.site.data.as_ref().and_then(|data| data.site.as_deref()).unwrap_or_default();
    let unmade = |format: DataFormat| match format {
        DataFormat::Archive if chosen.iter().all(|other| *other == DataFormat::Archive) => {
            Some(Message::new("zip 里没有可打包的文件：没有选别的格式", "a zip of nothing: no other form is chosen"))
        }
        DataFormat::Parquet | DataFormat::ParquetPartitioned if !cfg!(feature = "parquet") => {
            Some(Message::new("本程序不能写 Parquet", "this program cannot write Parquet"))
        }
        _ => None,
    };
    for (index, format) in chosen.iter().enumerate() {
        if let Some(message) = unmade(*format) {
            let place = site(model, &Trail::Root.key("data").key("site").index(index));
            let help = Message::new(
                format!("删去 {}，或照 qingdan explain {} 所说补上", format.as_str(), CODE.id),
                format!("remove {}, or see `qingdan explain {}`", format.as_str(), CODE.id),
            );
            sink.push(Diagnostic::warning(&CODE, place, message).help(help));
        }
    }
}
