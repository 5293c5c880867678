"""The list of companies: the names of sectors are those of now."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.gui.companies.company_table import CompanyTable
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def test_sectors_have_the_names_of_now(qtbot: QtBot, store: Store) -> None:
    table = CompanyTable(store)
    qtbot.addWidget(table)
    sector, key = store.all(Sector)[0], key_of(store, "D1")
    with store.change(message("Rename")) as change:
        change.insert(CompanySector(company_id=key, sector_id=sector.id))
        change.update(replace(sector, name_en="Robots"))
    table.refresh_columns()
    table.rows.set_keys([key])
    assert "Robots" in [table.rows.text(0, place) for place in range(table.rows.columnCount())]
