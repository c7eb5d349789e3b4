"""The schema beside the content is the one the reader would write, and says what the reader does."""

import json
import re
from typing import Any

import pytest

from brochure.content import FIRST_LINE, SCHEMA_FILE, content_schema, schema_text
from brochure.shipped import shelf
from tests.content.test_parse import WHOLE


def test_the_schema_on_the_shelf_is_fresh() -> None:
    """``content/brochure.schema.json`` is what ``brochure schema`` writes today."""
    assert (shelf("content") / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()


def test_the_sample_names_its_schema_first() -> None:
    """The first line of the sample tells editors where the schema is."""
    assert (shelf("content") / "xining.yaml").read_text(encoding="utf-8").startswith(FIRST_LINE + "\n")


def properties(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every property of the schema with its name."""
    found: list[tuple[str, dict[str, Any]]] = []
    if isinstance(schema, dict):
        found += list(schema.get("properties", {}).items())
        for part in schema.values():
            found += properties(part)
    elif isinstance(schema, list):
        for part in schema:
            found += properties(part)
    return found


def test_every_key_is_described_in_chinese() -> None:
    """Hovering over any key in an editor says in Chinese what it is."""
    described = properties(content_schema())
    assert {"slug", "title", "blocks", "metrics", "value", "qualifier", "photo", "focus", "credits"} <= {
        name for name, _ in described
    }
    assert [
        name for name, schema in described if not re.search("[\u4e00-\u9fff]", schema.get("description", ""))
    ] == []


def test_the_schema_is_draft_07_with_closed_objects() -> None:
    """Draft 07 is what YAML editors know; no object takes unknown keys."""
    schema = content_schema()
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(schema_text()) == schema
    assert schema_text().count('"type": "object"') == schema_text().count('"additionalProperties": false')


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """Whether *value* fits *schema*, for the few words of JSON Schema that ours uses."""
    if "anyOf" in schema:
        return any(accepts(part, value) for part in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    match value:
        case dict():
            known = schema.get("properties", {})
            return (
                "object" in kinds
                and set(schema.get("required", ())) <= set(value)
                and all(key in known and accepts(known[key], part) for key, part in value.items())
            )
        case list():
            within = schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**6)
            return "array" in kinds and within and all(accepts(schema["items"], part) for part in value)
        case str():
            return "string" in kinds and bool(re.search(schema.get("pattern", ""), value))
        case int() | float():
            within = schema.get("minimum", value) <= value <= schema.get("maximum", value)
            return ("number" in kinds or ("integer" in kinds and isinstance(value, int))) and within
    return False


def example() -> dict[str, Any]:
    """The brochure that uses every key, as an editor sees it."""
    return {
        "slug": "xining",
        "layout": "civic-16k",
        "title": "向「绿」而行 |向「新」发力",
        "cover": {
            "photo": {"file": "a/cover.jpg", "kind": "illustration", "focus": ["50%", 0.6]},
            "line": "二〇二五",
        },
        "keep": ["西宁"],
        "front": [{"lead": "在**西宁**"}],
        "sections": [
            {
                "slug": "one",
                "title": "一",
                "theme": "pine",
                "blocks": [
                    "一段",
                    {"text": {"lead": "提要", "text": "正文"}},
                    {"text": "二段"},
                    {"heading": {"title": "小标题", "level": 2}},
                    {"metric": {"value": 187, "unit": "家", "label": "平台"}},
                    {"metrics": [{"value": "1.47", "label": "强度"}]},
                ],
            }
        ],
        "closing": {"title": "完", "blocks": ["再见"]},
        "credits": {"source": "来源", "date": "2025-11-30"},
    }


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    """The brochure with every kind of block fits the schema."""
    assert WHOLE.count("metric") >= 2
    assert accepts(content_schema(), example())


WRONG: list[tuple[str, Any]] = [
    ("slug", "One Two"),
    ("sections", []),
    ("title", None),
    ("titel", "西宁"),
    ("credits", {"date": "2025年"}),
    ("cover", {"photo": {"file": "a.eps"}}),
    ("cover", {"photo": {"file": "a.jpg", "focus": [0.5, 1.5]}}),
    ("front", [{"metric": {"value": 1, "uint": "%", "label": "一"}}]),
    ("front", [{"lead": "一", "text": "二"}]),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_the_schema_refuses_what_the_reader_refuses(key: str, value: Any) -> None:
    """A wrong slug, no sections, a mistyped key, a wrong date, name or focus do not fit."""
    assert not accepts(content_schema(), {**example(), key: value})
