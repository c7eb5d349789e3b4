"""The door to reportlab: nothing a stranger left lying about is run or obeyed (reliability 0.2)."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOOK = "import os, sys; from brochure.pdf.door import pdfdoc; "


def _python(code: str, folder: Path, **environment: str) -> str:
    """What *code* prints in a fresh interpreter that stands in *folder* and calls it home."""
    done = subprocess.run(
        (sys.executable, "-c", LOOK + code),
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "PYTHONPATH": f"{folder}{os.pathsep}{ROOT}", **environment},
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


def _plant(folder: Path) -> Path:
    canary = folder / "canary"
    names = (".reportlab_settings", ".reportlab_mods", "reportlab_settings.py", "reportlab_mods.py")
    for name in names:
        folder.joinpath(name).write_text(f"open({str(canary)!r}, 'a').write({name!r})\nuseA85 = 7\n")
    return canary


def test_planted_settings_do_not_run(tmp_path: Path) -> None:
    """Four settings files in the home and working folder are neither run nor obeyed."""
    canary = _plant(tmp_path)
    assert _python("from reportlab import rl_config; print(rl_config.useA85)", tmp_path) != "7"
    assert not canary.exists()


def test_the_same_files_do_run_without_the_door(tmp_path: Path) -> None:
    """The trap is real: imported plainly, reportlab runs them."""
    canary = _plant(tmp_path)
    subprocess.run(
        (sys.executable, "-c", "import reportlab.rl_config"),
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(tmp_path)},
        check=True,
    )
    assert canary.exists()


def test_environment_is_not_obeyed_and_stays(tmp_path: Path) -> None:
    """RL_* variables change nothing in reportlab and are still there for others."""
    code = "from reportlab import rl_config; print(rl_config.invariant, os.environ['RL_invariant'])"
    assert _python(code, tmp_path, RL_invariant="7") == "0 7"


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """Stand-ins are gone from the module table, Pillow was not read, and loads as usual afterwards."""
    code = (
        "print([m for m in sys.modules if 'settings' in m or '_mods' in m], 'PIL._imaging' in sys.modules); "
        "from PIL import Image, JpegImagePlugin; "
        "print(Image is sys.modules['PIL.Image'], Image.new('L', (2, 3)).size)"
    )
    assert _python(code, tmp_path).splitlines() == ["['reportlab.rl_settings'] False", "True (2, 3)"]
