"""Make the fonts beside Noto Sans in resources/fonts anew: python packaging/fonts.py NOTO CJK (needs fonttools).

NOTO is /usr/share/fonts/truetype/noto of Debian's package fonts-noto-core, CJK the folder fonts/ofl of the package
justmytype-intl-cjk from PyPI. What is drawn seldom and is large is compressed; the program unpacks it when a letter
needs it. letters.txt says which characters each font has, so that none has to be opened to know.
"""

import argparse
import lzma
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

_TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
_ARROWS_AND_MATHEMATICS = "←↑→↓↔↕⇐⇒⇔−∓∕∗∘∙√∝∞∠∧∨∩∪∫∴∼≅≈≠≡≤≥≪≫⊂⊃⊆⊇⊕⊗∀∃∅∇∈∉∏∑∂∆Ω"
_SYMBOLS = "☎☏✆✉✓✔✕✖✗✘☐☑☒★☆✦✪●○■□▪▫▲△▶►▼▽◀◄◆◇◊❖➔➜➢➤☀♥❤♦♣♠⚠✈✂✎✏"
_LATIN_ONLY = range(0x2000)
"""What Noto Sans has itself, and no other font needs to."""


def main() -> None:
    """Write every font, then the table of letters."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("noto", type=Path)
    parser.add_argument("cjk", type=Path)
    places = parser.parse_args()
    _write("NotoSansMath-Signs", places.noto / "NotoSansMath-Regular.ttf", set(map(ord, _ARROWS_AND_MATHEMATICS)))
    _write("NotoSansSymbols2-Signs", places.noto / "NotoSansSymbols2-Regular.ttf", set(map(ord, _SYMBOLS)))
    for weight in ("Regular", "Bold"):
        name = f"NotoSansCanadianAboriginal-{weight}.ttf"
        (_TARGET / name).write_bytes((places.noto / name).read_bytes())
    _write("NotoSansSC", places.cjk / "notosanssc" / "NotoSansSC[wght].ttf", {*_of("gb2312"), *_of("big5")})
    _write("NotoSansJP", places.cjk / "notosansjp" / "NotoSansJP[wght].ttf", {*_of("euc_jp")})
    hangul = {*range(0x3131, 0x318F), *range(0xAC00, 0xD7A4)}
    _write("NotoSansKR", places.cjk / "notosanskr" / "NotoSansKR[wght].ttf", hangul)
    lines = [f"{path.name} {_ranges(_letters(path))}\n" for path in sorted(_TARGET.glob("*.ttf*"))]
    (_TARGET / "letters.txt").write_text("".join(lines), encoding="ascii")


def _of(encoding: str) -> Iterator[int]:
    """Yield the characters an East Asian encoding writes in two bytes."""
    for pair in product(range(0xA1, 0xFF), range(0x40, 0xFF)):
        letter = bytes(pair).decode(encoding, "ignore")
        if len(letter) == 1 and ord(letter) not in _LATIN_ONLY:
            yield ord(letter)


def _write(name: str, source: Path, letters: set[int]) -> None:
    """Write the part of a font that has these characters, in the regular weight, without instructions and features."""
    font = TTFont(source)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": 400})
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "MATH", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*letters, 0x20])
    subsetter.subset(font)
    written = BytesIO()
    font.save(written)
    plain = written.getvalue()
    if len(plain) < 100_000:
        (_TARGET / f"{name}.ttf").write_bytes(plain)
    else:
        (_TARGET / f"{name}.ttf.xz").write_bytes(lzma.compress(plain, preset=9 | lzma.PRESET_EXTREME))


def _letters(path: Path) -> list[int]:
    content = path.read_bytes()
    font = TTFont(BytesIO(lzma.decompress(content) if path.suffix == ".xz" else content))
    return sorted(font.getBestCmap())


def _ranges(letters: list[int]) -> str:
    """Return characters as ranges in hexadecimal: 20-7E,A0."""
    found: list[list[int]] = []
    for letter in letters:
        if found and found[-1][1] == letter - 1:
            found[-1][1] = letter
        else:
            found.append([letter, letter])
    return ",".join(f"{first:X}-{last:X}" if last > first else f"{first:X}" for first, last in found)


if __name__ == "__main__":
    main()
