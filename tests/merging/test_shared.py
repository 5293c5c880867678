"""Random work of several people who share one mission through a folder that is put back now and then: all end equal."""

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from missionplanner.jobs.sharing import links, sharing, synchronising
from missionplanner.jobs.sharing.links import SharedPlace
from missionplanner.store.upkeep import tombstones
from tests.builders import Figures
from tests.merging import acts
from tests.merging.people import Editor, repeatable
from tests.merging.world import World, check_same, picture
from tests.postgres import Server, programs, server

CHANCES = st.integers(min_value=0, max_value=2**32 - 1)
SOME = st.integers(min_value=0, max_value=59)
LONG, SHORT = (3, 18), (57, 10)
"""Missions of each carrier, and their steps: each begins with files that join, and ends with all synchronised twice."""


class SharedWorld(World):
    """People whose copies are shared through a folder; it may be put back to how it was."""

    def __init__(self, folder: Path, template: Path, number: int) -> None:
        super().__init__(folder, template, number)
        self.folder = folder / "shared"
        for person in self.people:
            links.forget(person.path)  # of the run before, whose files had these names
        place = self.share()
        self.there: set[int] = {0}
        """What lies in the folder."""
        self.kept: set[int] | None = None
        for person in self.people[1:]:
            store = person.works()
            links.remember(person.path, SharedPlace(store.mission.uid, place))
            self.synchronise(person)

    def share(self) -> str:
        """Have the first of them share the mission; returns where."""
        sharing.share(self.people[0].works(), self.folder)
        return str(self.folder)

    def synchronise(self, person: Editor) -> synchronising.Synchronised:
        """Have somebody synchronise, and check the copy."""
        done = synchronising.synchronise(person.works())
        self.there = self.seen[person.name] | self.there
        self.seen[person.name] = set(self.there)
        self.check(person)
        return done

    def keep_folder(self) -> None:
        """Put a copy of the folder aside."""
        shutil.rmtree(self.folder.with_name("kept"), ignore_errors=True)
        shutil.copytree(self.folder, self.folder.with_name("kept"))
        self.kept = set(self.there)

    def put_folder_back(self) -> None:
        """Put the older folder in place of the present one."""
        if self.kept is not None:
            shutil.rmtree(self.folder)
            shutil.copytree(self.folder.with_name("kept"), self.folder)
            self.there = set(self.kept)

    def exchange(self, chance: int = 0) -> None:
        """Synchronise until everybody has everything, and check that all are equal and stay so."""
        order = random.Random(chance).sample(self.people, k=len(self.people))
        # Whoever erases whom others erased makes a step of their own: a round more for each.
        for _round in range(4):
            done = [self.synchronise(person) for person in order]
            assert [one.waiting for one in done] == [0] * len(order)
            if not any(one.changed or one.sent for one in done):
                break
        self.check_clashes(order[0])
        first = picture(order[0].store)
        for person in order:
            done = self.synchronise(person)
            assert (done.changed, done.sent) == (0, 0), "synchronising again changes something"
            check_same(first, picture(person.store))


class DatabaseWorld(SharedWorld):
    """People whose copies are shared through a database, which is put back to an older copy now and then."""

    server: Server

    def share(self) -> str:
        """Have the first of them share the mission; returns where."""
        self._run("DROP SCHEMA IF EXISTS missionplanner CASCADE; DROP SCHEMA IF EXISTS kept CASCADE")
        address = self.server.address("ana")
        sharing.share_by_database(self.people[0].works(), address, {}, self.folder)
        return address

    def keep_folder(self) -> None:
        """Put a copy of the tables aside."""
        copies = "".join(f"CREATE TABLE kept.{name} AS TABLE missionplanner.{name};" for name in _TABLES)
        self._run(f"DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept; {copies}")
        self.kept = set(self.there)

    def put_folder_back(self) -> None:
        """Put the older tables in place of the present ones."""
        if self.kept is not None:
            emptied = ", ".join(f"missionplanner.{name}" for name in _TABLES)
            copied = "".join(f"INSERT INTO missionplanner.{name} TABLE kept.{name};" for name in _TABLES)
            self._run(f"TRUNCATE {emptied}; {copied}")
            self.there = set(self.kept)

    def _run(self, sql: str) -> None:
        with psycopg.connect(self.server.address("postgres"), autocommit=True) as connection:
            connection.execute(sql)


_TABLES = ("mission", "member", "parcel", "base", "content", "presence")


