"""The last pass over a file: PDF/A-2a beside PDF/UA-1, small, with its dates and version."""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String
from PIL import ImageCms

from missionplanner.pack.metadata import PRODUCER, FileFacts, xmp
from missionplanner.pack.stamp import Stamp

_CARRIAGE = b"\r"
_AMBIGUOUS = b"\r\nendstream"
"""A stream that ends in half an end of line: checkers of PDF/A take its length for wrong."""
_TRIES = 40
"""Of a large file every second try has such a stream."""
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of files that are no print, so that the same content gives the same bytes."""


def finished(content: bytes, stamp: Stamp | None = None) -> bytes:
    """Return a file of ReportLab's with everything PDF/A wants, its objects compressed."""
    with pikepdf.open(BytesIO(content)) as pdf:
        info = pdf.docinfo
        facts = FileFacts(
            title=str(info.get("/Title", "")),
            author=str(info.get("/Author", "")),
            subject=str(info.get("/Subject", "")),
            language=str(pdf.Root.get("/Lang", "")),
        )
        describe(pdf, facts, *((stamp.printed_at, stamp.version) if stamp else ()))
        out = BytesIO()
        save(pdf, out)
    return out.getvalue()


def describe(pdf: Pdf, facts: FileFacts, moment: datetime = UNDATED, version: int = 0) -> None:
    """Write what the file says of itself, in both places where programs look for it, and the colours it is meant in."""
    date = String(moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ"))
    told = {"/Title": facts.title, "/Author": facts.author, "/Subject": facts.subject}
    # Where there is one it is emptied: to make another all objects of the file would be looked through.
    info = pdf.docinfo
    for name in list(info.keys()):
        del info[name]
    for name, text in told.items():
        if text:
            info[name] = String(text)
    info["/Creator"] = info["/Producer"] = String(PRODUCER)
    info["/CreationDate"] = info["/ModDate"] = date
    packet = xmp(facts, moment, version)
    pdf.Root.Metadata = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.OutputIntents = Array([_colours(pdf)])
    for page in pdf.pages:
        if _is_transparent(page):
            page.obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)


def save(pdf: Pdf, target: Path | BytesIO) -> None:
    """Write a file; the same content gives the same bytes. Structures are small objects, which only this compresses."""
    for stream in pdf.objects:
        if isinstance(stream, Stream) and stream.read_raw_bytes().endswith(_CARRIAGE):
            stream.write(stream.read_bytes() + b"\n")
    for tried in range(_TRIES):
        out = BytesIO()
        # The structure is most of a file: many small objects.
        pikepdf.settings.set_flate_compression_level(9)
        pdf.save(out, object_stream_mode=ObjectStreamMode.generate, deterministic_id=True, min_version="1.7")
        if _AMBIGUOUS not in out.getvalue():
            break
        # One object more, and the others are shared out otherwise.
        pdf.Root.MissionPlannerPadding = Array([pdf.make_indirect(Dictionary()) for _one in range(tried + 1)])
    if isinstance(target, BytesIO):
        target.write(out.getvalue())
    else:
        target.write_bytes(out.getvalue())


def _colours(pdf: Pdf) -> Dictionary:
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=pdf.make_stream(_srgb(), N=3),
    )


def _is_transparent(page: pikepdf.Page) -> bool:
    drawings = page.obj.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    return any("/SMask" in one for one in drawings.values())


@cache
def _srgb() -> bytes:
    """Return the colour profile of screens, without the time at which it was made."""
    content = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    content[24:36] = bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    return bytes(content)
