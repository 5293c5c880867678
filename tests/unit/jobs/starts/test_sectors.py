from missionplanner.jobs.programme.sector_colours import COLOURS
from missionplanner.jobs.starts import sectors


def test_ready_sectors_have_names_in_three_languages_and_codes_of_their_own() -> None:
    found = sectors.ready()
    assert len({sector.code for sector in found}) == len(found) > 20
    for language in ("en", "fr", "es"):
        assert len({sector.name(language) for sector in found}) == len(found)
    assert all(sector.name_fr and sector.name_es for sector in found)


def test_chosen_knows_names_of_the_list_in_any_language() -> None:
    found = sectors.chosen(["IT"], ["Minería", "Mines et métaux", "ICT", "Hockey"])
    assert [(sector.code, sector.name_en) for sector in found] == [
        ("IT", "Information and communications technologies"), ("MI", "Mining and metals"), ("S3", "Hockey"),
    ]  # fmt: skip


def test_chosen_gives_every_sector_a_colour() -> None:
    found = sectors.chosen([], [f"Sector {number}" for number in range(15)])
    assert [sector.colour for sector in found[:12]] == list(COLOURS)
    assert all(sector.colour in COLOURS for sector in found)
    assert len({sector.code for sector in found}) == 15
