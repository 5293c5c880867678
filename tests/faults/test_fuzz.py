"""Random commands and random damage for a bounded time: the mission stays sound, and whatever cannot be is a sentence."""

import json
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.checks import attention
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting, MeetingStatus, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.companies import duplicates
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.safety import history as file_history
from missionplanner.jobs.safety import merging, privacy
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import availability, planning
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.merging.view import View
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, joining
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import Figures, ask_all, damage_of, meet, moment, small_mission
from tests.faults.killing import SOURCE
from tests.unit.store.damaging import HOWS, broken

Chance = random.Random


def some(chance: Chance, found: list[Any], most: int = 3) -> list[Any]:
    return chance.sample(found, min(len(found), chance.randint(1, most)))


def keys(chance: Chance, store: Store, kind: type) -> list[int]:
    return [one.id for one in some(chance, store.all(kind))]


def add(store: Store, chance: Chance, _folder: Path) -> None:
    source = _folder / "new.csv"
    name = chance.choice(["Acme", "Ñandú & Œuvre", "=1+1", "D1", "x" * 300]) + str(chance.randrange(30))
    source.write_text(f"Company,City,E-mail,Given name,Family name\n{name},Laval,a@b.ca,Ana,Ruiz\n", encoding="utf-8")
    side = chance.choice(list(Side))
    import_companies.accept(store, run_now(import_companies.analyse(ImportOptions(source, side)), store))


def bring_in(store: Store, chance: Chance, _folder: Path) -> None:
    options = ImportOptions(SOURCE, Side.DELEGATION, on_duplicate=chance.choice(["merge", "skip", "add"]))
    import_companies.accept(store, run_now(import_companies.analyse(options), store))


def wish(store: Store, chance: Chance, folder: Path) -> None:
    source = folder / "wishes.csv"
    names = [one.name for one in some(chance, store.all(Company), 6)] + ["Nobody Ltd."]
    lines = (f'"{chance.choice(names)}","{chance.choice(names)}",must meet' for _ in range(5))
    source.write_text("Company,Counterpart,Priority\n" + "\n".join(lines) + "\n", encoding="utf-8")
    import_requests.accept(store, run_now(import_requests.analyse(source), store))


def edit(store: Store, chance: Chance, _folder: Path) -> None:
    with store.change(message("Edit")) as change:
        for company in some(chance, store.all(Company)):
            change.update(replace(company, city=chance.choice(["Lévis", "", "x" * 999]), notes=str(chance.random())))


def delete(store: Store, chance: Chance, _folder: Path) -> None:
    kind = chance.choice([Company, Person, Request, Meeting])
    with store.change(message("Delete")) as change:
        change.delete(kind, keys(chance, store, kind))


def decide(store: Store, chance: Chance, _folder: Path) -> None:
    decisions.set_status(store, keys(chance, store, Company), chance.choice(list(Status)), "because")


def plan(store: Store, chance: Chance, _folder: Path) -> None:
    planning.accept(store, run_now(planning.plan(0.05, seed=chance.randrange(99)), store))


def steer(store: Store, chance: Chance, _folder: Path) -> None:
    found = keys(chance, store, Meeting)
    act = chance.randrange(5)
    if act == 0:
        meeting_edits.cancel(store, found, "ill")
    elif act == 1:
        meeting_edits.set_status(store, found, chance.choice(list(MeetingStatus)))
    elif act == 2:
        meeting_edits.take_out(store, found)
    elif act == 3:
        meeting_edits.late(store, found, chance.choice(list(Side)), 10)
    else:
        meeting_edits.no_show(store, found, chance.choice(list(Side)))


def be_away(store: Store, chance: Chance, _folder: Path) -> None:
    times = moment(chance.randint(8, 12)), moment(chance.randint(9, 13))
    availability.add_absence(store, Owner.COMPANY, chance.choice(store.all(Company)).id, times, "America/Mexico_City")


def join(store: Store, chance: Chance, _folder: Path) -> None:
    one, two = chance.sample([company.id for company in store.all(Company)], 2)
    duplicates.merge(store, one, two, {"city"})


def put_back(store: Store, chance: Chance, _folder: Path) -> None:
    step = chance.choice(store.steps.history(30))
    if found := file_history.values(store, step.id):
        file_history.put_back(store, chance.choice(found), chance.random() < 0.5)


def colleague(store: Store, chance: Chance, folder: Path) -> None:
    other = folder / "colleague.mission"
    other.unlink(missing_ok=True)
    store.backup(other)
    with Store.open(other) as theirs:
        for _ in range(2):
            chance.choice([edit, delete, decide])(theirs, chance, folder)
    chance.choice([edit, delete, decide])(store, chance, folder)
    found = merging.compare(store, other)
    chosen = [(one, chance.randrange(len(one.values))) for one in found.clashes if chance.random() < 0.5]
    merging.merge(store, found, chosen)


def draft(store: Store, chance: Chance, _folder: Path) -> None:
    typed = FormDraft(
        company_id=0,
        side="delegation",
        content=json.dumps({"form": {"city": str(chance.random())}}),
        saved_at=datetime.now(UTC),
    )
    store.drafts.keep(typed)


def erase(store: Store, chance: Chance, _folder: Path) -> None:
    privacy.erase(store, keys(chance, store, Person))


