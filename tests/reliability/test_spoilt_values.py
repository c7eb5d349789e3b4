"""No value in content or layout makes the program stumble: there are pages, or findings with a place (P3)."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brochure.diagnostics import Diagnostic
from tests.reliability.workshop import findings, project

Tree: TypeAlias = Any
"""YAML as plain text, lists and dictionaries."""


ODD: Final[tuple[Tree, ...]] = (
    "", " ", "0", "-1", "2", "99999", "1e9", "nan", "0mm", "0.01pt", "-5mm", "1400mm", "bleed", "line 99",
    "9-2", "1-99", "0/0/0/0", "100/100/100/100", "true", "null", "~", "湖", "湖" * 60, "{page}", "{", "|",
    "a|b", "**", "::", "^{", "[a](b)", "。", "（", "justify", "body", "text", "photo", "metrics", "half",
    "strict", "../x", "</para>", "\\", [], {}, ["x"], {"x": "y"}, [[]], [{}],
)  # fmt: skip


def places(tree: Tree, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value of *tree*."""
    if path:
        yield path
    if isinstance(tree, dict):
        for key in tree:
            yield from places(tree[key], (*path, key))
    elif isinstance(tree, list):
        for index in range(len(tree)):
            yield from places(tree[index], (*path, index))


def at(tree: Tree, path: tuple[str | int, ...]) -> Tree:
    """What stands there."""
    for step in path:
        tree = tree[step]
    return tree


def spoil(tree: Tree, data: st.DataObject) -> Tree:
    """*tree* with one to three values replaced, taken out, doubled or exchanged."""
    tree = deepcopy(tree)
    for _ in range(data.draw(st.integers(1, 3))):
        paths = list(places(tree))
        if not paths:
            break
        path = data.draw(st.sampled_from(paths))
        above: Any = at(tree, path[:-1])
        last: Any = path[-1]
        match data.draw(st.sampled_from(("replace", "replace", "remove", "double", "exchange"))):
            case "replace":
                above[last] = deepcopy(data.draw(st.sampled_from(ODD)))
            case "remove":
                del above[last]
            case "double" if isinstance(above, list):
                above.insert(last, deepcopy(above[last]))
            case _:
                above[last] = deepcopy(at(tree, data.draw(st.sampled_from(paths))))
    return tree


def lines_in(folder: Path, finding: Diagnostic) -> int:
    """How many lines the file has that *finding* points into."""
    assert finding.span is not None, finding
    file = folder / finding.span.file
    return len(file.read_bytes().splitlines()) + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that every example spoils anew."""
    return project(tmp_path_factory.mktemp("odd") / "project")


@pytest.mark.parametrize("file", ["brochure.yaml", "layouts/leaf.yaml"])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_spoilt_value_is_a_finding_with_its_place(folder: Path, file: str, data: st.DataObject) -> None:
    """Whatever stands in place of a value of the content or the layout, pages come of it, or findings that
    point into a file of the project.
    """
    path = folder / file
    sound = path.read_bytes()
    try:
        tree = spoil(yaml.load(sound, Loader=yaml.BaseLoader), data)  # noqa: S506 -- our own file, as plain text
        path.write_text(
            yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8"
        )
        for finding in findings(folder):
            if finding.span is not None and (folder / finding.span.file).is_file():
                assert 1 <= finding.span.line <= lines_in(folder, finding)
            assert finding.message.en
            assert finding.message.zh
    finally:
        path.write_bytes(sound)
