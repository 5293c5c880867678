"""Personal data erased for good: from the records, from the history, from the bytes of the file."""

from collections.abc import Callable, Iterable, Sequence

from missionplanner.domain.companies import Delegate
from missionplanner.domain.privacy import KEPT, anonymous, is_anonymous
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import Message, message
from missionplanner.store import search
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.rows import names, values
from missionplanner.store.store import Store, file_of
from missionplanner.store.tables import UNDOABLE
from missionplanner.store.upkeep import tombstones

_FREE_TEXTS = (
    ("companies", "notes"), ("companies", "phone"), ("applications", "applicant"), ("applications", "signed_by"),
    ("applications", "decided_by"), ("applications", "reviewer"), ("applications", "reason"), ("reviews", "reviewer"),
    ("requests", "comment"), ("meetings", "reason"), ("outcomes", "next_step"), ("follow_ups", "note"),
    ("availabilities", "reason"), ("events", "talking_points"), ("events", "notes"), ("interpreters", "phone"),
    ("letters", "recipient"), ("letters", "subject"), ("letters", "file_name"), ("letters", "sent_by"),
    ("pack_prints", "printed_by"), ("pack_prints", "content"), ("pack_prints", "file_name"),
    ("file_imports", "imported_by"), ("file_imports", "file_name"), ("versions", "made_by"), ("sectors", "owner"),
)  # fmt: skip
"""Texts in which people may be named."""
_EMPTIED = ("source_drafts", "form_drafts", "attachments", "contents")
"""Tables that hold what people wrote or sent."""


def erase_everybody(store: Store) -> int:
    """Make everybody anonymous and empty every text that may name somebody; returns how many people there were.

    Companies, statuses, requests, meetings and outcomes stay, so that the mission can still be counted. The history
    goes with the names in it: nothing before this can be undone.
    """
    people = [person for person in store.all(Delegate) if not is_anonymous(person)]

    def act(db: Database) -> None:
        _blank(db, people)
        for table, column in _FREE_TEXTS:
            db.execute(f"UPDATE {table} SET {column} = ''")
        db.execute("UPDATE interpreters SET name = 'Interpreter ' || id")
        for table in _EMPTIED:
            db.execute(f"DELETE FROM {table}")
        _remember_erased(
            db, {uid for (uid,) in db.execute("SELECT uid FROM delegates UNION SELECT uid FROM delegates_history")}
        )
        search.rebuild(db)

    def wipe(db: Database, step: int) -> None:
        for stored in UNDOABLE:
            db.execute(f"DELETE FROM {stored.history}")
        db.execute("DELETE FROM dots WHERE beside IS NOT NULL")
        db.execute("DELETE FROM replaced")
        label = message("Erased").stored()
        db.execute("UPDATE steps SET user = '', state = 'gone', label = ? WHERE id <> ?", (label, step))

    _for_good(store, act, wipe, message("Erase personal data"))
    return len(people)


def erase(store: Store, keys: Sequence[int]) -> int:
    """Make some people anonymous, also in the history, sources, drafts and letters; returns how many there were.

    Steps that changed them can still be undone, without bringing them back.
    """
    people = [person for person in store.where(Delegate, "id", keys) if not is_anonymous(person)]

    def act(db: Database) -> None:
        _blank(db, people)
        for person in people:
            _blank_history(db, person)
            db.execute("DELETE FROM form_drafts WHERE company_id = ?", (person.company_id,))
            for table in ("source_drafts", "source_drafts_history"):  # emptied: undo needs every image of a row
                db.execute(f"UPDATE {table} SET content = '{{}}' WHERE company_id = ?", (person.company_id,))
            for name in filter(None, (person.full_name, person.formal_name, person.email)):
                _forget(db, name)
            _forget_drafts(db, person)
            db.execute("UPDATE pack_prints SET file_name = '', content = '' WHERE delegate_id = ?", (person.id,))
        _remember_erased(db, {person.uid for person in people})
        search.rebuild(db)

    _for_good(store, act, _wipe_step, message("Erase personal data"))
    return len(people)


def obey(store: Store, others: Iterable[str] = ()) -> int:
    """Erase the people who were erased in another copy of the mission; returns how many.

    others: uids another file knows as erased, besides those this computer remembers. Raises UserError as `erase`.
    """
    keys = [] if store.read_only else tombstones.to_be_erased(store, others)
    return erase(store, keys) if keys else 0


def _forget(db: Database, name: str) -> None:
    """Empty texts that name somebody where people are named one at a time."""
    for table in ("applications", "applications_history"):
        for column in ("applicant", "signed_by"):
            db.execute(f"UPDATE {table} SET {column} = '' WHERE {column} = ?", (name,))
    for column in ("recipient", "subject", "file_name"):
        db.execute(f"UPDATE letters SET {column} = '' WHERE instr({column}, ?)", (name,))


def _forget_drafts(db: Database, person: Delegate) -> None:
    """Delete forms not yet saved that name somebody, and empty what letters of their company say of them."""
    if not person.family_name:
        return
    given, family = person.given_name, person.family_name
    db.execute("DELETE FROM form_drafts WHERE instr(content, ?) AND instr(content, ?)", (given, family))
    for column in ("subject", "file_name"):
        sql = f"UPDATE letters SET {column} = '' WHERE company_id = ? AND instr({column}, ?)"
        db.execute(sql, (person.company_id, family))


def _blank(db: Database, people: Iterable[Delegate]) -> None:
    columns = names(Delegate)
    settings = ", ".join(f'"{name}" = ?' for name in columns[1:])
    for row in values(Delegate, [anonymous(person) for person in people]):
        db.execute(f"UPDATE delegates SET {settings} WHERE id = ?", [*row[1:], row[0]])


def _blank_history(db: Database, person: Delegate) -> None:
    """Make the images of a person anonymous, so that old steps can still be undone and done again."""
    row = dict(zip(names(Delegate), values(Delegate, [anonymous(person)])[0], strict=True))
    wanted = {name: value for name, value in row.items() if name not in KEPT}
    settings = ", ".join(f'"{name}" = ?' for name in wanted)
    sql = f"UPDATE delegates_history SET {settings} WHERE id = ? AND uid IS NOT NULL"  # the others are keys alone
    db.execute(sql, (*wanted.values(), person.id))


def _remember_erased(db: Database, uids: Iterable[str]) -> None:
    """Remember who was erased, so that no copy brings them back, and forget what was written beside about them."""
    for uid in sorted(uids):
        if uid:
            db.execute("INSERT OR IGNORE INTO erased VALUES (?)", (uid,))
            db.execute("DELETE FROM dots WHERE uid = ? AND beside IS NOT NULL", (uid,))
            db.execute("DELETE FROM replaced WHERE uid = ?", (uid,))


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
