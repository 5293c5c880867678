"""Clashes as a table: each is settled by choosing one of the values two people wrote, or left for later."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Menu, RadioButton, literal
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.safety import clashes
from missionplanner.jobs.safety.clashes import OpenClash, WrittenValue

_LONGEST = 90
"""The characters of a value on its button; the whole of it is in the tooltip."""
_LATER = 1_000
"""The number of the button that leaves a clash open; Qt would give another to a button with -1."""
TAKE = {"mine": N_("Take mine"), "theirs": N_("Take theirs"), "newest": N_("Take the newest"), "": N_("Decide later")}
"""The ways several clashes are settled at once."""


class ClashPane(QWidget):
    """A line a clash; below it the values of the current one with who wrote them when."""

    changed = Signal()
    """Something else is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[OpenClash] = []
        self._places: dict[int, int] = {}
        self.table = DataTable(
            TableModel(_columns(self._places), lambda keys: [(key, self._found[key]) for key in keys]),
            _("What two people wrote"),
            kept="clashes",
        )
        self.values = QButtonGroup(self)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(2)
        self.of_record = self._menu_button(_("All of this record"), self._of_current_record)
        self.everywhere = self._menu_button(_("Everywhere"), lambda: range(len(self._found)))
        self._summary = quiet_label()
        self._build()

    @property
    def chosen(self) -> list[tuple[OpenClash, int]]:
        """The clashes that are settled, each with the number of the value that was chosen."""
        return [(self._found[key], place) for key, place in sorted(self._places.items())]

    def show_clashes(self, found: Sequence[OpenClash]) -> None:
        """Show these clashes, nothing of them chosen."""
        self._found = list(found)
        self._places.clear()
        self.table.rows.set_keys(list(range(len(self._found))))
        self.table.choose([0] if self._found else [])
        self._on_current()
        self._on_changed()

    def take(self, keys: Iterable[int], take: str) -> None:
        """Settle clashes by what is "mine", "theirs" or "newest" in each; with "" they are left for later."""
        for key in keys:
            if take:
                self._places[key] = clashes.place_of(self._found[key], take)
            else:
                self._places.pop(key, None)
        self._on_current()
        self._on_changed()

    def _build(self) -> None:
        row = QHBoxLayout()
        for button in (self.of_record, self.everywhere):
            row.addWidget(button)
        row.addWidget(self._summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons)
        layout.addLayout(row)
        self.table.setMinimumHeight(72)
        self.table.chosen.connect(self._on_current)
        self.table.activated_row.connect(lambda _row: self._go_to_values())
        self.values.idClicked.connect(self._on_clicked)

    def _menu_button(self, text: str, keys: Callable[[], Iterable[int]]) -> QPushButton:
        """Return a button whose menu settles the clashes of these keys at once."""
        button = make_button(text)
        menu = Menu(button)
        for take, words in TAKE.items():
            menu.addAction(_(words)).triggered.connect(lambda _checked=False, t=take: self.take(list(keys()), t))
        button.setMenu(menu)
        return button

    def _current(self) -> int | None:
        keys = self.table.chosen_keys()
        return keys[0] if keys else None

    def _of_current_record(self) -> list[int]:
        """The clashes of the record of the current one."""
        key = self._current()
        if key is None:
            return []
        uid = self._found[key].clash.uid
        return [place for place, one in enumerate(self._found) if one.clash.uid == uid]

    def _go_to_values(self) -> None:
        if button := self.values.checkedButton():
            button.setFocus()

    def _on_current(self) -> None:
        """Show the values of the current clash."""
        for button in self.values.buttons():
            self.values.removeButton(button)
            button.setParent(None)  # deleted later, when the dialog is closed: until then it would be painted
            button.deleteLater()
        key = self._current()
        if key is None:
            return
        for place, value in enumerate(self._found[key].values):
            self._add_button(value_in_words(value), place)
        self._add_button(_("Decide later"), _LATER)
        self.values.button(self._places.get(key, _LATER)).setChecked(True)

    def _add_button(self, text: str, place: int) -> None:
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        button = RadioButton(" ".join(shown.split()))
        button.setToolTip(literal(text) if shown != text else "")
        self.values.addButton(button, place)
        self._buttons.addWidget(button)

    def _on_clicked(self, place: int) -> None:
        key = self._current()
        if key is None:
            return
        if place == _LATER:
            self._places.pop(key, None)
        else:
            self._places[key] = place
        self._on_changed()

    def _on_changed(self) -> None:
        self.table.rows.renew()
        left = len(self._found) - len(self._places)
        chosen = count("{n} is decided", "{n} are decided", len(self._places))
        later = count("{n} is left for later", "{n} are left for later", left)
        self._summary.setText(f"{chosen}, {later}." if self._found else "")
        for button in (self.of_record, self.everywhere):
            button.setEnabled(bool(self._found))
        self.changed.emit()


def value_in_words(value: WrittenValue) -> str:
    """Return a value with who wrote it when, and whether it is the one that is shown."""
    when = current().stamp(value.when.astimezone()) if value.when else ""
    origin = ", ".join(part for part in (value.who, when, _("in this file") if value.is_mine else "") if part)
    text = f"{value.words} – {origin}" if origin else value.words
    return _("{value} (shown)").format(value=text) if value.is_shown else text


def _columns(places: dict[int, int]) -> list[Column]:
    def choice(row: tuple[int, OpenClash]) -> str:
        key, one = row
        return one.values[places[key]].words if key in places else _("later")

    return [
        Column(_("Record"), lambda row: row[1].record, width=100),
        Column(_("About"), lambda row: row[1].about, width=230, grows=True),
        Column(_("Field"), lambda row: row[1].field, width=140),
        Column(_("Shown"), lambda row: row[1].values[0].words, width=180),
        Column(_("Also written"), lambda row: "; ".join(value.words for value in row[1].values[1:]), width=180),
        Column(_("Choice"), choice, width=130, colour=lambda row: "" if row[0] in places else colours().quiet),
    ]
