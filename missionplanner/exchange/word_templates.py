"""Letters in Word from a template of the office: its fields in braces are replaced, and nothing in it runs."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm

from missionplanner.exchange.word_safety import opened, stories
from missionplanner.i18n import N_, _

_FIELD = re.compile(r"\{\s*([^{}]*?)\s*\}")
_BRACE = re.compile(r"[{}]\w*")
_P, _R, _T, _TAB, _BR, _CELL = (qn(f"w:{name}") for name in ("p", "r", "t", "tab", "br", "tc"))
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
    document = opened(content)
    for _name, part in _parts(document):
        for paragraph in list(part.element.iter(_P)):
            _fill(paragraph, part, filling)
    out = BytesIO()
    document.save(out)
    return _undated(out.getvalue())


def _undated(content: bytes) -> bytes:
    """Return an archive without the time it was made at: equal letters are equal files."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in made.infolist():
            archive.writestr(zipfile.ZipInfo(one.filename), made.read(one), zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def _parts(document: Document) -> Iterator[tuple[str, Any]]:
    yield "text", document.part
    yield from stories(document)


def _unknown(document: Document, known: frozenset[str]) -> Iterator[PlacedField]:
    for name, part in _parts(document):
        for paragraph in part.element.iter(_P):
            text = "".join(one.text for one in _pieces(paragraph))
            place = f"{_(_PLACES[name])}: “{' '.join(text.split())[:_LONGEST]}”"
            yield from (PlacedField(one[1], place) for one in _FIELD.finditer(text) if one[1] not in known)
            if stray := _BRACE.search(_FIELD.sub("", text)):
                yield PlacedField(stray[0], place)


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


def _fill(paragraph: Any, part: Any, filling: Filling) -> None:
    """Replace the fields of a paragraph; one that is left empty by empty fields is taken out."""
    pieces = _pieces(paragraph)
    text = "".join(one.text for one in pieces)
    fields = [one for one in _FIELD.finditer(text) if one[1] in filling.texts or one[1] in _WIDEST]
    if not fields:
        return
    if len(fields) == 1 and fields[0][0] == text.strip() and "\n\n" in filling.texts.get(fields[0][1], ""):
        _fill_block(paragraph, part, filling, fields[0][1])
        return
    is_empty = not _FIELD.sub("", text).strip()
    for one in reversed(fields):
        _replace(pieces, one, part, filling)
        is_empty = is_empty and not filling.texts.get(one[1], "").strip() and one[1] not in filling.pictures
    if is_empty and paragraph.getparent().tag != _CELL:
        paragraph.getparent().remove(paragraph)


def _fill_block(paragraph: Any, part: Any, filling: Filling, name: str) -> None:
    """Replace a field that stands alone by paragraphs like its own."""
    for text in (one for one in filling.texts[name].split("\n\n") if one.strip()):
        copy = deepcopy(paragraph)
        paragraph.addprevious(copy)
        _fill(copy, part, Filling({name: text.strip("\n")}))
    paragraph.getparent().remove(paragraph)


def _replace(pieces: list[_Piece], found: "re.Match[str]", part: Any, filling: Filling) -> None:
    """Replace a field that may go over several runs: its value is in the first of them, the others lose their part."""
    start, first = 0, None
    for piece in pieces:
        end = start + len(piece.text)
        if piece.is_text and start < found.end() and end > found.start():
            before, after = piece.text[: max(found.start() - start, 0)], piece.text[max(found.end() - start, 0) :]
            if first is None and found.end() <= end:
                _write(piece, before, after)
                first = piece, len(before)
            elif first is None:
                _write(piece, before, "")
                first = piece, len(before)
            else:
                _write(piece, "", after)
        start = end
    if first is not None:
        _put(first[0], first[1], found[1], part, filling)


def _write(piece: _Piece, before: str, after: str) -> None:
    # The places of the fields before it stay as they are: they are replaced from the last to the first.
    piece.text = before + after
    _set(piece.element, piece.text)


def _put(piece: _Piece, place: int, name: str, part: Any, filling: Filling) -> None:
    """Put a value into a piece of text, its line breaks as such, or a picture behind what stands before it."""
    before, after = piece.text[:place], piece.text[place:]
    if name in _WIDEST and name not in filling.texts:
        if name in filling.pictures:
            _add(piece, [before, _drawing(part, name, filling.pictures[name]), after])
        return
    lines = _plain(filling.texts[name]).split("\n")
    lines[0] = before + lines[0]
    lines[-1] += after
    found: list[Any] = [lines[0]]
    for line in lines[1:]:
        found += [OxmlElement("w:br"), line]
    _add(piece, found)


def _add(piece: _Piece, parts: list[Any]) -> None:
    """Write the first of these texts and elements into a piece, and the others behind it."""
    _set(piece.element, parts[0])
    # What is before the field is all that fields before it go over.
    piece.text = parts[0]
    last = piece.element
    for one in parts[1:]:
        element = one
        if isinstance(one, str):
            element = OxmlElement("w:t")
            _set(element, one)
        last.addnext(element)
        last = element


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
