"""A mission of last year with something of everything a new one can take, and with people where they should not be."""

import json
from dataclasses import asdict, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from missionplanner.domain.briefings import Briefing
from missionplanner.domain.companies import Alias, Attachment, AttachmentKind, Company, Offering, OfferingKind, Side
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.figures import Figure, Series
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.domain.mission import MissionText, Sector, Table
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, moment, small_mission

SECRET = "Zebra-7"
"""A value nothing may take along."""
NAMES = ("Quilla", "Marchbanks")


def earlier_mission(path: Path) -> Path:
    """Write the mission; somebody of D1 is named in texts, notes, a letter, a task and the address of the portrait."""
    with small_mission(path) as store:
        with store.change(message("Fill")) as change:
            _fill(store, change)
        store.contents.keep(b"logo")
    return path


def _fill(store: Store, change: Change) -> None:
    one = key_of(store, "D1")
    said = "Call Quilla Marchbanks first. Bring adapters."
    person = change.insert(
        Person(company_id=one, given_name=NAMES[0], family_name=NAMES[1], passport=SECRET, dietary=SECRET, consent=True)
    )
    change.insert(Person(company_id=one, given_name="No", family_name="Thanks", consent=False))
    change.update(replace(store.get(Company, one), notes=said, consent=True))
    change.update(replace(store.get(Company, key_of(store, "C1")), description=said))
    change.update(replace(store.get(Company, key_of(store, "C2")), consent=False))
    refused = key_of(store, "C2")
    change.insert(Person(company_id=refused, given_name="Of", family_name="Refused"))
    also = change.insert(Person(company_id=refused, given_name="Also", family_name="Elsewhere"))
    change.insert(Membership(person_id=also, company_id=one))
    change.insert(Person(given_name="Of", family_name="Nobody"))
    change.insert(Offering(company_id=one, kind=OfferingKind.OFFERS, text="Pumps"))
    change.insert(Alias(company_id=one, name="Dee One", merged_id=one))
    change.insert(
        Attachment(company_id=one, kind=AttachmentKind.LOGO, name="logo.png", digest=sha256(b"logo").hexdigest())
    )
    change.insert(Attachment(company_id=one, name="passport.pdf", digest=sha256(b"file").hexdigest()))
    sector = store.all(Sector)[0]
    change.update(replace(sector, owner="Quilla Marchbanks"))
    change.insert(Event(stop_id=1, venue_id=1, name_en="Dinner", starts=moment(19), ends=moment(21), sector_id=sector.id,
                        audience=Audience.SECTOR, notes=said))  # fmt: skip
    for kind in ("welcome", "contacts"):
        change.insert(MissionText(kind=kind, language="en", title="T", body=said))
    change.insert(LetterTemplate(kind="accepted", language="en", subject="Welcome", body=said))
    _fields(change, one, person)
    series = change.insert(Series(code="trade", name_en="Trade"))
    change.insert(Figure(series_id=series, period="2024", value=56.0, source="Office"))
    change.insert(Briefing(body_en="Ports"))
    change.insert(Briefing(sector_id=sector.id, stop_id=1, body_en=f"Mills. {said}"))
    closes = change.insert(Milestone(name_en="Print", day=date(2026, 2, 1)))
    change.insert(Milestone(name_en="Election", day=date(2026, 6, 7), of_world=True))
    change.insert(Task(name_en="Print packs", milestone_id=closes, days=-3, owner="Quilla Marchbanks",
                       state=TaskState.DONE))  # fmt: skip
    for name, text, more in (
        ("Ready", "pumps", {}),
        ("Of Quilla", "", {}),
        ("Hers", "QUILLA", {}),
        ("Reviewed", "", {"reviewers": ("Ana",)}),
    ):
        wanted = CompanyFilter(
            text=text, stops=(1,), sectors=(sector.code,), own=("company.hs=12",), kinds=(0, 2), **more
        )  # type: ignore[arg-type]
        change.insert(SavedFilter(name=name, wanted=json.dumps(asdict(wanted)), sort="company.hs"))
    change.update(replace(store.all(Table)[0], link="https://meet.example/old"))
    change.update(replace(store.mission, portrait_of="Quilla Marchbanks", name="Mission 2026", keep_until=DAY))


def _fields(change: Change, company: int, person: int) -> None:
    for code, kind in (("hs", FieldKind.NUMBER), ("contact", FieldKind.TEXT), ("iban", FieldKind.NUMBER)):
        key = change.insert(OwnField(code=code, name_en=code, kind=kind, sensitive=code == "iban"))
        change.insert(CompanyValue(company_id=company, field_id=key, text="12" if code != "contact" else "Quilla"))
    key = change.insert(OwnField(subject=Subject.PERSON, code="size", name_en="size", kind=FieldKind.NUMBER))
    change.insert(PersonValue(person_id=person, field_id=key, text="40"))


def sides(store: Store) -> dict[Side, list[str]]:
    """The names of the companies of each side."""
    return {side: [one.name for one in store.all(Company) if one.side is side] for side in Side}
