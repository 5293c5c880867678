"""Word documents of people: opened only where nothing in them runs, leads out, or is larger than a letter can be."""

import zipfile
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.opc.rel import _Relationship as Relationship
from docx.oxml.ns import qn

from missionplanner.errors import UserError
from missionplanner.i18n import _

MOST_BYTES = 10_000_000
"""Bytes of a document."""
_MOST_UNPACKED, _MOST_XML, _MOST_PARTS = 60_000_000, 12_000_000, 1_000
_ACTIVE = frozenset(
    (
        "vbaProject", "wordVbaData", "oleObject", "package", "control", "activeXControlBinary", "aFChunk",
        "subDocument", "frame", "attachedTemplate", "attachedToolbars", "keyMapCustomizations", "mailMergeSource",
        "mailMergeHeaderSource", "recipientData",
    )
)  # fmt: skip
"""The last words of relationships to what runs or is fetched when a document is opened."""
_FIELDS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE",
        "HYPERLINK", "REF", "PAGEREF", "STYLEREF", "TOC", "SEQ", "TITLE", "SUBJECT", "AUTHOR", "FILENAME",
        "DOCPROPERTY", "SYMBOL", "MERGEFIELD",
    )
)  # fmt: skip
"""The fields of Word that only show something of the document itself; others fetch or run something."""
_BROKEN = (zipfile.BadZipFile, OpcError, KeyError, ValueError, OSError, NotImplementedError, RuntimeError, SyntaxError,
           AttributeError, TypeError, EOFError)  # fmt: skip


def opened(content: bytes) -> Document:
    """Return a Word document; raises UserError for what is none, is too large, or holds more than a letter."""
    _examine(content)
    return docx.Document(BytesIO(content))


@lru_cache(maxsize=2)
def _examine(content: bytes) -> None:
    """Raise UserError for what `opened` refuses; once for all letters on one paper."""
    _examine_archive(content)
    try:
        found = docx.Document(BytesIO(content))
        for one in _relationships(found):
            kind = one.reltype.rpartition("/")[2]
            if kind in _ACTIVE or (one.is_external and kind != "hyperlink"):
                raise _refused(kind if kind in _ACTIVE else one.target_ref)
        for root in roots(found):
            for code in _codes(root):
                if code.split()[:1] == [] or code.split()[0].upper() not in _FIELDS:
                    raise _refused(code.strip()[:60] or "{ }")
    except UserError:
        raise
    except _BROKEN as error:
        raise _no_document() from error


def roots(document: Document) -> Iterator[Any]:
    """Yield what is written in a document, part by part: its text, its headers, its footers."""
    yield document.element
    for _name, part in stories(document):
        yield part.element


def stories(document: Document) -> Iterator[tuple[str, Any]]:
    """Yield the headers and footers of a document, each with its kind: "header" or "footer"."""
    for one in document.part.rels.values():
        kind = one.reltype.rpartition("/")[2]
        if kind in ("header", "footer") and not one.is_external:
            yield kind, one.target_part


def _examine_archive(content: bytes) -> None:
    """Raise UserError where the archive is none, or would be too large once it is unpacked."""
    if len(content) > MOST_BYTES:
        raise _too_large()
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            # An archive is not unpacked beyond the sizes that stand in it.
            if len(members) > _MOST_PARTS or sum(one.file_size for one in members) > _MOST_UNPACKED:
                raise _too_large()
            names = {one.filename for one in members}
            if "word/document.xml" not in names or len(names) < len(members):
                raise _no_document()
            for one in members:
                _examine_part(archive, one)
    except _BROKEN as error:
        raise _no_document() from error


def _examine_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    name = member.filename.lower()
    if "vbaproject" in name or "activex" in name or name.startswith("word/embeddings/"):
        raise _refused(member.filename)
    if not name.endswith((".xml", ".rels")):
        return
    if member.file_size > _MOST_XML:
        raise _too_large()
    # Also as UTF-16; entities are what small files become huge by.
    text = archive.read(member).replace(b"\0", b"")
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise _refused("DOCTYPE")
    if name == "[content_types].xml" and b"macroEnabled" in text:
        raise _refused("macroEnabled")


def _relationships(document: Document) -> Iterator[Relationship]:
    package = document.part.package
    assert package is not None
    yield from package.rels.values()
    for part in package.iter_parts():
        yield from part.rels.values()


def _codes(root: Any) -> Iterator[str]:
    """Yield the codes of the fields of Word in a part; a field within the code of another leaves a gap in it."""
    for simple in root.iter(qn("w:fldSimple")):
        yield simple.get(qn("w:instr")) or ""
    codes: list[list[str]] = []
    for one in root.iter(qn("w:fldChar"), qn("w:instrText")):
        if one.tag == qn("w:instrText"):
            if not codes:
                yield one.text or ""
            else:
                codes[-1].append(one.text or "")
        elif one.get(qn("w:fldCharType")) == "begin":
            codes.append([])
        elif one.get(qn("w:fldCharType")) == "end" and codes:
            yield "".join(codes.pop())
    yield from ("".join(code) for code in codes)


def _too_large() -> UserError:
    return UserError(_("This Word document is too large for a letter."), _("Leave out large pictures and tables."))


def _no_document() -> UserError:
    return UserError(_("This is no Word document (.docx)."), _("Save it in Word as a document (*.docx)."))


def _refused(what: str) -> UserError:
    text = _("This Word document holds something that runs or is fetched when it is opened: {what}.")
    return UserError(
        text.format(what=what), _("Take it out in Word and save it as a document (*.docx) without macros.")
    )
