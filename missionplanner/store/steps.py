"""The steps of a mission file: made under a name, taken back, done again, and what is outside of that."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from missionplanner.messages import Message, message
from missionplanner.store import history, search
from missionplanner.store.change import Change
from missionplanner.store.database import Database
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.tables import TABLE_NAMES, TABLE_OF
from missionplanner.user import user_name

Listener = Callable[[frozenset[str]], None]
"""Called after a change with the names of the tables it touched."""


class Steps:
    """The writing end of an open mission file. All of it raises UserError when the file cannot be written."""

    def __init__(self, file: MissionFile) -> None:
        self._file = file
        self._listeners: list[Listener] = []

    @contextmanager
    def change(self, label: Message) -> Iterator[Change]:
        """Make one step under one name: all of it happens or nothing; listeners get the touched tables."""
        with self._step(label, "change", None) as db:
            yield Change(db)

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
        for entry in entries:
            if TABLE_OF[type(entry)].undoable:
                raise ValueError(f"{type(entry).__name__} is no journal")
        with self._file.writing() as db:
            for entry in entries:
                Change(db).insert(entry)
        self._notify(frozenset(TABLE_OF[type(entry)].name for entry in entries))

    @contextmanager
    def outside_undo(self) -> Iterator[Database]:
        """Yield the database for what must not be taken back; all of it happens or nothing. For this package alone."""
        with self._file.writing() as db:
            yield db
        self._notify(TABLE_NAMES)

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
        with self._step(name, "redo" if forward else "undo", key) as db:
            history.restore(db, key, forward)
        return str(label)

    @contextmanager
    def _step(self, label: Message, kind: str, target: int | None) -> Iterator[Database]:
        with self._file.writing() as db:
            step = history.begin(db, label.stored(), user_name(), kind, target)
            yield db
            tables = history.touched(db, step)
            if tables:
                search.refresh(db, step, tables)
                # Something new makes what was undone unreachable; undo and redo themselves do not.
                if kind == "change":
                    history.forget_undone(db)
            # Kept, it would be an undo that does nothing.
            elif kind == "change":
                history.drop(db, step)
        # After the transaction, so that listeners read what is stored.
        if tables:
            self._notify(tables)

    def _notify(self, tables: frozenset[str]) -> None:
        # A copy, as a listener may add others.
        for listener in list(self._listeners):
            listener(tables)


def _shown(step: tuple[int, str] | None) -> str:
    """Return the label of a step in the language of the screen, or an empty text where there is none."""
    return str(Message.read(step[1])) if step else ""
