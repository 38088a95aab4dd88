"""The shell of the templates and of the action, run as GitHub, GitLab and Gitee run it, on content without a fault and with
one: what fails, what is written, what stands in the log, and what is commented on a request to merge."""

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

import comments
from common import ROOT, run
from templates import load

BASE = ROOT / "tests/rules/base"
# What a request to merge makes of the name of a duty, and then of that.
OLD, NEW = "zh: 产品质量监督,", "zh: 商品质量监督,"
NEW_NAME, NEWEST_NAME = "商品质量监督", "货品质量监督"


def repository(folder: Path, faulty: bool) -> Path:
    """A repository with a small content, in which a request to merge changes the name of a duty."""
    shutil.copytree(BASE, folder / "content")
    ignored = folder / ".gitignore"
    ignored.write_text("*\n!content\n!content/**\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    git(folder, "remote", "add", "origin", str(folder))
    named = folder / "content/lists/shiqiao-market/duties.yaml"
    text = named.read_text(encoding="utf-8")
    assert OLD in text, f"no {OLD}"
    named.write_text(text.replace(OLD, NEW, 1), encoding="utf-8")
    if faulty:
        duties = folder / "content/lists/shiqiao-market/duties.yaml"
        text = duties.read_text(encoding="utf-8")
        duties.write_text(text.replace("offices: [quality]", "offices: [qualty]", 1), encoding="utf-8")
    commit(folder)
    return folder


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    somebody = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    return run("git", *somebody, *arguments, cwd=folder).stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "change")


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


def compared(folder: Path, said: str) -> None:
    """What is told of a change names the duty before and after."""
    for word in (NEW_NAME, "<del>产</del>", "<ins>商</ins>"):
        assert word in said, f"no {word} in {said!r}"


def rename_again(folder: Path) -> None:
    """Another change on the same request."""
    duties = folder / "content/lists/shiqiao-market/duties.yaml"
    text = duties.read_text(encoding="utf-8")
    duties.write_text(text.replace(NEW_NAME, NEWEST_NAME, 1), encoding="utf-8")


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
    request = before + "\n" + "\n".join(pipeline["changes"]["script"])
    env["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = git(folder, "rev-parse", "HEAD^1")
    with comments.Host() as host:
        env |= {"CI_API_V4_URL": host.address, "CI_PROJECT_ID": "5", "CI_MERGE_REQUEST_IID": "3"}
        said = shell(request, folder, env, expected=int(faulty))
        assert not host.asked, "without a token nothing is written"
        if faulty:
            return
        compared(folder, said)
        shell(request, folder, {**env, "QINGDAN_TOKEN": host.token}, expected=0)
        host.told(NEW_NAME)
        rename_again(folder)
        shell(request, folder, {**env, "QINGDAN_TOKEN": host.token}, expected=0)
        host.told(NEWEST_NAME)
        assert host.asked[-1].startswith("PUT /projects/5/merge_requests/3/notes/"), host.asked
        # A token that is not let in ends the job, which may fail.
        shell(request, folder, {**env, "QINGDAN_TOKEN": "another"}, expected=22)
        assert pipeline["changes"]["allow_failure"] in (True, "true")


def gitee(folder: Path, wheel: Path, faulty: bool) -> None:
    pipeline = load(ROOT / "ci/gitee.yml")
    step = pipeline["stages"][0]["steps"][0]
    variables = {**pipeline["variables"], "QINGDAN_WHEEL": str(wheel)}
    said = shell("\n".join(step["commands"]), folder, variables, expected=int(faulty))
    assert "\nqingdan " in "\n" + said, said
    if not faulty:
        with comments.Host() as host:
            # As somebody clones it from Gitee; what is fetched comes from here.
            git(folder, "remote", "set-url", "origin", "https://gitee.example/qingshui/lists.git")
            git(folder, "config", f"url.{folder}.insteadOf", "https://gitee.example/qingshui/lists.git")
            git(folder, "config", "uploadpack.allowAnySHA1InWant", "true")
            variables |= {"GITEE_PULL_ID": "3", "GITEE_COMMIT": git(folder, "rev-parse", "HEAD^1"), "QINGDAN_API": host.address}
            compared(folder, shell("\n".join(step["commands"]), folder, variables, expected=0))
            assert not host.asked, "without a token nothing is written"
            variables["QINGDAN_TOKEN"] = host.token
            shell("\n".join(step["commands"]), folder, variables, expected=0)
            host.told(NEW_NAME)
            rename_again(folder)
            shell("\n".join(step["commands"]), folder, variables, expected=0)
            host.told(NEWEST_NAME)
            assert host.asked[-1].startswith("PATCH /repos/qingshui/lists/pulls/comments/"), host.asked
            # A comment that cannot be written keeps no site from being built.
            said = shell("\n".join(step["commands"]), folder, {**variables, "QINGDAN_TOKEN": "another"}, expected=0)
            assert "could not be told" in said, said
    assert (folder / step["artifacts"][0]["path"][0] / "index.html").is_file() != faulty, "Gitee keeps the site"


def steps(found: list[dict], folder: Path, surroundings: dict[str, str], known: dict[str, str]) -> tuple[str, bool]:
    """Runs the steps of a job of GitHub one after the other; what they say, and whether all went well."""
    place = {name: str(folder / name) for name in ("GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "HOME", "RUNNER_TEMP")}
    for name in ("HOME", "RUNNER_TEMP"):
        Path(place[name]).mkdir(exist_ok=True)
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


def output(folder: Path, name: str) -> str:
    """What a step handed out under a name, over several lines."""
    text = (folder / "GITHUB_OUTPUT").read_text(encoding="utf-8")
    found = re.search(rf"^{name}<<(\S+)\n(.*?)^\1$", text, re.DOTALL | re.MULTILINE)
    return found.group(2) if found else ""


def on_request(folder: Path, faulty: bool) -> None:
    """What the step of a pull request said: in the summary, and for the job that comments."""
    if faulty:
        assert not (folder / "GITHUB_STEP_SUMMARY").exists(), "nothing is compared where the check fails"
        return
    compared(folder, output(folder, "changes"))
    compared(folder, (folder / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8"))


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
    on_request(folder, faulty)
    if faulty:
        return
    job = workflow["jobs"]["comment"]
    known |= {"${{ github.token }}": "", "${{ github.repository }}": "qingshui/lists", "${{ github.event.pull_request.number }}": "3"}
    with comments.Host() as host, tempfile.TemporaryDirectory() as programs:
        comments.gh(Path(programs), host)
        before = os.environ["PATH"]
        os.environ["PATH"] = os.pathsep.join([programs, before])
        try:
            for changes, word in ((output(folder, "changes"), NEW_NAME), (f"**{NEWEST_NAME}** `$(id)` \"'\n", NEWEST_NAME)):
                said, well = steps(job["steps"], folder, {}, {**known, "${{ needs.check.outputs.changes }}": changes})
                assert well, said
                host.told(word)
        finally:
            os.environ["PATH"] = before
        assert host.asked[-1].startswith("PATCH /repos/qingshui/lists/issues/comments/"), host.asked


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
    on_request(folder, faulty)


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
