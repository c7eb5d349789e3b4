"""The press condition: what the printer's press and paper allow, as data beside the layouts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from brochure.diagnostics import Words
from brochure.geometry import Pt, mm
from brochure.source import At, Faults, Field, Form, Length, Number, Share, Text, read
from brochure.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PressCondition:
    """A printing condition (印刷条件) with its limits.

    *registered_name* is the name in the ICC registry (``FOGRA39``), printed as OutputConditionIdentifier;
    *icc* the profile file with its sha256; *total_ink* a share (3.0 is 300 %); *ppi* the effective
    resolution pictures are prepared at, *ppi_warning* and *ppi_error* the floors below which a finding is
    raised; *min_rule* and *min_text* in points (multi-ink or reversed text: *min_reversed_text*);
    *min_module* is the side of the smallest square of a QR code.
    """

    name: str
    registered_name: str
    registry: str
    description: str
    icc: Path
    icc_digest: str
    total_ink: float = 3.0
    ppi: float = 300.0
    ppi_warning: float = 225.0
    ppi_error: float = 150.0
    min_rule: Pt = 0.25
    min_text: Pt = 6.0
    min_reversed_text: Pt = 7.0
    min_module: Pt = mm(0.33)


_FORM: Form[dict[str, object]] = Form(
    dict,
    Words("a press condition", "印刷条件"),
    {
        "name": Field(Text(), "名称，与文件名相同", required=True),
        "registered-name": Field(Text(), "在 ICC 特性化数据登记处的名称", required=True),
        "registry": Field(Text(), "登记处", required=True),
        "description": Field(Text(), "说明", required=True),
        "icc": Field(At(Text()), "ICC 特性文件，与本文件同一文件夹", required=True),
        "icc-digest": Field(Text(pattern="[0-9a-f]{64}"), "该文件的 sha256", required=True),
        "total-ink": Field(Share(1.0, 4.0), "总墨量上限"),
        "ppi": Field(Number(72, 2400), "图片有效分辨率"),
        "ppi-warning": Field(Number(36, 2400), "低于此数给出警告"),
        "ppi-error": Field(Number(36, 2400), "低于此数不予付印"),
        "min-rule": Field(Length("0pt", "10pt"), "最细线"),
        "min-text": Field(Length("0pt", "30pt"), "最小字号"),
        "min-reversed-text": Field(Length("0pt", "30pt"), "反白或多色套印文字的最小字号"),
        "min-module": Field(Length("0.1mm", "5mm"), "二维码小方格的最小边长，默认 0.33mm"),
    },
    spanned=False,
)


def load_condition(path: Path) -> PressCondition:
    """The press condition in the file at *path*.

    Raises `BrochureError` with all its faults, or for a profile that is not there.
    """
    shown_as = f"conditions/{path.name}"
    faults = Faults("layout")
    written: dict[str, Any] | None = _FORM.read(read(path, shown_as), faults)
    faults.refuse()
    assert written is not None  # noqa: S101  # a form without faults gives a value
    icc = written.pop("icc")
    profile = path.parent / icc.value
    if "/" in icc.value or "\\" in icc.value or not profile.is_file():
        message = Words(
            f"there is no profile `{icc.value}` beside this file", f"此文件旁没有特性文件 `{icc.value}`"
        )
        faults.error("missing-profile", message, icc.span)
    faults.refuse()
    return PressCondition(icc=profile, **{key.replace("-", "_"): value for key, value in written.items()})
