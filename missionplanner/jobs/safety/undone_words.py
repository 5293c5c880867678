"""Values and records an undo or redo left alone, in words, with who wrote them since."""

from dataclasses import dataclass

from missionplanner.domain.record_labels import record_label
from missionplanner.i18n import _, count
from missionplanner.jobs.column_labels import HIDDEN, label
from missionplanner.jobs.wording import Words
from missionplanner.store.store import Store
from missionplanner.store.upkeep import restoring
from missionplanner.store.upkeep.writers import writers


@dataclass(frozen=True, slots=True)
class LeftInWords:
    """Something that stayed as somebody else wrote it."""

    record: str
    """The kind of the record."""
    about: str
    """The name of the record, or of those it belongs to."""
    fields: str
    """The names of the columns; empty where it is the whole record."""
    who: str
    """The names of those who wrote it; empty where nobody can be named."""


def left_in_words(store: Store) -> list[LeftInWords]:
    """Return what the last undo or redo left alone."""
    words = Words(store)
    found = []
    for left in store.steps.left:
        row = restoring.last_seen(store, left.table, left.key)
        about = words.about(left.table, left.key, row)
        fields = ", ".join(label(name) for name in left.columns if name not in HIDDEN)
        found.append(LeftInWords(record_label(left.table), about, fields, ", ".join(writers(store, left))))
    return found


def sentence(found: list[LeftInWords]) -> str:
    """Return what stayed, in a sentence; empty where nothing did."""
    if not found:
        return ""
    if len(found) > 1:
        return count(
            "{n} thing stayed as others wrote it since.", "{n} things stayed as others wrote them since.", len(found)
        )
    one = found[0]
    what = f"{one.about}: {one.fields}" if one.fields else f"{one.record} {one.about}"
    if not one.who:
        return _("{what} stayed as it is now.").format(what=what)
    return _("{what} stayed as {who} wrote it since.").format(what=what, who=one.who)
