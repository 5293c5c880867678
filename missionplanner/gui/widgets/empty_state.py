"""The one thing to do next, in place of an empty list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.gui.widgets.plain_text import Label


class EmptyState(QWidget):
    """A sentence and a button, or several, shown instead of an empty list."""

    def __init__(self, text: str, button: QPushButton, *more: QPushButton) -> None:
        super().__init__()
        self.button = button
        layout = QVBoxLayout(self)
        layout.addStretch()
        label = Label(text)
        label.setObjectName("quiet")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        layout.addWidget(label)
        for one in (button, *more):
            one.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout.addWidget(one, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
