"""Forms say in their own words where meetings are held, and where offices are."""

import pytest

from missionplanner.domain.meets_at import MeetsAt
from missionplanner.exchange.offices import place_of
from tests.unit.exchange.test_companies import read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("office", MeetsAt.OFFICE), ("At the host’s office", MeetsAt.OFFICE), ("In our offices", MeetsAt.OFFICE),
        ("dans nos bureaux", MeetsAt.OFFICE), ("En nuestra oficina", MeetsAt.OFFICE), ("TABLE", MeetsAt.TABLE),
        ("at the hotel", MeetsAt.TABLE), ("En una mesa", MeetsAt.TABLE), ("Not said", MeetsAt.UNSAID),
        ("office or table", None), ("whenever", None), ("", None),
    ],
)  # fmt: skip
def test_a_place_is_read_in_words_of_three_languages(text: str, place: MeetsAt | None) -> None:
    assert place_of(text) is place


@pytest.mark.parametrize(
    "headings",
    [
        ["Company", "City", "E-mail", "Where meetings are held", "Zone of the city", "Coordinates", "How to get there"],
        [
            "Entreprise",
            "Ville",
            "Courriel",
            "Endroit des rencontres",
            "Quartier",
            "Coordonnées géographiques",
            "Comment s’y rendre",
        ],
        [
            "Empresa",
            "Ciudad",
            "Correo",
            "Dónde se celebran las reuniones",
            "Zona de la ciudad",
            "Coordenadas",
            "Cómo llegar",
        ],
    ],
    ids=["en", "fr", "es"],
)
def test_offices_are_read_from_columns_of_three_languages(headings: list[str]) -> None:
    good, bad = read(
        headings,
        ["A Inc.", "Laval", "a@a.ca", "office", "Centro", "45.5, -73.6", "By metro"],
        ["B Inc.", "Laval", "b@b.ca", "on the moon", "", "north", ""],
    )
    assert good.draft is not None
    found = {name: good.draft.company.get(name) for name in ("meets_at", "zone", "coordinates", "directions")}
    assert found == {
        "meets_at": MeetsAt.OFFICE,
        "zone": "Centro",
        "coordinates": "45.5, -73.6",
        "directions": "By metro",
    }
    assert bad.draft is not None
    assert {"meets_at", "coordinates"}.isdisjoint(bad.draft.company)
    assert [issue.code for issue in bad.issues] == ["unclear_place", "unclear_coordinates"]


@pytest.mark.parametrize("heading", ["Time zone", "Fuseau horaire", "Zona horaria", "Your timezone", "Huso horario"])
def test_the_clocks_of_a_company_are_read_as_a_zone_or_a_city(heading: str) -> None:
    named, city, bad = read(
        ["Company", "City", "E-mail", heading],
        ["A Inc.", "Zyzzx", "a@a.ca", "America/Whitehorse"],
        ["B Inc.", "Zyzzx", "b@b.ca", "Lyon, France"],
        ["C Inc.", "Zyzzx", "c@c.ca", "Eastern"],
    )
    assert [row.draft and row.draft.company.get("time_zone") for row in (named, city, bad)] == [
        "America/Whitehorse", "Europe/Paris", None,
    ]  # fmt: skip
    assert [issue.code for issue in bad.issues] == ["unclear_zone"]
