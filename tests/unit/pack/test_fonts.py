"""Texts of many scripts on paper: every character has a glyph, looks bold where it is, and can be copied."""

import ast
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from babel.messages.pofile import read_po
from reportlab.pdfbase import pdfmetrics

import missionplanner.pack
from missionplanner.domain.companies import Company
from missionplanner.messages import message
from missionplanner.pack import fonts, glyphs
from missionplanner.pack.tags import TaggedCanvas
from missionplanner.paths import resources
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.checking import errors
from tests.unit.pack.making import laid_out_text, printed

SCRIPTS = "ᐃᓄᐃᑦ Arts, 北京公司, 東京ひかり, 서울, → − ≥ ✓ ☐ ☎"


def drawn(text: str, font: str = fonts.REGULAR) -> bytes:
    """A file with this text on it."""
    fonts.register_fonts()
    out = BytesIO()
    canvas = TaggedCanvas(out, invariant=1, pageCompression=0)
    canvas.setFont(font, 10)
    with canvas.artifact():
        canvas.drawString(20, 20, text)
    canvas.save()
    return out.getvalue()


def literals() -> set[str]:
    """Every text of the package, and every translation."""
    found = set()
    for path in Path(missionplanner.pack.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found |= {one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    assert any("→" in text for text in found)
    for language in ("fr", "es"):
        catalogue = read_po(
            BytesIO((resources() / "locale" / language / "LC_MESSAGES" / "missionplanner.po").read_bytes())
        )
        found |= {text for one in catalogue for text in ([one.string] if isinstance(one.string, str) else one.string)}
    return found


def test_every_literal_is_in_a_font() -> None:
    meant = {"\ufffd", "\ue0a0"}
    assert {text: glyphs.missing(text) for text in literals() if set(glyphs.missing(text)) - meant} == {}


@pytest.mark.parametrize("font", fonts.FONTS)
def test_a_text_of_many_scripts_is_as_wide_as_it_is_drawn(font: str) -> None:
    fonts.register_fonts()
    measured = pdfmetrics.stringWidth(SCRIPTS, font, 10)
    with pikepdf.open(BytesIO(drawn(SCRIPTS, font))) as pdf:
        known = pdf.pages[0].Resources.Font
        width, name = 0.0, ""
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) == "Tf":
                name = str(operands[0])
            elif str(operator) == "Tj":
                width += sum(float(known[name].Widths[code]) for code in bytes(operands[0])) / 100
    assert measured == pytest.approx(width, abs=0.05)


def test_letters_without_a_bold_font_are_stroked_in_headings() -> None:
    assert b" 2 Tr" in drawn("北京", fonts.BOLD)
    assert b" 2 Tr" not in drawn("北京")
    assert b" 2 Tr" not in drawn("ᐃᓄᐃᑦ", fonts.BOLD)


def test_a_space_that_does_not_break_stays_one_when_copied() -> None:
    with pikepdf.open(BytesIO(drawn("10\u00a0%"))) as pdf:
        font = next(iter(pdf.pages[0].Resources.Font.values()))
        assert b"<00A0>" in font.ToUnicode.read_bytes()


def test_names_of_every_script_are_printed_as_they_are_stored(store: Store, tmp_path: Path) -> None:
    with store.change(message("x")) as change:
        for name in ("C1", "D1"):
            company = store.get(Company, key_of(store, name))
            change.update(replace(company, name=f"{name} {SCRIPTS}"))
    content = printed(store, f"D1 {SCRIPTS}")
    words = laid_out_text(content, tmp_path)
    assert f"C1 {SCRIPTS}" in words
    assert f"D1 {SCRIPTS}" in words
    assert "\ufffd" not in words
    assert errors(tmp_path / "read.pdf") == []
