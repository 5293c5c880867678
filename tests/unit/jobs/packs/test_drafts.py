"""Packs as data: whose they are, and what printing reads of a mission."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.mission import MissionText
from missionplanner.domain.people import Membership, Person
from missionplanner.i18n import LANGUAGES
from missionplanner.jobs.companies import attachments
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs import settings as pack_settings
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.pack.phrases import plain
from missionplanner.store.store import Store
from tests.builders import key_of, meet


def represent_two(store: Store) -> int:
    """Have the delegate of D1 represent D2, too; returns their key."""
    person = next(person for person in store.all(Person) if person.family_name == "D1")
    with store.change(message("Two")) as change:
        change.insert(Membership(person_id=person.id, company_id=key_of(store, "D2"), position="Adviser"))
    return person.id


def picture() -> bytes:
    content = BytesIO()
    Image.new("RGB", (8, 8), "red").save(content, "PNG")
    return content.getvalue()


def test_the_newest_print_of_each_pack_counts(store: Store) -> None:
    key = key_of(store, "D1")
    for fingerprint, language in (("old", "en"), ("new", "en"), ("french", "fr")):
        printed = PackPrint(company_id=key, edition=Edition.DELEGATE, language=language, fingerprint=fingerprint,
                            printed_at=datetime.now(UTC))  # fmt: skip
        store.record(printed)
    material = drafts.read(store)
    assert [one.fingerprint for one in material.prints] == ["old", "new", "french"]
    assert {place: one.fingerprint for place, one in material.newest.items()} == {
        (Edition.DELEGATE, key, 0, "en"): "new",
        (Edition.DELEGATE, key, 0, "fr"): "french",
    }


def test_logos_are_read_once_and_those_that_cannot_be_drawn_left_out(store: Store) -> None:
    pack_settings.set_logo(store, picture())
    attachments.set_logo(store, key_of(store, "D1"), b"no picture")
    snapshot = store.snapshot()
    found = drafts.pictures(store, snapshot, {})
    assert found == {store.mission.logo: picture()}
    assert drafts.pictures(store, snapshot, {store.mission.logo: b"known"}) == {store.mission.logo: b"known"}


def test_a_pack_is_of_a_company_or_of_each_of_its_delegates(store: Store) -> None:
    with store.change(message("Second")) as change:
        change.insert(Person(company_id=key_of(store, "D1"), given_name="Ana", family_name="Roy"))
    material = drafts.read(store)
    companies = drafts.takers(material.snapshot)
    assert [company.name for company in companies] == ["D1", "D2", "D3"]
    assert [company.name for company in drafts.takers(material.snapshot, Side.COUNTERPART)] == ["C1", "C2", "C3"]
    own = [draft.own for draft in drafts.of_companies(material, "en", companies)]
    assert [(one.company, one.delegate) for one in own] == [("D1", ""), ("D2", ""), ("D3", "")]
    people = list(drafts.of_companies(material, "fr", companies, per_delegate=True))
    assert [draft.own.delegate for draft in people] == ["Given D1", "Ana Roy", "Given D2", "Given D3"]
    first = people[1]
    assert first.key == (Edition.DELEGATE, key_of(store, "D1"), first.own.delegate_id, "fr")
    assert json.loads(first.written_content) == json.loads(json.dumps(first.content))


def test_editions_of_no_company_have_a_title(store: Store) -> None:
    material = drafts.read(store)
    leader = drafts.special(material, "fr", Edition.LEADER)
    organiser = drafts.special(material, "en", Edition.ORGANISER)
    assert (leader.edition, leader.own.company_id) == (Edition.LEADER, 0)
    assert (organiser.edition, organiser.own.company) == (Edition.ORGANISER, "Organiser edition")
    assert leader.own.company != "Leader edition"
    assert leader.key == (Edition.LEADER, 0, 0, "fr")
    assert drafts.of_leader(material, "en").own.company == "Leader edition"


def test_some_papers_of_the_organiser_edition_are_a_pack(store: Store) -> None:
    material = drafts.read(store)
    every = drafts.of_organiser(material, "en").content["parts"]
    one = sorted(every)[0]
    assert set(drafts.of_organiser(material, "en", frozenset((one,))).content["parts"]) <= set(every)
    assert drafts.special(material, "en", Edition.ORGANISER, frozenset((one,))).fingerprint != drafts.of_organiser(
        material, "en"
    ).fingerprint  # fmt: skip


def test_a_fingerprint_changes_with_the_meetings(store: Store) -> None:
    def fingerprints() -> dict[str, str]:
        material = drafts.read(store)
        found = drafts.of_companies(material, "en", drafts.takers(material.snapshot))
        return {draft.own.company: draft.fingerprint for draft in found}

    before = fingerprints()
    key = meet(store, "D1", "C1", 0, 0)
    after = fingerprints()
    assert before["D1"] != after["D1"]
    snapshot = store.snapshot()
    company = snapshot.company[key_of(store, "D1")]
    assert [(one.name, meeting.id) for one, meeting in drafts.meetings_of(snapshot, company, None)] == [
        (company.name, key)
    ]


def test_who_represents_two_companies_has_one_pack_of_both(store: Store) -> None:
    key = represent_two(store)
    meet(store, "D2", "C1", 0, 0)
    meet(store, "D1", "C2", 2, 0)
    material = drafts.read(store)
    second = [material.snapshot.company[key_of(store, "D2")]]
    for companies in (drafts.takers(material.snapshot), second):
        own = [one.own for one in drafts.of_companies(material, "en", companies, True) if one.own.delegate_id == key]
        assert [(one.company_id, one.company, plain(one.people)) for one in own] == [
            (key_of(store, "D1"), "D1, D2", ("Given D1, D1", "Given D1, Adviser, D2"))
        ]
        assert [(one.profile.name, one.on_behalf, one.title) for one in own[0].meetings] == [
            ("C1", "for D2", "C1, for D2"), ("C2", "for D1", "C2, for D1"),
        ]  # fmt: skip
        assert [item.title for day in own[0].programme for item in day.items] == ["C1, for D2", "C2, for D1"]


def test_a_pack_is_listed_with_the_first_company_that_takes_part(store: Store) -> None:
    key = represent_two(store)
    decisions.set_status(store, [key_of(store, "D1")], Status.DECLINED)
    material = drafts.read(store)
    found = drafts.of_companies(material, "en", drafts.takers(material.snapshot), per_delegate=True)
    assert [(one.own.company, one.own.delegate) for one in found] == [
        ("D2", "Given D2"), ("D2", "Given D1"), ("D3", "Given D3"),
    ]  # fmt: skip
    person = material.snapshot.person[key]
    decisions.set_status(store, [key_of(store, "D2")], Status.DECLINED)
    assert store.snapshot().home_of(person) == key_of(store, "D1")
    assert store.snapshot().home_of(Person(given_name="Nobody")) is None


def test_telephones_have_the_form_and_the_words_of_the_reader(store: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("Phone")) as change:
        change.update(replace(person, phone="+14165550134 ext. 204"))
        change.insert(MissionText(kind="contacts", language="en", title="Help", body="- Duty phone: +34600123456"))
    found = [drafts.telephones(store.snapshot(), language) for language in LANGUAGES]
    assert [one["+14165550134 ext. 204"] for one in found] == [
        f"+1\u00a0416-555-0134 {word} 204" for word in ("ext.", "poste", "ext.")
    ]
    assert found[0]["+34600123456"] == "+34\u00a0600\u00a012\u00a034\u00a056"
