"""Figures of the market: series with their values per period, each with where it is from."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.domain.spelling import words
from missionplanner.domain.translated_names import TranslatedName
from missionplanner.i18n import LANGUAGES, N_, Translator, _

PERIOD = re.compile(r"\d{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])(-\d{2})?)|/\d{2,4})?", re.ASCII)
"""A year, a quarter, half, month or day of one, or two years of accounts: 2024, 2024-Q1, 2024-06, 2023/24."""
USUAL_MONTHS = 24
"""So many months before the mission begins a figure may be as of, where the mission says nothing else."""


class Scale(StrEnum):
    """The unit the values of a series are counted in."""

    ONE = "one"
    THOUSAND = "thousand"
    MILLION = "million"
    BILLION = "billion"

    @property
    def label(self) -> str:
        """The scale in the language of the screen."""
        return _(SCALE_LABELS[self])


SCALE_LABELS = {
    Scale.ONE: N_("As they are"), Scale.THOUSAND: N_("Thousands"), Scale.MILLION: N_("Millions"),
    Scale.BILLION: N_("Billions"),
}  # fmt: skip


class Direction(StrEnum):
    """The way the goods or services of a series go, seen from the home country."""

    NONE = ""
    EXPORTS = "exports"
    IMPORTS = "imports"
    BOTH = "both"
    BALANCE = "balance"

    @property
    def label(self) -> str:
        """The direction in the language of the screen."""
        return _(DIRECTION_LABELS[self])


DIRECTION_LABELS = {
    Direction.NONE: N_("No direction"), Direction.EXPORTS: N_("Exports to the host country"),
    Direction.IMPORTS: N_("Imports from the host country"), Direction.BOTH: N_("Both ways"),
    Direction.BALANCE: N_("Balance"),
}  # fmt: skip


class ChartKind(StrEnum):
    """How packs draw a series."""

    NONE = ""
    BAR = "bar"
    LINE = "line"
    SHARE = "share"

    @property
    def label(self) -> str:
        """The kind in the language of the screen."""
        return _(CHART_LABELS[self])


CHART_LABELS = {
    ChartKind.BAR: N_("Columns"), ChartKind.LINE: N_("Line"), ChartKind.SHARE: N_("Shares of a whole"),
    ChartKind.NONE: N_("Not drawn"),
}  # fmt: skip


class Bounded(StrEnum):
    """Whether a value is exact, or what it is said to be beyond."""

    EXACT = ""
    UNDER = "under"
    OVER = "over"
    ABOUT = "about"

    @property
    def label(self) -> str:
        """The word in the language of the screen."""
        return _(BOUNDED_LABELS[self])


BOUNDED_LABELS = {
    Bounded.EXACT: N_("Exactly"), Bounded.UNDER: N_("Less than"), Bounded.OVER: N_("More than"),
    Bounded.ABOUT: N_("Approximately"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(TranslatedName):
    """A row of figures that count the same."""

    id: int = 0
    uid: str = ""
    code: str = ""
    """The name texts call it by, made of its first one; it never changes, and copies know it by it."""
    name_en: str = ""
    name_fr: str = ""
    name_es: str = ""
    unit: str = ""
    """The thing counted, such as "tonnes" or "%"; it may have three languages: "people | personnes | personas"."""
    currency: str = ""
    """The code of the currency of sums of money."""
    scale: Scale = Scale.ONE
    direction: Direction = Direction.NONE
    sector_id: int | None = None
    """The sector it is of; None for all of them."""
    stop_id: int | None = None
    """The stop it is of; None for the whole country."""
    chart: ChartKind = ChartKind.BAR
    position: int = 0

    @property
    def titles(self) -> tuple[str, ...]:
        """Its names, each once."""
        return tuple(dict.fromkeys(filter(None, (self.name_en, self.name_fr, self.name_es))))

    def title(self, language: str) -> str:
        """Return its name in a language, else in the first it has one in."""
        return self.name(language) or next(iter(self.titles), self.code)

    def unit_in(self, language: str) -> str:
        """Return its unit in a language."""
        parts = [part.strip() for part in self.unit.split("|")]
        place = LANGUAGES.index(language) if language in LANGUAGES else 0
        return (parts[place] if place < len(parts) else "") or parts[0]

    def counted_in(self, t: Translator) -> str:
        """Return what its values count, as a chart says it: "CAD, billions"; empty where they are plain numbers."""
        scale = t(SCALE_LABELS[self.scale]).lower() if self.scale is not Scale.ONE else ""
        return ", ".join(filter(None, (self.currency, scale, self.unit_in(t.language))))

    def is_called(self, text: str) -> bool:
        """Whether it is called so: by its code, or its name in any language."""
        return text.strip().casefold() == self.code or (bool(words(text)) and words(text) in map(words, self.titles))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value of a series in a period, and where it is from."""

    id: int = 0
    uid: str = ""
    series_id: int
    period: str
    """As `PERIOD` has it."""
    value: float
    """Counted as its series says."""
    bounded: Bounded = Bounded.EXACT
    source: str = ""
    """Who says so, as packs print it."""
    link: str = ""
    """The address of the page that says so."""
    as_of: date | None = None
    """The day the source says it of, or was read on."""
    note: str = ""
    """For those who keep it, such as what another source says; packs do not print it."""

    @property
    def is_sourced(self) -> bool:
        """Whether it says where it is from."""
        return bool(self.source.strip())


class Figures:
    """All series of a mission with their values, by name: what texts, charts and lists ask."""

    def __init__(self, series: Iterable[Series] = (), figures: Iterable[Figure] = ()) -> None:
        self.series = tuple(sorted(series, key=lambda one: (one.position, one.uid)))
        self.of: Mapping[int, list[Figure]] = _by_series(figures)

    def called(self, text: str) -> Series | None:
        """Return the series that is called so, by its code first, then by its name in any language."""
        by_code = (one for one in self.series if one.code == text.strip().casefold())
        return next(by_code, None) or next((one for one in self.series if one.is_called(text)), None)

    def get(self, name: str) -> tuple[Series, Figure] | None:
        """Return the figure of a name such as "trade.2024" with its series; None where there is none."""
        code, _dot, period = name.rpartition(".")
        found = self.called(code)
        value = next((one for one in self.of[found.id] if one.period == period), None) if found else None
        return (found, value) if found and value else None

    def name(self, figure: Figure) -> str:
        """Return the name a figure is called by in texts: "trade.2024"."""
        code = next((one.code for one in self.series if one.id == figure.series_id), "")
        return f"{code}.{figure.period}"


def _by_series(figures: Iterable[Figure]) -> Mapping[int, list[Figure]]:
    found: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: (one.period, one.uid)):
        found[figure.series_id].append(figure)
    return found


def is_about(series: Series, sectors: Collection[int], stops: Collection[int]) -> bool:
    """Whether a series concerns those of some sectors who go to some stops: general ones concern everybody."""
    return series.sector_id in (None, *sectors) and series.stop_id in (None, *stops)
