"""Letters in Word from templates: fields are found however Word split them, and nothing else changes."""

from io import BytesIO
from typing import Any

import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from missionplanner.errors import UserError
from missionplanner.exchange.word_templates import Filling, PlacedField, alike, filled, starter, unknown
from tests.unit.exchange.documents import document, lines, read

KNOWN = ("company", "text", "subject", "signature", "letterhead")


def picture(width: int = 40, height: int = 20) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "red").save(out, "PNG")
    return out.getvalue()


def table(found: object) -> None:
    """A table, a header and a footer, each with a field."""
    cell = found.add_table(1, 1).cell(0, 0)  # type: ignore[attr-defined]
    cell.paragraphs[0].text = "In a table: {company}"
    section = found.sections[0]  # type: ignore[attr-defined]
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "{company} above", "below {compny}"


def test_fields_are_filled_in_wherever_they_stand() -> None:
    made = read(filled(document("Dear {company}!", more=table), Filling({"company": "Acme", "compny": "?"})))
    section = made.sections[0]
    assert [one.text for one in made.paragraphs] == ["Dear Acme!"]
    assert made.tables[0].cell(0, 0).text == "In a table: Acme"
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("Acme above", "below ?")


@given(st.data())
@settings(max_examples=12, deadline=None)
def test_fields_split_over_runs_are_found(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(("{company}", "To {company}, {subject}.", "{ company }{subject}{company} x")))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1), max_size=6)))
    runs = tuple(text[one:other] for one, other in zip([0, *cuts], [*cuts, len(text)], strict=True))
    values = {"company": data.draw(st.text("aé{}& <", max_size=5)) + "C", "subject": "S\nT"}
    made = lines(filled(document(runs), Filling(values)))
    expected = (
        text.replace("{ company }", "{company}").replace("{subject}", "S\nT").replace("{company}", values["company"])
    )
    assert made == [expected]


def test_runs_keep_their_looks() -> None:
    def bold(found: object) -> None:
        paragraph = found.add_paragraph()  # type: ignore[attr-defined]
        for text, is_bold in (("Dear {com", False), ("pany} and", True), (" all", False)):
            paragraph.add_run(text).bold = is_bold

    (made,) = read(filled(document(more=bold), Filling({"company": "Acme"}))).paragraphs
    assert [(run.text, run.bold) for run in made.runs] == [("Dear Acme", False), (" and", True), (" all", False)]


def test_a_text_alone_becomes_paragraphs_and_empty_ones_go() -> None:
    content = document("{subject}", "{text}", "{signature}", "End {company}")
    made = lines(filled(content, Filling({"subject": "", "text": "One\ntwo\n\nThree\n\n\n\nFour", "company": ""})))
    assert made == ["One\ntwo", "Three", "Four", "End "]


def test_pictures_stand_where_their_fields_are() -> None:
    content = document("{letterhead}", "Yours {signature}")
    made = read(filled(content, Filling({}, {"letterhead": picture(4000, 100), "signature": picture()})))
    widths = [round(one.width.mm) for one in made.inline_shapes]
    assert (widths, [one.text for one in made.paragraphs]) == ([160, 44], ["", "Yours "])
    assert lines(filled(content, Filling({}))) == ["Yours "]


def test_a_picture_of_the_template_stays_beside_an_empty_field() -> None:
    def logo(found: object) -> None:
        paragraph = found.add_paragraph("{company}")  # type: ignore[attr-defined]
        paragraph.add_run().add_picture(BytesIO(picture()))

    content = document("{letterhead}{company}", "{company}", more=logo)
    made = read(filled(content, Filling({"company": ""}, {"letterhead": picture()})))
    assert (len(made.inline_shapes), [one.text for one in made.paragraphs]) == (2, ["", ""])


def test_one_letter_leaves_nothing_in_the_next() -> None:
    first, second = (lines(filled(PLAIN, Filling({"company": name}))) for name in ("A", "B"))
    assert (first, second) == (["Dear A!"], ["Dear B!"])


def test_unknown_fields_are_named_with_their_places() -> None:
    content = document("Dear {company},", ("we {com", "pny} and { text }"), "{", "a } b", "{}", more=table)
    assert unknown(content, KNOWN) == [
        PlacedField("compny", "Text: “we {compny} and { text }”"),
        PlacedField("{", "Text: “{”"),
        PlacedField("}", "Text: “a } b”"),
        PlacedField("", "Text: “{}”"),
        PlacedField("compny", "Footer: “below {compny}”"),
    ]
    assert (alike("compny", KNOWN), alike("Company", KNOWN), alike("xyz", KNOWN)) == ("company", "company", "")
    with pytest.raises(UserError, match="no Word document"):
        unknown(b"x", KNOWN)


def test_unknown_fields_in_a_table_are_named_with_their_cells() -> None:
    def tables(found: Any) -> None:
        found.add_table(1, 1)
        outer = found.add_table(2, 3)
        outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "{inner}"
        outer.cell(1, 2).text = "who {compny}"
        found.sections[0].header.add_table(1, 2, Mm(50)).cell(0, 1).text = "{above}"

    assert unknown(document("Dear {company}", more=tables), KNOWN) == [
        PlacedField("inner", "Text, table 3, row 1, column 1: “{inner}”"),
        PlacedField("compny", "Text, table 2, row 2, column 3: “who {compny}”"),
        PlacedField("above", "Header, table 1, row 1, column 2: “{above}”"),
    ]


@given(st.text(max_size=40))
@settings(max_examples=15, deadline=None)
def test_any_value_is_text_and_nothing_else(value: str) -> None:
    made = lines(filled(PLAIN, Filling({"company": value})))
    shown = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in value.replace("\r\n", "\n"))
    assert made == [f"Dear {shown.encode('utf-8', 'replace').decode()}!"]


PLAIN = document("Dear {company}!")


def test_equal_letters_are_equal_files() -> None:
    assert filled(PLAIN, Filling({"company": "A"})) == filled(PLAIN, Filling({"company": "A"}))


def test_the_template_to_begin_with_has_known_fields() -> None:
    assert unknown(starter(), (*KNOWN, "organiser", "today", "delegate")) == []
