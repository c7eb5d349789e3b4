"""The content language as JSON Schema (draft 07, the newest that YAML editors know), described in Chinese."""

from __future__ import annotations

import json
from typing import Final

from brochure.content.forms import BROCHURE
from brochure.source import Schema

SCHEMA_FILE: Final = "brochure.schema.json"
FIRST_LINE: Final = f"# yaml-language-server: $schema=./{SCHEMA_FILE}"


def content_schema() -> Schema:
    """The schema of a content file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "brochure 画册内容",
        **BROCHURE.schema(),
    }


def schema_text() -> str:
    """The schema as the file that stands beside the content, same text on every machine."""
    return json.dumps(content_schema(), ensure_ascii=False, indent=2) + "\n"
