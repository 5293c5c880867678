"""Agreements in the window: entered, changed, dropped out of, with their texts and papers."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.agreements import Agreement, AgreementText, Signatory
from missionplanner.gui.outcomes.agreements_page import AgreementsPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.agreements import entering, typed
from missionplanner.store.store import Store


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, runner: Runner) -> AgreementsPage:
    found = AgreementsPage(workspace, runner)
    qtbot.addWidget(found)
    workspace.changed.connect(lambda _tables: found.refresh())
    found.refresh()
    return found


@pytest.fixture
def one(page: AgreementsPage, store: Store) -> int:
    texts = {
        "title_en": "Pumps",
        "status": "ready",
        "parties": "D1; Ministry",
        "signatories": "Ana|CEO|D1; Luis|Minister|Ministry",
    }
    key = typed.enter_texts(store, None, texts)
    page.table.selectRow(0)
    return key


def test_what_is_typed_is_stored_with_its_rows(
    page: AgreementsPage, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(
        title_en="Pumps",
        parties=[("D1",), ("Ministry",)],
        signatories=[("Ana", "CEO", "D1", "", ""), ("Eve", "", "", "witness", "ill")],
    )
    page.add()
    (record,) = entering.all_records(store)
    assert [one.name for one in record.parties] == ["D1", "Ministry"]
    assert [(one.name, one.is_out, one.note) for one in record.signatories] == [
        ("Ana", False, ""),
        ("Eve", True, "ill"),
    ]
    assert [page.table.rows.text(0, column) for column in (0, 1, 3)] == [
        "Pumps",
        "Memorandum of understanding",
        "D1, Ministry",
    ]
    page.table.selectRow(0)
    fill_dialogs(title_fr="Pompes")
    page.edit()
    (after,) = entering.all_records(store)
    assert (after.agreement.title_fr, after.signatories, after.parties) == (
        "Pompes",
        record.signatories,
        record.parties,
    )


def test_who_drops_out_is_shown_until_they_are_back(
    page: AgreementsPage, store: Store, one: int, fill_dialogs: Callable[..., None]
) -> None:
    assert one
    page.signatories.selectRow(1)
    fill_dialogs(text="ill")
    page.drop_out()
    assert page.table.rows.text(0, 4) == "Luis"
    assert page.summary.text() == "1 agreement · 1 without somebody who signs"
    assert page.signatories.rows.text(1, 5) == "dropped out, ill"
    page.signatories.selectRow(1)
    page.come_back()
    assert [one.is_out for one in store.all(Signatory)] == [False, False]
    assert page.table.rows.text(0, 4) == ""


def test_texts_are_attached_and_saved(
    page: AgreementsPage, store: Store, one: int, tmp_path: Path, fill_dialogs: Callable[..., None],
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert one
    (tmp_path / "text.pdf").write_bytes(b"text")
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(tmp_path / "text.pdf"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path / "out"))
    fill_dialogs(language="fr")
    page.attach()
    assert [text.name for text in store.all(AgreementText)] == ["text.pdf"]
    page.table.selectRow(0)
    page.save_texts()
    assert told[-1][0] == "1 file was written."
    assert (tmp_path / "out" / "text.pdf").read_bytes() == b"text"


def test_a_paper_is_written(
    page: AgreementsPage, runner: Runner, one: int, tmp_path: Path, qtbot: QtBot, fill_dialogs: Callable[..., None],
    told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert one
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "run"), ""))
    fill_dialogs(language="fr")
    page.write_paper()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    assert ((tmp_path / "run.pdf").stat().st_size > 1000, told[-1][0]) == (True, "run.pdf was written.")


def test_chosen_ones_are_deleted_and_nothing_is_done_without_a_choice(
    page: AgreementsPage, store: Store, one: int, told: list[tuple[str, str]]
) -> None:
    assert one
    page.table.clearSelection()
    for act in (page.edit, page.drop_out, page.come_back, page.attach, page.save_texts, page.remove):
        act()
    record, people = "Choose an agreement.", "Choose who in the lower list."
    assert [text for text, _details in told] == [record, people, people, record, record, record]
    assert len(store.all(Agreement)) == 1
    page.table.selectRow(0)
    page.save_texts()
    assert told[-1][0] == "It has no text yet."
    page.remove()
    assert store.all(Agreement) == []
    assert page.shown_list().title == "Agreements"


def test_every_column_is_in_sight_and_the_title_whole(page: AgreementsPage, one: int) -> None:
    assert one
    page.resize(1120, 600)
    page.show()
    page.refresh()
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()
    assert not page.table.is_cut(page.table.rows.index(0, 0))
