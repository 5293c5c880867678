"""The currency of sums that name none."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.jobs.fields import currencies, definitions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.mark.parametrize(("country", "code"), [("Canada", "CAD"), ("Allemagne", "EUR"), ("", ""), ("Atlantis", "")])
def test_the_usual_currency_is_that_of_the_country_the_mission_is_from(tmp_path: Path, country: str, code: str) -> None:
    with small_mission(tmp_path / "m.mission", 1, 1, 1) as store:
        with store.change(message("Edit")) as change:
            change.update(replace(store.mission, home_country=country))
        assert currencies.usual(store) == code
        assert definitions.enter(store, None, {"name_en": "Budget", "kind": FieldKind.MONEY}).currency == code


def test_a_field_keeps_the_currency_chosen_for_it(store: Store) -> None:
    made = definitions.enter(store, None, {"name_en": "Budget", "kind": FieldKind.MONEY, "currency": "mxn"})
    assert made.currency == "MXN"
    # Taken away on purpose it stays away; a field of another kind has none until it is one of money.
    assert definitions.enter(store, made, {"currency": ""}).currency == ""
    text = definitions.enter(store, None, {"name_en": "Size"})
    assert text.currency == ""
    with pytest.raises(UserError, match="is no currency"):
        definitions.enter(store, text, {"currency": "zz"})
    assert definitions.enter(store, text, {"kind": FieldKind.MONEY}).currency == "CAD"


def test_what_is_typed_is_a_currency_in_capitals_or_refused() -> None:
    assert (currencies.typed(" cad "), currencies.typed("")) == ("CAD", "")
    with pytest.raises(UserError, match="is no currency"):
        currencies.typed("ZZZ")
