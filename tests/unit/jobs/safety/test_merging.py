"""Copies that went separate ways are merged back: what one side changed is taken, both are asked where both did."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Attachment, Company, CompanySector, Delegate, Offering, OfferingKind, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Sector
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Availability, Meeting, Owner, Slot
from missionplanner.errors import UserError
from missionplanner.jobs.safety import merging, privacy
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, damage_of, key_of, meet, moment, small_mission


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """The file and a copy of it, both open for writing."""
    path = tmp_path / "mine.mission"
    with small_mission(path) as store:
        ask(store, ("D1", "C1", Priority.MEET))
        meet(store, "D2", "C2", slot=1, table=0)
    shutil.copy(path, tmp_path / "theirs.mission")
    with Store.open(path) as mine, Store.open(tmp_path / "theirs.mission") as theirs:
        yield mine, theirs


def edit(store: Store, name: str, **values: object) -> None:
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, name)), **values))


def company(store: Store, name: str) -> Company:
    return store.get(Company, key_of(store, name))


def add(store: Store, name: str) -> int:
    with store.change(message("Add {name}", name=name)) as change:
        key = change.insert(Company(side=Side.DELEGATION, name=name))
        change.insert(Application(company_id=key, status=Status.ACCEPTED))
        change.insert(Delegate(company_id=key, given_name="N", family_name=name))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text=f"offer of {name}"))
        change.insert(CompanySector(company_id=key, sector_id=store.all(Sector)[0].id))
        change.insert(Request(delegation_id=key, counterpart_id=key_of(store, "C1"), priority=Priority.MUST_MEET))
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9), ends=moment(10)))
    return key


def test_what_only_one_side_changed_is_taken(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis")
    edit(theirs, "D1", website="https://d1.example")
    edit(theirs, "C2", city="Puebla")
    with theirs.change(message("Delete")) as change:
        change.delete(Request, [theirs.all(Request)[0].id])
    found = merging.compare(mine, theirs.path)
    assert (found.number, found.conflicts) == (3, [])
    assert merging.merge(mine, found, []) == 0
    assert (company(mine, "D1").city, company(mine, "D1").website) == ("Lévis", "https://d1.example")
    assert company(mine, "C2").city == "Puebla"
    assert mine.all(Request) == []
    assert mine.undo() == "Merge theirs.mission"
    assert (company(mine, "D1").website, company(mine, "C2").city, len(mine.all(Request))) == ("", "", 1)


def test_new_records_of_both_stand_beside_one_another(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    add(mine, "Mine")
    add(theirs, "Theirs")
    edit(theirs, "Theirs", city="Sherbrooke")
    digest = theirs.contents.keep(b"a file")
    with theirs.change(message("Attach")) as change:
        change.insert(Attachment(company_id=key_of(theirs, "Theirs"), name="f.pdf", digest=digest))
    found = merging.compare(mine, theirs.path)
    merging.merge(mine, found, [])
    assert {c.name for c in mine.all(Company)} >= {"Mine", "Theirs"}
    key = key_of(mine, "Theirs")
    assert key != key_of(theirs, "Theirs")
    assert company(mine, "Theirs").city == "Sherbrooke"
    assert [p.family_name for p in mine.where(Delegate, "company_id", [key])] == ["Theirs"]
    assert [o.text for o in mine.where(Offering, "company_id", [key])] == ["offer of Theirs"]
    assert [r.counterpart_id for r in mine.where(Request, "delegation_id", [key])] == [key_of(mine, "C1")]
    assert [a.owner_id for a in mine.all(Availability)] == [key_of(mine, "Mine"), key]
    assert mine.contents.read(mine.where(Attachment, "company_id", [key])[0].digest) == b"a file"
    assert damage_of(mine.path) == []


def test_merging_the_same_copy_again_brings_nothing_twice(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    add(theirs, "Theirs")
    theirs.record(Letter(company_id=1, kind="accepted", language="en", sent_at=datetime.now(UTC)))
    for _again in range(2):
        merging.merge(mine, merging.compare(mine, theirs.path), [])
    assert len([c for c in mine.all(Company) if c.name == "Theirs"]) == 1
    assert len(mine.all(Offering)) == len(mine.all(CompanySector)) == len(mine.all(Letter)) == 1


@pytest.mark.parametrize("take", [False, True])
def test_where_both_changed_the_same_both_are_shown(both: tuple[Store, Store], take: bool) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis", region="Quebec")
    edit(theirs, "D1", city="Laval", phone="+15145550100", region="Quebec")
    edit(mine, "D3", notes="keep")
    with theirs.change(message("Delete")) as change:
        change.delete(Company, [key_of(theirs, "D3")])
    found = merging.compare(mine, theirs.path)
    assert [(c.about, c.field, c.mine, c.theirs) for c in found.conflicts if c.column] == [
        ("D1", "City", "Lévis", "Laval")
    ]
    assert [(c.about, c.mine, c.theirs) for c in found.conflicts if not c.column] == [("D3", "changed", "deleted")]
    merging.merge(mine, found, found.conflicts if take else [])
    assert company(mine, "D1").city == ("Laval" if take else "Lévis")
    assert company(mine, "D1").phone == "+15145550100"
    assert ("D3" in {c.name for c in mine.all(Company)}) is not take


def test_what_both_changed_is_shown_in_words_of_the_screen(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    for store, slot in ((mine, 2), (theirs, 3)):
        with store.change(message("Move")) as change:
            change.update(replace(store.all(Meeting)[0], slot_id=store.all(Slot)[slot].id))
    found = merging.compare(mine, theirs.path)
    assert [(c.record, c.about, c.field, c.mine, c.theirs) for c in found.conflicts] == [
        ("Meeting", "D2 – C2", "Slot", "Mon, Feb 16, 09:50–10:10", "Mon, Feb 16, 10:15–10:35")
    ]
    i18n.use("fr")
    (conflict,) = merging.compare(mine, theirs.path).conflicts
    assert (conflict.field, conflict.theirs) == ("Plage", "lun. 16 févr., 10:15–10:35")


def test_a_slot_only_the_copy_has_is_shown_too(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    with theirs.change(message("Later")) as change:
        slot = change.insert(Slot(session_id=1, starts=moment(17), ends=moment(17, 20)))
        change.update(replace(theirs.all(Meeting)[0], slot_id=slot))
    with mine.change(message("Move")) as change:
        change.update(replace(mine.all(Meeting)[0], slot_id=mine.all(Slot)[0].id))
    (conflict,) = merging.compare(mine, theirs.path).conflicts
    assert (conflict.mine, conflict.theirs) == ("Mon, Feb 16, 09:00–09:20", "Mon, Feb 16, 17:00–17:20")


def test_undone_changes_of_the_copy_are_no_changes(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(theirs, "D1", city="Laval")
    theirs.undo()
    assert merging.compare(mine, theirs.path).number == 0


def test_both_may_plan_and_the_conflicts_are_counted(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    meet(mine, "D1", "C1", slot=0, table=0)
    meet(theirs, "D1", "C3", slot=0, table=1)
    found = merging.compare(mine, theirs.path)
    assert merging.merge(mine, found, []) >= 1
    assert len(mine.all(Meeting)) == 3


def test_another_mission_or_an_erased_history_is_refused(both: tuple[Store, Store], tmp_path: Path) -> None:
    mine, theirs = both
    small_mission(tmp_path / "other.mission").close()
    with pytest.raises(UserError, match="another mission"):
        merging.compare(mine, tmp_path / "other.mission")
    privacy.erase(theirs)
    with pytest.raises(UserError, match="nothing in common"):
        merging.compare(mine, theirs.path)


def test_the_copy_is_only_read(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(theirs, "D1", city="Laval")
    theirs.close()
    before = theirs.path.read_bytes()
    merging.merge(mine, merging.compare(mine, theirs.path), [])
    assert theirs.path.read_bytes() == before


def whole(store: Store, name: str) -> tuple[int, ...]:
    """How much there is of a company: itself, its application, delegates, requests, meetings."""
    key = next((one.id for one in store.all(Company) if one.name == name), 0)
    sides = ("delegation_id", "counterpart_id")
    return (
        len(store.where(Company, "id", [key])),
        len(store.where(Application, "company_id", [key])),
        len(store.where(Delegate, "company_id", [key])),
        sum(len(store.where(Request, side, [key])) for side in sides),
        sum(len(store.where(Meeting, side, [key])) for side in sides),
    )


def delete(store: Store, name: str) -> None:
    with store.change(message("Delete {name}", name=name)) as change:
        change.delete(Company, [key_of(store, name)])


@pytest.mark.parametrize("take", [True, False])
def test_what_hangs_on_a_disputed_deletion_is_decided_with_it(both: tuple[Store, Store], take: bool) -> None:
    mine, theirs = both
    before = whole(mine, "D2")
    edit(mine, "D2", city="Laval")
    delete(theirs, "D2")
    found = merging.compare(mine, theirs.path)
    assert [(one.mine, one.theirs, one.column) for one in found.conflicts] == [("changed", "deleted", "")]
    assert found.number == 0
    merging.merge(mine, found, found.conflicts if take else [])
    assert whole(mine, "D2") == ((0, 0, 0, 0, 0) if take else before)
    mine.snapshot()


@pytest.mark.parametrize("take", [True, False])
@pytest.mark.parametrize("what", ["company", "delegate", "request"])
def test_what_the_copy_changed_of_a_deleted_company_brings_it_back_whole_or_not_at_all(
    both: tuple[Store, Store], take: bool, what: str
) -> None:
    mine, theirs = both
    before = whole(mine, "D2")
    delete(mine, "D2")
    key = key_of(theirs, "D2")
    with theirs.change(message("Edit")) as change:
        if what == "company":
            change.update(replace(theirs.get(Company, key), city="Laval"))
        elif what == "delegate":
            change.update(replace(theirs.where(Delegate, "company_id", [key])[0], phone="+15140000000"))
        else:
            change.insert(Request(delegation_id=key, counterpart_id=key_of(theirs, "C1"), priority=Priority.MEET))
    found = merging.compare(mine, theirs.path)
    assert [(one.mine, one.theirs) for one in found.conflicts] == [("deleted", "changed")]
    merging.merge(mine, found, found.conflicts if take else [])
    after = whole(mine, "D2")
    assert after == ((*before[:3], before[3] + (what == "request"), before[4]) if take else (0, 0, 0, 0, 0))
    assert damage_of(mine.path) == []
    if take:
        mine.undo()
        assert whole(mine, "D2") == (0, 0, 0, 0, 0)


def test_a_copy_does_not_bring_erased_people_back(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    person = theirs.where(Delegate, "company_id", [key_of(theirs, "D1")])[0]
    with theirs.change(message("Edit")) as change:
        change.update(replace(person, phone="+15141234567", position="Owner"))
    privacy.erase(mine, [person.id])
    found = merging.compare(mine, theirs.path)
    assert found.number == 0
    merging.merge(mine, found, [])
    assert is_anonymous(mine.get(Delegate, person.id))
