"""Cells that tell what only the organiser may read."""

import pytest

from missionplanner.exchange.evidence import private
from missionplanner.exchange.private_cells import private_kind


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Gluten free", "diet"), ("Vegetariano", "diet"), ("Végétarien", "diet"), ("No pork", "diet"), ("Allergie aux noix", "diet"),
        ("Vegan, no nuts", "diet"), ("Halal", "diet"), ("Wheelchair user", "access"), ("Silla de ruedas", "access"), ("Fauteuil roulant", "access"),
        ("A+", "health"), ("O negative", "health"), ("Asthma", "health"), ("Female", "gender"), ("Femenino", "gender"), ("Muslim", "faith"),
        ("Casado", "marital"), ("Spouse", "kin"),
        ("Ruth Douglas, +1 206 555 0551", "call"), ("Ana Ruiz (55 1234 5678)", "call"), ("CHE-107.787.577", ""), ("ACME Import, agent, Lima", ""),
        ("Gluten free flour", ""), ("Seafood", ""), ("Nuts", ""), ("Halal meat exporters", ""), ("Elevator parts", ""), ("A", ""), ("", ""),
        ("We make wheelchairs and crutches for hospitals in fourteen countries of the world", ""),
    ],
)  # fmt: skip
def test_a_cell_is_private_where_all_of_it_is(cell: str, kind: str) -> None:
    assert private_kind(cell) == kind


def test_a_column_is_private_where_many_of_its_cells_are() -> None:
    assert private(["Vegan", "None", "", "Halal", "VIP"]) == "diet"
    assert private(["Vegan", "Maple syrup", "Steel", "Frozen berries"]) == ""
    assert private([]) == ""
