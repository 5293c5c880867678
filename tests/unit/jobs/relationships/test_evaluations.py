"""Evaluation forms are typed a line a form, or read from a table in any of three languages."""

from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.evaluations import FORM_STATEMENTS, Evaluation
from missionplanner.errors import UserError
from missionplanner.i18n import translator
from missionplanner.jobs.relationships import evaluations, report
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of

DAY = date(2026, 2, 20)


@pytest.mark.parametrize(
    ("text", "marks", "company", "comment"),
    [
        ("4 5 3 - 5 D1; heavy; but good", (4, 5, 3, None, 5), "D1", "heavy; but good"),
        ("453x5 d1", (4, 5, 3, None, 5), "D1", ""),
        ("45305", (4, 5, 3, None, 5), "", ""),
        ("1 1 1 1 1 ; nobody said", (1, 1, 1, 1, 1), "", "nobody said"),
    ],
)
def test_a_form_is_a_line(store: Store, text: str, marks: tuple[int | None], company: str, comment: str) -> None:
    found = evaluations.typed(store, text, DAY)
    key = key_of(store, company) if company else None
    assert (found.marks, found.company_id, found.comment, found.given_on) == (marks, key, comment, DAY)


@pytest.mark.parametrize("text", ["", "4 5 3", "6 1 1 1 1", "4 5 3 4 5 6 7", "D1", "1 1 1 1 1 zz"])
def test_what_is_no_form_is_refused(store: Store, text: str) -> None:
    with pytest.raises(UserError):
        evaluations.enter(store, evaluations.typed(store, text, DAY))


def test_each_act_is_a_step(store: Store) -> None:
    made = evaluations.typed(store, "4 5 3 4 5 D1", DAY)
    check_undo(store, lambda s: evaluations.enter(s, made), "Enter an evaluation")
    (one,) = store.all(Evaluation)
    changed = Evaluation(id=one.id, uid=one.uid, given_on=DAY, meetings=2)
    check_undo(store, lambda s: evaluations.enter(s, changed), "Edit an evaluation")
    check_undo(store, lambda s: evaluations.remove(s, [one.id]), "Delete 1 evaluation")
    with pytest.raises(UserError, match="says nothing"):
        evaluations.enter(store, Evaluation(given_on=DAY))


def write(path: Path, language: str, rows: list[list[str]]) -> Path:
    t = translator(language)
    heads = [
        t("Date"),
        t("Company"),
        *(f"{n}. {t(text)}" for n, text in enumerate(FORM_STATEMENTS.values(), 1)),
        t("Comment"),
    ]
    path.write_text("\n".join(";".join(row) for row in [heads, *rows]), encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_table_of_a_web_form_is_read(store: Store, tmp_path: Path, language: str) -> None:
    rows = [
        ["21/02/2026", "D1", "4", "5", "3", "", "5", "fine"],
        ["2026-02-21", "Zyz Corp", "1 - no", "1", "1", "1", "1", ""],
        ["2026-02-21", "", "5", "5", "5", "5", "5", ""],
        ["2026-02-21", "", "5", "5", "5", "5", "5", ""],
        ["2026-02-21", "D2", "good", "1", "1", "1", "1", ""],
    ]
    path = write(tmp_path / "answers.csv", language, rows)
    found = evaluations.read(store, path, DAY)
    assert [(one.company_id, one.marks, one.comment) for one in found.new[:2]] == [
        (key_of(store, "D1"), (4, 5, 3, None, 5), "fine"),
        (None, (1, 1, 1, 1, 1), "Zyz Corp"),
    ]
    assert {one.given_on for one in found.new} == {date(2026, 2, 21)}
    assert (len(found.new), found.problems) == (4, ["Row 6: “good” is no mark from 1 to 5."])
    check_undo(store, lambda s: evaluations.take(s, found), "Read 4 evaluations")
    again = evaluations.read(store, path, DAY)
    assert (again.new, len(again.same)) == ([], 4)
    assert again.sentence == "0 evaluations read · 4 known already · 1 row not read"


def test_another_table_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("Company,City\nD1,Lévis\n", encoding="utf-8")
    with pytest.raises(UserError, match="No column holds a statement"):
        evaluations.read(store, path, DAY)


def test_the_report_of_a_day_sums_what_was_filled_by_then(store: Store) -> None:
    evaluations.enter(store, evaluations.typed(store, "4 5 3 4 5", DAY))
    evaluations.enter(store, evaluations.typed(store, "2 5 3 4 5", date(2026, 3, 1)))
    row = report.for_programs(report.report_on(store, DAY))["evaluations"]
    assert (row["forms"], row["statements"][0]["mean"]) == (1, 4)
    row = report.for_programs(report.report_on(store, date(2026, 3, 1)))["evaluations"]
    assert (row["forms"], row["statements"][0]["by_mark"]) == (2, [0, 1, 0, 1, 0])
