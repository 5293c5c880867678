"""The chips of a mission's own fields: the values companies have, each with how many companies it would leave."""

from collections.abc import Callable
from functools import partial

from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import COUNTED, FieldKind
from missionplanner.gui.widgets.chips import Chip, Option
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.own_line_chips import labels
from missionplanner.i18n import _
from missionplanner.jobs.fields.values import fields
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store

_MOST = 60
"""Different values of a text that are offered, those of most companies."""


class OwnChips:
    """Keeps a chip for each own field of companies.

    changed: called when something else is chosen; listed: returns the filter as it is.
    """

    def __init__(self, store: Store, changed: Callable[[], object], listed: Callable[[], CompanyFilter]) -> None:
        self._store, self._changed, self._listed = store, changed, listed
        self._known: dict[str, OwnField] = {}
        self.chips: dict[str, Chip] = {}

    def fill(self, row: WrappingRow) -> None:
        """Have the chips of the fields there are now, in a row; what is chosen of the others stays."""
        wanted = {one.name: one for one in fields(self._store).of(Subject.COMPANY) if one.kind is not FieldKind.LONG}
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

    def wanted(self) -> tuple[str, ...]:
        """Return what is chosen, as a filter has it."""
        return tuple(f"{name}={value}" for name, chip in self.chips.items() for value in chip.values)

    def show_filter(self, wanted: CompanyFilter) -> None:
        """Choose what a filter asks for."""
        for name, chip in self.chips.items():
            values: list[str | int] = list(wanted.own_values(name))
            if values != chip.values:
                chip.choose(values, labels=labels(self._known[name], values))
            chip.setVisible(bool(chip.values))

    def _chip(self, field: OwnField) -> Chip:
        chip = Chip(field.name, field.label, partial(self._options, field), False, False)
        chip.changed.connect(self._changed)
        chip.removed.connect(lambda: chip.setVisible(False))
        return chip

    def _options(self, field: OwnField) -> list[Option]:
        numbers = self._store.companies.own_facets(self._listed(), field.name, field.kind is FieldKind.SEVERAL)
        values: list[str | int] = sorted((value for value in numbers if value), key=lambda value: -numbers[value])[
            :_MOST
        ]
        if field.kind in COUNTED:
            order = [*field.options_in("en"), "yes", "no"]
            values.sort(key=lambda value: order.index(str(value)) if value in order else len(order))
        chosen = [value for value in self.chips[field.name].values if value and value not in values]
        found = [Option(value, field.shown(str(value)), numbers.get(value, 0)) for value in (*values, *chosen)]
        return [*found, Option("", _("Not said"), numbers.get("", 0))]
