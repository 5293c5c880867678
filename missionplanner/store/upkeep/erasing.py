"""Personal data erased for good: from the records, from the history, from the bytes of the file."""

from collections.abc import Callable, Collection, Iterable

from missionplanner.domain.fingerprints import Marks, Salt, mark_of_kept
from missionplanner.domain.mentions import Called, Mentions, around
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.messages import Message, message
from missionplanner.store import search
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.merging import blanking
from missionplanner.store.merging.blanking import Place
from missionplanner.store.personal_texts import GOING
from missionplanner.store.store import Store, file_of
from missionplanner.store.tables import UNDOABLE
from missionplanner.store.upkeep import erased_files, erased_rows, known_people, passages, tombstones
from missionplanner.store.upkeep.known_people import Meant
from missionplanner.store.upkeep.passages import Passage
from missionplanner.store.upkeep.tombstones import NOTHING, Returned, Tombstones


def people(store: Store) -> list[known_people.KnownPerson]:
    """Return everybody the mission knows and who is not anonymous, those who were deleted last."""
    with file_of(store).reading() as db:
        return known_people.people(db)


def deleted_companies(store: Store) -> list[known_people.KnownCompany]:
    """Return the companies that were deleted and are still in the history."""
    with file_of(store).reading() as db:
        return known_people.deleted_companies(db)


def tombstones_of(store: Store) -> Tombstones:
    """Return everything the mission remembers of those who were erased."""
    with file_of(store).reading() as db:
        return tombstones.of_file(db)


def without_names(store: Store, text: str) -> str:
    """Return a text, such as the name of a file, with gaps for the names of those who were erased."""
    return Salt.of(store.mission.uid).without_names(text, remembered(store))


def remembered(store: Store) -> Marks:
    """Return what the mission remembers of those who were erased, besides their uids."""
    return tombstones_of(store).marks


def meant(store: Store, keys: Collection[int], companies: Collection[int] = ()) -> Meant:
    """Return the people of these keys, and of these companies, with all the mission knows of them."""
    with file_of(store).reading() as db:
        return known_people.meant(db, keys, companies)


def passages_about(store: Store, whom: Meant) -> list[Passage]:
    """Return the texts that name people and may be kept by choice, and the files of their companies."""
    mentions = Mentions(whom.called)
    with file_of(store).reading() as db:
        found = [*passages.passages(db, mentions), *erased_files.doubtful(db, whom, mentions)]
    return [one for one in found if not (one.place[0] == "people" and one.place[1] in whom.uids)]


def texts_about(store: Store, whom: Meant) -> list[Passage]:
    """Return every text of now that names people, also those that go without being asked about."""
    mentions = Mentions(whom.called)
    with file_of(store).reading() as db:
        return [
            Passage(one.place, one.key, around(str(one.before), mentions.find(str(one.before))))
            for one in passages.find(db, mentions, lambda table: not table.endswith("_history"))
            if isinstance(one.before, str)
        ]


def files_about(store: Store, whom: Meant) -> list[str]:
    """Return the names of the files that name people, and of those of their companies that may be about them."""
    mentions = Mentions(whom.called)
    with file_of(store).reading() as db:
        return erased_files.names_of(db, erased_files.naming(db, mentions), erased_files.doubtful(db, whom, mentions))


def passages_about_everybody(store: Store) -> list[Passage]:
    """Return the texts that go when everybody is erased and may be kept by choice."""
    whom = _everybody(store)
    with file_of(store).reading() as db:
        named = passages.passages(db, Mentions(whom.called).certain)
        known = {one.place for one in named}
        return [*named, *(one for one in passages.going(db) if one.place not in known)]


def free_texts(store: Store) -> set[Place]:
    """Return every text that may be kept by choice."""
    with file_of(store).reading() as db:
        return {one.place for one in passages.asked(db)}


def _everybody(store: Store) -> Meant:
    keys = [person.key for person in people(store)]
    return meant(store, keys, [one.key for one in deleted_companies(store)])


def erase_everybody(store: Store, kept: Collection[Place] = ()) -> int:
    """Make everybody anonymous and empty every text that may name somebody; returns how many people there were.

    Companies, statuses, requests, meetings and outcomes stay, so that the mission can still be counted. The history
    goes with the names in it: nothing before this can be undone. kept: texts that stay by choice.
    """
    number = sum(person.deleted is None for person in people(store))
    whom = _everybody(store)

    def act(db: Database) -> None:
        # Single names of everybody are words of the language.
        mentions = Mentions(whom.called).certain
        erased_rows.blank_present(db, whom)
        erased_rows.empty_everything(db, kept)
        # The images go as a whole.
        erased_rows.blank_texts(db, mentions, kept, lambda table: not table.endswith("_history"))
        for table in GOING:
            db.execute(f"DELETE FROM {table}")
        _remember(db, _uids_of_everybody(db), whom.marks)
        search.rebuild(db)

    def wipe(db: Database, step: int) -> None:
        for stored in UNDOABLE:
            db.execute(f"DELETE FROM {stored.history}")
        db.execute("DELETE FROM dots WHERE beside IS NOT NULL")
        db.execute("DELETE FROM replaced")
        label = message("Erased").stored()
        db.execute("UPDATE steps SET user = '', state = 'gone', label = ? WHERE id <> ?", (label, step))

    _for_good(store, act, wipe, message("Erase personal data"))
    return number


def erase(
    store: Store, keys: Collection[int], companies: Collection[int] = (), kept: Collection[Place] | None = None
) -> int:
    """Make people anonymous, also in the history, sources, drafts, letters and texts; returns how many there were.

    keys: of people, present or deleted. companies: the keys of deleted ones, which go with their people and texts.
    kept: texts that stay although they name somebody; None for those nobody can be sure of, such as files of the
    company. Steps that changed them can still be undone, without bringing them back.
    """
    return _erase(store, Returned(tuple(keys), tuple(companies)), kept)


