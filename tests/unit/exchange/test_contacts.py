"""Contacts have the fields they were given and nothing else, whatever is in them, in both versions."""

import base64
from datetime import UTC, datetime

import pytest
import vobject
from hypothesis import example, given, settings
from hypothesis import strategies as st

from missionplanner.exchange.contacts import VERSIONS, VCard, address_book
from tests.builders import HOSTILE

PIECES = ("\r\n", "\n", "\v", ":", ";", ",", "\\", "\\n", '"', "=0D=0A", " ", "é", "x", "END:VCARD", "TEL:+1")
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from([text[:2000] for text in HOSTILE]),
)
PICTURE = b"\x89PNG\r\n\x1a\nrest"
FULL = VCard(
    uid="u", name="Ana Roy", family="Roy", given="Ana", title="Dr.", organisation="Maple", kind="Company",
    position="CEO", email="ana@maple.ca", phones=(("+1514", "work"), ("+1438", "cell")), street="1 Main St",
    city="Laval", region="Quebec", postal_code="H1H", country="Canada", website="https://maple.ca", language="fr",
    photo=PICTURE, note="Asks", changed_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
)  # fmt: skip


def line(text: str) -> str:
    """A text as a card holds it: lines stay, what cannot be seen does not."""
    lines = ("".join(c if c.isprintable() else " " for c in one) for one in text.splitlines())
    return "\n".join(" ".join(one.split()) for one in lines).strip()


@pytest.mark.parametrize("version", VERSIONS)
@settings(deadline=None)
@given(name=TEXTS, given_name=TEXTS, company=TEXTS, street=TEXTS, note=TEXTS)
@example("n\r\nX-A:b", "g;h", "o\nEND:VCARD", "1, Main; St", "t\r\n\r\nTEL:1")
def test_every_field_is_read_back_and_no_other(
    version: str, name: str, given_name: str, company: str, street: str, note: str
) -> None:
    contact = VCard(uid="u", name=name, given=given_name, organisation=company, street=street, note=note)
    (card,) = vobject.readComponents(address_book([contact], version).decode())
    fields = {"version", "prodid", "uid", "fn", "n", *(["kind"] if version == "4" else [])}
    wanted = {"org": company, "adr": street, "note": note}
    assert set(card.contents) == fields | {key for key, text in wanted.items() if text}
    assert (card.fn.value, card.n.value.given) == (line(name), line(given_name))
    found = {key: card.contents[key][0].value for key in wanted if key in card.contents}
    shown = {"org": lambda value: value[0], "adr": lambda value: value.street, "note": str}
    assert {key: shown[key](value) for key, value in found.items()} == {
        key: line(text) for key, text in wanted.items() if text
    }


_LONG = 'é:,;"\\' * 834
"""Five thousand characters, most of which mean something in a card."""
_OF_ADDRESS = {"street": "street", "city": "city", "region": "region", "postal_code": "code", "country": "country"}
_OF_NAME = {"family": "family", "given": "given", "title": "prefix"}
_ALONE = {"position": "title", "email": "email", "note": "note", "language": "lang"}


@pytest.mark.parametrize("version", VERSIONS)
@settings(deadline=None, max_examples=25)
@given(text=TEXTS)
@example(_LONG)
@example("\u202eevil\u202c مرحبا שלום\u200f")
@example("x\r\nEND:VCARD\r\nBEGIN:VCARD")
def test_the_same_text_in_every_field_is_read_back_from_each(version: str, text: str) -> None:
    fields = dict.fromkeys(("name", "organisation", "kind", "website", *_OF_ADDRESS, *_OF_NAME, *_ALONE), text)
    contact = VCard(uid=text, phones=((text, "work"), (text, "cell")), **fields)
    (card,) = vobject.readComponents(address_book([contact], version).decode())
    wanted = line(text)
    assert (card.uid.value, card.fn.value) == (line(f"{text}@missionplanner"), wanted)
    assert {name: getattr(card.n.value, part) for name, part in _OF_NAME.items()} == dict.fromkeys(_OF_NAME, wanted)
    if not wanted:
        return
    assert {name: getattr(card.adr.value, part) for name, part in _OF_ADDRESS.items()} == dict.fromkeys(
        _OF_ADDRESS, wanted
    )
    found = {
        key: [one.value for one in card.contents[key]] for key in (*_ALONE.values(), "tel") if key in card.contents
    }
    assert found == {key: [wanted] * (2 if key == "tel" else 1) for key in found}
    assert {"title", "email", "note", "tel"} <= set(found)
    # An address of the web has nothing escaped in it, and what no address can hold is left out.
    lines = address_book([contact], version).decode().replace("\r\n ", "").split("\r\n")
    assert [one.removeprefix("URL:") for one in lines if one.startswith("URL:")] == [
        "".join(c for c in text if c.isprintable() and c != " ")
    ]
    assert card.org.value[0] == wanted


@pytest.mark.parametrize("version", VERSIONS)
def test_a_full_card(version: str) -> None:
    (card,) = vobject.readComponents(address_book([FULL], version).decode())
    assert (card.n.value.prefix, card.title.value, card.email.value) == ("Dr.", "CEO", "ana@maple.ca")
    assert [(one.value, one.params["TYPE"]) for one in card.tel_list] == [
        ("+1514", ["work" if version == "4" else "WORK"]), ("+1438", ["cell" if version == "4" else "CELL"]),
    ]  # fmt: skip
    address = card.adr.value
    assert (address.street, address.city, address.region, address.code, address.country) == (
        "1 Main St", "Laval", "Quebec", "H1H", "Canada",
    )  # fmt: skip
    assert (card.url.value, card.rev.value, card.note.value) == ("https://maple.ca", "20260102T030405Z", "Asks")
    whole = address_book([FULL], version).decode().replace("\r\n ", "")
    lead = "PHOTO:data:image/png;base64," if version == "4" else "PHOTO;ENCODING=b;TYPE=PNG:"
    (picture,) = (one.removeprefix(lead) for one in whole.split("\r\n") if one.startswith(lead))
    assert base64.b64decode(picture) == PICTURE


def test_an_organisation_has_a_logo_and_its_name() -> None:
    contact = VCard(uid="u", name="Maple", is_organisation=True, photo=b"\xff\xd8rest")
    (card,) = vobject.readComponents(address_book([contact]).decode())
    assert (card.kind.value, card.org.value, card.logo.value[:22]) == ("org", ["Maple"], "data:image/jpeg;base64")
    (card,) = vobject.readComponents(address_book([contact], "3").decode())
    assert (card.n.value.family, card.logo.params["TYPE"]) == ("Maple", ["JPEG"])


def test_lines_are_folded_between_characters() -> None:
    lines = address_book([VCard(uid="u", name="é" * 200)]).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [one.decode() for one in lines]
