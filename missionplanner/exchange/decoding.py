"""The characters of a text of unknown encoding; what was decoded wrongly before it came is repaired."""

import codecs
import html
import io
import re
from collections.abc import Iterator

from missionplanner.errors import UserError
from missionplanner.i18n import _

_EIGHT_BIT = ("cp1252", "mac_roman", "cp850")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CHUNK = 1 << 20
_FEW_WINDOWS = "few-windows"


def _from_windows(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are no UTF-8 as Windows-1252: rows of two files were put together."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_FEW_WINDOWS, _from_windows)


def lines(data: bytes, encoding: str) -> Iterator[str]:
    """Give out the lines of a text, which is never in memory as a whole."""
    errors = _FEW_WINDOWS if encoding == "utf-8" else "replace"
    with io.TextIOWrapper(io.BytesIO(data), encoding, errors, newline=None) as text:
        yield from text


def recognise(data: bytes, name: str = "") -> str:
    """Return the likeliest encoding of a text: UTF-8, UTF-16, Windows-1252, Mac Roman or DOS.

    Raises UserError when the data are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4000]
    if b"\0" in sample:
        # UTF-16 without a mark: every second byte of Western text is zero.
        for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
            if zeros.count(0) > len(zeros) * 0.6:
                return encoding
        raise UserError(
            _("{name} is not a table of text.").format(name=name),
            _("Save it again from the spreadsheet as .xlsx or .csv."),
        )
    return "utf-8" if is_utf8(data) or _mostly_utf8(data) else eight_bit(data)[0]


def choices(data: bytes) -> list[str]:
    """Return the encodings a text can have, the likeliest first; empty when there is no doubt."""
    if data.startswith(tuple(mark for mark, _encoding in _MARKS)) or b"\0" in data[:4000] or is_utf8(data):
        return []
    return ["utf-8", *eight_bit(data)] if _mostly_utf8(data) else eight_bit(data)


def is_utf8(data: bytes) -> bool:
    """Whether all bytes are UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def eight_bit(data: bytes) -> list[str]:
    """Return the encodings of one byte a character, the likeliest first.

    Any bytes decode in each of these, so that only the accented characters of French and Spanish tell them apart.
    """
    accented = b"".join(_accented(data))
    return sorted(_EIGHT_BIT, key=lambda code: -_plausibility(accented.decode(code, "replace")))


def _accented(data: bytes) -> list[bytes]:
    return re.findall(rb"[^\x00-\x7f]+", data)[:50_000]


def _mostly_utf8(data: bytes) -> bool:
    """Whether nearly all accented characters are UTF-8, as when two files were joined."""
    runs = _accented(data)
    good = sum(1 for run in runs if is_utf8(run))
    return good > 3 * (len(runs) - good)


def _plausibility(text: str) -> int:
    """Return how much a decoding resembles French or Spanish: accented characters count for it, odd symbols against."""
    good = sum(text.count(c) for c in "éèêëàâçîïôöùûüñáíóúÉÀÇÑÁÍÓÚœ«»’–°")
    odd = sum(text.count(c) for c in "ŽžŠšƒ‡†‰¬√∆≈∫ªº¶ß¯˘˙˚¸˝˛ˇ�ÂÃÒÕÌÐÞþð¤¢¥±×÷│┤╣║╗╝┐└┴┬├─┼▒░▓")
    controls = sum(text.count(chr(code)) for code in range(0x80, 0xA0))
    return good - 3 * odd - 3 * controls


_GARBLED = re.compile("[ÂÃÅâ√┬├][^\x00-\x7f ]|Ã |├ |â€")
"""UTF-8 that somebody read as Windows-1252 ("Ã©"), Mac Roman ("√©") or DOS ("├®")."""
_RUN = re.compile("[ÂÃÅâ√┬├](?:[^\x00-\x7f]|(?<=[Ã├]) )+")


_LONE_A = re.compile(r"(?<!\w)Ã (?=\w)")
"""The word "à", of which the no-break space is one with the blank behind it."""
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|[aeiouycnAEIOUYCN](?:acute|grave|circ|uml|tilde|cedil|ring)"
    r"|oelig|OElig|iquest|iexcl|deg|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
)
_MOST_TIMES = 3
LOST = "\ufffd"
"""Stands for a character that was lost when a file was decoded wrongly and saved."""


def repaired(text: str) -> str:
    """Return a text as it was written: its UTF-8 was read in another encoding, once or several times, or as HTML."""
    if "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    for _again in range(_MOST_TIMES):
        if text.isascii() or not _GARBLED.search(text):
            break
        text = _RUN.sub(lambda run: _repaired(run.group()), _LONE_A.sub("Ã\xa0 ", text))
    return text


def _repaired(run: str) -> str:
    # The second byte of "à" is a no-break space, of which spreadsheets make a blank.
    run = re.sub("([Ã├]) ", "\\1\xa0", run)
    for encoding in ("cp1252", "mac_roman", "cp850"):
        try:
            return _as_bytes(run, encoding).decode("utf-8")
        except UnicodeError:
            continue
    return run


def _as_bytes(text: str, encoding: str) -> bytes:
    """Return the bytes; those that Windows-1252 has no character for stayed control characters."""
    if encoding != "cp1252":
        return text.encode(encoding)
    return b"".join(bytes([ord(c)]) if "\x80" <= c <= "\x9f" else c.encode(encoding) for c in text)
