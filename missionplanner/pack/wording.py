"""How companies and people are written in packs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from missionplanner.domain.address_lines import in_line
from missionplanner.domain.companies import Company, OfferingKind
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Sector, Venue
from missionplanner.domain.people import Person, by_precedence
from missionplanner.domain.regions import region_name
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spoken import language_of
from missionplanner.domain.translated_names import text_in
from missionplanner.i18n import LOCALES, Translator, country_codes, country_name
from missionplanner.pack.phrases import Phrase, Said, in_row, joined

LONGEST_NAME = 160
LONGEST_PLACE = 300
_LONGEST_VALUE = 60
"""Letters of a value in a vCard: an address that is longer is left out, for half of one leads nowhere."""
_LONGEST_LIST = 400
"""Letters of the names in a cell, so that it is never higher than a page."""
NO_SECTOR = "#7a828c"
"""The colour of what is of no sector."""


def foreign(language: str, t: Translator) -> str:
    """The tag of a language that is not that of the pack."""
    return LOCALES[language].replace("_", "-") if language in LOCALES and language != t.language else ""


def people_lines(
    snapshot: Snapshot, company: Company, t: Translator, people: Iterable[Person] | None = None
) -> tuple[Phrase, ...]:
    """The people of a company as lines, in the order of precedence: title, name and post there; or those given.

    A line is tagged as what its post is in.
    """
    found = []
    for person in by_precedence(snapshot.delegates_of.get(company.id, ()) if people is None else people):
        position, spoken = snapshot.post_in(person, company.id, t.language)
        line = ", ".join(filter(None, (snapshot.addressed(person, t.language), position)))
        if line.strip():
            found.append(Phrase(line[: 2 * LONGEST_NAME], foreign(spoken, t) if position else ""))
    return tuple(found)


def post(snapshot: Snapshot, person: Person, t: Translator) -> Phrase:
    """The post of somebody in their main organisation."""
    text, spoken = snapshot.post_in(person, person.company_id, t.language)
    return Phrase(text, foreign(spoken, t) if text else "")


def offerings(snapshot: Snapshot, company: Company, kind: OfferingKind, t: Translator) -> tuple[Phrase, ...]:
    """The things a company offers or seeks, one after the other."""
    texts, spoken = snapshot.offerings_in(company, kind, t.language)
    return tuple(Phrase(text, foreign(spoken, t)) for text in texts)


def labelled(label: str, text: str, t: Translator) -> str:
    """A value after its name."""
    return t("{label}: {text}").format(label=label, text=text)


def some_of(names: Sequence[str], others: str) -> str:
    """Names as one text of bounded length, with a word such as "+ {n} elsewhere" on those left out."""
    kept = len(names)
    while kept > 1 and len("; ".join(names[:kept])) > _LONGEST_LIST:
        kept -= 1
    return "; ".join([*names[:kept], *([others.format(n=len(names) - kept)] if kept < len(names) else [])])


def listed(person: Person) -> str:
    """A person as an index lists them."""
    family = f"{person.family_name} {person.second_family_name}".strip()
    return ", ".join(part for part in (family, person.given_name) if part)


def on_one_line(phone: str) -> str:
    """A telephone number that is parted at its extension only."""
    # The extension keeps its blanks, by which it is known where numbers are put into the form of a country.
    return re.sub(r"(?<![a-z.]) (?=[\d(+])", "\N{NO-BREAK SPACE}", phone)


def organisations(snapshot: Snapshot, person: Person, t: Translator) -> str:
    """The organisations of a person, the main one first; for somebody without any what they are there for."""
    names = [shortened(snapshot.company[key].name) for key in snapshot.companies_of.get(person.id, ())]
    role = snapshot.role_of(person)
    return ", ".join(names) or (snapshot.addressing.role(person, role, t.language) if role else "")


def sectors(snapshot: Snapshot, company: Company, t: Translator) -> Phrase:
    """The sectors of a company by name."""
    return joined(", ", (named(snapshot.sector[key], t) for key in snapshot.sectors_of.get(company.id, [])))


def with_year(name: str) -> str:
    """The name of a mission, whose year never stands alone on a line."""
    return re.sub(r" (?=\d{4}$)", "\N{NO-BREAK SPACE}", name)


def named(record: Sector | Event, t: Translator) -> Phrase:
    """The name of a sector or event, tagged where it has none in the language."""
    text, spoken = text_in(t.language, record.name_en, record.name_fr, record.name_es)
    return Phrase(shortened(text), foreign(spoken, t))


def own_words(text: str, usual: str, t: Translator) -> Phrase:
    """A text that somebody wrote in one language only; usual: the one in which they are written to."""
    return Phrase(text, foreign(language_of(text, usual), t) if text else "")


def main_company(snapshot: Snapshot, person: Person) -> Company | None:
    """The main organisation of somebody, if they have any."""
    return next((snapshot.company[key] for key in snapshot.companies_of.get(person.id, ())), None)


def place(company: Company, home: str, t: Translator) -> str:
    """City, region and, where it is not `home`, country of a company."""
    country = "" if company.country == home else country_of(company.country, t)
    region = region_name(company.region, t.language)
    return in_line((company.city, region, country))[:LONGEST_NAME]


def where(snapshot: Snapshot, event: Event, t: Translator, is_known: bool = False) -> Said:
    """Where an event is: its place or venue with the address, unless that is known, and where a transfer leads."""
    venue, to = snapshot.venue.get(event.venue_id or 0), snapshot.venue.get(event.to_venue_id or 0)
    start = _of_event(event, "place", t) or Phrase(venue.name if venue and is_known else address(venue))
    end = _of_event(event, "to_place", t) or Phrase(to.name if to else "")
    return in_row(" → ", ((replace(one, text=_one_line(one.text)),) for one in (start, end)))


def around(snapshot: Snapshot, event: Event, t: Translator, is_known: bool = False) -> Said:
    """The facts of an event beside its name: both ends of a journey, where, meeting point, organiser.

    is_known: whether the address of its venue was said before.
    """
    first, *rest = besides(snapshot, event, t)
    return in_row(" · ", (first, where(snapshot, event, t, is_known), *rest))


def besides(snapshot: Snapshot, event: Event, t: Translator) -> tuple[Said, Said, Said]:
    """Both ends of a journey, the meeting point and the organiser of an event; what there is none of is empty."""
    ends = snapshot.ends_of(event)
    return (
        (Phrase(ends.times(t)),) if ends.is_journey else (),
        _told(t("meeting point: {place}"), _of_event(event, "meeting_point", t)),
        _told(t("organised by {organiser}"), _of_event(event, "organiser", t)),
    )


def _of_event(event: Event, name: str, t: Translator) -> Phrase | None:
    """A text of an event in the language, else in the first it has; None where it has none."""
    text, spoken = event.said(name, t.language)
    return Phrase(text, foreign(spoken, t)) if text else None


def _told(pattern: str, said: Phrase | None) -> Said:
    """A text of an event with the words around it."""
    if said is None:
        return ()
    before, _field, after = re.split(r"(\{\w+\})", pattern)
    return Phrase(before), replace(said, text=_one_line(said.text)), Phrase(after)


def _one_line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_PLACE]


def address(venue: Venue | None) -> str:
    """A venue with its address, where it has one."""
    return ", ".join(part for part in (venue.name, venue.address) if part) if venue else ""


def hours(starts: datetime, ends: datetime, t: Translator) -> str:
    """From when until when, with the day where that is not the same night."""
    if ends - starts < timedelta(1):
        return t.times(starts, ends)
    return f"{t.time(starts)}–{t.short_moment(ends)}"


def country_of(name: str, t: Translator) -> str:
    """A country in the language, as it was typed where it is not known."""
    code = country_code(name)
    return country_name(code, t.language) if code else name


def shortened(name: str) -> str:
    """A name of at most 160 characters."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def country_code(country: str) -> str:
    """The code of a country by its name, upper case; empty for an unknown one."""
    return country_codes().get(country.casefold(), "")


