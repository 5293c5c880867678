"""Signing in at an event, for a pack or into a vehicle: by the code of a badge, a typed name, or ticks on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.people import Person
from missionplanner.domain.sign_ins import SignIn, SignInHow, SignInKind, sheet_number
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.arrivals.importing import index_of
from missionplanner.jobs.arrivals.riders import riders
from missionplanner.jobs.people.records import named
from missionplanner.matching.people import AskedName
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store

_CODE = 12
"""The characters a code of a badge has at least; shorter texts are names."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A place where people sign in: for an event, a pack or a vehicle."""

    kind: SignInKind
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """The outcome of one sign-in."""

    person: Person
    at: datetime
    is_again: bool
    """Whether they had signed in before; nothing is changed then."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """The outcome of numbers typed from a sheet."""

    new: int
    """How many had not signed in before."""
    names: tuple[str, ...]
    wrong: tuple[str, ...]
    """The numbers nobody has."""

    @property
    def sentence(self) -> str:
        """Says who signed in, and which numbers are wrong."""
        t = current()
        told = t.plural("{n} person signed in: {names}.", "{n} people signed in: {names}.", self.new)
        texts = [told.format(n=t.number(self.new), names=", ".join(self.names))] if self.names else []
        texts += [_("Nobody has these numbers: {numbers}.").format(numbers=", ".join(self.wrong))] if self.wrong else []
        return " ".join(texts)


def desk_of(event: Event | None) -> Desk:
    """Return the desk of an event: those who ride with a transfer board; without an event packs are handed out."""
    if event is None:
        return Desk(SignInKind.PACK)
    return Desk(SignInKind.BOARDING if event.kind is EventKind.TRANSFER else SignInKind.EVENT, event.id)


def expected(snapshot: Snapshot, desk: Desk) -> list[Person]:
    """Return who is expected at a desk, by name."""
    event = next((one for one in snapshot.events if one.id == desk.event_id), None)
    if event is None:
        found = [person for person in snapshot.people if snapshot.takes_part_person(person)]
    elif desk.kind is SignInKind.BOARDING:
        found = riders(snapshot, event)
    else:
        found = [
            one for one in snapshot.people if snapshot.takes_part_person(one) and snapshot.person_attends(one, event)
        ]
    return sorted(found, key=lambda one: (one.family_name.casefold(), one.given_name.casefold(), one.id))


def signed(snapshot: Snapshot, desk: Desk) -> dict[int, SignIn]:
    """Return the sign-ins of a desk by person."""
    return {one.person_id: one for one in snapshot.sign_ins if (one.kind, one.event_id) == (desk.kind, desk.event_id)}


def sign_in(store: Store, desk: Desk, typed: str, now: datetime | None = None) -> Signed:
    """Sign somebody in by the code of their badge or their name, as one step; who had signed in stays as they were.

    Raises UserError where nobody has the code or name, or several people may be meant.
    """
    text = typed.strip()
    by_code = store.where(Person, "uid", [text.lower()]) if len(text) >= _CODE and text.isalnum() else []
    person = by_code[0] if by_code else _called(store, text)
    how = SignInHow.CODE if by_code else SignInHow.NAME
    return _sign(store, desk, person, how, now)


def sign_in_on_paper(store: Store, desk: Desk, people: Iterable[int], now: datetime | None = None) -> int:
    """Sign everybody in who was ticked on paper, as one step; return how many are new."""
    there = signed(store.snapshot(), desk)
    new = [key for key in dict.fromkeys(people) if key not in there]
    if new:
        at = now or datetime.now(UTC)
        with store.change(counted_message("Sign in {n} person", "Sign in {n} people", len(new))) as change:
            change.insert_all(
                SignIn(person_id=key, kind=desk.kind, event_id=desk.event_id, at=at, how=SignInHow.PAPER) for key in new
            )
    return len(new)


def sign_in_by_numbers(store: Store, desk: Desk, numbers: Sequence[str], now: datetime | None = None) -> Ticked:
    """Sign in whoever has one of these numbers on the sign-in sheet, as one step; numbers nobody has are left out."""
    known = {sheet_number(one.id, one.uid): one for one in store.all(Person)}
    people = [known[number] for number in dict.fromkeys(numbers) if number in known]
    new = sign_in_on_paper(store, desk, [person.id for person in people], now)
    return Ticked(new, tuple(person.full_name for person in people), tuple(n for n in numbers if n not in known))


def sign_out(store: Store, desk: Desk, people: Iterable[int]) -> None:
    """Take sign-ins back, as one step."""
    there = signed(store.snapshot(), desk)
    gone = [there[key].id for key in people if key in there]
    if gone:
        with store.change(counted_message("Take {n} sign-in back", "Take {n} sign-ins back", len(gone))) as change:
            change.delete(SignIn, gone)


def _sign(store: Store, desk: Desk, person: Person, how: SignInHow, now: datetime | None) -> Signed:
    mine = store.where(SignIn, "person_id", [person.id])
    before = next((one for one in mine if (one.kind, one.event_id) == (desk.kind, desk.event_id)), None)
    if before:
        return Signed(person, before.at, True)
    at = now or datetime.now(UTC)
    with store.change(message("Sign in {person}", person=named(person))) as change:
        change.insert(SignIn(person_id=person.id, kind=desk.kind, event_id=desk.event_id, at=at, how=how))
    return Signed(person, at, False)


def _called(store: Store, text: str) -> Person:
    snapshot = store.snapshot()
    found = index_of(snapshot).find(AskedName(text)) if text else None
    if found and found.key:
        return snapshot.person[found.key]
    if found and found.candidates:
        names = "; ".join(snapshot.with_organisation(snapshot.person[key]) for key in found.candidates)
        raise UserError(_("“{name}” can be several people.").format(name=text), names)
    hint = _("Scan the code of the badge, or type the name as it is in the list.")
    raise UserError(_("Nobody has this code or name: “{text}”.").format(text=text[:60]), hint)
