"""`brochure new`: a project of one's own, copied from a specimen that builds."""

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from brochure.cli.command_line import usage_fault
from brochure.cli.desk import Desk
from brochure.cli.verb import Operand, Option, Outcome, Verb
from brochure.diagnostics import BrochureError, Diagnostic, Words, error

if TYPE_CHECKING:
    from brochure.cli.specimens import Specimen

_SHOWN = 12


def run(asked: Namespace, desk: Desk) -> Outcome:
    """Copy the specimen, or list what is in the way and write nothing."""
    from brochure.cli.project import PROJECT_FILE, typed
    from brochure.cli.specimens import project_files, specimens
    from brochure.press import write_whole

    known = specimens()
    folder = Path(asked.dir or _ask_folder(desk))
    specimen = _chosen(asked.layout or "", known, desk, asking=not asked.dir)
    files = dict(project_files(specimen))
    if blocking := in_the_way(folder, files):
        raise BrochureError([_taken(blocking)])
    for name, data in files.items():
        write_whole(folder / name, data)
    content = typed(folder / PROJECT_FILE)
    if desk.style != "json":
        desk.hand_over(content)
    _next_steps(folder, specimen, desk)
    project = {"folder": typed(folder), "layout": specimen.layout, "files": list(files)}
    return Outcome(facts=(("project", project),))


def in_the_way(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """What stands where a file of *names* would go in *folder*, or where a folder for it should be, each
    once.
    """
    found: list[str] = []
    for name in names:
        path = folder / name
        found += [str(above) for above in path.parents if os.path.lexists(above) and not above.is_dir()]
        if os.path.lexists(path):
            found.append(str(path))
    return tuple(dict.fromkeys(found))


def _chosen(layout: str, known: "Sequence[Specimen]", desk: Desk, *, asking: bool) -> "Specimen":
    """The specimen made for *layout*; the first when none is named and nobody is *asking* questions."""
    if not layout and asking and len(known) > 1:
        layout = _ask_layout(known, desk)
    if not layout:
        return known[0]
    for specimen in known:
        if specimen.layout == layout:
            return specimen
    from brochure.source import nearest, quoted

    names = [specimen.layout for specimen in known]
    raise usage_fault(
        Words(f"there is no specimen in the layout `{layout}`", f"没有用版式 `{layout}` 的样稿"),
        quoted(nearest(layout, names)) or Words(f"known: {', '.join(names)}", f"可用：{'、'.join(names)}"),
    )


def _taken(blocking: Sequence[str]) -> Diagnostic:
    from brochure.source.excerpt import visible

    named = [visible(path) for path in blocking[:_SHOWN]]
    more = len(blocking) - _SHOWN
    en = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    zh = "、".join(named) + (f"，另有 {more} 个" if more > 0 else "")
    return error(
        "cli/in-the-way",
        Words(f"nothing is overwritten, and this is in the way: {en}", f"不会覆盖已有的文件；挡路的有：{zh}"),
        None,
        Words("choose another folder, or move them away", "请换一个文件夹，或先移走这些文件"),
    )


# ---------------------------------------------------------------- questions, on a terminal alone


def _ask_folder(desk: Desk) -> str:
    """The folder's name from the person at the terminal. Raises `CommandLineError` when nobody sits there."""
    answer = _answer(Words("folder for the new brochure: ", "新画册放在哪个文件夹："), desk)
    if not answer:
        raise usage_fault(
            Words("say where the new brochure is to stand", "请写明新画册的文件夹"),
            Words("brochure new FOLDER", "brochure new 文件夹"),
        )
    return answer


def _ask_layout(known: "Sequence[Specimen]", desk: Desk) -> str:
    for number, specimen in enumerate(known, start=1):
        desk.tell(f"  {number}  {specimen.layout}  {specimen.title}")
    answer = _answer(Words("layout (number or name) [1]: ", "版式（序号或名称）[1]："), desk)
    if answer.isdecimal() and 1 <= int(answer) <= len(known):
        return known[int(answer) - 1].layout
    return answer


def _answer(question: Words, desk: Desk) -> str:
    """What the person types; nothing where no person sits at both ends, or in JSON style."""
    if desk.style == "json" or sys.stdin is None or not (sys.stdin.isatty() and desk.watched):
        return ""
    desk.write(desk.in_words(question))
    return sys.stdin.readline().strip()


def _next_steps(folder: Path, specimen: "Specimen", desk: Desk) -> None:
    from brochure.cli.project import PROJECT_FILE, typed
    from brochure.cli.summary import next_step
    from brochure.source.excerpt import visible

    place = shlex.quote(typed(folder))
    desk.remark(f"  {desk.painted(visible(specimen.title), 'good')}   {specimen.layout}")
    edit = visible(shlex.quote(typed(folder / PROJECT_FILE)))
    pictures = visible(shlex.quote(typed(folder / "images")))
    words = Words(f"edit {edit}, put your pictures into {pictures}", f"改写 {edit}，图片放进 {pictures}")
    desk.remark(f"  1  {desk.in_words(words)}")
    next_step(f"check {place}", Words("every finding with its line", "查看每个问题及其所在的行"), desk, "2")
    next_step(f"build {place}", Words("the PDF, in its out/", "生成 PDF，写入其中的 out/"), desk, "3")


VERB = Verb(
    name="new",
    says=Words("start a brochure of your own from a specimen", "从样稿开始一本自己的画册"),
    run=run,
    examples=(
        ("brochure new my-brochure", Words("a folder with content and pictures", "新建文件夹，含内容与图片")),
        ("brochure new report --layout civic-16k", Words("from this layout's specimen", "用这个版式的样稿")),
    ),
    operand=Operand(
        name="dir", shown="DIR", says=Words("the folder, made when missing", "文件夹，不存在会新建")
    ),
    options=(
        Option(
            flags=("--layout",),
            value="NAME",
            says=Words("the specimen made for this layout", "用为这个版式写的样稿"),
        ),
    ),
)
