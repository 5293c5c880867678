"""Personal data erased for good: from the records, from the history, from the bytes of the file."""

from collections.abc import Callable, Collection, Iterable, Sequence

from missionplanner.domain.companies import Delegate
from missionplanner.domain.fingerprints import Marks, mark_of_kept
from missionplanner.domain.mentions import GAP, Mentions, around
from missionplanner.domain.privacy import KEPT, anonymous
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.messages import Message, message
from missionplanner.store import search
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.merging import blanking
from missionplanner.store.merging.blanking import Place
from missionplanner.store.personal_texts import CLASSES, GOING, Naming, TextClass, Whose, texts
from missionplanner.store.rows import names, values
from missionplanner.store.store import Store, file_of
from missionplanner.store.tables import UNDOABLE
from missionplanner.store.upkeep import erased_files, known_people, passages, tombstones
from missionplanner.store.upkeep.known_people import Meant
from missionplanner.store.upkeep.passages import Passage
from missionplanner.store.upkeep.tombstones import NOTHING, Returned, Tombstones

_WHOSE_COMPANY = ("company_id", "delegation_id", "counterpart_id")
"""Columns that say whose a record is."""


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
    return [one for one in found if not (one.place[0] == "delegates" and one.place[1] in whom.uids)]


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
        _blank_present(db, whom)
        _empty_everything(db, kept)
        # The images go as a whole.
        _blank_texts(db, mentions, kept, lambda table: not table.endswith("_history"))
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
    number = _erase(store, found, None, others.marks) if found else 0
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
    mentions = Mentions(whom.called)
    if kept is None:
        kept = _kept_anyway(store, whom, mentions, marks)

    def act(db: Database) -> None:
        _blank_present(db, whom)
        erased_files.erase(db, whom, mentions, kept, found.digests)
        _drop_drafts(db, whom, mentions)
        _blank_texts(db, mentions, kept, lambda table: not table.endswith("_history"))
        _blank_linked(db, whom)
        uids = _blank_companies(db, found.companies)
        _remember(db, whom.uids | uids, whom.marks | _marks_of_kept(db, mentions, kept))
        search.rebuild(db)

    def wipe(db: Database, step: int) -> None:
        _wipe_step(db, step)
        _blank_history(db, whom)
        _blank_texts(db, mentions, kept, lambda table: table.endswith("_history"))
        _blank_labels(db, whom, mentions, found.companies)
        passages.blank_registers(db, mentions, kept)

    _for_good(store, act, wipe, message("Erase personal data"))
    return whom.number


def _kept_anyway(store: Store, whom: Meant, mentions: Mentions, marks: Marks) -> set[Place]:
    """Return what stays where nobody is asked: files of the company, and what was kept by choice before."""
    with file_of(store).reading() as db:
        doubtful = {one.place for one in erased_files.doubtful(db, whom, mentions)}
        doubtful |= {one.place for one in passages.find(db, mentions) if not one.is_sure}
        return doubtful | blanking.kept_places(tombstones.of_file(db).marks | marks)


def _blank_present(db: Database, whom: Meant) -> None:
    """Make the people who are there anonymous."""
    columns = names(Delegate)
    blank = values(Delegate, [anonymous(Delegate(company_id=0))])[0]
    wanted = {name: value for name, value in zip(columns, blank, strict=True) if name not in KEPT}
    own = [name for name, kind in texts(db)["delegates"].items() if kind.whose is Whose.PERSON]
    wanted = {**dict.fromkeys(own, ""), **wanted}
    settings = ", ".join(f'"{name}" = ?' for name in wanted)
    differs = " OR ".join(f'"{name}" IS NOT ?' for name in wanted)
    sql = f"UPDATE delegates SET {settings} WHERE id = ? AND ({differs})"
    db.conn.executemany(sql, [(*wanted.values(), key, *wanted.values()) for key in sorted(whom.keys)])


def _blank_history(db: Database, whom: Meant) -> None:
    """Make the images of people anonymous, so that old steps can still be undone and done again."""
    row = dict(zip(names(Delegate), values(Delegate, [Delegate(company_id=0)])[0], strict=True))
    own = [name for name, kind in texts(db)["delegates_history"].items() if kind.whose is Whose.PERSON]
    wanted = {**dict.fromkeys(own, ""), **{name: value for name, value in row.items() if name not in KEPT}}
    settings = ", ".join(f'"{name}" = ?' for name in wanted)
    sql = f"UPDATE delegates_history SET {settings} WHERE id = ? AND uid IS NOT NULL"  # the others are keys alone
    db.conn.executemany(sql, [(*wanted.values(), key) for key in sorted(whom.keys)])


