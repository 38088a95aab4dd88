"""What the tests of this folder share: where the repository is, and running a program."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments, expected: int | None = 0, cwd: Path = ROOT, env: dict[str, str] | None = None, feed: str | None = None):
    """Runs a program to its end; fails where its exit status is another, unless none is expected."""
    surroundings = {**os.environ, **(env or {})}
    arguments = [str(argument) for argument in arguments]
    done = subprocess.run(arguments, cwd=cwd, env=surroundings, input=feed, capture_output=True, text=True, check=False)
    if expected is not None and done.returncode != expected:
        raise AssertionError(
            f"{' '.join(arguments)}: exit status {done.returncode}, expected {expected}\n{done.stdout}{done.stderr}"
        )
    return done
