"""The cases merging was built for, by name."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from missionplanner.domain.companies import Attachment, Company, Offering, Side
from missionplanner.domain.events import Attendance, Event
from missionplanner.domain.mission import Sector
from missionplanner.domain.moves import Grade, MoveVerdict
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting, Slot, Version
from missionplanner.jobs.companies import attachments, duplicates, registrations
from missionplanner.jobs.imports import companies as imports
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import programme
from missionplanner.jobs.requests import entering
from missionplanner.jobs.timetable import meetings
from missionplanner.messages import message
from missionplanner.store.merging.clashes import ClashKind
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, joining, passwords
from tests.merging import acts
from tests.merging.people import Editor, bring
from tests.merging.world import World, check_same, picture

Worlds = Callable[[int], World]


def edit(world: World, person: Editor, name: str, **values: object) -> None:
    """Change fields of a company."""

    def change(store: Store) -> None:
        with store.change(message("Edit")) as step:
            step.update(replace(company(store, name), **values))  # type: ignore[arg-type]

    assert world.do(person, change)


def company(store: Store, name: str) -> Company:
    """Return a company by name."""
    return next(one for one in store.all(Company) if one.name == name)


def names(store: Store) -> set[str]:
    """Return the names of all companies."""
    return {one.name for one in store.all(Company)}


def add(world: World, person: Editor, name: str) -> None:
    """Enter a company."""
    made = registrations.empty(Side.DELEGATION)
    typed = replace(made, company=replace(made.company, name=name))
    assert world.do(person, lambda store: registrations.enter(store, typed, made))


def remove(world: World, person: Editor, name: str) -> None:
    """Delete a company."""
    assert world.do(person, lambda store: registrations.remove(store, [company(store, name).id]) and None)


def kinds(store: Store) -> list[ClashKind]:
    """Return the kinds of the open clashes."""
    return [clash.kind for clash in joining.open_clashes(store)]


def test_a_company_that_was_merged_is_corrected_in_the_copy_and_merged_again(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    add(both, ben, "Nova")
    both.bring(ana, ben)
    edit(both, ben, "Nova", phone="2")
    assert both.bring(ana, ben) == 1
    assert company(ana.store, "Nova").phone == "2"
    assert kinds(ana.store) == []


def test_a_later_deletion_is_seen(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    add(both, ben, "Nova")
    both.bring(ana, ben)
    remove(both, ben, "Nova")
    both.bring(ana, ben)
    assert "Nova" not in names(ana.store)


def test_ones_own_newer_text_is_not_asked_about_again(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ana, "D1", notes="first")
    both.bring(ana, ben, both=True)
    edit(both, ana, "D1", notes="second")
    both.bring(ana, ben)
    assert (company(ana.store, "D1").notes, kinds(ana.store)) == ("second", [])


def test_two_values_of_one_field_are_one_clash_until_somebody_chooses(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ana, "D1", phone="1")
    edit(both, ben, "D1", phone="2")
    both.bring(ana, ben, both=True)
    assert (kinds(ana.store), kinds(ben.store)) == ([ClashKind.VALUE], [ClashKind.VALUE])
    edit(both, ben, "D1", phone="3")
    both.bring(ana, ben)
    assert (company(ana.store, "D1").phone, kinds(ana.store)) == ("3", [])


def test_different_fields_of_one_company_are_no_clash(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ana, "D1", phone="1")
    edit(both, ben, "D1", city="Lima")
    both.bring(ana, ben)
    found = company(ana.store, "D1")
    assert (found.phone, found.city, kinds(ana.store)) == ("1", "Lima", [])


def test_of_two_planners_one_plan_is_in_force_whole(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    for person, chance in ((ana, 1), (ben, 2)):
        assert both.do(person, lambda store, chance=chance: acts.make_plan(store, Random(chance), 1.0))
    places = [sorted((m.pair, m.slot_id, m.table_id) for m in person.store.all(Meeting)) for person in (ana, ben)]
    both.bring(ana, ben, both=True)
    assert kinds(ana.store) == [ClashKind.PLAN]
    assert sorted((m.pair, m.slot_id, m.table_id) for m in ana.store.all(Meeting)) in places
    assert len(ana.store.all(Meeting)) == len(ana.store.all(Request))


def test_a_meeting_moved_by_hand_stays_where_a_plan_did_not_know_of_it(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    meeting = ana.store.all(Meeting)[0]
    slot = ana.store.all(Slot)[2].id

    def move(store: Store) -> None:
        with store.change(message("Move")) as change:
            change.update(replace(meeting, slot_id=slot))

    assert both.do(ana, move)
    assert both.do(ben, lambda store: acts.make_plan(store, Random(3), 1.0))
    both.bring(ben, ana, both=True)
    assert next(one for one in ana.store.all(Meeting) if one.uid == meeting.uid).slot_id == slot


def test_who_changes_wins_over_who_deletes_unseen(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    remove(both, ana, "D1")
    edit(both, ben, "D1", phone="2")
    both.bring(ana, ben)
    assert company(ana.store, "D1").phone == "2"
    assert [one.family_name for one in ana.store.all(Person)].count("D1") == 1
    assert kinds(ana.store) == [ClashKind.DELETED]


def test_duplicates_are_made_one_while_somebody_edits_the_one_that_goes(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people

    def merge(store: Store) -> None:
        duplicates.merge(store, company(store, "D1").id, company(store, "D2").id, [])

    assert both.do(ana, merge)
    edit(both, ben, "D2", phone="2")
    both.bring(ana, ben)
    assert "D2" not in names(ana.store)
    clash = next(one for one in joining.open_clashes(ana.store) if one.kind is ClashKind.MERGED)
    assert "2" in {value for choice in clash.choices for value in choice.values}


def test_two_people_make_different_companies_one_the_other_way_round(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    for person, keep, other in ((ana, "D1", "D2"), (ben, "D2", "D1")):
        assert both.do(
            person,
            lambda store, keep=keep, other=other: duplicates.merge(
                store, company(store, keep).id, company(store, other).id, []
            ),
        )
    both.bring(ana, ben, both=True)
    assert len({"D1", "D2"} & names(ana.store)) == 1


def test_the_same_pair_requested_apart_is_one_request(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    for person, priority in ((ana, Priority.MEET), (ben, Priority.MUST_MEET)):
        pair = company(person.store, "D3").id, company(person.store, "C3").id
        wanted = {pair: priority}
        assert both.do(
            person, lambda store, wanted=wanted: entering.set_priorities(store, wanted, Side.DELEGATION) and None
        )
    both.bring(ana, ben)
    assert len([one for one in ana.store.all(Request) if one.pair == pair]) == 1
    assert kinds(ana.store) == [ClashKind.VALUE]


@pytest.mark.parametrize("is_remembered", [True, False], ids=["with a new id", "without a new id"])
def test_a_copy_put_back_goes_on_beside_the_file_it_replaced(world: Worlds, is_remembered: bool) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ana, "D1", phone="0")
    both.keep_copy(ana)
    edit(both, ana, "D1", phone="1")
    edit(both, ana, "D2", city="Lima")
    both.bring(ben, ana)
    both.put_back(ana, is_remembered)
    edit(both, ana, "D1", notes="after")
    edit(both, ana, "D3", city="Rome")
    both.bring(ana, ben, both=True)
    found = {one.name: one for one in ana.store.all(Company)}
    assert (found["D1"].phone, found["D1"].notes, found["D2"].city, found["D3"].city) == ("1", "after", "Lima", "Rome")


def test_an_old_copy_brings_nobody_back_who_was_erased(world: Worlds) -> None:
    three = world(3)
    ana, ben, _eva = three.people
    person = ana.store.all(Person)[0]

    def rename(store: Store) -> None:
        with store.change(message("Edit")) as change:
            change.update(replace(person, family_name="Unknown to Ana"))

    assert three.do(ben, rename)
    assert three.do(ana, lambda store: erasing.erase(store, [person.id]) and None)
    three.bring(ana, ben)
    three.bring(ben, ana)
    assert next(one for one in ben.store.all(Person) if one.uid == person.uid).full_name == ""
    assert "Unknown" not in str(ben.store.undo() and ben.store.all(Person))


def test_a_sector_put_under_one_that_somebody_puts_under_it_begins_a_tree(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    codes = {one.code: one for one in ana.store.all(Sector)}
    free = replace(codes["AE"], parent_id=None)
    assert both.do(ana, lambda store: programme.save_sector(store, free, []))
    both.bring(ben, ana, both=True)
    assert both.do(ana, lambda store: programme.save_sector(store, replace(free, parent_id=codes["AM"].id), []))
    top = replace(codes["AM"], parent_id=codes["AE"].id)
    assert both.do(ben, lambda store: programme.save_sector(store, top, []))
    both.bring(ana, ben, both=True)
    parents = {one.id: one.parent_id for one in ana.store.all(Sector)}
    for key in parents:
        above: int | None = key
        for _step in parents:
            above = parents[above] if above is not None else None
        assert above is None, "a ring of sectors"


def test_lists_of_a_company_changed_on_both_sides_hold_what_both_added(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    for person, offers in ((ana, ("oak", "elm")), (ben, ("elm", "ash"))):
        before = registrations.records(person.store)[company(person.store, "D1").id]
        typed = replace(before, offers=offers)
        assert both.do(
            person, lambda store, typed=typed, before=before: registrations.enter(store, typed, before) and None
        )
    both.bring(ana, ben)
    assert sorted(one.text for one in ana.store.all(Offering)) == ["ash", "elm", "oak"]


def test_imports_of_different_sources_on_both_sides_are_united(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    files = {
        ana: ("en.csv", "Company name\tWebsite\nD1\thttps://d1.example\nNova\thttps://nova.example"),
        ben: ("fr.csv", "Nom de l'entreprise\tVille\nD1\tLima\nTerra\tRome"),
    }
    for person, (name, pasted) in files.items():
        options = ImportOptions(Path(name), Side.DELEGATION, pasted=pasted)
        assert both.do(person, lambda store, o=options: imports.accept(store, run_now(imports.analyse(o), store)))
    both.bring(ana, ben, both=True)
    found = company(ana.store, "D1")
    assert (found.website, found.city) == ("https://d1.example", "Lima")
    assert {"Nova", "Terra"} <= names(ana.store)


def test_attached_files_come_along(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    assert both.do(ben, lambda store: attachments.set_logo(store, company(store, "D1").id, b"PNG"))
    both.bring(ana, ben)
    assert attachments.logo(ana.store, ana.store.all(Attachment)[0].company_id) == b"PNG"


def test_two_laptops_in_two_cities_are_brought_together_in_the_evening(world: Worlds) -> None:
    both = world(2)
    mexico, monterrey = both.people
    edit(both, mexico, "D1", notes="Mexico City")
    edit(both, monterrey, "D2", notes="Monterrey")
    both.act(monterrey, "place_meeting", 1)
    both.bring(mexico, monterrey, both=True)
    assert {one.notes for one in mexico.store.all(Company)} == {"", "Mexico City", "Monterrey"}
    check_same(picture(mexico.store), picture(monterrey.store))


def test_three_people_in_a_ring_end_equal(world: Worlds) -> None:
    three = world(3)
    ana, ben, eva = three.people
    for number, person in enumerate(three.people):
        edit(three, person, "D1", phone=str(number))
    for _round in range(2):
        for one, other in ((ben, ana), (eva, ben), (ana, eva)):
            three.bring(one, other)
    assert {company(person.store, "D1").phone for person in three.people} == {company(ana.store, "D1").phone}
    assert kinds(eva.store) == [ClashKind.VALUE]


def test_undo_after_a_merge_leaves_what_others_wrote(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ana, "D1", phone="1", city="Lima")
    both.bring(ben, ana)
    edit(both, ben, "D1", phone="2")
    both.bring(ana, ben)
    assert both.act(ana, "undo", 0)
    found = company(ana.store, "D1")
    assert (found.phone, found.city) == ("2", "")
    assert [one.columns for one in ana.store.steps.left] == [("phone",)]


def test_a_version_names_the_same_companies_in_every_copy(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    add(both, ana, "Nova")
    assert both.act(ben, "keep_version", 1)
    both.bring(ana, ben)
    assert [one.content for one in ana.store.all(Version)] == [one.content for one in ben.store.all(Version)]


def test_missions_with_a_password_merge(world: Worlds, tmp_path: Path) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ben, "D1", phone="2")
    for person in both.people:
        person.store.close()
        passwords.set_password(person.path, "", "correct horse battery staple")
        person.store = Store.open(person.path, password="correct horse battery staple")
    assert bring(ana, ben) > 0
    assert company(ana.store, "D1").phone == "2"
    assert b"SQLite format" not in ana.path.read_bytes()[:100]
    both.seen[ana.name] |= both.seen[ben.name]


def test_a_meeting_moved_into_a_slot_that_somebody_deletes_brings_the_slot_back(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    slot, meeting = ana.store.all(Slot)[2], ana.store.all(Meeting)[0]
    assert both.do(ana, lambda store: programme.remove_slots(store, [slot.id], take_out=True) and None)
    assert both.do(ben, lambda store: meetings.drop(store, move_to(meeting, slot.id)))
    both.bring(ana, ben, both=True)
    for person in both.people:
        found = next(one for one in person.store.all(Meeting) if one.uid == meeting.uid)
        assert person.store.get(Slot, found.slot_id).uid == slot.uid
        assert kinds(person.store) == [ClashKind.DELETED]


def move_to(meeting: Meeting, slot: int) -> MoveVerdict:
    """Return the move of a meeting to another slot at its table."""
    return MoveVerdict(Grade.FREE, "", (meeting.moved_to(slot, meeting.table_id),))


def attend(world: World, person: Editor, name: str, becomes: str = "") -> None:
    """Enter that a company comes to the bus, and then that it was another one."""

    def enter(store: Store) -> None:
        with store.change(message("Attend")) as change:
            change.insert(Attendance(event_id=store.all(Event)[0].id, company_id=company(store, name).id))

    def correct(store: Store) -> None:
        with store.change(message("Correct")) as change:
            change.update(replace(store.all(Attendance)[0], company_id=company(store, becomes).id))

    assert world.do(person, enter)
    if becomes:
        assert world.do(person, correct)


def clear(world: World, person: Editor) -> None:
    """Delete every attendance."""

    def delete(store: Store) -> None:
        with store.change(message("Delete")) as change:
            change.delete(Attendance, [one.id for one in store.all(Attendance)])

    assert world.do(person, delete)


def coming(store: Store) -> list[str]:
    """Return the names of the companies that come to the bus."""
    return [store.get(Company, one.company_id).name for one in store.all(Attendance)]


def test_of_an_invitation_that_is_there_twice_one_is_shown_and_both_are_deleted(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    attend(both, ana, "D1")
    attend(both, ben, "D2", becomes="D1")
    both.bring(ana, ben, both=True)
    assert [coming(person.store) for person in both.people] == [["D1"], ["D1"]]
    clear(both, ana)
    both.bring(ben, ana)
    assert [coming(person.store) for person in both.people] == [[], []]


def test_an_invitation_hidden_behind_another_comes_back_when_that_becomes_another(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    attend(both, ana, "D1")
    attend(both, ben, "D2", becomes="D1")
    both.bring(ana, ben, both=True)

    def correct(store: Store) -> None:
        with store.change(message("Correct")) as change:
            change.update(replace(store.all(Attendance)[0], company_id=company(store, "D3").id))

    assert both.do(ana, correct)
    both.bring(ben, ana, both=True)
    assert [sorted(coming(person.store)) for person in both.people] == [["D1", "D3"], ["D1", "D3"]]


def test_an_undo_that_puts_back_what_somebody_else_wrote_stands_for_it(world: Worlds) -> None:
    both = world(2)
    ana, ben = both.people
    edit(both, ana, "D1", phone="first")
    both.bring(ben, ana)
    edit(both, ben, "D1", phone="of Ben")
    both.bring(ana, ben)
    edit(both, ana, "D1", phone="second")
    assert both.act(ana, "undo", 0)
    assert (company(ana.store, "D1").phone, ana.store.steps.left) == ("of Ben", [])
    assert both.act(ana, "undo", 0)
    assert company(ana.store, "D1").phone == "of Ben"
    assert [one.columns for one in ana.store.steps.left] == [("phone",)]
