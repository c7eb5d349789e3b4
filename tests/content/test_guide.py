"""The author's guide shows what the reader takes."""

import re
from pathlib import Path
from typing import Final

import pytest

from brochure.content.forms import BLOCK, BROCHURE, CREDITS
from brochure.diagnostics import BrochureError
from tests.content.authored import small

GUIDE: Final = (Path(__file__).resolve().parents[2] / "docs/guide/content.md").read_text(encoding="utf-8")
EXAMPLES: Final = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
HEAD: Final = "slug: guide\ntitle: 书名\nsections:\n  - slug: one\n    title: 节名\n"


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_is_read(number: int) -> None:
    """Each YAML example of the guide, put where it belongs, is read without a fault."""
    example = EXAMPLES[number]
    if example.lstrip().startswith("- "):
        example = "blocks:\n" + example
    if example.startswith("handout:"):
        example = f"{HEAD}    blocks: [一段。]\n{example}"
    if example.startswith("blocks:"):
        example = HEAD + "".join(f"    {line}\n" for line in example.splitlines())
    assert small(example).sections[0].blocks


def test_every_key_is_in_the_guide() -> None:
    """The table of keys and the list of blocks name every key of the language, and the table no other."""
    table = GUIDE.partition("## 全部的键")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `([a-z_]+)`", table, re.MULTILINE) == [
        *("slug", "title", "subtitle", "layout", "handout_layout", "pages", "cover"),
        *("keep", "terms", "front", "sections", "closing", "credits", "handout"),
    ]
    assert set(re.findall(r"^\| `([a-z_]+)`", table, re.MULTILINE)) == set(BROCHURE.fields)
    assert all(f"`{key}`" in GUIDE for key in CREDITS.fields)
    assert all(f"- {key}:" in EXAMPLES[1] for key in BLOCK.cases)


def test_every_slip_in_the_guide_is_a_slip() -> None:
    """What the guide says not to write is not read as meant, and what to write instead is."""
    wrong = ("- **粗体**开头", "- 以::着重号::", "- 时间: 今天", "- 获评 #1 名", '- "一座"古"城"')
    right = ('- "**粗体**开头"', '- "以::着重号::"', "- 时间：今天", '- "获评 #1 名"', "- '一座\"古\"城'")
    for slip, remedy in zip(wrong, right, strict=True):
        assert f"| `{slip}` | `{remedy}`" in GUIDE
        with pytest.raises(BrochureError):
            small(f"{HEAD}    blocks:\n      {slip}\n")
        assert small(f"{HEAD}    blocks:\n      {remedy}\n").sections[0].blocks
