"""People of a copy who were erased in the mission."""

from dataclasses import replace

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erasing, homecoming, joining
from missionplanner.store.upkeep.homecoming import LeftOut
from tests.builders import key_of
from tests.unit.store.apart import bring
from tests.unit.store.upkeep import zoe


def left_out(store: Store, copy: Store, others: tuple[str, ...] = ()) -> tuple[LeftOut, ...]:
    return joining.join(store, copy, others).left_out


def words(store: Store) -> bytes:
    return store.path.read_bytes()


def test_who_was_erased_is_left_out_of_an_older_copy_with_all_that_names_them(store: Store, copy: Store) -> None:
    key = zoe.add(store)
    bring(copy, store)
    zoe.note(copy, "Ask Zoé. Fine.", "C3")
    theirs = next(one for one in copy.all(Person) if one.given_name == "Zoé")
    with copy.change(message("Edit {name}", name=zoe.NAME)) as change:
        change.update(replace(theirs, family_name="Married"))
    erasing.erase(store, [key])
    assert left_out(store, copy) == (LeftOut(theirs.uid, "Zoé Married", "D2", True),)
    bring(store, copy)
    assert store.get(Company, key_of(store, "C3")).notes == "Fine."
    assert not any(word in words(store) for word in ("Zoé".encode(), b"Married"))


def test_somebody_entered_anew_with_the_address_is_left_out_for_good(store: Store, copy: Store) -> None:
    erasing.erase(store, [zoe.add(store)])
    zoe.add(copy, "C1", given_name="Zo", family_name="Smith")
    (found,) = left_out(store, copy)
    assert (found.name, found.is_sure) == ("Zo Smith", True)
    bring(store, copy)
    assert is_anonymous(next(one for one in store.all(Person) if one.uid == found.uid))
    assert b"Smith" not in words(store)


def test_a_namesake_is_asked_about_and_taken_where_it_is_another(store: Store, copy: Store) -> None:
    erasing.erase(store, [zoe.add(store)])
    zoe.add(copy, "C1", email="")
    (found,) = left_out(store, copy)
    assert (found.name, found.company, found.is_sure) == (zoe.NAME, "C1", False)
    assert left_out(store, copy, (found.uid,)) == ()
    joining.write(store, joining.join(store, copy, (found.uid,)), message("Merge"))
    assert [one.full_name for one in store.all(Person) if one.uid == found.uid] == [zoe.NAME]
    assert ("another", found.uid) in erasing.remembered(store)
    assert left_out(store, copy) == ()


def test_who_is_entered_in_spite_of_a_fingerprint_was_entered_on_purpose(store: Store, copy: Store) -> None:
    erasing.erase(store, [zoe.add(store)])
    bring(copy, store)
    zoe.add(copy, "C1")
    assert left_out(store, copy) == ()


def test_nobody_is_looked_for_where_nobody_was_erased(store: Store, copy: Store) -> None:
    state = joining.read(store)
    found, whom = homecoming.coming_back(database_of(copy), state, joining.read(copy))
    assert (found, bool(whom)) == ((), False)


def test_copies_are_the_same_after_full_exchange(store: Store, copy: Store) -> None:
    key = zoe.add(store)
    bring(copy, store)
    zoe.note(copy, "Ask Zoé. Fine.", "C3")
    erasing.erase(store, [key])
    bring(store, copy)
    erasing.obey(copy, erasing.tombstones_of(store))
    bring(copy, store)
    bring(store, copy)
    assert store.all(Company) == copy.all(Company)
    assert store.all(Person) == copy.all(Person)
    assert "Zoé".encode() not in words(copy)


def test_a_namesake_of_the_mission_is_asked_about_where_the_copy_erased_somebody(store: Store, copy: Store) -> None:
    zoe.add(store, "C1", email="")
    erasing.erase(copy, [zoe.add(copy)])
    (found,) = left_out(store, copy)
    assert (found.name, found.is_sure, found.key_here > 0) == (zoe.NAME, False, True)
    assert left_out(store, copy, (found.uid,)) == ()
    bring(store, copy)
    assert left_out(store, copy) == ()


def test_a_text_that_was_kept_by_choice_stays_whatever_copy_comes(store: Store, copy: Store) -> None:
    key = zoe.add(store)
    zoe.note(store, "Ask Zoé.")
    bring(copy, store)
    whom = erasing.meant(store, [key])
    erasing.erase(store, [key], kept={one.place for one in erasing.passages_about(store, whom)})
    bring(store, copy)
    assert store.get(Company, key_of(store, "D1")).notes == "Ask Zoé."
    erasing.obey(copy, erasing.tombstones_of(store))
    bring(copy, store)
    assert copy.get(Company, key_of(copy, "D1")).notes == "Ask Zoé."


def test_a_copy_that_knows_more_of_their_names_has_them_taken_out_here_too(store: Store, copy: Store) -> None:
    key = zoe.add(store)
    bring(copy, store)
    with copy.change(message("Marry")) as change:
        theirs = next(one for one in copy.all(Person) if one.given_name == "Zoé")
        change.update(replace(theirs, family_name="Married", email="new@unal.example"))
    zoe.note(store, "Write to new@unal.example. Fine.")
    erasing.erase(store, [key])
    assert store.get(Company, key_of(store, "D1")).notes == "Write to new@unal.example. Fine."
    joined = joining.join(store, copy)
    joining.write(store, joined, message("Merge"))
    erasing.forget_names(store, joined.called)
    assert store.get(Company, key_of(store, "D1")).notes == "Fine."
    assert len([kind for kind, _mark in erasing.remembered(store) if kind == "email"]) == 2
    before = store.steps.history()
    erasing.forget_names(store, joined.called)
    assert store.steps.history() == before


def test_a_copy_that_forgot_them_brings_no_text_that_names_them(store: Store, copy: Store) -> None:
    erasing.erase(store, [zoe.add(store)])
    zoe.note(copy, f"Ask Zoé Ünal. Or {zoe.MAIL}. Fine.", "C3")
    bring(store, copy)
    assert store.get(Company, key_of(store, "C3")).notes == "Fine."
