"""Which delegate of a row a column is about, and columns about people who do not travel."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count

from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.headings import Heading
from missionplanner.exchange.meanings import Meaning

NAMES = frozenset({"given_name", "family_name", "full_name"})
REACHED_BY = frozenset({"email", "phone", "mobile"})
_COUNTED = NAMES | REACHED_BY | {"position", "title"}
_STRONG = 0.8
_PERHAPS = 0.4
"""From this score on a heading may mean a field: "Name 2" beside "Company" is a person's."""


@dataclass(frozen=True, slots=True)
class PersonPlace:
    """Where a column about a person belongs."""

    number: int = 1
    role: str = ""
    """How the heading calls the person: "delegate", "person" (a contact), or not at all."""
    dropped: bool = False
    """Whether it is about nobody who takes part: a second address of somebody, or a contact beside the delegates."""
    doubtful: bool = False
    """Whether it may be about one more delegate all the same."""


def places(meanings: Sequence[Meaning]) -> list[PersonPlace]:
    """The place of each column; columns that are not about people stay at the first."""
    found = _numbered(meanings)
    found = _without_addresses_alone(meanings, found)
    return _without_contacts(meanings, found)


def is_about_person(meaning: Meaning) -> bool:
    """Whether a heading most likely asks for something of a person."""
    return any(name in BY_NAME and BY_NAME[name].person for name, _score in meaning.fields[:2])


def _numbered(meanings: Sequence[Meaning]) -> list[PersonPlace]:
    """The number a heading says, or how often the same heading came before."""
    seen: dict[str, int] = defaultdict(int)
    taken: set[tuple[str, int]] = set()
    further = 2
    texts = {meaning.heading.text for meaning in meanings}
    found = []
    for meaning in meanings:
        if not is_about_person(meaning):
            found.append(PersonPlace())
            continue
        number = _number(meaning)
        if number == 2 and not meaning.heading.ordinal and _role(meaning):
            # "Secondary contact" and "Additional attendee" are two people, though both words say another one.
            further = next(n for n in count(further) if (meaning.field, n) not in taken)
            number = further
        elif meaning.heading.ordinal and _counts_repeats(meaning.heading, texts):
            number += 1
        taken.add((meaning.field, number))
        if number == 1:
            seen[meaning.heading.text] += 1
            number = seen[meaning.heading.text]
        found.append(PersonPlace(number, _role(meaning)))
    return found


def _number(meaning: Meaning) -> int:
    heading = meaning.heading
    if heading.ordinal:
        return heading.ordinal
    # "Other needs" are no second person's.
    if meaning.field not in _COUNTED and not _role(meaning):
        return 1
    if "third" in heading.concepts:
        return 3
    return 2 if "second" in heading.concepts else 1


def _counts_repeats(heading: Heading, texts: Collection[str]) -> bool:
    """Whether a number only tells a heading from the same one before it: "Name", "Name.1", as programs write tables."""
    bare = heading.text.rpartition(" ")[0]
    return bare in texts and f"{bare} 1" in texts


def _role(meaning: Meaning) -> str:
    concepts = meaning.heading.concepts
    return next((role for role in ("delegate", "person") if role in concepts), "")


def _without_addresses_alone(meanings: Sequence[Meaning], found: list[PersonPlace]) -> list[PersonPlace]:
    """ "E-mail 2" without a second name is another address of the first person, not another person."""
    named = {
        place.number
        for meaning, place in zip(meanings, found, strict=True)
        if any(name in NAMES and score >= _PERHAPS for name, score in meaning.fields)
    }
    return [
        replace(place, dropped=True)
        if place.number > 1 and place.number not in named and not place.role and meaning.field in _COUNTED - NAMES
        else place
        for meaning, place in zip(meanings, found, strict=True)
    ]


def _without_contacts(meanings: Sequence[Meaning], found: list[PersonPlace]) -> list[PersonPlace]:
    """A contact named beside the delegates is the one who wrote; alone, or with half a name, the delegate."""
    fields: dict[str, set[str]] = {"delegate": set(), "person": set(), "": set()}
    for meaning, place in zip(meanings, found, strict=True):
        if place.number == 1 and meaning.fields and meaning.fields[0][1] >= _STRONG:
            fields[place.role].add(meaning.field)
    others = fields["delegate"] | fields[""]
    if not _are_two_people(fields["person"], others):
        return found
    return [
        replace(place, dropped=True, doubtful=True)
        if place.role == "person" and place.number == 1 and meaning.field in (NAMES | others)
        else place
        for meaning, place in zip(meanings, found, strict=True)
    ]


def _are_two_people(contact: set[str], delegate: set[str]) -> bool:
    """Whether both are named, and not by halves of one name."""
    one, other = contact & NAMES, delegate & NAMES
    # "Nombre del contacto" beside "Apellidos" is the given name, not somebody's whole name.
    is_half = {"full_name"} in (one, other) and {"family_name"} in (one, other)
    return bool(one and other) and not is_half and bool(one & other or "full_name" in one | other)
