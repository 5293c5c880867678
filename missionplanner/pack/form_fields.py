"""Fields of a PDF that is filled in on the screen: lines to type on and lists to choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from missionplanner.pack.tags import LINKS, Element, TaggedCanvas, hex_text

_READ_ONLY, _COMBO = 1, 1 << 17
_SHOWN, _HIDDEN = 4, 2
"""Flags of annotations: printed, and not shown at all."""
_LOOK = "/Helv 9 Tf 0 0 0 rg"


@dataclass(frozen=True, slots=True)
class PdfField:
    """A field to be filled in."""

    name: str
    label: str
    """Its name for screen readers, and what is shown when the mouse rests on it."""
    choices: Sequence[str] = ()
    """The texts to choose from; none for a line to type on."""


class FormCanvas(TaggedCanvas):
    """A tagged canvas on which fields can be put."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        self._fields: list[_Widget] = []
        super().__init__(*args, **settings)

    def field(self, one: PdfField, rect: Sequence[float]) -> None:
        """Put a field into an area (in the present coordinates), as a part of what is being drawn."""
        element = Element("Form", self.here)
        widget = _Widget(one, self._absRect(tuple(rect), 1), LINKS + len(self._links))
        self._addAnnotation(widget)
        element.kids.append((self.getPageNumber() - 1, widget))
        self._links.append(element)
        self._fields.append(widget)

    def keep(self, name: str, value: str) -> None:
        """Put a value into the file by which it is known when it comes back."""
        widget = _Widget(PdfField(name, name), (0, 0, 0, 0), -1, value)
        self._addAnnotation(widget)
        self._fields.append(widget)

    def save(self) -> None:
        """Write the form, the structure and the file."""
        font, form = _Raw(), _Raw()
        font.content = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        fields = " ".join(f"{self._number(one)} 0 R" for one in self._fields)
        form.content = (
            f"<< /Fields [{fields}] /NeedAppearances true /DA ({_LOOK})"
            f" /DR << /Font << /Helv {self._number(font)} 0 R >> >> >>"
        ).encode("ascii")
        self._doc.Catalog.AcroForm = form
        super().save()


class _Raw(PDFObject):  # type: ignore[misc]
    """An object of the file that is written as it is."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.content = b""

    def format(self, _document: Any) -> bytes:
        """Its content."""
        return self.content


class _Widget(PDFObject):  # type: ignore[misc]
    """A field with its place on the page, which are one object."""

    __RefOnly__ = 1

    def __init__(self, one: PdfField, rect: Sequence[float], place: int, value: str | None = None) -> None:
        self.one, self.rect, self.place, self.value = one, rect, place, value

    def format(self, _document: Any) -> bytes:
        """Its area, names, kind and place in the structure."""
        one, kept = self.one, self.value is not None
        area = " ".join(f"{edge:.2f}" for edge in self.rect)
        parts = [
            f"/Type /Annot /Subtype /Widget /Rect [{area}] /F {_HIDDEN if kept else _SHOWN}",
            f"/T {hex_text(one.name)} /TU {hex_text(one.label)} /DA ({_LOOK}) /V {hex_text(self.value or '')}",
        ]
        if not kept:
            parts.append(f"/StructParent {self.place} /MK << /BC [0.6 0.64 0.68] /BG [1 1 0.96] >>")
        if one.choices:
            options = " ".join(hex_text(text) for text in ("", *one.choices))
            parts.append(f"/FT /Ch /Ff {_COMBO} /Opt [{options}]")
        else:
            parts.append(f"/FT /Tx /Ff {_READ_ONLY if kept else 0}")
        return f"<< {' '.join(parts)} >>".encode("ascii")
