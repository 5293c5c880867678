"""Who shares a mission is seen by what each computer last said."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.jobs.sharing import present, synchronising
from missionplanner.sharing.carrier import Presence
from tests.unit.jobs.sharing.sharers import two_sharers


def test_colleagues_have_names_and_what_they_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_sharers(tmp_path) as (one, other):
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        monkeypatch.setattr(present, "user_name", lambda: "Marie")
        present.say(other, carrier, other.steps.own_replica(), "Maple Foods")
        found = present.colleagues(one, carrier, one.steps.own_replica())
        assert [(colleague.name, colleague.about) for colleague in found] == [("Marie", "Maple Foods")]


def test_a_word_that_cannot_be_read_is_nobody(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        carrier = synchronising.carrier_of(synchronising.need_link(one))
        carrier.say_present(Presence(other.steps.own_replica(), datetime.now(UTC), b"?"))
        assert present.colleagues(one, carrier, one.steps.own_replica()) == []
