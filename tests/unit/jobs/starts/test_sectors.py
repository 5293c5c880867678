import pytest

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
    assert [sector.colour for sector in found[:12]] == list(sectors.PALETTE)
    assert all(sector.colour in sectors.PALETTE for sector in found)
    assert len({sector.code for sector in found}) == 15


@pytest.mark.parametrize("background", ["#ffffff", "#22262d"])
def test_colours_stand_out_in_both_themes(background: str) -> None:
    for colour in sectors.PALETTE:
        light, dark = sorted((_luminance(colour), _luminance(background)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, colour


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
