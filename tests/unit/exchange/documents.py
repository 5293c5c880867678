"""Word documents for tests, also such as nobody should open."""

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import docx
from docx.document import Document

RELS = "word/_rels/document.xml.rels"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def document(*paragraphs: str | tuple[str, ...], more: Callable[[Any], object] = lambda _found: None) -> bytes:
    """Return a document of paragraphs, each of one run or of several; more: what else is done to it."""
    found = docx.Document()
    for one in paragraphs:
        paragraph = found.add_paragraph()
        for run in (one,) if isinstance(one, str) else one:
            paragraph.add_run(run)
    more(found)
    return saved(found)


def saved(found: Document) -> bytes:
    out = BytesIO()
    found.save(out)
    return out.getvalue()


def read(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def lines(content: bytes) -> list[str]:
    """The paragraphs of the text of a document."""
    return [one.text for one in read(content).paragraphs]


def with_parts(content: bytes, parts: Mapping[str, bytes | Callable[[bytes], bytes]]) -> bytes:
    """Return a document with other parts, or with parts made of those there are."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = parts.get(name)
            made = old.read(name) if change is None else change(old.read(name)) if callable(change) else change
            new.writestr(name, made)
        for name, content_of in parts.items():
            if name not in old.namelist() and isinstance(content_of, bytes):
                new.writestr(name, content_of)
    return out.getvalue()


def with_relation(content: bytes, kind: str, target: str, is_external: bool = True) -> bytes:
    """Return a document that leads to something."""
    mode = b' TargetMode="External"' if is_external else b""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    row = f'<Relationship Id="rIdX" Type="{base}{kind}" Target="{target}"'.encode() + mode + b"/></Relationships>"
    return with_parts(content, {RELS: lambda old: old.replace(b"</Relationships>", row)})


def with_code(content: bytes, *codes: str) -> bytes:
    """Return a document with a field of Word, its code split over runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    field = f"<w:p>{mark.format('begin')}{runs}{mark.format('end')}</w:p>".encode()
    return with_parts(content, {"word/document.xml": lambda old: old.replace(b"<w:body>", b"<w:body>" + field)})
