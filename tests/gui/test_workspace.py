"""The records a workspace keeps until a change touches their table."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Sector
from missionplanner.errors import UserError
from missionplanner.gui.workspace import BETWEEN_COPIES, Workspace
from missionplanner.messages import message
from missionplanner.store.upkeep import backups
from tests.builders import small_mission


def test_records_are_read_again_only_after_a_change_of_their_table(workspace: Workspace) -> None:
    store = workspace.store
    companies, sectors = workspace.records(Company), workspace.records(Sector)
    with store.change(message("Edit")) as change:
        change.update(replace(companies[0], city="Laval"))
    assert workspace.records(Sector) is sectors
    assert [one.city for one in workspace.records(Company)][:2] == ["Laval", ""]


def test_the_mission_is_called_as_in_the_language_of_the_screen(workspace: Workspace) -> None:
    with workspace.store.change(message("Name")) as change:
        change.update(replace(workspace.store.mission, name_fr="Mission d’essai"))
    assert workspace.mission_name == workspace.store.mission.name
    i18n.use("fr")
    assert workspace.mission_name == "Mission d’essai"


def test_records_are_those_of_the_open_file(workspace: Workspace, tmp_path: Path) -> None:
    assert len(workspace.records(Company)) == 6
    small_mission(tmp_path / "other.mission", delegation=1, counterparts=1).close()
    workspace.open(tmp_path / "other.mission")
    assert len(workspace.records(Company)) == 2


def test_a_copy_is_kept_after_half_an_hour_of_change(workspace: Workspace, qtbot: QtBot) -> None:
    path = workspace.store.path
    qtbot.waitUntil(lambda: len(backups.of(path)) == 1)
    assert BETWEEN_COPIES == 30 * 60 * 1000
    assert not workspace.keep_copy()
    with workspace.store.change(message("Work")) as change:
        change.update(replace(workspace.store.get(Company, 1), city="Lévis"))
    assert workspace.keep_copy()
    assert not workspace.keep_copy()
    assert [one.last_change for one in backups.of(path)][:1] == ["Work"]


def test_a_copy_is_kept_when_something_changed_since_the_last_one(workspace: Workspace, qtbot: QtBot) -> None:
    path = workspace.store.path
    qtbot.waitUntil(lambda: len(backups.of(path)) == 1)
    assert (BETWEEN_COPIES, workspace.keep_copy()) == (30 * 60 * 1000, False)
    with workspace.store.change(message("Work")) as change:
        change.update(replace(workspace.store.get(Company, 1), city="Lévis"))
    assert (workspace.keep_copy(), workspace.keep_copy()) == (True, False)
    assert backups.of(path)[0].last_change == "Work"


def test_the_present_mission_stays_when_another_cannot_be_opened(workspace: Workspace, tmp_path: Path) -> None:
    store = workspace.store
    with pytest.raises(UserError):
        workspace.open(tmp_path / "none.mission")
    workspace.open(store.path)
    assert workspace.store is store


def test_whoever_shows_it_is_told_what_becomes_of_it(workspace: Workspace, tmp_path: Path) -> None:
    told: list[object] = []
    workspace.opened.connect(lambda: told.append("opened"))
    workspace.closed.connect(lambda: told.append("closed"))
    workspace.changed.connect(told.append)
    small_mission(tmp_path / "other.mission").close()
    workspace.open(tmp_path / "other.mission")
    with workspace.store.change(message("Work")) as change:
        change.update(replace(workspace.store.get(Company, 1), city="Lévis"))
    workspace.close()
    workspace.close()
    assert told == ["closed", "opened", frozenset({"companies"}), "closed"]
    assert (workspace.is_open, workspace.keep_copy()) == (False, False)
