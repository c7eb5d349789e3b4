"""What the shipped faces are made from: packages, characters, features, names. Read by `tools.trim_fonts`."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One pinned upstream package, fetched by name through its ordinary client (`npm`, `apt` or `pip`)."""

    client: str
    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.client} {self.name} {self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One shipped face: which upstream file, which characters and features stay, and what it is called.

    *rename* is (family, style) where the licence reserves the upstream's name; *axes* pins a variable font.
    """

    family: str
    weight: int
    file: str
    package: Package
    source: str
    source_sha256: str
    han: bool = True
    rename: tuple[str, str] | None = None
    axes: tuple[tuple[str, float], ...] = ()
    full_width_quotes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of the shelf and what its licence asks to be said."""

    key: str
    title: str
    licence: str
    copyright: str
    changes: str


NOTO_SERIF = Package(client="npm", name="@expo-google-fonts/noto-serif-sc", version="0.4.3")
NOTO_SANS = Package(client="npm", name="@expo-google-fonts/noto-sans-sc", version="0.4.3")
WENKAI = Package(client="apt", name="fonts-lxgw-wenkai", version="1.250+repack-1")
SOURCE_SERIF = Package(client="pip", name="fontpkg-source-serif-4", version="4.4")
UNIHAN = Package(client="apt", name="unicode-data", version="15.0.0-1")

TGH_FILE = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
TGH_SHA256 = "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2"
OFL_PACKAGE, OFL_FILE = NOTO_SANS, "package/LICENSE_FONT"

TRIMMED = "trimmed to the standard character set"

FAMILIES = (
    Family(
        key="song",
        title="宋体 Noto Serif SC 2.003",
        licence="OFL-noto-serif-sc.txt",
        copyright="Copyright 2012 Google Inc. All Rights Reserved.\n(c) 2017-2024 Adobe (http://www.adobe.com/).",
        changes=TRIMMED,
    ),
    Family(
        key="hei",
        title="黑体 Noto Sans SC 2.004",
        licence="OFL-noto-sans-sc.txt",
        copyright="Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'",
        changes=TRIMMED,
    ),
    Family(
        key="kai",
        title="楷体 Brochure Kai",
        licence="OFL-kai.txt",
        copyright=(
            "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), "
            "with Reserved Font Names 'LXGW' and '霞鹜'\n"
            "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)"
        ),
        changes=f"{TRIMMED}; renamed; quotation marks ‘ ’ “ ” set in full-width cells",
    ),
    Family(
        key="figures",
        title="数字 Brochure Figures",
        licence="OFL-figures.txt",
        copyright=(
            "Copyright 2014 The Source Serif 4 Project Authors (https://github.com/adobe-fonts/source-serif)\n"
            "© 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), "
            "with Reserved Font Name ‘Source’."
        ),
        changes="trimmed to Latin; fixed at optical size 60; renamed",
    ),
)

RECIPES = (
    Recipe(
        family="song",
        weight=400,
        file="NotoSerifSC-Regular.ttf",
        package=NOTO_SERIF,
        source="package/400Regular/NotoSerifSC_400Regular.ttf",
        source_sha256="c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742",
    ),
    Recipe(
        family="song",
        weight=700,
        file="NotoSerifSC-Bold.ttf",
        package=NOTO_SERIF,
        source="package/700Bold/NotoSerifSC_700Bold.ttf",
        source_sha256="9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6",
    ),
    Recipe(
        family="hei",
        weight=400,
        file="NotoSansSC-Regular.ttf",
        package=NOTO_SANS,
        source="package/400Regular/NotoSansSC_400Regular.ttf",
        source_sha256="d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16",
    ),
    Recipe(
        family="hei",
        weight=500,
        file="NotoSansSC-Medium.ttf",
        package=NOTO_SANS,
        source="package/500Medium/NotoSansSC_500Medium.ttf",
        source_sha256="b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a",
    ),
    Recipe(
        family="hei",
        weight=700,
        file="NotoSansSC-Bold.ttf",
        package=NOTO_SANS,
        source="package/700Bold/NotoSansSC_700Bold.ttf",
        source_sha256="9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96",
    ),
    Recipe(
        family="kai",
        weight=400,
        file="BrochureKai-Regular.ttf",
        package=WENKAI,
        source="usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        source_sha256="bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8",
        rename=("Brochure Kai", "Regular"),
        full_width_quotes=True,
    ),
    Recipe(
        family="figures",
        weight=400,
        file="BrochureFigures-Regular.ttf",
        package=SOURCE_SERIF,
        source="fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf",
        source_sha256="97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
        han=False,
        rename=("Brochure Figures", "Regular"),
        axes=(("opsz", 60), ("wght", 400)),
    ),
    Recipe(
        family="figures",
        weight=600,
        file="BrochureFigures-SemiBold.ttf",
        package=SOURCE_SERIF,
        source="fontpkg_source_serif_4/files/SourceSerif4[opsz,wght].ttf",
        source_sha256="97b2d4da6e3cb494b5a1e66ae176914d852ccabef49e0c02c0df25f3e39aca0b",
        han=False,
        rename=("Brochure Figures", "SemiBold"),
        axes=(("opsz", 60), ("wght", 600)),
    ),
)

HAN_FEATURES = (
    "locl",
    "ccmp",
    "liga",
    "vert",
    "vrt2",
    "halt",
    "vhal",
    "palt",
    "pwid",
    "kern",
    "mark",
    "mkmk",
)
LATIN_FEATURES = ("locl", "ccmp", "liga", "lnum", "pnum", "tnum", "sups", "case", "kern", "mark", "mkmk")

LATIN_RANGES = (
    (0x0020, 0x017F),  # Latin, Latin-1, Extended-A
    (0x2010, 0x2027),  # dashes, quotation marks, ellipsis
    (0x2030, 0x203A),  # per mille, primes
    (0x2044, 0x2044),
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2190, 0x2193),
    (0x2212, 0x2215),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
)
SYMBOL_RANGES = (
    *LATIN_RANGES,
    (0x01CD, 0x01DC),  # pinyin: third and fourth tones, ü
    (0x01F8, 0x01F9),
    (0x2028, 0x206F),  # rest of general punctuation
    (0x2100, 0x22FF),  # letter-like, number forms, arrows, mathematics
    (0x2460, 0x266F),  # enclosed figures, box drawing, geometric shapes, signs
    (0x2700, 0x27BF),
    (0x3000, 0x30FF),  # CJK symbols and punctuation, kana
    (0x3100, 0x312F),  # bopomofo
    (0x31F0, 0x33FF),  # enclosed CJK, squared units
    (0xFE10, 0xFE4F),  # vertical and compatibility forms
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)


def latin_characters() -> set[int]:
    """The code points of the figures family."""
    return {code for first, last in LATIN_RANGES for code in range(first, last + 1)}


def standard_characters(tgh: set[int]) -> set[int]:
    """The code points of the Han families: GB 2312 whole, *tgh* (通用规范汉字表, 8,105), Latin and signs."""
    signs = {code for first, last in SYMBOL_RANGES for code in range(first, last + 1)}
    return signs | set(gb2312()) | tgh | {0x0251, 0x0261, 0x02C7, 0x02C9, 0x02CA, 0x02CB, 0x02D9}


def gb2312() -> Iterator[int]:
    """The code points of GB 2312: 6,763 Han characters and 682 signs."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes((row, cell)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
