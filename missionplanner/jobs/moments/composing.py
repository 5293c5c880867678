"""Letters of moments, each as the one who gets it will read it."""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from missionplanner.domain.letters import written_language
from missionplanner.domain.moments import LetterState, Moment
from missionplanner.domain.people import Person
from missionplanner.exchange import mail
from missionplanner.exchange.values import email
from missionplanner.i18n import translator
from missionplanner.jobs.moments.occasions import (
    Concerned,
    MomentBasis,
    Occasion,
    SentTo,
    basis_of,
    kind_of,
    kinds_for,
    wording,
)
from missionplanner.jobs.moments.reminders import recipients
from missionplanner.jobs.moments.values import obstacle, values_of
from missionplanner.jobs.selection import letters
from missionplanner.jobs.selection.letters import AddressedLetter
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
    called: str = ""
    """The moment, in the language of the letter."""
    obstacle: str = ""
    """Why it cannot be written: what it needs and is not known."""

    @property
    def is_to_write(self) -> bool:
        """Whether it is to be written, and can be."""
        return self.state.is_to_write and not self.obstacle


def compose(store: Store, occasion: Occasion, ids: Collection[int] | None = None) -> list[MomentDraft]:
    """Return the letters of an occasion, also those that were written; where `ids` are given only theirs."""
    return composed(basis_of(store), occasion, ids)


def composed(basis: MomentBasis, occasion: Occasion, ids: Collection[int] | None = None) -> list[MomentDraft]:
    """Return what `compose` does of a basis that was read."""
    wanted = (one for one in recipients(basis, occasion) if ids is None or one.company.id in ids)
    found = [_draft(basis, occasion, one) for one in wanted]
    return sorted(found, key=lambda one: (one.company.casefold(), one.company_id, one.person_id or 0, one.about))


def _draft(basis: MomentBasis, occasion: Occasion, one: Concerned) -> MomentDraft:
    snapshot, company, moment = basis.snapshot, one.company, occasion.moment
    language, kind = written_language(snapshot, company), kind_of(basis, occasion)
    words = wording(basis, kind, company, language)
    values = values_of(basis, occasion, one, language)
    shown = letters.addressed(snapshot, company, words, values)
    person = one.person
    name = snapshot.addressed(person, language) if person else shown[5]
    content = json.dumps(one.content, ensure_ascii=False) if one.content is not None else ""
    again = len(basis.journal.written(company.id, person.id if person else None, [moment], one.about))
    parts = (company.uid, person.uid if person else "", moment.value, one.about, content, str(again))
    return MomentDraft(
        *shown[:4],
        _recipient(basis, occasion, one, shown[4]),
        name,
        shown[6],
        shown[7],
        moment=moment,
        state=one.state,
        person_id=person.id if person else None,
        person=person.full_name if person else "",
        about=one.about,
        content=content,
        key=_digest(*parts),
        mark=_digest(*parts[:4]),
        called=basis.called(occasion, translator(language)),
        obstacle=obstacle(basis, one, words, values) if moment is Moment.VISA else "",
        values=values,
        kinds=kinds_for(basis.snapshot, kind, company),
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:24]


def _recipient(basis: MomentBasis, occasion: Occasion, one: Concerned, first: str) -> str:
    """Return the address a letter goes to, or those of all people of the company."""
    if one.person:
        return _addresses([one.person])
    if occasion.sent_to is SentTo.ALL:
        return _addresses(basis.snapshot.delegates_of.get(one.company.id, ()))
    return first


def _addresses(people: Iterable[Person]) -> str:
    """Return the addresses a mail can be written to people at, separated by commas; empty where there is none."""
    found = (email(person.email) for person in people)
    return mail.several(address for address in found if address and mail.is_address(address))
