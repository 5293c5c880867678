"""The chips of own fields above a list, each value with how many lines it would leave."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtWidgets import QToolButton

from missionplanner.domain import own_filters
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import COUNTED, FieldKind
from missionplanner.domain.own_values import Values
from missionplanner.gui.widgets.chips import Chip, Option
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.plain_text import Menu, ToolButton
from missionplanner.i18n import _

_MOST = 60
"""Different values of a text that are offered, those of most lines."""
Numbers = Callable[[OwnField], Mapping[str, int]]
"""Returns how many lines would be left with each value of a field, were the field itself left open."""
Left = Callable[[tuple[str, ...]], Iterable[Values]]
"""Returns the values of the lines that would be left, were this asked of own fields."""


class OwnChips:
    """Keeps a chip for each own field of a kind of record.

    changed: called when something else is chosen; numbers: counts the lines.
    """

    def __init__(self, subject: Subject, changed: Callable[[], object], numbers: Numbers) -> None:
        self._subject, self._changed, self._numbers = subject, changed, numbers
        self._known: dict[str, OwnField] = {}
        self.chips: dict[str, Chip] = {}

    def fill(self, own: OwnFields, row: WrappingRow) -> None:
        """Have the chips of the fields there are now, in a row; what is chosen of the others stays."""
        wanted = {one.name: one for one in own.of(self._subject) if one.kind is not FieldKind.LONG}
        if wanted == self._known:
            return
        kept = {name: chip.values for name, chip in self.chips.items() if name in wanted}
        for chip in self.chips.values():
            row.removeWidget(chip)
            chip.deleteLater()
        self._known = wanted
        self.chips = {name: self._chip(one) for name, one in wanted.items()}
        for name, chip in self.chips.items():
            row.addWidget(chip)
            chip.choose(kept.get(name, []), labels=labels(self._known[name], kept.get(name, [])))
            chip.setVisible(bool(chip.values))

    @property
    def wanted(self) -> tuple[str, ...]:
        """The chosen values, as a filter has them."""
        return tuple(f"{name}={value}" for name, chip in self.chips.items() for value in chip.values)

    @property
    def words(self) -> list[str]:
        """The chosen values, in words."""
        return [chip.toolTip() for chip in self.chips.values() if chip.values]

    def choose(self, wanted: own_filters.Wanted) -> None:
        """Choose what a filter asks for."""
        for name, chip in self.chips.items():
            values: list[str | int] = list(own_filters.values_of(wanted, name))
            if values != chip.values:
                chip.choose(values, labels=labels(self._known[name], values))
            chip.setVisible(bool(chip.values))

    def _chip(self, field: OwnField) -> Chip:
        chip = Chip(field.name, field.label, partial(self._options, field), False, False)
        chip.changed.connect(self._changed)
        chip.removed.connect(lambda: chip.setVisible(False))
        return chip

    def _options(self, field: OwnField) -> list[Option]:
        numbers = self._numbers(field)
        values = sorted((value for value in numbers if value), key=lambda value: -numbers[value])[:_MOST]
        if field.kind in COUNTED:
            order = [*field.options_in("en"), "yes", "no"]
            values.sort(key=lambda value: order.index(value) if value in order else len(order))
        chosen = [str(value) for value in self.chips[field.name].values if value and value not in values]
        options = [Option(value, field.shown(value), numbers.get(value, 0)) for value in (*values, *chosen)]
        return [*options, Option("", _("Not said"), numbers.get("", 0))]


class OwnLineChips(OwnChips):
    """Counts lines that are at hand, and has the button that shows the fields nobody asked for yet.

    left: returns the lines.
    """

    def __init__(self, subject: Subject, changed: Callable[[], object], left: Left) -> None:
        super().__init__(subject, changed, self._counted)
        self._left = left
        self.more = ToolButton()
        self.more.setText(_("More filters"))
        self.more.setObjectName("chip")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = Menu(self.more)
        self._menu.aboutToShow.connect(self._offer)
        self.more.setMenu(self._menu)
        self.more.hide()

    def fill(self, own: OwnFields, row: WrappingRow) -> None:
        """Have the chips of the fields there are now, and the button where there are any."""
        super().fill(own, row)
        self.more.setVisible(bool(self.chips))

    def _counted(self, field: OwnField) -> Mapping[str, int]:
        found = self._left(own_filters.without(self.wanted, field.name))
        return own_filters.counts(found, field.name, field.kind is FieldKind.SEVERAL)

    def _offer(self) -> None:
        self._menu.clear()
        for chip in self.chips.values():
            self._menu.entry(chip.label).triggered.connect(lambda _checked=False, one=chip: self._show(one))

    def _show(self, chip: Chip) -> None:
        chip.show()
        chip.open()


def labels(field: OwnField, values: Iterable[str | int]) -> dict[str | int, str]:
    """Return what values of a field are called in its chip."""
    return {value: field.shown(str(value)) if value else _("Not said") for value in values}
