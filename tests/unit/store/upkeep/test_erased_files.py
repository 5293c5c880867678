"""Attached files of people who are erased."""

import io
import zipfile
import zlib
from dataclasses import replace

import pytest

from missionplanner.domain.companies import Attachment, AttachmentKind
from missionplanner.domain.letter_papers import LetterPaper
from missionplanner.domain.mentions import Called, Mentions
from missionplanner.jobs.packs import settings as pack_settings
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erased_files, erasing
from tests.builders import key_of
from tests.unit.store.upkeep import zoe

ZOE = Mentions(Called.of([{"given_name": "Zoé", "family_name": "Ünal", "passport": "XK12345"}]))


def attach(
    store: Store, name: str, content: bytes, company: str = "D1", kind: AttachmentKind = AttachmentKind.FILE
) -> int:
    digest = store.contents.keep(content)
    with store.change(message("Attach")) as change:
        return change.insert(Attachment(company_id=key_of(store, company), name=name, kind=kind, digest=digest))


def archive(text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", text * 50)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "by Zoé Ünal".encode(),
        "by Zoé Ünal".encode("utf-16"),
        "by Zoé Ünal".encode("latin-1"),
        archive("<w>Zoé Ünal</w> "),
        b"%PDF stream\n" + zlib.compress(b"(XK12345) Tj") + b"endstream",
    ],
    ids=["utf-8", "utf-16", "latin-1", "zip", "pdf"],
)
def test_a_file_that_names_somebody_in_its_bytes_is_found(store: Store, content: bytes) -> None:
    attach(store, "file.bin", content)
    attach(store, "other.bin", b"nothing")
    assert [store.contents.read(one) for one in erased_files.naming(database_of(store), ZOE)] == [content]


@pytest.mark.parametrize("content", [b"PK\x03\x04 damaged", b"stream\nnot packed endstream", b"", b"\xff\x00" * 9])
def test_what_cannot_be_read_names_nobody(store: Store, content: bytes) -> None:
    attach(store, "file.bin", content)
    assert erased_files.naming(database_of(store), ZOE) == set()


def test_a_file_that_names_somebody_in_its_name_is_found_and_erased_with_its_images(store: Store) -> None:
    key = attach(store, "cv of Zoé.pdf", b"scan")
    with store.change(message("Take off")) as change:
        change.delete(Attachment, [key])
    person = zoe.add(store, "D3")
    erasing.erase(store, [person])
    db = database_of(store)
    assert db.execute("SELECT count(*) FROM contents").fetchone() == (0,)
    assert db.execute("SELECT count(*) FROM attachments_history").fetchone() == (0,)
    while store.undo():
        assert store.all(Attachment) == []


def test_of_other_files_of_the_company_somebody_decides(store: Store) -> None:
    person = zoe.add(store, "D1")
    scan = store.get(Attachment, attach(store, "scan.jpg", b"scan"))
    attach(store, "logo.png", b"logo", kind=AttachmentKind.LOGO)
    attach(store, "elsewhere.jpg", b"other", "D2")
    (found,) = [one for one in erasing.passages_about(store, erasing.meant(store, [person])) if not one.is_sure]
    assert (found.place, found.words) == (("attachments", scan.uid, "name"), "scan.jpg")
    erasing.erase(store, [person])
    assert store.contents.read(scan.digest) == b"scan"


def test_a_doubtful_file_goes_where_it_is_not_kept_and_no_copy_brings_it_back(store: Store, copy: Store) -> None:
    person = zoe.add(store, "D1")
    digest = store.get(Attachment, attach(store, "scan.jpg", b"scan")).digest
    erasing.erase(store, [person], kept=())
    assert store.all(Attachment) == []
    marks = erasing.remembered(store)
    attach(copy, "again.jpg", b"scan", "D2")
    attach(copy, "other.jpg", b"other")
    assert erased_files.marked(database_of(copy), marks) == [digest]
    assert erased_files.marked(database_of(copy), frozenset()) == []


def test_a_portrait_of_somebody_is_erased_with_its_images_and_does_not_come_back(store: Store) -> None:
    pack_settings.set_portrait(store, b"face", "Zoé Ünal, minister")
    pack_settings.set_evaluation(store, "https://a.example")
    whom = erasing.meant(store, [zoe.add(store, "D3")])
    assert erasing.files_about(store, whom) == ["Zoé Ünal, minister"]
    erasing.erase(store, sorted(whom.keys))
    assert (store.mission.portrait, store.mission.portrait_of) == ("", "")
    assert database_of(store).execute("SELECT count(*) FROM contents").fetchone() == (0,)
    while store.undo():
        assert store.mission.portrait == ""


def test_the_portrait_of_another_stays(store: Store) -> None:
    pack_settings.set_portrait(store, b"face", "Ana Ruiz, minister")
    erasing.erase(store, [zoe.add(store, "D3")])
    assert (pack_settings.portrait(store), store.mission.portrait_of) == (b"face", "Ana Ruiz, minister")


def test_a_paper_that_names_somebody_is_erased_with_its_images(store: Store) -> None:
    digest, other = store.contents.keep(archive("<w>Zoé Ünal</w> ")), store.contents.keep(b"x")
    with store.change(message("Paper")) as change:
        key = change.insert(LetterPaper(kind="", language="", name="p.docx", digest=digest))
        change.insert(LetterPaper(kind="", language="fr", name="q.docx", digest=other))
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(LetterPaper, key), name="r.docx"))
    erasing.erase(store, [zoe.add(store, "D3")])
    assert [one.name for one in store.all(LetterPaper)] == ["q.docx"]
    assert digest not in store.contents
    rows = database_of(store).execute("SELECT DISTINCT digest FROM letter_papers_history WHERE digest = ?", (digest,))
    assert rows.fetchall() == []
    erasing.erase_everybody(store)
    assert store.all(LetterPaper) == []
