#!/usr/bin/env python3
"""Packs the program of a wheel with its licences: `archive.py <wheel> <target> <folder>`.

The archive holds one folder, `qingdan-<version>-<target>`, with the program, the licences and the README; a `.zip` for
Windows, else a `.tar.gz`. The same wheel gives the same bytes: nothing in it depends on the clock or the machine.
"""

import gzip
import io
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BESIDE = {
    "LICENSE-APACHE": ROOT / "LICENSE-APACHE",
    "LICENSE-MIT": ROOT / "LICENSE-MIT",
    "NOTICE.md": ROOT / "src/register/NOTICE.md",
    "README.md": ROOT / "README.md",
}
# The first day that a zip can name.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def program(wheel: Path) -> tuple[str, bytes]:
    """Name and bytes of the program that a wheel installs."""
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if ".data/scripts/" in name]
        if len(names) != 1:
            raise SystemExit(f"{wheel}: one program is expected, found {names}")
        return names[0].rsplit("/", 1)[1], packed.read(names[0])


def tar(folder: str, files: dict[str, tuple[int, bytes]]) -> bytes:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, (mode, content) in sorted(files.items()):
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mode = len(content), mode
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(plain.getvalue(), mtime=0)


def zipped(folder: str, files: dict[str, tuple[int, bytes]]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (mode, content) in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, (0o100000 | mode) << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def main(wheel: Path, target: str, out: Path) -> Path:
    """Writes the archive and says where."""
    name, content = program(wheel)
    folder = f"qingdan-{wheel.name.split('-')[1]}-{target}"
    files = {beside: (0o644, path.read_bytes()) for beside, path in BESIDE.items()}
    files[name] = (0o755, content)
    windows = "windows" in target
    path = out / (folder + (".zip" if windows else ".tar.gz"))
    out.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zipped(folder, files) if windows else tar(folder, files))
    return path


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    print(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
