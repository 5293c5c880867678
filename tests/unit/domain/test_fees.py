"""What is open of fees, by currency."""

from decimal import Decimal

from missionplanner.domain import fees
from missionplanner.domain.own_fields import OwnField, OwnFields
from missionplanner.i18n import translator


def test_what_is_due_and_neither_waived_nor_paid_is_open() -> None:
    values = {"company.fee_due": "1000 CAD", "company.fee_paid": "700 CAD", "company.fee_waived": "200 CAD",
              "company.fee_refunded": "50 CAD", "company.fee_date": "2026-01-01"}  # fmt: skip
    (found,) = fees.balances([values])
    assert (found.left, found.is_open, found.shown("left", translator("en"))) == (Decimal(150), True, "150 CAD")
    assert not fees.is_open({**values, "company.fee_paid": "850 CAD"})
    assert fees.is_open({"company.fee_due": "1000 CAD", "company.fee_paid": "1000 USD"})
    assert fees.balances([{"company.fee_due": "soon"}, {}]) == []


def test_the_group_is_of_the_delegation_and_no_form_asks_for_it() -> None:
    found = fees.group("CAD")
    assert [(one.code, one.currency, one.side) for one in found][-2:] == [
        ("fee_date", "", "delegation"), ("fee_reference", "", "delegation"),
    ]  # fmt: skip
    assert [fees.is_fee(one) for one in (found[0], OwnField(code="hotel"))] == [True, False]
    assert not fees.needed_to_confirm(OwnFields(found))
