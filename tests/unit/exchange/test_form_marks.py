"""The marks by which forms are known again."""

from missionplanner.domain.companies import Side
from missionplanner.exchange import form_marks
from missionplanner.exchange.form_marks import BEGINNING, FormMark


def test_a_mark_is_read_as_it_was_written() -> None:
    made = form_marks.mark("form", Side.COUNTERPART, "fr", "uid")
    assert made == FormMark("form", Side.COUNTERPART, "fr", form_marks.mission_of("uid"))
    assert (form_marks.read(f" {made.text} "), made.text.startswith(BEGINNING)) == (made, True)
    assert [form_marks.read(text) for text in ("", "missionplanner:form:delegation:de:12345678")] == [None, None]
    assert form_marks.people_mark().startswith(BEGINNING)
