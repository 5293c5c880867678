"""Reads time zones as people name them: a city, or the name computers use; said with what its clocks show."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from missionplanner.domain.time import is_zone, offset_words
from missionplanner.i18n import _, current
from missionplanner.jobs.programme import gazetteer


class ZoneReader:
    """Finds the zone of a city; its offset is told for the month of a day."""

    def __init__(self, day: date | None = None) -> None:
        self.day = day or date.today()  # noqa: DTZ011 (any day of about now)

    def read(self, text: str) -> Sequence[Any]:
        """Return the zones of all cities that may be meant."""
        if is_zone(text):
            return [text]
        return list(dict.fromkeys(city.zone for city in gazetteer.find(text)))

    def write(self, value: Any) -> str:
        """Return the name computers use."""
        return str(value)

    def words(self, value: Any) -> str:
        """Return the city the zone is called after, and how far its clocks are from UTC in the month."""
        return zone_in_words(value, self.day)

    def warning(self, _value: Any) -> str:
        """Return nothing."""
        return ""

    def refusal(self, text: str) -> str:
        """Return that a text names no zone."""
        words = _("“{text}” is no city or time zone that is known, such as Lyon or America/Mexico_City.")
        return words.format(text=text)

    def step(self, _value: Any, _ahead: int, _place: int) -> Any:
        """Return nothing: zones have no order."""
        return None


def zone_in_words(zone: str, day: date) -> str:
    """Return a zone as people know it (Paris, UTC+2 in October)."""
    month = current().month(day)
    return _("{place}, {offset} in {month}").format(
        place=current().zone_city(zone), offset=offset_words(zone, day), month=month
    )
