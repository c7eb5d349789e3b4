"""How an author writes a table: columns and rows in place, or a sheet (CSV) beside the content file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from brochure.content.model import Text as Running_
from brochure.content.model import Title
from brochure.content.passages import noun
from brochure.content.running import Running
from brochure.content.titles import TitleKind
from brochure.diagnostics import Words
from brochure.source import (
    Choice,
    Faults,
    Field,
    Form,
    ListOf,
    Mapping,
    Node,
    Number,
    Scalar,
    Schema,
    Sequence,
    Text,
    scalar,
)

if TYPE_CHECKING:
    from brochure.content.apart import Column, Row, Table

MOST_COLUMNS: Final = 24
MOST_ROWS: Final = 1000

_RUNNING: Final = Running()
_TITLE: Final = TitleKind()
_SHORT: Final = Text(longest=40)
_UNIT_BEHIND: Final = re.compile(r"(.+?)\s*[（(]([^（）()]{1,20})[）)]")  # 接待游客（万人）
