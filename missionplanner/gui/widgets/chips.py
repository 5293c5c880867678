"""Chips of a filter: each shows a condition and opens its values, with how many companies each would leave."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.spelling import fold
from missionplanner.gui.widgets.asking import ask
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.plain_text import CheckBox, ToolButton, literal
from missionplanner.i18n import _, current

_MANY = 10
"""The number of options above which they can be searched."""
_LEAST, _MOST = 280, 480
"""Pixels of a list, however short or long its options are."""
_BESIDE = 100
"""Pixels of the box before an option, its edges, and the bar of a long list."""
_MEASURED = 8
"""How many of the longest options are measured: the one of most letters need not be the widest."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value a chip can ask for."""

    value: str | int
    label: str
    number: int | None = None
    """How many companies there would be; None where that is not counted."""


class Chip(ToolButton):
    """One condition.

    offer: returns the options as they are when the list opens; single: at most one value can be chosen; joint:
    whether all of the values have to hold can be chosen.
    """

    changed = Signal()
    """Another value is asked for."""
    removed = Signal()
    """Its condition was taken away with the keyboard."""

    def __init__(
        self, name: str, label: str, offer: Callable[[], Sequence[Option]], single: bool = False, joint: bool = False
    ) -> None:
        super().__init__()
        self.name, self.label, self.joint = name, label, joint
        self.values: list[str | int] = []
        self.every = False
        self._offer, self._single = offer, single
        self._labels: dict[str | int, str] = {}
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.clicked.connect(self.open)
        self._show_text()

    def open(self) -> None:
        """Show the options below the chip."""
        popup = _Popup(self, list(self._offer()), self._single)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        popup.list.setFocus()

    def options(self) -> list[Option]:
        """The options as they are now."""
        return list(self._offer())

    def choose(
        self, values: Sequence[str | int], every: bool = False, labels: Mapping[str | int, str] | None = None
    ) -> None:
        """Ask for these values. labels: what they are called, where nothing has to be counted for that."""
        self.values, self.every = list(values), every
        if labels is None:
            labels = {option.value: option.label for option in self._offer()} if values else {}
        self._labels = dict(labels)
        self._show_text()

    def tick(self, value: str | int, on: bool) -> None:
        """Ask for a value, or no longer."""
        others = [] if self._single else [known for known in self.values if known != value]
        self.choose([*others, value] if on else others, self.every)
        self.changed.emit()

    def ask_every(self, every: bool) -> None:
        """Whether all values have to hold instead of any."""
        self.every = every
        self._show_text()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del takes the condition away; Down opens the options."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.choose([])
            self.removed.emit()
            self.changed.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    def _show_text(self) -> None:
        names = [self._labels.get(value, str(value)) for value in self.values]
        joiner = " + " if self.every else ", "
        shown = joiner.join(names[:2]) + (f" +{len(names) - 2}" if len(names) > 2 else "")
        self.setText(f"{self.label}: {shown}" if names else self.label)
        whole = f"{self.label}: {joiner.join(names)}" if names else self.label
        self.setToolTip(literal(whole))
        self.setAccessibleName(whole)
        self.setProperty("active", bool(names))
        # The style sheet looks at properties only while a widget is polished.
        self.style().unpolish(self)
        self.style().polish(self)


class TypedChip(Chip):
    """A condition that is typed in a line instead of chosen; hint: what can be typed."""

    def __init__(self, name: str, label: str, offer: Callable[[], Sequence[Option]], hint: str) -> None:
        super().__init__(name, label, offer, single=True)
        self._hint = hint

    def open(self) -> None:
        """Ask for the text; none takes the condition away."""
        typed = str(self.values[0]) if self.values else ""
        found = ask(self.label, [FormField("text", self.label, hint=self._hint)], {"text": typed}, self)
        if found is not None:
            text = str(found["text"]).strip()
            self.choose([text] if text else [])
            self.changed.emit()


class _Popup(QFrame):
    """The options of a chip: ticked with the mouse or Space, found by typing when they are many."""

    def __init__(self, chip: Chip, options: list[Option], single: bool) -> None:
        super().__init__(chip, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("card")
        self._chip, self._single = chip, single
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(chip.label)
        self.list.setMinimumSize(_narrowest(self.list, options), min(30 * max(len(options), 2) + 12, 360))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        if len(options) > _MANY:
            find = QLineEdit()
            find.setPlaceholderText(_("Find"))
            find.setAccessibleName(_("Find"))
            find.textChanged.connect(self._narrow)
            layout.addWidget(find)
        layout.addWidget(self.list)
        if chip.joint:
            layout.addWidget(self._every_box())
        self._fill(options)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.itemActivated.connect(self._on_activated)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the chip that is pressed beside the list at once; on its own chip the list only closes."""
        pressed = self._chip_at(event.globalPosition().toPoint())
        if pressed is None:
            super().mousePressEvent(event)
            return
        # Some systems would hand the press on to the chip, which would open a second time.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.close()
        if pressed is not self._chip:
            QTimer.singleShot(0, pressed, pressed.open)

    def _chip_at(self, place: QPoint) -> Chip | None:
        if self.rect().contains(self.mapFromGlobal(place)):
            return None
        chips = self._chip.window().findChildren(Chip)
        return next((one for one in chips if one.isVisible() and one.rect().contains(one.mapFromGlobal(place))), None)

    def _fill(self, options: list[Option]) -> None:
        # These ticks are the chip's, not the user's.
        self.list.blockSignals(True)
        for option in options:
            item = QListWidgetItem(_text_of(option))
            item.setData(Qt.ItemDataRole.UserRole, option.value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = option.value in self._chip.values
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        if options:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _every_box(self) -> QWidget:
        box = CheckBox(_("All of them have to hold"))
        box.setChecked(self._chip.every)
        box.toggled.connect(self._on_every)
        return box

    def _on_every(self, on: bool) -> None:
        self._chip.ask_every(on)
        self._count_again()

    def _on_ticked(self, item: QListWidgetItem) -> None:
        self._chip.tick(item.data(Qt.ItemDataRole.UserRole), item.checkState() is Qt.CheckState.Checked)
        if self._single:
            self.close()
        else:
            self._count_again()

    def _on_activated(self, item: QListWidgetItem) -> None:
        on = item.checkState() is not Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _count_again(self) -> None:
        """Show the numbers anew: what is ticked narrows the other options."""
        numbers = {option.value: option for option in self._chip.options()}
        # A new text is a change of the item too, and would be taken for a tick.
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            option = numbers.get(item.data(Qt.ItemDataRole.UserRole))
            if option and option.number is not None:
                item.setText(_text_of(option))
        self.list.blockSignals(False)

    def _narrow(self, text: str) -> None:
        for row in range(self.list.count()):
            self.list.item(row).setHidden(fold(text) not in fold(self.list.item(row).text()))


def _text_of(option: Option) -> str:
    return option.label if option.number is None else f"{option.label}   {current().number(option.number)}"


def _narrowest(box: QListWidget, options: Sequence[Option]) -> int:
    """The pixels the longest options need, within bounds."""
    longest = sorted(map(_text_of, options), key=len)[-_MEASURED:]
    text = max(map(box.fontMetrics().horizontalAdvance, longest), default=0)
    return max(_LEAST, min(text + _BESIDE, _MOST))
