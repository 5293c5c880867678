"""Fees of companies: added at once, listed, summed up, and needed to be confirmed where somebody wants that."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain import fees as rules
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.errors import UserError
from missionplanner.exchange.form_questions import questions
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies import cells
from missionplanner.jobs.fields import currencies, fees, forms, values
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("fees") / "m.mission", 3, 1) as store:
        fees.add(store, "cad")
        type_in(store, ("D1", "due", "1000"), ("D1", "paid", "400"), ("D2", "due", "1000"), ("D2", "paid", "1000"))
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def type_in(store: Store, *said: tuple[str, str, str]) -> None:
    """Type amounts into the fees of companies."""
    edits = [Edit(key_of(store, name), f"company.fee_{code}", text) for name, code, text in said]
    cells.edit(store, edits, message("Edit"))


def test_the_fields_are_added_once_and_asked_in_no_form(store: Store) -> None:
    assert [one.code for one in values.fields(store)][:2] == ["fee_due", "fee_invoiced"]
    assert not [one for one in questions(forms.facts(store), Side.DELEGATION) if "fee_" in one.target]
    with pytest.raises(UserError, match="there already"):
        fees.add(store, "")
    with pytest.raises(UserError, match="is no currency"):
        fees.add(store, "ZZZ")


def test_who_has_not_paid_is_listed_and_summed_up(store: Store) -> None:
    found = fees.of_companies(store.snapshot())
    assert [(one.name, one.is_open) for one in found] == [("D1", True), ("D2", False)]
    assert fees.sums(store.snapshot()) == "Fees: 2,000 CAD due, 1,400 CAD paid, 600 CAD open; 1 company has not paid"
    type_in(store, ("D1", "waived", "600"))
    assert fees.sums(store.snapshot()).endswith("0 CAD open; all have paid")


def test_the_filter_agrees_with_the_rule(store: Store) -> None:
    type_in(store, ("D3", "refunded", "5 USD"))
    unpaid = {one.company_id for one in fees.of_companies(store.snapshot()) if one.is_open}
    assert unpaid == {key_of(store, "D1"), key_of(store, "D3")}
    assert set(store.companies.ids(CompanyFilter(lacks=("fee",)))) == unpaid
    assert len(store.companies.ids(CompanyFilter(has=("fee",)))) == 2


def test_a_required_payment_is_needed_to_be_confirmed(store: Store) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    assert fees.refusals(store, keys) == {}
    with store.change(message("Need")) as change:
        (paid,) = (one for one in store.all(OwnField) if one.name == rules.PAID)
        change.update(replace(paid, required=True))
    report = decisions.set_status(store, keys, Status.CONFIRMED)
    assert [one.reason for one in report.refused] == ["Its fee is not settled: 600 CAD are open."]
    refused = cells.edit(store, [Edit(keys[0], "status", "Confirmed")], message("Edit")).refused
    assert [one.reason for one in refused] == ["Its fee is not settled: 600 CAD are open."]
    statuses = {one.company_id: one.status for one in store.all(Application)}
    assert [statuses[key] for key in keys] == [Status.ACCEPTED, Status.CONFIRMED]


def test_sums_are_in_the_currency_of_the_country_the_mission_is_from(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 1, 1) as store:
        assert currencies.usual(store) == "CAD"
        assert {one.currency for one in fees.add(store, "")} == {"CAD", ""}
        type_in(store, ("D1", "due", "1000"), ("D1", "paid", "400 USD"))
        own = values.by_record(store, Subject.COMPANY)[key_of(store, "D1")]
        assert own == {"company.fee_due": "1000 CAD", "company.fee_paid": "400 USD"}


def test_fees_without_a_currency_get_one_with_their_amounts(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 2, 1, 1) as store:
        with store.change(message("Leave the country")) as change:
            change.update(replace(store.mission, home_country=""))
        assert {one.currency for one in fees.add(store, "")} == {""}
        type_in(store, ("D1", "due", "1000"), ("D2", "due", "5 USD"))
        with pytest.raises(UserError, match="there already"):
            fees.add(store, "")
        before = store.snapshot()
        assert [one.currency for one in fees.add(store, "cad")] == ["CAD"] * 5
        assert fees.sums(store.snapshot()).startswith("Fees: 1,000 CAD due, 0 CAD paid, 1,000 CAD open · 5 USD due")
        assert store.undo()
        assert store.snapshot() == before
        assert store.redo()
        assert fees.sums(store.snapshot()).startswith("Fees: 1,000 CAD due")
