"""Which font has a character, and what is drawn for those none has."""

import lzma
from io import BytesIO

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from missionplanner.pack import glyphs
from missionplanner.paths import resources


def test_composed_characters_are_drawn() -> None:
    assert glyphs.drawn("Que\u0301bec") == "Québec"


def test_what_word_processors_paste_is_drawn_as_the_sign_it_stands_for() -> None:
    assert glyphs.drawn("\uf0b7 one\u00ad\u200b \uf0e0 \U0001d400") == "• one → A"


def test_control_characters_are_blanks_and_lines_stay() -> None:
    assert glyphs.drawn("a\0b\tc\nd") == "a b c\nd"


def test_spaces_that_do_not_break_stay_so() -> None:
    assert glyphs.drawn("5\u202f000\u00a0km\u2003long") == "5\u00a0000\u00a0km long"


@pytest.mark.parametrize("script", ["שלום", "سلام", "नमस्ते", "สวัสดี", "😀"])
def test_what_no_font_has_is_named_once(script: str) -> None:
    assert glyphs.missing(f"Acme {script}", script * 2, "Québec → 北京") == "".join(sorted(set(script)))
    assert "\ufffd" in glyphs.drawn(script)


@pytest.mark.parametrize(
    "text", ["Nguyễn Văn Đức", "Αθήνα", "Київ", "ᐃᓄᐃᑦ", "北京公司", "東京のひかり", "서울", "→ − ≥ ✓ ☐ ☎", "a\0b"]
)
def test_what_some_font_has_is_not_missing(text: str) -> None:
    assert glyphs.missing(text) == ""


def test_a_text_is_split_by_font_and_kana_make_it_japanese() -> None:
    names = [(font.partition(".")[0], run) for font, run in glyphs.runs("Acme ᐃᓄ 東京")]
    assert names == [
        ("", "Acme "),
        ("NotoSansCanadianAboriginal-Regular", "ᐃᓄ"),
        ("", " "),
        ("NotoSansSC", "東京"),
    ]
    assert [(font, run) for font, run in glyphs.runs("東京ひかり")] == [("NotoSansJP.ttf.xz", "東京ひかり")]


@pytest.mark.parametrize("name", ["NotoSans-Regular.ttf", *glyphs.OTHERS])
def test_the_table_of_letters_is_that_of_the_fonts(name: str) -> None:
    content = (resources() / "fonts" / name).read_bytes()
    file = BytesIO(lzma.decompress(content) if name.endswith(".xz") else content)
    font = TTFontFile(file, charInfo=1, validate=0)
    assert set(font.charToGlyph) - {0xA0, 0xFFFF} == glyphs._letters()[name] - {0xA0}
