"""Moments of the mission's own."""

import pytest

from missionplanner.domain.letter_papers import LetterPaper
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.moments import Moment, OwnMoment
from missionplanner.errors import UserError
from missionplanner.jobs.moments import own_moments
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo


def test_a_moment_is_added_changed_and_found_by_its_name(store: Store) -> None:
    first = own_moments.save(store, OwnMoment(name="  Site   visit "))
    second = own_moments.save(store, OwnMoment(name="News", asks=True))
    assert [(one.name, one.position) for one in (first, second)] == [("Site visit", 0), ("News", 1)]
    assert own_moments.named(store, "sITE visit") == (Moment.OWN, first.uid)
    assert own_moments.named(store, "fee") == (Moment.FEE, "")
    with pytest.raises(UserError, match="no moment “party”"):
        own_moments.named(store, "party")
    for name, problem in ((" ", "needs a name"), ("news", "of this name"), ("thanks", "of this name")):
        with pytest.raises(UserError, match=problem):
            own_moments.save(store, OwnMoment(name=name))


def test_a_moment_goes_with_its_wordings_and_papers(store: Store) -> None:
    made = own_moments.save(store, OwnMoment(name="Visit"))
    with store.change(message("Words")) as change:
        for kind in (made.kind, f"{made.kind}@delegation", "moment_thanks"):
            change.insert(LetterTemplate(kind=kind, language="en", subject="s", body="b"))
            change.insert(LetterPaper(kind=kind, language="en", name="p.docx"))
    check_undo(store, lambda one: own_moments.remove(one, made), "Delete moment Visit")
    assert store.all(OwnMoment) == []
    assert [one.kind for one in (*store.all(LetterTemplate), *store.all(LetterPaper))] == ["moment_thanks"] * 2
