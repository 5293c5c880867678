"""The one thing to do next, in place of an empty list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QTableView, QVBoxLayout, QWidget

from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _


class EmptyState(QWidget):
    """A sentence and a button, or several, shown instead of an empty list."""

    def __init__(self, text: str, button: QPushButton, *more: QPushButton) -> None:
        super().__init__()
        self.button = button
        self.label = label = Label(text)
        layout = QVBoxLayout(self)
        layout.addStretch()
        label.setObjectName("quiet")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        layout.addWidget(label)
        for one in (button, *more):
            one.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout.addWidget(one, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()


_EDGE = 12
"""Pixels a table needs besides its headings and contents."""


class EmptyTable(EmptyState):
    """A sentence on the rows a table will hold, and the button that begins, shown over it while it has none.

    Of a list that is only narrowed to nothing it says that, without the button.
    """

    def __init__(self, table: QTableView, text: str, button: QPushButton, *more: QPushButton) -> None:
        super().__init__(text, button, *more)
        self._table, self._text, self._buttons = table, text, (button, *more)
        self._is_narrowed = False
        over = QVBoxLayout(table.viewport())
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self)
        model = table.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(lambda *_words: self._follow())
        self._follow()

    def narrowed(self, is_narrowed: bool) -> None:
        """Say whether there are rows that a search or choice hides."""
        self._is_narrowed = is_narrowed
        self._follow()

    def _follow(self) -> None:
        self.label.setText(_("Nothing fits what is searched or chosen above.") if self._is_narrowed else self._text)
        for button in self._buttons:
            button.setVisible(not self._is_narrowed)
        is_empty = self._table.model().rowCount() == 0
        self.setVisible(is_empty)
        heading = self._table.horizontalHeader().sizeHint().height()
        self._table.setMinimumHeight(heading + self.sizeHint().height() + _EDGE if is_empty else 0)
