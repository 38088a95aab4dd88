//! A folder in; whether it, or something in it, is mounted anywhere, out: then it must stay the folder it is.

#![cfg_attr(target_os = "linux", expect(clippy::disallowed_methods, reason = "what is mounted stands in files"))]

use std::path::Path;

/// Whether a mount holds on to the folder: it is the root of one, one lies below it, or one shows it elsewhere, say in a
/// container that is running. Nobody could see another folder that took its place.
#[cfg(target_os = "linux")]
pub(super) fn hold(folder: &Path) -> bool {
    let read = |process: &str| std::fs::read(format!("/proc/{process}/mountinfo")).unwrap_or_default();
    let own = mounts(&read("self"));
    // Of two mounts at one place the later covers the earlier.
    let around = own.iter().filter(|mount| folder.starts_with(&mount.point)).max_by_key(|m| m.point.as_os_str().len());
    let Some(around) = around else { return false };
    if own.iter().any(|mount| mount.point.starts_with(folder)) {
        return true;
    }
    let Ok(rest) = folder.strip_prefix(&around.point) else { return false };
    let within = around.root.join(rest);
    let shows = |mount: &Mount| mount.device == around.device && mount.root.starts_with(&within);
    if own.iter().any(shows) {
        return true;
    }
    let Ok(entries) = std::fs::read_dir("/proc") else { return false };
    let mut seen = std::collections::HashSet::new();
    entries.flatten().any(|entry| {
        let name = entry.file_name();
        let process = name.to_str().filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()));
        let bytes = process.map(read).unwrap_or_default();
        // Most processes see the same mounts.
        seen.insert(bytes.clone()) && mounts(&bytes).iter().any(shows)
    })
}

#[cfg(not(target_os = "linux"))]
pub(super) fn hold(_: &Path) -> bool {
    false
}

#[cfg(target_os = "linux")]
struct Mount {
    device: Vec<u8>,
    /// What of the file system is shown.
    root: std::path::PathBuf,
    /// Where.
    point: std::path::PathBuf,
}

/// The lines of a `mountinfo`: number, number above, device, root, point and more.
#[cfg(target_os = "linux")]
fn mounts(text: &[u8]) -> Vec<Mount> {
    let of_line = |line: &[u8]| {
        let mut fields = line.split(|byte| *byte == b' ').skip(2);
        let device = fields.next()?.to_vec();
        let root = fields.next()?;
        // The folder is gone, and its name may be another's by now.
        let gone = root.ends_with(b"//deleted");
        let mount = Mount { device, root: path(root), point: path(fields.next()?) };
        (!gone).then_some(mount)
    };
    text.split(|byte| *byte == b'\n').filter_map(of_line).collect()
}

/// A path in which blanks and the like stand as a backslash and three octal digits.
#[cfg(target_os = "linux")]
fn path(escaped: &[u8]) -> std::path::PathBuf {
    use std::os::unix::ffi::OsStringExt;
    let mut bytes = Vec::with_capacity(escaped.len());
    let mut at = 0;
    while at < escaped.len() {
        let octal = escaped.get(at + 1..at + 4).and_then(|digits| str::from_utf8(digits).ok());
        let octal = octal.and_then(|digits| u8::from_str_radix(digits, 8).ok());
        match octal.filter(|_| escaped[at] == b'\\') {
            Some(byte) => {
                bytes.push(byte);
                at += 4;
            }
            None => {
                bytes.push(escaped[at]);
                at += 1;
            }
        }
    }
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;

    use super::mounts;

    #[test]
    fn reads_mounts() {
        let text = b"29 1 8:1 / / rw - ext4 /dev/sda1 rw\n30 29 8:1 /srv/a\\040b /mnt/\\345\\205\\254 rw - ext4 x rw\n\
                     31 29 8:1 /x//deleted /y rw - ext4 x rw\nnonsense\n";
        let read = mounts(text);
        assert_eq!(read.len(), 2);
        assert_eq!((&*read[1].root, &*read[1].point), (Path::new("/srv/a b"), Path::new("/mnt/公")));
        assert_eq!(read[1].device, b"8:1");
    }
}
