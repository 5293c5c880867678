"""Copies that went separate ways are merged: what one side changed is taken, what both wrote is a clash."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Attachment, Company, CompanySector, Offering, OfferingKind, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Availability, Meeting, Owner, Slot, Version
from missionplanner.errors import UserError
from missionplanner.jobs.safety import clashes, merging, privacy
from missionplanner.jobs.timetable import versions
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
        change.insert(Person(company_id=key, given_name="N", family_name=name))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text=f"offer of {name}"))
        change.insert(CompanySector(company_id=key, sector_id=store.all(Sector)[0].id))
        change.insert(Request(delegation_id=key, counterpart_id=key_of(store, "C1"), priority=Priority.MUST_MEET))
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9), ends=moment(10)))
    return key


def merged(mine: Store, theirs: Store, take: int = 0, both: bool = False) -> merging.CopyComparison:
    """Take a copy in, with the choice of this number in every clash."""
    found = merging.compare(mine, theirs.path)
    merging.merge(mine, found, [(one, take) for one in found.clashes], both)
    return found


def kinds(found: merging.CopyComparison) -> list[tuple[str, str, str]]:
    """The records that come in: how, which, what of them."""
    return [(one.kind.value, one.about, one.fields) for one in found.records]


def test_what_only_one_side_changed_is_taken(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis")
    edit(theirs, "D1", website="https://d1.example")
    edit(theirs, "C2", city="Puebla")
    with theirs.change(message("Delete")) as change:
        change.delete(Request, [theirs.all(Request)[0].id])
    found = merging.compare(mine, theirs.path)
    assert kinds(found) == [("deleted", "D1 – C1", ""), ("changed", "C2", "City"), ("changed", "D1", "Website")]
    assert (found.clashes, found.steps, found.outgoing, found.deletions, found.needs_yes) == ((), 3, 1, 1, False)
    done = merging.merge(mine, found)
    assert done == merging.Merged(changed=3, settled=0, open_clashes=0, conflicts=0)
    assert (company(mine, "D1").city, company(mine, "D1").website) == ("Lévis", "https://d1.example")
    assert company(mine, "C2").city == "Puebla"
    assert mine.all(Request) == []


def test_a_merge_is_nobodys_step_to_undo(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis")
    edit(theirs, "D1", website="https://d1.example")
    merged(mine, theirs)
    assert mine.undo() == "Edit"
    assert (company(mine, "D1").city, company(mine, "D1").website) == ("", "https://d1.example")
    assert mine.steps.undo_label == "Meet"
    labels = [(step.label, step.kind) for step in mine.steps.history(4)]
    assert labels == [("Undo: Edit", "undo"), ("Merge theirs.mission", "merge"), ("Edit", "change"), ("Edit", "change")]


def test_new_records_of_both_stand_beside_one_another(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    add(mine, "Mine")
    add(theirs, "Theirs")
    edit(theirs, "Theirs", city="Sherbrooke")
    digest = theirs.contents.keep(b"a file")
    with theirs.change(message("Attach")) as change:
        change.insert(Attachment(company_id=key_of(theirs, "Theirs"), name="f.pdf", digest=digest))
    merged(mine, theirs)
    assert {c.name for c in mine.all(Company)} >= {"Mine", "Theirs"}
    key = key_of(mine, "Theirs")
    assert key != key_of(theirs, "Theirs")
    assert company(mine, "Theirs").city == "Sherbrooke"
    assert [p.family_name for p in mine.where(Person, "company_id", [key])] == ["Theirs"]
    assert [o.text for o in mine.where(Offering, "company_id", [key])] == ["offer of Theirs"]
    assert [r.counterpart_id for r in mine.where(Request, "delegation_id", [key])] == [key_of(mine, "C1")]
    assert [a.owner_id for a in mine.all(Availability)] == [key_of(mine, "Mine"), key]
    assert mine.contents.read(mine.where(Attachment, "company_id", [key])[0].digest) == b"a file"
    assert damage_of(mine.path) == []


def test_merging_the_same_copy_again_brings_nothing_twice(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    add(theirs, "Theirs")
    theirs.record(Letter(company_id=1, kind="accepted", language="en", sent_at=datetime.now(UTC)))
    assert [len(merged(mine, theirs).records) for _again in range(2)] == [7, 0]
    assert len([c for c in mine.all(Company) if c.name == "Theirs"]) == 1
    assert len(mine.all(Offering)) == len(mine.all(CompanySector)) == len(mine.all(Letter)) == 1


def test_what_the_copy_corrects_later_comes_in_too(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    add(theirs, "Theirs")
    merged(mine, theirs)
    edit(theirs, "Theirs", phone="+15145550100")
    assert kinds(merged(mine, theirs)) == [("changed", "Theirs", "Phone")]
    delete(theirs, "Theirs")
    found = merging.compare(mine, theirs.path)
    assert (found.deletions, found.needs_yes) == (7, True)
    merging.merge(mine, found)
    assert "Theirs" not in {one.name for one in mine.all(Company)}


def test_ones_own_newer_text_is_not_asked_about_again(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis")
    edit(theirs, "D1", city="Laval")
    assert len(merged(mine, theirs).clashes) == 1
    edit(mine, "D1", city="Gatineau")
    found = merging.compare(mine, theirs.path)
    assert (found.records, found.clashes) == ((), ())
    merged(theirs, mine)
    assert company(theirs, "D1").city == "Gatineau"


def test_both_files_are_brought_to_the_same(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis")
    edit(theirs, "C2", city="Puebla")
    found = merging.compare(mine, theirs.path)
    theirs.close()
    merging.merge(mine, found, both=True)
    with Store.open(theirs.path) as after:
        assert after.all(Company) == mine.all(Company)


@pytest.mark.parametrize("take", [0, 1])
def test_where_both_changed_the_same_both_are_shown(both: tuple[Store, Store], take: int) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis", region="Quebec")
    edit(theirs, "D1", city="Laval", phone="+15145550100", region="Quebec")
    found = merging.compare(mine, theirs.path)
    (clash,) = found.clashes
    shown = [(value.words, value.is_mine, value.is_shown) for value in clash.values]
    assert (clash.about, clash.field, shown) == ("D1", "City", [("Laval", False, True), ("Lévis", True, False)])
    done = merging.merge(mine, found, [(clash, take)])
    assert (done.settled, done.open_clashes) == (1, 0)
    assert (company(mine, "D1").city, company(mine, "D1").phone) == (("Laval", "Lévis")[take], "+15145550100")
    merged(theirs, mine)
    assert (company(theirs, "D1").city, clashes.open_clashes(theirs)) == (("Laval", "Lévis")[take], [])


def test_what_is_not_chosen_stays_open(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(mine, "D1", city="Lévis")
    edit(theirs, "D1", city="Laval")
    done = merging.merge(mine, merging.compare(mine, theirs.path))
    assert (done.settled, done.open_clashes, len(clashes.open_clashes(mine))) == (0, 1, 1)
    assert merging.compare(mine, theirs.path).clashes == ()


def test_what_both_changed_is_shown_in_words_of_the_screen(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    for store, slot in ((mine, 2), (theirs, 3)):
        with store.change(message("Move")) as change:
            change.update(replace(store.all(Meeting)[0], slot_id=store.all(Slot)[slot].id))
    (clash,) = merging.compare(mine, theirs.path).clashes
    table = "Hall, table 1"
    assert (clash.record, clash.about, clash.field) == ("Meeting", "D2 – C2", "Slot, Table")
    assert [value.words for value in clash.values] == [
        f"Mon, Feb 16, 10:15–10:35, {table}", f"Mon, Feb 16, 09:50–10:10, {table}"
    ]  # fmt: skip
    i18n.use("fr")
    (clash,) = merging.compare(mine, theirs.path).clashes
    assert clash.values[0].words.startswith("lun. 16 févr., 10:15–10:35")


def test_a_slot_only_the_copy_has_is_shown_too(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    with theirs.change(message("Later")) as change:
        slot = change.insert(Slot(session_id=1, starts=moment(17), ends=moment(17, 20)))
        change.update(replace(theirs.all(Meeting)[0], slot_id=slot))
    with mine.change(message("Move")) as change:
        change.update(replace(mine.all(Meeting)[0], slot_id=mine.all(Slot)[0].id))
    (clash,) = merging.compare(mine, theirs.path).clashes
    assert {value.words.split(", Hall")[0] for value in clash.values} == {
        "Mon, Feb 16, 09:00–09:20", "Mon, Feb 16, 17:00–17:20"
    }  # fmt: skip


def test_undone_changes_of_the_copy_are_no_changes(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(theirs, "D1", city="Laval")
    theirs.undo()
    assert merging.compare(mine, theirs.path).records == ()


def test_both_may_plan_and_the_conflicts_are_counted(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    meet(mine, "D1", "C1", slot=0, table=0)
    meet(theirs, "D1", "C3", slot=0, table=1)
    assert merging.merge(mine, merging.compare(mine, theirs.path)).conflicts >= 1
    assert len(mine.all(Meeting)) == 3


def test_of_two_timetables_one_is_in_force_and_the_other_a_version(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    for store, slot in ((mine, 2), (theirs, 3)):
        with store.change(message("Plan")) as change:
            held = store.all(Meeting)[0]
            change.delete(Meeting, [held.id])
            change.insert(replace(held, id=0, uid="", slot_id=store.all(Slot)[slot].id))
            change.plan([1], versions.content_of(store.snapshot()))
    found = merging.compare(mine, theirs.path)
    assert [(one.about, one.field, len(one.values)) for one in found.clashes] == [("1 session", "two timetables", 2)]
    assert kinds(found) == [("changed", "2 meetings are placed, moved or dropped", "")]
    merging.merge(mine, found)
    assert [one.slot_id for one in mine.all(Meeting)] == [mine.all(Slot)[3].id]
    (version,) = mine.all(Version)
    assert version.name.startswith(version.made_by)
    clashes.settle(mine, [(one, 1) for one in clashes.open_clashes(mine)])
    assert [one.slot_id for one in mine.all(Meeting)] == [mine.all(Slot)[2].id]
    assert clashes.open_clashes(mine) == []
    merged(theirs, mine)
    assert [one.slot_id for one in theirs.all(Meeting)] == [theirs.all(Slot)[2].id]


def test_another_mission_is_refused_and_one_with_an_erased_history_is_not(
    both: tuple[Store, Store], tmp_path: Path
) -> None:
    mine, theirs = both
    small_mission(tmp_path / "other.mission").close()
    with pytest.raises(UserError, match="another mission"):
        merging.compare(mine, tmp_path / "other.mission")
    privacy.erase(theirs)
    merged(mine, theirs)
    assert all(is_anonymous(person) for person in mine.all(Person))


def test_a_mission_changed_since_the_comparison_is_not_merged(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(theirs, "D1", city="Laval")
    found = merging.compare(mine, theirs.path)
    edit(mine, "D2", city="Lévis")
    with pytest.raises(UserError, match="changed while"):
        merging.merge(mine, found)
    assert company(mine, "D1").city == ""


def test_the_copy_is_only_read(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    edit(theirs, "D1", city="Laval")
    theirs.close()
    before = theirs.path.read_bytes()
    merged(mine, theirs)
    assert theirs.path.read_bytes() == before


def whole(store: Store, name: str) -> tuple[int, ...]:
    """How much there is of a company: itself, its application, delegates, requests, meetings."""
    key = next((one.id for one in store.all(Company) if one.name == name), 0)
    sides = ("delegation_id", "counterpart_id")
    return (
        len(store.where(Company, "id", [key])),
        len(store.where(Application, "company_id", [key])),
        len(store.where(Person, "company_id", [key])),
        sum(len(store.where(Request, side, [key])) for side in sides),
        sum(len(store.where(Meeting, side, [key])) for side in sides),
    )


def delete(store: Store, name: str) -> None:
    with store.change(message("Delete {name}", name=name)) as change:
        change.delete(Company, [key_of(store, name)])


@pytest.mark.parametrize("take", [0, 1])
def test_what_hangs_on_a_disputed_deletion_is_decided_with_it(both: tuple[Store, Store], take: int) -> None:
    mine, theirs = both
    before = whole(mine, "D2")
    edit(mine, "D2", city="Laval")
    delete(theirs, "D2")
    found = merging.compare(mine, theirs.path)
    (clash,) = found.clashes
    assert (clash.about, [value.words for value in clash.values]) == ("D2", ["keep it", "delete it"])
    assert found.records == ()
    merging.merge(mine, found, [(clash, take)])
    assert whole(mine, "D2") == ((0, 0, 0, 0, 0) if take else before)
    assert clashes.open_clashes(mine) == []
    merged(theirs, mine)
    assert whole(theirs, "D2") == whole(mine, "D2")
    mine.snapshot()


@pytest.mark.parametrize("take", [0, 1])
@pytest.mark.parametrize("what", ["company", "delegate", "request"])
def test_what_the_copy_changed_of_a_deleted_company_brings_it_back_whole(
    both: tuple[Store, Store], take: int, what: str
) -> None:
    mine, theirs = both
    before = whole(mine, "D2")
    delete(mine, "D2")
    key = key_of(theirs, "D2")
    with theirs.change(message("Edit")) as change:
        if what == "company":
            change.update(replace(theirs.get(Company, key), city="Laval"))
        elif what == "delegate":
            change.update(replace(theirs.where(Person, "company_id", [key])[0], phone="+15140000000"))
        else:
            change.insert(Request(delegation_id=key, counterpart_id=key_of(theirs, "C1"), priority=Priority.MEET))
    found = merged(mine, theirs, take)
    assert len(found.clashes) == 1
    after = whole(mine, "D2")
    assert after == ((0, 0, 0, 0, 0) if take else (*before[:3], before[3] + (what == "request"), before[4]))
    assert damage_of(mine.path) == []


def test_a_copy_does_not_bring_erased_people_back(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    person = theirs.where(Person, "company_id", [key_of(theirs, "D1")])[0]
    with theirs.change(message("Edit")) as change:
        change.update(replace(person, phone="+15141234567", position="Owner"))
    privacy.erase(mine, [person.id])
    merged(mine, theirs)
    assert is_anonymous(mine.get(Person, person.id))
    merged(theirs, mine)
    assert is_anonymous(theirs.get(Person, person.id))


def test_who_was_erased_in_the_copy_is_erased_here_too(both: tuple[Store, Store]) -> None:
    mine, theirs = both
    person = mine.all(Person)[0]
    edit(theirs, "D1", city="Laval")
    edit(mine, "D1", city="Lévis")
    privacy.erase(theirs, [person.id])
    found = merging.compare(mine, theirs.path)
    assert found.erased == 1
    merging.merge(mine, found, [(one, 0) for one in found.clashes])
    assert is_anonymous(mine.get(Person, person.id))
    with closing(sqlite3.connect(mine.path)) as db:
        sql = "SELECT DISTINCT coalesce(given_name, '') FROM people_history WHERE id = ?"
        assert {name for (name,) in db.execute(sql, (person.id,))} <= {""}
