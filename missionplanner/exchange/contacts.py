"""Address book entries (.vcf): vCard 4 (RFC 6350), and 3 (RFC 2426) for programs such as Outlook."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar.parser import Contentline, Parameters
from icalendar.prop import vAdr, vN, vText

VERSIONS = ("4", "3")


@dataclass(frozen=True, slots=True, kw_only=True)
class VCard:
    """A person or an organisation in an address book."""

    uid: str
    name: str
    """As it is shown."""
    family: str = ""
    """Family names; of an organisation empty, as the following two."""
    given: str = ""
    title: str = ""
    """Before the name: Dr."""
    organisation: str = ""
    kind: str = ""
    """The kind of the organisation, in words."""
    is_organisation: bool = False
    position: str = ""
    email: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    """Numbers, each with its use: work or cell."""
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    website: str = ""
    language: str = ""
    photo: bytes = b""
    """A PNG or JPEG."""
    note: str = ""
    changed_at: datetime | None = None
    """The time of the last change of what it is made from."""


def address_book(contacts: Iterable[VCard], version: str = VERSIONS[0]) -> bytes:
    """Return contacts as one file of this version, 4 or 3."""
    return b"".join(line.to_ical() + b"\r\n" for one in contacts for line in _lines(one, version))


def _lines(contact: VCard, version: str) -> Iterator[Contentline]:
    yield _text("BEGIN", "VCARD")
    yield _text("VERSION", f"{version}.0")
    yield _text("PRODID", "-//Trade Mission Planner//EN")
    uid = f"{contact.uid}@missionplanner"
    yield _text("UID", uid, {"VALUE": "text"} if version == "4" else {})
    if version == "4":
        yield _text("KIND", "org" if contact.is_organisation else "individual")
    elif contact.is_organisation:
        yield _text("X-ABSHOWAS", "COMPANY")
    yield _text("FN", contact.name)
    # Version 3 wants a name in parts of organisations, too.
    parts = (contact.name,) if contact.is_organisation else (contact.family, contact.given)
    yield _line("N", vN(tuple(map(_clean, (*parts, "", "", "")))[:3] + (_clean(contact.title), "")))
    yield from _of_work(contact)
    yield from _reached(contact, version)
    if contact.photo:
        yield _picture(contact, version)
    if contact.changed_at:
        yield Contentline(f"REV:{contact.changed_at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    yield _text("END", "VCARD")


def _of_work(contact: VCard) -> Iterator[Contentline]:
    organisation = contact.name if contact.is_organisation else contact.organisation
    if organisation:
        yield _text("ORG", organisation)
    for name, text in (("TITLE", contact.position), ("CATEGORIES", contact.kind), ("NOTE", contact.note)):
        if text:
            yield _text(name, text)


def _reached(contact: VCard, version: str) -> Iterator[Contentline]:
    if contact.email:
        yield _text("EMAIL", contact.email, {"TYPE": "work" if version == "4" else "INTERNET"})
    for number, use in contact.phones:
        yield _text("TEL", number, {"TYPE": use if version == "4" else use.upper()})
    address = (contact.street, contact.city, contact.region, contact.postal_code, contact.country)
    if any(address):
        street, city, region, code, country = map(_clean, address)
        adr = vAdr(("", "", street, city, region, code, country))
        yield _line("ADR", adr, {"TYPE": "work" if version == "4" else "WORK"})
    if contact.website:
        yield _uri("URL", contact.website)
    if contact.language and version == "4":
        yield _text("LANG", contact.language)


def _picture(contact: VCard, version: str) -> Contentline:
    name, content = "LOGO" if contact.is_organisation else "PHOTO", base64.b64encode(contact.photo).decode()
    kind = "jpeg" if contact.photo.startswith(b"\xff\xd8") else "png"
    if version == "4":
        return Contentline(f"{name}:data:image/{kind};base64,{content}")
    return Contentline(f"{name};ENCODING=b;TYPE={kind.upper()}:{content}")


def _text(name: str, text: str, parameters: dict[str, str] | None = None) -> Contentline:
    return _line(name, vText(_clean(text)), parameters)


def _line(name: str, value: vText | vN | vAdr, parameters: dict[str, str] | None = None) -> Contentline:
    return Contentline.from_parts(name, Parameters(parameters or {}), value)


def _uri(name: str, text: str) -> Contentline:
    """Return an address of the web, in which nothing is escaped and nothing ends the line."""
    return Contentline(f"{name}:{''.join(c for c in text if c.isprintable() and c != ' ')}")


def _clean(text: str) -> str:
    """Return a text whose lines stay, without other signs that cannot be seen."""
    lines = ("".join(c if c.isprintable() else " " for c in line) for line in text.splitlines())
    return "\n".join(" ".join(line.split()) for line in lines).strip()
