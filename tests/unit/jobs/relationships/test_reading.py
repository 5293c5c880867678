"""A year of answers is read, doubles are found, evidence verified, and every date reports what is true."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.deals import doubles, tellings
from missionplanner.domain.relationships import Claim, Relationship
from missionplanner.domain.results import DealStanding
from missionplanner.errors import UserError
from missionplanner.jobs.relationships import entering, reading, report
from missionplanner.jobs.relationships.registering import registered
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import Figures, check_undo, small_mission

YEARS = Path(__file__).parents[3] / "data" / "year"
"""Answers of 300 meetings at 30, 90, 180 and 365 days with what is true: in English, and in Spanish and French."""


@dataclass
class Year:
    """A year that was read."""

    store: Store
    folder: Path
    truth: dict[str, Any]


def rows(folder: Path) -> list[list[str]]:
    with (folder / "answers.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def names(folder: Path) -> tuple[set[str], set[str]]:
    """Return the companies of the two sides: those of Canada say what they are in English."""
    with (folder / "answers.csv").open(encoding="utf-8", newline="") as file:
        places = (1, 2) if folder.name == "a" else (1, 5)
        found = {row[place] for row in list(csv.reader(file))[1:] for place in places}
    ours = {name for name in found if name.endswith(("Inc.", "Ltd."))}
    return ours, found - ours


@pytest.fixture(scope="module", params=["a", "b"])
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    folder = YEARS / request.param
    with small_mission(tmp_path_factory.mktemp("year") / "year.mission", 0, 0) as store:
        with store.change(message("Companies")) as change:
            for side, found in zip(Side, names(folder), strict=True):
                change.insert_all(Company(side=side, name=name) for name in sorted(found))
        found = reading.read(store, folder / "answers.csv")
        assert (found.same, found.rejected) == (0, 0)
        reading.take(store, found)
        yield Year(store, folder, json.loads((folder / "truth.json").read_text(encoding="utf-8")))


def test_every_answer_is_read_once(year: Year) -> None:
    assert len(year.store.all(Claim)) == len(rows(year.folder))
    again = reading.read(year.store, year.folder / "answers.csv")
    assert (len(again.new), again.same) == (0, len(rows(year.folder)))
    assert again.sentence == f"0 new answers, {again.same:,} known already, 0 rows not read"


def test_doubles_are_suggested_and_different_deals_are_not(year: Year, figures: Figures) -> None:
    known = registered(year.store, year.truth["rates to CAD"])
    thread = {claim.id: telling.key for telling in tellings(known.register) for claim in telling.claims}

    def of(pairs: list[list[int]]) -> set[frozenset[int]]:
        return {frozenset(thread[row] for row in pair) for pair in pairs}

    found = {frozenset((one.one.key, one.other.key)) for one in doubles(known.register)}
    true = of(year.truth["same deal, other teller"])
    right = len(found & true)
    figures(
        f"year {year.folder.name}: {right} of {len(true)} doubles suggested, {right} of {len(found)} suggestions right"
    )
    assert right / len(true) >= 0.95
    assert right / len(found) >= 0.9
    assert not found & {pair for pair in of(year.truth["same pair, different deals"]) if len(pair) == 2}


def test_verified_totals_are_true_on_every_date(year: Year, figures: Figures) -> None:
    deal_of = {row: n for n, deal in enumerate(year.truth["deals"]) for row in deal["rows"]}
    known = registered(year.store, year.truth["rates to CAD"])
    decided = [  # a person accepts those suggestions that are right
        pair for pair in reading.suggested(known)
        if pair[0] in deal_of and deal_of[pair[0]] == deal_of.get(pair[1])
    ]  # fmt: skip
    entering.decide(year.store, decided, is_same=True)
    evidence = reading.evidence_in(known, year.folder / "evidence")
    assert (evidence.unread, evidence.missing) == ([], [])
    entering.verify(year.store, evidence.proofs)
    assert reading.evidence_in(registered(year.store), year.folder / "evidence").proofs == []
    worst = 0.0
    for day, true in year.truth["by date"].items():
        found = report.report_on(year.store, date.fromisoformat(day), "CAD", year.truth["rates to CAD"])
        sums = found.sums()
        for standing, name in (
            (DealStanding.VERIFIED, "verified (deals, lower, higher)"),
            (DealStanding.VERIFIED_BEFORE, "verified, begun before (deals, value)"),
            (DealStanding.BOTH, "both sides (deals, lower, higher)"),
        ):
            assert sums[standing][0] == true[name][0], (day, standing)
            worst = max(worst, abs(sums[standing][1] - true[name][1]) / max(1, true[name][1]))
        assert found.results.every_row == pytest.approx(true["claimed, every row counted"], abs=1)
        assert {stage.value: n for stage, n in found.stages().items() if n} == told(true["told stages"])
    figures(f"year {year.folder.name}: verified totals at most {worst:.2%} from the truth on 5 dates")
    assert worst <= 0.02


def told(stages: dict[str, int]) -> dict[str, int]:
    codes = {
        "meeting held": "held", "follow-up": "follow_up", "samples or quotation": "quotation", "first delivery": "delivery",
    }  # fmt: skip
    return {codes.get(name, name): n for name, n in stages.items()}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    head = "company,counterpart,date,stage,value,currency,evidence"
    lines = [
        "D1,C1,2026-03-20,agreement,500,CAD,deal.txt", "D1,Nobody,2026-03-20,agreement,5,CAD,",
        "C1,D1,2026-03-21,dancing,5,CAD,", "D1,D1,2026-03-21,held,,,", "C2,D2,soon,held,,,",
        "D1,C1,2026-03-20,agreement,500,CAD,deal.txt", "C2,D2,2026-03-21,signed,many,ZZZ,",
    ]  # fmt: skip
    path.write_text("\n".join([head, *lines]), encoding="utf-8")
    return path


def test_rows_that_cannot_be_read_are_told_one_by_one(store: Store, table: Path) -> None:
    found = reading.read(store, table)
    assert (len(found.new), found.same) == (2, 1)
    assert sorted({(issue.row, issue.code) for issue in found.issues}) == [
        (3, "no_company"), (4, "no_stage"), (6, "bad_date"), (6, "no_date"), (8, "no_currency"), (8, "not_a_number"),
    ]  # fmt: skip
    check_undo(store, lambda s: reading.take(s, found), "Read 2 answers")
    assert [one.made_on for one in store.all(Relationship)] == [date(2026, 3, 20), date(2026, 3, 21)]


def test_evidence_that_is_missing_or_says_nothing_is_told(store: Store, table: Path, tmp_path: Path) -> None:
    reading.take(store, reading.read(store, table))
    assert reading.evidence_in(registered(store), tmp_path).missing == ["deal.txt"]
    (tmp_path / "deal.txt").write_text("Nothing to see", encoding="utf-8")
    assert reading.evidence_in(registered(store), tmp_path).unread == ["deal.txt"]
    (tmp_path / "deal.txt").write_text("Total CAD 480.50 signed 2026-03-01", encoding="utf-8")
    (proof,) = reading.evidence_in(registered(store), tmp_path, date(2026, 4, 1), "seen").proofs
    assert (proof.value, proof.currency, proof.signed_on, proof.verified_on) == (
        480.5, "CAD", date(2026, 3, 1), date(2026, 4, 1),
    )  # fmt: skip
    with pytest.raises(UserError):
        reading.evidence_in(registered(store), tmp_path / "none")
