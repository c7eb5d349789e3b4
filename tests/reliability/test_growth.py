"""Work grows with the content and no faster (P7). Counted, not timed: a busy machine proves nothing."""

from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

from brochure.composition import compose_block
from brochure.press import Cache, Proofed, proof
from tests.reliability.workshop import job, project

HEAD: Final = "slug: a\nlayout: leaf\ntitle: 题\n"


class Counted:
    """How many blocks are composed, and into how many lines."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.blocks = self.lines = 0

        def counting(*words: Any, **more: Any) -> Any:
            galley = compose_block(*words, **more)
            self.blocks += 1
            self.lines += len(galley.strips)
            return galley

        monkeypatch.setattr(import_module("brochure.press.build"), "compose_block", counting)


def of_sections(count: int, folder: Path) -> Proofed:
    """A brochure of *count* sections of three paragraphs, set and paged."""
    paragraphs = "".join(f"      - {'湖水清澈，微风吹过。' * length}\n" for length in (1, 2, 3))
    sections = "".join(f"  - slug: s{n}\n    title: 第{n}节\n    blocks:\n{paragraphs}" for n in range(count))
    (folder / "brochure.yaml").write_text(f"{HEAD}sections:\n{sections}", encoding="utf-8")
    return proof(job(folder), Cache(None))


def test_work_grows_with_the_content_and_no_faster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred sections take a hundred pages and twice the work of fifty: each block is composed as often as
    before.
    """
    folder = project(tmp_path / "project")
    work = []
    for count in (50, 100):
        with monkeypatch.context() as patch:
            counted = Counted(patch)
            proofed = of_sections(count, folder)
        assert proofed.findings == ()
        assert len(proofed.pagination.pages) == count
        assert counted.blocks >= 4 * count
        work.append((counted.blocks, counted.lines))
    (blocks, lines), (twice_the_blocks, twice_the_lines) = work
    assert twice_the_blocks <= 2 * blocks
    assert twice_the_lines <= 2 * lines * 1.05
