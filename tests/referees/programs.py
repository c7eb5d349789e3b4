"""Programs that judge our files from outside. A missing one is a failure, never a skip."""

import subprocess

import pytest


def run(*command: str, data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """The finished run of *command*; the test fails where the program is not installed."""
    try:
        return subprocess.run(command, input=data, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.fail(f"the referee `{command[0]}` is not installed: run tools/referees.sh", pytrace=False)


def output(*command: str) -> str:
    """What *command* prints; the test fails where it does not end well."""
    done = run(*command)
    if done.returncode:
        pytest.fail(f"{' '.join(command)}: {done.stderr.decode(errors='replace')}", pytrace=False)
    return done.stdout.decode()
