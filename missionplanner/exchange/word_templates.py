"""Letters in Word from a template of the office: its fields in braces are replaced, and nothing in it runs."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm

from missionplanner.exchange.word_safety import opened, stories
from missionplanner.i18n import N_, _

_FIELD = re.compile(r"\{\s*([^{}]*?)\s*\}")
_BRACE = re.compile(r"[{}]\w*")
_P, _R, _T, _TAB, _BR, _CELL = (qn(f"w:{name}") for name in ("p", "r", "t", "tab", "br", "tc"))
_TABLE, _ROW = qn("w:tbl"), qn("w:tr")
_DRAWN = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
"""Pictures in a line, as Word and older programs have them."""
_PLACES = {"text": N_("Text"), "header": N_("Header"), "footer": N_("Footer")}
_LONGEST = 60
"""Characters of a paragraph a place is described by."""
_WIDEST = {"letterhead": Mm(160), "signature": Mm(60)}
_HIGHEST = {"letterhead": Mm(40), "signature": Mm(22)}


@dataclass(frozen=True, slots=True)
class PlacedField:
    """A name in braces in a template, and its place."""

    name: str
    place: str
    """The part it stands in, and the paragraph around it, in the language of the screen."""


@dataclass(frozen=True, slots=True)
class Filling:
    """The texts and pictures the fields of a template are replaced by."""

    texts: Mapping[str, str]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures by the names of their fields; a field without its picture is left out."""


def unknown(content: bytes, known: Iterable[str]) -> list[PlacedField]:
    """Return the fields of a template that nothing is known of, in their order; also braces without their other one.

    Raises UserError where it is no Word document, or holds more than a letter.
    """
    names, document = frozenset(known), opened(content)
    return list(_unknown(document, names))


def alike(name: str, known: Iterable[str]) -> str:
    """Return the known field that was probably meant; empty where none is like it."""
    return next(iter(get_close_matches(name.casefold(), list(known), 1)), "")


def starter() -> bytes:
    """Return a template to begin with: a letter with the fields that most letters have."""
    document = docx.Document()
    lines = (
        "{letterhead}",
        "{organiser}",
        "{today}",
        "{delegate}",
        "{company}",
        "",
        "{subject}",
        "{text}",
        "{signature}",
    )
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def filled(content: bytes, filling: Filling) -> bytes:
    """Return a template with its fields replaced; raises UserError as `unknown` does."""
    pictures = ((name, one) for name, one in filling.pictures.items() if name not in filling.texts)
    paper = _paper(content, tuple(sorted(pictures)))
    out = BytesIO(paper.rest)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, root in paper.written:
            copy = deepcopy(root)
            for paragraph in list(copy.iter(_P)):
                _fill(paragraph, filling.texts)
            _store(archive, name, serialize_part_xml(copy))
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Paper:
    """A template with its pictures, of which a letter changes only what is written in it."""

    rest: bytes
    """The archive without the parts that are written in."""
    written: tuple[tuple[str, Any], ...]
    """Text, headers and footers: the name of each in the archive, and its root."""


