"""Room in the file dialogs of Qt, where the system has none of its own: sizes, kinds and days are not cut."""

from PySide6.QtCore import QDateTime, QLocale, QObject, QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QFileDialog, QHeaderView, QListView, QSplitter, QTreeView, QWidget

_SIZE, _KIND, _DAY = 1, 2, 3
_BESIDE = 32
"""Pixels around a text of a column."""
_LEAST = 900, 520
"""Pixels a dialog opens with at least, where the screen has them."""
_KINDS = 160
"""Pixels of the kinds, which may be sentences."""
_ARRANGED = "arranged"


class FileDialogs(QObject):
    """Gives each file dialog room when it is first shown; lives as long as the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.focusWindowChanged.connect(lambda _window: arrange(QApplication.activeModalWidget()))


def arrange(dialog: QWidget | None) -> None:
    """Give the list of a file dialog its room, once; anything else is left as it is."""
    if not isinstance(dialog, QFileDialog) or dialog.property(_ARRANGED):
        return
    files, places = dialog.findChild(QTreeView, "treeView"), dialog.findChild(QListView, "sidebar")
    if files is None or places is None:
        return  # the system's own
    dialog.setProperty(_ARRANGED, True)
    room, middle = dialog.screen().availableGeometry(), dialog.frameGeometry().center()
    size = dialog.size().expandedTo(QSize(*_LEAST)).boundedTo(room.size() - QSize(_BESIDE, 2 * _BESIDE))
    place = QRect(QPoint(), size)
    place.moveCenter(middle)
    dialog.setGeometry(place)
    _arrange_columns(files)
    split = dialog.findChild(QSplitter, "splitter")
    if split is not None:
        wanted = places.sizeHintForColumn(0) + _BESIDE
        split.setSizes([wanted, max(dialog.width() - wanted, 1)])


def _arrange_columns(files: QTreeView) -> None:
    """Make the columns as wide as what they say; names get the rest."""
    metrics, header = files.fontMetrics(), files.header()
    texts = {
        _SIZE: QLocale.system().formattedDataSize(1_023_990_000),
        _DAY: QLocale.system().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat),
    }
    header.setStretchLastSection(False)
    for column, text in texts.items():
        header.resizeSection(column, max(metrics.horizontalAdvance(text) + _BESIDE, header.sectionSizeHint(column)))
    header.resizeSection(_KIND, _KINDS)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