def _blank_texts(db: Database, mentions: Mentions, kept: Collection[Place], wanted: Callable[[str], bool]) -> None:
    """Take people out of every text that names them, but for those that are kept."""
    found = passages.find(db, mentions, lambda table: wanted(table) and table != "steps")
    for one in list(found):
        if one.place not in kept:
            passages.blank(db, one)


def _blank_linked(db: Database, whom: Meant) -> None:
    """Empty what was made for these people alone."""
    for table, columns in passages.linked(db):
        settings = ", ".join(f"\"{name}\" = ''" for name in columns)
        db.conn.executemany(f"UPDATE {table} SET {settings} WHERE delegate_id = ?", [(key,) for key in whom.keys])


def _drop_drafts(db: Database, whom: Meant, mentions: Mentions) -> None:
    """Delete what was typed into forms and not saved, of these people's companies and where it names them."""
    for key, company, content in db.execute("SELECT id, company_id, content FROM form_drafts").fetchall():
        if company in whom.companies or mentions.find(content) or mentions.without_inside(content) != content:
            db.execute("DELETE FROM form_drafts WHERE id = ?", (key,))


def _blank_labels(db: Database, whom: Meant, mentions: Mentions, companies: Collection[int]) -> None:
    """Take people and companies out of the labels of steps, and people out of who made them."""
    sql = "SELECT uid FROM companies_history WHERE uid IS NOT NULL AND id = ?"
    uids = {*whom.uids, *(uid for key in companies for (uid,) in db.execute(sql, (key,)))}
    user = CLASSES["steps"]["user"]
    for key, label, name in db.execute("SELECT id, label, user FROM steps").fetchall():
        new = blanking.without_names(label, mentions, uids), blanking.without(name, user, mentions)
        if new != (label, name):
            db.execute("UPDATE steps SET label = ?, user = ? WHERE id = ?", (*new, key))


def _blank_companies(db: Database, keys: Collection[int]) -> set[str]:
    """Empty what the history keeps of deleted companies and what belonged to them; returns their uids."""
    uids: set[str] = set()
    for key in keys:
        # In an older copy it may still be there.
        db.execute("DELETE FROM companies WHERE id = ?", (key,))
        uids |= {u for (u,) in db.execute("SELECT uid FROM companies_history WHERE uid IS NOT NULL AND id = ?", (key,))}
        for table, columns in texts(db).items():
            there = {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}
            links = ["id"] if table == "companies_history" else [name for name in _WHOSE_COMPANY if name in there]
            own = [name for name, kind in columns.items() if _is_of_company(kind)]
            if links and own:
                _empty_rows(db, table, own, f"({' OR '.join(f'{name} = {int(key)}' for name in links)})")
    return uids


def _is_of_company(kind: TextClass) -> bool:
    return kind.whose in (Whose.ANYBODY, Whose.LINKED) and kind.form is not Naming.DERIVED


def _empty_rows(db: Database, table: str, columns: Sequence[str], where: str) -> None:
    """Empty columns of rows; what is shown by its name keeps a sign for it."""
    settings = ", ".join(f'"{name}" = iif("{name}" IS NULL, NULL, ?)' for name in columns)
    blanks = [GAP if name == "name" else "{}" if name == "content" else "" for name in columns]
    db.execute(f'UPDATE "{table}" SET {settings} WHERE {where}', blanks)


def _empty_everything(db: Database, kept: Collection[Place]) -> None:
    """Empty the texts that may name somebody, whatever they say, but for those that are kept."""
    for table, columns in texts(db).items():
        going = [name for name, kind in columns.items() if kind.goes]
        if not going or table.endswith("_history") or table in (*GOING, "steps", "dots", "replaced"):
            continue
        for name in going:
            if (table, name) in _PSEUDONYMS:
                db.execute(_PSEUDONYMS[table, name])
                continue
            stay = [uid for of, uid, column in kept if (of, column) == (table, name)]
            where = f"uid NOT IN ({', '.join('?' * len(stay))})" if stay else "1"
            db.execute(f"UPDATE {table} SET {name} = '' WHERE {where}", stay)


_PSEUDONYMS = {
    ("interpreters", "name"): "UPDATE interpreters SET name = 'Interpreter ' || id",
    # Each stays apart from the others, as means and medians are counted by them.
    ("reviews", "reviewer"): "UPDATE reviews SET reviewer = known.new FROM (SELECT id AS key, 'Reviewer '"
    " || min(id) OVER (PARTITION BY reviewer) AS new FROM reviews WHERE reviewer <> '') AS known"
    " WHERE known.key = reviews.id",
}
"""SQL that gives those a number whom records are told apart by."""


def _uids_of_everybody(db: Database) -> set[str]:
    sql = "SELECT uid FROM delegates UNION SELECT uid FROM delegates_history"
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
