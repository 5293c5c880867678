"""Letters of moments, each as the one who gets it will read it."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from missionplanner.domain.advice import missed_at
from missionplanner.domain.companies import Company
from missionplanner.domain.letters import fill, written_language
from missionplanner.domain.moments import LetterState, Moment
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.exchange import mail
from missionplanner.exchange.values import email
from missionplanner.i18n import translator
from missionplanner.jobs.moments.occasions import (
    Concerned,
    MomentBasis,
    Occasion,
    asked_stops,
    basis_of,
    concerned,
    day_of,
    wording,
)
from missionplanner.jobs.selection import letters
from missionplanner.jobs.selection.letters import AddressedLetter
from missionplanner.pack import changes
from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class MomentDraft(AddressedLetter):
    """A letter of a moment, ready to be written."""

    moment: Moment
    state: LetterState
    person_id: int | None = None
    """The person it is to; None for their company."""
    person: str = ""
    """The name of that person."""
    about: str = ""
    content: str = ""
    """The meetings and events it tells of, as JSON."""
    key: str = ""
    """The digest of what it says to whom: it is another once something changed."""
    mark: str = ""
    """The digest of whom it is to and about what, by which its draft is known again."""


def compose(store: Store, occasion: Occasion, ids: Collection[int] | None = None) -> list[MomentDraft]:
    """Return the letters of an occasion, also those that were written; where `ids` are given only theirs."""
    return composed(basis_of(store), occasion, ids)


def composed(basis: MomentBasis, occasion: Occasion, ids: Collection[int] | None = None) -> list[MomentDraft]:
    """Return what `compose` does of a basis that was read."""
    found = [_draft(basis, occasion, one) for one in concerned(basis, occasion) if ids is None or one.company.id in ids]
    return sorted(found, key=lambda one: (one.company.casefold(), one.company_id, one.person_id or 0))


def _draft(basis: MomentBasis, occasion: Occasion, one: Concerned) -> MomentDraft:
    snapshot, company, moment = basis.snapshot, one.company, occasion.moment
    language = written_language(snapshot, company)
    words = wording(basis, moment, language)
    values = _values(snapshot, occasion, one, language)
    shown = letters.addressed(snapshot, company, words, values)
    person = one.person
    name = snapshot.addressed(person, language) if person else shown[5]
    content = json.dumps(one.content, ensure_ascii=False) if one.content is not None else ""
    again = len(basis.journal.written(company.id, person.id if person else None, [moment], one.about))
    parts = (company.uid, person.uid if person else "", moment.value, one.about, content, str(again))
    return MomentDraft(
        *shown[:4],
        _address(person) if person else shown[4],
        name,
        mail.on_one_line(fill(words.subject, values)),
        fill(words.body, values),
        moment=moment,
        state=one.state,
        person_id=person.id if person else None,
        person=person.full_name if person else "",
        about=one.about,
        content=content,
        key=_digest(*parts),
        mark=_digest(*parts[:4]),
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:24]


def _values(snapshot: Snapshot, occasion: Occasion, one: Concerned, language: str) -> dict[str, str]:
    t = translator(language)
    values = letters.values_of(snapshot, snapshot.application[one.company.id], language)
    if one.person:
        values |= {
            "delegate": snapshot.addressed(one.person, language),
            "salutation": snapshot.salutation(one.person, language),
        }
    content = one.content or {"parts": {}, "meetings": {}, "events": {}}
    told = changes.sentences(one.told, content, t) if one.told else ()
    day: date | None = day_of(snapshot, occasion) if occasion.moment is Moment.EVENING else None
    return values | {
        "items": "\n".join(f"- {line}" for line in changes.lines(content, t)),
        "changes": "\n".join(f"- {line}" for line in told),
        "day": t.date(day, "full") if day else "",
        "about": one.subject,
        "sent_on": t.date(one.sent_at.date()) if one.sent_at else "",
        **(_stops(snapshot, occasion, one, language) if occasion.moment is Moment.STOPS else {}),
    }


def _stops(snapshot: Snapshot, occasion: Occasion, one: Concerned, language: str) -> dict[str, str]:
    """Return the cities a company is asked to come to, and whom it could meet there."""
    stops, key = asked_stops(snapshot, one.about), one.company.id
    partners = missed_at(snapshot, occasion.asks | {(key, stop.id) for stop in stops}, key)
    return {
        "cities": ", ".join(stop.name(language) for stop in stops),
        "partners": "\n".join(f"- {_named(snapshot.company[partner])}" for partner in partners),
    }


def _named(company: Company) -> str:
    """Return a company as a letter lists it: with its city, where it says one."""
    return f"{company.name} ({company.city})" if company.city else company.name


def _address(person: Person) -> str:
    """Return the address a mail can be written to somebody at; empty where there is none."""
    found = email(person.email)
    return found if found and mail.is_address(found) else ""
