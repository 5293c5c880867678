"""The command attend: who attends, how companies share their meetings out, people chosen by hand."""

from pathlib import Path

import pytest

from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.unit.cli.running import document, run


@pytest.fixture
def two(mission: Path) -> Path:
    """The mission, in which Ana is of D1 too, and D1 meets C1 and C2."""
    with Store.open(mission) as store:
        with store.change(message("People")) as change:
            change.insert(Person(company_id=key_of(store, "D1"), given_name="Ana", family_name="Roy"))
        meet(store, "D1", "C1", slot=0, table=0)
        meet(store, "D1", "C2", slot=1, table=0)
    return mission


def attended(capsys: pytest.CaptureFixture[str], mission: Path) -> list[tuple[list[str], bool]]:
    """Who attends the meetings for the delegation, and whether they were chosen."""
    rows = document(capsys, "attend", mission, "--company", "D1")
    return [(row["delegation"]["people"], row["delegation"]["chosen"]) for row in rows]


def steps(mission: Path) -> str:
    with Store.open(mission, read_only=True) as store:
        return store.steps.undo_label


def test_who_attends_is_listed(capsys: pytest.CaptureFixture[str], two: Path) -> None:
    code, out, _error = run(capsys, "attend", two)
    lines = out.splitlines()
    assert (code, lines[-1]) == (0, "2 meetings")
    assert lines[-3].split() == [
        "February",
        "16",
        "at",
        "09:00",
        "D1",
        "Given",
        "D1,",
        "Ana",
        "Roy",
        "C1",
        "Given",
        "C1",
    ]
    assert document(capsys, "attend", two, "--company", "D1")[0]["delegation"] == {
        "company": "D1", "by": "everybody", "most": None, "people": ["Given D1", "Ana Roy"], "chosen": False,
    }  # fmt: skip


def test_companies_share_out_in_one_step(capsys: pytest.CaptureFixture[str], two: Path) -> None:
    code, out, _error = run(capsys, "attend", two, "--company", "D1", "--company", "D2", "--by", "turn", "--most", "1")
    assert (code, out, steps(two)) == (0, "2 companies were changed.\n", "Share out the meetings of 2 companies")
    assert attended(capsys, two) == [(["Given D1"], False), (["Ana Roy"], False)]


def test_people_are_chosen_for_a_meeting_and_the_choice_is_taken_back(
    capsys: pytest.CaptureFixture[str], two: Path
) -> None:
    code, out, _error = run(capsys, "attend", two, "--meeting", "D1", "C1", "--person", "Ana Roy")
    assert (code, out) == (0, "It is noted who attends.\n")
    assert attended(capsys, two)[0] == (["Ana Roy"], True)
    assert "Ana Roy *" in run(capsys, "attend", two)[1]
    run(capsys, "attend", two, "--meeting", "C1", "D1")
    assert attended(capsys, two)[0] == (["Given D1", "Ana Roy"], False)


def test_who_attends_now_is_kept(capsys: pytest.CaptureFixture[str], two: Path) -> None:
    run(capsys, "attend", two, "--company", "D1", "--by", "turn")
    assert run(capsys, "attend", two, "--keep")[1] == "2 meetings were settled.\n"
    run(capsys, "attend", two, "--company", "D1", "--by", "everybody")
    assert attended(capsys, two) == [(["Given D1"], True), (["Ana Roy"], True)]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--by", "turn"), "No company is named."),
        (("--company", "D1", "--most", "0", "--by", "turn"), "This is no number from 1 to 1,000."),
        (("--person", "Ana Roy"), "These options do not go together."),
        (("--keep", "--company", "D1", "--by", "turn"), "These options do not go together."),
        (("--meeting", "D2", "C1"), "These two companies have no meeting."),
        (("--meeting", "D1", "C1", "--person", "Given D2"), "Given D2 attends meetings of neither company."),
    ],
)
def test_what_cannot_be_is_refused(
    capsys: pytest.CaptureFixture[str], two: Path, options: tuple[str, ...], sentence: str
) -> None:
    code, _out, error = run(capsys, "attend", two, *options)
    assert (code, error.startswith(sentence)) == (3, True)
    assert attended(capsys, two) == [(["Given D1", "Ana Roy"], False)] * 2
