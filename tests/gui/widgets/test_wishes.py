"""Requests are made of what registrations wish; names that mean nobody are listed."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Request
from missionplanner.gui.widgets import wishes
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def test_wishes_become_requests_and_unknown_names_are_listed(
    qtbot: QtBot, store: Store, reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with store.change(message("Wishes")) as change:
        change.delete(Request, [request.id for request in store.all(Request)])
        change.update(replace(store.get(Company, key_of(store, "D1")), wishes="C2; Nobody"))
    for _time in range(2):
        wishes.take(store, parent)
    assert [request.pair for request in store.all(Request)] == [(key_of(store, "D1"), key_of(store, "C2"))]
    assert store.steps.undo_label == "Take 1 request from the registrations"
    assert reports == [("1 name means no company, or several.", [("D1", "Nobody")])] * 2
