"""Files that content names are opened inside the author's folders and nowhere else."""

import os
import socket
from pathlib import Path

import pytest

from brochure.source import Faults, find, read_inside, unfit_name
from brochure.source.files import NotAFileError, read_regular


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """A project's picture folder with a secret beside it."""
    folder = tmp_path / "project" / "images"
    (folder / "xining").mkdir(parents=True)
    (folder / "xining" / "cover.jpg").write_bytes(b"cover")
    (folder / "湟水.jpg").write_bytes(b"river")
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    return folder


def refusal(name: str, *folders: Path) -> str:
    """The code with which *name* is refused, with what is suggested."""
    faults = Faults("images")
    assert read_inside(name, folders, None, faults, 1000) is None
    (finding,) = faults.found
    return f"{finding.code} {finding.suggestion.en if finding.suggestion else ''}".strip()


def test_a_file_inside_is_read(images: Path) -> None:
    """A file of the project comes back with its path and bytes; the first folder that has it wins."""
    faults = Faults("images")
    assert read_inside("xining/cover.jpg", (images,), None, faults, 1000) == (
        images / "xining/cover.jpg",
        b"cover",
    )
    assert read_inside("湟水.jpg", (images / "xining", images), None, faults, 1000) == (
        images / "湟水.jpg",
        b"river",
    )
    assert faults.found == []


UNFIT = (
    "../secret.jpg", "xining/../../../secret.jpg", "/etc/passwd", "/dev/zero", "~/../secret.jpg", "file:///etc/passwd",
    "http://example.org/a.jpg", "data:image/png;base64,AAAA", "C:\\a.jpg", "C:/a.jpg", "xining\\cover.jpg",
    "", ".", "xining/", "xining//cover.jpg", "./xining/cover.jpg", "a\0b.jpg", "a\nb.jpg", "a" * 5000,
)  # fmt: skip


@pytest.mark.parametrize("name", UNFIT)
def test_names_that_lead_out_are_refused_before_any_look(images: Path, name: str) -> None:
    """Parents, absolute paths, addresses, drives, backslashes, NULs and endless names are refused by
    their form.
    """
    assert unfit_name(name) is not None
    assert refusal(name, images).startswith("images/unfit-name")


def test_links_out_of_the_project_are_refused(images: Path, tmp_path: Path) -> None:
    """A link to a file outside, a linked parent folder, a dead link and a loop are refused; a link inside
    is followed.
    """
    (images / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    (images / "up").symlink_to(tmp_path)
    (images / "dead.jpg").symlink_to(images / "nowhere.jpg")
    (images / "loop.jpg").symlink_to(images / "loop.jpg")
    (images / "in.jpg").symlink_to(images / "xining" / "cover.jpg")
    assert refusal("out.jpg", images).startswith("images/outside-project")
    assert refusal("up/secret.jpg", images).startswith("images/outside-project")
    assert refusal("dead.jpg", images) == "images/broken-link"
    assert refusal("loop.jpg", images) == "images/broken-link"
    assert read_inside("in.jpg", (images,), None, Faults("images"), 1000) == (images / "in.jpg", b"cover")


def test_what_is_no_file_is_refused_without_waiting(images: Path) -> None:
    """A folder, a pipe nobody writes to and a socket are refused at once."""
    os.mkfifo(images / "pipe.jpg")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(images / "sock.jpg"))
        assert refusal("pipe.jpg", images) == "images/not-a-file"
        assert refusal("sock.jpg", images) == "images/not-a-file"
    assert refusal("xining", images) == "images/not-a-file `xining/cover.jpg`"


def test_a_missing_file_brings_the_nearest(images: Path) -> None:
    """A mistyped name brings the nearest file; one like no other brings the folder it belongs in."""
    assert refusal("xining/covr.jpg", images) == "images/missing-file `xining/cover.jpg`"
    assert (
        refusal("塔尔寺.png", images) == "images/missing-file put it into the folder `images` of the project"
    )


def test_case_and_unicode_form_are_told_as_such(images: Path) -> None:
    """A name in another case, or in another Unicode form, is refused on every system, and said to differ
    in that.
    """
    (images / "cafe\u0301.jpg").write_bytes(b"x")
    faults = Faults("images")
    assert find("Xining/Cover.JPG", (images,), None, faults) is None
    assert find("caf\u00e9.jpg", (images,), None, faults) is None
    assert [finding.code for finding in faults.found] == ["images/name-differs"] * 2
    assert "upper and lower case" in faults.found[0].message.en
    assert "Unicode form" in faults.found[1].message.en
    assert faults.found[0].suggestion is not None
    assert faults.found[0].suggestion.en == "`xining/cover.jpg`"


def test_a_file_over_the_limit_is_refused(images: Path) -> None:
    """No more than the limit is read."""
    (images / "big.jpg").write_bytes(bytes(1001))
    assert refusal("big.jpg", images) == "images/too-large"


def test_a_file_exchanged_between_looks_is_refused(images: Path, tmp_path: Path) -> None:
    """When another file stands under the name by the time it is opened, its bytes are not taken."""
    seen = (images / "湟水.jpg").stat()
    with pytest.raises(NotAFileError, match="changed"):
        read_regular(tmp_path / "secret.jpg", 1000, expected=seen)
