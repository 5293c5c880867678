"""Characters that no font of the packs has: whose they are, and what can be done about them."""

from collections.abc import Iterator

from missionplanner.domain.companies import TRANSLATIONS, OfferingKind, Side
from missionplanner.domain.events import Event
from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Stop, Venue
from missionplanner.domain.people import POST
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _
from missionplanner.jobs.packs.drafts import PackDraft
from missionplanner.pack import glyphs
from missionplanner.pack.texts import strings

PRINTED = {
    "companies": ("name", "city", "description", *TRANSLATIONS, "website"),
    "people": ("given_name", "family_name", "second_family_name", *POST),
}
"""The fields of companies and people that packs print."""


def problem(text: str) -> str:
    """Return what is wrong with a text as packs print it, for its field; empty where nothing is."""
    letters = glyphs.missing(text)
    sentence = _("Packs have no letters for {letters}: type it as on the business card.")
    return sentence.format(letters=letters) if letters else ""


def issues(snapshot: Snapshot) -> Iterator[Issue]:
    """Yield a finding for every company, event, venue and text with characters that packs cannot print."""
    for table, key, name, texts in _printed(snapshot):
        if letters := glyphs.missing(*texts):
            text = _("{name}: packs have no letters for {letters}. Type the name as on the business card.")
            yield Issue("missing_glyphs", text.format(name=name, letters=letters), subjects=((table, key),))


def sentences(snapshot: Snapshot, letters: str) -> tuple[str, ...]:
    """Return where these characters come from and what to do, a sentence for each record."""
    if not letters:
        return ()
    found = (issue.text for issue in issues(snapshot) if set(glyphs.missing(issue.text)) & set(letters))
    return tuple(found) or (problem(letters),)


def of_draft(draft: PackDraft) -> str:
    """Return the characters of a pack that no font has."""
    return "".join(sorted({*draft.shared.missing, *glyphs.missing(*strings((draft.own, draft.special)))}))


def _printed(snapshot: Snapshot) -> Iterator[tuple[str, int, str, list[str]]]:
    """Yield table, key, name and printed texts of every record packs are made of."""
    for company in (one for side in Side for one in snapshot.participants(side)):
        people = snapshot.delegates_of.get(company.id, ())
        texts = [*_of(company, "companies"), *(text for person in people for text in _of(person, "people"))]
        offers = [text for kind in OfferingKind for text in snapshot.offerings_of(company.id, kind)]
        yield "companies", company.id, company.name, texts + offers
    for table, records in (("stops", snapshot.stops), ("venues", snapshot.venues), ("events", snapshot.events)):
        for record in records:
            yield table, record.id, _called(record), [*strings(record)]
    for text in snapshot.texts:
        yield "texts", text.id, text.title or text.kind, [text.title, text.body]


def _of(record: object, table: str) -> list[str]:
    return [getattr(record, name) for name in PRINTED[table]]


def _called(record: Stop | Venue | Event) -> str:
    return record.name if isinstance(record, Venue) else record.name_en
