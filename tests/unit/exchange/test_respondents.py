"""Who the columns of a sheet are about."""

from missionplanner.exchange.meanings import meaning
from missionplanner.exchange.respondents import is_account, with_buyers, without_respondent


def test_the_account_that_answered_is_nobody() -> None:
    found = without_respondent([meaning(one) for one in ("Completion time", "Email", "Email2", "Email3")])
    assert [one.field for one in found] == ["received", "", "email", "email"]
    assert [one.heading.ordinal for one in found[2:]] == [1, 2]


def test_without_a_service_every_address_counts() -> None:
    assert [one.field for one in without_respondent([meaning("Email"), meaning("Email2")])] == ["email", "email"]


def test_buyers_are_the_companies_where_only_they_are_listed() -> None:
    headings = ["Buyer company", "Buyer e-mail", "Buyer name", "City"]
    assert [one.field for one in with_buyers([meaning(one) for one in headings])][:2] == ["name", "email"]
    assert with_buyers([meaning(one) for one in (*headings, "Company")])[0].field == ""
    assert with_buyers([meaning("Buyer company"), meaning("City")])[0].field == ""


def test_accounts_are_known_by_their_heading() -> None:
    assert is_account("E-mail")
    assert not is_account("Delegate e-mail")


def test_buyers_are_the_people_of_companies_that_are_listed_too() -> None:
    headings = ["Winery", "Company", "Buyer's first name", "Buyer's mobile", "Buyer's company type"]
    found = with_buyers([meaning(one) for one in headings])
    assert [one.field for one in found[1:]] == ["name", "given_name", "mobile", ""]
