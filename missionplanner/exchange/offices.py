"""Where meetings are held, where an office is and the clocks there, in the words of forms."""

import re
from typing import Any

from missionplanner.domain.coordinates import point
from missionplanner.domain.home_zones import zone_named
from missionplanner.domain.meets_at import MEETS_AT_LABELS, MeetsAt
from missionplanner.domain.spelling import words
from missionplanner.exchange import values
from missionplanner.exchange.reader import Reader
from missionplanner.i18n import LANGUAGES, _, translator

_OFFICE = re.compile(
    r"\b(office|offices|premises|plant|bureau|bureaux|locaux|usine|oficina|oficinas|instalaciones|planta)\b"
)
_TABLE = re.compile(r"\b(table|tables|venue|hotel|centre|center|mesa|mesas|lieu|sede|salon|salle|hall)\b")


def read(reader: Reader) -> dict[str, Any]:
    """Return where a company meets others, the coordinates of its office and its clocks, as its row says.

    What is unclear is noted.
    """
    found: dict[str, Any] = {}
    column, cell = reader.first("meets_at")
    if values.text(cell):
        where = place_of(cell)
        if where is None:
            text = _("“{value}” is no place of meetings.").format(value=cell.strip())
            reader.say("unclear_place", text, column, cell)
        elif where:
            found["meets_at"] = where
    column, cell = reader.first("coordinates")
    if point(cell):
        found["coordinates"] = cell.strip()
    elif values.text(cell):
        text = _("“{value}” are no coordinates, such as 19.4326, -99.1332.").format(value=cell.strip())
        reader.say("unclear_coordinates", text, column, cell)
    column, cell = reader.first("time_zone")
    if zone := zone_named(cell):
        found["time_zone"] = zone
    elif values.text(cell):
        text = _("“{text}” is no city or time zone that is known, such as Lyon or America/Mexico_City.")
        reader.say("unclear_zone", text.format(text=cell.strip()), column, cell)
    return found


def place_of(text: str) -> MeetsAt | None:
    """Return the place a cell names; None where it names none, or both."""
    folded = words(text)
    for place, label in MEETS_AT_LABELS.items():
        if folded and folded in {words(place.value), *(words(translator(code)(label)) for code in LANGUAGES)}:
            return place
    named = {MeetsAt.OFFICE: _OFFICE, MeetsAt.TABLE: _TABLE}
    found = [place for place, pattern in named.items() if pattern.search(folded)]
    return found[0] if len(found) == 1 else None
