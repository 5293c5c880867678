"""People who were entered twice, often with two companies: found, compared, and made one who represents both."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from missionplanner.domain.identities import is_twice
from missionplanner.domain.own_values import differing, value_of, with_values
from missionplanner.domain.people import Person, Role
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.companies.duplicates import FieldDifference
from missionplanner.jobs.companies.representation import become
from missionplanner.jobs.fields import values as own_values
from missionplanner.jobs.people.records import named
from missionplanner.jobs.wording import person_shown
from missionplanner.messages import message
from missionplanner.store.store import Store

_NOT_COMPARED = ("id", "uid", "company_id", "side", "position")


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Two records of what seems to be one person."""

    one: int
    two: int
    reason: str


def suspected(store: Store) -> list[SamePerson]:
    """Return the pairs of people who seem to be one: by their address, or by name and telephone."""
    people = store.all(Person)
    known = {person.id: asdict(person) for person in people}
    found = []
    for one, two in sorted(_candidates(people)):
        if is_twice(known[one], known[two]):
            addresses = {fold(known[key]["email"]) for key in (one, two)}
            same_address = len(addresses) == 1 and addresses != {""}
            reason = _("the e-mail addresses are the same") if same_address else _("name and telephone are the same")
            found.append(SamePerson(one, two, reason))
    return found


def twin(person: Person, people: Sequence[Person]) -> Person | None:
    """Return another person who seems to be the same."""
    typed = asdict(person)
    return next((one for one in people if one.id != person.id and is_twice(asdict(one), typed)), None)


def differences(store: Store, one: Person, two: Person) -> list[FieldDifference]:
    """Return the fields in which two people differ, in the order of their columns."""
    roles, own = store.all(Role), own_values.fields(store)
    return [
        FieldDifference(
            name, label(name, own), *(person_shown(name, value_of(person, name), roles, own) for person in both)
        )
        for both in [own_values.with_own(store, (one, two))]
        for name in _compared(*both)
    ]


def usual_choice(one: Person, two: Person) -> set[str]:
    """Return the fields best taken from the second person: those only they fill."""
    names = _compared(one, two)
    return {n for n in names if value_of(one, n) in (None, "") and value_of(two, n) not in (None, "")}


def merge(store: Store, keep: int, other: int, take: Collection[str]) -> None:
    """Make two people one who represents the organisations of both, as one step.

    `keep` stays and takes the fields in `take` from the other, whose meetings, events and absences come along. Raises
    UserError when one of them is gone.
    """
    people = own_values.with_own(store, store.where(Person, "id", [keep, other]))
    found = {person.id: person for person in people}
    if len(found) < 2:
        raise UserError(_("One of the people is no longer in the mission."), _("They may have been deleted or undone."))
    one, two = found[keep], found[other]
    kept = with_values(one, {name: value_of(two, name) for name in _compared(one, two) if name in take})
    with store.change(message("Merge {other} into {person}", other=named(two), person=named(one))) as change:
        change.update(kept)
        own_values.save(store, change, kept, one.own)
        become(store, change, kept, two)


def _compared(one: Person, two: Person) -> list[str]:
    return [name for name in differing(one, two) if name not in _NOT_COMPARED]


def _candidates(people: Sequence[Person]) -> set[tuple[int, int]]:
    """Return the pairs that share an address or a name, which alone can be the same."""
    groups: dict[str, list[int]] = defaultdict(list)
    for person in people:
        name = fold(f"{person.given_name} {person.family_name}").strip()
        for trait in filter(None, (person.email and f"@{fold(person.email)}", name)):
            groups[trait].append(person.id)
    return {(one, two) for keys in groups.values() for place, one in enumerate(keys) for two in keys[place + 1 :]}
