"""The filter above relationships: words, and chips that count what they would leave."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from missionplanner.domain.relationships import Stage
from missionplanner.gui.widgets.buttons import tool_button
from missionplanner.gui.widgets.chips import Chip, Option
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search
from missionplanner.gui.widgets.listed_screen import ListFilter
from missionplanner.i18n import _, current
from missionplanner.jobs.relationships import lines
from missionplanner.jobs.relationships.lines import NONE, DueState, RelationshipFilter, RelationshipLine


class RelationshipFilterBar(ListFilter):
    """The conditions relationships have to meet to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[RelationshipLine] = ()
        as_search(self.text, _("Search in names, owners and next steps"))
        labels = {
            "stages": _("Stage"),
            "sectors": _("Sector"),
            "cities": _("City"),
            "intents": _("Intent"),
            "owners": _("Owner"),
            "dues": _("Next step due"),
        }
        self.chips = {name: Chip(name, label, partial(self._options, name)) for name, label in labels.items()}
        self.clear = tool_button(_("Show all"), "filter-x")
        self._build()

    def fill(self, found: Sequence[RelationshipLine]) -> None:
        """Count among these relationships, keeping what is chosen."""
        self._lines = found

    def filter(self) -> RelationshipFilter:
        """Return the filter that is chosen."""
        chosen: dict[str, Any] = {name: tuple(map(str, chip.values)) for name, chip in self.chips.items()}
        return RelationshipFilter(self.text.text(), **chosen)

    def show_filter(self, wanted: RelationshipFilter) -> None:
        """Choose what a filter asks for."""
        self.text.setText(wanted.text)
        for name, chip in self.chips.items():
            chip.choose(getattr(wanted, name))
        self._timer.start()

    def reset(self) -> None:
        """Show all."""
        self.show_filter(RelationshipFilter())

    def words(self) -> str:
        """Return the chosen filter in words, for the heading of a print-out."""
        parts = [chip.toolTip() for chip in self.chips.values() if chip.values]
        if self.text.text().strip():
            parts.insert(0, f"“{self.text.text().strip()}”")
        return "  ·  ".join(parts) or _("All relationships")

    def _build(self) -> None:
        layout = WrappingRow(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        for chip in self.chips.values():
            chip.changed.connect(self._timer.start)
            layout.addWidget(chip)
        layout.addWidget(self.clear)
        self.clear.clicked.connect(self.reset)

    def _options(self, name: str) -> list[Option]:
        """The options of a chip as they are now, with the values chosen that no longer occur."""
        numbers = lines.numbers(self._lines, self.filter(), name)
        if name == "stages":
            return [Option(stage.value, stage.label, numbers.get(stage.value, 0)) for stage in Stage]
        if name == "dues":
            return [Option(state.value, state.label, numbers.get(state.value, 0)) for state in DueState]
        values = {*numbers, *map(str, self.chips[name].values)} - {NONE}
        ordered = [*sorted(values, key=current().sort_key), NONE]
        return [Option(value, value or _nothing(name), numbers.get(value, 0)) for value in ordered]


def _nothing(name: str) -> str:
    return _("Nobody") if name == "owners" else _("Not said")
