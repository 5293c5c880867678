"""The one thing to do next, in place of an empty list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import make_button


class EmptyState(QWidget):
    """A sentence and a button, shown instead of an empty list."""

    clicked = Signal()

    def __init__(self, text: str, action: str, name: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.addStretch()
        label = QLabel(text)
        label.setObjectName("quiet")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        layout.addWidget(label)
        self.action = make_button(action, name, primary=True)
        self.action.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.action.clicked.connect(self.clicked.emit)
        layout.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
