"""The wheel and the archive: made of the release program, installed where there is no compiler, and run, by hand and by the
shell of the templates."""

import hashlib
import os
import sys
import tarfile
import tempfile
import venv
import zipfile
from email.parser import Parser
from pathlib import Path

import errands
from common import ROOT, run

# What the program is compiled with: the release program of the first command of the README, so that nothing is compiled
# twice. A release is compiled with `dist` and with Parquet files, as pyproject.toml and docs/releasing.md say.
AS_COMPILED = ["--release", "--features", ""]
CONTENT = ROOT / "tests/sites/forms/content"
# A machine without a compiler, and without anything else that is not in the wheel.
BARE = {"PATH": "/usr/bin:/bin", "LANG": "C"}


def version() -> str:
    lines = (ROOT / "Cargo.toml").read_text(encoding="utf-8").splitlines()
    return next(line.split('"')[1] for line in lines if line.startswith("version = "))


def read(wheel: Path) -> None:
    """Holds what is written in the wheel against the repository."""
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        info = f"qingdan-{version()}.dist-info"
        metadata = Parser().parsestr(packed.read(f"{info}/METADATA").decode())
        for licence in ("LICENSE-MIT", "LICENSE-APACHE", "src/register/NOTICE.md"):
            assert packed.read(f"{info}/licenses/{licence}") == (ROOT / licence).read_bytes(), f"{wheel} lacks {licence}"
    assert metadata["Version"] == version(), metadata["Version"]
    assert metadata["License-Expression"] == "MIT OR Apache-2.0", metadata["License-Expression"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").strip()
    assert metadata.get_payload().strip() == readme, "the long description is not the README"
    programs = [name for name in names if ".data/scripts/" in name]
    assert len(programs) == 1, programs


def tried(program: Path, folder: Path) -> None:
    """Holds an installed program to what it is for."""
    said = run(program, "--version", env=BARE).stdout.strip()
    assert said == f"qingdan {version()}", said
    run(program, "check", "--content", CONTENT, env=BARE)
    run(program, "build", "--content", CONTENT, "--output", folder / "site", env=BARE)
    assert (folder / "site/index.html").is_file()


def installed(wheel: Path, folder: Path) -> Path:
    """Installs a wheel into an environment, from nowhere else, and says where the program is."""
    options = ["--no-index", "--disable-pip-version-check", "--quiet", "--force-reinstall"]
    run(folder / "bin/pip", "install", *options, wheel)
    return folder / "bin/qingdan"


def another(wheel: Path, folder: Path) -> Path:
    """A copy of the wheel with a program in it that does nothing."""
    copy = folder / wheel.name
    folder.mkdir()
    with zipfile.ZipFile(wheel) as packed, zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as out:
        for entry in packed.infolist():
            program = ".data/scripts/" in entry.filename
            out.writestr(entry, b"#!/bin/sh\n" if program else packed.read(entry))
    return copy


def archive(wheel: Path, folder: Path) -> Path:
    """Packs the archive of a release and holds it: one folder with program and licences, the same bytes each time."""
    pack = [sys.executable, "-B", ROOT / "ci/archive.py", wheel, "x86_64-unknown-linux-gnu"]
    first, second = (Path(run(*pack, folder / name).stdout.strip()) for name in ("first", "second"))
    assert first.name == f"qingdan-{version()}-x86_64-unknown-linux-gnu.tar.gz", first.name
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)]
    assert sums[0] == sums[1], "the same wheel gave two archives"
    with tarfile.open(first) as packed:
        packed.extractall(folder, filter="data")
    inside = folder / first.name.removesuffix(".tar.gz")
    names = sorted(path.name for path in inside.iterdir())
    assert names == ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE.md", "README.md", "qingdan"], names
    assert run(inside / "qingdan", "--version", env=BARE).stdout.strip() == f"qingdan {version()}"
    windows = Path(run(*pack[:-1], "x86_64-pc-windows-msvc", folder).stdout.strip())
    with zipfile.ZipFile(windows) as packed:
        assert packed.testzip() is None and len(packed.namelist()) == 5, packed.namelist()
    return first


def hold(tools: Path) -> str:
    tools_bin = tools / "venv/bin"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = {"PATH": f"{tools_bin}:{os.environ['PATH']}"}
        run(tools_bin / "maturin", "build", "--locked", *AS_COMPILED, "--out", folder / "dist", env=path)
        wheel = next((folder / "dist").glob("*.whl"))
        read(wheel)
        venv.create(folder / "pip", with_pip=True)
        tried(installed(wheel, folder / "pip"), folder)
        errands.run_all(wheel, archive(wheel, folder), folder / "pip")
        homes = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "pipx-bin"), "PIPX_MAN_DIR": str(folder)}
        said = run(tools_bin / "pipx", "run", "--spec", wheel, "qingdan", "--version", env=homes).stdout.strip()
        assert said == f"qingdan {version()}", said
        try:
            tried(installed(another(wheel, folder / "another"), folder / "pip"), folder)
        except AssertionError:
            return f"{wheel.name} with pip and pipx, its archive, the templates with them; one that does nothing is refused"
        raise AssertionError("a wheel whose program does nothing was accepted")
