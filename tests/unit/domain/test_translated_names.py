"""Names in up to three languages."""

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind, Role
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.translated_names import TranslatedName, entries_of, name_in, text_in, wording_in


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


@pytest.mark.parametrize(
    ("language", "texts", "found"),
    [
        ("fr", {"description": "Miel", "description_fr": "Du miel"}, ("Du miel", "fr")),
        ("fr", {"description": "Miel", "description_en": "Honey"}, ("Miel", "es")),
        ("fr", {"description_en": "Honey"}, ("Honey", "en")),
        ("de", {"description": "Miel", "description_en": "Honey"}, ("Miel", "es")),
        ("fr", {}, ("", "fr")),
    ],
)
def test_a_wording_is_a_translation_else_the_own_words_else_another_translation(
    language: str, texts: dict[str, str], found: tuple[str, str]
) -> None:
    company = Company(side=Side.COUNTERPART, name="C", **texts)  # type: ignore[arg-type]
    assert wording_in(company, "description", language, "es") == found


def test_words_of_another_place_are_the_own_ones_of_a_text_without_a_field() -> None:
    company = Company(side=Side.COUNTERPART, name="C", seeks_en="Wood")
    assert wording_in(company, "seeks", "fr", "es", "Madera") == ("Madera", "es")
    assert wording_in(company, "seeks", "en", "es", "Madera") == ("Wood", "en")


def test_entries_are_separated_by_semicolons_or_lines_and_listed_once() -> None:
    assert entries_of(" Wood; glue\n\nWood ;;") == ("Wood", "glue")
