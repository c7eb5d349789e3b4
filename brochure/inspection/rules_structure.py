"""Rules for the file's structure: what must not be in it, and that nothing is broken or left over (checks
52 to 56).
"""

import re
from collections.abc import Iterator

import pikepdf

from brochure.diagnostics import Words
from brochure.inspection.evidence import Evidence, Fault, press_rule

_ORPHAN = 1024


@press_rule(52, "actions", "ISO 15930-7", Words("no actions, no annotations", "不得含动作、脚本与批注"))
def actions(evidence: Evidence) -> Iterator[Fault]:
    """No OpenAction, AA, JavaScript, no annotation on any page; bookmarks lead by destination, not by
    action.
    """
    for where, part in evidence.dictionaries:
        for key in ("/OpenAction", "/AA", "/JavaScript", "/JS", "/Annots", "/A"):
            if key in part:
                yield Fault(f"{where}: {key}")


@press_rule(53, "foreign-content", "ISO 15930-7", Words("nothing foreign inside", "不得含外来或外部内容"))
def foreign_content(evidence: Evidence) -> Iterator[Fault]:
    """No PostScript or reference XObjects, external streams, attachments, forms, media."""
    for key in ("/AcroForm", "/Collection", "/XFA", "/Perms"):
        if key in evidence.root:
            yield Fault(key)
    for where, part in evidence.dictionaries:
        if part.get("/Subtype") == "/PS" or part.get("/Subtype2") == "/PS" or "/PS" in part:
            yield Fault(f"{where}: PostScript")
        for key in ("/EmbeddedFiles", "/EF", "/Ref", "/AF", "/RichMediaContent"):
            if key in part:
                yield Fault(f"{where}: {key}")
        if isinstance(part, pikepdf.Stream) and "/F" in part:
            yield Fault(f"{where}: an external stream")


@press_rule(
    54, "layers", "GWG 2022 R0034, R0036", Words("layers as a printer can read them", "图层设置须明确")
)
def layers(evidence: Evidence) -> Iterator[Fault]:
    """Optional content, if any: a named default configuration, no AS, every group on, no further
    configurations.
    """
    if "/OCProperties" not in evidence.root:
        return
    properties = evidence.root.OCProperties
    default = properties.get("/D", pikepdf.Dictionary())
    if not str(default.get("/Name", "")):
        yield Fault("/D /Name")
    for key in ("/AS", "/OFF"):
        if len(default.get(key, ())):
            yield Fault(f"/D {key}")
    if len(properties.get("/Configs", ())):
        yield Fault("/Configs")


@press_rule(55, "syntax", "ISO 32000-1, 7.3.8", Words("sound streams and references", "对象与数据流应完好"))
def syntax(evidence: Evidence) -> Iterator[Fault]:
    """A full parse without a complaint, and an end of line before every endstream."""
    for complaint in (*evidence.pdf.check_pdf_syntax(), *evidence.pdf.get_warnings()):
        yield Fault(str(complaint)[:120])
    tight = len(re.findall(rb"[^\r\n]endstream\s+endobj", evidence.raw))
    if tight:
        yield Fault(f"{tight} × endstream")


@press_rule(
    56, "loose-ends", "house", Words("no dangling references, no leftovers", "不得有悬空引用与无用对象")
)
def loose_ends(evidence: Evidence) -> Iterator[Fault]:
    """Every reference leads to an object, and no object over 1 KB is out of reach of the trailer."""
    reached: set[int] = set()
    waiting: list[pikepdf.Object] = [evidence.pdf.trailer]
    while waiting:
        made = waiting.pop()
        if made.is_indirect:
            if made.objgen[0] in reached:
                continue
            reached.add(made.objgen[0])
        waiting += _parts(made)
    held = dict(evidence.objects)
    for number in sorted(_named(evidence.raw) - set(held)):
        yield Fault(f"object {number} is missing")
    for number in sorted(set(held) - reached):
        if _length(held[number]) > _ORPHAN:
            yield Fault(f"object {number} is not used")


def _parts(made: pikepdf.Object) -> list[pikepdf.Object]:
    """What *made* holds; numbers and other plain values come out of pikepdf as Python's own and lead
    nowhere.
    """
    values: list[object] = []
    if isinstance(made, pikepdf.Array):
        values = list(made)
    elif isinstance(made, pikepdf.Dictionary | pikepdf.Stream):
        values = [value for _, value in made.items()]
    return [value for value in values if isinstance(value, pikepdf.Object)]


def _named(raw: bytes) -> set[int]:
    """The numbers of all objects some reference names. Read from the bytes: pikepdf shows a dangling one
    as nothing.
    """
    bare = re.sub(rb"\bstream\r?\n.*?endstream|\((?:[^()\\]|\\.)*\)", b" ", raw, flags=re.DOTALL)
    return {int(number) for number in re.findall(rb"\b(\d+) \d+ R\b", bare)}


def _length(made: pikepdf.Object) -> int:
    return (
        len(made.read_raw_bytes()) if isinstance(made, pikepdf.Stream) else len(made.unparse(resolved=True))
    )


RULES = (actions, foreign_content, layers, syntax, loose_ends)
