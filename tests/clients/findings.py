#!/usr/bin/env python3
"""Holds the formats of messages against what reads them: `findings.py <program> <folder of npm packages>`.

A content with faults, and one without, is checked in each format. SARIF must be valid by its published schema, which
@microsoft/jest-sarif carries; a report of JUnit must be read by junitparser; a report for GitLab must have the shape that
GitLab documents. What is planted must be refused.
"""

import copy
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import jsonschema
from junitparser import JUnitXml

BASE = Path("tests/rules/base")
CASES = [None, "E005-wrong-value-figure", "E012-unknown-law-far-off", "E023-misnamed-file-regime", "E030-raw-html", "E100-damaged-text"]

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def checked(program: str, case: str | None, form: str) -> str:
    """What the program writes to the standard output."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(BASE, Path(folder) / "content")
        if case:
            ignore = shutil.ignore_patterns("expected.*")
            shutil.copytree(BASE.parent / case, Path(folder) / "content", dirs_exist_ok=True, ignore=ignore)
        arguments = [str(Path(program).resolve()), "check", "--format", form]
        return subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False).stdout


def refused(check, value, fault: str) -> None:
    """Fails where what is planted is not refused."""
    try:
        check(value)
    except (jsonschema.ValidationError, AssertionError):
        return
    raise RuntimeError(f"accepted: {fault}")


def unique(issues: list) -> None:
    """A fingerprint stands once, as GitLab wants it."""
    jsonschema.validate(issues, GITLAB)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(prints) == len(set(prints)), prints


def main() -> None:
    program, packages = sys.argv[1:]
    schema = json.loads((Path(packages) / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    results = fixes = tests = issues = 0
    for case in CASES:
        sarif = json.loads(checked(program, case, "sarif"))
        validator.validate(sarif)
        found = sarif["runs"][0]["results"]
        results += len(found)
        fixes += sum(len(result.get("fixes", [])) for result in found)
        if found:
            planted = copy.deepcopy(sarif)
            planted["runs"][0]["results"][0]["level"] = "fatal"
            refused(validator.validate, planted, "a level that SARIF does not have")
        report = JUnitXml.fromstring(checked(program, case, "junit").encode())
        cases = [test for suite in report for test in suite]
        assert report.tests == len(cases) == max(len(found), 1), (case, report.tests, len(found))
        assert report.failures == sum(result["level"] == "error" for result in found), case
        tests += len(cases)
        quality = json.loads(checked(program, case, "gitlab"))
        unique(quality)
        assert len(quality) == len(found), case
        issues += len(quality)
        if quality:
            refused(unique, [*quality, quality[0]], "a fingerprint that stands twice")
            refused(unique, [{**quality[0], "severity": "error"}], "a severity that GitLab does not have")
    assert results and fixes, (results, fixes)
    print(f"SARIF: {results} results, {fixes} fixes, valid; JUnit: {tests} tests read; GitLab: {issues} issues")


if __name__ == "__main__":
    main()
