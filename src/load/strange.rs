//! A file of the content folder that is not read in, what is wrong with it and what to do out.

use std::path::Path;

use crate::diag::{Diagnostic, FileId, Message, Place};

use super::bytes::Bytes;
use super::codes::{PASSED_OVER, UNKNOWN_FILE, UNREADABLE_FILE};
use super::layout::{FileKind, Meant};

/// The fault of a file by its place, its name and what the system says of it; `None` where its bytes can be read.
pub(super) fn fault(bytes: &Bytes, id: FileId, path: &Path, kind: &FileKind) -> Option<Diagnostic> {
    match kind {
        FileKind::PassedOver(meant) => return Some(passed_over(id, path, meant)),
        FileKind::Stray(meant) => return Some(stray(id, meant.as_deref())),
        FileKind::Misnamed(meant) => return Some(misnamed(id, meant)),
        FileKind::Unreadable(name) => return Some(not_utf8(id, name)),
        _ => {}
    }
    match bytes {
        Bytes::Of(_) => None,
        Bytes::Folder => Some(folder(id)),
        Bytes::Special => Some(unreadable(
            id,
            Message::new(
                "这不是普通文件，而是管道、套接字或设备",
                "this is no plain file, but a pipe, a socket or a device",
            ),
            Message::new("删去它，换成普通文件", "take it away, and put a plain file in its place"),
        )),
        Bytes::Dangling => Some(unreadable(
            id,
            Message::new(
                "这是一个链接，指向的文件不存在",
                "this is a link, and the file that it leads to is not there",
            ),
            Message::new(
                "改正链接，或换成文件本身；不用的删去",
                "correct the link, or put the file in its place; take it away if nobody needs it",
            ),
        )),
        Bytes::Huge(length) => Some(unreadable(
            id,
            Message::new(
                format!("文件有 {} MB，太大了：表格最多 64 MB，别的最多 24 MB", length >> 20),
                format!("the file has {} MB, and may have 24 MB, or 64 MB if it is a table", length >> 20),
            ),
            Message::new(
                "放错了的移走；清单太大的分成几份",
                "move it away if it is here by mistake; split a list that is too large",
            ),
        )),
        Bytes::Refused(reason) => Some(unreadable(
            id,
            Message::new(format!("读不了这个文件：{reason}"), format!("this file cannot be read: {reason}")),
            Message::new("检查文件的权限和磁盘", "look at its permissions and at the disk"),
        )),
    }
}

fn unreadable(id: FileId, message: Message, help: Message) -> Diagnostic {
    Diagnostic::error(&UNREADABLE_FILE, Place::file(id), message).help(help)
}

fn misnamed(id: FileId, name: &str) -> Diagnostic {
    let message = Message::new("文件的扩展名不对，没有读入", "the ending of this file is wrong, and it is not read");
    let help = Message::new(
        format!("是不是 `{name}`？改名即可（Windows 里先打开“查看 → 文件扩展名”）"),
        format!("did you mean `{name}`? rename it (in Windows turn on View, File name extensions first)"),
    );
    Diagnostic::error(&UNKNOWN_FILE, Place::file(id), message).help(help)
}

pub(super) fn not_utf8(id: FileId, name: &str) -> Diagnostic {
    let message = Message::new(
        format!("文件名不是 UTF-8，按 GBK 读是 `{name}`"),
        format!("the name of this file is not UTF-8; read as GBK it is `{name}`"),
    );
    let help = Message::new(
        "改名；解压 Windows 的压缩包时选 GBK 编码（如 unzip -O GBK）",
        "rename it; an archive of Windows is unpacked with its names in GBK, as by `unzip -O GBK`",
    );
    Diagnostic::error(&UNKNOWN_FILE, Place::file(id), message).help(help)
}

pub(super) fn stray(id: FileId, meant: Option<&str>) -> Diagnostic {
    let message = Message::new("内容目录里没有这个文件的位置", "the content folder has no place for this file");
    let help = match meant {
        Some(path) if path.contains('/') => {
            Message::new(format!("是不是 `{path}`？移过去即可"), format!("did you mean `{path}`? move it there"))
        }
        Some(name) => Message::new(format!("是不是 `{name}`？改名即可"), format!("did you mean `{name}`? rename it")),
        None => Message::new(
            "改名或移动到 docs/data-format.md 所列的位置",
            "rename or move it to a place that docs/data-format.md lists",
        ),
    };
    Diagnostic::error(&UNKNOWN_FILE, Place::file(id), message).help(help)
}

fn folder(id: FileId) -> Diagnostic {
    let message = Message::new("这是一个文件夹，这里要的是文件", "this is a folder; a file is wanted here");
    let help = Message::new(
        "里面如有同名的文件，把它移出来；文件夹改名或删去",
        "if the file lies inside, move it out; rename the folder or take it away",
    );
    Diagnostic::error(&UNKNOWN_FILE, Place::file(id), message).help(help)
}

fn passed_over(id: FileId, path: &Path, meant: &Meant) -> Diagnostic {
    let message = Message::new("这个文件没有读入", "this file is not read");
    let path = path.display();
    let help = match meant {
        Meant::Table => Message::new(
            format!("用 `qingdan import {path}` 把它转成清单；只留作底稿的，移到 content 以外"),
            format!(
                "turn it into a list with `qingdan import {path}`; if it is kept for reference, move it out of the content"
            ),
        ),
        Meant::Copy(name) => Message::new(
            format!("是不是 `{name}`？改名即可；只留作底稿的，移到 content 以外"),
            format!("did you mean `{name}`? rename it; if it is kept for reference, move it out of the content"),
        ),
        Meant::Document => Message::new(
            "在 Word 或 WPS 里另存为 .docx，再用 `qingdan import` 转成清单；只留作底稿的，移到 content 以外",
            "save it as .docx in Word or WPS and turn that into a list with `qingdan import`; if it is kept for reference, move it out of the content",
        ),
    };
    Diagnostic::warning(&PASSED_OVER, Place::file(id), message).help(help)
}
