"""The package of the source: all that the sources include is in it, and little else."""

import re
from pathlib import Path

from common import ROOT, run

# Files of the sources that name another file: `include_str!("x")`, `include_bytes!("x")`, `include_dir!("$…/x")`.
INCLUDE = re.compile(r'include_(str|bytes|dir)!\(\s*"([^"]+)"')


def wanted(file: Path) -> list[str]:
    """What a source file includes, from the root of the repository; of a folder, every file."""
    names = []
    for kind, name in INCLUDE.findall(file.read_text(encoding="utf-8")):
        base = ROOT if name.startswith("$CARGO_MANIFEST_DIR/") else file.parent
        path = (base / name.removeprefix("$CARGO_MANIFEST_DIR/")).resolve()
        found = path.rglob("*") if kind == "dir" else [path]
        names += [part.relative_to(ROOT).as_posix() for part in found if not part.is_dir()]
    return names


def lacking(packed: set[str]) -> list[str]:
    sources = [name for name in packed if name.startswith("src/") and name.endswith(".rs")]
    beside = {path.relative_to(ROOT).as_posix() for path in (ROOT / "src").rglob("*") if path.is_file()}
    every = {name for source in sources for name in wanted(ROOT / source)} | beside
    return sorted(name for name in every if name not in packed)


def hold(tools: Path) -> str:
    packed = set(run("cargo", "package", "--locked", "--allow-dirty", "--list").stdout.splitlines())
    faults = lacking(packed)
    assert not faults, f"the package lacks {faults}"
    for name in ("themes/default/strings/zh.yaml", "src/register/regions.csv", "src/cli/mod.rs"):
        assert lacking(packed - {name}) == [name], f"a package without {name} was accepted"
    for name in ("README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "Cargo.lock", "build.rs"):
        assert name in packed, f"the package lacks {name}"
    # Of the documentation the schemas alone: `new` writes them beside the content.
    roots = ("tests/", "content/", "output/", "benches/", "docs/")
    strays = sorted(name for name in packed if name.startswith(roots) and not name.startswith("docs/schema/"))
    assert not strays, f"the package has {strays[:5]}"
    run("cargo", "package", "--locked", "--allow-dirty", "--no-verify")
    crates = sorted((ROOT / "target/package").glob("qingdan-*.crate"), key=lambda path: path.stat().st_mtime)
    size = crates[-1].stat().st_size
    # What the registry of packages takes at most is 10 MB.
    assert size < 5_000_000, f"the package is {size} bytes long"
    return f"{len(packed)} files, {size / 1e6:.1f} MB, 3 planted gaps found"
