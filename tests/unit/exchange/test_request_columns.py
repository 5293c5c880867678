"""Headings of tables of requests: of either side, choices, companies across the top, which side asks."""

import pytest

from missionplanner.exchange import request_columns
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.request_names import Directory
from missionplanner.exchange.source_rows import Row

KNOWN = Directory(lambda text: frozenset({1} if text in ("Alfa", "Beta") else ()))


def find(*headings: str) -> dict[str, list[int]]:
    return request_columns.find(Row(1, headings), KNOWN)


@pytest.mark.parametrize(
    ("headings", "wanted"),
    [
        (("Nom de l'entreprise", "1er choix d'entreprise", "2e choix"), {"asker": [0], "wanted": [1, 2]}),
        (("Company", "Top choice", "Second", "Third"), {"asker": [0], "wanted": [1, 2, 3]}),
        (("Company", "1", "2", "3"), {"asker": [0], "wanted": [1, 2, 3]}),
        (("From (email)", "To (email)", "Why?"), {"asker": [0], "wanted": [1], "comment": [2]}),
        (("Meeting ID", "Requester", "Recipient", "Status"), {"asker": [1], "wanted": [2]}),
        (("", "Alfa", "Beta"), {"asker": [0], "wanted": [1, 2]}),
        (("Company", "Alfa (Puebla)", "Beta – Ana"), {"asker": [0], "wanted": [1, 2]}),
        (("Company to meet", "Alfa", "Beta"), {"wanted": [0], "askers": [1, 2]}),
        (("E-mail", "Whom? [Alfa]", "Whom? [Beta]"), {"asker": [0], "wanted": [1, 2]}),
        (
            ("Company", "Rank your choices [1st choice]", "Rank your choices [2nd choice]"),
            {"asker": [0], "wanted": [1, 2]},
        ),
        (("Empresa anfitriona", "Empresa canadiense", "Interés"), {"asker": [0], "wanted": [1], "priority": [2]}),
        (("Entreprise", "Qui souhaitez-vous rencontrer (par ordre de priorité) ?"), {"asker": [0], "wanted": [1]}),
        (("Requested by", "Wants to meet", "Where meetings are held"), {"asker": [0], "wanted": [1], "place": [2]}),
        (("Requested by", "Wants to meet", "Lugar de la reunión"), {"asker": [0], "wanted": [1], "place": [2]}),
        (("asker", "wanted", "meets_at"), {"asker": [0], "wanted": [1], "place": [2]}),
        (
            ("Delegation", "Counterpart", "Asked by", "Wished for", "Meeting, or why not", "Attended by"),
            {"asker": [0], "wanted": [1], "direction": [2]},
        ),
        (("Company", "Wished for"), {"asker": [0], "wanted": [1]}),
        (("City", "Date"), {}),
    ],
)
def test_the_columns_of_each_kind(headings: tuple[str, ...], wanted: dict[str, list[int]]) -> None:
    assert find(*headings) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Mexican company", "second"), ("Canadian", "first"), ("Canadian company", "first"), ("delegation", "first"),
        ("counterpart", "second"), ("Both", "both"), ("les deux", "both"), ("Ambas", "both"), ("yes", ""), ("company", ""),
    ],
)  # fmt: skip
def test_which_side_asks(said: str, wanted: str) -> None:
    assert request_columns.asking(said, "Canadian company", "Mexican company") == wanted


def test_a_column_that_only_says_the_side_names_nobody() -> None:
    head = ("Canadian company", "Mexican company", "Requested by")
    below = (Row(2, ("Alfa", "Gama", "Mexican company")), Row(3, ("Beta", "Gama", "both")))
    columns = request_columns.find(Row(1, head), KNOWN)
    sheet = SourceSheet("S", (Row(1, head), *below))
    assert request_columns.with_direction(sheet, 0, columns, KNOWN) == {
        "asker": [0], "wanted": [1], "direction": [2],
    }  # fmt: skip
    named = SourceSheet("S", (Row(1, head), Row(2, ("Alfa", "Gama", "Delta"))))
    assert request_columns.with_direction(named, 0, columns, KNOWN) == columns


def test_headings_nobody_reads_are_known_by_cells_that_name_companies() -> None:
    rows = [("Wensen", ""), ("Deelnemer", "Wil spreken", "Belang"), ("Alfa", "Gamma", "Beta"), ("Beta", "Alfa", "Alfa"),
            ("Alfa", "Beta", "hoog"), ("Gamma", "Beta", "laag"), ("Gamma", "Alfa", "laag")]  # fmt: skip
    known = Directory(lambda text: frozenset({len(text), ord(text[0])} if text in ("Alfa", "Beta", "Gamma") else ()))
    sheet = SourceSheet("S", [Row(n, cells) for n, cells in enumerate(rows, start=1)])
    assert request_columns.by_cells(sheet, known) == (1, {"asker": [0], "wanted": [1]})
    strangers = SourceSheet("S", [Row(n, cells[:1] + ("x",)) for n, cells in enumerate(rows, start=1)])
    assert request_columns.by_cells(strangers, known) == (0, {})
