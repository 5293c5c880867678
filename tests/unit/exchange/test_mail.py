"""A draft says what it was given and nothing else, whatever is in its fields."""

import re
from datetime import datetime
from email import message_from_bytes
from email.header import Header
from email.policy import default
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from missionplanner.errors import UserError
from missionplanner.exchange import calendar
from missionplanner.exchange.calendar import Attendee, CalendarItem
from missionplanner.exchange.mail import MailPart, draft, file_name, invitation, is_address, letter, on_one_line
from tests.builders import HOSTILE

HEADERS = {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"}
PIECES = (
    "=?utf-8?q?",
    "=?UTF-8?B?DQpCY2M6IHhAeS56?=",
    "=0D=0A",
    "?=",
    "Bcc: x@y.z",
    "\r\n",
    "\n",
    "\r",
    "\u2028",
    "=?",
    " ",
    "é",
    "x@y.z",
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    st.sampled_from([text[:3000] for text in HOSTILE]),
    # Every encoding of a header that mail programs know, over a line break and another header.
    st.sampled_from(["utf-8", "iso-8859-1", "utf-16"]).map(lambda code: Header("\r\nBcc: x@y.z", code).encode()),
)


def read(made: bytes) -> tuple[set[str], str, str, str]:
    """The headers, recipient, subject and text that a mail program reads."""
    mail = message_from_bytes(made, policy=default)
    return set(mail.keys()), mail["To"], mail["Subject"], mail.get_content().replace("\r\n", "\n")


@settings(deadline=None)
@given(subject=TEXTS, body=TEXTS)
@example(subject="=?utf-8?q?=0D=0ABcc:x@y.z?=", body="=?utf-8?q?=0D=0ABcc:x@y.z?=")
@example(subject="a" * 300, body="From me\n.\n\nBcc: x@y.z")
def test_draft_says_its_subject_and_text_and_nothing_else(subject: str, body: str) -> None:
    headers, recipient, read_subject, text = read(draft("zoe@d1.ca", subject, body))
    assert (headers, recipient, read_subject) == (HEADERS, "zoe@d1.ca", on_one_line(subject))
    wanted = body.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    assert text.rstrip("\n") == wanted.rstrip("\n")


@settings(deadline=None)
@given(TEXTS.map(lambda text: f"{text}zoe@d1.ca"))
def test_recipient_is_the_one_address_or_refused(recipient: str) -> None:
    try:
        made = draft(recipient, "Yes", "You come.")
    except UserError:
        return
    headers, to, _subject, _text = read(made)
    assert (headers, to) == (HEADERS, on_one_line(recipient))
    assert is_address(to)


@pytest.mark.parametrize(
    "recipient",
    ["", "nobody", "a@b.ca, c@d.ca", "a@b.ca\r\nBcc: x@y.z", "=?utf-8?q?=0D=0ABcc:x?=@a.ca", "Ann <a@b.ca>", "a@b.ca;"],
)
def test_what_is_not_one_address_is_refused(recipient: str) -> None:
    with pytest.raises(UserError, match="cannot be an e-mail"):
        draft(recipient, "Yes", "You come.")


def test_plain_subject_stays_readable() -> None:
    assert b"\r\nSubject: Trade mission: you come\r\n" in draft("zoe@d1.ca", "Trade mission: you come", "x")


@settings(deadline=None, max_examples=12, phases=[Phase.explicit, Phase.generate])
@given(texts=st.tuples(TEXTS, TEXTS, TEXTS), content=st.binary(max_size=50))
@example(
    texts=("=?utf-8?q?=0D=0ABcc:x@y.z?=", "From me\n.\n\nBcc: x@y.z", 'a"; filename*0="b\r\nBcc: x@y.z.pdf'),
    content=b"\r\n.\r\n",
)
@example(texts=("", "", "=??b??="), content=b"")
@example(texts=("\u202egnp", "\u202e", "العربية\u202e.pdf"), content=b"From x")
@example(texts=('é:,;"\\' * 834, 'é:,;"\\\n' * 834, 'é:,;"\\' * 34), content=b"x")
@example(texts=('שלום: "a, b" \u200f' * 200, "مرحبا\n" * 900, 'مرحبا, "عالم": ؛'), content=b"x")
def test_a_letter_with_files_says_what_it_was_given_and_nothing_else(
    texts: tuple[str, str, str], content: bytes
) -> None:
    subject, body, name = texts
    part = MailPart(f"{name[:200]}x.pdf", content, "application/pdf")
    mail = message_from_bytes(letter("zoe@d1.ca, ana@d1.ca", subject, body, [part], "k"), policy=default)
    assert sorted(mail.keys()) == sorted(
        {"X-Unsent", "X-Mission-Letter", "To", "Subject", "MIME-Version", "Content-Type"}
    )
    assert (str(mail["To"]), mail["Subject"]) == ("zoe@d1.ca, ana@d1.ca", on_one_line(subject))
    (file,) = mail.iter_attachments()
    assert (file.get_filename(), file.get_payload(decode=True)) == (file_name(part.name), content)
    wanted = body.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode().rstrip("\n")
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n").rstrip("\n") == wanted
    # Nothing of it comes alive in the part that is HTML.
    page = mail.get_body(("html",)).get_content()
    assert {tag.split()[0].strip("/") for tag in re.findall(r"<([^>]*)>", page)} <= {"html", "body", "p", "br"}


def test_large_files_are_in_a_mail_as_they_are() -> None:
    contents = [bytes(range(256)) * 400, b"", b"--==\r\n.\r\nFrom x\r\n" * 30]
    parts = [MailPart(f"{place}.bin", content, "application/pdf") for place, content in enumerate(contents)]
    made = letter("zoe@d1.ca", "Yes", "You come.", parts, "k")
    mail = message_from_bytes(made, policy=default)
    files = [(one.get_filename(), one.get_payload(decode=True)) for one in mail.iter_attachments()]
    assert files == [(part.name, part.content) for part in parts]
    assert max(map(len, made.split(b"\r\n"))) <= 78


@settings(deadline=None, max_examples=12)
@given(title=TEXTS, text=TEXTS)
def test_an_invitation_is_its_calendar_and_nothing_else(title: str, text: str) -> None:
    when = datetime(2026, 2, 16, 9, tzinfo=ZoneInfo("America/Mexico_City"))
    item = CalendarItem("u", title, when, when, title, text, is_cancelled=len(text) % 2 == 1)
    made = calendar.invitation(item, Attendee(title, "office@org.ca"), [Attendee(text, "zoe@d1.ca")], when)
    mail = message_from_bytes(invitation("zoe@d1.ca", title, text, made, "k"), policy=default)
    _plain, part = mail.iter_parts()
    assert (part.get_payload(decode=True), mail["Subject"]) == (made, on_one_line(title))
    assert part.get_param("method") == ("CANCEL" if item.is_cancelled else "REQUEST")
    with pytest.raises(UserError, match="cannot be an e-mail"):
        invitation("zoe@d1.ca\r\nBcc: x@y.z", title, text, made)
