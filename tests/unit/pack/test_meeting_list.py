"""The list of one's meetings."""

from dataclasses import replace
from datetime import date

from missionplanner.i18n import translator
from missionplanner.pack.delegate_content import ProgrammeDay
from missionplanner.pack.meeting_list import Free, FreeLine, MeetingLine, free_times, list_pieces
from missionplanner.pack.style import look
from missionplanner.store.store import Store
from tests.unit.pack.making import parts
from tests.unit.pack.test_week import item


def test_long_times_between_two_items_are_free_but_lunch_is_not() -> None:
    day = ProgrammeDay("", "A", (item(480, 540), item(600, 620), item(640, 660), item(960, 980)), day=date(2026, 2, 1))
    assert free_times(day, (0, 0)) == [Free(540, 600), Free(660, 960)]
    assert free_times(day, (840, 960)) == [Free(540, 600), Free(660, 840)]
    assert Free(540, 605).hours == "09:00–10:05"


def test_a_day_has_its_heading_with_the_first_line_and_every_meeting_its_number(store: Store) -> None:
    _shared, own = parts(store)
    groups = list(list_pieces(own, (0, 0), look(""), translator("en")))
    assert [len(group) for group in groups] == [2, 1]
    assert groups[0][0].text == "Monday, February 16 · Mexico City, Hall"
    lines = [piece for group in groups for piece in group if isinstance(piece, MeetingLine)]
    assert [(line.number, line.key, line.entry.profile.name) for line in lines] == [
        (1, "meeting-0", "C1"),
        (2, "meeting-1", "C2"),
    ]
    assert not any(isinstance(piece, FreeLine) for group in groups for piece in group)


def test_who_comes_along_is_named_in_short_where_the_whole_names_do_not_fit(store: Store) -> None:
    _shared, own = parts(store)
    names = tuple(f"Given{n} Family{n}" for n in range(3))
    entry = replace(
        own.meetings[0], person="Ana", interpreter="Hera", who=", ".join(names), ours_short=("G. F", "H. G")
    )
    line = MeetingLine(entry, 1, object(), look(""), translator("en"))
    assert line.people(400) == "Ana  ·  with Given0 Family0, Given1 Family1, Given2 Family2  ·  interpreter: Hera"
    assert line.people(200) == "Ana  ·  with G. F, H. G  ·  interpreter: Hera"
