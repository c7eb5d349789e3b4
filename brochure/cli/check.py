"""`brochure check`: every finding; nothing is written unless `--fix` asks for it."""

from argparse import Namespace

from brochure.cli import exits, options
from brochure.cli.desk import Desk
from brochure.cli.verb import Option, Outcome, Verb
from brochure.diagnostics import BrochureError, Diagnostic, Severity, Words


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Check the whole edition and, where asked, every handout; first mend what `--fix` can."""
    # the whole press: not for `brochure --help`
    from brochure.cli import copyfit, jobs, mending, report, summary
    from brochure.content import Edition, Whole, handouts, load_brochure
    from brochure.press import proof
    from brochure.press.copyfit import CopyReport
    from brochure.source.excerpt import visible

    project = jobs.project_of(asked.file, desk)
    order, cache = jobs.Order(asked=asked, project=project, desk=desk), jobs.cache_of(asked)
    facts: tuple[tuple[str, object], ...] = ()
    if asked.fix:
        facts = (("fixed", mending.mend_content(project, desk)),)
    editions: list[Edition] = [Whole()]
    if asked.handouts:
        editions += handouts(load_brochure(project.content, project.shown_as))
    findings: list[Diagnostic] = []
    measured: list[CopyReport] = []
    code = exits.DONE
    for edition in editions:
        try:
            if asked.copyfit:
                measured.append(copyfit.measured(order.job(edition), cache))
                findings += measured[-1].proofed.findings
            else:
                findings += proof(order.job(edition), cache).findings
        except BrochureError as fault:
            findings += fault.findings
            code = max(code, jobs.failed(fault).code)
    told = tuple(dict.fromkeys(findings))
    report.show(told, desk)
    desk.remark(f"{visible(project.shown_as)}: {report.counted(told, desk)}")
    if told:
        first = Words("what a finding means", "查看某个问题的说明")
        summary.next_step(f"explain {told[0].code}", first, desk)
    copyfit.show(measured, desk)
    if asked.strict and any(finding.severity is Severity.WARNING for finding in told):
        code = max(code, exits.AT_FAULT)
    return Outcome(findings=told, code=code, facts=(*facts, *copyfit.facts(measured)))


VERB = Verb(
    name="check",
    says=Words(
        "every finding with its line; writes nothing unless told to",
        "列出所有问题及其所在的行；不加 --fix 就不写文件",
    ),
    run=run,
    examples=(
        ("brochure check", Words("this folder's brochure", "检查当前文件夹的画册")),
        (
            "brochure check --strict --handouts",
            Words("handouts too, warnings fail", "连同讲义；警告也算不通过"),
        ),
        (
            "brochure check --copyfit",
            Words("where a few characters would save a line", "看哪一段删几个字就能省一行"),
        ),
        ("brochure check --fix", Words("mend half-width marks and the like", "改正半角标点一类的输入错误")),
        ("brochure check --format short", Words("file:line:col, for editors", "每个问题一行，供编辑器读取")),
    ),
    operand=options.FILE,
    options=(
        Option(flags=("--strict",), says=Words("warnings fail too", "有警告也算不通过")),
        Option(flags=("--handouts",), says=Words("check every handout as well", "同时检查每份讲义")),
        Option(
            flags=("--fix",),
            says=Words(
                "mend slips of typing in the content file, those characters alone",
                "在内容文件里改正输入错误，只动那几个字符",
            ),
        ),
        Option(
            flags=("--copyfit",),
            says=Words(
                "measure every paragraph: lines, and characters to cut or to spare",
                "逐段量稿：行数、删几字省一行、还能添几字",
            ),
        ),
        options.LAYOUT,
        options.NO_CACHE,
    ),
)
