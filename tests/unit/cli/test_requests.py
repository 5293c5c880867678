"""The command requests: the list, and requests made of what registrations wish."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.requests import Request
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.cli.running import document, run


@pytest.fixture
def wishing(mission: Path) -> Path:
    """The mission without requests, in which D1 wishes to meet C2 and somebody nobody knows."""
    with Store.open(mission) as store, store.change(message("Wishes")) as change:
        change.delete(Request, [request.id for request in store.all(Request)])
        change.update(replace(store.get(Company, key_of(store, "D1")), wishes="C2; Nobody"))
    return mission


def test_wishes_of_registrations_become_requests(capsys: pytest.CaptureFixture[str], wishing: Path) -> None:
    expected = {
        "new": 1,
        "requests": [{"delegation": "D1", "counterpart": "C2", "asked_by": "delegation"}],
        "unknown": [{"company": "D1", "name": "Nobody"}],
    }
    assert document(capsys, "requests", wishing, "--from-registrations", "--dry-run") == expected
    assert document(capsys, "requests", wishing) == []
    assert document(capsys, "requests", wishing, "--from-registrations") == expected
    (found,) = document(capsys, "requests", wishing)
    assert (found["delegation"], found["counterpart"], found["priority"]) == ("D1", "C2", "meet")
    with Store.open(wishing, read_only=True) as store:
        assert store.steps.undo_label == "Take 1 request from the registrations"
    assert document(capsys, "requests", wishing, "--from-registrations")["new"] == 0


def test_what_was_made_is_said_in_words(capsys: pytest.CaptureFixture[str], wishing: Path) -> None:
    unknown = "D1 wishes to meet “Nobody”, which means no company of the other side, or several."
    _code, out, _error = run(capsys, "requests", wishing, "--from-registrations", "--dry-run")
    assert out.splitlines()[-2:] == ["1 request would be made.", unknown]
    _code, out, _error = run(capsys, "requests", wishing, "--from-registrations")
    assert [line.split() for line in out.splitlines()[-3:-2]] == [["D1", "C2", "Delegation"]]
    assert out.splitlines()[-2:] == ["1 request was made.", unknown]


def test_a_list_is_written_as_csv(capsys: pytest.CaptureFixture[str], wishing: Path) -> None:
    _code, out, _error = run(capsys, "requests", wishing, "--from-registrations", "--csv")
    assert out.splitlines() == ["delegation,counterpart,asked_by", "D1,C2,delegation"]
    _code, out, _error = run(capsys, "requests", wishing, "--csv")
    assert len(out.splitlines()) == 2
    _code, out, _error = run(capsys, "requests", wishing)
    assert out.splitlines()[-1] == "1 row"


def test_an_option_alone_is_refused(capsys: pytest.CaptureFixture[str], wishing: Path) -> None:
    code, _out, error = run(capsys, "requests", wishing, "--dry-run")
    assert (code, "--from-registrations" in error) == (3, True)
