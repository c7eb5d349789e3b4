"""`brochure handouts`: each section, or those asked for, as a PDF of its own."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from brochure.cli import options
from brochure.cli.command_line import usage_fault
from brochure.cli.desk import Desk
from brochure.cli.verb import Operand, Option, Outcome, Verb
from brochure.diagnostics import BrochureError, Words


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Print the sections. One that cannot be printed does not keep the others back."""
    from brochure.cli import jobs, report  # they load the whole press, which `brochure --help` can do without
    from brochure.content import handouts, load_brochure
    from brochure.press.extract import suffix

    project = jobs.project_of(asked.file or "", desk)
    brochure = load_brochure(project.content, project.shown_as)
    wanted = sections_asked(asked.sections, [section.slug for section in brochure.sections])
    if len(wanted) > 1:
        jobs.refuse_one_file(asked.output)
    order, cache = jobs.Order(asked=asked, project=project, desk=desk), jobs.cache_of(asked)
    done = []
    for index in wanted:
        edition = handouts(brochure)[index]
        try:
            done.append(jobs.fulfil(order, edition, edition.section, cache))
        except BrochureError as fault:
            done.append(jobs.failed(fault))
    report.show(merged([outcome for outcome in done if outcome.code]).findings, desk)
    outcome = merged(done)
    pages = suffix(jobs.pages_asked(asked.pages or "")) + "_screen" * asked.screen
    name = f"{brochure.slug}_handouts{pages}.zip"
    return _zipped(outcome, name, desk) if asked.zip else outcome


def sections_asked(words: Sequence[str], slugs: Sequence[str]) -> list[int]:
    """The places in *slugs* of the sections that *words* name by slug or by number (from 1), each once, in
    the order of the brochure; all when there are no words. Raises `CommandLineError` for one that is not
    there.
    """
    return sorted({_place(word, slugs) for word in words}) if words else list(range(len(slugs)))


def _place(word: str, slugs: Sequence[str]) -> int:
    if word in slugs:
        return list(slugs).index(word)
    if word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= len(slugs):
        return int(word[:9]) - 1
    from brochure.source import nearest, quoted

    listed = ", ".join(f"{number} {slug}" for number, slug in enumerate(slugs, start=1))
    raise usage_fault(
        Words(f"there is no section `{word}`", f"没有 `{word}` 这个章节"),
        quoted(nearest(word, slugs)) or Words(f"the sections are {listed}", f"现有章节：{listed}"),
    )


def merged(done: Sequence[Outcome]) -> Outcome:
    """Several outcomes as one: a finding that all of them share is told once; the graver code holds."""
    return Outcome(
        outputs=tuple(output for outcome in done for output in outcome.outputs),
        findings=tuple(dict.fromkeys(finding for outcome in done for finding in outcome.findings)),
        code=max((outcome.code for outcome in done), default=0),
        written=tuple(path for outcome in done for path in outcome.written),
    )


def _zipped(outcome: Outcome, name: str, desk: Desk) -> Outcome:
    """*outcome* with its files in one zip called *name* beside them; none when a handout is missing."""
    from hashlib import sha256

    from brochure.cli.project import typed
    from brochure.press import write_whole
    from brochure.press.bundle import bundle

    if outcome.code:
        desk.say(Words("no zip: not every handout could be printed", "没有打包：有讲义未能生成"))
        return outcome
    path = outcome.written[0].with_name(name)
    data = bundle((file.name, file.read_bytes()) for file in outcome.written)
    write_whole(path, data)
    shown = typed(path)
    if desk.style != "json":
        desk.hand_over(shown)
    digest = sha256(data).hexdigest()
    fact = {"path": shown, "files": len(outcome.written), "bytes": len(data), "sha256": digest}
    return replace(outcome, facts=(("zip", fact),))


VERB = Verb(
    name="handouts",
    says=Words("print sections as handouts, one PDF each", "把章节排成讲义，每个章节一份 PDF"),
    run=run,
    examples=(
        ("brochure handouts", Words("every section, into out/handouts/", "全部章节，写入 out/handouts/")),
        ("brochure handouts economy 3", Words("by name and by number", "按短名或序号指定章节")),
        ("brochure handouts --zip", Words("and all of them in one file", "并打成一个文件")),
        ("brochure handouts 2 --file xining.yaml -o print/", Words("of this content", "指定内容文件")),
    ),
    operand=Operand(
        name="sections",
        shown="[SECTION…]",
        says=Words("slugs or numbers of sections; all when none is given", "章节的短名或序号；不写则为全部"),
        many=True,
    ),
    options=(
        Option(flags=("-f", "--file"), value="FILE", says=options.FILE.says),
        options.OUTPUT,
        options.LAYOUT,
        options.PAGES,
        options.SCREEN,
        Option(flags=("--zip",), says=Words("and all of them in one zip beside", "另在旁边打成一个 zip")),
        options.NO_CACHE,
    ),
)
