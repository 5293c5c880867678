"""Versions of the timetable are kept, compared, published and brought back."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting, Version
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.timetable.versions import VersionsDialog
from missionplanner.jobs.timetable import versions
from tests.gui.timetable.mouse import at, drag


def test_versions_are_kept_compared_published_and_brought_back(
    timetable: TimetableScreen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    store = timetable.workspace.store
    before = store.all(Meeting)
    versions.keep(store, "Before lunch")
    dialog = VersionsDialog(timetable.workspace)
    qtbot.addWidget(dialog)
    dialog.publish()
    drag(timetable, at(timetable, 0, 0), at(timetable, 3, 2))
    dialog.publish()
    assert [v.number for v in store.all(Version)] == [None, 1, 2]
    assert (
        "D1 – C1: February 16 at 09:00, Hall, table 1 → February 16 at 10:15, Hall, table 3"
        in store.all(Version)[-1].changes
    )
    dialog.table.choose([store.all(Version)[0].id])
    texts = [dialog.differences.item(n).text() for n in range(dialog.differences.count())]
    assert texts == ["D1 – C1: February 16 at 09:00, Hall, table 1 → February 16 at 10:15, Hall, table 3"]
    dialog.bring_back()
    assert [(m.slot_id, m.table_id) for m in store.all(Meeting)] == [(m.slot_id, m.table_id) for m in before]
    dialog.remove()
    assert store.count(Version) == 2
