"""A build reads the project and the shelves, writes outputs and cache, and does nothing else (P8, P9)."""

import json
import os
import sys
from pathlib import Path
from typing import Final, NamedTuple

import pytest

import brochure
from brochure.shipped import shelf
from tests.cli.studio import PRESS_FILE
from tests.reliability.workshop import BROCHURE, SCRIPT, built, digest, edit, environment, project, run

WATCHED: Final = """\
import json, os, sys
seen = {"read": set(), "written": set(), "forbidden": set()}
FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
             "pty.", "ctypes.", "urllib.", "http.", "ftplib.", "webbrowser.", "pickle.", "shutil.")
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
           "os.chmod")
def watch(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        changes = isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        seen["written" if changes else "read"].add(os.path.abspath(os.fsdecode(args[0])))
    elif event in CHANGES:
        names = [name for name in args[:2] if isinstance(name, (str, bytes))]
        seen["written"].update(os.path.abspath(os.fsdecode(name)) for name in names)
    elif event.startswith(FORBIDDEN):
        seen["forbidden"].add(event)
sys.addaudithook(watch)
from brochure.cli.main import main
code = main(sys.argv[2:])
report = json.dumps({"code": code, **{kind: sorted(found) for kind, found in seen.items()}})
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write(report)
"""


class Seen(NamedTuple):
    """What a run did: its exit code, files read, files changed, and what no build may do."""

    code: int
    read: list[str]
    written: list[str]
    forbidden: list[str]


def watched(folder: Path, cache: Path, report: Path, *words: str) -> Seen:
    """A run of `brochure` with *words* in *folder*, told by the interpreter's own audit."""
    command = (sys.executable, "-B", "-c", WATCHED, str(report))
    done = run(folder, environment(cache), *words, command=command)
    assert done.returncode == 0, done.stderr.decode()
    return Seen(**json.loads(report.read_text(encoding="utf-8")))


def below(path: str, *folders: Path) -> bool:
    """Whether *path* lies in one of *folders*."""
    real = Path(path).resolve()
    return any(real.is_relative_to(folder.resolve()) for folder in folders)


def python_itself() -> tuple[Path, ...]:
    """Where the interpreter, its libraries and the program have their files."""
    package = Path(brochure.__file__).parent
    homes = {Path(home) for home in (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)}
    shelves = {shelf(name) for name in ("layouts", "fonts", "images")}
    return (*homes, package, *shelves, Path("/proc/self"), Path("/etc/localtime"), Path("/dev/null"))


