"""The delegates of a row, with what belongs to each of them."""

import pytest

from missionplanner.domain.changes import SourceEntry
from missionplanner.domain.companies import Side
from missionplanner.domain.issues import Issue
from missionplanner.exchange import choices, columns, companies
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row


def read(headings: list[str], cells: list[str], country: str = "Canada") -> tuple[SourceEntry, tuple[Issue, ...]]:
    context = companies.Context(Side.DELEGATION, country, choices.of_sectors([]), choices.of_stops([]))
    sheet = SourceSheet("S", (Row(1, tuple(headings)), Row(2, tuple(cells))))
    (row,) = companies.read(columns.choose([sheet]), context)
    assert row.draft is not None
    return row.draft, row.issues


HEAD = ["Company", "City", "Contact name", "E-mail", "Phone"]


def test_people_of_one_cell_have_the_address_and_number_of_their_line() -> None:
    draft, issues = read(HEAD, ["A", "X", "Jane Doe\nJohn Roe", "j@a.ca\nr@a.ca", "416 555 0134\n416 555 0177"])
    assert draft.delegates == (
        {"given_name": "Jane", "family_name": "Doe", "email": "j@a.ca", "phone": "+14165550134"},
        {"given_name": "John", "family_name": "Roe", "email": "r@a.ca", "phone": "+14165550177"},
    )
    assert [issue.code for issue in issues] == ["several_people"]


def test_one_address_of_two_people_is_of_the_first() -> None:
    draft, _issues = read(HEAD, ["A", "X", "Luc Roy et Zoé Roy", "info@a.ca", ""])
    assert [person.get("email") for person in draft.delegates] == ["info@a.ca", None]


def test_second_addresses_and_numbers_are_kept() -> None:
    draft, issues = read(HEAD, ["A", "X", "Jane Doe", "j@a.ca; j2@a.ca", "416 555 0134 / 416 555 0177"])
    assert draft.delegates[0]["mobile"] == "+14165550177"
    assert draft.company["notes"] == "Jane Doe: j2@a.ca"
    assert [(issue.code, issue.column) for issue in issues] == [("kept_in_notes", "E-mail")]


def test_degrees_are_kept_in_the_notes_and_posts_are_positions() -> None:
    draft, issues = read([*HEAD, "Notes"], ["A", "X", "Jane Doe, P.Eng. (CEO)", "j@a.ca", "", "line"])
    assert draft.delegates == ({"given_name": "Jane", "family_name": "Doe", "position": "CEO", "email": "j@a.ca"},)
    assert (draft.company["notes"], issues) == ("line\nJane Doe: P.Eng.", ())


@pytest.mark.parametrize("address", ["ana@prueba.com,mx", "ana at prueba.mx"])
def test_an_address_in_doubt_is_reported_and_kept_as_typed(address: str) -> None:
    draft, issues = read(HEAD, ["A", "X", "Ana Ruiz", address, ""])
    assert draft.delegates[0]["email"] == address
    assert [issue.code for issue in issues] == ["bad_email"]


def test_a_bad_address_beside_a_good_one_is_reported() -> None:
    draft, issues = read(HEAD, ["A", "X", "Ana Ruiz", "ana@prueba.mx; luis@prueba", ""])
    assert draft.delegates[0]["email"] == "ana@prueba.mx"
    assert [issue.code for issue in issues] == ["bad_email"]


NAMED = ["Company", "City", "First name", "Last name", "Job title", "E-mail", "Notes"]


@pytest.mark.parametrize("family", ["So", "Null", "No", "Nan", "Na"])
def test_family_names_that_look_like_nothing_stay(family: str) -> None:
    draft, _issues = read(NAMED, ["A", "X", "Kevin", family, "ND", "k@a.ca", "None"])
    assert draft.delegates[0] == {"given_name": "Kevin", "family_name": family, "position": "ND", "email": "k@a.ca"}
    assert draft.company["notes"] == "None"


def test_names_that_are_all_nothing_are_nobody() -> None:
    assert read(NAMED, ["A", "X", "null", "null", "", "", ""])[0].delegates == ()
    assert read(NAMED, ["A", "X", "", "Null", "", "", ""])[0].delegates == ()
    assert read(NAMED, ["A", "X", "So", "Null", "", "", ""])[0].delegates == (
        {"given_name": "So", "family_name": "Null"},
    )


def test_names_below_one_another_in_two_columns_are_people() -> None:
    draft, _issues = read(NAMED, ["A", "X", "Jane\nJohn", "Doe\nRoe", "CEO\nCFO", "j@a.ca\nr@a.ca", ""])
    assert [(p["given_name"], p["family_name"], p["position"], p["email"]) for p in draft.delegates] == [
        ("Jane", "Doe", "CEO", "j@a.ca"),
        ("John", "Roe", "CFO", "r@a.ca"),
    ]


def test_a_degree_behind_a_family_name_is_none_of_it() -> None:
    draft, _issues = read(NAMED, ["A", "X", "Dr. Jane", "Doe, MBA", "", "j@a.ca", ""])
    assert draft.delegates[0] == {"title": "Dr.", "given_name": "Jane", "family_name": "Doe", "email": "j@a.ca"}
    assert draft.company["notes"] == "Jane Doe: MBA"


