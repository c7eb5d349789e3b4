"""NOTICE names what others made: every path in it is there, every licence beside a file is named."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
OURS = NOTICE[: NOTICE.index("\nA. Unicode data")]


def test_every_path_is_there() -> None:
    """No work is credited that has moved or gone."""
    paths = re.findall(r"\b(?:fonts|layouts|brochure|tests|content|images|tools)/[\w./*-]*[\w*]", OURS)
    assert len(paths) >= 12
    assert [path for path in paths if not any(ROOT.glob(path))] == []


def test_every_license_beside_a_file_is_named() -> None:
    """Fonts and profiles bring their own texts."""
    beside = [*ROOT.glob("fonts/OFL*.txt"), *ROOT.glob("layouts/conditions/LICENSE*")]
    assert len(beside) >= 5
    assert [path.name for path in beside if path.relative_to(ROOT).as_posix() not in OURS] == []


def test_every_font_is_credited() -> None:
    """Each face belongs to one of the lines."""
    families = {path.stem.partition("-")[0] for path in ROOT.glob("fonts/*.ttf")}
    assert [family for family in sorted(families) if f"{family}-*" not in OURS] == []


def test_what_says_it_is_unicode_data_is_named() -> None:
    """Files that carry Unicode's copyright line stand in the list."""
    carriers = [
        path
        for path in [*ROOT.glob("brochure/**/*.py"), *ROOT.glob("tests/**/*.json")]
        if "(c) Unicode, Inc." in path.read_text(encoding="utf-8")
    ]
    assert carriers
    assert [path.name for path in carriers if path.relative_to(ROOT).as_posix() not in OURS] == []
