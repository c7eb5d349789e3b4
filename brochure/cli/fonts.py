"""`brochure fonts`: the faces, their licences, whether their files are whole; and what they can print."""

import unicodedata
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brochure.cli import exits
from brochure.cli.desk import Desk
from brochure.cli.project import nearest_project
from brochure.cli.verb import Operand, Outcome, Verb
from brochure.diagnostics import Words
from brochure.shipped import shelf

if TYPE_CHECKING:  # the font room loads HarfBuzz, which `brochure --help` can do without
    from brochure.fonts import FontLibrary


def run(asked: Namespace, desk: Desk) -> Outcome:
    """The shelf, or the coverage of the characters asked about."""
    from brochure.fonts import FontLibrary

    project = nearest_project(Path.cwd())
    folders = [project.content.resolve().parent / "fonts"] if project else []
    library = FontLibrary.read(*folders, shelf("fonts"))
    if asked.text:
        return _coverage("".join(asked.text), library, desk)
    return _shelf(library, desk)


def _shelf(library: "FontLibrary", desk: Desk) -> Outcome:
    from brochure.cli.report import show

    findings = library.verify()
    faces: list[dict[str, Any]] = []
    for typeface in library.typefaces.values():
        facts = _facts(typeface.family, typeface.weights[0][1].path.parent)
        if desk.style != "json":
            desk.hand_over(f"{typeface.family}  {facts['title']}  ({facts['licence']})")
        for weight, file in typeface.weights:
            recorded = desk.in_words(_recorded(file.digest))
            if desk.style != "json":
                desk.hand_over(f"  {weight}  {file.path.name}  {recorded}")
            face = {"family": typeface.family, "weight": weight, "file": file.path.name}
            faces.append({**face, "sha256": file.digest, **facts})
    show(findings, desk)
    if not findings:
        desk.remark(desk.in_words(Words("every file is whole", "所有字体文件完好")))
    return Outcome(findings=findings, facts=(("faces", faces),))


def _recorded(digest: str | None) -> Words:
    if digest is None:
        return Words("your own", "自备字体")
    return Words(f"sha256 {digest[:12]}…", f"sha256 {digest[:12]}…")


def _facts(family: str, folder: Path) -> dict[str, str]:
    """What the font list says about a family besides its files: title, licence, source."""
    from brochure.fonts import RECORD
    from brochure.source import Mapping, Scalar, read

    families = read(folder / RECORD, f"fonts/{RECORD}").get("families")
    listed = families.get(family) if isinstance(families, Mapping) else None
    facts = dict.fromkeys(("title", "licence", "source"), "")
    if isinstance(listed, Mapping):
        facts |= {entry.key.text: entry.value.text for entry in listed if isinstance(entry.value, Scalar)}
    return {name: facts[name] for name in ("title", "licence", "source")}


def _coverage(text: str, library: "FontLibrary", desk: Desk) -> Outcome:
    """For each character the faces that have it; failing when one has none."""
    rows: list[dict[str, Any]] = []
    for char in dict.fromkeys(text):
        if char.isspace():
            continue
        faces = {
            family: [weight for weight, _ in typeface.weights if library.face(family, weight).covers(char)]
            for family, typeface in library.typefaces.items()
        }
        rows.append({
            "character": char, "code_point": f"U+{ord(char):04X}", "name": unicodedata.name(char, ""),
            "faces": {family: weights for family, weights in faces.items() if weights},
        })  # fmt: skip
    if desk.style != "json":
        for row in rows:
            desk.hand_over(_row(row, desk))
    lacking = any(not row["faces"] for row in rows)
    return Outcome(facts=(("characters", rows),), code=exits.AT_FAULT if lacking else exits.DONE)


def _row(row: dict[str, Any], desk: Desk) -> str:
    from brochure.source.excerpt import visible

    faces = "  ".join(f"{family} {'/'.join(map(str, weights))}" for family, weights in row["faces"].items())
    none = desk.in_words(Words("no face has it: it cannot be printed", "没有字体收录：无法印出"))
    return f"{visible(row['character'])}  {row['code_point']:<8}  {faces or none}"


VERB = Verb(
    name="fonts",
    says=Words("faces and licences; which of them has a character", "字体与许可；某个字有哪些字体收录"),
    run=run,
    examples=(
        ("brochure fonts", Words("the shelf, every file verified", "列出全部字体并逐个核对文件")),
        ("brochure fonts 湟𬭎", Words("who has these characters", "哪些字体收录了这些字")),
    ),
    operand=Operand(
        name="text", shown="[TEXT]", says=Words("characters to look for", "要查找的字"), many=True
    ),
)