@lru_cache(maxsize=12)
def _paper(content: bytes, pictures: tuple[tuple[str, bytes], ...]) -> _Paper:
    """Return a template with these pictures in the places of their fields; once for all letters on it.

    Its styles, of nearly a megabyte, took most of the time of a letter where each opened and saved them.
    """
    document = opened(content)
    parts = {part.partname.membername: part for _name, part in _parts(document)}
    for part in parts.values():
        for paragraph in part.element.iter(_P):
            _place_pictures(paragraph, part, dict(pictures))
    saved, rest = BytesIO(), BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as made, zipfile.ZipFile(rest, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (one for one in made.namelist() if one not in parts):
            _store(archive, name, made.read(name))
    return _Paper(rest.getvalue(), tuple((name, part.element) for name, part in parts.items()))


def _store(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a part without the time it was made at: equal letters are equal files."""
    archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 1)


def _parts(document: Document) -> Iterator[tuple[str, Any]]:
    yield "text", document.part
    yield from stories(document)


def _unknown(document: Document, known: frozenset[str]) -> Iterator[PlacedField]:
    for name, part in _parts(document):
        for paragraph in part.element.iter(_P):
            text = "".join(one.text for one in _pieces(paragraph))
            place = f"{_where(paragraph, part, name)}: “{' '.join(text.split())[:_LONGEST]}”"
            yield from (PlacedField(one[1], place) for one in _FIELD.finditer(text) if one[1] not in known)
            if stray := _BRACE.search(_FIELD.sub("", text)):
                yield PlacedField(stray[0], place)


def _where(paragraph: Any, part: Any, name: str) -> str:
    """Return the part a paragraph stands in, and the cell where it stands in one of a table."""
    cell = next(paragraph.iterancestors(_CELL), None)
    if cell is None:
        return _(_PLACES[name])
    row, table = next(cell.iterancestors(_ROW)), next(cell.iterancestors(_TABLE))
    # Tables stand in cells of tables, too.
    rows = [one for one in table.iter(_ROW) if next(one.iterancestors(_TABLE)) is table]
    cells = [one for one in row.iter(_CELL) if next(one.iterancestors(_ROW)) is row]
    return _("{part}, table {table}, row {row}, column {column}").format(
        part=_(_PLACES[name]),
        table=1 + list(part.element.iter(_TABLE)).index(table),
        row=1 + rows.index(row),
        column=1 + cells.index(cell),
    )


@dataclass(slots=True)
class _Piece:
    """A piece of the text of a paragraph: of a run, or a tabulator or line break, which no field goes over."""

    element: Any
    text: str

    @property
    def is_text(self) -> bool:
        return bool(self.element.tag == _T)


def _pieces(paragraph: Any) -> list[_Piece]:
    """Return the text of a paragraph; what a text box in it holds is of paragraphs of its own."""
    found = (one for one in paragraph.iter(_T, _TAB, _BR) if next(one.iterancestors(_P)) is paragraph)
    return [_Piece(one, (one.text or "") if one.tag == _T else "\n") for one in found if one.getparent().tag == _R]


def _place_pictures(paragraph: Any, part: Any, pictures: Mapping[str, bytes]) -> None:
    """Put pictures into the places of their fields."""
    pieces, text = _read(paragraph)
    for one in (one for one in reversed(list(_FIELD.finditer(text))) if one[1] in pictures):
        _replace(pieces, one, ["", _drawing(part, one[1], pictures[one[1]]), ""])


def _fill(paragraph: Any, texts: Mapping[str, str]) -> None:
    """Replace the fields of a paragraph; one that is left empty by empty fields is taken out."""
    pieces, text = _read(paragraph)
    fields = [one for one in _FIELD.finditer(text) if one[1] in texts or one[1] in _WIDEST]
    if not fields:
        return
    if len(fields) == 1 and fields[0][0] == text.strip() and "\n\n" in texts.get(fields[0][1], ""):
        _fill_block(paragraph, fields[0][1], texts)
        return
    for one in reversed(fields):
        _replace(pieces, one, _lines(texts.get(one[1], "")))
    is_empty = not _FIELD.sub("", text).strip() and not any(texts.get(one[1], "").strip() for one in fields)
    if is_empty and paragraph.getparent().tag != _CELL and next(paragraph.iter(*_DRAWN), None) is None:
        paragraph.getparent().remove(paragraph)


def _fill_block(paragraph: Any, name: str, texts: Mapping[str, str]) -> None:
    """Replace a field that stands alone by paragraphs like its own."""
    for text in (one for one in texts[name].split("\n\n") if one.strip()):
        copy = deepcopy(paragraph)
        paragraph.addprevious(copy)
        _fill(copy, {name: text.strip("\n")})
    paragraph.getparent().remove(paragraph)


def _read(paragraph: Any) -> tuple[list[_Piece], str]:
    pieces = _pieces(paragraph)
    return pieces, "".join(one.text for one in pieces)


def _replace(pieces: list[_Piece], found: "re.Match[str]", value: list[Any]) -> None:
    """Replace a field that may go over several runs: its value is in the first of them, the others lose their part.

    value: texts and elements in turn, a text first and last.
    """
    start, first = 0, None
    for piece in pieces:
        end = start + len(piece.text)
        if piece.is_text and start < found.end() and end > found.start():
            before, after = piece.text[: max(found.start() - start, 0)], piece.text[max(found.end() - start, 0) :]
            if first is None:
                first = piece, before, after if found.end() <= end else ""
            else:
                # The places of the fields before it stay as they are: they are replaced from the last to the first.
                piece.text = after
                _set(piece.element, after)
        start = end
    if first is not None:
        _put(*first, value)


def _put(piece: _Piece, before: str, after: str, value: list[Any]) -> None:
    """Write a value into a piece of text, and what it has more than a text behind it."""
    first, *rest = [before + value[0], *value[1:]]
    if rest:
        rest[-1] += after
    else:
        first += after
    _set(piece.element, first)
    # What is before the field is all that fields before it go over.
    piece.text = first
    last = piece.element
    for one in rest:
        element = one
        if isinstance(one, str):
            element = OxmlElement("w:t")
            _set(element, one)
        last.addnext(element)
        last = element


def _lines(text: str) -> list[Any]:
    """Return the lines of a value with the line breaks between them."""
    found: list[Any] = []
    for line in _plain(text).split("\n"):
        found += [OxmlElement("w:br"), line] if found else [line]
    return found


def _set(element: Any, text: str) -> None:
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _plain(text: str) -> str:
    """Return a text without what no document can hold."""
    kept = (letter if letter.isprintable() or letter == "\n" else " " for letter in text.replace("\r\n", "\n"))
    return "".join(kept).encode("utf-8", "replace").decode("utf-8")


def _drawing(part: Any, name: str, picture: bytes) -> Any:
    """Return a picture as it stands in a line, in the size of its kind."""
    inline = part.new_pic_inline(BytesIO(picture), height=Length(_HIGHEST[name]))
    extent = inline.extent
    if extent.cx > _WIDEST[name]:
        inline = part.new_pic_inline(BytesIO(picture), width=Length(_WIDEST[name]))
    found = OxmlElement("w:drawing")
    found.append(inline)
    return found
