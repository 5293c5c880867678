"""Events, their audiences, and who attends them."""

from missionplanner.domain.events import (
    AUDIENCE_LABELS,
    EVENT_KIND_LABELS,
    PART_LABELS,
    Attendance,
    Audience,
    Event,
    EventKind,
    Part,
)
from missionplanner.domain.time import Range
from tests.builders import defaults, moment


def test_a_new_event_is_a_plenary_for_everyone() -> None:
    assert defaults(Event) == {"id": 0, "kind": EventKind.PLENARY, "audience": Audience.EVERYONE}
    assert defaults(Attendance) == {"id": 0, "part": Part.IN}


def test_an_event_has_a_span_and_a_name_in_the_language_or_in_english() -> None:
    one = Event(stop_id=1, name_en="Reception", name_es="Recepción", starts=moment(18), ends=moment(20))
    assert one.span == Range(moment(18), moment(20))
    assert [one.name(language) for language in ("en", "fr", "es")] == ["Reception", "Reception", "Recepción"]


def test_everything_has_a_label() -> None:
    assert {one: one.label for one in EventKind} == EVENT_KIND_LABELS
    assert {one: one.label for one in Audience} == AUDIENCE_LABELS
    assert {one: one.label for one in Part} == PART_LABELS
