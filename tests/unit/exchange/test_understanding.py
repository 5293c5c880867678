"""Columns understood by headings, cells and neighbours; the labelled sheets and the two mistakes that never happen."""

import random
from collections import Counter

import pytest

from missionplanner.domain.mission import Sector, Stop
from missionplanner.exchange import choices, columns
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.source_rows import Row
from tests.builders import DAY, Figures
from tests.unit.exchange import labelled_sheets
from tests.unit.exchange.labelled_sheets import SENSITIVE_FIELDS, LabelledSheet


def understood(*rows: list[str]) -> list[str]:
    """The target of each column; of one that is asked about with a question mark."""
    sheet = SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))
    return [c.target if c.sure else f"{c.asked}?" for c in columns.choose([sheet]).columns]


def verdicts(sheet: LabelledSheet) -> Counter[str]:
    """How many columns of a labelled sheet are right, asked and wrong, and how many sensitive ones became public."""
    found: Counter[str] = Counter()
    table = columns.choose([sheet.sheet])
    for column, target, sensitive in zip(table.columns, sheet.targets, sheet.sensitive, strict=True):
        found["asked" if not column.sure else "right" if column.target in target.split(";") else "wrong"] += 1
        found["leaked"] += sensitive and (not column.sensitive or column.field not in (*SENSITIVE_FIELDS, ""))
    return found


@pytest.mark.parametrize("half", ["learnt", "kept"])
def test_labelled_sheets_are_understood_or_asked_about(half: str, figures: Figures) -> None:
    found: Counter[str] = sum((verdicts(labelled_sheets.draw(seed, half)) for seed in range(80)), Counter())
    total = found["right"] + found["asked"] + found["wrong"]
    shares = ", ".join(f"{found[name] / total:.2%} {name}" for name in ("right", "wrong", "asked"))
    figures(f"80 labelled sheets ({half}), {total} columns: {shares}, {found['leaked']} sensitive in public")
    assert found["leaked"] == 0
    assert found["wrong"] / total < 0.003
    assert found["asked"] / total <= 0.08


def test_whole_forms_of_services_and_chambers_are_understood_or_asked_about(figures: Figures) -> None:
    forms = labelled_sheets.forms()
    found: Counter[str] = sum(
        (verdicts(labelled_sheets.filled(form, n)) for form in forms.values() for n in range(2)), Counter()
    )
    total = found["right"] + found["asked"] + found["wrong"]
    shares = ", ".join(f"{found[name] / total:.2%} {name}" for name in ("right", "wrong", "asked"))
    figures(f"{len(forms)} forms, {total} columns: {shares}, {found['leaked']} sensitive in public")
    assert (found["leaked"], found["wrong"]) == (0, 0)
    assert found["asked"] / total <= 0.08


def test_forms_of_strangers_are_understood_or_asked_about(figures: Figures) -> None:
    """Forms that somebody else wrote, each measured once before it was repaired: tests/data/headings/measures.txt."""
    forms = labelled_sheets.forms("strangers")
    found: Counter[str] = sum((verdicts(labelled_sheets.filled(form, 1)) for form in forms.values()), Counter())
    total = found["right"] + found["asked"] + found["wrong"]
    shares = ", ".join(f"{found[name] / total:.2%} {name}" for name in ("right", "wrong", "asked"))
    figures(f"{len(forms)} forms of strangers, {total} columns: {shares}, {found['leaked']} sensitive in public")
    assert found["leaked"] == 0
    assert found["wrong"] / total < 0.003
    assert found["asked"] / total <= 0.08


@pytest.mark.parametrize("seed", range(60))
def test_no_mixture_of_headings_makes_anything_sensitive_public(seed: int) -> None:
    r = random.Random(seed)
    known = labelled_sheets.headings()
    sensitive = [one for one in known if one.sensitive]
    mixture = r.sample(known, 20) + r.sample(sensitive, 12)
    r.shuffle(mixture)
    makers = [labelled_sheets.CELLS[one.cells](r, one.language) for one in mixture]
    rows = [
        ["Company", *(one.text for one in mixture)],
        *([f"Firm {n} Inc.", *(make() for make in makers)] for n in range(5)),
    ]
    table = columns.choose([SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))])
    for column, one in zip(table.columns[1:], mixture, strict=True):
        if one.sensitive:
            assert column.sensitive, column.heading
            assert column.field in ("", *SENSITIVE_FIELDS), column.heading
            assert column.asked in ("", *SENSITIVE_FIELDS) or "#" in column.asked, column.heading


