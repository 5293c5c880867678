"""The small mission with its delegation in one sector and a criterion to mark it by."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.domain.reviews import Criterion
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from tests.builders import key_of


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    """D1 to D3 are in the sector of advanced manufacturing, which Eva owns."""
    store = workspace.store
    (sector,) = store.all(Sector)
    with store.change(message("Prepare")) as change:
        change.update(replace(sector, owner="Eva"))
        change.delete(Criterion, [one.id for one in store.all(Criterion)])
        change.insert(Criterion(name_en="Export plan", name_fr="Plan d’exportation", weight=2.0))
        for name in ("D1", "D2", "D3"):
            change.insert(CompanySector(company_id=key_of(store, name), sector_id=sector.id, position=0))
    return workspace
