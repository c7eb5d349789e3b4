"""Quick values mean what the standard library's dataclasses mean."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import Any

import pytest

from brochure import values


@values.dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    """A value."""

    name: str
    size: float = 1.0
    parts: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False)
    place: object = field(default=None, compare=False, repr=False)

    @property
    def double(self) -> float:
        """Twice the size."""
        return 2 * self.size


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """The same, made by the standard library."""

    name: str
    size: float = 1.0
    parts: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False)
    place: object = field(default=None, compare=False, repr=False)


def test_equality_hash_and_repr_are_those_of_a_dataclass() -> None:
    """Fields left out of comparison or of the repr are left out here too."""
    one, two = Quick(name="a", place=1), Quick(name="a", place=2, seen=[3])
    assert one == two
    assert hash(one) == hash(two) == hash(Standard(name="a"))
    assert one != Quick(name="b")
    other: object = Standard(name="a")
    assert one != other
    assert repr(one) == repr(Standard(name="a", place=1)).replace("Standard", "Quick")


def test_the_library_takes_them_for_dataclasses() -> None:
    """`replace`, `fields`, `asdict` and `is_dataclass` work; defaults are made anew for each value."""
    one = Quick(name="a")
    assert is_dataclass(one)
    assert replace(one, size=2.0) == Quick(name="a", size=2.0)
    assert replace(one, size=2.0).double == 4.0
    assert [item.name for item in fields(one)] == [item.name for item in fields(Standard)]
    assert asdict(one) == asdict(Standard(name="a"))
    assert one.seen is not Quick(name="a").seen


def test_they_are_frozen() -> None:
    """Nothing can be set or deleted, and there is no room for anything else."""
    one = Quick(name="a")
    for attribute in ("name", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(one, attribute, 1)
        with pytest.raises(FrozenInstanceError):
            delattr(one, attribute)
    assert not hasattr(one, "__dict__")


def test_arguments_are_checked() -> None:
    """Positional, missing and unknown arguments are refused in the usual words."""
    quick: Any = Quick
    standard: Any = Standard
    given: tuple[tuple[tuple[str, ...], dict[str, object]], ...]
    given = ((("a",), {}), ((), {}), ((), {"name": "a", "nmae": 1}))
    for arguments, keywords in given:
        with pytest.raises(TypeError) as ours:
            quick(*arguments, **keywords)
        with pytest.raises(TypeError) as theirs:
            standard(*arguments, **keywords)
        assert str(ours.value) == str(theirs.value).replace("Standard.", "")


def test_they_travel() -> None:
    """Copies and pickles are equal to what they were made from."""
    one = Quick(name="a", parts=("b",))
    assert copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301


def test_what_it_does_not_know_goes_to_the_library() -> None:
    """Other manners, parents with fields and ``__post_init__`` are made by the standard decorator."""
    loose: Any = type("Loose", (), {"__annotations__": {"size": int}})
    made = values.dataclass(slots=True)(loose)
    assert made(3).size == 3
