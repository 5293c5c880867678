"""The kind a column of cells is: told only where no value is lost by it."""

import pytest

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange import own_cells
from missionplanner.exchange.own_guesses import suited


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ((), FieldKind.TEXT),
        (("a@b.ca", "n/a", "c@d.ca"), FieldKind.EMAIL),
        (("2026-02-15", "16/02/2026"), FieldKind.DATE),
        (("2026-02-15 14:30",), FieldKind.TEXT),
        (("+1 416 555 0134", "(416) 555-0135"), FieldKind.PHONE),
        (("12", "1 250,5"), FieldKind.NUMBER),
        (("0042", "0043"), FieldKind.TEXT),
        (("CAD 20", "30 USD"), FieldKind.MONEY),
        (("$20", "$30"), FieldKind.TEXT),
        (("Yes", "no"), FieldKind.YES_NO),
        (("Yes", "only on Monday"), FieldKind.TEXT),
        (("https://a.ca", "www.b.ca"), FieldKind.WEB),
        (("HS8421.21", "acme.ca"), FieldKind.TEXT),
        (("x" * 121, "y"), FieldKind.LONG),
        (("one\ntwo",), FieldKind.LONG),
        (("Bus", "Car") * 3, FieldKind.ONE),
        (("Bus; Car", "Car", "Bus") * 2, FieldKind.SEVERAL),
        (("Bus", "bus") * 3, FieldKind.TEXT),
        (("Bus", "Car"), FieldKind.TEXT),
        (("Bus",) * 6, FieldKind.TEXT),
        (tuple(map("name {}".format, range(15))) * 2, FieldKind.ONE),
        (tuple(map("name {}".format, range(16))) * 2, FieldKind.TEXT),
        (tuple(map("name {}".format, range(20))), FieldKind.TEXT),
    ],
)
def test_the_kind_of_a_column(cells: tuple[str, ...], kind: FieldKind) -> None:
    found = suited(OwnField(), cells, "CA")
    assert found.kind is kind
    assert all(own_cells.kept(found, cell, "CA")[1] for cell in cells)


def test_a_list_is_made_of_the_answers_in_their_order() -> None:
    assert suited(OwnField(), ("Car", "Bus; Car", "Bus") * 2).choices == "Car\nBus"
