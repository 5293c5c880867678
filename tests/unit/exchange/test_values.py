"""Texts, addresses, numbers and lists of cells."""

import pytest

from missionplanner.exchange import values


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("2.5k", 2500), ("12,5", 12), ("2,5 mil", 2500), ("1.200", 1200), ("1,200", 1200), ("1 200", 1200), ("1'200", 1200), ("1 200,50", 1200),
        ("1.200,50", 1200), ("6600.0", 6600), ("10-49", 10), ("de 10 à 49", 10), ("entre 10 y 49", 10), ("50+", 50), ("< 10", 10), ("60 employees", 60),
        ("35 employés (12 à temps partiel)", 35), ("2 offices, 35 employees", 35), ("2M", 2_000_000), ("Oct-49", None), ("Jan-10", None), ("oct.-49", None),
        ("10-ene", None), ("janv-10", None), ("nov. 50", None), ("2025-10-01", None), ("2025-10-01 00:00:00", None), ("01/10/2025", None), ("1/10", None),
        ("1.2 K", 1200), ("2k", 2000), ("-5", None), ("(5)", None), ("juil-12", None), ("12-juil.", None), ("ago-20", None),
        ("fifty", None), ("2 offices, 3 plants", None), ("1,20,000", None), ("", None),
    ],
)  # fmt: skip
def test_whole_numbers(cell: str, number: int | None) -> None:
    assert values.integer(cell) == number


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1998", 1998), ("1998.0", 1998), ("1998-01-01", 1998), ("1998-01-01 00:00:00", 1998), ("01/01/1998", 1998), ("Founded in 1998", 1998),
        ("janvier 1998", 1998), ("1905-06-20 00:00:00", 1998), ("1905-01-01", 1905), ("1998, incorporated 2003", None), ("98", None), ("35796", None),
        ("20/06/1905", 1998), ("6/20/1905", 1998), ("5/6/1905", None), ("6/6/1905", 1984), ("1,998", 1998), ("2 000", 2000), ("31/31/1905", None),
    ],
)  # fmt: skip
def test_years_however_a_spreadsheet_took_them(cell: str, year: int | None) -> None:
    assert values.year(cell) == year


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("jane@e.ca; john@e.ca", ["jane@e.ca", "john@e.ca"]), ("jane@e.ca, john@e.ca", ["jane@e.ca", "john@e.ca"]), ("jane@e.ca\njohn@e.ca", ["jane@e.ca", "john@e.ca"]),
        ("jane@e.ca ou john@e.ca", ["jane@e.ca", "john@e.ca"]), ("jane@e.ca/john@e.ca", ["jane@e.ca", "john@e.ca"]), ("Jane Doe <jane@e.ca>", ["jane@e.ca"]),
        ("jane@e.ca (travail)", ["jane@e.ca"]), ("mailto:jane@e.ca", ["jane@e.ca"]), ("jane @ e.ca", ["jane@e.ca"]), ("jane@e.ca.", ["jane@e.ca"]),
        ("\u200bjane@e.ca", ["jane@e.ca"]), ("jane@e.ca; Jane@e.ca", ["jane@e.ca"]), ("ana@prueba.com,mx", []), ("ana@prueba,com", []),
        ("ana@prueba.com, mx", []), ("ana@prueba.gob,mx", []), ("luc@essai,qc.ca", []), ("jane at e.ca", []), ("jane@", []), ("", []),
    ],
)  # fmt: skip
def test_addresses_of_a_cell(cell: str, found: list[str]) -> None:
    assert values.emails(cell) == found


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("Sirop 1,5 L", ("Sirop 1,5 L",)), ("Sirop 1,5 L, miel 0,5 kg", ("Sirop 1,5 L", "miel 0,5 kg")), ("jarabe, miel", ("jarabe", "miel")),
        ("2,4-D, urea", ("2,4-D", "urea")), ("1,200 tonnes of lentils", ("1,200 tonnes of lentils",)), ("- syrup\n- candy", ("syrup", "candy")),
    ],
)  # fmt: skip
def test_decimal_commas_do_not_separate(cell: str, entries: tuple[str, ...]) -> None:
    assert values.split(cell) == entries


@pytest.mark.parametrize("name", ["So", "Na", "Nan", "Null", "Nil", "No", "NULL", "Nd", "+++", "!!!", "$"])
def test_names_that_look_like_nothing_stay(name: str) -> None:
    assert values.name(name) == name


@pytest.mark.parametrize(
    "cell", ["N/A", "n.a.", "-", "—", "...", "?", "TBD", "à déterminer", "por definir", "None", ""]
)
def test_what_is_no_name_is_nothing(cell: str) -> None:
    assert values.name(cell) == ""


@pytest.mark.parametrize(
    ("cell", "remark"),
    [("ND", "ND"), ("SO", "SO"), ("None", "None"), ("Aucun", "Aucun"), ("n/a", ""), ("-", ""), ("S.O.", "")],
)
def test_remarks_and_posts_keep_words_for_nothing(cell: str, remark: str) -> None:
    assert values.remark(cell) == remark


def test_invisible_characters_go_and_joiners_of_other_scripts_stay() -> None:
    assert values.text("Ac\u200bme\u00a0 Zero\ufeff") == "Acme Zero"
    assert values.text("Mont\u00adréal") == "Montréal"
    assert values.text("می\u200cخواهم") == "می\u200cخواهم"
    assert values.text("👩\u200d🌾 Farm") == "👩\u200d🌾 Farm"
    assert values.text("Ac\u200dme") == "Acme"
    long = "Donau\u00addampf " * 20
    assert values.text(long) == long.strip()


@pytest.mark.parametrize(
    ("cell", "parts"),
    [("castings; n/a ; castings;tools", ("castings", "tools")), ("n/a", ()), ("", ()), ("none; tbd", ())],
)
def test_entries_of_a_list_are_kept_once_and_without_those_that_say_nothing(cell: str, parts: tuple[str, ...]) -> None:
    assert values.entries(cell) == parts


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("zoë.côté@Firm.CA", "zoë.côté@firm.ca"),
        ("yılmaz@firm.ca", "yılmaz@firm.ca"),
        ("zoe\u0308@firm.ca", "zoë@firm.ca"),
        ("½@firm.ca", "½@firm.ca"),
        ("zoë.@firm.ca", None),
    ],
)
def test_addresses_with_letters_of_any_language(cell: str, address: str | None) -> None:
    assert values.email(cell) == address
