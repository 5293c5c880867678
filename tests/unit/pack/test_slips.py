"""Change slips."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import (
    printing,
    slips,
)
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.unit.pack.checking import errors
from tests.unit.pack.making import flowing_text, outdated


def test_a_slip_tells_what_changed_and_makes_the_pack_right_with_it(eventful: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No slip is needed"):
        run_now(slips.make(tmp_path / "s.pdf", "en"), eventful)
    run_now(printing.make(printing.PackOptions(tmp_path)), eventful)
    one = eventful.all(Meeting)[0]
    with eventful.change(message("Move")) as change:
        change.update(replace(one, table_id=one.table_id - 1))
    made = run_now(slips.make(tmp_path / "slips.pdf", "en"), eventful)
    assert [file.company for file in made.files] == ["D1"]
    words = flowing_text((tmp_path / "slips.pdf").read_bytes(), tmp_path)
    assert "Mon, Feb 16, 09:00 meeting with C1 moved to Hall, table 1" in words
    assert "Your meetings now" in words
    assert errors(tmp_path / "slips.pdf") == []
    assert made.single_pages == len(made.files)
    assert outdated(eventful) == set()
