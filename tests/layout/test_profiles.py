"""House profiles in a layout: by name, changed in part, the designer's own."""

from pathlib import Path

import pytest

from brochure.layout import load_layout
from brochure.layout.forms import PROFILE_FILE
from brochure.layout.styles import ParagraphStyle, Profile
from brochure.shipped import shelf
from brochure.source import Faults, read
from tests.layout.written import BASE, CONDITIONS, changed, faults, load
from tests.source.findings import faults_of

SHIPPED = sorted((shelf("layouts") / "profiles").glob("*.yaml"))
HOUSE = "profile: {mixed-gap: 0.2em}\n"


def styles(folder: Path, profile: str, small: str = "") -> dict[str, ParagraphStyle]:
    """The paragraph styles with *profile* for the whole layout, and *small* for one style."""
    text = BASE.replace(HOUSE, f"profile: {profile}\n" if profile else "")
    if small:
        text = text.replace("small: {", f"small: {{profile: {small}, ")
    return dict(load(folder, text).theme("").paragraphs)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_profile_is_read(path: Path) -> None:
    """Each has its own name in it, a Chinese title, and not one fault."""
    found = Faults("layout")
    written = PROFILE_FILE.read(read(path, path.name), found)
    assert found.found == []
    assert written
    assert written["name"] == path.stem
    assert written["title"]


def test_five_profiles_are_shipped() -> None:
    """The five of the issue, and no other."""
    assert [path.stem for path in SHIPPED] == [
        "banjiao",
        "gb-book",
        "hangmo-banjiao",
        "kaiming",
        "plain-grid",
    ]


def test_a_profile_is_chosen_by_name(tmp_path: Path) -> None:
    """`profile: kaiming` for the whole layout; without one it is gb-book."""
    assert {style.profile for style in styles(tmp_path, "kaiming").values()} == {Profile(marks="kaiming")}
    assert {style.profile for style in styles(tmp_path, "").values()} == {Profile()}
    assert {style.profile for style in styles(tmp_path, "gb-book").values()} == {Profile()}


def test_a_mapping_changes_what_it_is_based_on(tmp_path: Path) -> None:
    """`based-on` and single rules over it."""
    profile = styles(tmp_path, "{based-on: banjiao, mixed-gap: 0.2em, line-end: full}")["body"].profile
    assert profile == Profile(marks="half", mixed_gap=0.2, line_end="full")


def test_a_style_may_have_another_profile(tmp_path: Path) -> None:
    """A style's named profile stands alone; its single rules go over the layout's."""
    found = styles(tmp_path, "{based-on: kaiming, mixed-gap: 0.2em}", "plain-grid")
    assert found["body"].profile == Profile(marks="kaiming", mixed_gap=0.2)
    assert found["small"].profile.squeeze_pairs is False
    assert found["small"].profile.mixed_gap == Profile().mixed_gap
    one = styles(tmp_path, "kaiming", "{hanging: pauses}")["small"].profile
    assert one == Profile(marks="kaiming", hanging="pauses")


def test_the_designers_own_come_first(tmp_path: Path) -> None:
    """A file in the folder of the job, by a name of its own or instead of a shipped one."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "ours.yaml").write_text("name: ours\nhanging: all\nellipsis: baseline\n", encoding="utf-8")
    (folder / "kaiming.yaml").write_text("name: kaiming\nmarks: half\n", encoding="utf-8")
    for name, wanted in (
        ("ours", Profile(hanging="all", ellipsis="baseline")),
        ("kaiming", Profile(marks="half")),
    ):
        path = tmp_path / "leaf.yaml"
        path.write_text(BASE.replace(HOUSE, f"profile: {name}\n"), encoding="utf-8")
        layout = load_layout(path, "leaf.yaml", (CONDITIONS,), (folder,))
        assert layout.theme("").paragraphs["body"].profile == wanted


def test_an_unknown_profile_is_told_with_what_was_meant(tmp_path: Path) -> None:
    """A slip of the pen points at the name and offers the nearest."""
    (finding,) = faults(tmp_path, changed(HOUSE, "profile: kaimin\n"))
    assert finding.code == "layout/unknown-name"
    assert finding.suggestion
    assert "kaiming" in finding.suggestion.zh
    assert finding.span
    assert finding.span.column == len("profile: ") + 1


def test_a_fault_in_a_profile_file_points_into_it(tmp_path: Path) -> None:
    """A wrong word in the designer's own profile is told at its line."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "ours.yaml").write_text("name: ours\nmarks: broad\n", encoding="utf-8")
    path = tmp_path / "leaf.yaml"
    path.write_text(BASE.replace(HOUSE, "profile: ours\n"), encoding="utf-8")
    (finding,) = faults_of(lambda: load_layout(path, "leaf.yaml", (CONDITIONS,), (folder,)))
    assert finding.span
    assert (finding.span.file, finding.span.line) == ("profiles/ours.yaml", 2)