def card(snapshot: Snapshot, company: Company, t: Translator) -> str:
    """A vCard (RFC 2426) of the first delegate with an address or number, short enough for a code on paper."""
    people = snapshot.delegates_of.get(company.id, [])
    person = next((p for p in people if p.email or p.phone or p.mobile), people[0] if people else None)
    if person is None:
        return ""
    family = " ".join(part for part in (person.family_name, person.second_family_name) if part)
    names = ";".join(map(_escaped, (family, person.given_name, "", snapshot.addressing.title(person, t.language), "")))
    whole = ((person.email, "EMAIL"), (company.website, "URL"))
    lines = (
        ("N", names),
        ("FN", _escaped(snapshot.addressed(person, t.language) or company.name)),
        ("ORG", _escaped(company.name)),
        ("TITLE", _escaped(snapshot.post_in(person, company.id, t.language)[0])),
        ("TEL", _escaped(person.mobile or person.phone)),
        *((name, _escaped(text)) for text, name in whole if len(text) <= _LONGEST_VALUE),
    )
    kept = "\n".join(f"{name}:{value}" for name, value in lines if value.strip(";"))
    return f"BEGIN:VCARD\nVERSION:3.0\n{kept}\nEND:VCARD"


def calendar_card(title: str, place: str, starts: datetime, ends: datetime) -> str:
    """A calendar entry (RFC 5545) short enough for a code on paper; its times are UTC, as telephones expect."""
    times = (
        f"{name}:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for name, moment in (("DTSTART", starts), ("DTEND", ends))
    )
    lines = (f"SUMMARY:{_escaped(title)}", *times, f"LOCATION:{_escaped(place)}")
    return "\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def _escaped(text: str) -> str:
    """A value of a vCard."""
    plain = " ".join(part for part in "".join(c if c.isprintable() else " " for c in text).split())[:_LONGEST_VALUE]
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
