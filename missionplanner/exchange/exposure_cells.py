"""Where a company exports to, whether tariffs are due, and what it buys where, in the words of forms."""

import re
from functools import cache
from typing import Any

from missionplanner.domain.companies import BoughtInput, Market
from missionplanner.domain.exposure import TARIFF_LABELS, TariffStatus
from missionplanner.domain.spelling import words
from missionplanner.exchange import answers, places, values
from missionplanner.exchange.reader import Reader
from missionplanner.i18n import LANGUAGES, _, translator

_SHARE = re.compile(r"[(:=–—]|\s-\s|\s(?=[\d<>~])")
_ENTRIES = re.compile(r"[;\n•]|(?<=\)),")
"""The separators of inputs; a comma does so only behind a bracket: "Steel (China), Resin (Taiwan, 30 %)"."""
_PARTS = re.compile(r"\s*[|():=–—]\s*|\s-\s|,(?!\d)|(?<!\d),|\s(?=[\d<>~]+(?:[.,]\d+)?\s*%)")
_FROM = re.compile(r"(?:from|de|du|des|d['’]|desde|en|in)\s*\b(.+)", re.IGNORECASE)
_WHERE = re.compile(r"(.+)\s(?:from|in|desde|en|de|du|des|d['’](?=\w))\s*(.+?)", re.IGNORECASE)


def tariff(text: str) -> TariffStatus | None:
    """Return the tariff status that is called so in any language, or that yes or no says; None for any other text."""
    if (status := _tariff_names().get(words(text))) is not None:
        return status
    answer = answers.yes_or_no(text)
    return None if answer is None else TariffStatus.COMPLIANT if answer else TariffStatus.NOT


@cache
def _tariff_names() -> dict[str, TariffStatus]:
    """The statuses by what they are called, in words as they are compared."""
    labels = [(status, translator(one)(label)) for status, label in TARIFF_LABELS.items() for one in LANGUAGES]
    codes = [(status, code) for status in TARIFF_LABELS for code in (status.value, status.name)]
    return {words(name): status for status, name in [*labels, *codes]}


def tariff_of(reader: Reader) -> dict[str, Any]:
    """Return the tariff status of a company as its row says; nothing where it is unknown, what is unclear is noted."""
    column, cell = reader.first("tariff")
    status = tariff(values.text(cell)) if column else TariffStatus.UNKNOWN
    if status is None:
        text = _("“{value}” is no tariff status: compliant, not compliant or unknown.")
        reader.say("unclear_tariff", text.format(value=cell.strip()), column, cell)
    return {"tariff": status} if status else {}


def markets(reader: Reader) -> tuple[Market, ...]:
    """Countries exported to, each perhaps with its share: "United States (60 %); Mexico: 10 %"."""
    found: dict[str, Market] = {}
    for _column, cell in reader.cells("markets"):
        for part in values.entries(cell):
            place = _SHARE.search(part)
            name = part[: place.start()].strip() if place else part
            share = part[place.start() :].strip(" ():=–—-") if place else ""
            country = places.country(name)
            found.setdefault(country, Market(country=country, share=share, position=len(found)))
    return tuple(found.values())


def inputs(reader: Reader) -> tuple[BoughtInput, ...]:
    """Inputs that are bought, one an entry: "Steel | China | 70 %", "Steel, China, 70 %", "Resin (Taiwan)"."""
    cells = [values.text(cell) for _column, cell in reader.cells("inputs")]
    entries = (entry.strip(" \t-–*") for cell in cells for entry in _ENTRIES.split(cell))
    said = [one for one in entries if one and answers.yes_or_no(one) is None and not values.is_nothing(one)]
    found = (bought(one) for one in dict.fromkeys(said))
    return tuple(BoughtInput(what=row[0], country=row[1], share=row[2], position=n) for n, row in enumerate(found))


def bought(entry: str) -> tuple[str, str, str]:
    """Return what an entry says is bought, the country in English and the share; the latter two may be empty."""
    parts = [part.strip(" .") for part in _PARTS.split(entry) if part.strip(" .")]
    if not parts:
        return entry, "", ""
    if len(parts) > 1 and _country(parts[0]) and not _country(parts[1]) and not _has_number(parts[1]):
        parts[:2] = parts[1::-1]
    what, country, rest = parts[0], _country(parts[0]) if len(parts) == 1 else "", list[str]()
    for part in parts[1:]:
        name = _country(part)
        country, rest = (name, rest) if name and not country else (country, [*rest, part])
    match = _WHERE.fullmatch(what)
    if match and not country and (name := _country(match[2])):
        what, country = match[1], name
    shares = [part for part in rest if _has_number(part)]
    return ", ".join([what, *(part for part in rest if part not in shares)]), country, ", ".join(shares)


def _has_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _country(text: str) -> str:
    """Return the English name of a country, also behind "from"; empty for any other text."""
    match = _FROM.fullmatch(text)
    code = places.country_code(text) or (places.country_code(match[1]) if match else "")
    return places.country(code) if code else ""
