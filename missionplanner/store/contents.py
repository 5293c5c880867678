"""The contents of attachments, kept once each by their digest and outside undo."""

import hashlib

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.file.handle import MissionFile


class Contents:
    """The contents of attachments in an open mission file."""

    def __init__(self, file: MissionFile) -> None:
        self._file = file

    def keep(self, content: bytes) -> str:
        """Keep a content, once however often it is attached; returns its digest (SHA-256)."""
        digest = hashlib.sha256(content).hexdigest()
        with self._file.writing() as db:
            db.execute("INSERT OR IGNORE INTO contents (digest, content) VALUES (?, ?)", (digest, content))
        return digest

    def read(self, digest: str) -> bytes:
        """Return a content; raises UserError when the file does not hold it."""
        with self._file.reading() as db:
            row = db.execute("SELECT content FROM contents WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            raise UserError(_("This file is no longer kept in the mission."), _("Attach it again."))
        return bytes(row[0])

    def __contains__(self, digest: str) -> bool:
        """Whether the file holds a content."""
        with self._file.reading() as db:
            return db.execute("SELECT 1 FROM contents WHERE digest = ?", (digest,)).fetchone() is not None
