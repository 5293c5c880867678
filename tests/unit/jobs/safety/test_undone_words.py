"""What an undo or redo leaves alone after a merge, and who wrote it, in words."""

from dataclasses import replace

import pytest

from missionplanner import i18n
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.jobs.safety import merging, undone_words
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.jobs.safety.conftest import Editor


def test_in_a_file_that_was_never_merged_nothing_is_left(store: Store, edit: Editor) -> None:
    edit(store, "ana", "D1", city="Lévis")
    store.undo()
    assert undone_words.left_in_words(store) == []
    assert undone_words.sentence([]) == ""


def test_a_value_others_wrote_since_is_named_with_who(both: tuple[Store, Store], edit: Editor) -> None:
    mine, theirs = both
    edit(mine, "ana", "D1", city="Lévis", phone="+14185550100")
    merging.merge(theirs, merging.compare(theirs, mine.path))
    edit(theirs, "luc", "D1", city="Laval")
    merging.merge(mine, merging.compare(mine, theirs.path))
    mine.undo()
    found = undone_words.left_in_words(mine)
    assert [(one.record, one.about, one.fields, one.who) for one in found] == [("Company", "D1", "City", "luc")]
    assert undone_words.sentence(found) == "D1: City stayed as luc wrote it since."
    i18n.use("fr")
    assert (
        undone_words.sentence(undone_words.left_in_words(mine))
        == "«\u00a0D1: Ville\u00a0» reste tel que luc l’a écrit depuis."
    )
    mine.redo()
    assert [one.who for one in undone_words.left_in_words(mine)] == ["luc"]


def test_a_record_others_hung_something_on_is_named_with_who(
    both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = both
    with mine.change(message("Person")) as change:
        change.insert(Person(company_id=key_of(mine, "D1"), given_name="Eva", family_name="Roy"))
    merging.merge(theirs, merging.compare(theirs, mine.path))
    monkeypatch.setenv("LOGNAME", "luc")
    person = next(one for one in theirs.all(Person) if one.family_name == "Roy")
    with theirs.change(message("Title")) as change:
        change.update(replace(person, title="Dr."))
    merging.merge(mine, merging.compare(mine, theirs.path))
    monkeypatch.setenv("LOGNAME", "ana")
    mine.undo()
    found = undone_words.left_in_words(mine)
    assert undone_words.sentence(found) == "Person Eva Roy stayed as luc wrote it since."


def test_several_are_counted_and_nobody_may_be_named(both: tuple[Store, Store]) -> None:
    one = undone_words.LeftInWords("Company", "D1", "City", "luc")
    assert undone_words.sentence([one, one]) == "2 things stayed as others wrote them since."
    nobody = undone_words.LeftInWords("Company", "D1", "", "")
    assert undone_words.sentence([nobody]) == "Company D1 stayed as it is now."


def test_a_deletion_others_made_too_stays(both: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch) -> None:
    mine, theirs = both
    for store, user in ((theirs, "luc"), (mine, "ana")):
        monkeypatch.setenv("LOGNAME", user)
        with store.change(message("Delete")) as change:
            change.delete(Company, [key_of(store, "D3")])
    merging.merge(mine, merging.compare(mine, theirs.path))
    mine.undo()
    found = undone_words.left_in_words(mine)
    assert ("Company", "D3", "", "luc") in [(one.record, one.about, one.fields, one.who) for one in found]
