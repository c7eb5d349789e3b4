"""What must never stand in a tracked file: machine paths, registries' addresses, assistants' names."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# Spelt with a bracket each, so that this file does not hold what it looks for.
NEVER = {
    "absolute machine path": r"(?<![\w.~-])/(?:wor[k]|roo[t]|hom[e]|User[s]|tm[p]|op[t])/\w|\b[C]:\\\\?User",
    "registry host": r"\b(?:pyp[i]\.org|pythonhoste[d]\.|npmj[s]\.|de[b]\.debian|debia[n]\.org)",
    "assistant's name": r"(?i)\b(?:claud[e]|anthropi[c]|copilo[t]|chatgp[t]|openA[I])\b",
}
TEXT = {".py", ".toml", ".lock", ".md", ".yaml", ".yml", ".sh", ".txt", ".json", ".html", ".js", ".css", ""}


def tracked() -> list[Path]:
    """Every text file that is or would be committed."""
    listed = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"),
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    files = (ROOT / name for name in listed.split("\0") if name)
    return [file for file in files if file.suffix in TEXT and file.is_file()]


@pytest.mark.parametrize("kind", NEVER)
def test_tracked_files_are_free_of(kind: str) -> None:
    """No tracked text file holds an absolute machine path, a registry's address or an assistant's name."""
    pattern = re.compile(NEVER[kind])
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in tracked()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("absolute machine path", "open('/" + "home/lu/brochure.yaml')"),
        ("absolute machine path", "cp /" + "work/x y"),
        ("registry host", "--index-url https://" + "pypi" + ".org/simple"),
        ("assistant's name", "written with " + "Chat" + "GPT"),
    ],
)
def test_what_is_looked_for_would_be_found(kind: str, line: str) -> None:
    """The patterns recognise what they are meant to keep out."""
    assert re.search(NEVER[kind], line)


@pytest.mark.parametrize(
    "line", ["the house is at home/ and ./work/", "Path('tests/root/x')", "https://example.org/opt"]
)
def test_harmless_lines_pass(line: str) -> None:
    """Relative paths and ordinary words are not mistaken for machine paths."""
    assert not any(re.search(pattern, line) for pattern in NEVER.values())
