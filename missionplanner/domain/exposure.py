"""Exposure of companies: how much of their exports goes to a market, their tariff status, where inputs are from."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from missionplanner.domain.spelling import fold
from missionplanner.i18n import N_, _, is_currency


class TariffStatus(StrEnum):
    """Whether the exports of a company comply with the trade agreement."""

    UNKNOWN = ""
    COMPLIANT = "compliant"
    NOT = "not"

    @property
    def label(self) -> str:
        """The status in the language of the screen."""
        return _(TARIFF_LABELS[self])


TARIFF_LABELS = {
    TariffStatus.UNKNOWN: N_("Unknown"),
    TariffStatus.COMPLIANT: N_("Compliant"),
    TariffStatus.NOT: N_("Not compliant"),
}


class ExposureMeasure(StrEnum):
    """A figure of the exposure of a company, by which it can be marked."""

    NONE = ""
    TARIFF = "tariff"
    LARGEST = "largest"
    HOST = "host"
    MARKETS = "markets"
    INPUTS = "inputs"

    @property
    def label(self) -> str:
        """The measure in the language of the screen."""
        return _(MEASURE_LABELS[self])


MEASURE_LABELS = {
    ExposureMeasure.NONE: N_("No measure"),
    ExposureMeasure.TARIFF: N_("Tariff status"),
    ExposureMeasure.LARGEST: N_("Share of the largest market (%)"),
    ExposureMeasure.HOST: N_("Share of the host country (%)"),
    ExposureMeasure.MARKETS: N_("Number of export markets"),
    ExposureMeasure.INPUTS: N_("Number of inputs from third countries"),
}
MEASURES = tuple(measure for measure in ExposureMeasure if measure)
"""The measures there are."""


class _Said(Protocol):
    @property
    def country(self) -> str: ...
    @property
    def share(self) -> str: ...


@dataclass(frozen=True, slots=True)
class ReadShare:
    """The numbers in what a company writes as a share."""

    percent: float | None = None
    value: float | None = None
    currency: str = ""


@dataclass(frozen=True, slots=True)
class CountryShare:
    """A country with the part of exports or inputs that is its."""

    country: str
    percent: float | None
    """Of 100: as it is said, else worked out from the values of all; None where neither is."""
    value: float | None
    currency: str


@dataclass(frozen=True, slots=True)
class Exposure:
    """How far a company depends on single countries."""

    exports: tuple[CountryShare, ...]
    """The largest share first."""
    tariff: TariffStatus
    sources: tuple[str, ...] = ()
    """The countries of its inputs, one for each."""

    @property
    def largest(self) -> float | None:
        """The share of its largest market, of 100."""
        return max((one.percent for one in self.exports if one.percent is not None), default=None)

    def to(self, country: str) -> float | None:
        """Return the share of a country; None where it is not said."""
        return next((one.percent for one in self.exports if fold(one.country) == fold(country)), None)

    def measured(self, home: str, host: str) -> Mapping[ExposureMeasure, str]:
        """Return its measures as own fields store values; empty for what is not known."""
        third = [one for one in self.sources if one and fold(one) not in (fold(home), fold(host))]
        numbers = {
            ExposureMeasure.LARGEST: self.largest,
            ExposureMeasure.HOST: self.to(host),
            ExposureMeasure.MARKETS: len(self.exports) or None,
            ExposureMeasure.INPUTS: len(third) if self.sources else None,
        }
        texts = {one: "" if number is None else f"{number:.6g}" for one, number in numbers.items()}
        return {ExposureMeasure.TARIFF: TARIFF_LABELS[self.tariff], **texts}


_PERCENT = re.compile(
    r"(?<![\d.,<>–—-])(?<![<>–—-]\s)(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|per cent|pct|pour cent|por ciento)"
)
_MANY = {
    "k": 1e3, "thousand": 1e3, "mille": 1e3, "mil": 1e3, "milliers": 1e3, "m": 1e6, "million": 1e6, "millions": 1e6,
    "millones": 1e6, "millon": 1e6, "mdp": 1e6, "billion": 1e9, "milliard": 1e9, "milliards": 1e9, "mil millones": 1e9,
}  # fmt: skip
_SIGNS = {"$": "", "us$": "USD", "ca$": "CAD", "c$": "CAD", "mx$": "MXN", "r$": "BRL", "€": "EUR", "£": "GBP"}
_CURRENCY = r"(?:(?<![a-z])[a-z]{3}(?![a-z])|us\$|ca?\$|mx\$|r\$|[$€£])"
_VALUE = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<number>\d+(?:[.,\s]\d{{3}})*(?:[.,]\d+)?)\s*"
    rf"(?P<many>mil millones|[a-z]+)?\.?\s*(?P<after>{_CURRENCY})?"
)


@lru_cache(maxsize=20_000)
def read_share(text: str) -> ReadShare:
    """Return the numbers a share says: "40 %", "CAD 2 million", "12 % (USD 3.5 M)"; none for a range or words alone."""
    plain = " ".join(fold(text).split())
    found = _PERCENT.search(plain)
    percent = float(found[1].replace(",", ".")) if found else None
    if percent is not None and percent > 100:
        percent = None
    value, currency = _value(_PERCENT.sub(" ", plain))
    return ReadShare(percent, value, currency)


def _value(plain: str) -> tuple[float | None, str]:
    """Return a sum of money with its currency; a number without unit or currency says nothing."""
    for found in _VALUE.finditer(plain):
        many, after = found["many"] or "", found["after"] or ""
        if many and many not in _MANY:
            many, after = "", many
        known = _sign(found["before"] or "") or _sign(after)
        # A word behind a number is what is counted ("3 new markets"), unless it is a currency.
        is_counted = bool(after) and not (many or _sign(after))
        if is_counted or not (many or known) or _is_range(plain, found):
            continue
        currency = _SIGNS.get(known, known.upper())
        return (_number(found["number"]) * _MANY.get(many, 1.0), "MXN" if many == "mdp" and not currency else currency)
    return None, ""


def _sign(text: str) -> str:
    """Return the sign or code of a currency; empty for any other word."""
    return text if text in _SIGNS or is_currency(text.upper()) else ""


def _is_range(plain: str, found: re.Match[str]) -> bool:
    around = (plain[: found.start("number")].rstrip()[-1:], plain[found.end("number") :].lstrip()[:1])
    return any(one and one in "-–—<>" for one in around)


def _number(text: str) -> float:
    plain = text.replace(" ", "")
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain):
        return float(re.sub("[.,]", "", plain))
    whole, mark, rest = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", plain).groups()  # type: ignore[union-attr]
    return float(re.sub("[.,]", "", whole) + (f".{rest}" if mark else ""))


def percents(texts: Iterable[str]) -> list[float | None]:
    """Return the shares a company writes, of 100; worked out of the values where only those are said."""
    said = [read_share(text) for text in texts]
    values = [read.value for read in said]
    total = sum(value or 0 for value in values)
    is_whole = None not in values and len({read.currency for read in said}) == 1
    if total and is_whole and all(read.percent is None for read in said):
        return [100 * (value or 0) / total for value in values]
    return [read.percent for read in said]


def largest_share(texts: Iterable[str]) -> float | None:
    """Return the largest of the shares a company writes; None where it says none."""
    return max((one for one in percents(texts) if one is not None), default=None)


def shares(rows: Iterable[_Said]) -> tuple[CountryShare, ...]:
    """Return countries with their shares, the largest first."""
    known = list(rows)
    found = []
    for one, percent in zip(known, percents(row.share for row in known), strict=True):
        read = read_share(one.share)
        found.append(CountryShare(one.country, percent, read.value, read.currency))
    return tuple(sorted(found, key=lambda one: (one.percent is None, -(one.percent or 0))))


def exposure(markets: Iterable[_Said], tariff: TariffStatus, inputs: Iterable[_Said]) -> Exposure:
    """Return the exposure of a company by its rows."""
    return Exposure(shares(markets), tariff, tuple(one.country for one in inputs))


LEAST = (25, 50, 75)
"""The shares of the largest market from which on a company is filtered."""


def classes(largest: float | None) -> str:
    """Return the class of a share of the largest market: "0-24", "25-49", "50-74", "75+"; "?" for none."""
    if largest is None:
        return "?"
    return CLASSES[sum(largest >= limit for limit in LEAST)]


CLASSES = ("0-24", "25-49", "50-74", "75+", "?")


def class_label(name: str) -> str:
    """Return a class of CLASSES as people read it."""
    if name == "?":
        return _("Not said")
    if name.endswith("+"):
        return _("{n} % or more").format(n=name.removesuffix("+"))
    return f"{name.replace('-', '–')} %"


@dataclass(frozen=True, slots=True)
class ExposureSums:
    """The exposure of many companies."""

    companies: int
    tariff: Mapping[TariffStatus, int]
    by_class: Mapping[str, int]
    """The number of companies by the class of their largest market."""
    markets: Sequence[tuple[str, int, float | None]]
    """Each country with how many export there, and the mean of the shares they say; the most first."""
    sources: Sequence[tuple[str, int]]
    """Each country with how many inputs are bought there."""


def summed(found: Collection[Exposure]) -> ExposureSums:
    """Return the exposure of companies together."""
    by_country: dict[str, list[float | None]] = {}
    sources: dict[str, int] = {}
    for one in found:
        for export in one.exports:
            by_country.setdefault(export.country, []).append(export.percent)
        for country in filter(None, one.sources):
            sources[country] = sources.get(country, 0) + 1
    kinds = [classes(one.largest) for one in found]
    return ExposureSums(
        len(found),
        {status: sum(one.tariff is status for one in found) for status in TariffStatus},
        {name: kinds.count(name) for name in CLASSES},
        sorted(
            ((name, len(each), _mean(each)) for name, each in by_country.items()), key=lambda row: (-row[1], row[0])
        ),
        sorted(sources.items(), key=lambda row: (-row[1], row[0])),
    )


def _mean(numbers: Sequence[float | None]) -> float | None:
    said = [number for number in numbers if number is not None]
    return sum(said) / len(said) if said else None
