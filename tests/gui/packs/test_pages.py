"""The pages of packs, their colour and logo, each as an undoable step; the papers for one print."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QColorDialog, QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import Venue
from missionplanner.domain.packs import PAPER_LABELS, USUAL, PackPage
from missionplanner.errors import UserError
from missionplanner.gui.packs.pages import PagesPane
from missionplanner.gui.widgets import alerts
from missionplanner.jobs.packs import settings as pack_settings
from missionplanner.messages import message
from missionplanner.store.store import Store


@pytest.fixture
def pages(qtbot: QtBot, store: Store) -> PagesPane:
    found = PagesPane(store)
    qtbot.addWidget(found)
    found.show_edition(Edition.DELEGATE)
    return found


def keys(pages: PagesPane) -> list[str]:
    return [pages.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(pages.list.count())]


def ticked(pages: PagesPane) -> list[str]:
    items = [pages.list.item(row) for row in range(pages.list.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]


def test_a_page_is_left_out_and_comes_back_with_undo(pages: PagesPane, store: Store) -> None:
    assert [pages.list.item(row).text() for row in range(3)] == ["Welcome", "About the mission", "Days, hour by hour"]
    pages.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert store.mission.pack_pages.split(",") == [page.value for page in USUAL if page is not PackPage.WELCOME]
    assert store.steps.undo_label == "Choose the pages of packs"
    store.undo()
    assert store.mission.pack_pages == ""


def test_the_last_page_stays(pages: PagesPane, store: Store) -> None:
    for row in range(pages.list.count()):
        pages.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(store.mission.pack_pages.split(",")) == 1


def test_pages_are_put_in_order(pages: PagesPane, store: Store) -> None:
    pages.list.setCurrentRow(2)
    pages.move_up()
    assert store.mission.pack_pages.split(",")[:3] == ["welcome", "programme", "about"]
    pages.move_down()
    assert store.mission.pack_pages == ""


def test_the_first_page_cannot_go_up_nor_the_last_down(pages: PagesPane, store: Store) -> None:
    pages.move_up()
    pages.list.setCurrentRow(0)
    pages.move_up()
    pages.list.setCurrentRow(pages.list.count() - 1)
    pages.move_down()
    assert store.mission.pack_pages == ""


def test_the_usual_pages_come_back(pages: PagesPane, store: Store) -> None:
    pages.list.setCurrentRow(2)
    pages.move_up()
    pages.take_usual_pages()
    assert store.mission.pack_pages == ""
    assert keys(pages)[: len(USUAL)] == [page.value for page in USUAL]


def test_papers_are_chosen_for_one_print(pages: PagesPane, store: Store, qtbot: QtBot) -> None:
    pages.show_edition(Edition.ORGANISER)
    assert (keys(pages), pages.papers) == (list(PAPER_LABELS), None)
    with qtbot.waitSignal(pages.papers_chosen):
        pages.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert pages.papers == frozenset(list(PAPER_LABELS)[1:])
    pages.show_edition(Edition.ORGANISER)
    assert pages.list.item(0).checkState() is Qt.CheckState.Unchecked
    assert store.mission.pack_pages == ""


def test_the_leader_edition_has_no_pages_to_choose(pages: PagesPane) -> None:
    pages.show_edition(Edition.LEADER)
    assert (pages.list.isHidden(), pages._order.isHidden()) == (True, True)
    assert pages.hint.text().startswith("Twelve pages")


def test_a_colour_is_chosen_and_taken_back(pages: PagesPane, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for chosen, expected in ((QColor(), ""), (QColor("#ff0000"), "#ff0000")):
        monkeypatch.setattr(QColorDialog, "getColor", lambda *_words, c=chosen: c)
        pages.ask_colour()
        assert store.mission.colour == expected
    pages.take_usual_colour()
    assert store.mission.colour == ""


def png() -> bytes:
    image = QImage(30, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(out.data())


def test_a_logo_is_chosen_and_taken_off(
    pages: PagesPane, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pages._logo.text() == "none"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: ("", ""))
    pages.ask_logo()
    (tmp_path / "a.png").write_bytes(png())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "a.png"), ""))
    pages.ask_logo()
    pages.show_edition(Edition.DELEGATE)
    assert (bool(pack_settings.logo(store)), pages._logo.pixmap().isNull()) == (True, False)
    pages.remove_logo()
    assert pack_settings.logo(store) == b""


def test_a_logo_that_cannot_be_read_is_refused(
    pages: PagesPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    with pytest.raises(UserError, match=r"gone\.png cannot be read"):
        pages.choose_logo(tmp_path / "gone.png")
    (tmp_path / "a.txt").write_text("no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "a.txt"), ""))
    pages.ask_logo()
    assert [type(error) for error in shown_errors] == [UserError]


def test_the_site_of_the_evaluation_is_kept_when_it_is_one(
    pages: PagesPane, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: told.append(error.text))
    for typed in ("a.example/form", "no site"):
        pages.evaluation.setText(typed)
        pages.evaluation.editingFinished.emit()
    assert (store.mission.evaluation_link, told) == ("https://a.example/form", ["“no site” is no web site."])


def test_papers_of_a_place_are_not_ticked_where_all_meet_by_video(pages: PagesPane, store: Store) -> None:
    with store.change(message("Online")) as change:
        for venue in store.all(Venue):
            change.update(replace(venue, online=True))
    pages.show_edition(Edition.ORGANISER)
    assert set(ticked(pages)) == set(PAPER_LABELS) - {"tables", "people", "sign-in", "badges", "cards"}
    assert pages.papers is None
    pages.list.item(keys(pages).index("badges")).setCheckState(Qt.CheckState.Checked)
    assert pages.papers == frozenset(ticked(pages)) >= {"badges"}
    pages.list.item(keys(pages).index("badges")).setCheckState(Qt.CheckState.Unchecked)
    assert pages.papers is None
