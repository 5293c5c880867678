"""The part of the example that no form has: more delegates, officials, interpreters, biographies, logos, languages."""

import csv
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from missionplanner.domain.companies import (
    Attachment,
    AttachmentKind,
    AttendeesBy,
    Company,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.events import Event, Part, PersonAttendance
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Gender, Person, Role
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.timetable import attendees
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.store import Store

_SPANISH = "es"


@dataclass(frozen=True)
class ExampleData:
    """The files of an example besides its forms."""

    folder: Path

    @cached_property
    def parts(self) -> Mapping[str, Any]:
        """People and what is said of them, by kind."""
        found: Mapping[str, Any] = json.loads((self.folder / "people.json").read_text(encoding="utf-8"))
        return found

    def in_languages(self, texts: Iterable[str]) -> dict[str, str]:
        """Return texts, which are English, one after the other in each language; none where one has no translation."""
        terms, known = self.parts["terms"], list(texts)
        if not known or not all(text in terms for text in known):
            return {}
        found = {language: "; ".join(terms[text][language] for text in known) for language in ("fr", "es")}
        return {"en": "; ".join(known), **found}

    @cached_property
    def descriptions(self) -> dict[str, dict[str, str]]:
        """The descriptions of companies in each language, by name."""
        with (self.folder / "descriptions.csv").open(encoding="utf-8", newline="") as file:
            return {row.pop("company"): row for row in csv.DictReader(file)}


def add_people(store: Store, folder: Path) -> int:
    """Enter the people no form brought, with logos and descriptions, as one step; return how many people there are."""
    data = ExampleData(folder)
    logos = {name: (folder / "pictures" / file).read_bytes() for name, file in data.parts["logos"].items()}
    digests = {name: store.contents.keep(content) for name, content in logos.items()}
    companies = {company.name: company for company in store.all(Company)}
    people = {person.company_id: person for person in store.all(Person)}
    roles = {role.name_en: role.id for role in store.all(Role)}
    listed: dict[tuple[int, str], list[str]] = defaultdict(list)
    for offering in sorted(store.all(Offering), key=lambda one: one.position):
        listed[offering.company_id, offering.kind.value].append(offering.text)
    with store.change(message("Enter the other people")) as change:
        for raw in data.parts["people"]:
            change.insert(_person(raw, companies))
        for raw in data.parts["officials"]:
            key = change.insert(_person(raw, companies, role_id=roles[raw["role"]]))
            _stay_away(store, change, key, raw["stops"])
        for name, known in data.parts["biographies"].items():
            change.update(replace(people[companies[name].id], **known))
        for company in companies.values():
            offers = {kind.value: data.in_languages(listed[company.id, kind.value]) for kind in OfferingKind}
            change.update(replace(_with_words(company, data), **_fields(offers)))
        for person in store.all(Person):
            change.update(replace(person, **_fields({"position": data.in_languages(filter(None, [person.position]))})))
        for name, digest in digests.items():
            change.insert(_logo(companies[name], digest, len(logos[name])))
        _say_who_is_away(store, change, data)
    return len(store.all(Person))


def book(store: Store, folder: Path) -> int:
    """Enter the interpreters and book them, and choose who attends where that is said; return the meetings booked."""
    data = ExampleData(folder)
    role = next(role for role in store.all(Role) if role.interprets)
    snapshot = store.snapshot()
    stops = {stop.name_en: stop.id for stop in snapshot.stops}
    booked = 0
    with store.change(message("Book interpreters")) as change:
        of_stop: dict[int, list[int]] = defaultdict(list)
        for raw in data.parts["interpreters"]:
            person = {name: value for name, value in raw.items() if name != "stop"}
            key = change.insert(Person(role_id=role.id, **person))
            of_stop[stops[raw["stop"]]].append(key)
            _stay_away(store, change, key, ())
        free = {(stop, slot.id): list(keys) for stop, keys in of_stop.items() for slot in snapshot.slots}
        for meeting in snapshot.meetings:
            there = free.get((snapshot.stop_of_slot[meeting.slot_id].id, meeting.slot_id), [])
            if there and _is_spanish(snapshot.delegates_of.get(meeting.counterpart_id, [])):
                change.update(replace(meeting, interpreter_id=there.pop(0)))
                booked += 1
    chosen = {company.id for company in snapshot.companies if company.name in data.parts["one_by_one"]}
    attendees.keep(store, [one.id for one in store.all(Meeting) if one.delegation_id in chosen])
    return booked


def _fields(texts: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return texts in each language by the fields they are kept in."""
    return {f"{name}_{language}": text for name, words in texts.items() for language, text in words.items()}


def _person(raw: Mapping[str, Any], companies: Mapping[str, Company], **more: Any) -> Person:
    """Return a person as the file has them."""
    known = {name: value for name, value in raw.items() if name not in ("company", "role", "gender", "stops")}
    company = companies[raw["company"]] if "company" in raw else None
    side = company.side if company else Side.DELEGATION
    key = company.id if company else None
    return Person(company_id=key, side=side, gender=Gender(raw["gender"]), **known, **more)


def _with_words(company: Company, data: ExampleData) -> Company:
    """Return a company with what it does in three languages, and with how its people share out meetings."""
    words = data.descriptions.get(company.name, {})
    rule = data.parts["sharing_out"].get(company.name)
    texts: dict[str, Any] = {f"description_{language}": text for language, text in words.items()}
    found = replace(company, **texts)
    if rule is None:
        return found
    return replace(found, attendees_by=AttendeesBy(rule["attendees_by"]), attendees_most=rule["attendees_most"])


def _logo(company: Company, digest: str, size: int) -> Attachment:
    kind, media = AttachmentKind.LOGO, "image/png"
    return Attachment(company_id=company.id, kind=kind, name="logo.png", media=media, size=size, digest=digest)


def _say_who_is_away(store: Store, change: Change, data: ExampleData) -> None:
    people = {person.email: person.id for person in store.all(Person)}
    events = {event.name_en: event.id for event in store.all(Event)}
    for raw in data.parts["away"]:
        person, event = people[raw["person"]], events[raw["event"]]
        change.insert(PersonAttendance(person_id=person, event_id=event, part=Part.OUT))


def _stay_away(store: Store, change: Change, person: int, stops: Collection[str]) -> None:
    """Say that somebody without an organisation comes to no events but those at some stops."""
    here = {stop.id for stop in store.all(Stop) if stop.name_en in stops}
    for event in store.all(Event):
        if not {event.stop_id, event.to_stop_id or event.stop_id} <= here:
            change.insert(PersonAttendance(person_id=person, event_id=event.id, part=Part.OUT))


def _is_spanish(people: list[Person]) -> bool:
    """Whether nobody of them speaks more than Spanish."""
    return {person.languages for person in people} == {_SPANISH}
