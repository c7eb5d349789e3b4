"""Frozen values, made quickly: `dataclass` with the meaning of the standard library's, a sixth of its cost.

The standard decorator writes and compiles every method of every class; over the hundred values of this house
that took 60 ms, a fifth of a whole warm build, at every start. This one compiles only ``__init__`` and shares
the rest. It knows what the house uses (frozen, slotted, keyword-only, no inheritance, no ``__post_init__``)
and leaves everything else to the standard library. To `dataclasses.replace`, `fields`, `asdict` and to type
checkers its classes are dataclasses.
"""

from __future__ import annotations

import dataclasses
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**how: bool) -> Any:
        """A class decorator; the quick way for ``frozen=True, slots=True, kw_only=True`` alone."""
        quick = how == {"frozen": True, "slots": True, "kw_only": True}
        return _value if quick else dataclasses.dataclass(**how)


def _value(cls: type) -> Any:
    space = vars(cls)
    annotations: dict[str, Any] = space.get("__annotations__", {})
    special = any("ClassVar" in str(kind) or "InitVar" in str(kind) for kind in annotations.values())
    if cls.__bases__ != (object,) or "__post_init__" in space or special:
        return dataclasses.dataclass(frozen=True, slots=True, kw_only=True)(cls)
    fields = {name: _field(name, kind, space.get(name, MISSING)) for name, kind in annotations.items()}
    body = {name: value for name, value in space.items() if name not in _LEFT_BEHIND and name not in fields}
    body |= {"__slots__": tuple(fields), "__dataclass_fields__": fields, **_SHARED, **_written(space)}
    made: Any = type(cls.__name__, (), body)
    made.__compared__ = _getter([name for name, field in fields.items() if field.compare])
    made.__init__ = _init(fields, made)
    return made


def _field(name: str, kind: Any, given: Any) -> Any:
    field: Any = given if isinstance(given, Field) else dataclasses.field(default=given)
    field.name, field.type, field.kw_only = name, kind, True
    field._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001  # what `fields` looks for
    return field


def _init(fields: dict[str, Field[Any]], made: Any) -> Any:
    """``__init__``, the one method worth writing out: each field straight into its slot."""
    names: dict[str, Any] = {"_made_here": _MADE_HERE}
    parameters, lines = [], []
    for name, field in fields.items():
        names[f"_set_{name}"] = getattr(made, name).__set__
        if field.default_factory is not MISSING:
            names[f"_make_{name}"] = field.default_factory
            parameters.append(f"{name}=_made_here")
            lines.append(f" _set_{name}(self, _make_{name}() if {name} is _made_here else {name})")
            continue
        names[f"_default_{name}"] = field.default
        parameters.append(name if field.default is MISSING else f"{name}=_default_{name}")
        lines.append(f" _set_{name}(self, {name})")
    star = "*, " if parameters else ""
    text = "\n".join([f"def __init__(self, {star}{', '.join(parameters)}):", *(lines or [" pass"])])
    exec(text, names)  # noqa: S102  # our own class's field names, nothing else
    return names["__init__"]


def _getter(names: list[str]) -> Any:
    """What two values are compared by; kept on the class, so it takes the value as its one argument."""
    return staticmethod(attrgetter(*names) if names else lambda value: ())  # noqa: ARG005


def _written(space: Any) -> dict[str, Any]:
    """The methods a class writes itself win over the shared ones."""
    return {name: space[name] for name in _SHARED if space.get(name) is not None and name in space}


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == self.__compared__(other)


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _repr(self: Any) -> str:
    fields = self.__dataclass_fields__.items()
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name, field in fields if field.repr)
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, value: object = None) -> None:
    del value
    raise FrozenInstanceError(f"cannot change field {name!r} of a {type(self).__name__}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__slots__]


def _with_state(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """Its parameters serve all quick values."""


_MADE_HERE = object()
_LEFT_BEHIND = frozenset({"__dict__", "__weakref__"})
_SHARED: dict[str, Any] = {
    "__dataclass_params__": vars(_Sample)["__dataclass_params__"],
    "__match_args__": (),
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__getstate__": _state,
    "__setstate__": _with_state,
}
