"""Fonts, colours, and the only way user text becomes markup."""

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText
from missionplanner.jobs.packs import drafts, printing
from missionplanner.messages import message
from missionplanner.pack import printed_list, style
from missionplanner.pack.printed_list import PrintedList
from missionplanner.store.store import Store
from tests.builders import HOSTILE, key_of
from tests.unit.pack.making import draft, laid_out_text, printed

NAMES = ("Nguyễn Văn Đức", "Łódź Żółć", "Yılmaz Şahin", "Αθήνα Ένα", "Київ Їжак", "Ñandú Œuvre")


@pytest.mark.parametrize("text", [*HOSTILE, *NAMES], ids=range(len(HOSTILE) + len(NAMES)))
def test_any_text_prints(store: Store, tmp_path: Path, text: str) -> None:
    company = store.get(Company, key_of(store, "C1"))
    own = store.get(Company, key_of(store, "D1"))
    with store.change(message("x")) as change:
        change.update(replace(company, name=text, description=text * 2, website=text, city=text))
        change.update(replace(own, name=text, description=text))
        change.update(replace(store.mission, name=text[:300], organiser=text))
        change.insert(MissionText(kind="welcome", language="en", title=text[:500], body=text))
    words = laid_out_text(printed(store, own.id, "en"), tmp_path)
    if text in NAMES:
        assert text in words
    checked = subprocess.run(["qpdf", "--check", tmp_path / "read.pdf"], capture_output=True, check=False)
    assert checked.returncode == 0


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_fonts_are_embedded_and_the_language_is_said(example: Store, tmp_path: Path, language: str) -> None:
    company = example.snapshot().participants(Side.DELEGATION)[5]
    content = printed(example, company.id, language)
    (tmp_path / "p.pdf").write_bytes(content)
    fonts = subprocess.run(["pdffonts", tmp_path / "p.pdf"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all("NotoSans" in row[0] for row in rows)
    assert "no  no" not in fonts
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert str(pdf.Root.Lang) == {"en": "en-CA", "fr": "fr-CA", "es": "es-MX"}[language]
        assert company.name in str(pdf.docinfo["/Title"])
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 8


def test_no_text_is_smaller_than_eight_and_a_half_points(structured: Store, tmp_path: Path) -> None:
    packs = [draft(structured, edition) for edition in (Edition.LEADER, Edition.ORGANISER, Edition.DIRECTORY)]
    material = drafts.read(structured)
    for edition in (Edition.DELEGATE, Edition.CARD, Edition.LARGE, Edition.HOSTS):
        taker = next(one for one in drafts.takers(material.snapshot, edition.side) if one.name in ("D1", "C1"))
        packs += drafts.of_companies(material, "fr", [taker], edition=edition)
    contents = {one.edition.value: printing.preview(one)[0] for one in packs}
    long = PrintedList("List", "Below", ("Name",), [("Word " * 9,)], (100.0,))
    contents["list"] = printed_list.render(long, letter_size=True)
    for name, content in contents.items():
        with pymupdf.open(stream=content) as document:
            found = [span for page in document for span in spans_of(page)]
        assert (name, min(size for size, _text in found) >= 8.49) == (name, True), sorted(found)[:3]


def spans_of(page: Any) -> list[tuple[float, str]]:
    """The sizes of the texts of a page with the texts."""
    blocks = page.get_text("dict")["blocks"]
    spans = (span for block in blocks for line in block.get("lines", ()) for span in line["spans"])
    return [(span["size"], span["text"]) for span in spans if span["text"].strip()]


def test_fitted_text_is_cut_with_an_ellipsis() -> None:
    style.register_fonts()
    assert style.fitted("short", style.REGULAR, 9, 500) == "short"
    cut = style.fitted("a very long name that does not fit", style.REGULAR, 9, 60)
    assert cut.endswith("…")


def test_headings_can_be_read_in_any_colour() -> None:
    for colour in ("#ffee00", "#ffffff", "#000000", "#1f4e79", "no colour", ""):
        look = style.look(colour)
        assert style._contrast(look.accent, style.white) >= 4.5
        assert style._contrast(look.band, look.on_band) >= 4.5
