"""A draft says what it was given and nothing else, whatever is in its fields."""

from email import message_from_bytes
from email.header import Header
from email.policy import default

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from missionplanner.errors import UserError
from missionplanner.exchange.mail import draft, is_address, on_one_line
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
