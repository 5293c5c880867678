"""Follow-up forms as PDF: a block of fields a company, on as many pages as they need."""

from io import BytesIO

import pikepdf

from missionplanner.pack import filled_pdfs
from missionplanner.pack.follow_up_pages import FollowUpPaper, render

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


def test_many_companies_take_more_pages_and_the_text_is_tagged() -> None:
    with pikepdf.open(BytesIO(render(paper(17), letter_size=False))) as pdf:
        assert len(pdf.pages) == 3
        tags = [str(one.S) for one in pdf.Root.StructTreeRoot.K[0].K]  # type: ignore[attr-defined]
        assert (tags[0], tags.count("/H2"), tags.count("/Form")) == ("/H1", 17, 1 + 17 * 10 + 11)
