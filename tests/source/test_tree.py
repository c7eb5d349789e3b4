"""What YAML allows and an author never needs is refused, with its place; limits hold."""

import time

import pytest

from brochure.source import Mapping, parse
from brochure.source.scalars import MAX_CHARACTERS
from brochure.source.tree import MAX_DEPTH, MAX_VALUES
from tests.source.findings import faults_of, yaml_faults

REFUSED = {
    "anchor and alias": ("a: &x 1\nb: *x\n", ["1:4 source/anchor", "2:4 source/alias"]),
    "anchor of a list": ("a: &x\n  - 1\n", ["1:4 source/anchor"]),
    "python tag": ("a: !!python/object/apply:os.system ['true']\n", ["1:4 source/tag"]),
    "set tag": ("a: !!set {b, c}\n", ["1:4 source/tag"]),
    "text tag": ("a: !!str 1\nb: !x 2\n", ["1:4 source/tag", "2:4 source/tag"]),
    "bare exclamation mark": ("a: ! x\n", ["1:4 source/tag"]),
    "tag directive": ("%TAG !y! tag:y,2000:\n---\na: 1\n", ["1:1 source/tag"]),
    "merge key": ("a:\n  <<: {b: 1}\n  c: 2\n", ["2:3 source/merge-key"]),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", ["3:1 source/duplicate-key"]),
    "duplicate keys in braces": (
        "x: {a: 1, b: 2, a: 3, b: 4}\n",
        ["1:17 source/duplicate-key", "1:23 source/duplicate-key"],
    ),
    "the same key three times": (
        "a: 1\na: 2\na: 3\n",
        ["2:1 source/duplicate-key", "3:1 source/duplicate-key"],
    ),
    "list as key": ("? [a]\n: 1\nb: 2\n", ["1:3 source/key-not-text"]),
    "mapping as key": ("? {a: 1}\n: 1\n", ["1:3 source/key-not-text"]),
    "nothing as key": ("? \n: 1\n", ["1:2 source/key-not-text"]),
    "null as key": ("~: 1\nnull: 2\n", ["1:1 source/key-not-text", "2:1 source/key-not-text"]),
    "second document": ("a: 1\n---\nb: 2\n", ["2:1 source/second-document"]),
    "empty file": ("", ["1:1 source/empty"]),
    "comments only": ("# 西宁\n\n# 画册\n", ["1:1 source/empty"]),
    "null at the top": ("~\n", ["1:1 source/empty"]),
    "list at the top": ("- a\n- b\n", ["1:1 source/not-a-mapping"]),
    "text at the top": ("西宁\n", ["1:1 source/not-a-mapping"]),
    "escape code in a key": ('"\\x1b[31m": 1\n', ["1:2 source/control-character"]),
    "bidirectional control by escape": ('a: "西\\u202e宁"\n', ["1:6 source/bidi-control"]),
    "text cut by a number sign": (
        "a: 获评 #1 名\nb: #ff0000\nc: 1 # 注\n",
        ["1:7 source/comment-in-text", "2:4 source/comment-in-text"],
    ),
    "faults of several kinds": (
        "a: &x 1\na: 2\nb: !y 3\n? [c]\n: 4\n",
        ["1:4 source/anchor", "2:1 source/duplicate-key", "3:4 source/tag", "4:3 source/key-not-text"],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_at_its_place(name: str) -> None:
    """Every refused construct is told with its code, line and column, all of a file together."""
    text, expected = REFUSED[name]
    assert yaml_faults(text) == expected


def test_duplicate_key_names_the_first_line() -> None:
    """A key given twice points at the second and says where the first is."""
    (finding,) = faults_of(lambda: parse("title: 一\nslug: x\ntitle: 二\n", "a.yaml"))
    assert "`title`" in finding.message.en
    assert "line 1" in finding.message.en
    assert "第 1 行" in finding.message.zh


BOMBS = {
    "brackets": ("a: " + "[" * 200_000, "source/too-deep"),
    "thousand brackets": ("a: " + "[" * 1000 + "]" * 1000, "source/too-deep"),
    "block lists": ("- " * 3000 + "a\n", "source/too-deep"),
    "block mappings": ("".join(f"{'  ' * depth}a:\n" for depth in range(3000)), "source/too-deep"),
    "list of rows": ("a:\n" + "  - b\n" * 100_000, "source/too-many-values"),
    "keys": ("".join(f"k{n}: 1\n" for n in range(100_000)), "source/too-many-values"),
    "aliases": ("a: &a [x]\n" + "".join(f"k{n}: *a\n" for n in range(30_000)), "source/too-many-values"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_quickly(name: str) -> None:
    """A small file made to stall or crash a reader is refused within a second of its own time."""
    text, code = BOMBS[name]
    begun = time.process_time()
    findings = faults_of(lambda: parse(text, "a.yaml"))
    assert findings[-1].code == code or code in {finding.code for finding in findings}
    assert time.process_time() - begun < 1.5


def test_depth_is_told_where_it_is_passed() -> None:
    """33 nested lists: the 33rd is at fault; 31 lists inside the top mapping are read."""
    deep = "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert yaml_faults(deep) == [f"1:{3 + MAX_DEPTH} source/too-deep"]
    assert isinstance(parse("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "a.yaml"), Mapping)


def test_value_limit_is_exact() -> None:
    """As many values as the limit are read, one more is not."""
    values = MAX_VALUES - 3  # the mapping, its key and the list count too
    assert isinstance(parse("a:\n" + "- b\n" * values, "a.yaml"), Mapping)
    assert yaml_faults("a:\n" + "- b\n" * (values + 1)) == [f"{values + 2}:3 source/too-many-values"]


def test_paragraph_of_a_megabyte() -> None:
    """A paragraph of 1 MB is refused at its place with its length; one of 100,000 characters is read."""
    (finding,) = faults_of(lambda: parse("a: 1\nb: " + "西" * 350_000 + "\nc: 1\n", "a.yaml"))
    assert (finding.code, str(finding.span)) == ("source/text-too-long", "a.yaml:2:4")
    assert "350,000" in finding.message.en
    assert isinstance(parse("b: " + "西" * MAX_CHARACTERS, "a.yaml"), Mapping)
