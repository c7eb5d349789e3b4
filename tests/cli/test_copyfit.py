"""`brochure check --copyfit`: plain words for the author, the whole ledger for programs."""

from tests.cli.studio import Studio


def test_each_paragraph_is_told_in_plain_words(studio: Studio) -> None:
    """Where it stands, how it begins, its lines, what fits; nothing is written."""
    before = studio.files()
    answer = studio.run("check", "--copyfit")
    assert answer.code == 0
    assert "brochure.yaml:10:9: “湖水清澈，微风吹过湖面，…” 1 line, " in answer.err
    assert "more fit" in answer.err
    assert answer.out == ""
    assert studio.files() == before


def test_it_is_told_in_chinese(studio: Studio) -> None:
    """行、净长、再添几字."""
    told = studio.run("check", "--copyfit", "--ui-lang", "zh").err
    assert "“湖水清澈，微风吹过湖面，……”1 行，净长" in told
    assert "字不加行" in told


def test_it_is_only_told_when_asked(studio: Studio) -> None:
    """Without the option no paragraph is mentioned, in words or in JSON."""
    assert "more fit" not in studio.run("check").err
    assert "copyfit" not in studio.run("check", "--json").document


def test_the_document_has_the_ledger_of_every_line(studio: Studio) -> None:
    """J2, J3: per line its length, what each step took and gave, the gap; per paragraph what to cut, what
    fits.
    """
    studio.edit("brochure.yaml", "湖水清澈，微风", "湖水清澈，" * 7 + "微风")
    (first, second) = studio.run("check", "--copyfit", "--json").document["copyfit"]
    assert (first["file"], first["line"], first["section"]) == ("brochure.yaml", 10, "water")
    assert (second["section"], second["measure_em"]) == ("birds", 22.0)
    assert len(first["lines"]) > 1
    assert first["placed"] == len(first["lines"])
    assert first["cut_to_save_a_line"] > 0
    assert first["room_in_the_last_line"] >= 0
    for line in first["lines"]:
        assert set(line) == {"text", "natural_em", "taken", "given", "gap_em"}
        assert set(line["taken"]) <= {"word-space", "interpunct", "bracket", "pause", "mixed-gap", "stop"}
    assert "".join(line["text"] for line in first["lines"]).startswith("湖水清澈，湖水清澈，")


def test_what_to_cut_is_told(studio: Studio) -> None:
    """Text that runs over its frame: the section, how many lines, the paragraph and the characters."""
    studio.edit("brochure.yaml", "湖水清澈，微风", "湖水清澈，" * 45 + "微风")
    answer = studio.run("check", "--copyfit")
    assert answer.code == 1
    assert "section `water` runs over by" in answer.err
    assert "at line 10" in answer.err
    studio.edit("brochure.yaml", "slug: water", "slug: wave")
    document = studio.run("check", "--copyfit", "--json").document
    (shortening,) = document["shortenings"]
    assert (shortening["section"], [cut["line"] for cut in shortening["cuts"]]) == ("wave", [10])
