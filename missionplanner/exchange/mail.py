"""E-mail drafts (.eml): built, read again as a mail program reads them, and compared with what they were to say."""

import re
import secrets
from base64 import encodebytes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import Header
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage
from email.parser import HeaderParser
from email.policy import SMTP, SMTPUTF8
from functools import lru_cache
from html import escape

from missionplanner.errors import UserError
from missionplanner.i18n import _

_HEADERS = ["X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
_LONGEST_LINE = 70
_KEY = "X-Mission-Letter"
_STAND_IN = 30
"""Bytes of what stands in for a file: one line that nobody can guess."""
_COMMA = ", "
# The library reads a header anew whenever it is asked for, a dozen times in a mail with files.
_READ_ONCE = SMTPUTF8.clone(header_factory=lru_cache(maxsize=64)(HeaderRegistry()))


def draft(recipient: str, subject: str, body: str) -> bytes:
    """Return a mail that mail programs open ready to be sent.

    Raises UserError where a mail program would read anything else in it: another recipient, header or text.
    """
    to, about, words = on_one_line(recipient), on_one_line(subject), _storable(body)
    # By this header Outlook opens the file as a draft instead of as a received mail.
    head = f"X-Unsent: 1\r\nTo: {to}\r\nSubject: {_encoded(about)}\r\n"
    content = EmailMessage(policy=SMTPUTF8)
    content.set_content(words)
    made = head.encode() + content.as_bytes()
    if not is_address(to) or not _says(made, to, about, words):
        raise _unwritable(to)
    return made


@dataclass(frozen=True, slots=True)
class MailPart:
    """A file that goes along with a mail."""

    name: str
    content: bytes
    media: str
    """Its media type: text/calendar."""


def letter(recipient: str, subject: str, body: str, parts: Sequence[MailPart] = (), key: str = "") -> bytes:
    """Return a mail as a draft, its text plain and as HTML, with files.

    key: by it the draft is known again. Raises UserError where a mail program would read anything else in it.
    """
    to, about, words = on_one_line(recipient), on_one_line(subject), _storable(body)
    head = f"X-Unsent: 1\r\n{_KEY}: {key}\r\nTo: {to}\r\nSubject: {_encoded(about)}\r\n"
    content = EmailMessage(policy=SMTP)
    content.set_content(words, charset="utf-8")
    paragraphs = "".join(f"<p>{escape(one).replace(chr(10), '<br>')}</p>" for one in words.strip().split("\n\n"))
    content.add_alternative(f"<html><body>{paragraphs}</body></html>", subtype="html", charset="utf-8")
    stand_ins = [replace(part, content=secrets.token_bytes(_STAND_IN)) for part in parts]
    for part in stand_ins:
        kind, _slash, subtype = part.media.partition("/")
        content.add_attachment(part.content, maintype=kind, subtype=subtype, filename=file_name(part.name))
    made = head.encode() + content.as_bytes()
    if not all(map(is_address, to.split(_COMMA))) or not _is_letter(made, (to, about, words), stand_ins):
        raise _unwritable(to)
    return _with_files(made, stand_ins, parts)


def _with_files(made: bytes, stand_ins: Iterable[MailPart], parts: Iterable[MailPart]) -> bytes:
    """Return a mail with its files in the places of what stands in for them.

    The library writes and reads only the small ones: packs of megabytes took most of the time of a mail. Nothing of
    a file is read as anything else, as no line of base64 is a boundary.
    """
    for stand_in, part in zip(stand_ins, parts, strict=True):
        made = made.replace(_as_base64(stand_in.content), _as_base64(part.content))
    return made


def _as_base64(content: bytes) -> bytes:
    return encodebytes(content).replace(b"\n", b"\r\n")


def invitation(recipient: str, subject: str, body: str, calendar: bytes, key: str = "") -> bytes:
    """Return a mail with one item of a calendar to be accepted, or cancelled, as a draft (RFC 6047).

    Raises UserError where a mail program would read anything else in it.
    """
    to, about, words = on_one_line(recipient), on_one_line(subject), _storable(body)
    head = f"X-Unsent: 1\r\n{_KEY}: {key}\r\nTo: {to}\r\nSubject: {_encoded(about)}\r\n"
    text = calendar.decode("utf-8")
    method = "CANCEL" if "\r\nMETHOD:CANCEL\r\n" in text else "REQUEST"
    content = EmailMessage(policy=SMTP)
    content.set_content(words, charset="utf-8")
    content.add_alternative(text, subtype="calendar", charset="utf-8", cte="base64", params={"method": method})
    made = head.encode() + content.as_bytes()
    read = message_from_bytes(made, policy=SMTPUTF8)
    assert isinstance(read, EmailMessage)
    parts = list(read.iter_parts())
    is_whole = [one.get_content_type() for one in parts] == ["text/plain", "text/calendar"]
    if not (
        all(map(is_address, to.split(_COMMA)))
        and is_whole
        and parts[1].get_payload(decode=True) == calendar
        and _is_letter(made, (to, about, words), ())
    ):
        raise _unwritable(to)
    return made


def key_of(content: bytes) -> str:
    """Return the key of the draft a file holds, or of the first of a mailbox; empty where `letter` did not make it."""
    found = re.search(rf"^{_KEY}: (\w+)\r?$".encode(), content[:500], re.MULTILINE)
    return found[1].decode() if found else ""


def mailbox(letters: Iterable[bytes]) -> bytes:
    """Return letters as one file mail programs take in (mbox): a line before each, and lines like it are marked."""
    found = []
    for one in letters:
        lines = one.replace(b"\r\n", b"\n").split(b"\n")
        quoted = [b">" + line if re.match(rb">*From ", line) else line for line in lines]
        found.append(b"From missionplanner Thu Jan  1 00:00:00 1970\n" + b"\n".join(quoted).rstrip(b"\n") + b"\n\n")
    return b"".join(found)


def is_address(recipient: str) -> bool:
    """Whether it is one address, in which nothing is encoded."""
    return "=?" not in recipient and _addresses(f"To: {recipient}\r\n\r\n") == [recipient]


def several(addresses: Iterable[str]) -> str:
    """Return addresses as one header holds them, each once."""
    return _COMMA.join(dict.fromkeys(addresses))


def on_one_line(text: str) -> str:
    """Return a text on one line, since a line break would end the header and begin another."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def file_name(name: str) -> str:
    """Return the name of a file as a mail holds it: what looks encoded would be read as something else."""
    return on_one_line(name).replace("=?", "=_").replace("?=", "_=")


def _unwritable(recipient: str) -> UserError:
    text = _("The letter to {recipient} cannot be an e-mail: mail programs would read something else in it.")
    return UserError(text.format(recipient=recipient), _("Check the address and the subject."))


def _encoded(subject: str) -> str:
    """A subject as a header holds it: mail programs decode what looks encoded, so that such a text is encoded too."""
    if subject.isascii() and "=?" not in subject and len(subject) <= _LONGEST_LINE:
        return subject
    return Header(subject, "utf-8", header_name="Subject").encode(linesep="\r\n")


def _storable(body: str) -> str:
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    return lines.encode("utf-8", "replace").decode("utf-8")


def _says(made: bytes, recipient: str, subject: str, text: str) -> bool:
    """Whether a mail program reads these, and nothing else."""
    read = message_from_bytes(made, policy=SMTPUTF8)
    assert isinstance(read, EmailMessage)
    headers = sorted(read.keys()) == sorted(_HEADERS)
    words = read.get_content().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")
    return headers and words and read["Subject"] == subject and _addresses(made.decode("utf-8")) == [recipient]


def _is_letter(made: bytes, wanted: tuple[str, str, str], parts: Sequence[MailPart]) -> bool:
    """Whether a mail program reads this recipient, subject and text, these files, and nothing else."""
    read, (recipient, subject, text) = message_from_bytes(made, policy=_READ_ONCE), wanted
    assert isinstance(read, EmailMessage)
    body = read.get_body(("plain",))
    words = body.get_content().replace("\r\n", "\n").rstrip("\n") if body else ""
    files = [(one.get_filename(), one.get_payload(decode=True)) for one in read.iter_attachments()]
    return (
        sorted(read.keys()) == sorted(["X-Unsent", _KEY, "To", "Subject", "Content-Type", "MIME-Version"])
        and words == text.rstrip("\n")
        and read["Subject"] == subject
        and _addresses(made.partition(b"\r\n\r\n")[0].decode("utf-8", "replace")) == recipient.split(_COMMA)
        and files == [(file_name(part.name), part.content) for part in parts]
    )


def _addresses(mail: str) -> list[str]:
    """The addresses it goes to."""
    try:
        found = HeaderParser(policy=SMTPUTF8).parsestr(mail)["To"].addresses
    except (MessageError, ValueError, IndexError):
        return []
    return [address.addr_spec for address in found if address.domain]
