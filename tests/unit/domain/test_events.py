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
    together,
)
from missionplanner.domain.time import Range
from tests.builders import defaults, moment


def test_a_new_event_is_a_plenary_for_everyone() -> None:
    assert defaults(Event) == {"id": 0, "kind": EventKind.PLENARY, "audience": Audience.EVERYONE, "unconfirmed": False}
    assert defaults(Attendance) == {"id": 0, "part": Part.IN}


def test_an_event_has_a_span_and_a_name_in_the_language_or_in_english() -> None:
    one = Event(stop_id=1, name_en="Reception", name_es="Recepción", starts=moment(18), ends=moment(20))
    assert one.span == Range(moment(18), moment(20))
    assert [one.name(language) for language in ("en", "fr", "es")] == ["Reception", "Reception", "Recepción"]


def test_events_with_some_time_in_common_are_paired_in_the_order_of_time() -> None:
    def event(key: int, hour: int, until: int) -> Event:
        return Event(id=key, stop_id=1, name_en="", starts=moment(hour), ends=moment(until))

    events = [event(1, 12, 14), event(2, 9, 18), event(3, 14, 15), event(4, 13, 15)]
    assert [(one.id, other.id) for one, other in together(events)] == [(2, 1), (2, 4), (1, 4), (2, 3), (4, 3)]


def test_everything_has_a_label() -> None:
    assert {one: one.label for one in EventKind} == EVENT_KIND_LABELS
    assert {one: one.label for one in Audience} == AUDIENCE_LABELS
    assert {one: one.label for one in Part} == PART_LABELS
