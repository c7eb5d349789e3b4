"""Rules for colour: output intent, colour spaces, blending, transfer, spot inks (checks 11 to 18)."""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256

import pikepdf

from brochure.diagnostics import Words
from brochure.inspection.evidence import Evidence, Fault, press_rule

_FAMILIES = {"/DeviceCMYK", "/Separation", "/DeviceN", "/Pattern"}
_PROCESS = {"Cyan", "Magenta", "Yellow", "Black", "All", "None"}
_SUFFIXES = ("CVC", "CVU", "CV", "CP", "UP", "C", "U", "M")


@press_rule(
    11,
    "output-intent",
    "ISO 15930-7",
    Words("one complete output intent", "应有且仅有一个完整的输出意图"),
)
def output_intent(evidence: Evidence) -> Iterator[Fault]:
    """One GTS_PDFX intent: profile embedded, the condition's registered name, registry, two descriptions."""
    intents = [i for i in evidence.root.get("/OutputIntents", ()) if i.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield Fault(f"{len(intents)} × /GTS_PDFX")
        return
    for key in (
        "/OutputConditionIdentifier",
        "/RegistryName",
        "/OutputCondition",
        "/Info",
        "/DestOutputProfile",
    ):
        if key not in intents[0]:
            yield Fault(f"{key} is missing")
    named = str(intents[0].get("/OutputConditionIdentifier", ""))
    if named != evidence.order.condition.registered_name:
        yield Fault(f"{named!r}, not {evidence.order.condition.registered_name!r}")


@press_rule(12, "profile", "GWG 2022 R0035", Words("the ordered press profile", "应嵌入所订的印刷特性文件"))
def profile(evidence: Evidence) -> Iterator[Fault]:
    """Class prtr, space CMYK, ICC version 2 or 4, N 4, and byte for byte the file of the press condition."""
    for intent in evidence.root.get("/OutputIntents", ()):
        if "/DestOutputProfile" not in intent:
            continue
        stream = intent.DestOutputProfile
        data = bytes(stream.read_bytes())
        if data[12:20] != b"prtrCMYK" or data[8] not in (2, 4):
            yield Fault(f"ICC {data[12:20]!r} version {data[8]}")
        if stream.get("/N") != 4 or stream.get("/Alternate", pikepdf.Name.DeviceCMYK) != "/DeviceCMYK":
            yield Fault(f"/N {stream.get('/N')} /Alternate {stream.get('/Alternate')}")
        if sha256(data).hexdigest() != evidence.order.condition.icc_digest:
            yield Fault("sha256")


@press_rule(
    13, "color-space", "GWG 2022 R0027", Words("process and spot inks alone", "只用 DeviceCMYK 与专色")
)
def color_space(evidence: Evidence) -> Iterator[Fault]:
    """DeviceCMYK, or Separation and DeviceN with a CMYK alternate, in content, resources, images and
    patterns.
    """
    for page, painted in evidence.painted:
        if painted.kind == "image" and painted.image is None:
            yield Fault("an inline image", page)
        elif painted.kind != "image" and painted.color.space not in _FAMILIES:
            yield Fault(f"{painted.kind} in {painted.color.space}", page)
    for where, part in evidence.dictionaries:
        named = part.get("/ColorSpace")
        spaces = named.values() if isinstance(named, pikepdf.Dictionary) else [named]
        for space in spaces:
            if space is not None and not _printable(space):
                yield Fault(f"{where}: {str(space)[:60]}")


def _printable(space: pikepdf.Object) -> bool:
    if isinstance(space, pikepdf.Name):
        return str(space) in ("/DeviceCMYK", "/Pattern")
    family = str(space[0])
    return family in ("/Separation", "/DeviceN") and space[2] == "/DeviceCMYK"


@press_rule(
    15, "blend-space", "GWG 2022 R0030", Words("blending in DeviceCMYK", "透明混合空间应为 DeviceCMYK")
)
def blend_space(evidence: Evidence) -> Iterator[Fault]:
    """A transparency group blends in DeviceCMYK (a soft mask's in DeviceGray too), and says so where it
    is a page's.
    """
    pages = {page.obj.objgen for _, page in evidence.pages}
    for where, part in evidence.dictionaries:
        group = part.get("/Group")
        if not isinstance(group, pikepdf.Dictionary) or group.get("/S") != "/Transparency":
            continue
        space = group.get("/CS")
        allowed = ("/DeviceCMYK",) if part.objgen in pages else ("/DeviceCMYK", "/DeviceGray", None)
        if space not in allowed:
            yield Fault(f"{where}: /CS {space}")


@press_rule(
    16,
    "transfer",
    "ISO 15930-7",
    Words("no transfer curves, no odd screens", "不得含传递曲线与特殊网点"),
)
def transfer(evidence: Evidence) -> Iterator[Fault]:
    """No TR, TR2 only Default, no HTP, halftones of type 1 or 5."""
    for where, part in evidence.dictionaries:
        if "/TR" in part and part.get("/S") not in ("/Alpha", "/Luminosity"):
            yield Fault(f"{where}: /TR")
        if part.get("/TR2", pikepdf.Name.Default) != "/Default":
            yield Fault(f"{where}: /TR2")
        if "/HTP" in part or part.get("/HalftoneType", 1) not in (1, 5):
            yield Fault(f"{where}: /HalftoneType {part.get('/HalftoneType')}")


def _separations(evidence: Evidence) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every Separation space with the name of its ink."""
    for _, made in evidence.objects:
        spaces: list[object] = [made]
        if isinstance(made, pikepdf.Dictionary | pikepdf.Stream):
            held = made.get("/ColorSpace")
            spaces = [*held.values()] if isinstance(held, pikepdf.Dictionary) else [held]
        for space in spaces:
            if isinstance(space, pikepdf.Array) and len(space) == 4 and space[0] == "/Separation":
                yield str(space[1])[1:], space


@press_rule(
    17,
    "spot-ink",
    "GWG 2022 R0020-R0024",
    Words("each spot ink ordered, spelt one way", "专色须在订单之列且写法唯一"),
)
def spot_ink(evidence: Evidence) -> Iterator[Fault]:
    """Names from the order, one spelling for one ink, one tint transform for one name."""
    spellings, transforms = defaultdict(set), defaultdict(set)
    for name, space in _separations(evidence):
        if name in _PROCESS:
            continue
        if name not in evidence.order.spots:
            yield Fault(f"{name} was not ordered")
        spellings[_bare(name)].add(name)
        transforms[name].add(space[3].unparse(resolved=True))
    for names in spellings.values():
        if len(names) > 1:
            yield Fault(" / ".join(sorted(names)))
    for name, ways in transforms.items():
        if len(ways) > 1:
            yield Fault(f"{name}: {len(ways)} tint transforms")


def _bare(name: str) -> str:
    """An ink's name without case, spaces and the letters for paper stock: PANTONE 186 C and Pantone 186U
    are one.
    """
    bare = "".join(name.split()).upper()
    return next((bare.removesuffix(s) for s in _SUFFIXES if bare.removesuffix(s)[-1:].isdigit()), bare)


@press_rule(
    18, "spot-alternate", "house", Words("spot inks within the ink limit", "专色替代色不得超过总墨量")
)
def spot_alternate(evidence: Evidence) -> Iterator[Fault]:
    """The process tint that stands for a solid spot ink keeps the total ink; marks on every plate are
    spared.
    """
    for name, space in _separations(evidence):
        if name in ("All", "None"):
            continue
        solid = space[3].get("/C1")
        total = sum(float(share) for share in solid) if solid is not None else 9
        if total > evidence.order.condition.total_ink + 0.001:
            yield Fault(f"{name}: {total:.0%}")


RULES = (output_intent, profile, color_space, blend_space, transfer, spot_ink, spot_alternate)