class Machine(RuleBasedStateMachine):
    """Three to five people; each run has only some kinds of acts, so that they meet."""

    folder: Path
    mission: Path
    counted: Counter[str]
    part: int
    world_kind: type[SharedWorld]

    def __init__(self) -> None:
        super().__init__()
        self.world: SharedWorld | None = None
        self._chance = repeatable(len(self.counted))

    @initialize(number=st.sampled_from((3, 3, 3, 4, 5)), chance=CHANCES)
    def begin(self, number: int, chance: int) -> None:
        """Copy the mission, and share it."""
        self._chance.__enter__()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.world = self.world_kind(self.folder, self.mission, number)
        self.kinds = [*random.Random(chance + self.part).sample(sorted(acts.ACTS), k=5), "undo"]

    def _person(self, number: int) -> Editor:
        assert self.world
        return self.world.people[number % len(self.world.people)]

    @rule(person=SOME, kind=SOME, chance=CHANCES)
    def act(self, person: int, kind: int, chance: int) -> None:
        """Have somebody do something."""
        assert self.world
        name = self.kinds[kind % len(self.kinds)]
        self.counted["acts"] += self.world.act(self._person(person), name, chance + self.part)

    @rule(person=SOME, kind=SOME, chance=CHANCES)
    def act_too(self, person: int, kind: int, chance: int) -> None:
        """Have somebody do something: more is done than shared."""
        self.act(person, kind, chance)

    @rule(person=SOME)
    def synchronise(self, person: int) -> None:
        """Have somebody synchronise."""
        assert self.world
        self.world.synchronise(self._person(person))
        self.counted["synchronisations"] += 1

    @rule(person=SOME)
    def keep_copy(self, person: int) -> None:
        """Put a copy of a file aside."""
        assert self.world
        self.world.keep_copy(self._person(person))

    @rule(person=SOME, is_remembered=st.booleans())
    def put_back(self, person: int, is_remembered: bool) -> None:
        """Put the older copy back, on a computer that remembers the newer one, or not."""
        assert self.world
        self.counted["copies put back"] += self._person(person).kept is not None
        self.world.put_back(self._person(person), is_remembered)

    @rule()
    def keep_folder(self) -> None:
        """Put a copy of the folder aside."""
        assert self.world
        self.world.keep_folder()

    @rule()
    def put_folder_back(self) -> None:
        """Put the older folder back."""
        assert self.world
        self.counted["folders put back"] += self.world.kept is not None
        self.world.put_folder_back()

    def teardown(self) -> None:
        """Exchange everything at the end, and compare."""
        if self.world is None:
            return
        try:
            self.world.exchange(self.world.done)
            self.counted["missions"] += 1
        finally:
            self.world.close()
            self._chance.__exit__(None, None, None)


def run(
    mission: Path,
    folder: Path,
    size: tuple[int, int],
    counted: Counter[str],
    part: int = 0,
    world: type[SharedWorld] = SharedWorld,
) -> None:
    """Run so many examples of so many steps."""
    examples, steps = size
    of_run = {"mission": mission, "folder": folder / "people", "counted": counted, "part": part, "world_kind": world}
    kind: Any = type("Run", (Machine,), of_run)
    with pytest.MonkeyPatch.context() as patch:
        # Each of them works at a computer of their own, which remembers whom they erased.
        patch.setattr(tombstones, "_path", lambda store: store.path.with_suffix(".tombstones"))
        _run(kind, examples, steps)


def _run(kind: Any, examples: int, steps: int) -> None:
    run_state_machine_as_test(
        kind,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def said(counted: Counter[str]) -> str:
    """Return what was done, in a line."""
    return ", ".join(f"{number} {name}" for name, number in sorted(counted.items()))


@pytest.mark.usefixtures("no_copies")
def test_random_work_in_a_shared_folder_loses_nothing(mission: Path, tmp_path: Path, figures: Figures) -> None:
    counted: Counter[str] = Counter()
    for part, size in enumerate((LONG, SHORT)):
        run(mission, tmp_path, size, counted, part)
    figures(f"a shared folder: {said(counted)}, nothing lost")


@pytest.fixture(scope="module")
def database_world() -> Iterator[type[SharedWorld]]:
    """The world of people who share through a database of its own."""
    with server() as running:
        yield type("RunningWorld", (DatabaseWorld,), {"server": running})


@pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
@pytest.mark.usefixtures("no_copies")
def test_random_work_in_a_shared_database_loses_nothing(
    mission: Path, tmp_path: Path, figures: Figures, database_world: type[SharedWorld]
) -> None:
    counted: Counter[str] = Counter()
    for part, size in enumerate((LONG, SHORT), 7):
        run(mission, tmp_path, size, counted, part, database_world)
    figures(f"a shared database: {said(counted)}, nothing lost")


@pytest.mark.soak
@pytest.mark.usefixtures("no_copies")
@pytest.mark.parametrize("part", range(20))
def test_much_random_work_in_a_shared_folder_loses_nothing(
    mission: Path, tmp_path: Path, part: int, figures: Figures
) -> None:
    counted: Counter[str] = Counter({"part": part})
    run(mission, tmp_path, (1000, 30), counted)
    figures(f"a shared folder, part {part}: {said(counted)}, nothing lost")
