"""Amounts and currencies as they are typed."""

import pytest

from missionplanner import i18n
from missionplanner.errors import UserError
from missionplanner.jobs.typed_amounts import typed_amount, typed_currency, typed_value


def test_an_amount_is_read_as_the_language_writes_it() -> None:
    assert [typed_amount(text) for text in ("", "25000", "1,250.5")] == [None, 25000.0, 1250.5]
    i18n.use("fr")
    assert typed_amount("12,5") == 12.5
    with pytest.raises(UserError, match="montant"):
        typed_amount("beaucoup")


def test_a_currency_has_three_letters_that_are_one() -> None:
    assert [typed_currency(text) for text in ("", "cad")] == ["", "CAD"]
    with pytest.raises(UserError, match="“zz” is no currency"):
        typed_currency("zz")


def test_what_something_is_worth_is_not_below_nothing() -> None:
    assert [typed_value(text) for text in ("", "0", "12")] == [None, 0.0, 12.0]
    assert typed_amount("-1") == -1.0
    with pytest.raises(UserError, match="“-1” is no amount"):
        typed_value("-1")
