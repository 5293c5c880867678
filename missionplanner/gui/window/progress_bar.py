"""The bar in the status line while something long is under way, and the button that ends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from missionplanner.gui.widgets.buttons import tool_button
from missionplanner.i18n import _


class Working(QWidget):
    """How far an act is (0 to 1). `cancelled` is sent when it is not wanted any more."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bar = QProgressBar(maximum=1000)
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = tool_button(_("Cancel what is under way"), "x")
        self.cancel.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel)
        self.hide()

    def begin(self) -> None:
        """Show an empty bar."""
        self.bar.setValue(0)
        self.cancel.setEnabled(True)
        self.show()

    def set_fraction(self, fraction: float) -> None:
        """Show how far it is."""
        self.bar.setValue(round(fraction * 1000))

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancelled.emit()
