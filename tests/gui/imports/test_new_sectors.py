"""The sectors a file names, offered with a box to tick."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.imports.new_sectors import NewSectors
from missionplanner.store.store import Store
from tests.gui.imports.conftest import WizardOpener


def test_nothing_is_wanted_before_the_box_is_ticked_and_after_another_table(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    wizard = open_wizard("Company,Sectors\n" + "".join(f"Firm {n},Cheese {n}\n" for n in range(14)))
    offered = NewSectors(store)
    qtbot.addWidget(offered)
    assert wizard.plan
    offered.show_plan(wizard.plan)
    assert offered.names.text().endswith("Cheese 11 …")
    assert offered.wanted == {}
    with qtbot.waitSignal(offered.answered):
        offered.box.click()
    assert len(offered.wanted) == 14
    offered.start_over()
    assert (offered.wanted, offered.isHidden()) == ({}, True)
