"""Makes the shipped faces from pinned upstream packages. For maintainers; nothing here runs for users.

    python -m tools.trim_fonts [--packages FOLDER] [--verify]

FOLDER keeps the downloaded packages (about 240 MB) for the next run; without it they go to a temporary
folder and are fetched by `npm pack`, `apt-get download` and `pip download`, by name and version. With
--verify nothing is written: every face is made again and must equal the one in `fonts/`, byte for byte. The
bytes depend on the releases of uharfbuzz and fontTools too, so `fonts.yaml` records both.
"""

import argparse
import bz2
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from tools import font_recipes as recipes
from tools.font_recipes import Package, Recipe

SHELF = Path(__file__).resolve().parent.parent / "fonts"
PIP = (sys.executable, "-m", "pip")
DROPPED_TABLES = ("STAT", "DSIG", "gasp", "prep", "MVAR")
NOTICES = (0, 7, 13, 14)
"""Name records that must survive as they are: copyright, trademark, licence, where the licence is read."""


class Store:
    """Upstream packages in one folder, downloaded when absent, and the files inside them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read = cache(self._read)

    def _archive(self, package: Package) -> Path:
        plain = package.name.removeprefix("@").replace("/", "-")
        patterns = {
            "npm": f"{plain}-{package.version}.tgz",
            "apt": f"{plain}_{package.version}_all.deb",
            "pip": f"{plain.replace('-', '_')}-{package.version}-*.whl",
        }
        commands = {
            "npm": ("npm", "pack", f"{package.name}@{package.version}"),
            "apt": ("apt-get", "download", f"{package.name}={package.version}"),
            "pip": (*PIP, "download", "--no-deps", f"{package.name}=={package.version}"),
        }
        if not any(self.folder.glob(patterns[package.client])):
            subprocess.run(commands[package.client], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
        return next(self.folder.glob(patterns[package.client]))

    def _read(self, package: Package, member: str) -> bytes:
        archive = self._archive(package)
        if package.client == "pip":
            with zipfile.ZipFile(archive) as wheel:
                return wheel.read(member)
        if package.client == "apt":
            unpack = ("dpkg-deb", "--fsys-tarfile", archive)
            content = subprocess.run(unpack, check=True, capture_output=True).stdout
            member = f"./{member}"
        else:
            content = archive.read_bytes()
        with tarfile.open(fileobj=io.BytesIO(content)) as files:
            found = files.extractfile(member)
            if found is None:
                sys.exit(f"{package}: {member} is no file")
            return found.read()


def checked(content: bytes, wanted: str, what: str) -> bytes:
    """*content*, if its SHA-256 is the pinned one."""
    if sha256(content).hexdigest() != wanted:
        sys.exit(f"{what}: not the file this recipe was written for")
    return content


def tgh_characters(store: Store) -> set[int]:
    """通用规范汉字表, from the kTGH field of Unihan."""
    packed = checked(store.read(recipes.UNIHAN, recipes.TGH_FILE), recipes.TGH_SHA256, recipes.TGH_FILE)
    lines = bz2.decompress(packed).decode().splitlines()
    return {
        int(line[2 : line.index("\t")], 16) for line in lines if line.startswith("U+") and "\tkTGH\t" in line
    }


def tag(name: str) -> int:
    """A table or feature tag as HarfBuzz wants it in its sets."""
    return int.from_bytes(name.encode(), "big")


def trim(source: bytes, recipe: Recipe, characters: set[int]) -> bytes:
    """The face cut down to *characters* and to the features this program uses, hints dropped."""
    face = hb.Face(hb.Blob(source))
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(characters)
    features = wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.update(tag(name) for name in (recipes.HAN_FEATURES if recipe.han else recipes.LATIN_FEATURES))
    wanted.sets(hb.SubsetInputSets.NAME_ID).update((*range(7), *NOTICES))
    wanted.drop_table_tag_set.update(tag(name) for name in DROPPED_TABLES)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    for axis, value in recipe.axes:
        wanted.pin_axis_location(face, axis, value)
    return bytes(wanted.subset(face).blob.data)


def finish(trimmed: bytes, recipe: Recipe) -> bytes:
    """The trimmed face with its names set right and, for Kai, quotation marks in full cells."""
    font = TTFont(io.BytesIO(trimmed), recalcTimestamp=False, recalcBBoxes=False)
    names = font["name"]
    release = str(names.getDebugName(5)).split(";")[0]
    names.names = [record for record in names.names if record.platformID == 3 and record.langID == 0x409]
    if recipe.rename:
        family, style = recipe.rename
        post_script = f"{family.replace(' ', '')}-{style}"
        names.names = [record for record in names.names if record.nameID in (0, 5, *NOTICES)]
        plain = style in ("Regular", "Bold")
        texts = {1: family if plain else f"{family} {style}", 2: style if plain else "Regular"}
        texts |= {4: f"{family} {style}", 6: post_script} | ({} if plain else {16: family, 17: style})
        for name_id, text in texts.items():
            names.setName(text, name_id, 3, 1, 0x409)
    names.setName(f"{release}; trimmed for brochure", 5, 3, 1, 0x409)
    names.setName(f"{release}; {names.getDebugName(6)}; brochure", 3, 3, 1, 0x409)
    font["OS/2"].usWeightClass = recipe.weight
    if recipe.full_width_quotes:
        widen_quotes(font)
    done = io.BytesIO()
    font.save(done, reorderTables=None)
    return done.getvalue()


QUOTE_INK = {"‘": ("right", 915), "’": ("left", 85), "“": ("right", 924), "”": ("left", 76)}
"""Where the ink of a quotation mark ends or begins in its cell of 1000 units: as in Noto Serif SC."""


def widen_quotes(font: TTFont) -> None:
    """Put ‘ ’ “ ” into cells of one em, as GB/T 15834 has them and as the other Han families draw them."""
    characters = font.getBestCmap()
    for mark, (edge, place) in QUOTE_INK.items():
        name = characters[ord(mark)]
        outline = font["glyf"][name]
        outline.recalcBounds(font["glyf"])
        shift = place - (outline.xMax if edge == "right" else outline.xMin)
        outline.coordinates.translate((shift, 0))
        outline.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["head"].unitsPerEm, outline.xMin)


def licence_text(store: Store, family: recipes.Family) -> bytes:
    """The family's copyright notice over the text of the SIL Open Font License 1.1."""
    whole = store.read(recipes.OFL_PACKAGE, recipes.OFL_FILE).decode()
    text = whole[whole.index("This Font Software is licensed") :]
    return f"{family.copyright}\n\n{text}".replace("\r\n", "\n").encode()


