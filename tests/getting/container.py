"""The file of the container: read by a parser of such files, held to a user who is not root and to all that the program is
built from; built and run where an engine runs."""

import json
import re
import shutil
import tempfile
from pathlib import Path

from common import ROOT, run

PLANTED = [
    ("USER 65532:65532", ""),
    ("USER 65532:65532", "USER root"),
    ("COPY --from=build", "COPY --from=built"),
    ("WORKDIR /site", "WORKDIRECTORY /site"),
    ('ENTRYPOINT ["/qingdan"]', "ENTRYPOINT /qingdan"),
    ("--locked", ""),
    ("rust:1.95-slim-bookworm", "rust:latest"),
]


def refused(path: Path, tools: Path) -> list[str]:
    """What is wrong with the file."""
    done = run("node", ROOT / "tests/getting/container.mjs", tools, path, expected=None)
    faults = done.stdout.splitlines() if done.returncode else []
    from dockerfile_parse import DockerfileParser

    with tempfile.TemporaryDirectory() as folder:
        # The parser takes one name alone.
        shutil.copy(path, Path(folder) / "Dockerfile")
        parser = DockerfileParser(folder)
        steps, images = parser.structure, parser.parent_images
    stages = [step["value"].split() for step in steps if step["instruction"] == "FROM"]
    names = [stage[2] for stage in stages if len(stage) == 3]
    last = max(index for index, step in enumerate(steps) if step["instruction"] == "FROM")
    users = [step["value"] for step in steps[last:] if step["instruction"] == "USER"]
    if not users or users[-1].split(":")[0] in ("root", "0"):
        faults.append("the image runs as root")
    for step in steps[last:]:
        # An image from scratch has no shell that could read a line.
        if step["instruction"] in ("CMD", "ENTRYPOINT") and not step["value"].startswith('["'):
            faults.append(f"{step['instruction']} asks for a shell")
    for step in steps:
        origin = re.search(r"--from=(\S+)", step["value"])
        if step["instruction"] == "COPY" and origin and origin[1] not in names:
            faults.append(f"there is no stage {origin[1]}")
        if "cargo build" in step["value"] and "--locked" not in step["value"]:
            faults.append("the build does not keep to Cargo.lock")
    for image in images:
        if image != "scratch" and (":" not in image or image.endswith(":latest")):
            faults.append(f"{image} names no version")
    return faults


def ignored(name: str) -> bool:
    """Whether the build of the image does not see a file."""
    rules = (ROOT / ".containerignore").read_text(encoding="utf-8").splitlines()
    kept = [rule[1:].strip("/") for rule in rules if rule.startswith("!")]
    assert "*" in rules, ".containerignore begins with nothing"
    return not any(name == rule or name.startswith(rule + "/") for rule in kept)


def hold(tools: Path) -> str:
    file = ROOT / "Containerfile"
    faults = refused(file, tools)
    assert not faults, faults
    with tempfile.TemporaryDirectory() as folder:
        for good, bad in PLANTED:
            text = file.read_text(encoding="utf-8")
            assert good in text, f"Containerfile has no {good}"
            path = Path(folder) / "Containerfile"
            path.write_text(text.replace(good, bad, 1), encoding="utf-8")
            assert refused(path, tools), f"Containerfile was accepted with {bad!r} for {good!r}"
    assert (ROOT / ".containerignore").read_bytes() == (ROOT / ".dockerignore").read_bytes(), "engines read either"
    metadata = json.loads(run("cargo", "metadata", "--locked", "--no-deps", "--format-version", "1").stdout)
    targets = [Path(target["src_path"]).relative_to(ROOT).as_posix() for target in metadata["packages"][0]["targets"]]
    packed = run("cargo", "package", "--locked", "--allow-dirty", "--list").stdout.splitlines()
    sources = [name for name in packed if name.startswith(("src/", "themes/", "ci/")) or name in ("Cargo.toml", "Cargo.lock")]
    unseen = [name for name in [*targets, *sources, "LICENSE-MIT", "LICENSE-APACHE"] if ignored(name)]
    assert not unseen, f"the build of the image does not see {unseen}"
    return f"read, {len(PLANTED)} planted faults refused; {build()}"


def build() -> str:
    """Builds and runs the image where an engine runs."""
    for engine in ("docker", "podman"):
        if not shutil.which(engine) or run(engine, "info", expected=None).returncode:
            continue
        run(engine, "build", "--file", "Containerfile", "--tag", "qingdan-test", ".")
        version = run(engine, "run", "--rm", "qingdan-test", "--version").stdout.strip()
        content = f"{ROOT}/tests/sites/forms/content:/site/content:ro"
        run(engine, "run", "--rm", "--read-only", "--network", "none", "--volume", content, "qingdan-test", "check")
        user = run(engine, "image", "inspect", "--format", "{{.Config.User}}", "qingdan-test").stdout.strip()
        assert user == "65532:65532", user
        return f"built and run with {engine}: {version}"
    return "\n!! SKIPPED: the image was not built, no engine for containers runs here"
