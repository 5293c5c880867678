"""The command free."""

from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


@pytest.fixture
def met(mission: Path) -> Path:
    """The mission with one meeting at nine."""
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    return mission


def test_it_names_who_is_free_with_open_requests(capsys: pytest.CaptureFixture[str], met: Path) -> None:
    found = document(capsys, "free", met, "2026-02-16T09:10", "--side", "delegation")
    assert [row["company"] for row in found] == ["D2", "D3"]
    assert found[0] == {
        "company": "D2",
        "side": "delegation",
        "stop": "Mexico City",
        "start": "2026-02-16T09:00:00-06:00",
        "end": "2026-02-16T09:20:00-06:00",
        "meetings": 0,
        "requests": [
            {"company": "C2", "priority": "meet", "grade": "free", "text": "Free: February 16 at 09:00, table 2."},
            {"company": "C3", "priority": "meet", "grade": "free", "text": "Free: February 16 at 09:00, table 2."},
            {
                "company": "C1",
                "priority": "meet",
                "grade": "refused",
                "text": "C1 has two meetings on February 16 at 09:00: with D1 and with D2.",
            },
        ],
    }


def test_people_read_it_with_the_tables_that_are_free(capsys: pytest.CaptureFixture[str], met: Path) -> None:
    code, out, _error = run(capsys, "free", met, "2026-02-16T09:00:00-06:00", "--side", "counterpart")
    lines = out.splitlines()
    assert (code, lines[0], lines[1], lines[-1]) == (
        0,
        "Mexico City, Mon, Feb 16, 09:00–09:20 – 1 of 2 tables free",
        "  C2 (Counterpart)",
        "2 companies are free.",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("zz",), "“zz” is no day with a time."),
        (("2026-02-16T03:00",), "There are no meetings at 2026-02-16T03:00."),
        (("2026-02-16T09:00", "--stop", "Paris"), "There is no stop “Paris”."),
    ],
)
def test_a_time_without_meetings_is_refused(
    capsys: pytest.CaptureFixture[str], met: Path, words: tuple[str, ...], sentence: str
) -> None:
    code, _out, error = run(capsys, "free", met, *words)
    assert code == 3
    assert sentence in error
