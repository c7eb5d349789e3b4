"""The layout language as JSON Schema, for editors: sound, described, and of one mind with the reader."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from brochure.layout.forms import LAYOUT
from brochure.shipped import shelf
from tests.layout.draft07 import faults_of_schema, faults_of_value
from tests.layout.slips import SLIPS
from tests.layout.written import BASE, HERE, changed

SCHEMA: dict[str, Any] = LAYOUT.schema()
SHIPPED = sorted(shelf("layouts").glob("*.yaml"))


def test_the_schema_is_draft_07() -> None:
    """Every word of it is one that draft 07 has, with a value of the kind it takes."""
    assert faults_of_schema(SCHEMA) == []
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_the_checker_finds_what_is_wrong() -> None:
    """The checker of these tests is no yes-man."""
    assert faults_of_schema({"type": "text", "requires": ["a"]}) == ["$: requires", "$: type text"]
    assert faults_of_schema({"properties": {"a": {"minimum": "1"}}, "required": ["b"]}) != []
    assert faults_of_value({"type": "integer"}, True) != []
    assert faults_of_value({"type": "string", "pattern": "^a$"}, "b") != []


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_the_schema_accepts_every_shipped_layout(path: Path) -> None:
    """What an editor sees (plain YAML) fits, key by key."""
    assert faults_of_value(SCHEMA, yaml.safe_load(path.read_text(encoding="utf-8"))) == []


def test_the_schema_accepts_the_small_layout() -> None:
    """So does the layout of these tests, spot ink and all."""
    assert faults_of_value(SCHEMA, yaml.safe_load(BASE)) == []


# Slips that show in one value, without knowing the rest of the file: an editor underlines them at once.
# `2-1` is a range to a pattern, and whether `yes` is a text depends on the editor's YAML.
ONE_VALUE = {
    "unknown-key",
    "unknown-choice",
    "not-a-figure",
    "not-so-written",
    "not-a-range",
    "not-an-ink",
    "wrong-count",
}
BY_FORM = [name for name, slip in SLIPS.items() if slip.code in ONE_VALUE and name != "a range backwards"]


@pytest.mark.parametrize("name", BY_FORM)
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    """Mistyped keys, units left out, odd inks: refused by the schema too."""
    text = changed(SLIPS[name].old, SLIPS[name].new).replace(HERE, "")
    assert faults_of_value(SCHEMA, yaml.safe_load(text)) != []


def test_every_key_is_described_in_chinese() -> None:
    """Hovering over any key says what it is."""
    assert [
        name
        for name, part in properties(SCHEMA)
        if not re.search("[\u4e00-\u9fff]", part.get("description", ""))
    ] == []
    assert len(properties(SCHEMA)) > 150


def properties(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every property of *schema*, however deep, with its name."""
    found: list[tuple[str, dict[str, Any]]] = []
    if isinstance(schema, dict):
        found += list(schema.get("properties", {}).items())
        found += [each for part in schema.values() for each in properties(part)]
    elif isinstance(schema, list):
        found += [each for part in schema for each in properties(part)]
    return found
