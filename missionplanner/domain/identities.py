"""The same person in two statements: by name first, then by address, then as one that was corrected."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from missionplanner.domain.spelling import fold

IDENTITY = ("given_name", "family_name", "second_family_name", "email", "phone", "mobile")
"""The fields by which a person is recognised."""
StatedPerson = Mapping[str, Any]
_ALIKE = 0.72
"""The share of equal letters from which a name may be another corrected: "Jane Doe", "Janet Dowe"."""


def matched(people: Sequence[StatedPerson], known: Sequence[StatedPerson]) -> list[tuple[StatedPerson, int | None]]:
    """Return every person with the place of the same known one, if any; each is matched once, by name first."""
    found: dict[int, int] = {}
    # all by name before any by address: colleagues share an address, and one of them may be known by name
    for test in (_same_name, _same_address):
        for number, person in enumerate(people):
            free = [place for place in range(len(known)) if place not in found.values()]
            place = next((one for one in free if number not in found and test(known[one], person)), None)
            if place is not None:
                found[number] = place
    return [(person, found.get(number)) for number, person in enumerate(people)]


def find_same(person: StatedPerson, known: Sequence[StatedPerson]) -> StatedPerson | None:
    """Return the same person among the known ones."""
    for test in (_same_name, _same_address):
        if (one := next((one for one in known if test(one, person)), None)) is not None:
            return one
    return None


def is_twice(one: StatedPerson, two: StatedPerson) -> bool:
    """Whether two people of a mission are one: the address is the same, or the name and a telephone are."""
    if _same_address(*({**person, "email": fold(str(person.get("email") or ""))} for person in (one, two))):
        return True
    numbers = {one.get("phone"), one.get("mobile")} & {two.get("phone"), two.get("mobile")}
    return _same_name(one, two) and any(numbers)


def is_corrected(before: StatedPerson, now: StatedPerson) -> bool:
    """Whether a person a form names in place of another can be the same: one name is the same, and what else is known.

    A new family name (and address) is somebody who married; another given name needs the same telephone or address,
    and so do names that are only alike or stand the other way round.
    """
    if _same(before, now, "given_name"):
        return True
    reached = any(_same(before, now, name) for name in ("email", "phone", "mobile"))
    return reached and (_same(before, now, "family_name") or _are_alike(_folded_name(before), _folded_name(now)))


def _are_alike(one: str, two: str) -> bool:
    """Whether two names have the same words, or nearly the same letters."""
    if sorted(one.split()) == sorted(two.split()):
        return True
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE


def full_name(person: StatedPerson) -> str:
    """Return the names of a person as they are written; the address where there is none."""
    whole = f"{person.get('given_name') or ''} {person.get('family_name') or ''}".strip()
    return whole or str(person.get("email") or "")


def _same(one: StatedPerson, two: StatedPerson, name: str) -> bool:
    return fold(str(one.get(name) or "")) == fold(str(two.get(name) or "")) != ""


def _same_name(one: StatedPerson, two: StatedPerson) -> bool:
    return bool(_folded_name(one)) and _folded_name(one) == _folded_name(two)


def _same_address(one: StatedPerson, two: StatedPerson) -> bool:
    """Whether the address is the same and the names do not differ: many write from info@."""
    if not one.get("email") or one.get("email") != two.get("email"):
        return False
    if not _folded_name(one) or not _folded_name(two):
        return True
    return _same(one, two, "given_name") or _same(one, two, "family_name")


def _folded_name(person: StatedPerson) -> str:
    return fold(f"{person.get('given_name') or ''} {person.get('family_name') or ''}")
