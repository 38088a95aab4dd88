//! Why Qingdan could not go on.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::words::{Message, MessageLang};

/// Qingdan could not go on, whatever the content says. Every variant names the path.
#[derive(Debug)]
pub enum Failure {
    /// There is no such folder, or it is none.
    NoContent {
        /// The folder looked for.
        path: PathBuf,
    },
    /// A file or folder could not be read.
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file that was named is not there.
    Missing {
        /// The file.
        path: PathBuf,
        /// The name of one beside it that may have been meant.
        near: Option<String>,
    },
    /// A file or folder of a site could not be written, renamed or removed.
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file could not be written where there is no site before; nothing is written then.
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// The folder for a new site holds something already.
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The output folder holds something that Qingdan did not make.
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// Where a file of the site is to be lies one that Qingdan did not make.
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// Some files of a site have taken their places and others have not.
    Halfway {
        /// The file that could not.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Another build is writing to the same place.
    Busy {
        /// The folder.
        path: PathBuf,
    },
    /// The output folder would contain, or be contained in, a folder that is read.
    Overlap {
        /// The output folder.
        path: PathBuf,
        /// The folder that is read.
        other: PathBuf,
    },
    /// There is no such list.
    NoList {
        /// The list as typed.
        list: String,
        /// One that may have been meant.
        near: Option<String>,
    },
    /// A workbook cannot be made or brought back.
    Workbook {
        /// The workbook, or a file of the list.
        path: PathBuf,
        /// What is wrong, and what to do.
        words: Message,
    },
    /// A template or a file of interface strings is wrong.
    Theme {
        /// The file of the theme.
        path: PathBuf,
        /// What is wrong, with line and column where known.
        message: String,
    },
    /// What was asked for cannot be done: a file that is no list or cannot be read as one, a question without an answer.
    Refused {
        /// What it is and what to do; it names the file where there is one.
        words: Message,
    },
    /// An option has a value that cannot be used.
    Option {
        /// The option as typed.
        option: &'static str,
        /// What is wrong with it.
        words: Message,
    },
}

impl Failure {
    /// For `map_err` after reading.
    pub fn read(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Failure {
        let path = path.as_ref().to_owned();
        move |error| Failure::Read { path, error }
    }

    /// For `map_err` after writing.
    pub fn write(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Failure {
        let path = path.as_ref().to_owned();
        move |error| Failure::Write { path, error }
    }

    /// For `map_err` after writing what is no part of a site.
    pub fn unwritten(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Failure {
        let path = path.as_ref().to_owned();
        move |error| Failure::Unwritten { path, error }
    }

    /// Where a write fails that a site is not touched by.
    #[must_use]
    pub fn nothing_written(self) -> Failure {
        match self {
            Failure::Write { path, error } => Failure::Unwritten { path, error },
            other => other,
        }
    }

    /// What happened and what to do.
    pub fn words(&self) -> Message {
        match self {
            Failure::NoContent { path } => Message::new(
                format!("没有内容目录 {}。请在含有 content 的目录里运行，或用 --content 指定。", shown(path)),
                format!(
                    "there is no content folder {}; run in a folder that has one, or name it with --content",
                    shown(path)
                ),
            ),
            Failure::Read { path, error } => unread(path, error),
            Failure::Missing { path, near } => {
                let (zh, en) = near.as_ref().map_or_else(Default::default, |near| {
                    (format!("；是不是 {near}？"), format!("; did you mean {near}?"))
                });
                Message::new(format!("找不到文件 {}{zh}", shown(path)), format!("there is no file {}{en}", shown(path)))
            }
            Failure::Write { path, error } => {
                let error = system(error);
                Message::new(
                    format!("无法写入 {}：{}。原有网站未改动。", shown(path), error.zh),
                    format!("cannot write {}: {}; the old site is as it was", shown(path), error.en),
                )
            }
            Failure::Unwritten { path, error } => {
                let error = system(error);
                Message::new(
                    format!("无法写入 {}：{}。没有写任何文件。", shown(path), error.zh),
                    format!("cannot write {}: {}; nothing was written", shown(path), error.en),
                )
            }
            Failure::NotEmpty { path } => Message::new(
                format!(
                    "{} 已经存在，而且不是空文件夹，里面的东西不会动。请换一个名称，或到里面用 qingdan new list 添一份清单。",
                    shown(path)
                ),
                format!(
                    "{} is there already and is not an empty folder; it is left as it is. Choose another name, or add a list inside it with `qingdan new list`",
                    shown(path)
                ),
            ),
            Failure::NotOurs { path } => Message::new(
                format!(
                    "{} 里有不是清单（qingdan）生成的文件，不会替换它。请用 --output 指定别的目录，或先清空。",
                    shown(path)
                ),
                format!(
                    "{} holds files that Qingdan did not make and is not replaced; name another folder with --output, or empty it",
                    shown(path)
                ),
            ),
            Failure::Foreign { path } => Message::new(
                format!(
                    "{} 不是清单（qingdan）生成的，而网站要在这里写文件；没有写任何文件，原有网站未改动。请把它移走；要由网站发布的文件，放进 content/static/。",
                    shown(path)
                ),
                format!(
                    "{} was not made by Qingdan, and the site needs its place; nothing was written, the old site is as it was. Move it away, or put what the site is to publish into content/static/",
                    shown(path)
                ),
            ),
            Failure::Halfway { path, error } => {
                let error = system(error);
                Message::new(
                    format!(
                        "无法写入 {}：{}。网站只更新了一部分；排除原因后再运行一次 qingdan build，会接着做完。",
                        shown(path),
                        error.zh
                    ),
                    format!(
                        "cannot write {}: {}; only a part of the site is new. Mend the cause and run `qingdan build` again, which completes it",
                        shown(path),
                        error.en
                    ),
                )
            }
            Failure::Busy { path } => Message::new(
                format!("另一个构建正在写入 {}，请等它结束。", shown(path)),
                format!("another build is writing to {}; wait for it to end", shown(path)),
            ),
            Failure::Overlap { path, other } => Message::new(
                format!("输出目录 {} 与 {} 重叠，请用 --output 指定别的目录。", shown(path), shown(other)),
                format!("the output folder {} overlaps with {}; name another with --output", shown(path), shown(other)),
            ),
            Failure::NoList { list, near } => {
                let (zh, en) = match near {
                    Some(near) => (format!("是不是 {near}？"), format!("did you mean {near}?")),
                    None => (
                        "写清单的编号，也就是 content/lists 里文件夹或文件的名字".to_owned(),
                        "name it by its id, which is the name of its folder or file in content/lists".to_owned(),
                    ),
                };
                Message::new(format!("没有清单 {list}；{zh}"), format!("there is no list {list}; {en}"))
            }
            Failure::Workbook { path, words } => {
                Message::new(format!("{}：{}", shown(path), words.zh), format!("{}: {}", shown(path), words.en))
            }
            Failure::Theme { path, message } => Message::new(
                format!("主题文件 {} 有误：{message}", shown(path)),
                format!("the theme file {} is wrong: {message}", shown(path)),
            ),
            Failure::Refused { words } => words.clone(),
            Failure::Option { option, words } => {
                Message::new(format!("{option}：{}", words.zh), format!("{option}: {}", words.en))
            }
        }
    }
}

/// A path as a message names it: of one that is longer than anybody reads, the beginning and the end.
fn shown(path: &Path) -> String {
    const LONGEST: usize = 400;
    let path = path.display().to_string();
    let characters = path.chars().count();
    if characters <= LONGEST {
        return path;
    }
    let beginning: String = path.chars().take(LONGEST / 2).collect();
    let end: String = path.chars().skip(characters - LONGEST / 2).collect();
    format!("{beginning}…{end}")
}

fn unread(path: &Path, error: &io::Error) -> Message {
    if error.kind() == io::ErrorKind::NotFound {
        return Message::new(format!("找不到文件 {}", shown(path)), format!("there is no file {}", shown(path)));
    }
    let error = system(error);
    Message::new(
        format!("无法读取 {}：{}", shown(path), error.zh),
        format!("cannot read {}: {}", shown(path), error.en),
    )
}

/// What the system says, in words where it is one of the usual reasons.
fn system(error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => Message::new("没有这个文件或文件夹", "there is no such file or folder"),
        io::ErrorKind::PermissionDenied => Message::new("没有权限", "permission denied"),
        io::ErrorKind::IsADirectory => Message::new("这是文件夹，不是文件", "it is a folder, not a file"),
        io::ErrorKind::NotADirectory => {
            Message::new("路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder")
        }
        io::ErrorKind::ReadOnlyFilesystem => Message::new("磁盘只读", "the disk is read-only"),
        io::ErrorKind::QuotaExceeded => Message::new("磁盘配额已用完", "the disk quota is used up"),
        io::ErrorKind::InvalidFilename => {
            Message::new("文件名太长或有不允许的字符", "the name is too long or has characters that it may not have")
        }
        io::ErrorKind::StorageFull => Message::new("磁盘已满", "the disk is full"),
        _ => Message::new(error.to_string(), error.to_string()),
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words().say(MessageLang::En))
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::shown;

    #[test]
    fn a_path_without_end_is_named_by_its_ends() {
        let deep = format!("content/{}a.yaml", "一/".repeat(1_000));
        let told = shown(Path::new(&deep));
        assert_eq!(told.chars().count(), 401);
        assert!(told.starts_with("content/一/一/") && told.ends_with("/一/a.yaml") && told.contains('…'), "{told}");
        let usual = "content/lists/jize-qts/duties.yaml";
        assert_eq!(shown(Path::new(usual)), usual);
    }
}
