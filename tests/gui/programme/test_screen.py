"""The screen of the programme: the calendar and a list for each kind of record."""

from missionplanner.domain.timetable import Interpreter
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.store.store import Store

LISTS = ("Events", "Sessions", "Slots", "Venues", "Travel times", "Interpreters", "Absences")


def test_each_kind_has_its_list(programme: ProgrammeScreen) -> None:
    counts = {name: programme.editor(name).table.rows.rowCount() for name in LISTS}
    assert counts == dict(zip(LISTS, (2, 1, 4, 1, 0, 0, 0), strict=True))


def test_a_tab_counts_its_records_when_it_is_shown(programme: ProgrammeScreen) -> None:
    assert [programme.tabs.tabText(n) for n in range(8)] == ["Calendar", *LISTS]
    programme.tabs.setCurrentIndex(3)
    assert programme.tabs.tabText(3) == "Slots (4)"
    assert programme.tabs.currentIndex() == 3


def test_a_list_is_read_anew_after_a_change(programme: ProgrammeScreen, store: Store) -> None:
    programme.tabs.setCurrentIndex(6)
    with store.change("Interpreter") as change:
        change.insert(Interpreter(name="Ana", languages="en,es"))
    assert programme.editors[6].table.rows.text(0, 0) == "Ana"
    assert programme.tabs.tabText(6) == "Interpreters (1)"


def test_the_list_to_print_is_that_of_the_tab_and_the_events_for_the_calendar(programme: ProgrammeScreen) -> None:
    titles = []
    for tab in (0, 4):
        programme.tabs.setCurrentIndex(tab)
        found = programme.shown_list()
        assert found is not None
        titles.append((found.title, len(found.rows)))
    assert titles == [("Events (2)", 2), ("Venues (1)", 1)]


def test_leaving_puts_back_what_is_dragged(programme: ProgrammeScreen) -> None:
    assert programme.settle()
    assert programme.calendar.calendar._drag is None