@pytest.mark.parametrize("seed", range(60))
def test_no_mixture_of_headings_with_any_cells_makes_anything_sensitive_public(seed: int) -> None:
    r = random.Random(1000 + seed)
    known = labelled_sheets.headings()
    sensitive = [one for one in known if one.sensitive]
    mixture = r.sample(known, 15) + r.sample(sensitive, 15)
    r.shuffle(mixture)
    makers = [labelled_sheets.CELLS[r.choice([*labelled_sheets.CELLS])](r, one.language) for one in mixture]
    rows = [
        ["Company", *(one.text for one in mixture)],
        *([f"Firm {n} Inc.", *(make() for make in makers)] for n in range(6)),
    ]
    table = columns.choose([SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))])
    for column, one in zip(table.columns[1:], mixture, strict=True):
        if one.sensitive:
            assert column.sensitive, column.heading
            assert column.field in ("", *SENSITIVE_FIELDS), column.heading


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("kind", ["diet", "access", "gender"])
def test_private_cells_are_sensitive_under_any_heading_that_is_not_about_products(seed: int, kind: str) -> None:
    r = random.Random(seed)
    products = ("offers", "sectors", "subsectors")
    heading = r.choice([one for one in labelled_sheets.headings() if one.field not in products])
    make = labelled_sheets.CELLS[kind](r, heading.language)
    rows = [["Company", "City", heading.text], *([f"Firm {n} Inc.", "Laval", make()] for n in range(12))]
    table = columns.choose([SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))])
    column = table.columns[2]
    concepts = meaning(heading.text).heading.concepts
    if not concepts & {"offer", "sector", "subsector"}:
        assert column.sensitive, column
        assert column.field in ("", *SENSITIVE_FIELDS), column


@pytest.mark.parametrize("seed", range(60))
def test_no_mixture_of_headings_makes_another_column_the_company(seed: int) -> None:
    r = random.Random(seed)
    known = labelled_sheets.headings()
    names = [one for one in known if one.field == "name"]
    others = [one for one in known if one.field == "" and one.cells in ("firm", "firm2", "choice", "yesno")]
    mixture = [r.choice(names), *r.sample(others, 15)]
    r.shuffle(mixture)
    makers = [labelled_sheets.CELLS[one.cells](r, one.language) for one in mixture]
    rows = [["City", *(one.text for one in mixture)], *(["Toronto", *(make() for make in makers)] for _ in range(8))]
    table = columns.choose([SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))])
    assert [
        one.text
        for column, one in zip(table.columns[1:], mixture, strict=True)
        if column.field == "name" and one.field != "name"
    ] == []


def test_an_unknown_word_is_the_persons_alone_and_anybodys_beside_another() -> None:
    rows = [["A Inc.", f"p{n}@x.example.ca", f"q{n}@y.example.ca"] for n in range(4)]
    assert understood(["Company", "Zebra e-mail"], *(row[:2] for row in rows))[1] == "email"
    assert understood(["Company", "E-mail", "Zebra e-mail"], *rows)[1:] == ["email", "email?"]


def test_a_question_answered_with_words_asks_for_what_it_is_about() -> None:
    heading = "Do you have distributors in Mexico?"
    assert understood(["Company", "City", heading], *(["A Inc.", "Laval", "Yes"] for _ in range(3)))[2] == ""
    rows = [["A Inc.", "Laval", "Grupo Alba, Monterrey"], ["B Ltd.", "Hull", "Comercial Andina, Lima"]]
    assert understood(["Company", "City", "Current distributors in Mexico"], *rows)[2] == "partners"


def test_nothing_is_asked_about_an_empty_column() -> None:
    rows = [["A Inc.", "Laval", "", "x"] for _ in range(4)]
    found = understood(["Company", "City", "Zebra phone", "Zebra"], *rows)
    assert found[2] == ""
    table = columns.choose(
        [SourceSheet("s", (Row(1, ("Company", "City", "Zebra phone")), Row(2, ("A Inc.", "Laval", ""))))]
    )
    assert columns.reading(table) == [["Company", "name"], ["City", "city"]]


def test_cells_that_name_the_sectors_and_stops_of_the_mission_are_evidence() -> None:
    sectors = choices.of_sectors([Sector(id=1, code="F", name_en="Foods"), Sector(id=2, code="M", name_en="Mining")])
    stops = choices.of_stops(
        [Stop(id=n, name_en=name, starts=DAY, ends=DAY) for n, name in enumerate(("Monterrey", "Puebla"), start=1)]
    )
    known = choices.MissionChoices(sectors, stops)
    rows = [
        ["Company", "City", "Zebra", "Stripes"],
        ["A Inc.", "Laval", "Mining", "Monterrey; Puebla"],
        ["B Inc.", "Laval", "Foods; Mining", "Puebla"],
        ["C Inc.", "Laval", "Foods", "Monterrey"],
    ]
    sheet = SourceSheet("s", tuple(Row(n, tuple(cells)) for n, cells in enumerate(rows, start=1)))
    assert [column.asked for column in columns.choose([sheet], known=known).columns] == ["", "", "sectors", "stops"]
    assert [column.asked for column in columns.choose([sheet]).columns] == ["", "", "", ""]


