"""The soundness of entries of journals and drafts, which are outside of steps."""

from typing import Any

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import faults
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault
from missionplanner.store.file.fault_words import in_words
from missionplanner.store.rows import values
from missionplanner.store.tables import TABLE_OF


def need_sound_entry(db: Database, entry: Any) -> None:
    """Raise UserError where an entry of a journal, or a draft, is not sound."""
    table = TABLE_OF[type(entry)]
    # Members of an enum of texts are stored as texts.
    row = [str(value) if isinstance(value, str) else value for value in values(type(entry), [entry])[0]]
    row[0] = row[0] or 1  # it gets its key when it is stored
    for fault in faults.of_rows(table, [row]):
        raise not_kept(db, fault)


def not_kept(db: Database, fault: Fault) -> UserError:
    """Return the error of a row that cannot be stored."""
    text = _("This cannot be kept. {fault}").format(fault=in_words(db, fault))
    return UserError(text, _("Nothing was changed: correct the value."))
