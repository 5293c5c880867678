"""Hostile Word documents: nothing in them runs, is fetched, or takes more room than a letter."""

import resource
import time
import zipfile
from io import BytesIO

import pytest

from missionplanner.errors import UserError
from missionplanner.exchange import word_safety
from tests.unit.exchange.documents import document, read, with_code, with_parts, with_relation

PLAIN = document("Dear {company}")
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "yyyyyyyyyy"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>'


def zeros(size: int, name: str) -> bytes:
    """A document with a part of so many bytes, packed very small."""
    return with_parts(PLAIN, {name: b" " * size})


HOSTILE = {
    "macros": lambda: with_parts(PLAIN, {"word/vbaProject.bin": b"x"}),
    "a name with capitals": lambda: with_parts(PLAIN, {"word/VBAPROJECT.BIN": b"x"}),
    "a document with macros": lambda: with_parts(PLAIN, {"[Content_Types].xml": lambda old: old.replace(b"document.main+xml", b"document.macroEnabled.main+xml")}),
    "a control": lambda: with_parts(PLAIN, {"word/activeX/activeX1.xml": b"<a/>"}),
    "an object": lambda: with_parts(PLAIN, {"word/embeddings/oleObject1.bin": b"x"}),
    "a template elsewhere": lambda: with_relation(PLAIN, "attachedTemplate", "http://example.org/a.dotm"),
    "a picture elsewhere": lambda: with_relation(PLAIN, "image", "file://server/share/a.png"),
    "an object elsewhere": lambda: with_relation(PLAIN, "oleObject", "http://example.org/a"),
    "a frame": lambda: with_relation(PLAIN, "frame", "http://example.org/a"),
    "a chunk of something else": lambda: with_relation(PLAIN, "aFChunk", "styles.xml", is_external=False),
    "DDE": lambda: with_code(PLAIN, "DDEAUTO c:\\\\x"),
    "DDE over runs": lambda: with_code(PLAIN, " DD", "EAUTO c:\\\\x"),
    "included text": lambda: with_code(PLAIN, 'INCLUDETEXT "c:/x"'),
    "an included picture": lambda: with_code(PLAIN, ' includepicture "http://example.org/a" '),
    "a code made of numbers": lambda: with_code(PLAIN, "QUOTE 68 68 69"),
    "an empty code": lambda: with_code(PLAIN, " "),
    "entities": lambda: with_parts(PLAIN, {"word/document.xml": BOMB}),
    "entities in UTF-16": lambda: with_parts(PLAIN, {"word/styles.xml": BOMB.decode().encode("utf-16")}),
    "entities in a part nobody reads": lambda: with_parts(PLAIN, {"word/other.xml": BOMB}),
}  # fmt: skip
TOO_LARGE = {
    "100 MB of XML": lambda: zeros(100_000_000, "word/other.xml"),
    "60 MB of anything": lambda: zeros(60_000_001, "word/media/image1.png"),
    "one large XML": lambda: zeros(13_000_000, "word/other.xml"),
    "many bytes": lambda: b"PK" + b" " * (word_safety.MOST_BYTES - 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_runs_or_is_fetched_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="runs or is fetched"):
        word_safety.opened(HOSTILE[name]())


@pytest.mark.parametrize("name", TOO_LARGE)
def test_what_is_too_large_is_refused_at_once(name: str) -> None:
    content = TOO_LARGE[name]()
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UserError, match="too large for a letter"):
        word_safety.opened(content)
    assert time.process_time() - started < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


def test_thousands_of_parts_are_too_many() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(1001):
            archive.writestr(f"{number}.bin", b"")
    with pytest.raises(UserError, match="too large"):
        word_safety.opened(out.getvalue())


def empty_archive() -> bytes:
    out = BytesIO()
    zipfile.ZipFile(out, "w").close()
    return out.getvalue()


BROKEN = (
    b"", b"PK", b"%PDF-1.4", PLAIN[: len(PLAIN) // 2], empty_archive(), with_parts(PLAIN, {"word/document.xml": b"<a"}),
    with_parts(PLAIN, {"[Content_Types].xml": b"<Types/>"}), with_parts(PLAIN, {"_rels/.rels": b"<a/>"}),
)  # fmt: skip


@pytest.mark.parametrize("content", BROKEN)
def test_what_is_no_document_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(UserError, match="no Word document"):
        word_safety.opened(content)


def test_a_letter_with_links_page_numbers_and_merge_fields_is_opened() -> None:
    content = with_relation(PLAIN, "hyperlink", "https://example.org")
    content = with_code(content, " PAGE ")
    content = with_code(content, ' HYPERLINK "https://example.org" ')
    found = word_safety.opened(with_code(content, "MERGEFIELD company"))
    assert found.paragraphs[-1].text == "Dear {company}"


def test_texts_headers_and_footers_are_found() -> None:
    def head(found: object) -> None:
        section = read(PLAIN).sections[0] if found is None else found.sections[0]  # type: ignore[attr-defined]
        section.header.paragraphs[0].text, section.footer.paragraphs[0].text = "H", "F"

    found = word_safety.opened(document("T", more=head))
    assert sorted(name for name, _part in word_safety.stories(found)) == ["footer", "header"]
    assert len(list(word_safety.roots(found))) == 3
