"""The filter above the companies: free text, and chips that count what they would leave."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout

from missionplanner.domain.applications import Status, same_words, statuses_of
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import OrganisationKind, in_order
from missionplanner.domain.regions import region_name
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.companies import exposure_options
from missionplanner.gui.widgets.buttons import tool_button
from missionplanner.gui.widgets.chips import Chip, Option, TypedChip
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import set_placeholder
from missionplanner.gui.widgets.listed_screen import ListFilter
from missionplanner.gui.widgets.own_chips import OwnChips
from missionplanner.gui.widgets.plain_text import Menu, ToolButton, literal
from missionplanner.i18n import LANGUAGES, N_, OWN_NAMES, _, current
from missionplanner.jobs.companies.free_filter import FreeFilter
from missionplanner.jobs.fields.values import fields
from missionplanner.store.conditions import HAS, SIZES, CompanyFilter
from missionplanner.store.search_fields import names_in
from missionplanner.store.store import Store

HAS_LABELS = {
    "delegate": N_("a delegate"), "consent": N_("consent"), "meetings": N_("meetings"), "requests": N_("requests"),
    "logo": N_("a logo"), "attachments": N_("attachments"), "description_en": N_("a description in English"),
    "description_fr": N_("a description in French"), "description_es": N_("a description in Spanish"),
    "review": N_("a review"), "announced": N_("been informed of a decision"),
    "edited": N_("been edited since accepted"), "fee": N_("a settled fee"),
}  # fmt: skip
_ALWAYS = ("side", "sectors", "statuses", "stops")
_SINGLE = ("side", "since", "incomplete", "free")
_JOINT = ("sectors", "stops", "languages", "markets", "sources", "has", "lacks")


def chip_labels() -> dict[str, str]:
    """The names of the chips, in their order."""
    return {
        "side": _("Side"),
        "sectors": _("Sector"),
        "statuses": _("Status"),
        "stops": _("Stop"),
        "regions": _("Province or state"),
        "sizes": _("Size"),
        "languages": _("Language"),
        "reviewers": _("Reviewer"),
        "kinds": _("Kind of organisation"),
        **exposure_options.labels(),
        "has": _("Has"),
        "lacks": _("Has no"),
        "since": _("Changed since"),
        "incomplete": _("Completeness"),
        "free": _("Free at"),
    }


class FilterBar(ListFilter):
    """The conditions companies have to meet to be listed."""

    def __init__(self, store: Store, snapshot: Callable[[], Snapshot] | None = None) -> None:
        super().__init__()
        self._store, self._free = store, FreeFilter(snapshot or store.snapshot)
        self._sectors: list[Sector] = []
        self._stops: list[Stop] = []
        set_placeholder(self.text, _("Search in every field, or city:lévis"), _("Search"))
        self.text.setAccessibleName(_("Search in every field"))
        self.text.setToolTip(
            literal(
                _("A word before a colon searches one field: {fields}").format(
                    fields=", ".join(names_in(current().language))
                )
            )
        )
        self.text.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.chips = {name: self._chip(name, label) for name, label in chip_labels().items()}
        self.own = OwnChips(Subject.COMPANY, self._timer.start, self._own_numbers)
        self._second = WrappingRow()
        self.more = ToolButton()
        self.more.setText(_("More filters"))
        self.more.setObjectName("chip")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.clear = tool_button(_("Show all"), "filter-x")
        self._build()

    def fill(self) -> None:
        """Offer the sectors and stops the mission has now, keeping what is chosen."""
        self._sectors, self._stops = self._store.all(Sector), self._store.all(Stop)
        self.own.fill(fields(self._store), self._second)

    def filter(self) -> CompanyFilter:
        """Return the filter that is chosen."""
        chosen: dict[str, Any] = {name: tuple(chip.values) for name, chip in self.chips.items() if name not in _SINGLE}
        side, since, free = (self.chips[name].values for name in ("side", "since", "free"))
        chosen["statuses"] = _with_same_words(chosen["statuses"], self._side())
        every = tuple(name for name, chip in self.chips.items() if chip.every and len(chip.values) > 1)
        return CompanyFilter(
            side=str(side[0]) if side else "",
            since=_day(int(since[0])) if since else "",
            incomplete=bool(self.chips["incomplete"].values),
            text=self.text.text(),
            free=str(free[0]) if free else "",
            every=every,
            own=self.own.wanted,
            **chosen,
        )

    def listed(self) -> CompanyFilter:
        """Return the filter that is chosen, with who is free found out."""
        return self._free.resolved(self.filter())

    def _own_numbers(self, field: OwnField) -> dict[str, int]:
        return self._store.companies.own_facets(self.listed(), field.name, field.kind is FieldKind.SEVERAL)

    def free_words(self) -> str:
        """Return the time that was understood where it is asked who is free, or that there is none; else nothing."""
        times = self._free.times(self.filter())
        known = [time for time in times if time]
        if len(known) < len(times):
            return _("No time of meetings fits this.")
        return _("Free: {time}").format(time=self._free.words(known)) if known else ""

    def show_filter(self, wanted: CompanyFilter) -> None:
        """Choose what a filter asks for."""
        self.text.setText(wanted.text)
        for name, chip in self.chips.items():
            values = getattr(wanted, name)
            if name in ("side", "free"):
                values = [values] if values else []
            elif name == "statuses":
                values = _offered_words(values, self._side())
            elif name == "since":
                values = [_days_ago(values)] if values else []
            elif name == "incomplete":
                values = ["incomplete"] if values else []
            chip.choose(values, name in wanted.every)
            chip.setVisible(name in _ALWAYS or bool(chip.values))
        self.own.fill(fields(self._store), self._second)
        self.own.choose(wanted.own)
        self._timer.start()

    def reset(self) -> None:
        """Show all."""
        self.show_filter(CompanyFilter())

    def words(self) -> str:
        """Return the chosen filter in words, for the heading of a print-out."""
        parts = [chip.toolTip() for chip in self.chips.values() if chip.values] + self.own.words
        if self.text.text().strip():
            parts.insert(0, f"“{self.text.text().strip()}”")
        return "  ·  ".join(parts) or _("All companies")

    def _build(self) -> None:
        first, second = WrappingRow(), self._second
        first.addWidget(self.text, 1)
        for name, chip in self.chips.items():
            chip.changed.connect(self._timer.start)
            chip.removed.connect(lambda c=chip, n=name: c.setVisible(n in _ALWAYS))
            (first if name in _ALWAYS else second).addWidget(chip)
            if name not in _ALWAYS:  # one that is shown before it stands on a screen would be a window of its own
                chip.hide()
        menu = Menu(self.more)
        menu.aboutToShow.connect(lambda: self._offer_more(menu))
        self._offer_more(menu)
        self.more.setMenu(menu)
        first.addWidget(self.more)
        first.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addLayout(second)
        self._timer.timeout.connect(self._call_statuses)
        self.clear.clicked.connect(self.reset)

    def _offer_more(self, menu: Menu) -> None:
        """Offer the filters that are not always shown, those of own fields last."""
        menu.clear()
        hidden = [chip for name, chip in self.chips.items() if name not in _ALWAYS]
        for chip in (*hidden, *self.own.chips.values()):
            menu.entry(chip.label).triggered.connect(lambda _checked=False, c=chip: _open(c))

    def _chip(self, name: str, label: str) -> Chip:
        offer = partial(self._options, name)
        if name == "free":
            return TypedChip(name, label, offer, _("Time, such as “10” or “tue 10:30”"))
        return Chip(name, label, offer, name in _SINGLE, name in _JOINT)

    def _options(self, name: str) -> Sequence[Option]:
        """The options of a chip as they are now."""
        offers: dict[str, Callable[[], list[Option]]] = {
            "side": self._sides,
            "sectors": self._sector_options,
            "statuses": self._statuses,
            "stops": self._stop_options,
            "sizes": self._sizes,
            "languages": self._languages,
            "kinds": self._kinds,
            **{one: partial(exposure_options.of, one, self._numbers, self.chips) for one in exposure_options.NAMES},
            "has": lambda: self._having("has"),
            "lacks": lambda: self._having("lacks"),
            "since": self._since,
            "incomplete": self._incomplete,
            "free": lambda: [Option(value, str(value)) for value in self.chips["free"].values],
        }
        return offers[name]() if name in offers else self._counted(name)

    def _numbers(self, name: str) -> dict[str | int, int]:
        return self._store.companies.facets(self.listed(), name)

    def _counted(self, name: str) -> list[Option]:
        """Values as they occur, with their numbers and the values chosen that no longer occur."""
        numbers = self._numbers(name)
        values = [*numbers, *(value for value in self.chips[name].values if value not in numbers)]
        language = current().language if name == "regions" else ""
        return [Option(value, region_name(str(value), language), numbers.get(value, 0)) for value in values]

    def _sides(self) -> list[Option]:
        numbers = self._numbers("side")
        labels = {"delegation": _("Delegation"), "counterpart": _("Counterparts")}
        return [Option(value, label, numbers.get(value, 0)) for value, label in labels.items()]

    def _sector_options(self) -> list[Option]:
        numbers, language = self._numbers("sectors"), current().language
        found = []
        for sector in (one for one in self._sectors if one.parent_id is None):
            found.append(Option(sector.code, sector.name(language), numbers.get(sector.code, 0)))
            subs = [one for one in self._sectors if one.parent_id == sector.id]
            found += [Option(sub.code, f"    {sub.name(language)}", numbers.get(sub.code, 0)) for sub in subs]
        return found

    def _side(self) -> tuple[Side, ...]:
        """The side that is asked for, as the only one; none for both."""
        return tuple(Side(str(value)) for value in self.chips["side"].values)

    def _statuses(self) -> list[Option]:
        """The statuses in the words of the side that is asked for; those with the same words are one option."""
        numbers, sides = self._numbers("statuses"), self._side()
        return [
            Option(s.value, s.label(*sides), sum(numbers.get(one.value, 0) for one in same_words([s], *sides)))
            for s in statuses_of(*sides)
        ]

    def _call_statuses(self) -> None:
        """Call the statuses as the side does that is asked for now."""
        chip = self.chips["statuses"]
        if chip.values:
            chip.choose(_offered_words(chip.values, self._side()))

    def _stop_options(self) -> list[Option]:
        wanted, name = self.listed(), current().language
        options = []
        for stop in self._stops:
            narrowed = wanted if "stops" in wanted.every else wanted.without("stops")
            counts = self._store.companies.counts(replace(narrowed, stops=(*narrowed.stops, stop.id)))
            options.append(Option(stop.id, stop.name(name), sum(counts.values())))
        return options

    def _sizes(self) -> list[Option]:
        numbers = self._numbers("sizes")
        labels = {size: _("{size} employees").format(size=size) for size in SIZES} | {"?": _("Not said")}
        return [Option(size, label, numbers.get(size, 0)) for size, label in labels.items()]

    def _languages(self) -> list[Option]:
        numbers = self._numbers("languages")
        codes = list(dict.fromkeys([*LANGUAGES, *map(str, numbers)]))
        return [Option(code, OWN_NAMES.get(code, code), numbers.get(code, 0)) for code in codes]

    def _kinds(self) -> list[Option]:
        numbers = self._numbers("kinds")
        kinds = in_order(self._store.all(OrganisationKind))
        labels = {kind.id: kind.label for kind in kinds} | {0: _("Not said")}
        return [Option(key, label, numbers.get(key, 0)) for key, label in labels.items()]

    def _having(self, name: str) -> list[Option]:
        wanted = self.listed()
        base = wanted if name in wanted.every else wanted.without(name)
        options = []
        for code in HAS:
            codes = (*getattr(base, name), code)
            narrowed = replace(base, has=codes) if name == "has" else replace(base, lacks=codes)
            options.append(Option(code, _(HAS_LABELS[code]), sum(self._store.companies.counts(narrowed).values())))
        return options

    def _since(self) -> list[Option]:
        labels = {
            1: _("Since yesterday"),
            7: _("In the last 7 days"),
            30: _("In the last 30 days"),
            90: _("In the last 90 days"),
        }
        base = self.listed()
        counts = {days: self._store.companies.counts(replace(base, since=_day(days))) for days in labels}
        return [Option(days, label, sum(counts[days].values())) for days, label in labels.items()]

    def _incomplete(self) -> list[Option]:
        counts = self._store.companies.counts(replace(self.listed(), incomplete=True))
        return [Option("incomplete", _("Something is missing"), sum(counts.values()))]


def _with_same_words(values: tuple[str, ...], sides: tuple[Side, ...]) -> tuple[str, ...]:
    """Return statuses together with those that are called the same."""
    return tuple(dict.fromkeys([*values, *(s.value for s in same_words(map(Status, values), *sides))]))


def _offered_words(values: Sequence[str | int], sides: tuple[Side, ...]) -> list[str | int]:
    """Return the statuses that are offered for these: of those called the same the first."""
    wanted = {status.message(*sides).stored() for status in map(Status, map(str, values))}
    return [status.value for status in statuses_of(*sides) if status.message(*sides).stored() in wanted]


def _open(chip: Chip) -> None:
    chip.setVisible(True)
    # Later, when the chip has its place: the options open below it.
    QTimer.singleShot(0, chip, chip.open)


def _day(days: int) -> str:
    """Return the day so many days ago, in ISO format."""
    return (date.today() - timedelta(days=days)).isoformat()  # noqa: DTZ011


def _days_ago(day: str) -> int:
    return (date.today() - date.fromisoformat(day)).days  # noqa: DTZ011
