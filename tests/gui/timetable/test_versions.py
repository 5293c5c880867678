"""Versions of the timetable are kept, compared, published and brought back."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.timetable import Meeting, Slot, Version
from missionplanner.gui.timetable.versions import VersionsDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.safety import merging
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import versions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import meet
from tests.gui.conftest import Answers


@pytest.fixture
def dialog(workspace: Workspace, store: Store, qtbot: QtBot, fill_dialogs: Answers) -> VersionsDialog:
    """A kept version of two meetings, to which a third came later."""
    found = VersionsDialog(workspace)
    qtbot.addWidget(found)
    fill_dialogs(text="Before lunch")
    found.keep()
    meet(store, "D3", "C3", 2, 0)
    found.refresh()
    return found


def differences(dialog: VersionsDialog) -> list[str]:
    return [dialog.differences.item(n).text() for n in range(dialog.differences.count())]


def rows(dialog: VersionsDialog, *columns: int) -> list[list[str]]:
    table = dialog.table.rows
    return [[table.text(n, column) for column in columns] for n in range(table.rowCount())]


def test_without_versions_it_says_so(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    dialog = VersionsDialog(workspace)
    qtbot.addWidget(dialog)
    assert (dialog.text.text(), differences(dialog)) == ("No version is kept yet.", [])


def test_a_kept_version_is_compared_with_the_present_timetable(dialog: VersionsDialog) -> None:
    assert rows(dialog, 0, 3, 4, 5) == [["Before lunch", "", "2", ""]]
    assert dialog.text.text() == "From “Before lunch” to the present timetable: 1 difference"
    assert len(differences(dialog)) == 1
    assert differences(dialog)[0].startswith("D3 – C3: ")
    assert dialog.figures.text().startswith("Meetings: 2 → 3  ·  Company-days: ")


@pytest.mark.usefixtures("cancel_dialogs")
def test_without_a_name_none_is_kept(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    dialog = VersionsDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.keep()
    assert store.count(Version) == 0


def test_a_timetable_a_merge_kept_is_named_brought_back_and_undone(
    workspace: Workspace, store: Store, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair, number = store.all(Meeting)[0].pair, store.count(Meeting)
    store.backup(tmp_path / "luc.mission")
    with Store.open(tmp_path / "luc.mission") as theirs:
        for person, file, slot in (("ana", store, 2), ("luc", theirs, 3)):
            monkeypatch.setenv("LOGNAME", person)
            with file.change(message("Plan")) as change:
                held = file.all(Meeting)[0]
                assert held.pair == pair
                change.delete(Meeting, [held.id])
                change.insert(replace(held, id=0, uid="", slot_id=file.all(Slot)[slot].id))
                change.plan([1], versions.content_of(file.snapshot()))
    merging.merge(store, merging.compare(store, tmp_path / "luc.mission"))
    dialog = VersionsDialog(workspace)
    qtbot.addWidget(dialog)
    (kept,) = store.all(Version)
    when = i18n.current().stamp(kept.made_at.astimezone())
    assert rows(dialog, 0, 2, 4) == [[f"Timetable of ana, {when}", "ana", str(number)]]
    assert dialog.text.text() == f"From “Timetable of ana, {when}” to the present timetable: 1 difference"

    def slot() -> int:
        """The place of the slot of the meeting that two people planned."""
        (found,) = (one.slot_id for one in store.all(Meeting) if one.pair == pair)
        return [one.id for one in store.all(Slot)].index(found)

    assert slot() == 3
    dialog.bring_back()
    assert slot() == 2
    store.undo()
    assert slot() == 3
    i18n.use("fr")
    dialog.refresh()
    assert rows(dialog, 0)[0][0].startswith("Horaire de ana, ")


def test_published_versions_are_numbered_and_say_their_changes(dialog: VersionsDialog, store: Store) -> None:
    dialog.publish()
    meeting_edits.take_out(store, [store.all(Meeting)[2].id])
    dialog.publish()
    assert [row[1:] for row in rows(dialog, 0, 3, 4, 5)] == [
        ["Published as 2", "2", "1"],
        ["Published as 1", "3", "0"],
        ["", "2", ""],
    ]
    dialog.table.choose([store.all(Version)[-1].id])
    assert differences(dialog)[1] == "Changes that version 2 was published with:"
    assert differences(dialog)[2].startswith("D3 – C3: ")


def test_two_versions_are_compared_with_one_another(dialog: VersionsDialog, store: Store) -> None:
    dialog.publish()
    dialog.table.selectAll()
    names = [version.name for version in store.all(Version)]
    assert dialog.text.text() == f"From “{names[0]}” to “{names[1]}”: 1 difference"


def test_a_version_is_brought_back(dialog: VersionsDialog, store: Store, told: list[tuple[str, str]]) -> None:
    dialog.bring_back()
    assert [(m.slot_id, m.table_id) for m in store.all(Meeting) if m.stands] == [
        (m.slot_id, m.table_id) for m in store.all(Meeting)[:2]
    ]
    assert told == [("2 meetings are as they were then.", "Undo takes it back.")]
    assert differences(dialog) == []


def test_one_version_is_brought_back_at_a_time(dialog: VersionsDialog, store: Store) -> None:
    dialog.publish()
    dialog.table.selectAll()
    dialog.bring_back()
    assert store.count(Meeting) == 3


def test_versions_are_deleted_and_come_back(dialog: VersionsDialog, store: Store) -> None:
    before = store.all(Version)
    dialog.table.clearSelection()
    dialog.remove()
    assert store.all(Version) == before
    dialog.table.selectAll()
    dialog.remove()
    assert store.all(Version) == []
    store.undo()
    assert store.all(Version) == before


def test_buttons_stand_in_the_order_of_the_commands(dialog: VersionsDialog) -> None:
    assert list(dialog.buttons) == ["keep", "publish", "bring_back", "remove"]


def test_a_reader_of_the_file_changes_nothing(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    dialog = VersionsDialog(workspace)
    qtbot.addWidget(dialog)
    assert not any(button.isEnabled() for button in dialog.buttons.values())
    workspace.close()
