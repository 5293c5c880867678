"""Packs before they are pages: whose they are, what stands in them, and by what a printed one is compared."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import translator
from missionplanner.pack import changes as pack_changes
from missionplanner.pack import gathering as gather
from missionplanner.pack import leader_content as leader
from missionplanner.pack import organiser_content as papers
from missionplanner.pack import shared_content
from missionplanner.pack.delegate_content import Own, Shared, fingerprint
from missionplanner.pack.editions import Leader, Papers
from missionplanner.pack.pictures import is_drawable
from missionplanner.store.store import Store

Key = tuple[Edition, int, int, str]
"""Edition, company and delegate (0 for none), language."""


@dataclass(frozen=True)
class Material:
    """What printing reads: the mission, what was printed (oldest first), and pictures by digest."""

    snapshot: Snapshot
    prints: tuple[PackPrint, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def newest(self) -> dict[Key, PackPrint]:
        """The newest print of every pack."""
        return {(p.edition, p.company_id or 0, p.delegate_id or 0, p.language): p for p in self.prints}


@dataclass(frozen=True)
class PackDraft:
    """A pack as data. special: what an edition has that is of no one company."""

    edition: Edition
    shared: Shared
    own: Own
    content: pack_changes.Content
    special: Papers | Leader | None = None

    @property
    def key(self) -> Key:
        """Whose it is, in which language."""
        return self.edition, self.own.company_id, self.own.delegate_id, self.shared.language

    @property
    def fingerprint(self) -> str:
        """What decides whether a printed one is still right."""
        return fingerprint(self.shared, self.special or self.own)

    @property
    def written_content(self) -> str:
        """What the journal keeps of it."""
        return json.dumps(self.content, ensure_ascii=False)


def read(store: Store) -> Material:
    """What printing needs of the mission."""
    snapshot = store.snapshot()
    return Material(snapshot, prints(store), pictures(store, snapshot, {}))


def prints(store: Store) -> tuple[PackPrint, ...]:
    """Everything that was printed, oldest first."""
    return tuple(store.all(PackPrint))


def pictures(store: Store, snapshot: Snapshot, known: dict[str, bytes]) -> dict[str, bytes]:
    """The logos of the mission and its companies by digest, `known` ones unread.

    Those that the file lost or that cannot be drawn are left out.
    """
    found = {}
    for digest in sorted({snapshot.mission.logo, *snapshot.logo_of.values()} - {""}):
        if digest in known:
            found[digest] = known[digest]
        elif digest in store.contents and is_drawable(content := store.contents.read(digest)):
            found[digest] = content
    return found


def of_companies(
    material: Material, language: str, companies: Iterable[Company], per_delegate: bool = False
) -> Iterator[PackDraft]:
    """A draft for each company, or for each of its delegates."""
    shared = shared_content.shared(material.snapshot, language, material.pictures)
    parts = pack_changes.shared_parts(shared, shared.pages)
    for company in companies:
        people: list[Delegate | None] = (
            [*material.snapshot.delegates_of.get(company.id, [])] if per_delegate else [None]
        )
        for person in people:
            own = gather.own(material.snapshot, company, language, person, material.pictures)
            content = pack_changes.content_of(material.snapshot, company, person, own, shared, parts)
            yield PackDraft(Edition.DELEGATE, shared, own, content)


def of_leader(material: Material, language: str) -> PackDraft:
    """The leader edition."""
    shared = shared_content.shared(material.snapshot, language, material.pictures, everything=True)
    special = leader.leader(material.snapshot, language, pack_changes.LEADER_PAGES)
    return PackDraft(
        Edition.LEADER,
        shared,
        nobody(translator(language)("Leader edition")),
        {"parts": pack_changes.leader_parts(shared, special)},
        special,
    )


def of_organiser(material: Material, language: str, sections: frozenset[str] | None = None) -> PackDraft:
    """The organiser edition, or some of its papers."""
    shared = shared_content.shared(material.snapshot, language, material.pictures)
    special = papers.papers(material.snapshot, language, sections)
    return PackDraft(
        Edition.ORGANISER,
        shared,
        nobody(translator(language)("Organiser edition")),
        {"parts": pack_changes.paper_parts(shared, special)},
        special,
    )


def special(material: Material, language: str, edition: Edition, sections: frozenset[str] | None = None) -> PackDraft:
    """The leader or the organiser edition."""
    if edition is Edition.LEADER:
        return of_leader(material, language)
    return of_organiser(material, language, sections)


def takers(snapshot: Snapshot, side: Side = Side.DELEGATION) -> list[Company]:
    """The companies of a side that get a pack, by name."""
    return snapshot.participants(side)


def meetings_of(snapshot: Snapshot, company: Company, person: Delegate | None) -> list[Meeting]:
    """The meetings in a company's pack, or in that of one of its delegates."""
    return gather.meetings_of(snapshot, company, person)


def nobody(title: str) -> Own:
    """Whose an edition is that is of no company: it has a title instead."""
    return Own(company_id=0, company=title, people=(), sectors="", programme=(), meetings=())
