"""Stops made from cities of the list, and the days of the mission shared out among them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from missionplanner.domain.cities import City
from missionplanner.domain.mission import Stop
from missionplanner.domain.spelling import words
from missionplanner.domain.time import is_zone
from missionplanner.errors import UserError
from missionplanner.i18n import _, country_name
from missionplanner.jobs.programme.gazetteer import find, split
from missionplanner.jobs.typed_dates import typed_day

Days = tuple[date, date]


def stop_in(city: City, typed: str, days: Days) -> Stop:
    """Return the stop in a city: called as it was typed, where that is none of its names in the three languages."""
    names = (city.name_en, city.name_fr, city.name_es)
    name = typed.replace("(", ",").partition(",")[0].strip()
    known = words(name) in map(words, names) or not name or not find(name)
    english, french, spanish = _as_typed(names, name) if known else (name, "", "")
    others = [] if known else list(dict.fromkeys(names))
    return Stop(
        name_en=english,
        name_fr=french,
        name_es=spanish,
        spellings="; ".join(others),
        country=country_name(city.country),
        time_zone=city.zone,
        starts=days[0],
        ends=days[1],
    )


def _as_typed(names: Sequence[str], typed: str) -> list[str]:
    """Return the names of a city, with the accents that were typed where those of the list have none: Kraków."""
    without = typed not in names and not typed.isascii()
    return [typed if without and one.isascii() and words(one) == words(typed) else one for one in names]


def shared_out(number: int, days: Days) -> list[Days]:
    """Return days for so many cities, one after the other; where the days are too few, each city has them all."""
    length = (days[1] - days[0]).days + 1
    if number == 0 or number > length:
        return [days] * number
    firsts = [length * place // number for place in range(number + 1)]
    return [(days[0] + timedelta(a), days[0] + timedelta(b - 1)) for a, b in pairwise(firsts)]


def in_parallel(stops: Sequence[Stop]) -> list[tuple[Stop, Stop]]:
    """Return the pairs of stops that share a day, so that nobody can be at both."""
    return [(one, other) for one, other in combinations(stops, 2) if _share_a_day(one, other)]


def _share_a_day(one: Stop, other: Stop) -> bool:
    return one.starts <= other.ends and other.starts <= one.ends


def stops_named(texts: Iterable[str], days: Days) -> list[Stop]:
    """Return stops for cities as the command line names them: CITY, CITY=ZONE, each perhaps with :FIRST..LAST behind.

    Cities without days share those of the mission out. Raises UserError for a city that is not known or may be several.
    """
    entries = [entry.partition(":") for text in texts for entry in _with_days(text)]
    names = [(name, span) for entry, _colon, span in entries for name in _listed(entry)]
    shared = shared_out(len(names), days)
    return [_stop_named(name, _span(span, days) or ours) for (name, span), ours in zip(names, shared, strict=True)]


def _with_days(text: str) -> list[str]:
    """Return what is named in a text, apart where one has days: "Lyon:2027-10-12, Paris" are two."""
    return split(text) if ":" in text else [text]


def _listed(entry: str) -> list[str]:
    return [entry] if "=" in entry else split(entry)


def _span(text: str, days: Days) -> Days | None:
    first, _dots, last = text.partition("..")
    starts = typed_day(first, days)
    return (starts, typed_day(last, days) or starts) if starts else None


def _stop_named(text: str, days: Days) -> Stop:
    name, _equals, zone = text.partition("=")
    if zone:
        if not is_zone(zone):
            raise UserError(
                _("“{zone}” is no time zone.").format(zone=zone), _("Name one such as America/Mexico_City.")
            )
        return Stop(name_en=name.strip(), time_zone=zone, starts=days[0], ends=days[1])
    found = find(name)
    if not found:
        hint = _("Name its time zone behind it, such as Davos=Europe/Zurich.")
        raise UserError(_("“{city}” is not in the list of cities.").format(city=name), hint)
    if len(found) > 1:
        hint = "; ".join(city.described for city in found)
        raise UserError(_("“{city}” may be several cities.").format(city=name), hint)
    return stop_in(found[0], name, days)
