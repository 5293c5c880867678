"""Attached files of people who are erased: those that name them go, of the others of their company somebody decides."""

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress

from missionplanner.domain.companies import AttachmentKind
from missionplanner.domain.fingerprints import MarkKind, Marks, Salt
from missionplanner.domain.mentions import Mentions
from missionplanner.store.database import Database
from missionplanner.store.merging.blanking import Place
from missionplanner.store.rows import marks as places
from missionplanner.store.upkeep.known_people import Meant
from missionplanner.store.upkeep.passages import Passage

_MOST = 20_000_000
"""Bytes of a file that are looked through."""
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_UNREADABLE = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)
_TABLES = ("attachments", "attachments_history")
_MISSIONS = ("missions", "missions_history")
_TEXTS = ("agreement_texts", "agreement_texts_history")


def erase(db: Database, whom: Meant, mentions: Mentions, kept: Collection[Place], digests: Iterable[str] = ()) -> None:
    """Delete the files that name people, and those of their companies that are not kept, with all images of them.

    digests: of files that go in any case.
    """
    found = naming(db, mentions) | {digest for uid, _n, _c, digest in _doubtful(db, whom) if _place(uid) not in kept}
    found -= {digest for uid, _n, _c, digest in _rows(db) if _place(uid) in kept}
    for digest in sorted({*found, *digests} - {""}):
        db.execute("DELETE FROM attachments WHERE digest = ?", (digest,))
        db.execute("DELETE FROM attachments_history WHERE digest = ?", (digest,))
        db.execute("DELETE FROM letter_papers WHERE digest = ?", (digest,))
        db.execute("DELETE FROM letter_papers_history WHERE digest = ?", (digest,))
        for table in _TEXTS:
            db.execute(f"DELETE FROM {table} WHERE digest = ?", (digest,))
        db.execute("DELETE FROM contents WHERE digest = ?", (digest,))
        db.execute("UPDATE missions SET logo = '' WHERE logo = ?", (digest,))
        for table in _MISSIONS:
            db.execute(f"UPDATE {table} SET portrait = '', portrait_of = '' WHERE portrait = ?", (digest,))
        db.execute("INSERT OR IGNORE INTO erased_marks VALUES (?, ?)", mark_of(db, digest))


def doubtful(db: Database, whom: Meant, mentions: Mentions) -> list[Passage]:
    """Return the files of people's companies that do not name them as far as can be read: a scan may be of them."""
    known = naming(db, mentions)
    found = {uid: Passage(_place(uid), key, name, False, False) for uid, name, key, digest in _doubtful(db, whom)
             if digest not in known}  # fmt: skip
    return list(found.values())


def names_of(db: Database, digests: Collection[str], others: Iterable[Passage]) -> list[str]:
    """Return the names of files by their digests, and of others."""
    found = [name for _uid, name, _key, digest in _rows(db) if digest in digests]
    found += [name for name, digest in _portraits(db) if digest in digests]
    return sorted({*found, *(one.words for one in others)})


def mark_of(db: Database, digest: str) -> tuple[str, str]:
    """Return what is remembered of a file that was erased, so that no copy brings it back."""
    (uid,) = db.execute("SELECT uid FROM missions LIMIT 1").fetchone()
    return MarkKind.CONTENT.value, Salt.of(str(uid)).print_of(MarkKind.CONTENT, digest)


def marked(db: Database, marks: Marks) -> list[str]:
    """Return the digests of the files of a mission that were erased in another copy of it."""
    if not any(kind == MarkKind.CONTENT.value for kind, _mark in marks):
        return []
    known = {digest for *_rest, digest in _rows(db)} | {
        digest for (digest,) in db.execute("SELECT digest FROM contents")
    }
    return [digest for digest in sorted(known - {""}) if mark_of(db, digest) in marks]


def naming(db: Database, mentions: Mentions) -> set[str]:
    """Return the digests of the files that name people, in their names or in what can be read of their bytes."""
    if not mentions:
        return set()
    found = {digest for _uid, name, _key, digest in _rows(db) if mentions.find(name, any_case=True)}
    found |= {digest for name, digest in _portraits(db) if mentions.find(name, any_case=True)}
    finder = mentions.in_files
    for digest, content in db.execute("SELECT digest, content FROM contents"):
        if digest not in found and any(finder.find(text) for text in readable(bytes(content))):
            found.add(digest)
    return found


def _place(uid: str) -> Place:
    return "attachments", uid, "name"


def _rows(db: Database) -> list[tuple[str, str, int, str]]:
    """Return uid, name, key and digest of every file that is or was attached, those taken off before included."""
    found = []
    for table in reversed(_TABLES):
        found += db.execute(f"SELECT uid, name, id, digest FROM {table} WHERE uid IS NOT NULL").fetchall()
    return found


def _portraits(db: Database) -> list[tuple[str, str]]:
    """Return who is on every portrait there is or was beside the word of welcome, and its digest."""
    found: list[tuple[str, str]] = []
    for table in _MISSIONS:
        found += db.execute(f"SELECT portrait_of, portrait FROM {table} WHERE portrait <> ''").fetchall()
    return found


def _doubtful(db: Database, whom: Meant) -> list[tuple[str, str, int, str]]:
    if not whom.companies:
        return []
    found = []
    keys = sorted(whom.companies)
    for table in reversed(_TABLES):
        sql = (
            f"SELECT uid, name, id, digest FROM {table} WHERE uid IS NOT NULL AND kind <> ?"
            f" AND company_id IN ({places(len(keys))})"
        )
        found += db.execute(sql, (AttachmentKind.LOGO.value, *keys)).fetchall()
    return found


def readable(content: bytes) -> Iterator[str]:
    """Yield the texts that can be read in a file: as they stand in it, and in what is packed in it."""
    for part in (content[:_MOST], *_unpacked(content)):
        yield part.decode("utf-8", "ignore")
        if part.count(0) * 4 > len(part):
            yield part.decode("utf-16-le", "ignore")
        elif not part.isascii():
            yield part.decode("latin-1")


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the parts of workbooks, documents and PDFs, as far as they are bearable."""
    left = _MOST
    if zipfile.is_zipfile(io.BytesIO(content)):
        with suppress(*_UNREADABLE), zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                with archive.open(name) as member:
                    part = member.read(max(0, left))
                left -= len(part)
                yield part
    for stream in _STREAM.finditer(content):
        with suppress(zlib.error):
            part = zlib.decompressobj().decompress(stream[1], max(1, left))
            left -= len(part)
            yield part
