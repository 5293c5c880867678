"""Intents of companies towards one another, as they write them ("sell; third markets (Chile)")."""

import re
from enum import StrEnum

from missionplanner.i18n import N_, _


class Intent(StrEnum):
    """A thing a company wants of another."""

    BUY = "buy"
    SELL = "sell"
    SECOND_SOURCE = "second_source"
    JOINT_PRODUCTION = "joint_production"
    THIRD_MARKETS = "third_markets"
    LICENCE = "licence"
    LOGISTICS = "logistics"
    INVESTMENT = "investment"
    RESEARCH = "research"

    @property
    def label(self) -> str:
        """The intent in the language of the screen."""
        return _(INTENT_LABELS[self])


INTENT_LABELS = {
    Intent.BUY: N_("Buy"),
    Intent.SELL: N_("Sell"),
    Intent.SECOND_SOURCE: N_("Second source of supply"),
    Intent.JOINT_PRODUCTION: N_("Joint production"),
    Intent.THIRD_MARKETS: N_("Third markets"),
    Intent.LICENCE: N_("Licence or technology"),
    Intent.LOGISTICS: N_("Logistics and port"),
    Intent.INVESTMENT: N_("Investment"),
    Intent.RESEARCH: N_("Research"),
}
_PART = re.compile(r"\s*([^();]*?)\s*(?:\(([^)]*)\)|:\s*([^;]*))?\s*")


def parts(text: str) -> list[tuple[str, str]]:
    """Return the entries of a list of intents, each as it is written, with what stands in brackets or after a colon.

    A semicolon separates entries; so does a comma or a line, but not within brackets.
    """
    found = []
    for entry in re.split(r"[;,\n](?![^(]*\))", text):
        match = _PART.fullmatch(entry)
        name, within = (match[1], match[2] or match[3] or "") if match else (entry.strip(), "")
        if name:
            found.append((name, within.strip()))
    return found
