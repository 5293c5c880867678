from datetime import date

import pytest

from missionplanner import i18n
from missionplanner.domain.mission import Mission, Stop
from missionplanner.jobs.starts import wanted

DAY = date(2027, 10, 12)


def _stop(country: str) -> Stop:
    return Stop(name_en="X", country=country, starts=DAY, ends=DAY)


@pytest.mark.parametrize(
    ("language", "home", "hosts", "host", "languages"),
    [
        ("en", "Finland", ["Mexico", "Mexico", "Chile"], "Mexico", "en,es,fr"),
        ("fr", "Canada", ["Mexico"], "Mexico", "fr,es,en"),
        ("es", "", [], "", "es,en,fr"),
        ("en", "", ["France"], "France", "en,fr,es"),
    ],
)
def test_host_country_and_languages_follow_from_the_cities(
    language: str, home: str, hosts: list[str], host: str, languages: str
) -> None:
    i18n.use(language)
    mission = Mission(name="M", home_country=home, starts=DAY, ends=DAY)
    found = wanted.new_mission(mission, map(_stop, hosts), [])
    assert (found.mission.host_country, found.mission.languages) == (host, languages)
