"""The layouts in the box; and no design anywhere else."""

import ast
from hashlib import sha256
from pathlib import Path

import pytest

import brochure
from brochure.layout import Layout, load_layout
from brochure.shipped import shelf

SHIPPED = sorted(shelf("layouts").glob("*.yaml"))
CONDITIONS = shelf("layouts") / "conditions"


def load(path: Path) -> Layout:
    """A shipped layout."""
    return load_layout(path, path.name, (CONDITIONS,))


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_every_shipped_layout_is_without_fault(path: Path) -> None:
    """It loads, bears its file's name, and every master it makes is used by its plan."""
    layout = load(path)
    assert layout.name == path.stem
    sequences = [sequence for stage in layout.plan for sequence in stage.sequences]
    asked = {name for sequence in sequences for name in (*sequence.masters, *sequence.then)}
    assert set(layout.masters) == asked


@pytest.mark.parametrize("path", sorted(CONDITIONS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_condition_has_the_profile_it_names(path: Path) -> None:
    """The profile beside it is the one whose digest it gives, and keeps the limit it sets."""
    (condition,) = {load(layout).condition for layout in SHIPPED if load(layout).condition.name == path.stem}
    assert sha256(condition.icc.read_bytes()).hexdigest() == condition.icc_digest
    assert condition.ppi_error < condition.ppi_warning < condition.ppi


def test_no_design_stands_in_python() -> None:
    """No ink but paper, black and the registration colour, and no family of the font shelf, is written in
    the program.
    """
    families = {"song", "hei", "kai", "figures"}
    inks, faces = [], []
    for path in sorted(Path(brochure.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{path.parent.name}/{path.name}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Cmyk":
                values = [part.value for part in node.args if isinstance(part, ast.Constant)]
                if len(values) == 4 and values not in ([0, 0, 0, 0], [0, 0, 0, 1], [1, 1, 1, 1]):
                    inks.append(where)
            elif isinstance(node, ast.Constant) and node.value in families:
                faces.append(where)
    assert (inks, faces) == ([], [])
