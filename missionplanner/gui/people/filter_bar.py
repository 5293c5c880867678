"""The filter above the people: words, and chips that count what they would leave."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from missionplanner.domain.companies import Side
from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_values import Values
from missionplanner.domain.people import in_order
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.gui.widgets.buttons import tool_button
from missionplanner.gui.widgets.chips import Chip, Option
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import as_search
from missionplanner.gui.widgets.listed_screen import ListFilter
from missionplanner.gui.widgets.own_chips import OwnLineChips
from missionplanner.i18n import _, language_name
from missionplanner.jobs.people import listing
from missionplanner.jobs.people.listing import NONE, PeopleFilter, PersonLine


class PeopleFilterBar(ListFilter):
    """The conditions people have to meet to be listed."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[PersonLine] = ()
        self._snapshot: Snapshot | None = None
        as_search(self.text, _("Search names, addresses, posts and organisations"))
        labels = {
            "sides": _("Side"),
            "roles": _("Role"),
            "organisations": _("Organisation"),
            "languages": _("Language"),
        }
        self.chips = {name: Chip(name, label, partial(self._options, name)) for name, label in labels.items()}
        self.own = OwnLineChips(Subject.PERSON, self._timer.start, self._own_left)
        self.clear = tool_button(_("Show all"), "filter-x")
        self._build()

    def fill(self, snapshot: Snapshot, lines: Sequence[PersonLine]) -> None:
        """Count among these people, keeping what is chosen."""
        self._snapshot, self._lines = snapshot, lines
        self.own.fill(snapshot.own, self._row)

    def filter(self) -> PeopleFilter:
        """Return the filter that is chosen."""
        chosen: dict[str, Any] = {name: tuple(chip.values) for name, chip in self.chips.items()}
        return PeopleFilter(self.text.text(), **chosen, own=self.own.wanted)

    def show_filter(self, wanted: PeopleFilter) -> None:
        """Choose what a filter asks for."""
        self.text.setText(wanted.text)
        for name, chip in self.chips.items():
            chip.choose(getattr(wanted, name))
        self.own.choose(wanted.own)
        self._timer.start()

    def reset(self) -> None:
        """Show everybody."""
        self.show_filter(PeopleFilter())

    def words(self) -> str:
        """Return the chosen filter in words, for the heading of a print-out."""
        parts = [chip.toolTip() for chip in self.chips.values() if chip.values] + self.own.words
        if self.text.text().strip():
            parts.insert(0, f"“{self.text.text().strip()}”")
        return "  ·  ".join(parts) or _("Everybody")

    def _build(self) -> None:
        self._row = layout = WrappingRow(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        for chip in self.chips.values():
            chip.changed.connect(self._timer.start)
            layout.addWidget(chip)
        layout.addWidget(self.own.more)
        layout.addWidget(self.clear)
        self.clear.clicked.connect(self.reset)

    def _own_left(self, own: tuple[str, ...]) -> list[Values]:
        return [line.person.own for line in listing.narrowed(self._lines, replace(self.filter(), own=own))]

    def _options(self, name: str) -> list[Option]:
        """The options of a chip as they are now, with the values chosen that no longer occur."""
        numbers = listing.numbers(self._lines, self.filter(), name)
        offers: dict[str, Callable[[dict[Any, int]], list[tuple[Any, str]]]] = {
            "sides": lambda _numbers: [(side.value, side.label) for side in Side],
            "roles": self._roles,
            "organisations": self._organisations,
            "languages": self._languages,
        }
        return [Option(value, label, numbers.get(value, 0)) for value, label in offers[name](numbers)]

    def _roles(self, _numbers: dict[Any, int]) -> list[tuple[Any, str]]:
        roles = in_order(self._snapshot.roles) if self._snapshot else []
        return [*((role.id, role.label) for role in roles), (NONE, _("Not said"))]

    def _organisations(self, numbers: dict[Any, int]) -> list[tuple[Any, str]]:
        known = self._snapshot.company if self._snapshot else {}
        chosen = [key for key in self.chips["organisations"].values if key in known]
        keys = sorted({*numbers, *chosen} - {NONE}, key=lambda key: fold(known[key].name))
        return [(NONE, _("No organisation")), *((key, known[key].name) for key in keys)]

    def _languages(self, numbers: dict[Any, int]) -> list[tuple[Any, str]]:
        codes = dict.fromkeys([*numbers, *self.chips["languages"].values])
        return sorted(((code, language_name(str(code))) for code in codes), key=lambda row: fold(row[1]))
