"""While a shared mission is open it is kept the same, and the status line says how far that is."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.sharing import present, sharing, synchronising
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import Opener
from tests.postgres import programs, server


@pytest.fixture
def theirs(path: Path, tmp_path: Path) -> Path:
    """The file of a colleague who shares the small mission."""
    with Store.open(path) as store:
        sharing.join(sharing.share(store, tmp_path / "shared"), tmp_path / "theirs.mission")
    return tmp_path / "theirs.mission"


@pytest.fixture
def window(theirs: Path, path: Path, open_window: Opener, qtbot: QtBot) -> MainWindow:
    """The window on the mission that is shared."""
    found = open_window(path)
    # The first look is over, and not only about to begin.
    qtbot.waitUntil(lambda: bool(found.workspace.colleagues) and not found.runner.is_busy, timeout=20_000)
    return found


def wait(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Have the follower look until the status line says this."""

    def says() -> bool:
        if window.status.shared.text() == text and not window.runner.is_busy:
            return True
        window.session.follower.synchronise()
        return False

    qtbot.waitUntil(says, timeout=20_000)


def edit(store: Store, city: str) -> None:
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), city=city))


def city(store: Store) -> str:
    return store.get(Company, key_of(store, "D1")).city


def test_a_change_here_goes_out_and_one_of_others_comes_in(window: MainWindow, theirs: Path, qtbot: QtBot) -> None:
    edit(window.workspace.store, "Laval")
    assert window.status.shared.text() == "1 change to send"
    wait(window, qtbot, "Everything is shared")
    with Store.open(theirs) as store:
        synchronising.synchronise(store)
        assert city(store) == "Laval"
        edit(store, "Gatineau")
        synchronising.synchronise(store)
    qtbot.waitUntil(lambda: city(window.workspace.store) == "Gatineau", timeout=20_000)
    assert window.status.text.text() == "1 record came in, of somebody."


def test_a_folder_that_is_away_is_said_until_it_is_back(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "shared").rename(tmp_path / "away")
    edit(window.workspace.store, "Laval")
    qtbot.waitUntil(lambda: window.status.shared.text().startswith("Offline since "), timeout=20_000)
    (tmp_path / "away").rename(tmp_path / "shared")
    wait(window, qtbot, "Everything is shared")
    assert synchronising.unsent(window.workspace.store) == 0


def test_a_mission_that_is_left_is_not_followed(window: MainWindow) -> None:
    sharing.leave(window.workspace.store)
    window.session.follower.begin()
    assert (window.status.shared.text(), window.session.follower.is_shared) == ("", False)


def test_where_a_colleague_is_stands_in_the_status_line(window: MainWindow, theirs: Path, qtbot: QtBot) -> None:
    with Store.open(theirs) as store, closing(synchronising.carrier_of(synchronising.need_link(store))) as carrier:
        uid = store.get(Company, key_of(store, "D1")).uid
        present.say(store, carrier, store.steps.own_replica(), uid)
        wait(window, qtbot, "Everything is shared · somebody is in D1")


def test_the_company_one_looks_at_is_seen_by_colleagues(window: MainWindow, theirs: Path, qtbot: QtBot) -> None:
    key = key_of(window.workspace.store, "D1")
    window.session.commands.on_screens.open_company(key)
    uid = window.workspace.store.get(Company, key).uid
    with Store.open(theirs) as store:

        def is_seen() -> bool:
            window.session.follower.synchronise()
            return [one.about for one in sharing.colleagues(store)] == [uid]

        qtbot.waitUntil(is_seen, timeout=20_000)


@pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
def test_a_database_says_when_something_came_and_is_looked_at_when_its_line_is_cut(
    path: Path, tmp_path: Path, open_window: Opener, qtbot: QtBot
) -> None:
    with server() as running:
        with Store.open(path) as store:
            (invitation,) = sharing.share_by_database(store, running.address("ana"), {"luc": "write"}, tmp_path)
        sharing.join(invitation, tmp_path / "theirs.mission")
        window = open_window(path)
        listener = window.session.follower._listener
        qtbot.waitUntil(lambda: listener.is_listening and not window.runner.is_busy, timeout=20_000)
        # From now on it looks by itself only after half a minute.
        with Store.open(tmp_path / "theirs.mission") as store:
            edit(store, "Gatineau")
            synchronising.synchronise(store)
            qtbot.waitUntil(lambda: city(window.workspace.store) == "Gatineau", timeout=20_000)
            running.stop()
            qtbot.waitUntil(lambda: window.status.shared.text().startswith("Offline since "), timeout=20_000)
            assert not listener.is_listening
            running.start()
            edit(store, "Laval")
            synchronising.synchronise(store)
            qtbot.waitUntil(lambda: listener.is_listening and city(window.workspace.store) == "Laval", timeout=20_000)
        window.close()
