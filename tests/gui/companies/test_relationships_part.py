"""The relationships of a company on its page."""

from datetime import date

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Stage
from missionplanner.gui.companies.relationships_part import RelationshipsPart
from missionplanner.jobs.relationships import entering, typed
from missionplanner.store.store import Store
from tests.builders import key_of

ON = date(2020, 3, 20)


def test_each_is_named_by_the_other_and_leads_to_its_page(store: Store, qtbot: QtBot) -> None:
    one, other, third = (store.get(Company, key_of(store, name)) for name in ("D1", "C1", "C2"))
    made = entering.make(store, one, other, ON)
    entering.edit(store, typed.relationship_with(made, {"owner": "Ann", "due": "2020-04-01"}), ())
    said = Claim(relationship_id=made.id, teller_id=one.id, told_on=ON, stage=Stage.HELD, next_step="Call")
    entering.say(store, said)
    second = entering.make(store, one, third, ON)
    part = RelationshipsPart(store)
    qtbot.addWidget(part)
    part.show_company(one.id)
    rows = part.table.rows
    shown = [[rows.text(row, column) for column in range(6)] for row in range(2)]
    assert shown == [["C1", "Meeting held", "Apr 1, 2020", "", "Call", "Ann"], ["C2", "", "", "", "", ""]]
    part.table.choose([1])
    part.show_company(one.id)
    assert part.table.chosen_keys() == [1]
    assert part._rows[1].key == second.id
    part.show_company(third.id)
    assert [rows.text(row, 0) for row in range(rows.rowCount())] == ["D1"]
    part.show_company(key_of(store, "D3"))
    assert part.nothing.text() == "It has no relationships yet."
    assert not part.nothing.isHidden()
