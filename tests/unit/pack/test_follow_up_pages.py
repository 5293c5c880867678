"""Follow-up forms as PDF: a block of fields a company, on as many pages as they need."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.exchange.follow_up_books import line_questions
from missionplanner.i18n import LANGUAGES
from missionplanner.pack import filled_pdfs
from missionplanner.pack.follow_up_pages import _GAP, _MARGIN, _ROWS, FollowUpPaper, render
from missionplanner.pack.style import REGULAR, register_fonts
from tests.unit.pack.making import flowing_text

NAMES = ("stage", "since", "value", "currency", "jobs", "began_before", "about", "third", "next_step", "evidence")


def paper(blocks: int) -> FollowUpPaper:
    return FollowUpPaper(
        title="What came of it", company="D1", intro="Fill in", locale="en-CA", known={"mark": "m"},
        head=[("told_on", "Date")], labels={"with": "Company", **{name: name.title() for name in NAMES}},
        choices={"stage": ("Held",)}, blocks=[*[(f"u{n}", f"C{n}", "Held") for n in range(blocks)], ("", "", "")],
    )  # fmt: skip


def test_every_company_has_its_fields_and_a_free_block_asks_which() -> None:
    content = render(paper(1), letter_size=True)
    fields = filled_pdfs.fields_of("a", content)
    assert {name: text for name, text in fields.items() if text} == {"mark": "m", "1|uid": "u0", "1|with": "C0"}
    assert set(fields) == {"mark", "told_on", *(f"{n}|{name}" for n in (1, 2) for name in ("uid", "with", *NAMES))}


def test_a_long_title_is_smaller_and_never_cut(tmp_path: Path) -> None:
    cases = (
        ("Mission au Mexique : les suites de vos rencontres", 15.0, 1),
        ("Mission ministérielle du Canada au Mexique : les suites de vos rencontres", 13.0, 1),
        ("Mission " * 20, 11.5, 2),
    )
    for title, size, lines in cases:
        content = render(replace(paper(1), title=title.strip()), letter_size=False)
        with pikepdf.open(BytesIO(content)) as pdf:
            sizes = [
                float(operands[1]) for operands, sign in pikepdf.parse_content_stream(pdf.pages[0]) if str(sign) == "Tf"
            ]
        assert flowing_text(content, tmp_path).startswith(title.strip())
        assert sizes.count(size) == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_a_block_is_cut(language: str) -> None:
    register_fonts()
    wide, labels = A4[0] - 2 * _MARGIN, {one.target: one.titles[language] for one in line_questions(("CA", "MX"))}
    for row in _ROWS:
        for key, share in row:
            assert stringWidth(labels[key], REGULAR, 8.5) <= wide * share - _GAP, labels[key]


def test_many_companies_take_more_pages_and_the_text_is_tagged() -> None:
    with pikepdf.open(BytesIO(render(paper(17), letter_size=False))) as pdf:
        assert len(pdf.pages) == 3
        tags = [str(one.S) for one in pdf.Root.StructTreeRoot.K[0].K]  # type: ignore[attr-defined]
        assert (tags[0], tags.count("/H2"), tags.count("/Form")) == ("/H1", 17, 1 + 17 * 10 + 11)


@pytest.mark.parametrize(("companies", "pages"), [(1, 1), (4, 1), (5, 1), (6, 2), (7, 2), (20, 4)])
def test_no_page_is_begun_for_a_further_free_block(companies: int, pages: int) -> None:
    content = paper(companies)
    with pikepdf.open(
        BytesIO(render(replace(content, blocks=[*content.blocks, *content.blocks[-1:] * 2]), True))
    ) as pdf:
        assert len(pdf.pages) == pages
