"""Sectors and subsectors as records."""

import pytest

from missionplanner.domain.mission import Sector, SectorStop
from missionplanner.errors import UserError
from missionplanner.gui.programme.sectors import Sectors
from missionplanner.store.store import Store

EMPTY = {"name_fr": "", "name_es": "", "spellings": "", "owner": "", "colour": ""}


@pytest.fixture
def sectors(store: Store) -> Sectors:
    """Two sectors, the first with a subsector."""
    found = Sectors(store)
    first = found.rows()[0]
    for name, parent, quota in (("Energy", None, "12"), ("Robots", first.id, "")):
        values = {**found.values(None), **EMPTY, "name_en": name, "parent_id": parent, "quota": quota, "stops": (2,)}
        found.save(None, values)
    return found


def test_subsectors_follow_their_sector(sectors: Sectors) -> None:
    rows = [[column.text(row) for column in sectors.kind.columns] for row in sectors.rows()]
    assert rows == [
        ["AM", "Advanced manufacturing", "", ""],
        ["S3", "    Robots", "", ""],
        ["S2", "Energy", "", "12"],
    ]


def test_the_stops_of_its_programme_are_stored(sectors: Sectors, store: Store) -> None:
    energy = sectors.rows()[2]
    assert sectors.values(energy)["stops"] == (2,)
    sectors.save(energy, {**sectors.values(energy), "stops": (1, 2)})
    assert sorted(row.stop_id for row in store.all(SectorStop) if row.sector_id == energy.id) == [1, 2]
    assert sectors.rows()[2] == energy


def test_an_emptied_quota_is_none(sectors: Sectors, store: Store) -> None:
    energy = sectors.rows()[2]
    sectors.save(energy, {**sectors.values(energy), "quota": ""})
    assert store.get(Sector, energy.id).quota is None


def test_a_sector_is_not_its_own_subsector(sectors: Sectors) -> None:
    energy = sectors.rows()[2]
    with pytest.raises(UserError, match="cannot be its own subsector"):
        sectors.save(energy, {**sectors.values(energy), "parent_id": energy.id})


def test_only_sectors_can_be_above_another(sectors: Sectors) -> None:
    choices = next(field.choices for field in sectors.fields() if field.name == "parent_id")
    assert [name for _key, name in choices] == ["None; it is a sector itself", "Advanced manufacturing", "Energy"]


def test_sectors_are_deleted_in_one_step(sectors: Sectors, store: Store) -> None:
    sectors.kind.remove([sectors.rows()[2].id])
    assert [sector.name_en for sector in sectors.rows()] == ["Advanced manufacturing", "Robots"]
    assert store.steps.undo_label == "Delete sectors"
