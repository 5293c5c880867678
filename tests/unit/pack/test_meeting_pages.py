"""Whom one meets."""

from dataclasses import replace

import pytest

from missionplanner.i18n import translator
from missionplanner.pack.meeting_pages import (
    CLOSE,
    CardValue,
    MeetingCard,
    _squeezed,
    fitting_values,
    meeting_sheets,
    values_of,
    whole_sheets,
)
from missionplanner.pack.phrases import Phrase
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


def test_of_contacts_those_are_kept_that_fit_whole_and_all_where_there_is_room() -> None:
    register_fonts()
    text = "\n".join(f"somebody.with.a.long.name@a-company-with-a-long-name-{n}.example" for n in range(3))
    values = [CardValue("Contact", text, 4, leads=True), CardValue("About", "many words " * 60, 30)]
    ((_value, whole), _about) = fitting_values(values, 150, 900)
    assert "".join(whole).replace(" ", "") == text.replace("\n", "")
    ((_value, kept), _about) = fitting_values(values, 150, 90)
    assert "".join(kept).replace(" ", "") == text.splitlines()[0]


NAMES = tuple(f"Person {n}" for n in range(40))
SHORT = tuple(f"P. {n}" for n in range(40))


@pytest.mark.parametrize(
    ("names", "height", "expected"),
    [
        (4, 400, NAMES[:4]),
        (9, 400, ("Person 0, Person 1, Person 2, Person 3, Person", "4, Person 5, Person 6, Person 7, Person 8")),
        (40, 16, ("P. 0, P. 1, P. 2, P. 3, P. 4, P. 5, P. 6 and 33 others",)),
        (8, 16, ("P. 0, P. 1, P. 2, P. 3, P. 4, P. 5, P. 6, P. 7",)),
        (2, 16, ("Person 0, Person 1",)),
    ],
)  # fmt: skip
def test_names_are_shortened_before_any_is_left_out(
    store: Store, names: int, height: float, expected: tuple[str, ...]
) -> None:
    _shared, own = parts(store)
    profile = replace(own.meetings[0].profile, people=tuple(map(Phrase, NAMES[:names])))
    entry = replace(own.meetings[0], profile=profile, theirs_names=NAMES[:names], theirs_short=SHORT[:names])
    ((_value, lines),) = fitting_values(values_of(entry, translator("en")), 200, height)
    assert lines == expected


def test_a_description_gives_way_to_names(store: Store) -> None:
    register_fonts()
    people = CardValue("People", ", ".join(NAMES), 9, shorter=(", ".join(SHORT),), fewer=("P. 0 and 39 others",))
    about = CardValue("About", "many words " * 30, 12)
    (_people, names), (_about, words) = fitting_values([people, about], 200, 90)
    assert (" ".join(names), len(words)) == (", ".join(SHORT), 2)


def test_a_card_says_who_asked_who_attends_and_who_interprets(store: Store) -> None:
    _shared, own = parts(store)
    entry = replace(
        own.meetings[0], who="Ana", interpreter="Hera", asked=(Phrase("You asked for it."),), languages="Spanish"
    )
    told = {value.label: value.text for value in values_of(entry, translator("en"))}
    assert told == {
        "People": "Given C1", "For you": "Ana", "Interpreter": "Hera", "Languages": "Spanish",
        "Asked for": "You asked for it.",
    }  # fmt: skip


def test_as_many_meetings_share_a_page_as_it_holds_whole(store: Store) -> None:
    register_fonts()
    entry = parts(store)[1].meetings[0]
    long = replace(entry, profile=replace(entry.profile, description="Many words on what they make. " * 30))
    cards = [MeetingCard(one, number, look(""), translator("en")) for number, one in enumerate((entry, long, long), 1)]
    short, *others = [card.needed(500) for card in cards]
    assert (short, [high > 300 for high in others]) == (195, [True, True])
    sheets = whole_sheets(cards, (500, 600), [])
    assert [[card.number for card, _x, _y in sheet.pieces if isinstance(card, MeetingCard)] for sheet in sheets] == [
        [1, 2],
        [3],
    ]
    assert [card.height >= card.needed(500) for card in cards] == [True] * 3


def test_of_meetings_that_share_a_page_each_is_as_high_as_it_needs(store: Store) -> None:
    register_fonts()
    entry = parts(store)[1].meetings[0]
    long = replace(entry, profile=replace(entry.profile, description="Many words on what they make. " * 20))
    cards = [MeetingCard(one, number, look(""), translator("en")) for number, one in enumerate((long, entry, entry), 1)]
    meeting_sheets(cards, 3, (500, 700), [])
    assert [card.height >= card.needed(500) for card in cards] == [True] * 3
    assert sum(card.height for card in cards) == pytest.approx(694 - 3 * 8)
    meeting_sheets(cards, 3, (500, 640), [])
    assert [card.height >= card.needed(500, CLOSE) for card in cards] == [True] * 3


@pytest.mark.parametrize(("each", "pages"), [(2, 2), (3, 1)])
def test_two_or_three_meetings_share_a_page(store: Store, each: int, pages: int) -> None:
    _shared, own = parts(store)
    cards = [MeetingCard(own.meetings[0], number, look(""), translator("en")) for number in (1, 2, 3)]
    assert len(meeting_sheets(cards, each, (500, 660), [])) == pages
    assert cards[1].height == {2: 319, 3: 210}[each]


def test_a_meeting_with_little_to_say_keeps_room_for_its_outcomes_beside_long_ones(store: Store) -> None:
    register_fonts()
    _shared, own = parts(store)
    entry = own.meetings[0]
    asked = (Phrase("They wish to extend the licence to the islands. " * 20),)
    long = replace(
        entry, asked=asked, profile=replace(entry.profile, description="many words " * 400, website="x" * 300)
    )
    cards = [MeetingCard(one, number, look(""), translator("en")) for number, one in enumerate((long, long, entry), 1)]
    (sheet,) = meeting_sheets(cards, 3, (480, 640), [])
    heights = [piece.height for piece, _x, _y in sheet.pieces if isinstance(piece, MeetingCard)]
    assert heights[0] == heights[1] > heights[2] == cards[2].least(480)
    assert min(y for _piece, _x, y in sheet.pieces) >= 0
    assert _squeezed([200, 300], [150, 150], 250) == [125, 125]
    assert _squeezed([200, 300], [150, 150], 400) == [175, 225]
