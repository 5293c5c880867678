import pytest

from missionplanner import i18n
from missionplanner.domain.mission import Sector
from missionplanner.jobs.programme import ready_sectors as sectors
from missionplanner.jobs.programme.sector_colours import COLOURS


def test_ready_sectors_have_names_in_three_languages_and_codes_of_their_own() -> None:
    found = sectors.ready()
    assert len({sector.code for sector in found}) == len(found) > 20
    for language in ("en", "fr", "es"):
        assert len({sector.name(language) for sector in found}) == len(found)
    assert all(sector.name_fr and sector.name_es for sector in found)


def test_chosen_knows_names_of_the_list_in_any_language() -> None:
    found = sectors.chosen(["IT"], ["Minería y metales", "Mines et métaux", "mining and Metals", "Hockey"])
    assert [(sector.code, sector.name_en) for sector in found] == [
        ("IT", "Information and communications technologies"), ("MI", "Mining and metals"), ("S3", "Hockey"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "code", "names"),
    [
        ("Fisheries", "OC", ("Fisheries", "Pêche", "Pesca")),
        ("pêches", "OC", ("Fisheries", "pêches", "Pesca")),
        ("Pêche", "OC", ("Fisheries", "Pêche", "Pesca")),
        ("Wine", "AG", ("Wine", "Vins", "Vinos")),
        ("Logiciel", "IT", ("Software", "Logiciel", "Software")),
        ("Cheese", "S1", ("Cheese", "", "")),
        ("Cheese = Fromage = Queso", "S1", ("Cheese", "Fromage", "Queso")),
        ("Fisheries=Pêcheries", "OC", ("Fisheries", "Pêcheries", "Pesca")),
    ],
)
def test_named_keeps_what_was_typed(typed: str, code: str, names: tuple[str, str, str]) -> None:
    (found,) = sectors.chosen([], [typed])
    assert (found.code, (found.name_en, found.name_fr, found.name_es)) == (code, names)


def test_a_name_of_ones_own_stands_beside_the_sector_of_the_list() -> None:
    found = sectors.chosen(["OC"], ["Fisheries", "Seafood", "fisheries"])
    assert [(sector.code, sector.name_en) for sector in found] == [
        ("OC", "Oceans and seafood"), ("S2", "Fisheries"), ("S3", "Seafood"),
    ]  # fmt: skip


def test_named_is_of_the_language_of_the_screen() -> None:
    i18n.use("fr")
    assert sectors.named("Fromage", ["S1"]) == Sector(code="S2", name_en="Fromage", name_fr="Fromage")


def test_chosen_gives_every_sector_a_colour() -> None:
    found = sectors.chosen([], [f"Sector {number}" for number in range(15)])
    assert [sector.colour for sector in found[:12]] == list(COLOURS)
    assert all(sector.colour in COLOURS for sector in found)
    assert len({sector.code for sector in found}) == 15


def test_a_well_known_name_suggests_the_sector_that_has_another() -> None:
    known = [Sector(id=1, code="X", name_en="Mining"), Sector(id=2, code="Y", name_en="Agriculture and foods")]
    found = [sectors.likely(name, known) for name in ("Agroalimentaire", "Zebras")]
    assert (found, sectors.likely("Agroalimentaire", known[:1])) == ([known[1], None], None)