@pytest.mark.parametrize(
    "words", [("build",), ("handouts",), ("check",), ("build", "--no-cache")], ids=" ".join
)
def test_nothing_else_is_opened(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Read: project, shelves, Python. Written: outputs and cache. No socket, no process, no pickle."""
    folder, cache = project(tmp_path / "project"), tmp_path / "cache"
    seen = watched(folder, cache, tmp_path / "report.json", *words)
    assert seen.code == 0
    assert any(path.endswith("lake.png") for path in seen.read)
    assert [path for path in seen.read if not below(path, folder, cache, *python_itself())] == []
    assert [path for path in seen.written if not below(path, folder / "out", cache)] == []
    assert any(path.endswith(".pdf") for path in seen.written) == (words != ("check",))
    assert any(below(path, cache) for path in seen.written) == ("--no-cache" not in words)
    assert seen.forbidden == []


OUTSIDE: Final = {
    "picture above": ("lake.png", "../../secret.png"),
    "picture by its path": ("lake.png", "{outside}/secret.png"),
    "picture by address": ("lake.png", "file://{outside}/secret.png"),
    "picture in the net": ("lake.png", "http://localhost:9/secret.png"),
    "device": ("lake.png", "/dev/zero"),
    "layout above": ("\nlayout: leaf", "\nlayout: ../../secret"),
    "layout by its path": ("\nlayout: leaf", "\nlayout: {outside}/secret.yaml"),
    "theme above": ("    title: 湖水", "    title: 湖水\n    theme: ../../secret"),
    "opening above": ("    title: 湖水", "    title: 湖水\n    opening: ../../secret"),
    "slug above": ("slug: water", "slug: ../../secret"),
    "brochure's slug above": ("slug: lake", "slug: ../../secret"),
    "text with a picture's mark": ("湖水清澈", "<img src='{outside}/secret.png'/>湖水清澈"),
    "link to a file": ("湖水清澈", "[湖水](file://{outside}/secret.png)清澈"),
}


@pytest.mark.parametrize("what", OUTSIDE)
def test_content_leads_nowhere_else(tmp_path: Path, what: str) -> None:
    """Whatever path, address or markup stands in the content, nothing outside is opened or written, nothing
    is fetched, and the program does not stumble.
    """
    folder, cache, outside = project(tmp_path / "project"), tmp_path / "cache", tmp_path / "outside"
    outside.mkdir()
    for name in ("secret.png", "secret.yaml"):
        (outside / name).write_bytes((folder / "images" / "lake.png").read_bytes())
    old, new = OUTSIDE[what]
    edit(folder, old, new.format(outside=outside))
    seen = watched(folder, cache, tmp_path / "report.json", "build")
    assert seen.code in {0, 1}
    assert [path for path in (*seen.read, *seen.written) if below(path, outside)] == []
    assert [path for path in seen.read if not below(path, folder, cache, *python_itself())] == []
    assert [path for path in seen.written if not below(path, folder / "out", cache)] == []
    assert seen.forbidden == []


@pytest.mark.parametrize("link", ["images/lake.png", "images/deep", "fonts/own.ttf"])
def test_links_out_of_the_project_are_not_followed(tmp_path: Path, link: str) -> None:
    """A picture, a folder of pictures or a font that is a link to elsewhere is refused unread."""
    folder, outside = project(tmp_path / "project"), tmp_path / "outside"
    outside.mkdir()
    (outside / "lake.png").write_bytes((folder / "images" / "lake.png").read_bytes())
    (outside / "own.ttf").write_bytes((shelf("fonts") / "NotoSerifSC-Regular.ttf").read_bytes())
    path = folder / link
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(outside if link.endswith("deep") else outside / path.name)
    if link.endswith("deep"):
        edit(folder, "file: lake.png", "file: deep/lake.png")
    if link.startswith("fonts"):
        record = "families:\n  song:\n    weights:\n      400: own.ttf\n"
        (folder / "fonts" / "fonts.yaml").write_text(record, encoding="utf-8")
    seen = watched(folder, tmp_path / "cache", tmp_path / "report.json", "build")
    assert seen.code == 1
    assert [path for path in seen.read if below(path, outside)] == []


# ---------------------------------------------------------------- other people's code

CANARY: Final = "open({canary!r}, 'a').write({name!r} + '\\n')\n"
PLANTED: Final = (
    "reportlab_settings.py", "reportlab_mods.py", "local_rl_settings.py", "local_rl_mods.py", "yaml.py",
    "sitecustomize.py", "usercustomize.py", "json.py", "PIL.py", "uharfbuzz.py", "rjieba.py", "conftest.py",
    "_yaml.py",
)  # fmt: skip
BEFORE_US: Final = ("re.py", "typing.py", "brochure.py", "brochure/__init__.py", "brochure/__main__.py")
"""What `python -m` loads from the working folder before the program has a say; the command does not."""
AT_HOME: Final = (
    ".reportlab_settings",
    ".reportlab_mods",
    ".pythonrc.py",
    ".brochure",
    ".config/brochure.py",
)


def plant(folder: Path, names: tuple[str, ...], canary: Path) -> None:
    """Files in *folder* that leave a trace when they are run."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CANARY.format(canary=str(canary), name=name), encoding="utf-8")


@pytest.mark.parametrize("command", [SCRIPT, BROCHURE], ids=["brochure", "python -m brochure"])
def test_project_and_home_run_no_code(tmp_path: Path, command: tuple[str, ...]) -> None:
    """Python files and settings that a project or a home folder brings are not run, and change no byte."""
    clean = built(project(tmp_path / "clean"), environment(tmp_path / "cache"), command=command)
    folder, home, canary = project(tmp_path / "project"), tmp_path / "home", tmp_path / "canary"
    for place in (folder, folder / "images", folder / "layouts", home):
        plant(place, PLANTED, canary)
    plant(home, AT_HOME, canary)
    if command == SCRIPT:
        plant(folder, BEFORE_US, canary)
    variables = environment(tmp_path / "cold", HOME=str(home), XDG_CONFIG_HOME=str(home / ".config"))
    assert built(folder, variables, command=command) == clean
    assert not canary.exists(), canary.read_text(encoding="utf-8")


def test_the_canary_sings(tmp_path: Path) -> None:
    """The traps above work: run by Python, a planted file leaves its trace."""
    canary = tmp_path / "canary"
    plant(tmp_path, ("reportlab_settings.py",), canary)
    done = run(tmp_path, dict(os.environ), command=(sys.executable, "-c", "import reportlab_settings"))
    assert done.returncode == 0
    assert canary.read_text(encoding="utf-8") == "reportlab_settings.py\n"


def test_an_output_that_is_a_link_is_replaced(tmp_path: Path) -> None:
    """A press file that is a link to elsewhere is replaced; what it led to is untouched."""
    folder = project(tmp_path / "project")
    (tmp_path / "precious").write_bytes(b"precious")
    (folder / "out").mkdir()
    (folder / PRESS_FILE).symlink_to(tmp_path / "precious")
    wanted = built(project(tmp_path / "other"), environment(tmp_path / "cache"))
    assert built(folder, environment(tmp_path / "cache")) == wanted == digest(folder / PRESS_FILE)
    assert (tmp_path / "precious").read_bytes() == b"precious"
