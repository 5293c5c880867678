"""The commands on relationships: made, moved, noted, edited, read, verified, deleted; each one step."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.relationships import Claim, Proof, Relationship, Stage
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.gui.relationships.relationship_commands import REASONS
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import meet
from tests.gui.conftest import ScreenShower
from tests.gui.relationships.conftest import cards

HEAD = "company,counterpart,date,stage,since,value,currency,evidence"
LINES = ("D1,C1,2026-03-20,agreement,2026-03-01,500,CAD,a.txt", "C1,D1,2026-03-21,agreement,2026-03-02,400,CAD,", "x")
Told = list[tuple[str, str]]
Reports = list[tuple[str, list[tuple[str, ...]]]]


@pytest.fixture
def fresh(show_screen: ScreenShower) -> RelationshipsScreen:
    """The screen of an empty register."""
    found = show_screen(RelationshipsScreen)
    assert isinstance(found, RelationshipsScreen)
    return found


def read(screen: RelationshipsScreen, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = folder / "answers.csv"
    table.write_text("\n".join((HEAD, *LINES)), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(table), ""))
    screen.commands.read()


def stages(screen: RelationshipsScreen) -> list[Stage]:
    return [line.stage for line in screen._shown]


def test_they_are_made_of_held_meetings(fresh: RelationshipsScreen, store: Store, told: Told) -> None:
    meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    fresh.commands.make()
    assert told == [("1 relationship was made.", "")]
    assert cards(fresh) == {Stage.HELD: ["D1"]}


def test_answers_are_read_and_told_row_by_row(
    fresh: RelationshipsScreen, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(fresh, tmp_path, monkeypatch)
    ((said, _details),) = told
    assert said.splitlines()[0] == "2 new answers, 0 known already, 1 row not read"
    assert said.splitlines()[1].startswith("Row 4:")
    assert cards(fresh) == {Stage.AGREEMENT: ["D1"]}


@pytest.mark.parametrize("name", ["", "none.csv"])
def test_a_table_of_nothing_is_refused_and_none_is_no_table(
    fresh: RelationshipsScreen, tmp_path: Path, shown_errors: list[BaseException], monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / name) if name else "", ""))
    fresh.commands.read()
    assert (len(shown_errors), fresh._shown) == (int(bool(name)), [])


def test_evidence_of_a_folder_verifies_what_names_it(
    fresh: RelationshipsScreen, store: Store, tmp_path: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(fresh, tmp_path, monkeypatch)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    fresh.commands.verify()
    (tmp_path / "a.txt").write_text("CAD 450 signed 2026-03-01", "utf-8")
    fresh.commands.verify()
    assert [text for text, _details in told[1:]] == [
        "0 claims were verified.\nThere is no file a.txt.", "1 claim was verified.",
    ]  # fmt: skip
    assert [one.value for one in store.all(Proof)] == [450.0]


def test_what_is_typed_is_stored_for_the_pair(
    fresh: RelationshipsScreen, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(one="D1", other="C1", by="C1", stage="agreement", value="5")
    fresh.commands.say()
    (made,), (claim,) = store.all(Relationship), store.all(Claim)
    assert (claim.stage, claim.value, claim.teller_id) == (Stage.AGREEMENT, 5.0, made.other_id)
    fresh.table.choose([made.id])
    fill_dialogs(owner="Ana", due="2026-05-01", third_parties="Port; Bank")
    fresh.commands.edit()
    (made,) = store.all(Relationship)
    assert (made.owner, made.due, entering.third_parties(store, made)) == ("Ana", date(2026, 5, 1), ["Port", "Bank"])


def test_chosen_ones_are_deleted_with_what_was_said(
    screen: RelationshipsScreen, store: Store, made: dict[str, Relationship]
) -> None:
    screen.table.choose([made["D1"].id, made["D2"].id])
    screen.commands.delete()
    assert (len(store.all(Relationship)), len(store.all(Claim))) == (1, 1)


def test_commands_without_a_choice_say_how_one_is_made(screen: RelationshipsScreen, told: Told) -> None:
    screen.table.clearSelection()
    for act in (screen.commands.next_stage, screen.commands.choose_stage, screen.commands.edit, screen.commands.delete):
        act()
    assert [text.split(":")[0] for text, _details in told] == ["Nothing is selected"] * 4


def test_many_are_moved_to_the_stage_that_is_asked_for(
    screen: RelationshipsScreen, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    screen.table.selectAll()
    fill_dialogs(stage=Stage.TRADING)
    screen.commands.choose_stage()
    assert (stages(screen), store.steps.undo_label) == ([Stage.TRADING] * 3, "Move 3 relationships")


def test_the_end_needs_a_reason(
    screen: RelationshipsScreen, made: dict[str, Relationship], store: Store, fill_dialogs: Callable[..., None],
    shown_errors: list[BaseException],
) -> None:  # fmt: skip
    screen.table.choose([made["D1"].id])
    fill_dialogs(stage=Stage.ENDED, reason="")
    screen.commands.choose_stage()
    assert (len(shown_errors), Stage.ENDED in stages(screen)) == (1, False)
    fill_dialogs(reason=REASONS[2])
    screen.commands.move_to(made["D1"].id, Stage.ENDED)
    assert (store.all(Claim)[-1].reason, stages(screen)[0]) == ("Price", Stage.ENDED)


def test_whoever_gives_no_reason_moves_nothing(
    screen: RelationshipsScreen, made: dict[str, Relationship], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RecordDialog, "exec", lambda _dialog: 0)
    screen.commands.move_to(made["D1"].id, Stage.ENDED)
    screen.table.choose([made["D1"].id])
    screen.commands.choose_stage()
    assert stages(screen)[0] is Stage.HELD


def test_before_the_first_and_after_the_last_there_is_no_stage(
    screen: RelationshipsScreen, made: dict[str, Relationship], store: Store, fill_dialogs: Callable[..., None]
) -> None:
    screen.table.choose([made["D1"].id])
    screen.commands.stage_before()
    screen.commands.stage_before()
    assert stages(screen)[0] is Stage.INTRODUCED
    fill_dialogs(reason="Price")
    screen.commands.move_to(made["D1"].id, Stage.ENDED)
    label = store.steps.undo_label
    screen.commands.next_stage()
    assert (stages(screen)[0], store.steps.undo_label) == (Stage.ENDED, label)


def test_what_cannot_be_moved_is_told_with_the_reason(
    screen: RelationshipsScreen, made: dict[str, Relationship], store: Store, told: Told, reports: Reports
) -> None:
    for name in ("D1", "D2"):
        later = Claim(relationship_id=made[name].id, told_on=date(2099, 1, 1), stage=Stage.TRADING)
        entering.say(store, later)
    screen.commands.move_to(made["D1"].id, Stage.HELD)
    assert [text.split(" more was")[0] for text, _details in told] == ["On January 1, 2099"]
    screen.table.selectAll()
    screen.commands.stage_before()
    ((text, rows),) = reports
    assert (text, [row[:2] for row in rows]) == (
        "2 relationships were not moved.", [("D1 – C1", "First delivery"), ("D2 – C2", "First delivery")],
    )  # fmt: skip
    assert stages(screen)[2] is Stage.QUOTATION


def test_a_column_of_many_gets_one_value(
    screen: RelationshipsScreen, store: Store, fill_dialogs: Callable[..., None], qtbot: QtBot
) -> None:
    screen.table.selectAll()
    fill_dialogs(column="owner", value="Ana")
    screen.bulk_edit()
    assert [one.owner for one in store.all(Relationship)] == ["Ana"] * 3
    assert screen.commands._title(2) == "Change 2 relationships at once"
