"""`brochure explain CODE`: a paragraph about a finding, kept in both languages in ``explanations/``."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from brochure.cli.command_line import usage_fault
from brochure.cli.desk import Desk
from brochure.cli.verb import Operand, Outcome, Verb
from brochure.diagnostics import Words

EXPLANATIONS: Final = Path(__file__).parent / "explanations"


def run(asked: Namespace, desk: Desk) -> Outcome:
    """The paragraph about one code; without a code, the list of all."""
    if not asked.code:
        codes = [f"{room}/{fault}" for room in rooms() for fault in explanations_of(room)]
        return _answer({"codes": codes}, "\n".join(codes), desk)
    code, words = find(asked.code)
    paragraph = desk.in_words(words)
    return _answer({"code": code, "explanation": paragraph}, f"{code}\n{paragraph}", desk)


def _answer(facts: dict[str, object], text: str, desk: Desk) -> Outcome:
    if desk.style != "json":
        desk.hand_over(text)
    return Outcome(facts=tuple(facts.items()))


def rooms() -> tuple[str, ...]:
    """The rooms that report findings, sorted."""
    return tuple(sorted({room for path in EXPLANATIONS.glob("*.yaml") for room in path.stem.split("+")}))


def explanations_of(room: str) -> dict[str, Words]:
    """The explanations of a room's findings by their fault, sorted.

    They stand in ``room.yaml``, and in files that name several rooms: ``content+layout.yaml``.
    """
    from brochure.source import Mapping, Scalar, read

    explained: dict[str, Words] = {}
    for path in sorted(EXPLANATIONS.glob("*.yaml")):
        if room not in path.stem.split("+"):
            continue
        for entry in read(path, f"explanations/{path.name}"):
            spoken = entry.value
            en, zh = (spoken.get("en"), spoken.get("zh")) if isinstance(spoken, Mapping) else (None, None)
            if isinstance(en, Scalar) and isinstance(zh, Scalar):
                explained[entry.key.text] = Words(en.text, zh.text)
    return dict(sorted(explained.items()))


def find(code: str) -> tuple[str, Words]:
    """The full code and the explanation of *code*: ``room/fault``, in brackets or not, or a fault that only
    one room has. Raises `CommandLineError` naming the nearest.
    """
    asked = code.strip().removeprefix("error").removeprefix("warning").strip("[]").lower()
    known = {f"{room}/{fault}": words for room in rooms() for fault, words in explanations_of(room).items()}
    matches = [full for full in known if asked in {full, full.partition("/")[2]}]
    if len(matches) == 1:
        return matches[0], known[matches[0]]
    from brochure.source import nearest, quoted

    hint = ", ".join(matches) if matches else "brochure explain"
    raise usage_fault(
        Words(f"there is no one code `{code}`", f"没有唯一对应 `{code}` 的代码"),
        Words(hint, hint) if matches else quoted(nearest(asked, known)) or Words(hint, hint),
    )


VERB = Verb(
    name="explain",
    says=Words("what a finding means and what to do about it", "解释某个问题的含义和处理办法"),
    run=run,
    examples=(
        ("brochure explain source/duplicate-key", Words("the paragraph about one code", "某个代码的说明")),
        ("brochure explain", Words("the list of all codes", "列出全部代码")),
    ),
    operand=Operand(name="code", shown="[CODE]", says=Words("as in error[room/fault]", "方括号里的代码")),
)
