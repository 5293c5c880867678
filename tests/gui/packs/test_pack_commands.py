"""Printing packs, slips, one file and calendars, with the messages about them."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.gui import settings
from missionplanner.gui.packs.calendars_dialog import CalendarChoice, CalendarsDialog
from missionplanner.gui.packs.pack_list import EditionChoice
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.packs.conftest import Settler


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder and file that somebody chooses whenever asked."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "out"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "out" / "one"), ""))
    return tmp_path / "out"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_the_selected_packs_are_printed(
    packs: PacksScreen, store: Store, asked: Path, settle: Settler, told: list[tuple[str, str]]
) -> None:
    packs.table.choose([key_of(store, "D2")])
    packs.commands.print_selected()
    settle()
    assert names(asked) == ["D2 - en.pdf"]
    assert settings.read("pack_folder") == str(asked)
    assert told[0][0] == "1 pack was made."


def test_what_is_out_of_date_is_printed(packs: PacksScreen, store: Store, asked: Path, settle: Settler) -> None:
    packs.table.choose([key_of(store, "D2")])
    packs.commands.print_selected()
    settle()
    packs.commands.print_outdated()
    settle()
    printed = [one.company_id for one in store.all(PackPrint)]
    assert printed == [key_of(store, name) for name in ("D2", "D1", "D3")]


def test_nothing_is_printed_without_a_folder_or_a_selection(
    packs: PacksScreen, store: Store, asked: Path, settle: Settler, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs.table.clearSelection()
    packs.commands.print_selected()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("", ""))
    monkeypatch.setattr(CalendarsDialog, "exec", lambda _dialog: True)
    for act in (
        packs.commands.print_outdated, packs.commands.print_slips, packs.commands.print_single,
        packs.commands.print_with_bleed, packs.commands.write_run_list,
        packs.commands.write_calendars,
    ):  # fmt: skip
        act()
    settle()
    assert (names(asked), store.all(PackPrint)) == ([], [])


def test_other_editions_are_printed(packs: PacksScreen, store: Store, asked: Path, settle: Settler) -> None:
    packs.choose_edition(EditionChoice(Edition.LEADER))
    packs.commands.print_selected()
    settle()
    packs.choose_edition(EditionChoice(Edition.DELEGATE, per_delegate=True))
    packs.table.choose(packs.table.rows.keys[:1])
    packs.commands.print_selected()
    settle()
    assert [(one.edition, one.delegate_id) for one in store.all(PackPrint)] == [
        (Edition.LEADER, None),
        (Edition.DELEGATE, 1),
    ]


def test_slips_calendars_and_one_file_are_written(
    packs: PacksScreen, store: Store, asked: Path, settle: Settler, told: list[tuple[str, str]]
) -> None:
    packs.commands.print_into(asked, packs.table.rows.keys, outdated=False)
    settle()
    with store.change(message("Rename")) as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), name="New name"))
    packs.commands.print_slips()
    settle()
    assert (asked / "one.pdf").read_bytes().startswith(b"%PDF")
    assert packs.table.rows.text(0, 2) == "Current"
    slips = (asked / "one.pdf").stat().st_size
    packs.commands.print_single()
    settle()
    assert (asked / "one.pdf").stat().st_size > slips
    packs.commands.write_calendars_into(asked / "calendars", CalendarChoice())
    settle()
    assert len(names(asked / "calendars")) == 6
    assert [text for text, _details in told] == [
        "3 packs were made.",
        "1 pack was made.",
        "3 packs were made.",
        "6 calendars were written.",
    ]


def test_several_selected_packs_are_those_of_one_file(
    packs: PacksScreen, store: Store, asked: Path, settle: Settler, told: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    packs.table.choose([key_of(store, "D1"), key_of(store, "D3")])
    packs.commands.print_single()
    settle()
    monkeypatch.setattr(CalendarsDialog, "exec", lambda dialog: dialog.contacts.setCurrentIndex(1) or True)
    packs.commands.write_calendars()
    settle()
    assert [text for text, _details in told] == [
        "2 packs were made.",
        "4 calendars were written.",
        "Contacts of 0 people were written. 2 people did not agree to share, or were not asked.",
    ]
