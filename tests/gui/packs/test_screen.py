"""The screen of packs: states, editions, and the preview of what is typed."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.mission import MissionText
from missionplanner.domain.timetable import Meeting
from missionplanner.gui import settings
from missionplanner.gui.packs.pack_list import EditionChoice
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import previews
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.packs.conftest import Settler


def state(packs: PacksScreen, row: int) -> str:
    packs._slices.finish()
    return packs.table.rows.text(row, 2)


def words(packs: PacksScreen) -> str:
    """The text of the previewed pages."""
    document = packs.preview.document
    return "\n".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_states_show_what_changed_in_words_and_only_that_is_printed(
    packs: PacksScreen, store: Store, settle: Settler, tmp_path: Path
) -> None:
    assert [state(packs, row) for row in range(3)] == ["Never printed"] * 3
    packs.commands.print_into(tmp_path / "out", packs.table.rows.keys, outdated=False)
    settle()
    assert [state(packs, row) for row in range(3)] == ["Current"] * 3
    meeting = store.all(Meeting)[0]
    with store.change(message("Move")) as change:
        change.update(replace(meeting, table_id=meeting.table_id - 1))
    assert [state(packs, row) for row in range(3)] == ["Out of date", "Current", "Current"]
    assert packs.table.rows.text(0, 3) == "Mon, Feb 16, 09:00 meeting with C1 moved to Hall, table 1"
    packs.table.sort_asked.emit("name", True)
    assert [packs.table.rows.text(row, 0) for row in range(3)] == ["D3", "D2", "D1"]
    packs.table.sort_asked.emit("state", False)
    assert packs.table.rows.text(0, 0) == "D1"
    packs.table.choose([key_of(store, "D1")])
    assert packs.changes.text().splitlines() == [
        "Since it was printed:",
        "• Mon, Feb 16, 09:00 meeting with C1 moved to Hall, table 1",
    ]
    packs.commands.print_into(tmp_path / "again", packs.table.rows.keys, outdated=True)
    settle()
    assert [path.name for path in (tmp_path / "again").iterdir()] == ["D1 - en.pdf"]
    assert packs.count_label.text() == "Current: 3  ·  Out of date: 0  ·  Never printed: 0"
    assert [packs.prints.table.rows.text(row, 1) for row in range(4)] == ["D1", "D3", "D2", "D1"]


def test_every_edition_is_previewed(packs: PacksScreen, settle: Settler) -> None:
    settle()
    assert "Your meetings" in words(packs)
    packs.choose_edition(EditionChoice(Edition.DELEGATE, per_delegate=True))
    settle()
    assert packs.table.rows.text(0, 0) == "D1 – Given D1"
    assert "Your meetings" in words(packs)
    packs.choose_edition(EditionChoice(Edition.HOSTS, side=Side.COUNTERPART))
    settle()
    assert [packs.table.rows.text(row, 0) for row in range(3)] == ["C1", "C2", "C3"]
    # As it lies open: cover, spread, back.
    assert (packs.language.currentText(), packs.preview.document.pageCount()) == ("Each in its own", 3)
    assert "Quién lo visita" in words(packs)
    packs.language.setCurrentIndex(packs.language.findData("fr"))
    settle()
    assert "Qui vous rend visite" in words(packs)
    packs.choose_edition(EditionChoice(Edition.LEADER))
    settle()
    assert [packs.language.itemData(place) for place in range(packs.language.count())] == ["en", "fr", "es"]
    packs.language.setCurrentIndex(0)
    settle()
    assert packs.table.rows.text(0, 0) == "Leader edition"
    assert "Emergency contacts" in words(packs)
    packs.choose_edition(EditionChoice(Edition.DIRECTORY))
    settle()
    assert "Profiles of the counterparts" in words(packs)
    packs.choose_edition(EditionChoice(Edition.ORGANISER))
    settle()
    assert "Pick-up list" in words(packs)
    everything = packs.preview.document.pageCount()
    for row in range(packs.pages.list.count()):
        packs.pages.list.item(row).setCheckState(Qt.CheckState.Checked if row == 0 else Qt.CheckState.Unchecked)
    settle()
    assert "Pick-up list" not in words(packs)
    assert packs.preview.document.pageCount() < everything


def test_only_packs_of_companies_have_slips_single_files_and_calendars(packs: PacksScreen) -> None:
    assert [action.isEnabled() for action in packs._of_companies] == [True] * 5
    packs.choose_edition(EditionChoice(Edition.LEADER))
    assert [action.isEnabled() for action in packs._of_companies] == [False] * 5


def test_a_text_is_seen_while_it_is_typed_and_stored_afterwards(
    packs: PacksScreen, store: Store, settle: Settler
) -> None:
    packs.tabs.setCurrentWidget(packs.texts)
    packs.texts.title.setText("Hello")
    packs.texts.body.setPlainText("Three words here.")
    settle()
    assert "Three words here." in words(packs)
    assert store.all(MissionText)[0].body == "One.\n\nTwo."
    packs.settle()
    assert (store.all(MissionText)[0].title, store.steps.undo_label) == ("Hello", "Edit texts")


def test_the_preview_is_in_the_language_of_the_text_that_is_edited(packs: PacksScreen) -> None:
    packs.texts.language.setCurrentIndex(2)
    assert packs.language.currentData() == "en"
    packs.tabs.setCurrentWidget(packs.texts)
    assert packs.texts.language.currentIndex() == 0
    packs.texts.language.setCurrentIndex(1)
    assert packs.language.currentData() == "fr"


def test_the_language_of_packs_is_remembered(packs: PacksScreen) -> None:
    packs.language.setCurrentIndex(2)
    assert settings.read("pack_language") == "es"
    assert packs.texts.language.currentIndex() == 2


def test_the_preview_waits_until_a_job_has_ended(packs: PacksScreen, settle: Settler, tmp_path: Path) -> None:
    packs.commands.print_into(tmp_path / "out", packs.table.rows.keys, outdated=False)
    packs.follow()
    assert packs._pause.isActive()
    settle()
    assert packs.preview.document.pageCount() > 0


def test_nothing_is_previewed_unless_one_pack_is_selected(packs: PacksScreen, settle: Settler) -> None:
    packs.table.choose(packs.table.rows.keys[:2])
    settle()
    assert packs.preview.document.pageCount() == 0
    assert packs.changes.isHidden()


def test_the_selected_packs_are_printed_in_the_order_they_are_listed(packs: PacksScreen, store: Store) -> None:
    job = packs.shown_pages()
    assert job is not None
    pages = run_now(job, store)
    one = pages.content
    assert store.all(PackPrint) == []
    pages.note(store)
    assert [(p.company_id, p.file_name, p.pages) for p in store.all(PackPrint)] == [
        (key_of(store, "D1"), "", pages.sides)
    ]
    packs.table.sort_asked.emit("name", True)
    packs.table.choose([key_of(store, "D1"), key_of(store, "D2")])
    job = packs.shown_pages()
    assert job is not None
    with pikepdf.open(BytesIO(one)) as alone, pikepdf.open(BytesIO(run_now(job, store).content)) as both:
        # D2 comes first; the pack of D1 is the end of the print, page for page.
        sought = [page.Contents.read_bytes() for page in alone.pages]
        assert [page.Contents.read_bytes() for page in both.pages][-len(sought) :] == sought
        assert len(both.pages) > len(sought)
    packs.table.clearSelection()
    assert packs.shown_pages() is None


def test_the_button_of_the_preview_prints_as_the_menu_does(packs: PacksScreen) -> None:
    asked: list[str] = []
    packs.command_asked.connect(asked.append)
    packs.preview.print_on_paper()
    assert asked == ["print_shown"]


def test_without_accepted_companies_the_screen_leads_to_them(packs: PacksScreen, store: Store, settle: Settler) -> None:
    asked: list[str] = []
    packs.companies_asked.connect(lambda: asked.append("companies"))
    with store.change(message("Cancel")) as change:
        change.delete(Meeting, [one.id for one in store.all(Meeting)])
    decisions.set_status(store, [1, 2, 3], Status.DECLINED)
    assert packs._stack.currentIndex() == 1
    packs._empty.button.click()
    assert asked == ["companies"]


def test_the_list_says_of_what_it_is(packs: PacksScreen) -> None:
    packs._slices.finish()
    shown = packs.shown_list()
    assert (shown.title, shown.subtitle) == ("Packs", "Test mission")
    assert [row[:3] for row in shown.rows] == [
        ["D1", "2", "Never printed"], ["D2", "0", "Never printed"], ["D3", "0", "Never printed"],
    ]  # fmt: skip


def test_a_page_leads_to_the_record_it_comes_from(
    packs: PacksScreen, settle: Settler, store: Store, qtbot: QtBot
) -> None:
    settle()
    places = packs._sections
    with qtbot.waitSignal(packs.company_asked) as asked:
        packs.table.choose([key_of(store, "D1")])
        packs._sections = {**places, f"company-{key_of(store, 'C2')}": 99}
        packs._go_to_record([99])
    assert asked.args == [key_of(store, "C2")]
    packs._sections = places
    first, _then = previews.meetings_listed(store.snapshot(), key_of(store, "D1"))
    packs._go_to_record([places["schedule"]])
    shown = packs.findChildren(Menu)[-1]
    assert [action.text() for action in shown.actions()] == [
        "Mon, Feb 16, 09:00, C1, Table 2",
        "Mon, Feb 16, 09:50, C2, Table 1",
    ]
    with qtbot.waitSignal(packs.meeting_place_asked) as asked:
        shown.actions()[0].trigger()
    assert asked.args == [first[0]]
    shown.close()
    with qtbot.waitSignal(packs.timetable_asked):
        packs.table.choose([key_of(store, "D2")])
        packs._go_to_record([places["schedule"]])
    with qtbot.waitSignal(packs.programme_asked):
        packs._go_to_record([places["week"]])
    packs._go_to_record([places["welcome"]])
    assert packs.tabs.currentWidget() is packs.texts
    assert packs.texts.shown[0] == "welcome"
    packs._pause.stop()