def obey(store: Store, others: Tombstones = NOTHING) -> int:
    """Erase the people who were erased in another copy of the mission; returns how many.

    others: what another file remembers of those who were erased, besides what this computer does. Raises UserError as
    `erase`.
    """
    if store.read_only:
        return 0
    found = tombstones.returned(store, others)
    number = _erase(store, found, None, tombstones.wanted(store, others).marks) if found else 0
    tombstones.learn(store, others)
    return number


def erased_again_words(number: int) -> str:
    """Return that so many people were erased in this copy too, in a sentence."""
    return count(
        "{n} person who was erased from this mission was still in this copy, and was erased here too.",
        "{n} people who were erased from this mission were still in this copy, and were erased here too.",
        number,
    )


def _erase(store: Store, found: Returned, kept: Collection[Place] | None, marks: Marks = frozenset()) -> int:
    """Erase people, companies and files; returns how many people there were."""
    whom = meant(store, found.people, found.companies)
    if not (whom.keys or found.companies or found.digests):
        return 0
    if kept is None:
        kept = _kept_anyway(store, whom, Mentions(whom.called), marks)
    _erase_meant(store, whom, found, kept)
    return whom.number


def forget_names(store: Store, called: Called) -> None:
    """Take names out of texts which a copy that was merged knows to be of those who were erased.

    Raises UserError as `erase`.
    """
    mentions = Mentions(called)
    if not mentions:
        return
    whom = Meant(frozenset(), frozenset(), frozenset(), called, frozenset())
    kept = _kept_anyway(store, whom, mentions, frozenset())
    with file_of(store).reading() as db:
        is_named = any(one.place not in kept for one in passages.find(db, mentions))
    if is_named:
        _erase_meant(store, whom, Returned(), kept)


def _erase_meant(store: Store, whom: Meant, found: Returned, kept: Collection[Place]) -> None:
    mentions = Mentions(whom.called)

    def act(db: Database) -> None:
        erased_rows.blank_present(db, whom)
        erased_files.erase(db, whom, mentions, kept, found.digests)
        erased_rows.drop_drafts(db, whom, mentions)
        erased_rows.blank_texts(db, mentions, kept, lambda table: not table.endswith("_history"))
        erased_rows.blank_linked(db, whom)
        uids = erased_rows.blank_companies(db, found.companies)
        _remember(db, whom.uids | uids, whom.marks | _marks_of_kept(db, mentions, kept))
        search.rebuild(db)

    def wipe(db: Database, step: int) -> None:
        _wipe_step(db, step)
        erased_rows.blank_history(db, whom)
        erased_rows.blank_texts(db, mentions, kept, lambda table: table.endswith("_history"))
        erased_rows.blank_labels(db, whom, mentions, found.companies)
        passages.blank_registers(db, mentions, kept)

    _for_good(store, act, wipe, message("Erase personal data"))


def _kept_anyway(store: Store, whom: Meant, mentions: Mentions, marks: Marks) -> set[Place]:
    """Return what stays where nobody is asked: files of the company, and what was kept by choice before."""
    with file_of(store).reading() as db:
        doubtful = {one.place for one in erased_files.doubtful(db, whom, mentions)}
        doubtful |= {one.place for one in passages.find(db, mentions) if not one.is_sure}
        return doubtful | blanking.kept_places(tombstones.of_file(db).marks | marks)


def _uids_of_everybody(db: Database) -> set[str]:
    sql = "SELECT uid FROM people UNION SELECT uid FROM people_history"
    gone = "SELECT uid FROM companies_history WHERE id NOT IN (SELECT id FROM companies)"
    return {uid for (uid,) in db.execute(f"{sql} UNION {gone}") if uid}


def _marks_of_kept(db: Database, mentions: Mentions, kept: Collection[Place]) -> Marks:
    """Return what copies have to know of the texts that were kept, so that they stay there too."""
    there = {one.place for one in passages.find(db, mentions)} if kept else set()
    return frozenset(mark_of_kept(*place) for place in there & set(kept))


def _remember(db: Database, uids: Iterable[str], marks: Marks) -> None:
    """Remember who was erased, so that no copy brings them back, and forget what was written beside about them."""
    for uid in sorted(uids):
        db.execute("INSERT OR IGNORE INTO erased VALUES (?)", (uid,))
        db.execute("DELETE FROM dots WHERE uid = ? AND beside IS NOT NULL", (uid,))
        db.execute("DELETE FROM replaced WHERE uid = ?", (uid,))
    db.conn.executemany("INSERT OR IGNORE INTO erased_marks VALUES (?, ?)", sorted(marks))


def _wipe_step(db: Database, step: int) -> None:
    """Delete the images the erasing itself has left, with everything in them."""
    for stored in UNDOABLE:
        db.execute(f"DELETE FROM {stored.history} WHERE step = ?", (step,))


def _for_good(
    store: Store, act: Callable[[Database], None], wipe: Callable[[Database, int], None], label: Message
) -> None:
    """Do something outside undo, then write the file anew so that nothing of before is left in its bytes.

    Raises UserError when the file could not be written anew.
    """
    store.steps.for_good(label, act, wipe)
    tombstones.remember(store)
    try:
        file_of(store).compact()
    except engine.kinds("OperationalError") as error:
        text = _("The data were erased, but the file could not be written anew ({reason}).").format(reason=error)
        raise UserError(text, _("Traces may be left in it: close it everywhere else, and erase again.")) from error
