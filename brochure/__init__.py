"""A printing house for Chinese brochures: structured YAML in, print-ready PDF out.

``brochure.load("brochure.yaml").build("out")`` prints one; `Work` says what else can be asked of it.
"""

# Nothing is imported here: with ``python -m brochure`` the working folder comes first in the search until
# ``__main__`` takes it out, and a stranger's typing.py would run. Type checkers know the name all the same.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.diagnostics import BrochureError
    from brochure.press.work import Delivered, Work, load

__all__ = ["BrochureError", "Delivered", "Work", "load"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """The press, opened only when asked for: ``brochure --help`` imports this package too."""
    if name in ("Delivered", "Work", "load"):
        from brochure.press import work

        return getattr(work, name)
    if name == "BrochureError":
        from brochure.diagnostics import BrochureError

        return BrochureError
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
