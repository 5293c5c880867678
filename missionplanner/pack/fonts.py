"""The fonts of printed pages: Noto Sans, and those that stand in for it where it has no character."""

import lzma
import re
from functools import cache
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.textobject import PDFTextObject

from missionplanner.pack import glyphs
from missionplanner.paths import resources

REGULAR, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
FONTS = (REGULAR, BOLD, ITALIC)
_BOLD_FILES = {"NotoSansCanadianAboriginal-Regular.ttf": "NotoSansCanadianAboriginal-Bold.ttf"}
"""The files of fonts that have a bold one; the letters of others are stroked instead."""
_NO_BREAK, _AS_DRAWN = "\u00a0", "\ue0a0"
"""WORKAROUND: ReportLab draws the no-break space as a space; under another code it stays one, also when copied."""
_STROKE = 0.03
"""How wide the edge of a stroked letter is, as a share of its size."""


class _Font(TTFont):  # type: ignore[misc]
    """A font whose map to Unicode names only the characters it uses.

    WORKAROUND: ReportLab maps the codes it leaves unused to U+0000, which PDF/UA-1 forbids (7.21.7), in one block of
    more than the hundred entries a block may have.
    """

    has_bold = False
    """Whether there is a bold one, or it is one; if not, its letters are stroked."""

    def addObjects(self, doc: Any) -> None:
        """Embed the font, then write its maps anew."""
        super().addObjects(doc)
        for name, thing in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                thing.content = _letters_only(thing.content)


class PackFont(_Font):
    """Noto Sans with the characters of all fonts: whatever is measured or drawn is split into runs here."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        for known in (self.face.charToGlyph, self.face.charWidths):
            known[ord(_AS_DRAWN)] = known[ord(_NO_BREAK)]

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width of a text in points."""
        if glyphs.is_own(text):
            return float(super().stringWidth(text, size, encoding))
        parts = ((self._of(file), run) for file, run in glyphs.runs(text))
        return float(sum(TTFont.stringWidth(font, run, size, encoding) for font, run in parts))

    def splitString(self, text: str, doc: Any, encoding: str = "utf-8") -> list[tuple[Any, bytes]]:
        """Return a text as codes, each part with the subset of a font it is drawn in."""
        text = text.replace(_NO_BREAK, _AS_DRAWN)
        if text.isascii() or glyphs.is_own(text.replace(_AS_DRAWN, " ")):
            return list(super().splitString(text, doc, encoding))
        found: list[tuple[Any, bytes]] = []
        for file, run in glyphs.runs(text):
            font = self._of(file)
            parts = TTFont.splitString(font, run, doc, encoding)
            found += [((font, subset) if file else subset, codes) for subset, codes in parts]
        return found

    def getSubsetInternalName(self, subset: Any, doc: Any) -> str:
        """Return the name in the file of a subset of this font or of another."""
        if isinstance(subset, tuple):
            font, number = subset
            return str(font.getSubsetInternalName(number, doc))
        return str(super().getSubsetInternalName(subset, doc))

    def number(self, letters: str, doc: Any) -> None:
        """Give these characters the first codes in a file, in each font that may draw them."""
        fonts = [(self._of(file), some) for file, some in glyphs.by_font(letters).items()]
        for font, some in ((self, letters.replace(_NO_BREAK, _AS_DRAWN)), *fonts):
            for subset, _codes in TTFont.splitString(font, some, doc):
                TTFont.getSubsetInternalName(font, subset, doc)

    def _of(self, file: str) -> TTFont:
        return _other(_BOLD_FILES.get(file, file) if self.fontName == BOLD else file) if file else self


class PackText(PDFTextObject):  # type: ignore[misc]
    """A text whose letters are stroked where a bold font has to stand in that has none."""

    def _formatText(self, text: str) -> str:
        if self._fontname != BOLD or glyphs.is_own(text):
            return str(super()._formatText(text))
        font, doc, found = pdfmetrics.getFont(BOLD), self._canvas._doc, []
        for subset, codes in font.splitString(text, doc):
            self._curSubset = subset
            name = font.getSubsetInternalName(subset, doc)
            found.append(f"{name} {self._fontsize:.3f} Tf {self._leading:.3f} TL")
            show = f"({self._canvas._escape(codes)}) Tj"
            found.append(self._stroked(show) if isinstance(subset, tuple) and not subset[0].has_bold else show)
        return " ".join(found)

    def _stroked(self, show: str) -> str:
        canvas = self._canvas
        ink = _rgb(getattr(self, "_fillColorObj", canvas._fillColorObj))
        # A text cannot keep the state of the page and take it back, so that what it changes is set anew.
        begin = f"{ink} RG {self._fontsize * _STROKE:.3f} w 2 Tr"
        return f"{begin} {show} 0 Tr {_rgb(canvas._strokeColorObj)} RG {canvas._lineWidth:.3f} w"


def _rgb(colour: Any) -> str:
    return " ".join(f"{part:.3f}" for part in (colour.rgb() if hasattr(colour, "rgb") else colour))


@cache
def _other(file: str) -> _Font:
    """Return another font; opened, and unpacked where it has to be, when a letter first needs it."""
    path = resources() / "fonts" / file
    content = path.read_bytes()
    font = _Font(file.partition(".")[0], BytesIO(lzma.decompress(content) if path.suffix == ".xz" else content))
    font.has_bold = file in {*_BOLD_FILES, *_BOLD_FILES.values()}
    pdfmetrics.registerFont(font)
    return font


@cache
def register_fonts() -> None:
    """Make the embedded fonts known to ReportLab; once per process."""
    rl_config.useA85 = 0  # streams as they are: a fifth smaller than as letters, and faster
    folder = resources() / "fonts"
    for name, file in ((REGULAR, "Regular"), (BOLD, "Bold"), (ITALIC, "Italic")):
        pdfmetrics.registerFont(PackFont(name, str(folder / f"NotoSans-{file}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def _letters_only(cmap: str) -> str:
    head, _begin, rest = cmap.partition(next(iter(re.findall(r"\d+ beginbfchar\n", cmap)), "\0"))
    entries, _end, tail = rest.partition("endbfchar\n")
    rows = [_in_utf16(row) for row in entries.splitlines() if not row.endswith("<0000>")]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    written = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return head + written + tail if rest else cmap


def _in_utf16(row: str) -> str:
    """An entry of a map to Unicode with its character as PDF wants it, also beyond the first 65,536."""
    code, number = row.split()
    letter = chr(int(number[1:-1], 16)).replace(_AS_DRAWN, _NO_BREAK)
    return f"{code} <{letter.encode('utf-16-be', 'replace').hex().upper()}>"
