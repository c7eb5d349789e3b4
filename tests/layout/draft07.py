"""A checker for the words of JSON Schema (draft 07) that our schemas use; any other word is a fault."""

import re
from typing import Any

_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "integer": int,
}
_WORDS: dict[str, type | tuple[type, ...]] = {
    "$schema": str,
    "title": str,
    "description": str,
    "type": (str, list),
    "properties": dict,
    "required": list,
    "additionalProperties": (bool, dict),
    "items": dict,
    "minItems": int,
    "maxItems": int,
    "enum": list,
    "pattern": str,
    "minimum": (int, float),
    "maximum": (int, float),
    "anyOf": list,
}


def faults_of_schema(schema: Any, at: str = "$") -> list[str]:
    """Where *schema* is not a schema of draft 07 (JSON Schema Validation, 6)."""
    if not isinstance(schema, dict):
        return [f"{at}: not an object"]
    found = [f"{at}: {word}" for word in schema if not isinstance(schema[word], _WORDS.get(word, ()))]
    kinds = schema.get("type", [])
    found += [
        f"{at}: type {kind}" for kind in ([kinds] if isinstance(kinds, str) else kinds) if kind not in _KINDS
    ]
    if "pattern" in schema:
        re.compile(schema["pattern"])
    if set(schema.get("required", ())) - set(schema.get("properties", ())):
        found.append(f"{at}: requires what it does not know")
    inner = [(f"{at}.{name}", part) for name, part in schema.get("properties", {}).items()]
    inner += [(f"{at}|{number}", part) for number, part in enumerate(schema.get("anyOf", ()))]
    inner += [(f"{at}[]", schema["items"])] if "items" in schema else []
    if isinstance(schema.get("additionalProperties"), dict):
        inner.append((f"{at}.*", schema["additionalProperties"]))
    return found + [fault for place, part in inner for fault in faults_of_schema(part, place)]


def faults_of_value(schema: dict[str, Any], value: Any, at: str = "$") -> list[str]:
    """Where *value* does not fit *schema*."""
    if "anyOf" in schema:
        tried = [faults_of_value(part, value, at) for part in schema["anyOf"]]
        return [] if any(not faults for faults in tried) else [f"{at}: none of {len(tried)} forms"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r} is none of {schema['enum']}"]
    kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(_is(kind, value) for kind in kinds):
        return [f"{at}: {value!r} is not {kinds}"]
    if isinstance(value, dict):
        return _in_object(schema, value, at)
    if isinstance(value, list):
        short = len(value) < schema.get("minItems", 0) or len(value) > schema.get("maxItems", len(value))
        inside = [
            f for i, part in enumerate(value) for f in faults_of_value(schema["items"], part, f"{at}[{i}]")
        ]
        return ([f"{at}: {len(value)} items"] if short else []) + inside
    if isinstance(value, str):
        fits = re.search(schema.get("pattern", ""), value)
        return [] if fits else [f"{at}: {value!r} is not {schema['pattern']}"]
    within = schema.get("minimum", value) <= value <= schema.get("maximum", value)
    return [] if within else [f"{at}: {value} is out of range"]


def _is(kind: str, value: Any) -> bool:
    return isinstance(value, _KINDS[kind]) and (kind == "boolean") == isinstance(value, bool)


def _in_object(schema: dict[str, Any], value: dict[str, Any], at: str) -> list[str]:
    found = [f"{at}: no {key}" for key in schema.get("required", ()) if key not in value]
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    for key, part in value.items():
        rule = known.get(key, others)
        if rule is False:
            found.append(f"{at}: {key} is not known")
        else:
            found += faults_of_value(rule, part, f"{at}.{key}")
    return found
