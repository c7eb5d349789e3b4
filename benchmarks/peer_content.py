"""The peers' ``content.json`` as a brochure project of ours: the same words, figures and pictures."""

import json
import re
import shutil
from pathlib import Path
from typing import Any, Final

LAYOUT: Final = Path(__file__).resolve().with_name("peer-a4.yaml")
_MARKS: Final = re.compile(r"([\\*:{}^\[\]])")


def write_ours(content: Path) -> Path:
    """Write our project into ``ours/`` inside the peers' *content* folder; its content file comes back."""
    source: dict[str, Any] = json.loads((content / "content.json").read_text(encoding="utf-8"))
    project = content / "ours"
    (project / "images").mkdir(parents=True, exist_ok=True)
    for photo in sorted((content / "photos").glob("*.jpg")):
        shutil.copyfile(photo, project / "images" / photo.name)
    (project / "layouts").mkdir(exist_ok=True)
    shutil.copyfile(LAYOUT, project / "layouts" / LAYOUT.name)
    sheet = project / "brochure.yaml"
    sheet.write_text("\n".join(brochure(source)) + "\n", encoding="utf-8")
    return sheet


def brochure(source: dict[str, Any]) -> list[str]:
    """The content file, line by line."""
    sections = [section for part in source["parts"] for section in part["sections"]]
    return [
        "slug: peer",
        "layout: peer-a4",
        f"title: {_title(source['title'])}",
        f"subtitle: {_title(source['subtitle'])}",
        f"cover: {{photo: {{file: {_file(source['cover'])}}}}}",
        "front:",
        f"  - lead: {_text(source['preface'])}",
        "sections:",
        *(line for section in sections for line in _section(section)),
        "credits:",
        f"  source: {_typed(source['source'])}",
    ]


def _section(section: dict[str, Any]) -> list[str]:
    lines = [f"  - slug: {section['id']}", f"    title: {_title(section['title'])}", "    blocks:"]
    if section["lead"]:
        lines.append(f"      - lead: {_text(section['lead'])}")
    if section["metrics"]:
        lines.append("      - metrics:")
        lines += [f"          - {_flow(metric)}" for metric in section["metrics"]]
    for photo in section["photos"]:
        lines.append(f"      - photo: {{file: {_file(photo['file'])}, caption: {_text(photo['caption'])}}}")
    for paragraph in section["paragraphs"]:
        run_in = f"lead: {_text(paragraph['run'])}, " if paragraph["run"] else ""
        lines.append(f"      - text: {{{run_in}text: {_text(paragraph['text'])}}}")
    return lines


def _flow(metric: dict[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {_typed(metric[key])}' for key in ('value', 'unit', 'label'))}}}"


def _title(text: str) -> str:
    return _typed(text.replace("\n", "|"))


def _text(text: str) -> str:
    """Running text, what would be an inline mark escaped."""
    return _typed(_MARKS.sub(r"\\\1", text))


def _typed(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a double-quoted YAML scalar


def _file(path: str) -> str:
    return _typed(Path(path).name)
