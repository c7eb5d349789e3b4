"""A small brochure for tests, and what reading a text finds."""

from brochure.content import Brochure, parse_brochure
from tests.source.findings import faults_of, told

SMALL = """\
slug: small
title: 西宁
sections:
  - slug: one
    title: 第一节
    blocks:
      - 清洁能源利用率超80%。
"""


def small(text: str = SMALL) -> Brochure:
    """The brochure in *text*."""
    return parse_brochure(text, "a.yaml")


def with_block(block: str) -> str:
    """The small brochure with one more block, which begins on line 8."""
    return SMALL + "".join(f"      {line}\n" for line in block.splitlines())


def content_faults(text: str) -> list[str]:
    """What reading *text* finds, as ``line:column code``."""
    return told(faults_of(lambda: small(text)))
