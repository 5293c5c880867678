"""A PDF shown page by page, opened elsewhere, painted on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from missionplanner.gui.packs.preview import Preview, paint
from missionplanner.store.store import Store


@pytest.fixture
def pdf(qapp: object, tmp_path: Path) -> bytes:
    """Three pages."""
    writer = QPdfWriter(str(tmp_path / "three.pdf"))
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A6), QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number in range(3):
        if number:
            writer.newPage()
        painter.drawText(300, 300, f"page {number + 1}")
    painter.end()
    return (tmp_path / "three.pdf").read_bytes()


@pytest.fixture
def preview(qtbot: QtBot, store: Store) -> Preview:
    found = Preview(store)
    qtbot.addWidget(found)
    found.resize(400, 400)
    return found


def test_pages_are_shown_from_the_one_that_is_wanted(preview: Preview, pdf: bytes) -> None:
    assert preview.pages.text() == ""
    preview.show_bytes(pdf, 1)
    assert (preview.document.pageCount(), preview.pages.text()) == (3, "Page 2 of 3")
    preview.show_bytes(pdf)
    assert preview.pages.text() == "Page 2 of 3"
    preview.go_to(2)
    assert preview.pages.text() == "Page 3 of 3"
    preview.go_to(7)
    assert preview.pages.text() == "Page 3 of 3"


def test_it_is_opened_in_another_program(preview: Preview, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    preview.open_elsewhere()
    assert opened == []
    preview.show_bytes(pdf, 0)
    preview.open_elsewhere()
    assert Path(opened[0].toLocalFile()).read_bytes() == pdf


def test_it_is_printed_on_the_printer_that_is_chosen(
    preview: Preview, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def choose(dialog: QPrintDialog) -> int:
        asked.append((dialog.minPage(), dialog.maxPage()))
        dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
        dialog.printer().setResolution(72)
        return len(asked) - 1  # the first time it is cancelled

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    preview.print_on_paper()
    assert asked == []
    preview.show_bytes(pdf, 0)
    preview.print_on_paper()
    assert not (tmp_path / "paper.pdf").exists()
    preview.print_on_paper()
    assert asked == [(1, 3), (1, 3)]
    assert (tmp_path / "paper.pdf").stat().st_size > 1000


def test_pages_are_painted_as_often_as_asked(preview: Preview, pdf: bytes, tmp_path: Path) -> None:
    preview.show_bytes(pdf, 0)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    sides = 2 if printer.supportsMultipleCopies() else 4
    printer.setCopyCount(2)
    assert paint(preview.document, printer) == sides
    assert (tmp_path / "paper.pdf").stat().st_size > 1000


def test_all_pages_are_painted_where_none_are_named(preview: Preview, pdf: bytes, tmp_path: Path) -> None:
    preview.show_bytes(pdf, 0)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    assert paint(preview.document, printer) == 3
