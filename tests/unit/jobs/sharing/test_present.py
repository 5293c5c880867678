"""Who shares a mission is seen by what each computer last said."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.jobs.sharing import present, synchronising
from missionplanner.jobs.sharing.present import PLANNING, Colleague
from missionplanner.sharing.carrier import Presence
from tests.unit.jobs.sharing.sharers import two_sharers

NOW = datetime(2026, 2, 16, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("password", ["", "five words for a test"])
def test_colleagues_have_names_and_what_they_look_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    with two_sharers(tmp_path, password) as (one, other):
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        monkeypatch.setattr(present, "user_name", lambda: "Marie")
        present.say(other, carrier, other.steps.own_replica(), "c1")
        found = present.colleagues(carrier, present.sharer(one))
        assert [(colleague.name, colleague.about) for colleague in found] == [("Marie", "c1")]


def test_a_word_that_cannot_be_read_is_nobody(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        carrier.say_present(Presence(other.steps.own_replica(), datetime.now(UTC), b"?"))
        assert present.colleagues(carrier, present.sharer(one)) == []


@pytest.mark.parametrize(("minutes", "is_here"), [(-2, True), (0, True), (2, True), (3, False), (-4, False)])
def test_a_colleague_is_here_who_said_so_a_short_time_ago(minutes: int, is_here: bool) -> None:
    assert Colleague("Marie", NOW - timedelta(minutes=minutes), "").is_here(NOW) == is_here


@pytest.mark.parametrize(
    ("name", "about", "said"),
    [
        ("Marie", "c1", "Marie is in Maple Foods"),
        ("Marie", PLANNING, "Marie plans the timetable"),
        ("Marie", "gone", "Marie is here"),
        ("somebody", "", "somebody is here"),
    ],
)
def test_where_a_colleague_is_has_a_few_words(name: str, about: str, said: str) -> None:
    companies = [Company(name="Maple Foods", side=Side.DELEGATION, uid="c1")]
    assert present.doing(Colleague(name, NOW, about), companies) == said
