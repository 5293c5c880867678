"""The logo and the files of a company: kept, saved, removed; dropped and pasted."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Attachment, AttachmentKind
from missionplanner.errors import UserError
from missionplanner.gui.companies.attachments_pane import AttachmentsPane
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import attachments
from missionplanner.store.store import Store


def red(width: int = 30, height: int = 10) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def png() -> bytes:
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(red())
    return bytes(out.data())


@pytest.fixture
def pane(qtbot: QtBot, store: Store) -> AttachmentsPane:
    found = AttachmentsPane(store)
    qtbot.addWidget(found)
    found.show_company(1)
    return found


def has_logo(store: Store) -> bool:
    return bool(attachments.logo(store, 1))


def test_a_logo_is_kept_shown_and_removed(pane: AttachmentsPane, store: Store, qtbot: QtBot) -> None:
    assert pane.picture.text() == "Drop or paste\na logo"
    with qtbot.waitSignal(pane.changed):
        pane.set_logo(png())
    assert (has_logo(store), pane.picture.pixmap().isNull(), pane.list.count()) == (True, False, 0)
    with qtbot.waitSignal(pane.changed):
        pane.remove_logo()
    assert (has_logo(store), pane.picture.pixmap().isNull()) == (False, True)
    store.undo()
    pane.show_company(1)
    assert not pane.picture.pixmap().isNull()


def test_what_is_no_picture_is_no_logo(pane: AttachmentsPane) -> None:
    with pytest.raises(UserError):
        pane.set_logo(b"%PDF")


def test_a_file_is_kept_saved_and_removed(
    pane: AttachmentsPane, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF" * 500)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "a.pdf"), ""))
    pane.choose_file()
    assert [pane.list.item(row).text() for row in range(pane.list.count())] == ["a.pdf  (2 kB)"]
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "out"))
    pane.save_file()
    assert list((tmp_path / "out").iterdir()) == []
    pane.list.item(0).setSelected(True)
    pane.save_file()
    assert (tmp_path / "out" / "a.pdf").read_bytes() == b"%PDF" * 500
    with qtbot.waitSignal(pane.changed):
        pane.remove_file()
    assert store.all(Attachment) == []
    pane.remove_file()


def test_a_logo_is_chosen(pane: AttachmentsPane, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: ("", ""))
    pane.choose_logo()
    pane.choose_file()
    assert store.all(Attachment) == []
    (tmp_path / "a.png").write_bytes(png())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "a.png"), ""))
    pane.choose_logo()
    assert has_logo(store)


def test_what_cannot_be_read_is_shown(
    pane: AttachmentsPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "gone.png"), ""))
    for button in pane._buttons[:3:2]:
        button.click()
    assert [type(error) for error in shown_errors] == [UserError, UserError]


def test_a_copied_picture_is_pasted_as_the_logo(pane: AttachmentsPane, store: Store, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("no picture")
    qtbot.keyClick(pane, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not has_logo(store)
    QGuiApplication.clipboard().setImage(red())
    qtbot.keyClick(pane, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert has_logo(store)


def drop(pane: AttachmentsPane, data: QMimeData) -> bool:
    place, action = QPoint(5, 5), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, buttons, keys)
    enter.ignore()
    pane.dragEnterEvent(enter)
    if enter.isAccepted():
        pane.dropEvent(QDropEvent(place.toPointF(), action, data, buttons, keys))
    return enter.isAccepted()


def test_pictures_that_are_dropped_are_logos_and_other_files_are_kept(
    pane: AttachmentsPane, store: Store, tmp_path: Path
) -> None:
    (tmp_path / "a.PNG").write_bytes(png())
    (tmp_path / "b.txt").write_text("b")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.PNG", "b.txt")])
    assert drop(pane, data)
    assert [(one.kind, one.name) for one in store.all(Attachment)] == [
        (AttachmentKind.LOGO, "logo.png"),
        (AttachmentKind.FILE, "b.txt"),
    ]


def test_a_dropped_image_is_the_logo_and_text_is_refused(pane: AttachmentsPane, store: Store) -> None:
    text, image = QMimeData(), QMimeData()
    text.setText("x")
    assert not drop(pane, text)
    image.setImageData(red())
    assert drop(pane, image)
    assert has_logo(store)


def test_a_company_that_is_not_stored_takes_nothing(pane: AttachmentsPane) -> None:
    pane.show_company(0)
    image = QMimeData()
    image.setImageData(red())
    assert (pane.picture.text(), drop(pane, image)) == ("Save first", False)
    assert {button.isEnabled() for button in pane._buttons} == {False}


def test_for_reading_only_nothing_is_kept(qtbot: QtBot, read_only_workspace: Workspace) -> None:
    pane = AttachmentsPane(read_only_workspace.store)
    qtbot.addWidget(pane)
    pane.show_company(1)
    image = QMimeData()
    image.setImageData(red())
    assert not drop(pane, image)
    assert {button.isEnabled() for button in pane._buttons} == {False}
