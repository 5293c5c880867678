"""The steps of a mission file: made under a name, taken back, done again, and what is outside of that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from missionplanner.messages import Message, message
from missionplanner.store import history, search, step_soundness
from missionplanner.store.change import Change
from missionplanner.store.database import Database
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.merging import numbering, replicas, undoing, writing
from missionplanner.store.merging.marks import Declared
from missionplanner.store.merging.undoing import Left
from missionplanner.store.tables import TABLE_NAMES
from missionplanner.user import user_name

Listener = Callable[[frozenset[str]], None]
"""Called after a change with the names of the tables it touched."""
_REMEMBER_EVERY = 32
"""Steps after which the computer is told how far a file has come: writing that takes as long as a step."""
_MARKS = frozenset({"steps"})
"""Touched by a step that only says who wrote what: a clash was settled."""


class Steps:
    """The writing end of an open mission file. All of it raises UserError when the file cannot be written."""

    def __init__(self, file: MissionFile) -> None:
        self._file = file
        file.on_reread = lambda: self._notify(TABLE_NAMES)
        self._listeners: list[Listener] = []
        self._is_claimed = False
        self._steps_made = 0
        self.left: list[Left] = []
        """The values and records the last undo or redo left alone, as somebody else wrote them since."""

    @contextmanager
    def change(self, label: Message) -> Iterator[Change]:
        """Make one step under one name: all of it happens or nothing; listeners get the touched tables."""
        with self._step(label, "change", None) as change:
            yield change

    @contextmanager
    def merging(self, label: Message) -> Iterator[tuple[Database, int]]:
        """Make the step of a merge, whose changes belong to others: yields the database and its key.

        It has no number among the steps of this file, and undo does not reach it.
        """
        with self._file.writing(everything=True) as db:
            step = history.begin(db, label.stored(), user_name(), "merge")
            db.execute("UPDATE steps SET state = 'gone' WHERE id = ?", (step,))
            yield db, step
            tables = history.touched(db, step)
            search.refresh(db, step, tables)
        self.remember()
        self._notify(TABLE_NAMES)

    def undo(self) -> str:
        """Take the last change back; returns its label, or an empty text when there is none."""
        return self._travel(history.next_undo(self._file.db), forward=False)

    def redo(self) -> str:
        """Do the last undone change again; returns its label, or an empty text when there is none."""
        return self._travel(history.next_redo(self._file.db), forward=True)

    @property
    def undo_label(self) -> str:
        """The label of the step undo would take back, or empty."""
        return _shown(history.next_undo(self._file.db))

    @property
    def redo_label(self) -> str:
        """The label of the step redo would do again, or empty."""
        return _shown(history.next_redo(self._file.db))

    def seal(self) -> None:
        """Make what the file holds its beginning: undo does not go behind it."""
        with self._file.writing() as db:
            db.execute("UPDATE steps SET state = 'gone'")

    def history(self, limit: int = 200) -> list[history.Step]:
        """Return who changed what and when, newest first."""
        with self._file.reading() as db:
            return history.steps(db, limit)

    def record(self, *entries: Any) -> None:
        """Write entries of journals, all or none; journals are outside undo.

        Raises ValueError when one is a record that undo reaches.
        """
        with self._file.writing() as db:
            change = Change(db, self._file.watch)
            change.record(*entries)
        self._notify(change.recorded)

    @contextmanager
    def outside_undo(self) -> Iterator[Database]:
        """Yield the database for what must not be taken back; all of it happens or nothing. For this package alone."""
        with self._file.writing(everything=True) as db:
            yield db
        self._notify(TABLE_NAMES)

    def for_good(self, label: Message, act: Callable[[Database], None], wipe: Callable[[Database, int], None]) -> None:
        """Make a step that is not taken back and that others get with the next merge. For this package alone.

        wipe: called at its end with its key, to take out what it left.
        """
        with self._file.writing(everything=True) as db:
            self._claim(db)
            step = history.begin(db, label.stored(), user_name(), "erase")
            act(db)
            numbering.finish(db, step, "erase", None, history.touched(db, step), Declared())
            wipe(db, step)
            db.execute("UPDATE steps SET state = 'gone' WHERE id = ?", (step,))
        self._notify(TABLE_NAMES)

    def own_replica(self) -> str:
        """Return the id under which the steps of this file are numbered, which it takes here where it has none yet."""
        if not self._is_claimed:
            with self._file.writing() as db:
                self._claim(db)
            self._is_claimed = True
            self.remember()
        with self._file.reading() as db:
            number = replicas.own(db) or (0, 0)
            return str(db.execute("SELECT uid FROM replicas WHERE number = ?", number[:1]).fetchone()[0])

    def _claim(self, db: Database) -> None:
        """Make sure the file has an id no other file has, once before it is first changed."""
        if not self._is_claimed:
            replicas.claim(db, self._file.path)

    def remember(self) -> None:
        """Remember on this computer which file this is, so that a copy of it put in its place is known as one."""
        if not self._file.read_only and self._is_claimed:
            replicas.remember(self._file.db, self._file.path)

    def _remember(self) -> None:
        """Remember it at the first step and now and then: where the program is killed in between, little is lost."""
        if not self._is_claimed or self._steps_made % _REMEMBER_EVERY == 0:
            self._is_claimed = True
            self.remember()
        self._steps_made += 1

    def on_change(self, listener: Listener) -> None:
        """Have `listener` called after every change."""
        self._listeners.append(listener)

    def _travel(self, step: tuple[int, str] | None, forward: bool) -> str:
        """Undo a step, or with `forward` do it again; returns its label, or an empty text where there is none."""
        if step is None:
            return ""
        key, stored = step
        label = Message.read(stored)
        name = message("Redo: {step}", step=label) if forward else message("Undo: {step}", step=label)
        with self._step(name, "redo" if forward else "undo", key) as change:
            with step_soundness.putting_back():
                self.left, touched = undoing.restore(change.db, key, forward)
            change.declared.touched |= touched
        return str(label)

    @contextmanager
    def _step(self, label: Message, kind: str, target: int | None) -> Iterator[Change]:
        with self._file.writing(everything=kind != "change") as db:
            self._claim(db)
            step = history.begin(db, label.stored(), user_name(), kind, target)
            change = Change(db, self._file.watch)
            yield change
            tables = self._finish(change, step, kind, target) | change.recorded
        # After the transaction, so that listeners read what is stored.
        if tables:
            self._remember()
            self._notify(tables)

    def _finish(self, change: Change, step: int, kind: str, target: int | None) -> frozenset[str]:
        """Note what a step did, or forget it where it did nothing; returns the tables it touched.

        Raises UserError where what it leaves is not sound.
        """
        db, declared = self._file.db, change.declared
        tables = history.touched(db, step)
        if kind == "change":
            tables |= change.drop_absences(tables) | change.clear_links(tables)
            tables |= step_soundness.complete(db, change, step, tables)
        step_soundness.need_sound(db, step, tables)
        if tables or not declared.is_empty:
            numbering.finish(db, step, kind, target, tables, declared)
            if kind == "change" and not tables and not declared.touched:
                db.execute("UPDATE steps SET state = 'gone' WHERE id = ?", (step,))  # that something stays has no undo
            # What comes back may be what others' work hangs on, and was shown elsewhere meanwhile.
            if kind != "change" and replicas.is_joined(db):
                writing.refresh(db, step)
                tables = history.touched(db, step)
            search.refresh(db, step, tables)
            # Something new makes what was undone unreachable; undo and redo themselves do not.
            if kind == "change":
                history.forget_undone(db)
        # Kept, it would be an undo that does nothing.
        elif kind == "change":
            history.drop(db, step)
        return tables or (_MARKS if not declared.is_empty else tables)

    def _notify(self, tables: frozenset[str]) -> None:
        # A copy, as a listener may add others.
        for listener in list(self._listeners):
            listener(tables)


def _shown(step: tuple[int, str] | None) -> str:
    """Return the label of a step in the language of the screen, or an empty text where there is none."""
    return str(Message.read(step[1])) if step else ""
