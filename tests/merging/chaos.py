"""A process of an organiser who edits and synchronises until it is done, or killed.

`python -m tests.merging.chaos FILE JOURNAL SEED EDITS EVERY`: what it is about to write stands in the journal before, and that it
was written after, so that whatever was acknowledged can be asked for at the end. Begun again, it goes on where it was.
"""

import json
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, TextIO

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.jobs.sharing import synchronising
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from tests.merging import acts

FIELDS = ("city", "notes", "postal_code")
_OTHERS = ("add_company", "edit_lists", "decide", "set_priorities", "note_absence", "write_letter", "place_meeting")


def entries(journal: Path) -> list[dict[str, Any]]:
    """Return what a journal says; the last line may be half there."""
    found = []
    for line in journal.read_text().splitlines() if journal.exists() else ():
        with suppress(ValueError):
            found.append(json.loads(line))
    return found


def standing(store: Store, uid: str, field: str) -> list[str]:
    """Return the values of a field that stand: the one shown, and those beside it."""
    db = database_of(store)
    (shown,) = db.execute(f"SELECT {field} FROM companies WHERE uid = ?", (uid,)).fetchone()
    sql = "SELECT beside FROM dots WHERE uid = ? AND register = ? AND beside IS NOT NULL"
    return [shown, *(json.loads(beside)[0] for (beside,) in db.execute(sql, (uid, field)))]


def _say(journal: TextIO, **words: Any) -> None:
    journal.write(json.dumps(words) + "\n")
    journal.flush()


def _edit(store: Store, journal: TextIO, chance: Random, token: str) -> None:
    """Write what nobody else writes into a field that everybody writes."""
    company = chance.choice([one for one in store.all(Company) if len(one.name) == 2])
    field = chance.choice(FIELDS)
    _say(journal, token=token, uid=company.uid, field=field, over=standing(store, company.uid, field))
    with store.change(message("Edit")) as change:
        change.update(replace(company, **{field: token}))  # type: ignore[arg-type]
    _say(journal, done=token)


def _do_something(store: Store, journal: TextIO, chance: Random, token: str) -> None:
    with suppress(acts.NothingToDo, UserError):
        acts.ACTS[chance.choice(_OTHERS)](store, chance)
    _say(journal, other=token)


def main(path: Path, place: Path, seed: int, edits: int, every: int) -> None:
    """Edit so often, and synchronise after every so many edits, whether the carrier is there or not."""
    before = entries(place)
    done = sum("done" in one or "other" in one for one in before)
    # Killed between writing and saying so, it may have written: nothing is written twice.
    chance = Random(seed * 1_000_000 + len(before))
    with Store.open(path) as store, place.open("a") as journal:
        for number in range(done, edits):
            act = _edit if chance.random() < 0.7 else _do_something
            act(store, journal, chance, f"{seed}.{number}.{len(before)}")
            if number % every == seed % every:
                with suppress(UserError):
                    synchronising.synchronise(store)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
