"""`brochure inspect FILE.pdf`: a finished file re-read and judged, whoever made it."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from brochure.cli.command_line import usage_fault
from brochure.cli.desk import Desk
from brochure.cli.verb import Operand, Option, Outcome, Verb
from brochure.diagnostics import MachineError, Words, error

_HOUSES = ("gb-book", "kaiming", "banjiao", "hangmo-banjiao", "plain-grid")
_LEVELS = ("none", "basic", "gb", "strict")


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Judge the composition of the file: faults are errors, prices paid are notes."""
    if not asked.file:
        raise usage_fault(
            Words("say which PDF to inspect", "请写明要检查的 PDF"),
            Words("brochure inspect FILE.pdf --composition", "brochure inspect 文件.pdf --composition"),
        )
    from brochure.cli.report import show

    proof, report = _proof(asked)
    told = report.findings(proof)
    show(told, desk)
    if desk.style != "json":
        for words in report.summary(proof):
            desk.hand_over(desk.in_words(words))
    return Outcome(findings=told, facts=(("composition", {"file": asked.file, **report.record(proof)}),))


def _proof(asked: Namespace) -> tuple[Any, Any]:
    """The proof of the file asked for, and the module that tells it."""
    try:
        data = Path(asked.file).read_bytes()
    except (FileNotFoundError, IsADirectoryError) as fault:
        raise usage_fault(Words(f"there is no file `{asked.file}`", f"没有文件 `{asked.file}`")) from fault
    try:  # pikepdf and with it the whole room: `brochure --help` can do without
        from brochure.inspection.composition import inspect_composition, report
    except ImportError as lacking:
        raise MachineError([_no_library(lacking)]) from lacking
    return inspect_composition(data, asked.house or "gb-book", asked.level or "gb"), report


def _no_library(lacking: ImportError) -> Any:
    return error(
        "inspection/no-library",
        Words(
            f"re-reading a PDF takes a library that is not installed: {lacking.name}",
            f"重读 PDF 需要的库没有安装：{lacking.name}",
        ),
        None,
        Words("pip install 'brochure[inspect]'", "pip install 'brochure[inspect]'"),
    )


VERB = Verb(
    name="inspect",
    says=Words("a finished PDF re-read and judged, rule by rule", "重读成品 PDF，逐条检查排版规则"),
    run=run,
    examples=(
        (
            "brochure inspect out/xining_210x285_press.pdf --composition",
            Words("every line against GB/T 15834 and clreq", "按 GB/T 15834 与 clreq 检查每一行"),
        ),
        ("brochure inspect FILE.pdf --json", Words("every rule, place and measure", "全部规则、位置与数值")),
    ),
    operand=Operand(
        name="file", shown="FILE.pdf", says=Words("any PDF with Chinese text", "任何含中文的 PDF")
    ),
    options=(
        Option(
            flags=("--composition",),
            says=Words("the composition of its text (the default)", "检查文字排版（默认）"),
        ),
        Option(
            flags=("--house",),
            value="NAME",
            choices=_HOUSES,
            says=Words(
                "the widths of marks it promises: " + ", ".join(_HOUSES), "标点体例：" + "、".join(_HOUSES)
            ),
        ),
        Option(
            flags=("--level",),
            value="LEVEL",
            choices=_LEVELS,
            says=Words(
                "the prohibition level: " + ", ".join(_LEVELS), "行首行尾禁则的级别：" + "、".join(_LEVELS)
            ),
        ),
    ),
)
