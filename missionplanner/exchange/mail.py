"""E-mail drafts (.eml): built, read again as a mail program reads them, and compared with what they were to say."""

from email import message_from_bytes, message_from_string
from email.errors import MessageError
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTPUTF8

from missionplanner.errors import UserError
from missionplanner.i18n import _

_HEADERS = ["X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
_LONGEST_LINE = 70


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
        text = _("The letter to {recipient} cannot be an e-mail: mail programs would read something else in it.")
        raise UserError(text.format(recipient=to), _("Check the address and the subject."))
    return made


def is_address(recipient: str) -> bool:
    """Whether it is one address, in which nothing is encoded."""
    return "=?" not in recipient and _addresses(f"To: {recipient}\r\n\r\n") == [recipient]


def on_one_line(text: str) -> str:
    """Return a text on one line, since a line break would end the header and begin another."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


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


def _addresses(mail: str) -> list[str]:
    """The addresses it goes to."""
    try:
        found = message_from_string(mail, policy=SMTPUTF8)["To"].addresses
    except (MessageError, ValueError, IndexError):
        return []
    return [address.addr_spec for address in found if address.domain]