def write_out(store: Store, chance: Chance, folder: Path) -> None:
    run_now(export.export(folder / chance.choice(["a.csv", "a.xlsx"])), store)
    for name in lists.LISTS:
        if name not in ("conflicts", "unplaced"):
            lists.rows(store.snapshot(), name, {company.id for company in store.all(Company)})


def copy(store: Store, _chance: Chance, folder: Path) -> None:
    backups.keep(store)
    store.backup(folder / "copy.mission")


def back_and_forth(store: Store, chance: Chance, _folder: Path) -> None:
    times = chance.randint(1, 6)
    done = 0
    before = store.snapshot()
    left = 0
    for _ in range(times):
        done += bool(store.undo())
        left += len(store.steps.left)
    for _ in range(done):
        assert store.redo()
        left += len(store.steps.left)
    # After a merge what a colleague wrote since stays, both ways.
    assert left or store.snapshot() == before
    for _ in range(chance.randint(0, 2)):
        store.undo()


def take_back(store: Store, _chance: Chance, _folder: Path) -> None:
    store.undo()


COMMANDS: tuple[Callable[[Store, Chance, Path], None], ...] = (
    add, bring_in, wish, edit, edit, delete, decide, plan, steer, be_away, join, put_back, put_back, colleague, draft,
    erase, write_out, copy, back_and_forth, back_and_forth,
)  # fmt: skip


def sound(store: Store) -> None:
    assert damage_of(store.path) == []
    Store.open(store.path, read_only=True).close()  # raises where the schema is not ours or a row is not sound
    snapshot = store.snapshot()
    attention(snapshot)
    planning.conflicts(snapshot)
    # What the file shows is what its marks say, after every single act: else copies would show something else.
    state = joining.read(store)
    assert View(state, joining.layout_for(store)).rows == {uid: state.rows[uid].values for uid in state.there}


def mission(folder: Path) -> Path:
    path = folder / "m.mission"
    with small_mission(path, delegation=5, counterparts=5, slots=6, tables=3) as store:
        ask_all(store, Priority.MEET)
        meet(store, "D1", "C1", slot=0, table=0)
    return path


def run_commands(folder: Path, seconds: float, seed: int) -> tuple[int, int]:
    """Random commands until the time is over; how many were done, and how many were refused in a sentence."""
    chance, ends = Chance(seed), time.monotonic() + seconds
    path = mission(folder)
    done, refused = 0, 0
    said: list[str] = []
    while time.monotonic() < ends:
        with Store.open(path) as store:
            for _ in range(chance.randint(3, 12)):
                command = chance.choice(COMMANDS)
                said.append(command.__name__)
                try:
                    command(store, chance, folder)
                    done += 1
                except UserError as error:
                    refused += bool(error.text)
                except (IndexError, ValueError) as error:
                    if "empty" in str(error) or "larger than" in str(error):
                        continue  # nothing was left to choose from
                    raise AssertionError(said[-12:]) from error
                sound(store)
            before = store.snapshot()
        with Store.open(path, read_only=True) as again:
            assert again.snapshot() == before
    return done, refused


def test_random_commands_leave_the_mission_sound(tmp_path: Path, figures: Figures) -> None:
    done, refused = run_commands(tmp_path, 7, seed=int(time.time()) // 86_400)
    figures(f"random commands: {done} done, {refused} refused in a sentence, sound after each")
    assert done > 20


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_random_commands_for_long(tmp_path: Path, seed: int, figures: Figures) -> None:
    done, refused = run_commands(tmp_path, 100, seed)
    figures(f"random commands, seed {seed}: {done} done, {refused} refused in a sentence")


def work_on(path: Path, chance: Chance, folder: Path) -> str:
    """Open a damaged file for writing and work on it; what came of it."""
    try:
        with Store.open(path) as store:
            for _ in range(4):
                chance.choice([edit, decide, take_back, write_out, copy, plan])(store, chance, folder)
        return "worked on"
    except UserError:
        return "refused"


def run_damage(folder: Path, seconds: float, seed: int) -> Counter[str]:
    """Damage files until the time is over; what came of them."""
    chance, ends = Chance(seed), time.monotonic() + seconds
    path = mission(folder)
    with Store.open(path) as store:
        add(store, chance, folder)
        plan(store, chance, folder)
    found: Counter[str] = Counter()
    while time.monotonic() < ends:
        for ending in ("", "-journal"):
            (folder / f"bad.mission{ending}").unlink(missing_ok=True)
        bad = broken(path, folder / "bad.mission", chance.choice(HOWS), chance.randrange(10**9))
        shutil.copy(bad, folder / "kept.bad")
        found[work_on(bad, chance, folder)] += 1
        (folder / "s.mission").unlink(missing_ok=True)
        try:
            salvage(folder / "kept.bad", folder / "s.mission")
        except UserError:
            found["nothing to salvage"] += 1
            continue
        with Store.open(folder / "s.mission") as store:
            sound(store)
        found["salvaged"] += 1
    return found


def told(found: Counter[str]) -> str:
    number = found["worked on"] + found["refused"]
    return f"damaged files: of {number} {dict(found)}"


def test_random_damage_is_refused_or_worked_on(tmp_path: Path, figures: Figures) -> None:
    found = run_damage(tmp_path, 5, seed=int(time.time()) // 86_400)
    figures(told(found))
    assert found["refused"]
    assert found["salvaged"]


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_random_damage_for_long(tmp_path: Path, seed: int, figures: Figures) -> None:
    figures(told(run_damage(tmp_path, 100, seed)))
