"""PDF on paper: the printer that is chosen, the pages that are wanted, each as it lies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from missionplanner.gui.widgets import paper


@pytest.fixture(scope="module")
def pdf(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three pages; the second is wide."""
    path = tmp_path_factory.mktemp("pdf") / "three.pdf"
    writer = QPdfWriter(str(path))
    upright, wide = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A6), upright, QMarginsF()))
    painter = QPainter(writer)
    for number, lies in enumerate((upright, wide, upright)):
        writer.setPageOrientation(lies)
        if number:
            writer.newPage()
        painter.drawText(300, 300, f"page {number + 1}")
    painter.end()
    return path


@pytest.fixture
def document(pdf: Path) -> Iterator[QPdfDocument]:
    found = QPdfDocument()
    found.load(str(pdf))
    yield found
    found.close()


def printer_into(target: Path) -> QPrinter:
    found = QPrinter()
    found.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found.setOutputFileName(str(target))
    found.setResolution(72)
    return found


def sides_of(path: Path) -> list[bool]:
    """Whether each page of a file is wide."""
    made = QPdfDocument()
    made.load(str(path))
    sizes = [made.pagePointSize(page) for page in range(made.pageCount())]
    made.close()
    return [size.width() > size.height() for size in sizes]


def test_a_printer_is_asked_for_and_prints_unless_it_is_cancelled(
    pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def choose(dialog: QPrintDialog) -> int:
        asked.append((dialog.minPage(), dialog.maxPage()))
        dialog.printer().setOutputFileName(str(tmp_path / "paper.pdf"))
        dialog.printer().setResolution(72)
        return len(asked) - 1  # the first time it is cancelled

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    assert (paper.print_pages(pdf.read_bytes(), None), (tmp_path / "paper.pdf").exists()) == (0, False)
    assert paper.print_pages(pdf.read_bytes(), None) == 3
    assert asked == [(1, 3), (1, 3)]
    assert sides_of(tmp_path / "paper.pdf") == [False, True, False]


def test_pages_are_painted_as_often_as_asked(document: QPdfDocument, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 2)
    sides = 2 if printer.supportsMultipleCopies() else 4
    printer.setCopyCount(2)
    assert paper.paint(document, printer) == sides


def test_all_pages_are_painted_where_none_are_named(document: QPdfDocument, tmp_path: Path) -> None:
    assert paper.paint(document, printer_into(tmp_path / "paper.pdf")) == 3
    assert sides_of(tmp_path / "paper.pdf") == [False, True, False]
