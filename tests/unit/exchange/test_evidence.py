"""Kinds of cells."""

import pytest

from missionplanner.exchange.evidence import MOST_CELLS, Evidence, gather, kinds_of


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("jane@maple.example.ca", "email"), ("+1 613 925 5296 ext. 204", "phone"), ("(604) 324-6083", "phone"), ("55 8638 3986", "phone"),
        ("https://www.maple.example", "web"), ("maple.com", "web"), ("2025-11-03 09:00:00", "date"), ("3 nov 2025", "date"),
        ("10-49", "number"), ("900 employees", "number"), ("1998", "year"), ("$12,000", "money"), ("2 M$", "money"), ("L4W 1G8", "postal"),
        ("06600", "postal"), ("ABC123456X12", "code"), ("Yes", "answer"), ("Oui", "answer"), ("0", "bit"), ("x", "letter"), ("ON", "words"),
        ("Toronto", "words"), ("Unit 4, 12 King Street", "text"),
        ("We make precision castings for the aerospace industry of North America.", "prose"),
    ],
)  # fmt: skip
def test_a_cell_is_of_one_kind_as_a_whole(cell: str, kind: str) -> None:
    assert kinds_of(cell)[0] == kind


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Maple Foods Inc.", "legal"), ("Grupo Alba S.A. de C.V.", "legal"), ("Bois Essai ltée", "legal"), ("Mtra.", "courtesy"),
        ("English, French", "language"), ("México", "country"), ("Nuevo León", "region"), ("12 rue Principale", "street"), ("Jane Doe", "given"),
        ("Jane Doe", "several"), ("Directrice des ventes", "post"),
    ],
)  # fmt: skip
def test_words_of_a_cell_tell_more(cell: str, kind: str) -> None:
    assert kind in kinds_of(cell)


def test_shares_count_different_cells() -> None:
    found = gather(["Yes", "Yes", "No", "", "n/a", "jane@x.example.ca"])
    assert (found.count, found.share("answer"), round(found.share("email"), 2), found.distinct) == (
        3,
        2 / 3,
        0.33,
        0.75,
    )


def test_no_cells_tell_nothing() -> None:
    assert gather(["", " ", "-"]) == Evidence()


def test_a_long_column_is_known_by_its_first_different_cells() -> None:
    read = []

    def cells():  # type: ignore[no-untyped-def]
        for number in range(10_000):
            read.append(number)
            yield f"Firm {number} Inc."

    assert gather(cells()).count == MOST_CELLS
    assert len(read) == MOST_CELLS
