"""`brochure schema`: what content and layout files may say, as JSON Schema for editors."""

from argparse import Namespace
from pathlib import Path

from brochure.cli.desk import Desk
from brochure.cli.verb import Option, Outcome, Verb
from brochure.diagnostics import Words


def run(asked: Namespace, desk: Desk) -> Outcome:
    """The schema on standard output, or in the file asked for."""
    text = _layout_schema() if asked.layout else _content_schema()
    if not asked.output:
        if desk.style == "json":  # the schema is a JSON document already: inside ours it stands as a value
            import json

            return Outcome(facts=(("json_schema", json.loads(text)),))
        desk.hand_over(text.rstrip("\n"))
        return Outcome()
    from brochure.cli.project import typed
    from brochure.press import write_whole

    path = Path(asked.output)
    if path.is_dir():
        path /= "layout.schema.json" if asked.layout else "brochure.schema.json"
    write_whole(path, text.encode())
    if desk.style != "json":
        desk.hand_over(typed(path))
    desk.remark("  " + desk.in_words(_first_line(path.name)))
    return Outcome(facts=(("schema_file", typed(path)),))


def _content_schema() -> str:
    from brochure.content import schema_text

    return schema_text()


def _layout_schema() -> str:
    import json

    from brochure.layout.forms import LAYOUT

    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": "brochure 版式"}
    return json.dumps({**head, **LAYOUT.schema()}, ensure_ascii=False, indent=2) + "\n"


def _first_line(name: str) -> Words:
    line = f"# yaml-language-server: $schema=./{name}"
    return Words(f"first line of the YAML beside it: {line}", f"同一文件夹里 YAML 的第一行写：{line}")


VERB = Verb(
    name="schema",
    says=Words("JSON Schema of content files, for editors", "内容文件的 JSON Schema，供编辑器补全与检查"),
    run=run,
    examples=(
        (
            "brochure schema -o brochure.schema.json",
            Words("beside the content: completion in the editor", "放在内容文件旁，编辑器即可补全"),
        ),
        ("brochure schema --layout", Words("of layout files", "版式文件的 Schema")),
    ),
    options=(
        Option(flags=("-o", "--output"), value="FILE", says=Words("into this file", "写入这个文件")),
        Option(flags=("--layout",), says=Words("of layout files", "版式文件的，而不是内容文件的")),
    ),
)