CITIES = ["Krakow", "Gdańsk", "Krakow i Gdansk", "both"]
LISTS = choices.MissionChoices(
    choices.of_sectors([Sector(id=1, code="C", name_en="Cheese"), Sector(id=2, code="M", name_en="Dairy machinery")]),
    choices.of_stops(
        [Stop(id=n, name_en=name, starts=DAY, ends=DAY) for n, name in enumerate(("Kraków", "Gdańsk"), start=1)]
    ),
)


@pytest.mark.parametrize(
    ("heading", "cells", "field", "asked"),
    [
        ("Meeting city", CITIES, "stops", ""),
        ("Ville du rendez-vous", CITIES, "stops", ""),
        ("Ciudad de la reunión", CITIES, "stops", ""),
        ("City for B2B meetings", CITIES, "stops", ""),
        ("Where would you like to meet partners?", CITIES, "", "stops"),
        ("Lieu de la rencontre", CITIES, "", "stops"),
        ("Hotel", CITIES, "", "stops"),
        ("Ticket type", ["Cheese", "Dairy machinery; cheese"], "", "sectors"),
        ("Product group", ["Cheese", "Dairy machinery", "dairy machinry"], "", "sectors"),
        ("What do you offer?", ["Cheese", "Dairy machinery"], "offers", ""),
        ("Ticket type", ["Gold", "Silver", "Cheese"], "", ""),
        ("Diet", ["Cheese", "Dairy machinery"], "dietary", ""),
    ],
)
def test_no_column_of_the_missions_own_words_is_left_out_in_silence(
    heading: str, cells: list[str], field: str, asked: str
) -> None:
    rows = [Row(1, ("Company", heading)), *(Row(n + 2, (f"{'ABCD'[n]} Inc.", cell)) for n, cell in enumerate(cells))]
    found = columns.choose([SourceSheet("s", tuple(rows))], known=LISTS).columns[1]
    assert (found.field, found.asked) == (field, asked)


@pytest.mark.parametrize(
    ("heading", "cells", "field", "asked"),
    [
        ("Seat (town)", ["Aarhus", "Odense"], "city", ""),
        ("Branch of firm", ["Hard cheese", "Goat cheese"], "sectors", ""),
        ("Person arriving", ["Anna Jensen", "Piotr Nowak"], "full_name", ""),
        ("Zebra", ["Anna Jensen", "Piotr Nowak", "Mette Holm"], "", "full_name"),
        ("Zebra", ["aged gouda", "blue cheese", "goat cheese"], "", "offers"),
        ("Zebra", ["Cheese", "Dairy machinery", "Lamps", "Butter"], "", "sectors"),
    ],
)
def test_forms_in_the_english_of_others_are_understood_or_asked_about(
    heading: str, cells: list[str], field: str, asked: str
) -> None:
    rows = [Row(1, ("Company", heading)), *(Row(n + 2, (f"{'ABCD'[n]} Inc.", cell)) for n, cell in enumerate(cells))]
    found = columns.choose([SourceSheet("s", tuple(rows))], known=LISTS).columns[1]
    assert (found.field, found.asked) == (field, asked)


def test_names_of_companies_of_the_other_side_are_wishes() -> None:
    known = choices.MissionChoices(LISTS.sectors, LISTS.stops, frozenset({"nord ost a s", "sud lait"}))
    rows = [("Company", "Stops", "Sectors", "Would like to see"), ("A Inc.", "Krakow", "Cheese", "Nord Ost A/S, Sud Lait"),
            ("B Inc.", "Gdansk", "Cheese", "Sud Lait")]  # fmt: skip
    sheet = SourceSheet("s", tuple(Row(n, cells) for n, cells in enumerate(rows, start=1)))
    assert [column.asked for column in columns.choose([sheet], known=known).columns] == ["", "", "", "wishes"]
    assert [column.asked for column in columns.choose([sheet], known=LISTS).columns][3] != "wishes"


def test_a_list_that_another_column_feeds_is_not_asked_about_again() -> None:
    rows = [("Company", "Stops", "Hotel"), ("A Inc.", "Krakow", "Gdansk"), ("B Inc.", "Gdansk", "Krakow")]
    sheet = SourceSheet("s", tuple(Row(n, cells) for n, cells in enumerate(rows, start=1)))
    assert [column.asked for column in columns.choose([sheet], known=LISTS).columns] == ["", "", ""]


def test_name_beside_a_company_is_a_person() -> None:
    assert understood(["Name", "Affiliation", "City"], ["Jane Doe", "Maple Inc.", "Laval"]) == [
        "full_name",
        "name",
        "city",
    ]


