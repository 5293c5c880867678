"""The mission file: undo, history, locks, damage, exactness."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Delegate, Offering, OfferingKind, Side
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mission import Mission, MissionText, Venue
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingStatus, Session
from missionplanner.errors import UserError
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import programme
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import backups
from tests.builders import DAY, ask, ask_all, key_of, meet, moment, small_mission

HOSTILE = (
    "=cmd|'/C calc'!A0", "<b>bold</b> & %s {x}", "../../etc/passwd", "CON", "😀 e\u0301\u0302\u0303", "\u202eevil", "a\0b",
    "'; DROP TABLE companies; --", "Nguyễn Yılmaz Łódź Αθήνα Київ", "x" * 100_000, "\x07\x1b[31m",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def whole(store: Store) -> dict[str, object]:
    snapshot = store.snapshot()
    return {field.name: getattr(snapshot, field.name) for field in fields(Snapshot)}


def act_enter(store: Store) -> None:
    record = registrations.empty(Side.DELEGATION)
    company = replace(record.company, name="New one", employees=7)
    typed = replace(record, company=company, offers=("a", "b"), delegates=(Delegate(company_id=0, email="a@b.ca"),))
    registrations.enter(store, typed, record)


def act_edit(store: Store) -> None:
    record = registrations.records(store, [1])[1]
    typed = replace(record, company=replace(record.company, city="Lévis"), seeks=("x",), delegates=())
    registrations.enter(store, typed, record)


def act_delete(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    registrations.remove(store, [key_of(store, "D1"), key_of(store, "C2")])


def act_withdraw(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    decisions.set_status(store, [key_of(store, "D1")], Status.WITHDRAWN)


def act_plan(store: Store) -> None:
    ask_all(store)
    planning.accept(store, run_now(planning.plan(1), store))


def act_venue(store: Store) -> None:
    programme.save_venue(store, store.all(Venue)[0], 5)


def act_text(store: Store) -> None:
    programme.save_text(store, "welcome", "fr", "Bienvenue", "Bonjour")


ACTS: list[Callable[[Store], None]] = [act_enter, act_edit, act_delete, act_withdraw, act_plan, act_venue, act_text]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_undo_and_redo_restore_exactly(store: Store, act: Callable[[Store], None]) -> None:
    states = [whole(store)]
    store.on_change(lambda _tables: states.append(whole(store)))
    act(store)
    after = states[-1]
    assert after != states[0]
    steps = 0
    while store.steps.undo_label:
        store.undo()
        steps += 1
    assert whole(store) == states[0]
    for _ in range(steps):
        store.redo()
    assert whole(store) == after


def test_a_new_change_makes_redo_impossible(store: Store) -> None:
    act_text(store)
    store.undo()
    act_venue(store)
    assert store.steps.redo_label == ""
    assert store.steps.undo_label == "Edit venue"


def test_undo_works_after_the_file_was_closed_and_opened(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = whole(store)
        act_edit(store)
    with Store.open(tmp_path / "m.mission") as store:
        assert store.undo() == "Edit D1"
        assert whole(store) == before


def test_the_beginning_of_a_file_is_not_undone(store: Store) -> None:
    assert store.undo() == ""
    assert store.mission.name == "Test mission"


def test_history_tells_who_did_what(store: Store) -> None:
    act_edit(store)
    store.undo()
    steps = store.steps.history()
    assert [step.label for step in steps[:2]] == ["Undo: Edit D1", "Edit D1"]
    assert steps[1].changes == {"companies": 1, "offerings": 1, "delegates": 1, "applications": 1}
    assert steps[1].user


def test_listeners_hear_just_the_touched_tables(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.on_change(heard.append)
    act_text(store)
    with store.change("nothing"):
        pass
    assert heard == [frozenset({"texts"})]


def test_an_error_inside_a_change_leaves_nothing(store: Store) -> None:
    before = whole(store)

    def fail() -> None:
        with store.change("Fail") as change:
            change.insert(Company(side=Side.DELEGATION, name="Half"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert whole(store) == before
    assert store.steps.undo_label == ""


def test_writing_outside_a_change_raises(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database_of(store).execute("DELETE FROM companies")


def test_journals_are_outside_undo(store: Store) -> None:
    act_text(store)
    store.record(PackPrint(company_id=1, printed_at=moment(9)))
    store.undo()
    assert store.count(PackPrint) == 1
    with pytest.raises(ValueError, match="no journal"):
        store.record(Company(side=Side.DELEGATION, name="x"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_stored_exactly_and_found(store: Store, text: str) -> None:
    with store.change("Add") as change:
        key = change.insert(Company(side=Side.DELEGATION, name=text, description=text))
        change.insert(Application(company_id=key))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text=text))
    assert store.get(Company, key).name == text
    assert store.all(Offering)[0].text == text
    found = store.companies.ids(CompanyFilter(text=text[:40]))
    assert key in found or not text[:40].strip()
    store.undo()
    store.redo()
    assert store.get(Company, key).description == text


def test_lone_surrogates_do_not_break_the_file(store: Store) -> None:
    with store.change("Add") as change:
        key = change.insert(Company(side=Side.DELEGATION, name="a\ud800b"))
    assert store.get(Company, key).name == "a?b"


def test_second_program_reads_only_and_learns_who_has_it(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from missionplanner.store.store import Store\n"
        "s = Store.open(Path(sys.argv[1])); print(s.read_only, s.holder, s.mission.name)\n"
        "try:\n    s.undo()\n    s.change('x').__enter__()\nexcept Exception as e: print(type(e).__name__, e)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("True ")
    assert " on " in done.stdout
    assert "UserError m.mission is open for reading only." in done.stdout


def test_file_is_free_again_after_closing(tmp_path: Path) -> None:
    small_mission(tmp_path / "m.mission").close()
    assert [path.name for path in tmp_path.glob("m.*")] == ["m.mission"]
    with Store.open(tmp_path / "m.mission") as again:
        assert not again.read_only


def spoil_text(path: Path) -> None:
    path.write_text("Company;City\nA;B\n")


def spoil_empty(path: Path) -> None:
    path.write_bytes(b"")


def spoil_foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE companies (id INTEGER)")
    other.close()


def spoil_newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()


def spoil_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 2 : 4096 * 12] = b"\xff" * 4096 * 10
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoil_text, "is not a mission file"),
        (spoil_empty, "is not a mission file"),
        (spoil_foreign, "is not a mission file"),
        (spoil_newer, "newer version"),
        (spoil_middle, "is damaged"),
        (Path.unlink, "There is no file"),
    ],
)
def test_what_is_no_mission_file_is_refused_in_a_sentence(
    tmp_path: Path, spoil: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / "m.mission"
    small_mission(path).close()
    spoil(path)
    content = path.read_bytes() if path.exists() else b""
    with pytest.raises(UserError, match=says) as caught:
        Store.open(path)
    assert caught.value.hint
    assert (path.read_bytes() if path.exists() else b"") == content
    assert not path.with_name("m.mission.lock").exists()


def test_new_file_never_overwrites(store: Store) -> None:
    with pytest.raises(UserError, match="already a file"):
        Store.create(store.path, Mission(starts=DAY, ends=DAY))


def test_backup_is_a_whole_mission(store: Store, tmp_path: Path) -> None:
    act_edit(store)
    store.backup(tmp_path / "copy.mission")
    with Store.open(tmp_path / "copy.mission") as copy:
        assert whole(copy) == whole(store)
    with pytest.raises(UserError, match="cannot be written"):
        store.backup(tmp_path / "nowhere" / "copy.mission")


def test_the_program_keeps_the_ten_newest_backups(store: Store) -> None:
    made = [backups.keep(store) for _ in range(12)]
    kept = sorted(backups.folder_of(store.path).iterdir())
    assert kept == made[2:]
    with Store.open(kept[-1]) as copy:
        assert whole(copy) == whole(store)


def test_filter_finds_whatever_the_field_accents_and_case(example: Store) -> None:
    def names(**wanted: object) -> list[str]:
        ids = example.companies.ids(CompanyFilter(**wanted))  # type: ignore[arg-type]
        return [line.name for line in example.companies.lines(ids)]

    assert len(names()) == 465
    assert len(names(side="delegation")) == 245
    assert len(names(sectors=("AM",), side="counterpart")) == 39
    by_text = names(text="levis GROUPE")
    assert by_text
    assert all("Groupe" in name for name in by_text)
    assert names(text="laurentian.data@nowhere") == []
    assert len(names(statuses=("accepted",))) == 465
    assert names(statuses=("declined",)) == []
    guadalajara = names(stops=(2,), side="delegation")
    assert 0 < len(guadalajara) < 245


def test_filter_by_subsector_is_narrower_than_by_its_sector(example: Store) -> None:
    narrow = set(example.companies.ids(CompanyFilter(sectors=("AM-1",))))
    wide = set(example.companies.ids(CompanyFilter(sectors=("AM",))))
    assert narrow
    assert narrow < wide | narrow


def test_search_follows_edits_and_undo(store: Store) -> None:
    act_edit(store)
    assert store.companies.ids(CompanyFilter(text="lévis")) == [key_of(store, "D1")]
    store.undo()
    assert store.companies.ids(CompanyFilter(text="lévis")) == []


def test_sorting_is_stable_both_ways(example: Store) -> None:
    for key in ("name", "city", "sectors", "meetings", "status", "delegate", "employees"):
        up = example.companies.ids(CompanyFilter(), key)
        down = example.companies.ids(CompanyFilter(), key, descending=True)
        assert sorted(up) == sorted(down)
        assert up == example.companies.ids(CompanyFilter(), key)


def test_must_meets_count_once_entered(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET))
    assert store.snapshot().wishes[key_of(store, "D1"), key_of(store, "C1")].priority is Priority.MUST_MEET
    assert store.count(Meeting) == 0
    assert store.count(MissionText) == 0


def test_a_copy_never_replaces_the_open_file_or_one_somebody_has(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="open mission itself"):
        store.backup(store.path)
    with small_mission(tmp_path / "other.mission") as other, pytest.raises(UserError, match="open in another program"):
        store.backup(other.path)
    act_edit(store)
    assert store.steps.undo_label


def test_restore_replaces_even_a_damaged_file_and_keeps_every_version(tmp_path: Path) -> None:
    path, good = tmp_path / "m.mission", tmp_path / "good.mission"
    with small_mission(path) as store:
        store.backup(good)
    spoil_middle(path)
    first = backups.restore(path, good)
    second = backups.restore(path, good)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.exists()
    with Store.open(path) as store:
        assert store.mission.name == "Test mission"


def test_a_change_of_nothing_leaves_redo_possible(store: Store) -> None:
    act_edit(store)
    store.undo()
    decisions.set_status(store, [1], Status.ACCEPTED)
    assert store.redo() == "Edit D1"


def test_keys_are_never_used_again(store: Store) -> None:
    last = store.all(Company)[-1].id
    registrations.remove(store, [last])
    act_enter(store)
    assert store.all(Company)[-1].id > last


def test_withdrawing_and_clearing_keep_what_was_held(store: Store) -> None:
    held = meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    meet(store, "D1", "C2", 1, 0)
    meet(store, "D2", "C2", 0, 1)
    report = decisions.set_status(store, [key_of(store, "D1")], Status.WITHDRAWN)
    assert report.meetings_removed == 1
    assert planning.clear(store) == 1
    assert [meeting.id for meeting in store.all(Meeting)] == [held]


def test_saving_a_form_does_not_undo_a_status_set_meanwhile(store: Store) -> None:
    record = registrations.records(store, [1])[1]
    decisions.set_status(store, [1], Status.CONFIRMED)
    registrations.enter(store, replace(record, company=replace(record.company, city="Gaspé")), record)
    assert store.where(Application, "company_id", [1])[0].status is Status.CONFIRMED
    registrations.remove(store, [1])
    with pytest.raises(UserError, match="no longer in the mission"):
        registrations.enter(store, record, record)


def test_stop_filter_is_what_the_list_says_of_stops(example: Store) -> None:
    snapshot = example.snapshot()
    for stop in snapshot.stops:
        listed = set(example.companies.ids(CompanyFilter(stops=(stop.id,))))
        assert listed == {company.id for company in snapshot.companies if stop.id in snapshot.stops_for(company.id)}


def test_stop_filter_falls_back_to_the_programme_of_the_sectors(store: Store) -> None:
    assert len(store.companies.ids(CompanyFilter(stops=(1,)))) == 6


def test_people_are_found_by_every_field(store: Store) -> None:
    person = store.all(Delegate)[0]
    with store.change("x") as change:
        change.update(replace(person, dietary="Végétarien", badge_name="Zed", emergency_contact="Mum 5145550199"))
    for text in ("vegetarien", "zed", "mum 514"):
        assert store.companies.ids(CompanyFilter(text=text)) == [person.company_id]


def test_a_session_is_not_moved_from_under_its_meetings(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    with store.change("x") as change:
        other = change.insert(Venue(stop_id=1, name="Other"))
    with pytest.raises(UserError, match="lose its place"):
        programme.save_session(store, replace(store.all(Session)[0], venue_id=other))
