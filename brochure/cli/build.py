"""`brochure build`: the whole brochure as a PDF for the press."""

import shlex
from argparse import Namespace

from brochure.cli import options
from brochure.cli.desk import Desk
from brochure.cli.verb import Outcome, Verb
from brochure.diagnostics import Words


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Print the whole edition. Raises `BrochureError`; the previous PDF then stands."""
    from brochure.cli import jobs, summary  # the whole press, which `brochure --help` can do without
    from brochure.content import Whole

    project = jobs.project_of(asked.file, desk)
    order = jobs.Order(asked=asked, project=project, desk=desk)
    outcome = jobs.fulfil(order, Whole(), "whole", jobs.cache_of(asked))
    file = shlex.quote(project.shown_as) if asked.file else ""
    if outcome.findings:
        after = Words("every finding with its line", "查看每个问题及其所在的行")
        summary.next_step(f"check {file}", after, desk)
    else:
        after = Words("one PDF per section", "每个章节一份讲义")
        summary.next_step(f"handouts --file {file}" if file else "handouts", after, desk)
    return outcome


VERB = Verb(
    name="build",
    says=Words("print the whole brochure: a PDF for the press", "生成整本画册：可付印的 PDF"),
    run=run,
    examples=(
        ("brochure build", Words("of this folder, into its out/", "当前文件夹的画册，写入其中的 out/")),
        (
            "brochure build content/xining.yaml -o proof.pdf",
            Words("this content, into this file", "指定内容文件与输出文件"),
        ),
        ("brochure build --layout handout-a4", Words("set in another layout", "换一种版式")),
        ("brochure build --pages 2,5-8", Words("some of its pages", "只要其中几页")),
        ("brochure build --screen", Words("to be read on a screen, or heard", "在屏幕上看或听")),
    ),
    operand=options.FILE,
    options=(options.OUTPUT, options.LAYOUT, options.PAGES, options.SCREEN, options.NO_CACHE),
)
