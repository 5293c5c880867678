"""The parts of a mission that are named: what they need comes along, people only by name."""

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.starts import take
from missionplanner.jobs.starts.take import Take


def test_parts_bring_what_they_need() -> None:
    assert take.named(["sessions"]) == {Take.SESSIONS, Take.VENUES, Take.STRUCTURE}
    assert take.named(["texts, figures", "criteria"]) == {Take.TEXTS, Take.FIGURES, Take.CRITERIA}
    assert take.named([""]) == frozenset()


def test_people_are_taken_only_where_they_are_named() -> None:
    assert take.named(["usual"]) == set(Take) - {Take.PEOPLE}
    assert take.named(["usual,people"]) == take.named(["all"]) == set(Take)


def test_what_is_no_part_is_refused_with_those_there_are() -> None:
    with pytest.raises(UserError) as refused:
        take.named(["everything"])
    assert refused.value.hint.startswith("The parts are: usual, all, structure")


def test_every_part_has_its_records_and_its_words() -> None:
    assert {part for parts in take.KINDS.values() for part in parts} == set(Take) == set(take.TAKE_LABELS)
