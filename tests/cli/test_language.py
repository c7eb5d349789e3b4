"""Which language the desk speaks."""

import pytest

from brochure.cli.language import language_of
from tests.cli.studio import Studio


@pytest.mark.parametrize(
    ("asked", "environment", "spoken"),
    [
        ("", {}, "en"),
        ("", {"LANG": "zh_CN.UTF-8"}, "zh"),
        ("", {"LANG": "zh_TW"}, "zh"),
        ("", {"LANG": "C"}, "en"),
        ("", {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ("", {"LANG": "en_US", "LC_MESSAGES": "de_DE", "LC_ALL": "zh_CN"}, "zh"),
        ("", {"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
        ("", {"LANG": "en_US", "BROCHURE_UI_LANG": "zh"}, "zh"),
        ("en", {"LC_ALL": "zh_CN", "BROCHURE_UI_LANG": "zh"}, "en"),
        ("zh", {"LC_ALL": "C"}, "zh"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_locale(
    asked: str, environment: dict[str, str], spoken: str
) -> None:
    """Option, then BROCHURE_UI_LANG, then LC_ALL, LC_MESSAGES, LANG, the first that is set; else English."""
    assert language_of(asked, environment) == spoken


def test_findings_are_told_in_chinese(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a Chinese locale sentence, label and hint are Chinese; code and file stay."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    studio.edit("brochure.yaml", "caption:", "captoin:")
    told = studio.run("check").err
    assert "错误[content/unknown-key]：图片里没有 `captoin` 这个键" in told
    assert "建议：`caption`" in told
    assert "1 个错误，0 个警告" in told


def test_the_summary_is_told_in_chinese(studio: Studio) -> None:
    """--ui-lang zh tells the summary in Chinese."""
    told = studio.run("build", "--ui-lang", "zh").err
    assert "青海湖   2 页   100 × 140 mm，出血 3 mm   " in told
    assert "印前检查：0 个错误，0 个警告" in told
    assert "下一步：" in told
