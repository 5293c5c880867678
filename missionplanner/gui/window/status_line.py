"""The line at the bottom: what is open or under way, how far that is, and the button that ends it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QStatusBar, QWidget

from missionplanner import user
from missionplanner.gui.widgets.plain_text import Label, PushButton, literal
from missionplanner.i18n import _

Act = tuple[str, Callable[[], object]]
"""The text of a button, and what it does."""

_EDGE = 8
"""Pixels left of the text."""
_NARROW = 960
"""Pixels below which signs stand for words that say the same all day."""


class FittingLabel(Label):
    """A label that shortens its text where there is no room for it: a path in its middle, words at their end."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setContentsMargins(_EDGE, 0, 0, 0)

    def show_text(self, text: str) -> None:
        """Show as much of a text as there is room for; its tooltip has the whole."""
        self._whole = text
        self.setToolTip(literal(text))
        self._fit()

    def text(self) -> str:
        """The whole text, of which less may be seen."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_path = Path(self._whole).is_absolute()
        mode = Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight
        # Before it is laid out it has no width of its own.
        shown = (
            self.fontMetrics().elidedText(self._whole, mode, self.contentsRect().width())
            if self.isVisible()
            else self._whole
        )
        if shown != super().text():
            self.setText(shown)


class StatusLine(QStatusBar):
    """A text, and a bar while something long is under way."""

    cancelled = Signal()
    """The job that is running is to be cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.text = FittingLabel()
        self.addWidget(self.text, 1)
        offered = QWidget()
        self._offered = QHBoxLayout(offered)
        self._offered.setContentsMargins(0, 0, 0, 0)
        self.addPermanentWidget(offered)
        self.shared = Label()
        self.shared.setObjectName("quiet")
        self.shared.hide()
        self.addPermanentWidget(self.shared)
        self._saved = "", ""
        self.saved = Label()
        self.saved.setObjectName("quiet")
        self.addPermanentWidget(self.saved)
        self.acts: list[QPushButton] = []
        """The buttons for what can be done about what is said: undo it, show it."""
        self.progress: ProgressPane | None = None
        self._name: PushButton | None = None

    def show_text(self, text: str) -> None:
        """Show a text until the next one."""
        self.say(text, ())

    def say(self, text: str, acts: Sequence[Act]) -> None:
        """Show what was done, with buttons for what can be done about it, until the next text."""
        self.text.show_text(text)
        for old in self.acts:
            old.hide()
            old.deleteLater()
        self.acts = [self._button(name, act) for name, act in acts]

    def show_shared(self, text: str, behind: str) -> None:
        """Show how far what is shared with others is, with what stands behind it as a tooltip; empty: nothing is."""
        self.shared.setText(text)
        self.shared.setToolTip(literal(behind))
        self.shared.setVisible(bool(text))

    def show_saved(self, text: str, where: str, sign: str = "") -> None:
        """Show whether everything is stored, and where as a tooltip; by a sign where the line is narrow."""
        self._saved = text, sign or text
        self.saved.setToolTip(literal("\n".join((text, where)).strip()))
        self.saved.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text the room it needs."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.saved.setText(self._saved[self.width() < _NARROW])

    def _button(self, name: str, act: Callable[[], object]) -> QPushButton:
        button = PushButton(name)
        button.setFlat(True)
        button.clicked.connect(lambda: act())
        self._offered.addWidget(button)
        return button

    def begin(self, title: str) -> None:
        """Show that something is under way."""
        self._pane().begin()
        self.show_text(title)

    def show_progress(self, fraction: float, text: str) -> None:
        """Show how far it is (0 to 1), and what is done if that is said."""
        self._pane().bar.setValue(round(fraction * 1000))
        if text:
            self.show_text(text)

    def end(self, text: str) -> None:
        """Show that nothing is under way any more."""
        self._pane().hide()
        self.show_text(text)

    def dress(self) -> None:
        """Have what is under way shown in the language and theme there are now."""
        if self.progress is not None:
            self.progress.dress()

    def ask_name(self, ask: Callable[[], None]) -> None:
        """Offer to say one's name where nobody's is known; it is asked for once, and not before anything else."""
        if self._name is None and not user.is_known():
            self._name = PushButton()
            self._name.setFlat(True)
            self._name.clicked.connect(ask)
            self.addPermanentWidget(self._name)
        if self._name is not None:
            self._name.setText(_("What is your name?"))
            self._name.setVisible(not user.is_known())

    def _pane(self) -> "ProgressPane":
        """The bar, made when it is first needed: its icon would be drawn before the window’s first picture."""
        if self.progress is None:
            self.progress = ProgressPane()
            self.progress.cancelled.connect(self.cancelled.emit)
            self.addPermanentWidget(self.progress)
        return self.progress


class ProgressPane(QWidget):
    """The progress of a job, and the button that cancels it."""

    cancelled = Signal()

    def __init__(self) -> None:
        from missionplanner.gui.widgets.buttons import tool_button  # slow import

        super().__init__()
        self.bar = QProgressBar(maximum=1000)
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.cancel = tool_button("", "x")
        self.cancel.clicked.connect(self._on_cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(self.cancel)
        self.hide()

    def begin(self) -> None:
        """Show an empty bar, in the language and theme there are now."""
        self.dress()
        self.bar.setValue(0)
        self.cancel.setEnabled(True)
        self.show()

    def dress(self) -> None:
        """Take the language and theme there are now."""
        from missionplanner.gui.widgets.icons import icon  # slow import

        self.bar.setAccessibleName(_("Progress"))
        self.cancel.setIcon(icon("x"))
        self.cancel.setAccessibleName(_("Cancel what is under way"))
        self.cancel.setToolTip(literal(_("Cancel what is under way")))

    def _on_cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.cancelled.emit()
