"""A new mission from its answers: the host country from its cities, the languages from its countries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain.mission import Mission, Sector, Stop
from missionplanner.i18n import LANGUAGES, current, language_of_country
from missionplanner.jobs.programme.new_mission import NewMission, PlannedVenue


def new_mission(
    mission: Mission, stops: Iterable[Stop], sectors: Iterable[Sector], venues: Iterable[PlannedVenue] = ()
) -> NewMission:
    """Return the new mission; its packs and letters are in the language of the screen first, then of its countries."""
    stops = tuple(stops)
    countries = Counter(stop.country for stop in stops if stop.country)
    host = mission.host_country or next((name for name, _number in countries.most_common(1)), "")
    spoken = filter(None, map(language_of_country, (mission.home_country, host)))
    order = dict.fromkeys((current().language, *spoken, *LANGUAGES))
    return NewMission(
        replace(mission, host_country=host, languages=",".join(order)), stops, tuple(sectors), tuple(venues)
    )
