"""Fields and values of a search are understood in every language."""

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.spelling import fold
from missionplanner.jobs.companies.free_filter import PREFIX
from missionplanner.store.conditions import PREFIXES
from missionplanner.store.search_fields import (
    NAMES,
    countries_called,
    field_named,
    names_in,
    regions_called,
    statuses_called,
)


def test_every_field_has_a_word_of_its_own_in_each_language() -> None:
    assert set(NAMES) == {*PREFIXES, PREFIX}
    words = [
        (fold(word), name) for name, said in NAMES.items() for one in (name, *said.values()) for word in one.split()
    ]
    meant = dict(words)
    assert [(word, name) for word, name in words if meant[word] != name] == []
    assert all(field_named(word) == name for word, name in words)
    assert all(
        field_named(word) == name
        for language in ("en", "fr", "es")
        for word, name in zip(names_in(language), NAMES, strict=True)
    )


@pytest.mark.parametrize(
    ("word", "field"), [("Statut", "status"), ("ESTADO", "status"), ("délégué", "delegate"), ("Hotel", "hotel")]
)
def test_a_word_before_a_colon_means_a_field(word: str, field: str) -> None:
    assert field_named(word) == field


def test_statuses_are_found_by_the_words_of_their_side() -> None:
    assert statuses_called("aceptad") == statuses_called("accept") == ((Side.DELEGATION, Status.ACCEPTED),)
    assert set(statuses_called("comes")) == {
        (Side.COUNTERPART, Status.ACCEPTED), (Side.COUNTERPART, Status.CONFIRMED),
    }  # fmt: skip
    assert statuses_called("nothing of the kind") == ()


def test_places_are_found_by_their_names_in_any_language() -> None:
    assert countries_called("allemagne") == countries_called("alemania") == ("Germany",)
    assert regions_called("nouvelle-ecosse") == regions_called("nueva escocia") == ("Nova Scotia",)
    assert (countries_called("nowhere"), regions_called("nowhere")) == ((), ())
