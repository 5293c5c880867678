"""Whom one meets."""

from dataclasses import replace

import pytest

from missionplanner.i18n import translator
from missionplanner.pack.meeting_pages import CardValue, MeetingCard, fitting_values, meeting_sheets, values_of
from missionplanner.pack.style import look, register_fonts
from missionplanner.store.store import Store
from tests.unit.pack.making import parts


def test_where_not_all_fits_the_longest_value_is_cut() -> None:
    register_fonts()
    values = [CardValue("a", "one", 3), CardValue("b", "many words " * 30, 12)]
    assert [len(lines) for _value, lines in fitting_values(values, 200, 400)] == [1, 9]
    found = fitting_values(values, 200, 60)
    assert [len(lines) for _value, lines in found] == [1, 3]
    assert found[1][1][-1].endswith("…")


def test_people_without_a_line_are_counted() -> None:
    register_fonts()
    people = CardValue("People", "\n".join(f"Person {n}" for n in range(40)), 6, others="+ {n} elsewhere")
    ((_value, lines),) = fitting_values([people], 200, 400)
    assert lines == (*(f"Person {n}" for n in range(5)), "+ 35 elsewhere")


def test_a_card_says_who_asked_who_attends_and_who_interprets(store: Store) -> None:
    _shared, own = parts(store)
    entry = replace(own.meetings[0], who="Ana", interpreter="Hera", asked=("You asked for it.",), languages="Spanish")
    told = {value.label: value.text for value in values_of(entry, translator("en"))}
    assert told == {
        "People": "Given C1", "For you": "Ana", "Interpreter": "Hera", "Languages": "Spanish",
        "Asked for": "You asked for it.",
    }  # fmt: skip


@pytest.mark.parametrize(("each", "pages"), [(2, 2), (3, 1)])
def test_two_or_three_meetings_share_a_page(store: Store, each: int, pages: int) -> None:
    _shared, own = parts(store)
    cards = [MeetingCard(own.meetings[0], number, look(""), translator("en")) for number in (1, 2, 3)]
    assert len(meeting_sheets(cards, each, (500, 660), [])) == pages
    assert cards[1].height == {2: 319, 3: 210}[each]
