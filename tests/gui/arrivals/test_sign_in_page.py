"""Signing in: codes typed by a scanner, names, ticks on paper; counts live."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from missionplanner.domain.sign_ins import SignIn, SignInHow, SignInKind, sheet_number
from missionplanner.gui.arrivals.screen import ArrivalsScreen
from missionplanner.store.store import Store


def typed(screen: ArrivalsScreen, text: str) -> str:
    """Type a line as a scanner does; return what is said of it."""
    QTest.keyClicks(screen.sign_ins.line, text)
    QTest.keyClick(screen.sign_ins.line, Qt.Key.Key_Return)
    screen.refresh()
    return screen.sign_ins.last.text()


def test_codes_and_names_sign_in_and_are_counted(screen: ArrivalsScreen, store: Store) -> None:
    screen.tabs.setCurrentWidget(screen.sign_ins)
    people = store.snapshot().people
    assert typed(screen, people[0].uid) == "Given D1 has signed in."
    assert typed(screen, people[0].uid) == "Given D1 had signed in already."
    assert typed(screen, "") == "Given D1 had signed in already."
    assert typed(screen, "f" * 32).startswith("Nobody has this code or name")
    assert screen.sign_ins.counted.text() == "1 of 6 signed in"
    assert [(one.kind, one.how) for one in store.all(SignIn)] == [(SignInKind.PACK, SignInHow.CODE)]


def test_who_was_ticked_on_paper_is_entered_at_once_and_taken_back(screen: ArrivalsScreen, store: Store) -> None:
    screen.tabs.setCurrentWidget(screen.sign_ins)
    page = screen.sign_ins
    page.desk.choose(1)
    page.main.choose([0, 2, 4])
    page.tick()
    assert {(one.kind, one.event_id, one.how) for one in store.all(SignIn)} == {
        (SignInKind.BOARDING, 1, SignInHow.PAPER)
    }
    screen.refresh()
    assert page.counted.text() == "3 of 6 signed in"
    page.main.choose([0])
    page.take_back()
    screen.refresh()
    assert (len(store.all(SignIn)), page.counted.text()) == (2, "2 of 6 signed in")
    assert page.shown_list("Sign-in").subtitle == "Ride · 2 of 6 signed in"


def test_numbers_of_a_sheet_are_typed_into_the_line(screen: ArrivalsScreen, store: Store) -> None:
    screen.tabs.setCurrentWidget(screen.sign_ins)
    numbers = [sheet_number(one.id, one.uid).lower() for one in store.snapshot().people[:2]]
    assert typed(screen, ", ".join(numbers)) == "2 people signed in: Given D1, Given D2."
    assert screen.sign_ins.counted.text() == "2 of 6 signed in"
    shown = {screen.sign_ins.main.rows.text(row, 0).lower() for row in range(6)}
    assert set(numbers) < shown
