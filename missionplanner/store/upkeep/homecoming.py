"""People of a copy who were erased in the mission: left out, and asked about where only their name says so."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from missionplanner.domain.fingerprints import MarkKind, Recognition, Salt, recognition
from missionplanner.domain.mentions import Called, Mentions
from missionplanner.store.database import Database
from missionplanner.store.merging.blanking import kept_places
from missionplanner.store.merging.forgetting import Forgotten
from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.state import MergeState
from missionplanner.store.upkeep import erased_files, known_people


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A person of a copy who is not taken in."""

    uid: str
    name: str
    company: str
    is_sure: bool
    """Whether it is one who was erased; else somebody of the same name, who may be another."""
    key_here: int = 0
    """The key of somebody of the mission with the name of one who was erased in the copy; 0 for people of the copy."""


def namesakes_here(
    db: Database, mine: MergeState, theirs: MergeState, others: Collection[str] = ()
) -> tuple[LeftOut, ...]:
    """Return the people of a mission who have the name of one who was erased in a copy that does not know them.

    db: the mission. others: the uids of those who are other people.
    """
    new = theirs.marks - mine.marks
    if not new:
        return ()
    salt = Salt.of(str(db.execute("SELECT uid FROM missions LIMIT 1").fetchone()[0]))
    spared = {mark for kind, mark in mine.marks | theirs.marks if kind == MarkKind.ANOTHER.value} | set(others)
    known = theirs.rows.keys() | theirs.erased | spared
    rows = {row["id"]: row for row in known_people.rows_of(db)}
    return tuple(
        LeftOut(one.uid, one.name, one.company, False, one.key)
        for one in known_people.people(db)
        if one.deleted is None
        and one.uid not in known
        and recognition(salt.prints(rows[one.key]), new) is Recognition.NAME
    )


def coming_back(
    db: Database, mine: MergeState, theirs: MergeState, others: Collection[str] = ()
) -> tuple[tuple[LeftOut, ...], Forgotten]:
    """Return who of a copy was erased in the mission, and what the copy calls them.

    db: the copy. others: the uids of namesakes who are other people.
    """
    if not (mine.erased or mine.marks or theirs.marks):
        return (), Forgotten(frozenset(), Mentions(Called()))
    people = known_people.people(db)
    salt = Salt.of(str(db.execute("SELECT uid FROM missions LIMIT 1").fetchone()[0]))
    # Who was entered in spite of a fingerprint the copy knows was entered on purpose.
    new = mine.marks - theirs.marks
    spared = {mark for kind, mark in mine.marks | theirs.marks if kind == MarkKind.ANOTHER.value} | set(others)
    left_out, keys = [], set()
    rows = {row["id"]: row for row in (*known_people.rows_of(db, "people_history"), *known_people.rows_of(db))}
    for person in people:
        like = Recognition.SAME if person.uid in mine.erased else Recognition.NONE
        if not like and person.uid not in mine.rows and new:
            like = recognition(salt.prints(rows[person.key]), new)
        if not like or (person.uid in spared and person.uid not in mine.erased):
            continue
        keys.add(person.key)
        if person.deleted is None:
            left_out.append(LeftOut(person.uid, person.name, person.company, like is Recognition.SAME))
    whom = known_people.meant(db, keys)
    unknown = Called(frozenset(_named_by_fingerprints(mine, theirs, salt)))
    mentions = Mentions(whom.called | unknown)
    files = {*erased_files.naming(db, mentions), *erased_files.marked(db, mine.marks | theirs.marks)}
    kept = frozenset(kept_places(mine.marks | theirs.marks))
    another = frozenset(set(others) - mine.erased)
    return tuple(left_out), Forgotten(whom.uids, mentions, frozenset(files), another, kept, whom.marks)


def in_parcel(layout: Layout, mission_uid: str, mine: MergeState, theirs: MergeState) -> Forgotten:
    """Return who of a parcel was erased in the mission, and what texts of the parcel call them.

    Whoever only has the name of somebody who was erased is taken in: a parcel comes when nobody is there to be asked,
    and who was entered by somebody of the same office was entered on purpose.
    """
    if not (mine.erased or mine.marks or theirs.marks):
        return Forgotten(frozenset(), Mentions(Called()))
    salt, columns = Salt.of(mission_uid), layout["people"].columns
    spared = {mark for kind, mark in mine.marks | theirs.marks if kind == MarkKind.ANOTHER.value}
    new = mine.marks - theirs.marks
    uids = {
        uid
        for uid, row in theirs.rows.items()
        if row.table == "people"
        and uid not in mine.rows
        and uid not in spared
        and recognition(salt.prints(dict(zip(columns, row.values, strict=True))), new) is Recognition.SAME
    }
    known = frozenset(_named_by_fingerprints(mine, theirs, salt))
    kept = frozenset(kept_places(mine.marks | theirs.marks))
    return Forgotten(frozenset(uids), Mentions(Called(known)), kept=kept)


def _named_by_fingerprints(mine: MergeState, theirs: MergeState, salt: Salt) -> set[str]:
    """Return the names and addresses of those who were erased in texts of a copy that it does not know to be theirs."""
    marks = mine.marks | theirs.marks
    if not any(kind in (MarkKind.EMAIL.value, MarkKind.NAME.value) for kind, _mark in marks):
        return set()
    return {text[start:end] for text in _new_texts(mine, theirs) for start, end in salt.find(text, marks)}


def _new_texts(mine: MergeState, theirs: MergeState) -> Iterator[str]:
    """Yield the texts a copy brings; those of people themselves are known."""
    for uid, row in theirs.rows.items():
        known = mine.rows.get(uid)
        if row.table != "people" and (known is None or (known.values, known.registers) != (row.values, row.registers)):
            values = [row.values, *(write.values for found in row.registers.values() for write in found.values())]
            yield from (value for found in values for value in found if isinstance(value, str))
    yield from (step.label for key, step in theirs.steps.items() if key not in mine.steps)
    for table, entries in theirs.journals.items():
        new = (entry for uid, entry in entries.items() if uid not in mine.journals.get(table, {}))
        yield from (value for entry in new for value in entry if isinstance(value, str))
