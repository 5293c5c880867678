"""Names in up to three languages."""

import pytest

from missionplanner.domain.events import Event
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind, Role
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.translated_names import TranslatedName, name_in, text_in


@pytest.mark.parametrize(
    ("language", "french", "spanish", "name"),
    [("fr", "Ville", "Ciudad", "Ville"), ("es", "Ville", "Ciudad", "Ciudad"), ("en", "Ville", "Ciudad", "City"),
     ("fr", "", "Ciudad", "City"), ("de", "Ville", "Ciudad", "City")],
)  # fmt: skip
def test_a_name_is_that_of_the_language_else_its_own(language: str, french: str, spanish: str, name: str) -> None:
    assert name_in(language, "City", french, spanish) == name


@pytest.mark.parametrize(
    ("language", "texts", "found"),
    [
        ("fr", ("Bar", "Bistro", ""), ("Bistro", "fr")),
        ("es", ("Bar", "Bistro", ""), ("Bar", "en")),
        ("en", ("", "", "Bodega"), ("Bodega", "es")),
        ("en", ("", "Bistro", "Bodega"), ("Bistro", "fr")),
        ("fr", ("", "", ""), ("", "fr")),
    ],
)
def test_a_text_is_that_of_the_language_else_one_that_is_there_with_its_language(
    language: str, texts: tuple[str, str, str], found: tuple[str, str]
) -> None:
    assert text_in(language, *texts) == found


@pytest.mark.parametrize("kind", [Stop, Sector, Criterion, Event, Role, OrganisationKind])
def test_every_record_with_such_names_is_called_by_the_same_rule(kind: type) -> None:
    assert issubclass(kind, TranslatedName)
    assert "name" not in vars(kind)
