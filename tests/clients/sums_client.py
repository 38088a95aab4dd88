"""sha256sum and unzip, as Python has them: every file is the one that the checksums and the zip name."""

import hashlib
import zipfile
from pathlib import Path

NAME = "checksums and zip"


def check(data: Path) -> str:
    lines = [line.split("  ", 1) for line in (data / "SHA256SUMS").read_text("utf-8").splitlines()]
    for checksum, name in lines:
        assert (data / name).is_file(), f"{name} is missing"
        assert hashlib.sha256((data / name).read_bytes()).hexdigest() == checksum, f"{name} is another file"
    named = {name for _, name in lines} | {"SHA256SUMS"}
    left = {file.name for file in data.iterdir()} - named
    assert not left, f"{left} without a checksum"
    with zipfile.ZipFile(data / "qingdan.zip") as archive:
        assert archive.testzip() is None, "a file of the zip is damaged"
        for name in set(archive.namelist()) - {"SHA256SUMS"}:
            assert archive.read(name) == (data / name).read_bytes(), f"{name} of the zip is another file"
        return f"{len(lines)} files, {len(archive.namelist())} in the zip"


def changed_byte(data: Path) -> None:
    """a file that was changed after it was published"""
    path = data / "duties.json"
    path.write_bytes(path.read_bytes().replace(b"1", b"2", 1))


def one_more(data: Path) -> None:
    """a file without a checksum"""
    (data / "more.csv").write_text("id\r\n")


def faults(_: Path) -> list:
    return [changed_byte, one_more]
