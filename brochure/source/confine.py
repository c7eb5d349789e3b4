"""Opens the files that content names, inside the author's own folders and nowhere else.

A name is a relative path with forward slashes. What leads out of the folder (``..``, an absolute path, a
link), what is no regular file (a pipe would hold the press for ever), and what only this machine would find
(a name in another case or another Unicode form) is refused, each with its own sentence.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import Final

from brochure.diagnostics import Span, Words
from brochure.source.faults import Faults
from brochure.source.fields import quoted
from brochure.source.files import TooLargeError, read_regular
from brochure.source.names import names_in, nearest

LONGEST_NAME: Final = 240  # characters; file systems end at 255 bytes a part

IMAGES: Final = Words("the images folder", " images 文件夹")

_SCHEME: Final = r"[A-Za-z][A-Za-z0-9+.-]*:"


def unfit_name(name: str, home: Words = IMAGES) -> tuple[Words, Words] | None:
    """Why *name* can never name a file of the project, and what to write instead; None when it can.

    *home* is what the folder is called where such files belong.
    """
    if re.match(_SCHEME, name):
        return (
            Words("an address or drive is no file of the project", "网址或盘符不是项目里的文件"),
            Words(
                f"put the file into {home.en} and name it here",
                f"请把文件放进{home.zh}，再写文件名",
            ),
        )
    if "\\" in name:
        return (
            Words("folders are divided by `/`, not `\\`", "文件夹之间用 `/` 分隔，不用 `\\`"),
            Words(f"`{name.replace(chr(92), '/')}`", f"`{name.replace(chr(92), '/')}`"),
        )
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        return (
            Words("the file lies outside the project", "文件在项目之外"),
            Words(f"copy it into {home.en}", f"请把它复制到{home.zh}"),
        )
    if "" in parts or "." in parts or len(name) > LONGEST_NAME or not name.isprintable():
        return (
            Words("this is no file name", "这不是文件名"),
            Words("such as `xining/cover.jpg`", "例如 `xining/cover.jpg`"),
        )
    return None


def find(
    name: str, folders: tuple[Path, ...], span: Span | None, faults: Faults, home: Words = IMAGES
) -> Path | None:
    """The file *name* in the first of *folders* that holds it; None after noting why there is none.

    Follows no link out of its folder. Takes a name only as it is written on disk, in case and Unicode form,
    so that what builds here builds everywhere.
    """
    if unfit := unfit_name(name, home):
        faults.error("unfit-name", unfit[0], span, unfit[1])
        return None
    for folder in folders:
        path = folder / name
        if os.path.lexists(path) and _spelled_alike(folder, name):
            return _inside(path, folder, name, span, faults, home)
    _note_missing(name, folders, span, faults)
    return None


def read_inside(
    name: str,
    folders: tuple[Path, ...],
    span: Span | None,
    faults: Faults,
    limit: int,
    *,
    home: Words = IMAGES,
) -> tuple[Path, bytes] | None:
    """The file *name* in the first of *folders* that holds it, with its bytes, *limit* at most.

    None after noting why not. What was opened is looked at again: a file changed for a link or a pipe since
    it was found is refused, and a pipe is never waited for.
    """
    path = find(name, folders, span, faults, home)
    if path is None:
        return None
    try:
        return path, read_regular(path, limit, expected=path.resolve(strict=True).stat())
    except TooLargeError:
        most = f"{limit / 1e6:g} MB"
        faults.error("too-large", Words(f"`{name}` is larger than {most}", f"`{name}` 超过 {most}"), span)
    except OSError as fault:
        why = fault.strerror or str(fault)
        faults.error(
            "unreadable", Words(f"`{name}` cannot be read: {why}", f"无法读取 `{name}`：{why}"), span
        )
    return None


def _inside(
    path: Path, folder: Path, name: str, span: Span | None, faults: Faults, home: Words
) -> Path | None:
    try:
        real = path.resolve(strict=True)
        mode = real.stat().st_mode
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        message = Words(f"`{name}` is a link that leads nowhere", f"`{name}` 是失效的链接")
        faults.error("broken-link", message, span)
        return None
    if not real.is_relative_to(folder.resolve()):
        message = Words(f"`{name}` is a link out of the project", f"`{name}` 是指向项目之外的链接")
        hint = Words(f"copy the file into {home.en}", f"请把文件复制到{home.zh}")
        faults.error("outside-project", message, span, hint)
    elif stat.S_ISDIR(mode):
        message = Words(f"`{name}` is a folder", f"`{name}` 是文件夹，不是文件")
        inside = [f"{name}/{file}" for file in names_in(path)[:1]]
        faults.error("not-a-file", message, span, quoted(*inside) if inside else None)
    elif not stat.S_ISREG(mode):
        message = Words(f"`{name}` is a pipe or a device, not a file", f"`{name}` 是管道或设备，不是文件")
        faults.error("not-a-file", message, span)
    elif not os.access(path, os.R_OK):
        message = Words(f"`{name}` may not be read by this user", f"当前用户无权读取 `{name}`")
        faults.error("unreadable", message, span)
    else:
        return path
    return None


def _spelled_alike(folder: Path, name: str) -> bool:
    """Whether every part of *name* stands on disk letter for letter.

    Systems that ignore case would open other spellings too.
    """
    for part in name.split("/"):
        try:
            if all(entry.name != part for entry in folder.iterdir()):
                return False
        except OSError:
            return False
        folder /= part
    return True


def _note_missing(name: str, folders: tuple[Path, ...], span: Span | None, faults: Faults) -> None:
    known = [found for folder in folders for found in _all_names(folder)]
    for found in known:
        if found != name and _folded(found) == _folded(name):
            same = unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", name)
            why = (
                Words("Unicode form", "Unicode 编码形式") if same else Words("upper and lower case", "大小写")
            )
            message = Words(
                f"the file's own name differs from `{name}` in {why.en}",
                f"文件实际的名称与 `{name}` 的{why.zh}不同",
            )
            faults.error("name-differs", message, span, quoted(found))
            return
    message = Words(f"there is no file `{name}`", f"找不到文件 `{name}`")
    faults.error("missing-file", message, span, quoted(nearest(name, known)) or _where(folders))


def _where(folders: tuple[Path, ...]) -> Words | None:
    if not folders:
        return None
    return Words(
        f"put it into the folder `{folders[0].name}` of the project",
        f"请把文件放进项目的 `{folders[0].name}` 文件夹",
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _all_names(folder: Path, most: int = 5000) -> list[str]:
    """The files under *folder*, as content would name them."""
    names: list[str] = []
    for place, below, files in os.walk(folder):
        below.sort()
        names += sorted(Path(place, file).relative_to(folder).as_posix() for file in files)
        if len(names) > most:
            break
    return names[:most]
