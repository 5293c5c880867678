"""The list of courtesy titles: entered at a place, removed, counted."""

from dataclasses import replace

import pytest

from missionplanner.domain.courtesy_titles import CourtesyTitle, in_protocol_order
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.people import courtesy_titles
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo

CHIEF = {"written_en": "Chief", "salutation_en": "Dear Chief {family},"}


def order(store: Store) -> list[str]:
    return [one.label for one in in_protocol_order(store.all(CourtesyTitle))]


@pytest.mark.parametrize(("place", "found"), [(None, 17), (1, 0), (3, 2), (99, 17), (0, 0)])
def test_a_new_title_goes_to_its_place_or_behind_the_others(store: Store, place: int | None, found: int) -> None:
    before = order(store)
    check_undo(store, lambda s: courtesy_titles.enter(s, None, CHIEF, place), "Add courtesy title")
    assert order(store) == [*before[:found], "Chief", *before[found:]]


def test_one_that_is_edited_stays_where_it_was_or_goes_elsewhere(store: Store) -> None:
    _first, *others = order(store)
    title = in_protocol_order(store.all(CourtesyTitle))[0]
    edit = {"written_en": "Exc."}
    check_undo(store, lambda s: courtesy_titles.enter(s, title, edit), "Edit courtesy title")
    assert order(store) == ["Exc.", *others]
    courtesy_titles.enter(store, store.get(CourtesyTitle, title.id), {}, 2)
    assert order(store) == [others[0], "Exc.", *others[1:]]
    assert store.get(CourtesyTitle, title.id).salutation_en == "Excellency,"


def test_people_keep_the_title_they_typed_when_it_is_deleted(store: Store) -> None:
    with store.change(message("Title")) as change:
        change.update(replace(store.all(Person)[0], title="Dra."))
    title = next(one for one in store.all(CourtesyTitle) if one.label == "Dr")
    assert courtesy_titles.holders(store) == {title.id: 1}
    check_undo(store, lambda s: courtesy_titles.remove(s, [title.id]), "Delete 1 courtesy title")
    assert (store.all(Person)[0].title, courtesy_titles.holders(store)) == ("Dra.", {})


def test_a_title_needs_a_text_and_known_fields(store: Store) -> None:
    with pytest.raises(UserError, match="needs what is written before a name"):
        courtesy_titles.enter(store, None, {"salutation_en": "Hello,", "written_en": "  "})
    with pytest.raises(UserError, match=r"There is no field \{company\}\.") as caught:
        courtesy_titles.enter(store, None, {**CHIEF, "salutation_fr": "Bonjour {company},"})
    assert caught.value.hint == "A salutation may have {title}, {name}, {family}."
