"""A PDF shown page by page, opened elsewhere, asked for on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from missionplanner.gui.packs.preview import Preview
from missionplanner.gui.widgets import paper
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


def test_buttons_beside_the_number_stay_where_they_are_on_every_page(preview: Preview, pdf: bytes) -> None:
    preview.show()
    preview.show_bytes(pdf, 0)
    widths = [preview.pages.sizeHint().width()]
    for page in (1, 2):
        preview.go_to(page)
        widths.append(preview.pages.sizeHint().width())
    assert widths == widths[:1] * 3
    assert preview.pages.fontMetrics().horizontalAdvance(preview.pages.text()) <= widths[0]


def test_it_is_opened_in_another_program(preview: Preview, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    preview.open_elsewhere()
    assert opened == []
    preview.show_bytes(pdf, 0)
    preview.open_elsewhere()
    assert Path(opened[0].toLocalFile()).read_bytes() == pdf


def test_its_button_asks_for_paper(preview: Preview, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.print_asked):
        preview.print_on_paper()


def test_warnings_stand_above_the_pages_until_they_are_gone(preview: Preview) -> None:
    preview.warn([f"Warning {number}" for number in range(5)])
    assert preview.warning.text().splitlines() == ["Warning 0", "Warning 1", "Warning 2", "and 2 more"]
    preview.warn([])
    assert preview.warning.isVisibleTo(preview) is False


def test_a_booklet_is_shown_as_it_lies_open(preview: Preview, pdf: bytes) -> None:
    preview.may_spread = True
    preview.show_bytes(pdf, 2)
    assert (preview.document.pageCount(), preview.pages.text()) == (2, "Page 2–3 of 3")
    assert preview.shown_pages == [2, 3]
    assert preview.content == pdf
    preview.spreads.setChecked(False)
    assert (preview.document.pageCount(), preview.pages.text()) == (3, "Page 2 of 3")
    preview.spreads.setChecked(True)
    preview.go_to(0)
    assert preview.shown_pages == [1]


def test_its_button_leads_to_the_record(preview: Preview, pdf: bytes, qtbot: QtBot) -> None:
    preview.show_bytes(pdf, 1)
    with qtbot.waitSignal(preview.record_asked) as asked:
        preview.go_to_record()
    assert asked.args == [[2]]


def test_a_page_is_printed_alone(preview: Preview, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(paper, "print_pages", lambda content, _parent: printed.append(content))
    preview.print_page()
    assert printed == []
    preview.show_bytes(pdf, 1)
    preview.print_page()
    preview.show_bytes(printed[0], 0)
    assert preview.document.pageCount() == 1
    assert "page 2" in preview.document.getAllText(0).text()
