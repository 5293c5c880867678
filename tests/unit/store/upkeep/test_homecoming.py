"""People of a copy who were erased in the mission."""

from dataclasses import replace

from missionplanner.domain.companies import Company, Delegate
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
    theirs = next(one for one in copy.all(Delegate) if one.given_name == "Zoé")
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
    assert is_anonymous(next(one for one in store.all(Delegate) if one.uid == found.uid))
    assert b"Smith" not in words(store)


def test_a_namesake_is_asked_about_and_taken_where_it_is_another(store: Store, copy: Store) -> None:
    erasing.erase(store, [zoe.add(store)])
    zoe.add(copy, "C1", email="")
    (found,) = left_out(store, copy)
    assert (found.name, found.company, found.is_sure) == (zoe.NAME, "C1", False)
    assert left_out(store, copy, (found.uid,)) == ()
    joining.write(store, joining.join(store, copy, (found.uid,)), message("Merge"))
    assert [one.full_name for one in store.all(Delegate) if one.uid == found.uid] == [zoe.NAME]
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
    assert store.all(Delegate) == copy.all(Delegate)
    assert "Zoé".encode() not in words(copy)


def test_a_namesake_of_the_mission_is_asked_about_where_the_copy_erased_somebody(store: Store, copy: Store) -> None:
    zoe.add(store, "C1", email="")
    erasing.erase(copy, [zoe.add(copy)])
    (found,) = left_out(store, copy)
    assert (found.name, found.is_sure, found.key_here > 0) == (zoe.NAME, False, True)
    assert left_out(store, copy, (found.uid,)) == ()
    bring(store, copy)
    assert left_out(store, copy) == ()
