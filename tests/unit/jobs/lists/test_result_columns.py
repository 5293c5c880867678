"""The sheets of relationships and agreements: what follows from what is said, what leaves only where it is chosen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from missionplanner.domain.agreements import Agreement, AgreementStatus, SigningPart
from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.i18n import translator
from missionplanner.jobs.agreements import entering as agreements
from missionplanner.jobs.agreements.entering import TypedSignatory
from missionplanner.jobs.lists import mission_workbook, record_sheets
from missionplanner.jobs.lists.record_columns import SheetFacts
from missionplanner.jobs.relationships import entering, lines, typed
from missionplanner.store.store import Store
from tests.builders import key_of

ON = date(2020, 3, 20)


def rows(store: Store, kind: str, language: str = "en", sensitive: bool = False) -> list[dict[str, Any]]:
    facts = SheetFacts(store.snapshot(), translator(language))
    sheet = record_sheets.whole(facts, kind, sensitive)
    names = [column.heading for column in sheet.columns]
    return [dict(zip(names, row, strict=True)) for row in sheet.rows]


def say(store: Store, one: Relationship, teller: str, stage: Stage, value: float, currency: str = "CAD") -> None:
    said = Claim(
        relationship_id=one.id, teller_id=key_of(store, teller), told_on=ON, stage=stage, value=value, currency=currency,
        expected=not stage.is_deal, about=f"{teller} {value}",
    )  # fmt: skip
    entering.say(store, said)


@pytest.fixture
def made(store: Store) -> Relationship:
    """D1 and C1, with an owner and a third party."""
    pair = (store.get(Company, key_of(store, name)) for name in ("D1", "C1"))
    one = entering.make(store, *pair, ON)
    texts = {"owner": "Ann", "due": "2020-04-01", "next_step": "Call", "notes": "=1+1"}
    entering.edit(store, typed.relationship_with(one, texts), ("A bank",))
    return one


def test_a_relationship_says_where_it_stands(store: Store, made: Relationship) -> None:
    say(store, made, "D1", Stage.NEGOTIATION, 1250.0)
    (row,) = rows(store, "relationships")
    assert row == {
        "Company": "D1", "Counterpart": "C1", "Stage": "Negotiation", "Since": ON, "Value": 1250, "Currency": "CAD",
        "Only expected": "yes", "Intents": "", "Owner": "Ann", "Owner on the other side": "", "Next step": "Call",
        "Due": date(2020, 4, 1), "Third parties": "A bank", "Notes": "=1+1",
    }  # fmt: skip
    assert "Négociation" in rows(store, "relationships", "fr")[0].values()


def test_values_are_those_of_the_list(store: Store, made: Relationship) -> None:
    say(store, made, "D1", Stage.AGREEMENT, 500.0)
    say(store, made, "C1", Stage.AGREEMENT, 70.5, "MXN")
    (row,) = rows(store, "relationships")
    assert (row["Value"], row["Currency"], row["Only expected"]) == ("500 CAD + 70 MXN", "", "")
    (line,) = lines.lines(store, ON)
    assert line.value == row["Value"]


def test_one_of_which_nobody_said_anything_has_no_stage(store: Store, made: Relationship) -> None:
    (row,) = rows(store, "relationships")
    assert (row["Stage"], row["Value"], row["Currency"], row["Only expected"]) == ("", "", "", "")
    assert row["Since"] == made.made_on


def test_intents_are_called_as_in_the_language_of_the_workbook(store: Store, made: Relationship) -> None:
    entering.edit(store, typed.relationship_with(made, {"intents": "sell; third_markets (Chile); barter"}), ())
    shown = {name: rows(store, "relationships", name)[0] for name in ("en", "fr", "es")}
    assert [shown["en"]["Intents"], shown["fr"]["Intentions"], shown["es"]["Intenciones"]] == [
        "Sell; Third markets (Chile); barter", "Vendre; Marchés tiers (Chile); barter",
        "Vender; Terceros mercados (Chile); barter",
    ]  # fmt: skip


def agree(store: Store, title: str, embargo: datetime | None) -> None:
    agreement = Agreement(
        title_en=title, title_fr=f"{title} fr", status=AgreementStatus.READY, announced_value=1000.0, actual_value=7.5,
        currency="CAD", embargo=embargo, notes="Ours",
    )  # fmt: skip
    signing = [
        TypedSignatory("Luis Vega", "Minister", "D1"), TypedSignatory("Ana Ruiz", "CEO", "Mexico", is_out=True),
        TypedSignatory("Eva Paz", part=SigningPart.WITNESS),
    ]  # fmt: skip
    agreements.enter(store, None, agreement, ["D1", "Mexico"], signing)


def test_agreements_under_embargo_and_real_values_leave_only_where_it_is_chosen(store: Store) -> None:
    later = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
    agree(store, "Steel", later)
    facts = SheetFacts(store.snapshot(), translator("en"))
    assert "agreements" not in mission_workbook._kinds(facts, sensitive=False)
    agree(store, "Ports", later - timedelta(days=4))
    (row,) = rows(store, "agreements")
    assert {name: row[name] for name in ("Kind", "Title in English", "Status", "Parties", "Signs", "Witness")} == {
        "Kind": "Memorandum of understanding", "Title in English": "Ports", "Status": "Ready to be signed",
        "Parties": "D1; Mexico", "Signs": "Luis Vega", "Witness": "Eva Paz",
    }  # fmt: skip
    assert (row["Announced value"], row["Currency"]) == (1000, "CAD")
    assert "Real value" not in row
    assert "Notes" not in row
    found = rows(store, "agreements", sensitive=True)
    assert [(one["Title in English"], one["Real value"], one["Notes"]) for one in found] == [
        ("Steel", 7.5, "Ours"), ("Ports", 7.5, "Ours"),
    ]  # fmt: skip
    assert found[0]["Embargo until"] == later


def test_what_changes_is_read_again(store: Store, made: Relationship) -> None:
    before = store.snapshot()
    with_owner = typed.relationship_with(store.get(Relationship, made.id), {"owner": "Bea"})
    entering.edit(store, with_owner, ())
    after = store.snapshot(before, frozenset(("relationships", "relationship_parties")))
    assert (after.relationships[0].owner, after.third_parties_of) == ("Bea", {})
    assert before.relationships[0] == replace(after.relationships[0], owner="Ann")