def test_nom_beside_prenom_is_the_family_name() -> None:
    assert understood(["Entreprise", "Prénom", "Nom"], ["A inc.", "Zoë", "Côté"]) == [
        "name",
        "given_name",
        "family_name",
    ]


def test_title_is_what_its_cells_are() -> None:
    people = [["A Inc.", "Jane", "CEO"], ["B Inc.", "John", "Export Manager"]]
    assert understood(["Company", "First name", "Title"], *people)[2] == "position"
    people = [["A Inc.", "Jane", "Ms."], ["B Inc.", "John", "Dr."]]
    assert understood(["Company", "First name", "Title"], *people)[2] == "title"


def test_the_whole_name_is_not_needed_beside_its_parts() -> None:
    assert (
        understood(["Company", "Full name", "First name", "Last name"], ["A Inc.", "Jane Doe", "Jane", "Doe"])[1] == ""
    )


def test_an_unknown_heading_over_addresses_is_asked_about() -> None:
    rows = [["A Inc.", "Laval", f"p{n}@x.example.ca", "3"] for n in range(4)]
    assert understood(["Company", "City", "Zebra", "Stripes"], *rows)[2:] == ["email?", ""]


def test_cells_of_another_kind_are_asked_about() -> None:
    rows = [["A Inc.", "Laval", f"call {n} the office"] for n in range(4)]
    assert understood(["Company", "City", "Phone"], *rows)[2] == "phone?"


def test_of_two_columns_alike_the_second_is_asked_about() -> None:
    rows = [["A Inc.", "B Inc.", "Laval"], ["C Ltd.", "D Ltd.", "Laval"]]
    assert understood(["Company", "Organization", "City"], *rows) == ["name", "name?", "city"]


def test_the_account_of_a_form_service_is_nobody() -> None:
    headings = ["Completion time", "Email", "Company", "First name", "Email2", "First name2", "Email3"]
    row = ["2025-11-03", "anonymous", "Boreal Inc.", "Zoë", "z@b.example.ca", "Max", "m@b.example.ca"]
    assert understood(headings, row) == ["received", "", "name", "given_name", "email", "given_name#2", "email#2"]


def test_a_contact_beside_the_delegates_is_asked_about() -> None:
    headings = ["Company", "Contact name", "Delegate 1 name", "Delegate 2 name"]
    assert understood(headings, ["A Inc.", "Eve Roy", "Jane Doe", "John Roe"]) == [
        "name",
        "full_name#2?",
        "full_name",
        "full_name#2",
    ]


def test_a_sheet_without_a_company_asks_about_what_looks_like_one() -> None:
    rows = [["Alpha Inc.", "Laval", "a@x.example.ca"], ["Beta Ltd.", "Hull", "b@x.example.ca"]]
    assert understood(["Member company type", "City", "E-mail"], *rows)[0] == "name?"


def test_a_sheet_without_people_asks_about_what_looks_like_one() -> None:
    rows = [["Alpha Inc.", "Laval", "Jane Doe"], ["Beta Ltd.", "Hull", "John Roe"], ["Gamma Inc.", "Hull", "Ana Ruiz"]]
    assert understood(["Company", "City", "CEO name"], *rows)[2] == "full_name?"


def test_in_a_list_of_buyers_the_buyers_are_the_companies() -> None:
    row = ["Alpha Inc.", "Jane Doe", "j@x.example.ca", "Mexico"]
    headings = ["Buyer company", "Buyer name", "Buyer email", "Buyer country"]
    assert understood(headings, row) == ["name", "full_name", "email", "country"]
    assert understood(["Company", *headings[1:]], row)[1:] != ["full_name", "email", "country"]


def test_boxes_of_needs_and_languages_are_one_field() -> None:
    headings = ["Company", "Contact name", "Diet [Vegan]", "Diet [Other]", "Languages [French]", "Languages [Cree]"]
    row = ["A Inc.", "Jane Doe", "x", "No nuts", "X", ""]
    assert understood(headings, row)[2:] == ["dietary", "dietary", "languages", "languages"]


def test_two_columns_of_one_need_are_both_read() -> None:
    rows = [["A Inc.", "Jane", "Doe", "Nuts", "Vegan"], ["B Inc.", "Luc", "Roy", "", "Halal"]]
    assert understood(["Company", "First name", "Last name", "Allergies", "Diet"], *rows)[3:] == ["dietary", "dietary"]


def test_somebody_to_call_is_an_emergency_contact_where_the_heading_leaves_it_open() -> None:
    rows = [["A Inc.", "Laval", "Ruth Douglas, +1 206 555 0551"], ["B Inc.", "Hull", "Ana Ruiz, +52 55 1234 5678"]]
    sheet = ["Company", "City", "Whom may we ring if something goes wrong?"]
    assert understood(sheet, *rows)[2] == "emergency_contact?"
    assert understood(["Company", "City", "Contact"], *rows)[2] == "full_name"
