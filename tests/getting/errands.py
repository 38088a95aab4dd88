"""The shell of the templates and of the action, run as GitHub, GitLab and Gitee run it, on content without a fault and with
one: what fails, what is written, what stands in the log."""

import json
import os
import shutil
import tempfile
from pathlib import Path

from common import ROOT, run
from templates import load

BASE = ROOT / "tests/rules/base"


def repository(folder: Path, faulty: bool) -> Path:
    """A repository with a small content."""
    shutil.copytree(BASE, folder / "content")
    (folder / ".git").mkdir()
    if faulty:
        duties = folder / "content/lists/shiqiao-market/duties.yaml"
        text = duties.read_text(encoding="utf-8")
        duties.write_text(text.replace("offices: [quality]", "offices: [qualty]", 1), encoding="utf-8")
    return folder


def python(folder: Path, environment: Path) -> Path:
    """A folder with a `python3` that, asked for an environment, hands out one in which the wheel is installed already: to
    make one takes longer than all the rest, and is tried with the wheel itself."""
    shim = folder / "python3"
    shim.write_text(
        f"""#!/usr/bin/env bash
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$(dirname "${{@: -1}}")"
    exec ln -sfn "{environment}" "${{@: -1}}"
fi
exec "{environment}/bin/python3" "$@"
"""
    )
    shim.chmod(0o755)
    return folder


def shell(script: str, folder: Path, env: dict[str, str], expected: int) -> str:
    """Runs a script as the hosts do: it ends where a command fails. Hands back the standard output."""
    return run("bash", "-eo", "pipefail", "-c", script, cwd=folder, env=env, expected=expected).stdout


def gitlab(folder: Path, wheel: Path, faulty: bool) -> None:
    pipeline = load(ROOT / "ci/gitlab.yml")
    env = {"CI_PROJECT_DIR": str(folder), "QINGDAN_WHEEL": str(wheel), "CONTENT": "content", "MESSAGES": "zh"}
    before = "\n".join(pipeline["default"]["before_script"])
    shell(before + "\n" + "\n".join(pipeline["check"]["script"]), folder, env, expected=int(faulty))
    report = json.loads((folder / "quality.json").read_text(encoding="utf-8"))
    assert [entry["check_name"] for entry in report] == ["unknown-office"] * faulty, report
    shell(before + "\n" + "\n".join(pipeline["pages"]["script"]), folder, env, expected=int(faulty))
    assert (folder / "public/index.html").is_file() != faulty, "GitLab publishes the site"
    assert "QINGDAN_WHEEL" in shell(before, folder, {**env, "QINGDAN_WHEEL": ""}, expected=1)


def gitee(folder: Path, wheel: Path, faulty: bool) -> None:
    pipeline = load(ROOT / "ci/gitee.yml")
    step = pipeline["stages"][0]["steps"][0]
    variables = {**pipeline["variables"], "QINGDAN_WHEEL": str(wheel)}
    said = shell("\n".join(step["commands"]), folder, variables, expected=int(faulty))
    assert "\nqingdan " in "\n" + said, said
    assert (folder / step["artifacts"][0]["path"][0] / "index.html").is_file() != faulty, "Gitee keeps the site"


def steps(found: list[dict], folder: Path, surroundings: dict[str, str], known: dict[str, str]) -> tuple[str, bool]:
    """Runs the steps of a job of GitHub one after the other; what they say, and whether all went well."""
    place = {name: str(folder / name) for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "HOME", "RUNNER_TEMP")}
    for name in ("HOME", "RUNNER_TEMP"):
        Path(place[name]).mkdir()
    said, well = "", True
    for step in found:
        if "run" not in step or (not well and step.get("if") != "failure()") or (well and step.get("if") == "failure()"):
            continue
        paths = Path(place["GITHUB_PATH"])
        first = paths.read_text(encoding="utf-8").splitlines() if paths.exists() else []
        path = os.pathsep.join([*reversed(first), os.environ["PATH"]])
        given = {name: known[value] for name, value in step.get("env", {}).items()}
        env = {**surroundings, **place, **given, "PATH": path}
        done = run("bash", "-eo", "pipefail", "-c", step["run"], cwd=folder, env=env, expected=None)
        said += done.stdout
        well = well and done.returncode == 0
    return said, well


def annotated(said: str, faulty: bool) -> None:
    lines = [line for line in said.splitlines() if line.startswith("::error ")]
    assert len(lines) == faulty, said
    if faulty:
        assert "file=content/lists/shiqiao-market/duties.yaml,line=7,col=15" in lines[0], lines


def github(folder: Path, wheel: Path, faulty: bool) -> None:
    workflow = load(ROOT / "ci/github.yml")
    known = {"${{ vars.QINGDAN_WHEEL }}": str(wheel), "${{ steps.kept.outputs.cache-hit }}": ""}
    said, well = steps(workflow["jobs"]["check"]["steps"], folder, workflow["env"], known)
    assert well != faulty, said
    annotated(said, faulty)
    assert (folder / "RUNNER_TEMP/artifact.tar").is_file() != faulty, "GitHub keeps the site"


def action(folder: Path, archive: Path, faulty: bool) -> None:
    inputs = {
        "version": "v" + archive.name.split("-")[1],
        "archive": str(archive),
        "content": "content",
        "output": "output",
        "base-url": "https://www.example.gov.cn/lists/",
        "language": "zh",
    }
    known = {f"${{{{ inputs.{name} }}}}": value for name, value in inputs.items()}
    known["${{ runner.os }}-${{ runner.arch }}"] = "Linux-X64"
    known["${{ steps.program.outputs.archive }}"] = archive.name
    # Without the step that fetches: its archive is given.
    found = [step for step in load(ROOT / "ci/action/action.yml")["runs"]["steps"] if "gh release" not in step.get("run", "")]
    said, well = steps(found, folder, {}, known)
    assert well != faulty, said
    annotated(said, faulty)
    assert f"archive={archive.name}" in (folder / "GITHUB_OUTPUT").read_text(encoding="utf-8"), "the archive of this machine"
    assert (folder / "RUNNER_TEMP/artifact.tar").is_file() != faulty, "the action keeps the site"


def run_all(wheel: Path, archive: Path, environment: Path) -> None:
    """Runs all of them; in the environment the wheel is installed."""
    before = os.environ["PATH"]
    with tempfile.TemporaryDirectory() as first:
        programs = [str(python(Path(first), environment)), str(environment / "bin")]
        os.environ["PATH"] = os.pathsep.join([*programs, before])
        try:
            for faulty in (False, True):
                for errand, given in ((gitlab, wheel), (gitee, wheel), (github, wheel), (action, archive)):
                    with tempfile.TemporaryDirectory() as folder:
                        errand(repository(Path(folder).resolve(), faulty), given, faulty)
        finally:
            os.environ["PATH"] = before
