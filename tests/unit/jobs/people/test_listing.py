"""The list of people: what a line shows, who is found, how many there are, and the order."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Person
from missionplanner.jobs.people import listing
from missionplanner.jobs.people.listing import NONE, PeopleFilter, PersonLine
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.jobs.people.conftest import Folk, role_of


def lines(store: Store) -> list[PersonLine]:
    return listing.lines(store.snapshot())


def line(store: Store, key: int) -> PersonLine:
    return next(one for one in lines(store) if one.key == key)


def test_a_line_shows_organisations_role_side_and_status(store: Store, folk: Folk) -> None:
    rosa, luis = line(store, folk.rosa), line(store, folk.luis)
    assert (rosa.organisations, rosa.role, rosa.side, rosa.status, rosa.languages) == (
        "D1; D2", "", Side.DELEGATION, "Accepted", "Español, English",
    )  # fmt: skip
    assert rosa.roles == {role_of(store, "Minister")}
    assert (luis.organisations, luis.role, luis.side, luis.status) == ("", "Minister", Side.COUNTERPART, "")


def test_people_are_listed_by_family_name(store: Store, folk: Folk) -> None:
    assert [one.person.family_name for one in lines(store)] == ["C1", "C2", "C3", "D1", "D2", "D3", "Herrera", "Pérez"]


@pytest.mark.parametrize("text", ["perez", "rosa@x.mx", "d2 rosa", "board member", "consultant"])
def test_names_addresses_posts_and_organisations_are_searched(store: Store, folk: Folk, text: str) -> None:
    assert [one.key for one in listing.narrowed(lines(store), PeopleFilter(text))] == [folk.rosa]


def test_nobody_is_found_where_a_word_is_missing(store: Store, folk: Folk) -> None:
    assert listing.narrowed(lines(store), PeopleFilter("rosa herrera")) == []


def test_each_condition_narrows(store: Store, folk: Folk) -> None:
    found = lines(store)
    minister, d1 = role_of(store, "Minister"), key_of(store, "D1")

    def kept(**conditions: tuple[object, ...]) -> list[str]:
        wanted = PeopleFilter(**conditions)  # type: ignore[arg-type]
        return [one.person.family_name for one in listing.narrowed(found, wanted)]

    assert kept(sides=("counterpart",)) == ["C1", "C2", "C3", "Herrera"]
    assert kept(roles=(minister,)) == ["Herrera", "Pérez"]
    assert kept(organisations=(d1,)) == ["D1", "Pérez"]
    assert kept(organisations=(NONE,)) == ["Herrera"]
    assert kept(languages=("es", "fr")) == ["Pérez"]
    assert kept(roles=(NONE,), organisations=(d1,)) == ["D1"]


def test_values_are_counted_as_if_asked_for_alone(store: Store, folk: Folk) -> None:
    wanted = PeopleFilter("rosa luis", sides=("counterpart",))
    assert listing.numbers(lines(store), wanted, "sides") == {}
    assert listing.numbers(lines(store), PeopleFilter(sides=("counterpart",)), "sides") == {
        "counterpart": 4,
        "delegation": 4,
    }
    assert listing.numbers(lines(store), PeopleFilter("rosa"), "organisations") == {
        key_of(store, "D1"): 1,
        key_of(store, "D2"): 1,
    }
    assert listing.numbers(lines(store), PeopleFilter("luis"), "organisations") == {NONE: 1}


@pytest.mark.parametrize("column", listing.SORTED)
def test_the_list_is_sorted_by_every_column(store: Store, folk: Folk, column: str) -> None:
    up = listing.ordered(lines(store), column)
    values = [listing.SORTED[column](one) for one in up]
    assert values == sorted(values)
    assert sorted(values, reverse=True) == [listing.SORTED[column](o) for o in listing.ordered(up, column, True)]


def test_who_has_no_place_in_protocol_comes_last(store: Store, folk: Folk) -> None:
    with store.change(message("First")) as change:
        first = change.insert(Person(family_name="Zed", precedence=1))
    assert listing.ordered(lines(store), "precedence")[0].key == first
