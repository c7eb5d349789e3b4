"""`brochure explain-layout`: what each page paid for the way it was laid out, and the next best way."""

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from brochure.cli import options
from brochure.cli.desk import Desk
from brochure.cli.verb import Option, Outcome, Verb
from brochure.diagnostics import Words

if TYPE_CHECKING:
    from brochure.pagination import PartAccount


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Lay the edition out and show its account. Raises `BrochureError` like `check`."""
    from brochure.cli import jobs  # the whole press, which `brochure --help` can do without
    from brochure.content import Handout, Whole
    from brochure.press import proof

    project = jobs.project_of(asked.file, desk)
    order = jobs.Order(asked=asked, project=project, desk=desk)
    edition = Handout(asked.section) if asked.section else Whole()
    proofed = proof(order.job(edition), jobs.cache_of(asked))
    account = proofed.pagination.account
    if desk.style != "json":
        for part in account:
            _show(part, desk)
        total = sum(part.cost for part in account)
        desk.hand_over(desk.in_words(Words(f"in all {total:g}", f"合计 {total:g}")))
    return Outcome(findings=proofed.findings, facts=(("layout", [asdict(part) for part in account]),))


def _show(part: "PartAccount", desk: Desk) -> None:
    """One part: its pages with what they paid, then the way that would have cost least of all others."""
    from brochure.pagination import COSTS

    sequence = f"  ({part.sequence})" if part.sequence else ""
    desk.hand_over(f"{part.title}{sequence}  {part.cost:g}")

    def paid(costs: tuple[tuple[str, float, float], ...]) -> str:
        words = (f"{desk.in_words(COSTS[name])} {measure:g} → {amount:g}" for name, measure, amount in costs)
        return "; ".join(words)

    for page in part.pages:
        desk.hand_over(f"  p{page.number:<3} {page.master:<16} {paid(page.paid)}".rstrip())
    if part.paid:
        desk.hand_over(f"       {paid(part.paid)}")
    if part.next_best:
        masters, cost = part.next_best
        way = Words(f"next best: {', '.join(masters)}", f"其次：{'、'.join(masters)}")
        desk.hand_over(f"       {desk.in_words(way)}  {cost:g}")


VERB = Verb(
    name="explain-layout",
    says=Words("why the pages are as they are: what each one paid", "解释版面：每页的代价与次优方案"),
    run=run,
    examples=(
        ("brochure explain-layout", Words("of this folder's brochure", "当前文件夹的画册")),
        ("brochure explain-layout --section industry", Words("of one handout", "某一节的讲义")),
    ),
    operand=options.FILE,
    options=(
        Option(flags=("--section",), value="SLUG", says=Words("of this section's handout", "这一节的讲义")),
        options.LAYOUT,
        options.NO_CACHE,
    ),
)
