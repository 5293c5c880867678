"""Values typed into a form: brought into their normal form, or refused with a reason."""

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.jobs.companies import entry
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("email", " Zoe@Example.com ", ("Zoe@example.com", "")),
        ("email", "zoe at example", ("zoe at example", "This is no e-mail address.")),
        ("phone", "514 555 0199", ("+15145550199", "")),
        ("phone", "12", ("12", "This is no telephone number.")),
        ("website", "d1.ca", ("https://d1.ca", "")),
        ("website", "nothing at all", ("nothing at all", "This is no web address.")),
        ("country", "canadá", ("Canada", "")),
        ("country", "Atlantis", ("Atlantis", "")),
        ("integer", "1 200", ("1200", "")),
        ("integer", "0", ("0", "")),
        ("integer", "many", ("many", "This is no number.")),
        ("", " as typed ", ("as typed", "")),
        ("email", "  ", ("", "")),
    ],
)
def test_a_value_is_normal_or_has_a_problem(kind: str, text: str, found: tuple[str, str]) -> None:
    assert entry.checked(kind, text, "Canada") == found


def test_regions_answers_languages_and_countries_are_understood() -> None:
    assert entry.region("QC", "Canada") == "Quebec"
    assert (entry.answer("oui"), entry.answer("no"), entry.answer(" "), entry.answer("perhaps")) == (
        True,
        False,
        None,
        None,
    )
    assert entry.languages("French, inglés") == "fr,en"
    assert entry.languages(" Klingon ") == "Klingon"
    assert entry.english_country("Canadá") == "Canada"
    assert entry.english_country("Atlantis") == "Atlantis"


def test_countries_are_offered_in_the_language_of_the_screen_and_known_in_all() -> None:
    offered = entry.countries()
    assert {"Germany", "Allemagne", "Alemania"} & set(offered) == {"Germany"}
    assert "" not in offered
    choices = entry.country_choices()
    assert [name for value, name in choices if value is not None] == offered
    assert {"Allemagne", "Alemania"} <= {name for value, name in choices if value is None}
    i18n.use("es")
    assert "Alemania" in entry.countries()


def test_sectors_are_found_by_name_and_the_rest_is_reported(store: Store) -> None:
    assert entry.sector_keys(store, "fabrication de pointe; Space") == ([store.all(Sector)[0].id], ["Space"])
    assert entry.sector_keys(store, "  ") == ([], [])


def test_a_name_of_another_company_is_noticed() -> None:
    names = {1: "Boreal Robotics Inc.", 2: "Cedar Foods"}
    assert entry.lookalike(names, "boreal robotics", 0) == "Boreal Robotics Inc."
    assert entry.lookalike(names, "Boreal Robotic", 0) == "Boreal Robotics Inc."
    assert entry.lookalike(names, "boreal robotics", 1) == ""
    assert entry.lookalike(names, "Granite Machining", 0) == ""
    assert entry.lookalike({1: "Bor"}, "Bor", 0) == ""
    assert entry.lookalike({1: "Bore"}, "Bore", 0) == "Bore"


def test_the_first_of_several_alike_is_named() -> None:
    names = {1: "Boreal Robotics Inc.", 2: "Boreal Robotics Ltd.", 3: "Boreal Robotix"}
    assert entry.lookalike(names, "boreal robotics", 0) == "Boreal Robotics Inc."


def test_names_of_a_side_are_by_key(store: Store) -> None:
    found = entry.names_of(store, Side.COUNTERPART)
    assert found == {key_of(store, name): name for name in ("C1", "C2", "C3")}


def test_line_breaks_stay_only_where_there_are_several_lines() -> None:
    typed = " Nord\n Foods "
    assert [entry.as_typed(Company, field, typed) for field in ("name", "notes", "status")] == [
        "Nord Foods", "Nord\n Foods", "Nord\n Foods",
    ]  # fmt: skip