def test_a_number_that_cannot_be_is_reported_and_kept_as_typed() -> None:
    draft, issues = read(HEAD, ["A", "X", "Jane Doe", "j@a.ca", "01 42 68 53 00"])
    assert draft.delegates[0]["phone"] == "01 42 68 53 00"
    assert [issue.code for issue in issues] == ["bad_phone"]


def test_people_written_with_their_addresses() -> None:
    draft, issues = read(["Company", "City", "Contact name"], ["A", "X", "Jane Doe <j@a.ca>; <r@a.ca>"])
    assert draft.delegates == ({"given_name": "Jane", "family_name": "Doe", "email": "j@a.ca"}, {"email": "r@a.ca"})
    assert issues == ()


def test_an_address_is_of_the_person_whose_name_it_holds() -> None:
    draft, _issues = read(HEAD, ["A", "X", "Jane Doe\nJohn Roe", "john@a.ca", ""])
    assert [person.get("email") for person in draft.delegates] == [None, "john@a.ca"]
    draft, _issues = read(HEAD, ["A", "X", "Jane Doe\nJohn Roe", "jroe@a.ca\ninfo@a.ca", ""])
    assert [person.get("email") for person in draft.delegates] == ["info@a.ca", "jroe@a.ca"]
    draft, _issues = read(HEAD, ["A", "X", "Jane and John Doe", "doe@a.ca", ""])
    assert [person.get("email") for person in draft.delegates] == ["doe@a.ca", None]


@pytest.mark.parametrize(
    ("cell", "posts"),
    [
        ("CEO / CFO", ["CEO", "CFO"]),
        ("CEO, CFO", ["CEO", "CFO"]),
        ("1st\n2nd", ["1st", "2nd"]),
        ("Paris, France", ["Paris, France"] * 2),
    ],
)
def test_each_of_two_people_has_the_post_in_their_place(cell: str, posts: list[str]) -> None:
    draft, _issues = read([*HEAD, "Position"], ["A", "X", "Jane Doe & John Roe", "", "", cell])
    assert [person["position"] for person in draft.delegates] == posts


def test_alternate_columns_of_an_address_or_number_are_kept() -> None:
    head = ["Company", "Alternate email", "Contact name", "E-mail", "Phone", "Other phone", "Mobile"]
    row = ["A Inc.", "z@home.ca", "Jane Doe", "j@a.ca", "416 555 0134", "416 555 0177", "416 555 0188"]
    draft, issues = read(head, row)
    assert draft.delegates == (
        {
            "given_name": "Jane", "family_name": "Doe", "email": "j@a.ca", "mobile": "+14165550188", "phone": "+14165550134",
        },
    )  # fmt: skip
    assert draft.company["notes"] == "Jane Doe: z@home.ca\nJane Doe: +14165550177"
    assert [issue.code for issue in issues] == ["kept_in_notes"] * 2
    draft, issues = read(head[:6], ["A Inc.", "J@A.ca", *row[2:6]])
    assert (draft.delegates[0]["mobile"], issues) == ("+14165550177", ())


@pytest.mark.parametrize(
    ("levels", "codes"),
    [(["Fluent", "Basic"], "fr,es"), (["None", "Basic"], "es"), (["0", "Aucun"], None), (["4", ""], "fr")],
)
def test_a_matrix_of_languages_is_read(levels: list[str], codes: str | None) -> None:
    head = ["Company", "Contact name", "E-mail", "Language skills [French]", "Language skills [Spanish]"]
    draft, _issues = read(head, ["A Inc.", "Jane Doe", "j@a.ca", *levels])
    assert draft.delegates[0].get("languages") == codes


def test_needs_of_several_columns_and_boxes_are_all_kept() -> None:
    headings = [
        "Company",
        "Contact name",
        "Allergies",
        "Diet [Vegan]",
        "Diet [Halal]",
        "Diet [Other]",
        "Languages [French]",
    ]
    draft, _issues = read(headings, ["A", "Jane Doe", "Nuts", "x", "", "No pork", "x"])
    assert (draft.delegates[0]["dietary"], draft.delegates[0]["languages"]) == ("Nuts, Vegan, No pork", "fr")


def test_lines_below_a_name_are_the_post_the_address_and_the_telephone() -> None:
    cell = "Jean Tremblay\nPrésident-directeur général\njean@c.ca\n418-555-0134"
    draft, issues = read(["Company", "City", "Contact name", "E-mail"], ["A", "X", cell, ""])
    assert draft.delegates == (
        {
            "given_name": "Jean", "family_name": "Tremblay", "position": "Président-directeur général",
            "email": "jean@c.ca", "phone": "+14185550134",
        },
    )  # fmt: skip
    assert issues == ()


def test_two_given_names_of_one_family_name_are_two_people() -> None:
    draft, _issues = read(NAMED, ["A", "X", "Jane & John", "Doe", "", "", ""])
    assert [(one["given_name"], one["family_name"]) for one in draft.delegates] == [("Jane", "Doe"), ("John", "Doe")]
    draft, _issues = read(NAMED, ["A", "X", "Jean et compagnie", "Doe", "", "", ""])
    assert [one["given_name"] for one in draft.delegates] == ["Jean et compagnie"]
