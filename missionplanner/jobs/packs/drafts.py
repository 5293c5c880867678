"""Packs as data, before they are pages: their owner and content, and the marks a printed one is compared by."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.letters import written_language
from missionplanner.domain.own_fields import PackPlace
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.exchange import phones
from missionplanner.i18n import translator
from missionplanner.jobs.programme import gazetteer
from missionplanner.jobs.requests import replacing
from missionplanner.pack import (
    card_content,
    gathering,
    hosts_content,
    leader_content,
    organiser_content,
    shared_content,
)
from missionplanner.pack import changes as pack_changes
from missionplanner.pack.delegate_content import Own, Shared, fingerprint
from missionplanner.pack.editions import DirectoryVolume, Leader, Papers
from missionplanner.pack.phrases import NOTHING
from missionplanner.pack.pictures import is_drawable
from missionplanner.pack.stamp import Stamp
from missionplanner.pack.wording import on_one_line
from missionplanner.store.store import Store

Key = tuple[Edition, int, int, str]
"""Edition, company and delegate (0 for none), language."""
_NUMBERS = re.compile(r"(?<![\w+])\+\d{8,15}(?!\d)")
"""Telephone numbers in their normal form among words."""


@dataclass(frozen=True)
class Material:
    """Everything printing reads of a mission."""

    snapshot: Snapshot
    prints: tuple[PackPrint, ...] = ()
    """The journal of prints, oldest first."""
    pictures: dict[str, bytes] = field(default_factory=dict)
    """Logos by digest."""

    @cached_property
    def places(self) -> dict[int, tuple[float, float]]:
        """Latitude and longitude of the stops that are found on the map, by key."""
        snapshot = self.snapshot
        countries = {gazetteer.code_of(stop.country or snapshot.mission.host_country) for stop in snapshot.stops}
        cities = ((stop.id, gazetteer.find(stop.name_en, countries)) for stop in snapshot.stops)
        return {key: (found[0].latitude, found[0].longitude) for key, found in cities if len(found) == 1}

    @cached_property
    def newest(self) -> dict[Key, PackPrint]:
        """The newest print of every pack."""
        return {key: prints[-1] for key, prints in self.by_pack.items()}

    @cached_property
    def by_pack(self) -> dict[Key, list[PackPrint]]:
        """The prints of every pack, oldest first."""
        found: dict[Key, list[PackPrint]] = defaultdict(list)
        for one in self.prints:
            found[one.edition, one.company_id or 0, one.delegate_id or 0, one.language].append(one)
        return dict(found)


@dataclass(frozen=True)
class PackDraft:
    """A pack as data."""

    edition: Edition
    shared: Shared
    own: Own
    content: pack_changes.Content
    """The marks the journal keeps, to tell later what changed."""
    special: Papers | Leader | DirectoryVolume | None = None
    """The content of the leader or organiser edition, which belongs to no one company."""
    stamp: Stamp | None = None
    """The print it is; none while it is not printed."""
    outdated: bool = False
    """Whether its newest print had another content."""
    copies: int = 1
    """The number of people who read it."""

    @property
    def key(self) -> Key:
        """The edition, owner and language."""
        return self.edition, self.own.company_id, self.own.delegate_id, self.shared.language

    @property
    def fingerprint(self) -> str:
        """The digest by which a printed pack is compared."""
        return fingerprint(self.shared, self.special or self.own)

    @property
    def written_content(self) -> str:
        """The content as the journal keeps it."""
        return json.dumps(self.content, ensure_ascii=False)


def read(store: Store) -> Material:
    """Read everything printing needs of the mission."""
    snapshot = store.snapshot()
    return Material(snapshot, prints(store), pictures(store, snapshot, {}))


def prints(store: Store) -> tuple[PackPrint, ...]:
    """Return the journal of prints, oldest first."""
    return tuple(store.all(PackPrint))


def pictures(store: Store, snapshot: Snapshot, known: dict[str, bytes]) -> dict[str, bytes]:
    """Return the portrait and the logos of the mission and its companies by digest.

    Those that are `known` are not read again. Pictures that the file lost or that cannot be drawn are left out.
    """
    found = {}
    for digest in sorted({snapshot.mission.logo, snapshot.mission.portrait, *snapshot.logo_of.values()} - {""}):
        if digest in known:
            found[digest] = known[digest]
        elif digest in store.contents and is_drawable(content := store.contents.read(digest)):
            found[digest] = content
    return found


def of_companies(
    material: Material,
    language: str,
    companies: Iterable[Company],
    per_delegate: bool = False,
    edition: Edition = Edition.DELEGATE,
) -> Iterator[PackDraft]:
    """Yield a draft for each company, or for each of their people: one of all the companies somebody represents.

    language: empty for that of each reader.
    """
    snapshot = material.snapshot
    owners = people_with_packs(snapshot, companies) if per_delegate else ((company, None) for company in companies)
    # What all packs of a language share, with its marks, worked out once for them.
    known: dict[str, tuple[Shared, dict[str, str]]] = {}
    for company, person in owners:
        spoken = language or language_of(snapshot, company, person)
        if spoken not in known:
            shared = _shared_of(material, spoken, edition)
            known[spoken] = shared, pack_changes.shared_parts(shared, shared.pages)
        shared, parts = known[spoken]
        place = PackPlace.HOSTS if edition is Edition.HOSTS else PackPlace.PROFILE
        own = gathering.own(snapshot, company, spoken, person, material.pictures, place)
        content = pack_changes.content_of(snapshot, company, person, own, shared, parts)
        if edition in (Edition.HOSTS, Edition.LARGE):
            own = replace(own, fellows=(), facts=None)
            own = replace(own, charts=(), briefings=()) if edition is Edition.HOSTS else own
        elif edition is Edition.CARD:
            own, content = card_content.of_card(own, content)
        yield PackDraft(edition, shared, own, content)


def language_of(snapshot: Snapshot, company: Company, person: Person | None = None) -> str:
    """Return the language the reader of a pack is written to in."""
    return snapshot.language_of(person) if person else written_language(snapshot, company)


def _shared_of(material: Material, language: str, edition: Edition) -> Shared:
    if edition is Edition.HOSTS:
        return hosts_content.of_hosts(_shared(material, language, only=hosts_content.PAGES))
    if edition is Edition.CARD:
        return card_content.of_cards(_shared(material, language, only=card_content.PAGES))
    return _shared(material, language, places=material.places)


def people_with_packs(snapshot: Snapshot, companies: Iterable[Company]) -> Iterator[tuple[Company, Person]]:
    """Yield everybody of these companies once, with the company their pack is listed with."""
    done: set[int] = set()
    for company in companies:
        for person in snapshot.delegates_of.get(company.id, []):
            home = snapshot.home_of(person)
            if person.id not in done and home is not None:
                done.add(person.id)
                yield snapshot.company[home], person


def of_leader(material: Material, language: str) -> PackDraft:
    """Return the draft of the leader edition."""
    shared = _shared(material, language, everything=True)
    shared = replace(shared, charts=shared.charts[: leader_content.MOST_CHARTS])
    found = replacing.replacements(material.snapshot)
    replaced = [(one.bought, one.company_id, one.offer) for one in found]
    special = leader_content.leader(material.snapshot, language, pack_changes.LEADER_PAGES, replaced)
    return PackDraft(
        Edition.LEADER,
        shared,
        nobody(translator(language)("Leader edition")),
        {"parts": pack_changes.leader_parts(shared, special)},
        special,
    )


def of_organiser(material: Material, language: str, sections: frozenset[str] | None = None) -> PackDraft:
    """Return the draft of the organiser edition, or of some of its papers."""
    shared = _shared(material, language)
    special = organiser_content.papers(material.snapshot, language, sections)
    return PackDraft(
        Edition.ORGANISER,
        shared,
        nobody(translator(language)("Organiser edition")),
        {"parts": pack_changes.paper_parts(shared, special)},
        special,
    )


def of_directory(material: Material, language: str) -> PackDraft:
    """Return the draft of the directory with the profiles of both sides."""
    shared = _shared(material, language, everything=True)
    special = gathering.volume(material.snapshot, language)
    return PackDraft(
        Edition.DIRECTORY,
        shared,
        nobody(translator(language)("Directory and all profiles")),
        {"parts": pack_changes.directory_parts(shared, special)},
        special,
    )


def special(material: Material, language: str, edition: Edition, sections: frozenset[str] | None = None) -> PackDraft:
    """Return the draft of an edition that is of no company."""
    if edition is Edition.LEADER:
        return of_leader(material, language)
    if edition is Edition.DIRECTORY:
        return of_directory(material, language)
    return of_organiser(material, language, sections)


def takers(snapshot: Snapshot, side: Side = Side.DELEGATION) -> list[Company]:
    """Return the companies of a side that get a pack, by name."""
    return snapshot.participants(side)


def meetings_of(snapshot: Snapshot, company: Company, person: Person | None) -> list[tuple[Company, Meeting]]:
    """Return the meetings in the pack of a company or person, each with the company it is for."""
    return gathering.meetings_of(snapshot, company, person)


def nobody(title: str) -> Own:
    """Return the owner of an edition that belongs to no company and has a title instead."""
    return Own(company_id=0, company=title, people=(), sectors=NOTHING, programme=(), meetings=())


def _shared(material: Material, language: str, **more: Any) -> Shared:
    """Return what all packs of a language share, with the telephone numbers as its readers read them."""
    shared = shared_content.shared(material.snapshot, language, material.pictures, **more)
    return replace(shared, telephones=telephones(material.snapshot, language))


def telephones(snapshot: Snapshot, language: str) -> dict[str, str]:
    """Return every telephone number of the mission as it is printed, by its normal form."""
    numbers = {number for person in snapshot.people for number in (person.phone, person.mobile)}
    numbers |= {venue.phone for venue in snapshot.venues}
    numbers |= {found for text in snapshot.texts for found in _NUMBERS.findall(text.body)}
    t = translator(language)
    word = t("ext.")
    return {number: on_one_line(phones.shown(number, word)) for number in numbers if number.startswith("+")}
