"""What is of a company goes with it, and each has one application."""

import sqlite3

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Distinction, Market, Offering, OfferingKind, Partner, Side
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of


def test_a_company_takes_everything_of_it_along(store: Store) -> None:
    with store.change(message("Fill")) as change:
        change.insert(Offering(company_id=1, kind=OfferingKind.OFFERS, text="x"))
        change.insert(Market(company_id=1, country="Chile"))
        change.insert(Partner(company_id=1, name="x"))
        change.insert(Distinction(company_id=2, other_id=1))
        change.insert(Request(delegation_id=1, counterpart_id=4))
    with store.change(message("Delete")) as change:
        change.delete(Company, [1])
    assert [store.count(kind) for kind in (Offering, Market, Partner, Distinction, Request)] == [0, 0, 0, 0, 0]
    assert [store.count(kind) for kind in (Application, Person)] == [5, 5]


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO applications SELECT NULL, 'x', company_id, status, announced, rank, received, source, reason,"
        " decided_at, decided_by, reviewer, applicant, declares_origin, declares_export_controls, declares_integrity,"
        " signed_by, signed_on, edited FROM applications WHERE id = 1",
        "UPDATE companies SET side = 'other'",
        "UPDATE companies SET uid = 'same'",
        "UPDATE people SET company_id = 99",
    ],
    ids=["two applications", "another side", "equal uids", "a company that is not there"],
)
def test_what_contradicts_itself_is_refused(store: Store, sql: str) -> None:
    def write() -> None:
        with store.change(message("Wrong")):
            database_of(store).execute(sql)

    with pytest.raises(sqlite3.IntegrityError):
        write()


def test_both_sides_are_stored(store: Store) -> None:
    assert {company.side for company in store.all(Company)} == set(Side)
