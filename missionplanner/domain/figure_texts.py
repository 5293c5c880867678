"""Figures in words, and in texts: "{figure:trade.2024}" is the stored number, with a note on where it is from."""

import re
from dataclasses import dataclass, field

from missionplanner.domain.figures import Bounded, Figure, Figures, Scale, Series
from missionplanner.domain.links import web
from missionplanner.i18n import N_, Translator

NAMED = re.compile(r"\{(figure|count):\s*([^{}\s]+)\s*\}")
"""A figure of the mission in a text, or a count of what is in it."""
_BOUNDED = {
    Bounded.UNDER: N_("under {value}"), Bounded.OVER: N_("over {value}"), Bounded.ABOUT: N_("about {value}"),
}  # fmt: skip
_SIGNS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def value_in_words(series: Series, figure: Figure, t: Translator) -> str:
    """Return a figure with its unit as a sentence has it: "over CAD 56 billion"."""
    amount = scaled(series.scale, figure.value, t)
    if series.currency:
        amount = t("{currency} {amount}").format(currency=series.currency, amount=amount)
    unit = series.unit_in(t.language)
    if unit:
        amount += unit if unit == "%" and t.language == "en" else f"\u00a0{unit}"
    return bounded(figure.bounded, amount, t)


def scaled(scale: Scale, value: float, t: Translator) -> str:
    """Return a number with its scale in words; below two it is one, as French counts."""
    n = int(abs(value))
    pattern = {
        Scale.ONE: "{n}",
        Scale.THOUSAND: t.plural("{n} thousand", "{n} thousand", n),
        Scale.MILLION: t.plural("{n} million", "{n} million", n),
        Scale.BILLION: t.plural("{n} billion", "{n} billion", n),
    }[scale]
    return pattern.format(n=t.number(value))


def bounded(how: Bounded, value: str, t: Translator) -> str:
    """Return a value in words with what it is said to be beyond: "over 56"."""
    return t(_BOUNDED[how]).format(value=value) if how in _BOUNDED else value


def source_of(figure: Figure, t: Translator) -> str:
    """Return where a figure is from, in a sentence; empty where it does not say. Notes are for those who keep it."""
    if not figure.is_sourced:
        return ""
    said = t("Source: {source}").format(source=" ".join(figure.source.split()).rstrip("."))
    day = t("as of {day}").format(day=t.date(figure.as_of)) if figure.as_of else ""
    return f"{', '.join(filter(None, (said, day)))}."


@dataclass(slots=True)
class FilledNumbers:
    """Puts the stored numbers of a mission into its texts, and keeps the notes on them."""

    figures: Figures
    counts: dict[str, int]
    """The counts of the mission by the names texts call them by."""
    t: Translator
    notes: list[str] = field(default_factory=list)
    """Where the figures are from that were put into a text, in its order, each once."""
    links: dict[str, str] = field(default_factory=dict)
    """The addresses of the pages that say so, by note."""

    def filled(self, text: str) -> str:
        """Return a text with its numbers; what names none stays as it is typed."""
        return NAMED.sub(self._filled, text)

    def _filled(self, match: re.Match[str]) -> str:
        kind, name = match.groups()
        if kind == "count":
            return self.t.number(self.counts[name]) if name in self.counts else match.group()
        found = self.figures.get(name)
        if found is None:
            return match.group()
        note = source_of(found[1], self.t)
        self.links.setdefault(note, web(found[1].link))
        return value_in_words(*found, self.t) + self._sign(note)

    def _sign(self, note: str) -> str:
        if not note:
            return ""
        if note not in self.notes:
            self.notes.append(note)
        return noted(self.notes.index(note) + 1)


def noted(number: int) -> str:
    """Return the sign of a note."""
    return str(number).translate(_SIGNS)


def unknown(text: str, figures: Figures, counts: dict[str, int]) -> list[str]:
    """Return the numbers a text names that the mission does not have."""
    found = []
    for kind, name in NAMED.findall(text):
        if not (name in counts if kind == "count" else figures.get(name)):
            found.append(f"{{{kind}:{name}}}")
    return found
