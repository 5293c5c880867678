"""Whether printed packs are still right, and what changed since."""

from dataclasses import replace

from missionplanner import i18n
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.people import Membership, Person
from missionplanner.i18n import translator
from missionplanner.jobs.packs import drafts, states
from missionplanner.jobs.packs.drafts import PackDraft
from missionplanner.jobs.packs.prints import PackFile, PackResult, note
from missionplanner.jobs.packs.states import PrintState
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment
from tests.unit.pack.making import draft


def mark_printed(store: Store, *packs: PackDraft, content: bool = True) -> None:
    """Note packs as printed, without drawing them."""
    for one in packs:
        file = PackFile(store.path, one.own.company_id, one.own.company, 1, one.fingerprint, one.own.delegate_id,
                        one.written_content if content else "")  # fmt: skip
        note(store, PackResult(one.shared.language, (file,), (), edition=one.edition))


def test_a_pack_is_never_printed_then_current_then_out_of_date(store: Store) -> None:
    assert states.states(drafts.read(store), "en") == {
        key_of(store, name): PrintState.NEVER for name in ("D1", "D2", "D3")
    }
    mark_printed(store, draft(store, "D1"), draft(store, "D2"))
    meet(store, "D1", "C1", 0, 0)
    found = states.states(drafts.read(store), "en")
    assert [found[key_of(store, name)] for name in ("D1", "D2", "D3")] == [
        PrintState.OUTDATED,
        PrintState.CURRENT,
        PrintState.NEVER,
    ]
    assert set(states.states(drafts.read(store), "fr").values()) == {PrintState.NEVER}
    assert len(states.states(drafts.read(store), "en", Side.COUNTERPART)) == 3


def test_packs_of_delegates_have_a_state_of_their_own(store: Store) -> None:
    mark_printed(store, draft(store, "D1"))
    found = {one.own.delegate: state for one, state in states.each_state(drafts.read(store), "en", per_delegate=True)}
    assert found == {"Given D1": PrintState.NEVER, "Given D2": PrintState.NEVER, "Given D3": PrintState.NEVER}


def test_papers_of_the_organiser_may_be_printed_apart(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    material = drafts.read(store)
    whole = drafts.of_organiser(material, "en")
    first, *others = sorted(whole.content["parts"])
    assert others
    mark_printed(store, drafts.of_organiser(material, "en", frozenset((first,))))
    assert states.state_of(drafts.read(store), whole) is PrintState.NEVER
    for other in others:
        mark_printed(store, drafts.of_organiser(material, "en", frozenset((other,))))
    assert states.state_of(drafts.read(store), whole) is PrintState.CURRENT
    assert states.printed_parts(drafts.read(store), whole) == whole.content["parts"]
    assert states.printed_parts(drafts.read(store), drafts.of_organiser(material, "fr")) == {}
    assert states.printed_parts(drafts.read(store), draft(store, Edition.LEADER)) == {}
    meet(store, "D2", "C2", 0, 1)
    material = drafts.read(store)
    assert states.state_of(material, drafts.of_organiser(material, "en")) is PrintState.OUTDATED


def test_the_leader_edition_is_compared_as_a_whole(store: Store) -> None:
    mark_printed(store, draft(store, Edition.LEADER))
    material = drafts.read(store)
    assert states.state_of(material, draft(store, Edition.LEADER)) is PrintState.CURRENT
    with store.change(message("Event")) as change:
        change.insert(Event(stop_id=1, name_en="Dinner", starts=moment(18), ends=moment(20)))
    material = drafts.read(store)
    assert states.state_of(material, draft(store, Edition.LEADER)) is PrintState.OUTDATED


def test_an_edition_printed_by_an_older_version_is_compared_by_its_fingerprint(store: Store) -> None:
    mark_printed(store, draft(store, Edition.LEADER), content=False)
    assert states.state_of(drafts.read(store), draft(store, Edition.LEADER)) is PrintState.CURRENT
    with store.change(message("City")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), city="Lévis"))
    assert states.state_of(drafts.read(store), draft(store, Edition.LEADER)) is PrintState.OUTDATED


def test_changes_are_told_in_sentences(store: Store) -> None:
    t = translator("en")
    assert states.changes(drafts.read(store), draft(store, "D1"), t) == ()
    mark_printed(store, draft(store, "D1"))
    assert states.changes(drafts.read(store), draft(store, "D1"), t) == ()
    meet(store, "D1", "C1", 0, 0)
    (sentence,) = states.changes(drafts.read(store), draft(store, "D1"), t)
    assert "C1" in sentence


def test_what_an_older_version_printed_is_said_to_be_so(store: Store) -> None:
    mark_printed(store, draft(store, "D1"), content=False)
    meet(store, "D1", "C1", 0, 0)
    assert states.changes(drafts.read(store), draft(store, "D1"), translator("en")) == (
        "It was printed by an older version of this program.",
    )


def test_states_have_labels_in_the_language_of_the_screen() -> None:
    assert [state.label for state in PrintState] == ["Current", "Out of date", "Never printed"]
    i18n.use("fr")
    assert PrintState.NEVER.label != "Never printed"


def test_a_pack_of_somebody_of_two_companies_is_out_of_date_when_either_changes(store: Store) -> None:
    person = next(person for person in store.all(Person) if person.family_name == "D1")
    with store.change(message("Two")) as change:
        change.insert(Membership(person_id=person.id, company_id=key_of(store, "D2")))
    for name, slot in (("D2", 0), ("D1", 1)):
        mine = {one.own.delegate_id: one for one, _ in states.each_state(drafts.read(store), "en", per_delegate=True)}
        mark_printed(store, mine[person.id])
        meet(store, name, "C1", slot, 0)
        found = {one.own.delegate_id: (one, state) for one, state in states.each_state(drafts.read(store), "en", True)}
        pack, state = found[person.id]
        assert state is PrintState.OUTDATED
        assert [text.partition(":")[0] for text in states.changes(drafts.read(store), pack, translator("en"))] == [
            "New meeting"
        ]
