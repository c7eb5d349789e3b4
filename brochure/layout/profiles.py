"""House profiles by name: a file each in ``layouts/profiles``, the author's own before the shelf's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from brochure.diagnostics import Words
from brochure.layout.forms import PROFILE_FILE
from brochure.layout.masters import refuse_unknown
from brochure.shipped import shelf
from brochure.source import Faults, Placed, read

Written = Mapping[str, Any]

_NO_RULES = frozenset({"span", "based-on", "name", "title"})


class Profiles:
    """The profiles that a layout can name; each file is read once, when it is first asked for."""

    def __init__(self, folders: tuple[Path, ...], faults: Faults) -> None:
        self.folders = (*folders, shelf("layouts") / "profiles")
        self.faults = faults
        self._read: dict[str, Mapping[str, Any]] = {}

    def rules(self, written: Written, house: Mapping[str, Any]) -> Mapping[str, Any]:
        """What *written* says, by the names of `Profile`; what it leaves out comes from the profile it is
        based on, else from *house*.
        """
        asked = written.get("based-on")
        return {**(self._named(asked) if asked else house), **_own(written)}

    def _named(self, asked: Placed[str]) -> Mapping[str, Any]:
        if asked.value not in self._read:
            self._read[asked.value] = self._found(asked)
        return self._read[asked.value]

    def _found(self, asked: Placed[str]) -> Mapping[str, Any]:
        for folder in self.folders:
            path = folder / f"{asked.value}.yaml"
            if path.is_file():
                written = PROFILE_FILE.read(read(path, f"profiles/{path.name}"), self.faults)
                return _own(written) if written else {}
        names = {path.stem: None for folder in self.folders for path in sorted(folder.glob("*.yaml"))}
        refuse_unknown(asked, names, Words("profile", "排版规矩"), self.faults)
        return {}


def _own(written: Written) -> Mapping[str, Any]:
    """The rules that are written, by the names of `Profile`."""
    return {key.replace("-", "_"): value for key, value in written.items() if key not in _NO_RULES}
