"""What is typed wrong into a form of a relationship is told, and the form opens again."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.gui.relationships.relationship_forms import ask_claim
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.store.store import Store


def test_a_form_opens_again_until_it_can_be_stored(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(
        ({"one": "Nobody", "other": "C1"}, {"one": "D1", "other": "C1"}, {"one": "D1", "other": "C1", "by": "C1"})
    )
    told: list[str] = []
    kept: list[tuple[str, ...]] = []

    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **next(typed)})
        return 1

    def store_it(pair: tuple[Company, Company], teller: int | None, texts: dict[str, str]) -> None:
        if teller is None:
            raise UserError("Who says so?", "")
        kept.append((pair[0].name, pair[1].name, texts["stage"]))

    monkeypatch.setattr(RecordDialog, "exec", accept)
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: told.append(error.text))
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_claim(parent, store.all(Company), None, store_it)
    assert (len(told), told[-1], kept) == (2, "Who says so?", [("D1", "C1", "held")])
