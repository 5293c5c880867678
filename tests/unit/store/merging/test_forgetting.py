"""The state of a copy without people who were erased elsewhere."""

from datetime import UTC, datetime

from missionplanner.domain.companies import Attachment, Company
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mentions import Called, Mentions
from missionplanner.messages import ERASED, Message, message
from missionplanner.store.merging.forgetting import Forgotten, without_people
from missionplanner.store.merging.layout import layout_of
from missionplanner.store.merging.state import MergeState
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import joining
from tests.builders import key_of
from tests.unit.store.upkeep import zoe

ZOE = Mentions(Called.of([{"given_name": "Zoé", "family_name": "Ünal"}]))


def forgotten(store: Store, **more: frozenset[str]) -> MergeState:
    whom = Forgotten(frozenset({"a uid"}), ZOE, **more)
    return without_people(joining.read(store), layout_of(database_of(store)), whom)


def test_values_as_made_and_as_written_since_are_blanked(store: Store) -> None:
    zoe.note(store, "Ask Zoé. Fine.")
    uid = store.get(Company, key_of(store, "D1")).uid
    row = forgotten(store).rows[uid]
    place = layout_of(database_of(store))["companies"].columns.index("notes")
    assert row.values[place] == "Fine."
    assert [write.values for write in row.registers["notes"].values()] == [("Fine.",)]


def test_labels_and_entries_of_journals_are_blanked(store: Store) -> None:
    with store.change(message("Edit {name}", name="Zoé")) as change:
        change.insert(Attachment(company_id=1, name="x", digest="d"))
    now = datetime.now(UTC)
    store.record(PackPrint(company_id=1, file_name="D1.pdf", content='{"parts": {"a": "Zoé"}}', printed_at=now))
    state = forgotten(store)
    assert f"Edit {ERASED}" in [str(Message.read(step.label)) for step in state.steps.values()]
    (entry,) = state.journals["pack_prints"].values()
    assert '{"parts": {"a": ""}}' in entry
    assert state.erased == {"a uid"}


def test_files_of_theirs_are_left_out_and_namesakes_remembered(store: Store) -> None:
    with store.change(message("Attach")) as change:
        change.insert(Attachment(company_id=1, name="x", digest="d"))
        change.insert(Attachment(company_id=1, name="y", digest="e"))
    state = forgotten(store, digests=frozenset({"d"}), others=frozenset({"other"}))
    files = [row.values for row in state.rows.values() if row.table == "attachments"]
    assert [row[4] for row in files] == ["y"]
    assert ("another", "other") in state.marks


def test_a_text_that_was_kept_by_choice_stays(store: Store) -> None:
    zoe.note(store, "Ask Zoé.")
    uid = store.get(Company, key_of(store, "D1")).uid
    assert "Ask Zoé." not in forgotten(store).rows[uid].values
    whom = Forgotten(frozenset({"a uid"}), ZOE, kept=frozenset({("companies", uid, "notes")}))
    state = without_people(joining.read(store), layout_of(database_of(store)), whom)
    assert "Ask Zoé." in state.rows[uid].values


def test_the_state_stays_as_it_is_where_nobody_is_meant(store: Store) -> None:
    state = joining.read(store)
    assert without_people(state, layout_of(database_of(store)), Forgotten(frozenset(), Mentions(Called()))) is state
