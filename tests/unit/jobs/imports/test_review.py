"""What has to be decided about an imported row, in words of the screen."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.mission import Sector
from missionplanner.jobs.companies import cells
from missionplanner.jobs.imports import review
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.jobs.imports.bringing import bring, look, write

HEAD = ["Company", "City", "Sector", "First name", "E-mail"]
FOOD = ["Cedar Foods", "Ottawa", "Food", "Max", "m@cedar.ca"]
MADE = ["Cedar Foods", "Ottawa", "Advanced manufacturing", "Max", "m@cedar.ca"]


@pytest.fixture
def filled(empty: Store, tmp_path: Path) -> Store:
    """A company in a sector, as its form had it."""
    with empty.change(message("Sector")) as change:
        change.insert(Sector(code="AG", name_en="Food", name_fr="Alimentation"))
    bring(empty, tmp_path / "form.csv", HEAD, FOOD)
    return empty


def test_the_preview_names_sectors_and_fields_in_the_language_of_the_screen(filled: Store, tmp_path: Path) -> None:
    key = key_of(filled, "Cedar Foods")
    cells.edit(filled, [cells.Edit(key, "sectors", "AM")], message("Edit"))
    i18n.use("fr")
    plan = look(filled, tmp_path / "form.csv")
    (issue,) = plan.issues
    assert issue.text == (
        "Secteurs reste «\u00a0Fabrication de pointe\u00a0», saisi depuis; le fichier dit «\u00a0Alimentation\u00a0»."
    )
    (found,) = review.differences(filled, plan.rows[0], plan.comparison)
    assert (found.label, found.one, found.two) == ("Secteurs", "Fabrication de pointe", "Alimentation")


def test_a_look_alike_is_compared_in_the_language_of_the_screen(filled: Store, tmp_path: Path) -> None:
    row = ["Cedar Fods", "Laval", "Advanced manufacturing", "Max", "m@cedar.ca"]
    i18n.use("fr")
    plan = look(filled, _written(tmp_path, row))
    found = review.differences(filled, plan.rows[0], plan.comparison)
    assert [(one.field, one.label, one.one, one.two) for one in found] == [
        ("name", "Nom de l’entreprise", "Cedar Foods", "Cedar Fods"),
        ("city", "Ville", "Ottawa", "Laval"),
        ("sectors", "Secteurs", "Alimentation", "Fabrication de pointe"),
    ]
    assert review.other_name(plan.rows[0], plan.comparison) == "Cedar Foods"


def test_a_look_alike_within_the_file_is_compared_with_its_row(empty: Store, tmp_path: Path) -> None:
    other = ["Cedar Fods", "Laval", "", "Max", "m@cedar.ca"]
    plan = look(empty, _written(tmp_path, MADE, other))
    found = review.differences(empty, plan.rows[1], plan.comparison)
    assert [(one.field, one.one, one.two) for one in found] == [
        ("name", "Cedar Foods", "Cedar Fods"),
        ("city", "Ottawa", "Laval"),
    ]
    assert review.other_name(plan.rows[1], plan.comparison) == "Cedar Foods"


def test_a_row_that_is_like_no_other_has_nothing_to_decide(empty: Store, tmp_path: Path) -> None:
    plan = look(empty, _written(tmp_path, MADE))
    assert review.differences(empty, plan.rows[0], plan.comparison) == []
    assert review.other_name(plan.rows[0], plan.comparison) == ""


def test_what_was_typed_of_a_delegate_names_the_delegate(filled: Store, tmp_path: Path) -> None:
    person = filled.snapshot().people[0]
    with filled.change(message("Edit")) as change:
        change.update(replace(person, email="max@cedar.ca"))
    plan = look(filled, _written(tmp_path, [*FOOD[:4], "m@cedar.ca"]))
    found = review.differences(filled, plan.rows[0], plan.comparison)
    assert [(one.label, one.one, one.two) for one in found] == [("Max: E-mail", "max@cedar.ca", "m@cedar.ca")]


def _written(folder: Path, *rows: list[str]) -> Path:
    return write(folder / "new.csv", HEAD, *rows)
