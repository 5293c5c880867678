"""Many processes write one mission over a folder and a database, are killed, and so is the server: nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.sharing import links, sharing, synchronising
from missionplanner.jobs.sharing.links import CarrierMemory, SharedPlace
from missionplanner.store.merging.clashes import ClashKind
from missionplanner.store.store import Store
from missionplanner.store.upkeep import joining
from tests.builders import Figures, damage_of
from tests.merging import chaos
from tests.merging.world import check_same, check_whole, picture
from tests.postgres import Server, programs, server

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


@dataclass
class Writer:
    """An organiser at a computer of their own."""

    folder: Path
    seed: int
    edits: int
    every: int = 20
    """Edits between two synchronisations."""
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def path(self) -> Path:
        """The mission file."""
        return self.folder / "own.mission"

    @property
    def journal(self) -> Path:
        """What was written, and what was about to be."""
        return self.folder / "journal"

    def start(self) -> None:
        """Have it begin, or go on."""
        numbers = (str(self.seed), str(self.edits), str(self.every))
        command = [sys.executable, "-m", "tests.merging.chaos", str(self.path), str(self.journal), *numbers]
        home = {**os.environ, "XDG_DATA_HOME": str(self.folder / "data")}
        with (self.folder / "errors").open("ab") as errors:
            self.process = subprocess.Popen(command, env=home, stderr=errors)

    @contextmanager
    def sits(self) -> Iterator[Store]:
        """Sit down at this computer."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_DATA_HOME", str(self.folder / "data"))
            with Store.open(self.path) as store:
                yield store


@dataclass
class Bridge(Writer):
    """The computer that carries from the folder to the database and back."""

    memories: dict[str, CarrierMemory] = field(default_factory=dict)

    def carry(self) -> int:
        """Synchronise with both; returns how much that was."""
        moved = 0
        with self.sits() as store:
            for place, memory in self.memories.items():
                links.remember(self.path, SharedPlace(store.mission.uid, place), memory)
                with suppress(UserError):
                    done = synchronising.synchronise(store)
                    moved += done.changed + done.sent + done.waiting
                self.memories[place] = links.memory_of(self.path)
        return moved


@dataclass
class Chaos:
    """All of it, and what happened."""

    folder: Path
    running: Server
    writers: list[Writer]
    bridge: Bridge
    counted: Counter[str] = field(default_factory=Counter)

    def run(self, mishaps: int) -> None:
        """Have everybody write, and so many things go wrong meanwhile."""
        chance = Random(len(self.writers))
        acts = [self._kill_writer, self._kill_server, self._cut_lines, self._kill_writer, self._take_folder_away]
        for writer in self.writers:
            writer.start()
        planned = [acts[number % len(acts)] for number in range(mishaps)]
        edits = sum(writer.edits for writer in self.writers)
        for number, act in enumerate(planned):
            # Spread over all that is written, however fast that goes.
            self._wait(lambda number=number: self._done() >= edits * (number + 0.5) / (mishaps + 1))  # type: ignore[misc]
            act(chance)
            self._go_on()
            self.bridge.carry()
        self._wait(lambda: not self._go_on())

    def _done(self) -> int:
        journals = [writer.journal.read_bytes() for writer in self.writers if writer.journal.exists()]
        return sum(words.count(b'"done"') + words.count(b'"other"') for words in journals)

    def _wait(self, is_over: Any) -> None:
        begun = time.monotonic()
        while not is_over() and any(writer.process and writer.process.poll() is None for writer in self.writers):
            assert time.monotonic() - begun < 1_500, "nothing goes on any more"
            time.sleep(0.05)

    def _go_on(self) -> int:
        """Start again whoever was killed; returns how many are at work."""
        for writer in self.writers:
            code = writer.process.poll() if writer.process else 0
            assert code in (None, 0, -signal.SIGKILL), (writer.folder / "errors").read_text()[-2000:]
            if code == -signal.SIGKILL:
                writer.start()
        return sum(writer.process is not None and writer.process.poll() is None for writer in self.writers)

    def _kill_writer(self, chance: Random) -> None:
        at_work = [writer.process for writer in self.writers if writer.process and writer.process.poll() is None]
        if at_work:
            process = chance.choice(at_work)
            process.kill()
            process.wait()
            self.counted["writers killed"] += 1

    def _kill_server(self, _chance: Random) -> None:
        self.running.kill()
        self.running.start()
        self.counted["servers killed"] += 1

    def _cut_lines(self, _chance: Random) -> None:
        sql = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'missionplanner'"
        with psycopg.connect(self.running.address("postgres"), autocommit=True) as connection:
            row = connection.execute(sql).fetchone()
        self.counted["lines cut"] += row[0] if row else 0

    def _take_folder_away(self, _chance: Random) -> None:
        shared, away = self.folder / "shared", self.folder / "away"
        shared.rename(away)
        time.sleep(0.3)
        away.rename(shared)
        self.counted["folders taken away"] += 1

    def exchange(self) -> None:
        """Synchronise until nothing is left to do, and check that all files are equal."""
        for _round in range(8):
            moved = self.bridge.carry()
            for writer in self.writers:
                with writer.sits() as store:
                    done = synchronising.synchronise(store)
                    moved += done.changed + done.sent + done.waiting
                    self.counted["synchronisations at the end"] += 1
            if not moved:
                break
        else:
            raise AssertionError("there is always something more to send")
        first: dict[str, Any] = {}
        for writer in (*self.writers, self.bridge):
            assert damage_of(writer.path) == []
            with writer.sits() as store:
                check_whole(store)
                first = first or picture(store)
                check_same(first, picture(store))

    def check_nothing_is_lost(self) -> None:
        """Check that whatever was acknowledged stands, or was replaced by somebody who saw it; each clash is there once."""
        written: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
        acknowledged = set()
        for writer in self.writers:
            for entry in chaos.entries(writer.journal):
                if "token" in entry:
                    written[entry["uid"], entry["field"]][entry["token"]] = entry["over"]
                acknowledged |= {entry["done"]} if "done" in entry else set()
        with self.bridge.sits() as store:
            stands = {place: set(chaos.standing(store, *place)) for place in written}
            open_clashes = [(one.kind, one.uid, one.register) for one in joining.open_clashes(store)]
        for place, tokens in written.items():
            known = {one for over in tokens.values() for one in over}
            there = {one for one in tokens if one in acknowledged or one in stands[place] or one in known}
            replaced = {one for token in there for one in tokens[token]}
            lost = {token for token in there & acknowledged if token not in stands[place] | replaced}
            assert not lost, f"acknowledged and lost: {place} {lost}"
            assert stands[place] - replaced - tokens.keys() == set(), "written by nobody"
            assert not stands[place] & replaced, "there again, though somebody saw and replaced it"
        assert len(open_clashes) == len(set(open_clashes)), "a clash is open twice"
        wanted = {place for place, values in stands.items() if len(values) > 1}
        values = {(uid, name) for kind, uid, name in open_clashes if kind is ClashKind.VALUE and (uid, name) in written}
        assert values == wanted
        self.counted["writes acknowledged"], self.counted["open clashes"] = len(acknowledged), len(open_clashes)


