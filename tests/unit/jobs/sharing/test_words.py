"""What came of a synchronisation is said in sentences."""

import pytest

from missionplanner.jobs.sharing.synchronising import Synchronised
from missionplanner.jobs.sharing.words import outcome


@pytest.mark.parametrize(
    ("done", "text"),
    [
        (Synchronised(0, 0, (), 0, 0, 0, ()), "Everything is shared."),
        (Synchronised(2, 1, ("Marie",), 0, 0, 0, ()), "2 records came in. 1 change was sent."),
        (Synchronised(0, 0, (), 0, 0, 1, ()), "1 person who was erased elsewhere was erased here too."),
        (
            Synchronised(0, 0, (), 2, 0, 0, ()),
            "2 parts of what others did are not there as a whole yet; they are taken in when they are.",
        ),
        (
            Synchronised(0, 0, (), 0, 1, 0, ()),
            "A colleague has a newer version of this program: what they do comes in once this one is updated.",
        ),
        (
            Synchronised(0, 0, (), 0, 0, 0, ("Marie", "Luc")),
            "Somebody who was erased may still be on the computers of Marie, Luc, until these synchronise.",
        ),
    ],
)
def test_an_outcome_is_said(done: Synchronised, text: str) -> None:
    assert outcome(done) == text
