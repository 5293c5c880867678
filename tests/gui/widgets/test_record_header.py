"""The head of a record's page: its facts, and contacts that are called, written to and opened."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.record_header import Contact, RecordHeader, address


@pytest.fixture
def header(qtbot: QtBot) -> RecordHeader:
    found = RecordHeader(QPushButton("Close"))
    qtbot.addWidget(found)
    return found


def buttons(header: RecordHeader) -> dict[str, QPushButton]:
    shown = (one for one in header.findChildren(QPushButton) if one.isVisibleTo(header))
    return {one.text(): one for one in shown if one.text() != "Close"}


def test_empty_facts_and_contacts_are_left_out(header: RecordHeader) -> None:
    header.show_record("Alba", ["Counterpart", "", "Lyon"], [Contact("tel", "+33 1 23"), Contact("web", "")])
    assert (header.title.text(), header.standing.text()) == ("Alba", "Counterpart  ·  Lyon")
    assert list(buttons(header)) == ["+33 1 23"]
    header.show_record("Beta", [], [Contact("web", "https://beta.example")])
    assert list(buttons(header)) == ["beta.example"]


def test_a_click_calls_and_says_whom(header: RecordHeader, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    header.show_record("Alba", [], [Contact("tel", "+33 1 23", "Ana"), Contact("mailto", "a@b.example")])
    found = buttons(header)
    assert found["+33 1 23"].accessibleName() == "Call +33 1 23, Ana"
    for button in found.values():
        button.click()
    assert opened == ["tel:+33123", "mailto:a@b.example"]


@pytest.mark.parametrize("text", ["alba.example", "https://alba.example"])
def test_a_website_is_one_of_https(text: str) -> None:
    assert address(Contact("web", text)).toString() == "https://alba.example"
