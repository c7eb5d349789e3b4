"""The door to reportlab: its object layer, imported with everything else it would open on the way shut
out.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType

_SETTINGS = (
    "reportlab.local_rl_mods",
    "reportlab.local_rl_settings",
    "reportlab_mods",
    "reportlab_settings",
)


@contextmanager
def _without_settings() -> Iterator[None]:
    """Nobody's settings: reportlab runs files of these names from the path and the home folder, and obeys
    ``RL_*``.

    An empty module stands at each name while reportlab is imported, so nothing of a stranger's project is
    run and the output depends on no machine's habits. Environment and module table are as before
    afterwards.
    """
    heard = {name: os.environ.pop(name) for name in tuple(os.environ) if name.startswith("RL_")}
    placed = [name for name in _SETTINGS if name not in sys.modules]
    for name in placed:
        sys.modules[name] = ModuleType(name)
    try:
        yield
    finally:
        os.environ.update(heard)
        for name in placed:
            del sys.modules[name]


@contextmanager
def _without_pillow() -> Iterator[None]:
    """Pillow stays unread: reportlab imports it for pictures, which reach us already as JPEG data (saves
    12 ms).

    Lazy, not absent: should anything touch the module meanwhile, it loads as usual.
    """
    name = "PIL.Image"
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        yield
        return
    spec.loader = LazyLoader(spec.loader)
    lazy = module_from_spec(spec)
    spec.loader.exec_module(lazy)
    package = sys.modules["PIL"]
    sys.modules[name] = package.Image = lazy  # type: ignore[attr-defined]  # both, or "from PIL import Image" wakes it
    try:
        yield
    finally:
        del sys.modules[name], package.Image


with _without_settings(), _without_pillow():
    from reportlab.pdfbase import pdfdoc

__all__ = ["pdfdoc"]