def record(made: dict[str, bytes]) -> bytes:
    """`fonts.yaml`: families, weights, files, digests, origin and licence."""
    lines = [
        "# 字体架：字族、字重、文件、校验和、来源。由 tools/trim_fonts.py 写成，请勿手改。",
        "# The font shelf. Written by tools/trim_fonts.py; do not edit.",
        f"made-with: uharfbuzz {version('uharfbuzz')}, fontTools {version('fonttools')}",
        f"character-list: {recipes.UNIHAN} (Unihan kTGH)",
        "families:",
    ]
    for family in recipes.FAMILIES:
        faces = [recipe for recipe in recipes.RECIPES if recipe.family == family.key]
        lines += [
            f"  {family.key}:",
            f"    title: {family.title}",
            f"    source: '{faces[0].package}'",
            f"    licence: {family.licence}",
            f"    changes: {family.changes}",
            "    weights:",
        ]
        for face in faces:
            content = made[face.file]
            lines += [
                f"      {face.weight}:",
                f"        file: {face.file}",
                f"        bytes: {len(content)}",
                f"        sha256: {sha256(content).hexdigest()}",
                f"        source-sha256: {face.source_sha256}",
            ]
    return ("\n".join(lines) + "\n").encode()


def make(store: Store) -> dict[str, bytes]:
    """Every file of the shelf that a program writes, by name."""
    han, latin = recipes.standard_characters(tgh_characters(store)), recipes.latin_characters()
    made: dict[str, bytes] = {}
    for recipe in recipes.RECIPES:
        source = checked(store.read(recipe.package, recipe.source), recipe.source_sha256, recipe.source)
        made[recipe.file] = finish(trim(source, recipe, han if recipe.han else latin), recipe)
        print(f"{recipe.file:32} {len(made[recipe.file]):>9,} bytes")
    made |= {family.licence: licence_text(store, family) for family in recipes.FAMILIES}
    return made | {"fonts.yaml": record(made)}


def main() -> int:
    """Write the shelf, or compare it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--packages", type=Path, metavar="FOLDER", help="keep downloaded packages here")
    asked.add_argument("--verify", action="store_true", help="compare with fonts/ and write nothing")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        made = make(Store(options.packages or Path(spare)))
    if not options.verify:
        for name, content in made.items():
            (SHELF / name).write_bytes(content)
        return 0
    wrong = [name for name, content in made.items() if (SHELF / name).read_bytes() != content]
    print("\n".join(f"differs: {name}" for name in wrong) or "every file equals the shelf's")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