@contextmanager
def shared_by_all(mission: Path, folder: Path, running: Server, writers: int, edits: int) -> Iterator[Chaos]:
    """Share a mission through a folder and a database: half of the writers are on each."""
    bridge = Bridge(folder / "bridge", 0, 0)
    bridge.folder.mkdir()
    bridge.path.write_bytes(mission.read_bytes())
    address = running.address("ana")
    with bridge.sits() as store:
        by_folder = sharing.share(store, folder / "shared")
        bridge.memories[str(folder / "shared")] = links.memory_of(bridge.path)
        links.forget(bridge.path)
        (by_database,) = sharing.share_by_database(store, address, {"luc": "write"}, folder)
        bridge.memories[address] = links.memory_of(bridge.path)
    found = []
    for number in range(1, writers + 1):
        writer = Writer(folder / f"writer{number}", number, edits // writers, max(20, edits // 200))
        writer.folder.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_DATA_HOME", str(writer.folder / "data"))
            sharing.join(by_folder if number % 2 else by_database, writer.path)
        found.append(writer)
    world = Chaos(folder, running, found, bridge)
    try:
        yield world
    finally:
        for writer in found:
            if writer.process and writer.process.poll() is None:
                writer.process.kill()
                writer.process.wait()


def run(mission: Path, folder: Path, writers: int, edits: int, mishaps: int) -> str:
    """Run all of it; returns what happened, in a line."""
    begun = time.monotonic()
    with server() as running, shared_by_all(mission, folder, running, writers, edits) as world:
        world.run(mishaps)
        written = time.monotonic() - begun
        world.exchange()
        world.check_nothing_is_lost()
        counted = ", ".join(f"{number} {name}" for name, number in sorted(world.counted.items()))
    seconds = f"{written:.0f} s to write, {time.monotonic() - begun:.0f} s in all"
    return f"chaos: {writers} writers, {edits} edits, {counted}; {seconds}; all files equal, 0 lost"


@pytest.mark.usefixtures("no_copies")
def test_a_few_writers_and_mishaps_lose_nothing(mission: Path, tmp_path: Path, figures: Figures) -> None:
    figures(run(mission, tmp_path, 3, 60, 3))


@pytest.mark.soak
@pytest.mark.usefixtures("no_copies")
def test_twenty_writers_and_many_mishaps_lose_nothing(mission: Path, tmp_path: Path, figures: Figures) -> None:
    figures(run(mission, tmp_path, 20, 10_000, 60))
