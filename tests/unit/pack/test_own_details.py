"""Own fields in packs: where each was chosen for, and nowhere else."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from missionplanner.domain.journals import Edition
from missionplanner.domain.own_fields import CompanyValue, OwnField, PackPlace, PersonValue, RequestValue, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.i18n import translator
from missionplanner.jobs.packs import drafts
from missionplanner.messages import message
from missionplanner.pack import fonts, own_details
from missionplanner.pack.meeting_pages import values_of
from missionplanner.pack.phrases import Phrase
from missionplanner.store.store import Store
from tests.builders import key_of, meet, small_mission
from tests.unit.pack.making import draft, parts

T = translator("fr")
EVERYWHERE = ",".join(PackPlace)


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A meeting of two companies with a field of each kind of record, printed everywhere; one is printed nowhere."""
    fonts.register_fonts()
    with small_mission(tmp_path_factory.mktemp("details") / "m.mission", 1, 1) as store:
        with store.change(message("Fields")) as change:
            ports = OwnField(
                code="ports", name_en="Ports", name_fr="Havres", kind=FieldKind.ONE, choices="Sea | Mer\nAir | Ciel",
                packs=EVERYWHERE, sensitive=True,
            )  # fmt: skip
            keys = [
                change.insert(field)
                for field in (
                    ports,
                    replace(ports, code="hidden", name_en="Hidden", packs=""),
                    OwnField(code="bus", name_en="Bus", subject=Subject.PERSON, packs=EVERYWHERE),
                    OwnField(code="why", name_en="Why", subject=Subject.REQUEST, packs=EVERYWHERE),
                )
            ]
            pair = {"delegation_id": key_of(store, "D1"), "counterpart_id": key_of(store, "C1")}
            request = change.insert(Request(**pair))
            for person in store.all(Person):
                change.insert(PersonValue(person_id=person.id, field_id=keys[2], text=f"Bus of {person.family_name}"))
                change.update(replace(person, precedence=person.id))
            for company in pair.values():
                change.insert(CompanyValue(company_id=company, field_id=keys[0], text="Sea"))
                change.insert(CompanyValue(company_id=company, field_id=keys[1], text="Air"))
            change.insert(RequestValue(request_id=request, field_id=keys[3], text="Steel"))
        meet(store, "D1", "C1", 1, 1)
        yield store


def test_a_profile_names_fields_of_the_company_its_people_and_the_request(mission: Store) -> None:
    _shared, own = parts(mission, "D1", "fr")
    (entry,) = own.meetings
    assert entry.profile.details == (("Havres", Phrase("Mer")), ("Bus", Phrase("Given C1: Bus of C1", "en-CA")))
    assert entry.asked[-2:] == (Phrase("Why: "), Phrase("Steel"))
    assert [(one.label, Phrase(one.text)) for one in values_of(entry, T)][-2:] == [
        (label, Phrase(said.text)) for label, said in entry.profile.details
    ]


def test_a_long_name_stands_whole_before_its_value(mission: Store) -> None:
    _shared, own = parts(mission, "D1", "en")
    profile = replace(
        own.meetings[0].profile, details=(("Nights at the hotel before", Phrase("2")), ("Bus", Phrase("A")))
    )
    values = values_of(replace(own.meetings[0], profile=profile), T)
    assert [(one.label, one.text) for one in values][-2:] == [
        ("", "Nights at the hotel before\u00a0: 2"), ("Bus", "A")
    ]  # fmt: skip


@pytest.mark.parametrize("place", PackPlace)
def test_a_place_prints_what_was_chosen_for_it_alone(mission: Store, place: PackPlace) -> None:
    snapshot = mission.snapshot()
    fields = [replace(one, packs=place.value if one.code == "ports" else "") for one in snapshot.own_fields]
    chosen, company = replace(snapshot, own_fields=fields), snapshot.company[key_of(mission, "C1")]
    found = {one for one in PackPlace if own_details.of_company(chosen, company, one, T)}
    assert found == {place}


def test_hosts_have_the_fields_chosen_for_hosts(mission: Store) -> None:
    material = drafts.read(mission)
    company = material.snapshot.company[key_of(mission, "C1")]
    fields = [replace(one, packs="hosts" if one.code == "ports" else "") for one in material.snapshot.own_fields]
    chosen = replace(material, snapshot=replace(material.snapshot, own_fields=fields))
    (hosts,) = drafts.of_companies(chosen, "en", [company], edition=Edition.HOSTS)
    (delegates,) = drafts.of_companies(chosen, "en", [company])
    assert [one.own.meetings[0].profile.details for one in (hosts, delegates)] == [(("Ports", Phrase("Sea")),), ()]


def test_the_directory_the_leader_and_badges_have_theirs(mission: Store) -> None:
    volume = draft(mission, Edition.DIRECTORY).special
    assert [one.details[0] for one in (*volume.delegation, *volume.counterparts)] == [("Ports", Phrase("Sea"))] * 2  # type: ignore[union-attr]
    leader = draft(mission, Edition.LEADER).special
    assert [one.details for one in leader.biographies] == [  # type: ignore[union-attr]
        (("Bus", Phrase(f"Bus of {name}")), ("Ports", Phrase("Sea"))) for name in ("D1", "C1")
    ]
    papers = draft(mission, Edition.ORGANISER).special
    assert [one.details for one in papers.labels["badges"]] == [
        (Phrase(f"Bus of {n}"), Phrase("Sea")) for n in ("D1", "C1")
    ]  # type: ignore[union-attr]
