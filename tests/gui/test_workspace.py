"""The records a workspace keeps until a change touches their table."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Sector
from missionplanner.gui.workspace import Workspace
from tests.builders import small_mission


def test_records_are_read_again_only_after_a_change_of_their_table(workspace: Workspace) -> None:
    store = workspace.store
    companies, sectors = workspace.records(Company), workspace.records(Sector)
    with store.change("Edit") as change:
        change.update(replace(companies[0], city="Laval"))
    assert workspace.records(Sector) is sectors
    assert [one.city for one in workspace.records(Company)][:2] == ["Laval", ""]


def test_records_are_those_of_the_open_file(workspace: Workspace, tmp_path: Path) -> None:
    assert len(workspace.records(Company)) == 6
    small_mission(tmp_path / "other.mission", delegation=1, counterparts=1).close()
    workspace.open(tmp_path / "other.mission")
    assert len(workspace.records(Company)) == 2
