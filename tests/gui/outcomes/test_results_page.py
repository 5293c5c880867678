"""The results of a day: sums by standing, the deals of the chosen one, and what is typed wrong."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.relationships import Claim, Proof, Stage
from missionplanner.domain.targets import MilestoneTarget
from missionplanner.gui.outcomes.results_page import ResultsPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.relationships import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of

DAY = date(2026, 3, 20)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, store: Store, runner: Runner) -> ResultsPage:
    for one, other, value, currency in (("D1", "C1", 500.0, "CAD"), ("D2", "C2", 100.0, "USD")):
        made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in (one, other)), DAY)
        claim = Claim(relationship_id=made.id, told_on=DAY, stage=Stage.AGREEMENT, value=value, currency=currency)
        entering.say(store, claim)
    found = ResultsPage(workspace, runner)
    qtbot.addWidget(found)
    found.refresh()
    return found


def row(page: ResultsPage, place: int) -> list[str]:
    return [page.sums.rows.text(place, column) for column in range(4)]


def test_sums_stand_by_how_far_deals_can_be_believed(page: ResultsPage) -> None:
    assert row(page, 4) == ["Claimed by one side", "2", "600", "600"]
    mixed = "CAD, USD are added as they are written: type a currency and the rates."
    assert page.summary.text() == f"{mixed} Every telling counted, as a careless report would: 600"
    page.currency.setText("cad")
    page.rates.setText("USD=1.5")
    page.currency.editingFinished.emit()
    assert row(page, 4) == ["Claimed by one side", "2", "650", "650"]
    assert page.summary.text() == "Every telling counted, as a careless report would: 650"
    page.rates.setText("")
    page.rates.editingFinished.emit()
    assert page.summary.text().endswith("1 claim has a currency without a rate.")


def test_a_past_day_reads_as_it_read_then(page: ResultsPage) -> None:
    page.day.setText("2026-03-19")
    page.day.editingFinished.emit()
    assert row(page, 4) == ["Claimed by one side", "0", "0", "0"]
    page.day.setText("soon")
    page.day.editingFinished.emit()
    assert page.summary.text().startswith("“soon” is no date.")


def test_the_deals_of_the_chosen_standing_are_listed(page: ResultsPage) -> None:
    assert page.table.rows.rowCount() == 2
    assert [page.table.rows.text(0, column) for column in (0, 1, 5)] == [
        "D1 – C1",
        "Claimed by one side",
        "the organisers",
    ]
    page.sums.selectRow(0)
    assert page.table.rows.rowCount() == 0
    page.sums.selectRow(4)
    assert page.table.rows.rowCount() == 2


def test_the_report_is_saved_as_it_is_shown(
    page: ResultsPage, runner: Runner, tmp_path: Path, qtbot: QtBot, fill_dialogs: Callable[..., None],
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "r.xlsx"), ""))
    fill_dialogs(against=False)
    page.save_report()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    assert ((tmp_path / "r.xlsx").stat().st_size > 1000, told[-1][0]) == (True, "r.xlsx was written.")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: ("", ""))
    fill_dialogs(against=True)
    page.save_report()
    assert not runner.is_busy


def test_a_sum_leads_to_its_deal_and_this_to_its_evidence(
    page: ResultsPage, store: Store, told: list[tuple[str, str]]
) -> None:
    page.show_evidence()
    assert told[-1][0] == "Choose a deal that is verified."
    proof = Proof(claim_id=store.all(Claim)[0].id, reference="a.txt", value=450, currency="CAD", verified_on=DAY)
    entering.verify(store, [proof])
    page.refresh()
    page.sums.selectRow(0)
    page.table.selectRow(0)
    page.show_evidence()
    assert told[-1][0] == "450 CAD"
    assert told[-1][1].splitlines()[0] == "a.txt"


def test_targets_are_set_in_rows(page: ResultsPage, store: Store, fill_dialogs: Callable[..., None]) -> None:
    with store.change(message("Review")) as change:
        change.insert(Milestone(name_en="Review", days=100))
    fill_dialogs(rows=[("Review", "", "", "Agreement", "1")])
    page.set_targets()
    page.refresh()
    assert len(store.all(MilestoneTarget)) == 1
    assert "of 1 targets reached" in page.summary.text()


def test_examples_are_whole_in_their_lines(page: ResultsPage) -> None:
    page.show()
    for line in (page.day, page.currency, page.rates):
        assert line.fontMetrics().horizontalAdvance(line.placeholderText()) < line.width() - 10


def test_what_is_cut_gets_the_room_that_empty_columns_leave(page: ResultsPage) -> None:
    page.resize(1120, 600)
    page.show()
    page.refresh()
    standing = page.table.rows.index(0, 1)
    assert not page.table.is_cut(standing)
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()
