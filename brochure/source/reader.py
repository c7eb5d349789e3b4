"""Reads YAML into nodes that remember their place. The only module that has heard of PyYAML.

The tree is built from libyaml's events, within limits, because `safe_load` types values away (``1801.10`` →
1801.1), lets the last of two equal keys win in silence, and can be made to crash or stall by a small file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import yaml

from brochure.diagnostics import BrochureError, Diagnostic, MachineError, Words, error
from brochure.source.decode import decode, refuse_characters
from brochure.source.faults import Faults
from brochure.source.files import NotAFileError, TooLargeError, read_regular
from brochure.source.manuscript import Manuscript
from brochure.source.names import names_in, nearest
from brochure.source.nodes import Mapping
from brochure.source.tree import Stopped, Tree

MAX_BYTES: Final = 5_000_000
_MAX_FAULTS: Final = 50


def read(path: Path, shown_as: str) -> Mapping:
    """The mapping that the YAML file at *path* holds; *shown_as* is its name in findings.

    Raises `BrochureError` with every fault that can be found in one pass, `MachineError` when the file
    cannot be read.
    """
    return parse(decode(load(path, shown_as), shown_as), shown_as)


def load(path: Path, shown_as: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of the regular file at *path*, *limit* at most. Raises `BrochureError` naming what else is
    there.
    """
    try:
        return read_regular(path, limit)
    except (FileNotFoundError, NotADirectoryError):
        raise BrochureError([_missing(path, shown_as)]) from None
    except NotAFileError:
        message = Words(f"`{shown_as}` is not a file", f"`{shown_as}` 不是文件")
        raise BrochureError([error("source/not-a-file", message)]) from None
    except TooLargeError:
        most = f"{limit / 1e6:g} MB"
        message = Words(f"`{shown_as}` is larger than {most}", f"`{shown_as}` 超过 {most}")
        raise BrochureError([error("source/too-large", message)]) from None
    except (OSError, ValueError) as fault:  # ValueError: a NUL in the name
        why = getattr(fault, "strerror", None) or str(fault)
        message = Words(f"`{shown_as}` cannot be opened: {why}", f"无法打开 `{shown_as}`：{why}")
        raise MachineError([error("source/unreadable", message)]) from None


def parse(text: str, shown_as: str) -> Mapping:
    """The mapping that the YAML *text* holds; raises `BrochureError` like `read`."""
    refuse_characters(text, shown_as)
    manuscript = Manuscript(text, shown_as)
    faults = Faults("source")
    while True:
        tree = Tree(manuscript)
        mended = _grow(tree, manuscript, faults)
        if mended is None or len(faults.found) >= _MAX_FAULTS:
            break
        manuscript = mended
    faults.found.extend(tree.faults.found)
    root = tree.root_mapping(faults) if not faults.found else None
    if root is None:
        raise BrochureError(faults.in_order)
    return root


def _grow(tree: Tree, manuscript: Manuscript, faults: Faults) -> Manuscript | None:
    """Grow *tree* from *manuscript*; after a fault, the manuscript mended so that the faults behind it are
    found too.
    """
    try:
        _feed(tree, manuscript.text)
    except Stopped:
        return None
    except yaml.YAMLError as fault:
        from brochure.source.mishaps import explain  # needed only when something is wrong

        mishap = explain(fault, manuscript, tree.last, tree.bracket)
        if faults.found and not mishap.certain:
            return None  # it may be the echo of our own mending
        faults.found.append(mishap.finding)
        return mishap.mended
    return None


def _feed(tree: Tree, text: str) -> None:
    try:
        from yaml._yaml import CParser
    except ImportError:
        message = Words(
            "this Python's PyYAML was built without libyaml, which brochure reads with",
            "当前 Python 的 PyYAML 没有编入 libyaml，本程序需要它来读取 YAML",
        )
        hint = Words(
            "install the PyYAML wheel: pip install --force-reinstall pyyaml",
            "请重新安装：pip install --force-reinstall pyyaml",
        )
        raise MachineError([error("source/no-libyaml", message, None, hint)]) from None
    parser = CParser(text)
    event = parser.get_event()
    while event is not None:
        tree.take(event)
        event = parser.get_event()


def _missing(path: Path, shown_as: str) -> Diagnostic:
    near = nearest(path.name, names_in(path.parent, ".yaml", ".yml"))
    message = Words(f"there is no file `{shown_as}`", f"没有文件 `{shown_as}`")
    return error("source/missing-file", message, None, Words(f"`{near}`", f"`{near}`") if near else None)
