"""What every test gets: English, a place of its own for settings and data, and no forgotten threads or log records."""

import gc
import logging
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path

import hypothesis
import pytest
from sqlcipher3 import dbapi2

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nobody's own passwords are touched

from missionplanner import i18n
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.jobs.imports import companies, requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.store.file import engine
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, FILES, Figures

# on a computer that is busy with other things, slow is no fault
hypothesis.settings.register_profile("patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("patient")


# A password is stretched in 256,000 rounds, to make guessing slow; here they only take time.
dbapi2.connect(":memory:").execute("PRAGMA cipher_default_kdf_iter = 1000")

# No test cuts the power, and to wait for the disk takes longer than most of them do.
engine.SYNCHRONOUS = "OFF"

_LONGEST = (
    "journeys/test_demo.py", "gui/screens/test_screens.py", "gui/test_refresh.py", "unit/cli/test_languages.py",
    "gui/test_absurd_values.py", "faults/test_failing.py", "unit/scheduling/test_solver.py", "faults/test_hostile.py",
    "gui/window/test_navigation.py", "merging/test_shared.py", "journeys/test_acts.py", "merging/test_named.py",
    "faults/test_kill.py", "test_architecture.py", "test_docs.py", "unit/scheduling/test_slot_constraints.py",
    "unit/store/upkeep/test_salvage.py", "merging/test_machine.py", "merging/test_machine_again.py",
    "merging/test_erased.py", "gui/test_live_texts.py", "faults/test_fuzz.py", "journeys/test_morning.py",
    "unit/exchange/test_malformed.py", "journeys/test_window.py",
)  # fmt: skip
"""The files that take longest, which begin first: at the end one process would wait for the other."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the order stays as it is otherwise."""
    here = Path(__file__).parent
    places = {here / name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture(scope="session")
def _places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders, one for each test; pytest would read the names of all others first, to number a new one."""
    folder = tmp_path_factory.mktemp("own")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _alone(_places: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Settings and data of this test alone, English, and nothing left behind."""
    own = next(_places)
    own.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(own / "data"))
    i18n.use("en")
    before = set(threading.enumerate())
    yield
    i18n.use("en")
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def _garbage_in_this_thread() -> Iterator[None]:
    """Search for cyclic garbage between tests and in this thread alone.

    Python searches in whichever thread makes objects, as the one pytest-xdist reads in; an object of Qt that is deleted
    there ends the process.
    """
    gc.disable()
    yield
    next(_SEARCHES)()


@pytest.fixture(autouse=True)
def sweeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows leave the search for what is older to `_garbage_in_this_thread`: here it is not the window's alone."""
    if sweeper := sys.modules.get("missionplanner.gui.window.sweeper"):
        monkeypatch.setattr(sweeper, "gc", _Young)


class _Young:
    """The search for garbage among young objects."""

    disable, enable = gc.disable, gc.enable

    @staticmethod
    def collect(_generation: int = 1) -> None:
        gc.collect(1)

    @staticmethod
    def freeze() -> None:
        pass

    unfreeze = freeze


def _search_what_is_new() -> None:
    """Search all that was made since the last time; what is left is left alone: modules, and missions for many tests."""
    gc.collect()
    gc.freeze()


def _search_all() -> None:
    gc.unfreeze()
    _search_what_is_new()


_OFTEN = [*[lambda: gc.collect(1)] * 29, _search_what_is_new]
_SEARCHES = cycle([*_OFTEN * 39, *_OFTEN[:-1], _search_all])
"""What is searched after each test: half a million objects are there from the beginning, and take half a second."""


def pytest_collection_finish() -> None:
    """Search the modules of all tests once, and leave them alone."""
    _search_what_is_new()


@pytest.fixture(autouse=True)
def _no_log_records(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or error in the log that a test did not expect fails it."""
    yield
    unexpected = [r for r in caplog.get_records("call") if r.name == "missionplanner" and r.levelno >= logging.WARNING]
    assert not unexpected, [record.getMessage() for record in unexpected]


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """The program asks no other computer for anything; who wants to is refused, and fails the test."""
    _ASKED.clear()
    yield
    assert _ASKED == []


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example mission with its three registration files and its requests imported, everybody accepted."""
    path = tmp_path_factory.mktemp("example") / "example.mission"
    with new_mission.from_example(path, EXAMPLE) as store:
        folder = new_mission.example_folder(EXAMPLE) / "registrations"
        for name, side in FILES:
            options = ImportOptions(folder / name, Side(side))
            companies.accept(store, run_now(companies.analyse(options), store))
        requests.accept(store, run_now(requests.analyse(folder / "meeting_requests.csv"), store))
        decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
    return path


@pytest.fixture
def example(example_file: Path, tmp_path: Path) -> Iterator[Store]:
    """An own copy of the example mission, open."""
    path = tmp_path / "own.mission"
    path.write_bytes(example_file.read_bytes())
    with Store.open(path) as store:
        yield store


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Tells what a test counted; printed when all have ended, whichever process ran it."""
    return lambda text: record_property("figures", text)


_ASKED: list[object] = []
"""The other computers that anything in this process, a library too, wanted to speak to."""


def _refuse_networks(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and isinstance(address := arguments[1], tuple):
        host = address[0]
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if host not in (None, "", "127.0.0.1", "::1", "localhost"):
        _ASKED.append(host)
        raise OSError(f"a test asks the network: {host!r}")


sys.addaudithook(_refuse_networks)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the tests counted."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    counted = Counter(
        str(value)
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == "figures"
    )
    if counted:
        terminalreporter.section("figures")
        for text, number in sorted(counted.items()):
            terminalreporter.write_line(f"{text} ({number} times)" if number > 1 else text)
