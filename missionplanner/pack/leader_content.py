"""The content of the leader edition: events with talking points, meetings, precedence, biographies."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from missionplanner.domain.companies import BoughtInput, Side
from missionplanner.domain.legal_forms import without_form
from missionplanner.domain.own_fields import PackPlace
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import days, head_of_delegation
from missionplanner.domain.regions import country_in
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.i18n import Translator, translator
from missionplanner.pack import gathering, leader_days, own_details
from missionplanner.pack.day_content import day_sheet
from missionplanner.pack.editions import Biography, Cell, Leader, PaperSheet, Section
from missionplanner.pack.phrases import Phrase, as_one, in_row
from missionplanner.pack.wording import (
    main_company,
    own_words,
    post,
    shortened,
)

_LONGEST = 8000
"""The most characters of a biography that are printed."""
MOST_CHARTS = 1
"""So many charts of the market are printed."""


Replaced = tuple[BoughtInput, int, str]
"""An input, the company that could replace it, and what that offers."""


def leader(snapshot: Snapshot, language: str, pages: tuple[str, ...], replaced: Sequence[Replaced] = ()) -> Leader:
    """The content in one of the three languages.

    pages: those of the mission that follow; replaced: who could replace what.
    """
    t = translator(language)
    people = _notable(snapshot, t)
    ranked = [person for person in people if person.precedence is not None]
    heads = (t("Rank"), t("Name"), t("Position"), t("Company"))
    rows = tuple(
        (str(p.precedence), snapshot.addressed(p, language), (post(snapshot, p, t),), _of(snapshot, p, t))
        for p in ranked
    )
    order = (PaperSheet("", heads, rows, (0.09, 0.25, 0.32, 0.34), in_contents=False, is_close=True),) if rows else ()
    nobody = t("Nobody has a place in the order of precedence or a biography yet.")
    unmet = t("Those who are notable have no meetings.") if people else nobody
    return Leader(
        days=tuple(leader_days.days(snapshot, ranked, t)),
        met=Section("met", t("Whom to meet when and where"), tuple(_met(snapshot, ranked or people, t)), unmet),
        precedence=Section("precedence", t("Order of precedence"), order, nobody),
        biographies=tuple(one for one in (_biography(snapshot, p, t) for p in people) if one.text.text or one.details),
        pages=pages,
        own_days=_own_days(snapshot, t),
        replaced=_replaced(snapshot, replaced, t),
    )


def _replaced(snapshot: Snapshot, replaced: Sequence[Replaced], t: Translator) -> Section | None:
    """Who could replace what, a line an input and company; what companies say stays in their words."""
    rows: list[tuple[Cell, ...]] = []
    before: BoughtInput | None = None
    for bought, key, offer in replaced:
        buyer, seller = snapshot.company[bought.company_id], snapshot.company[key]
        said = own_words(bought.what, buyer.language, t)
        country = country_in(bought.country, t.language)
        share = f"{country} ({bought.share})" if bought.share else country
        first: tuple[Cell, ...] = ((said, Phrase(shortened(buyer.name))), share) if bought is not before else ("", "")
        rows.append((*first, shortened(seller.name), (own_words(offer, seller.language, t),)))
        before = bought
    heads = (t("Input, and who buys it"), t("From"), t("Could come from"), t("What that company offers"))
    sheet = PaperSheet("", heads, tuple(rows), (0.3, 0.18, 0.22, 0.3), in_contents=False, is_close=True)
    return Section("replaced", t("Who could replace what"), (sheet,), "") if rows else None


def _own_days(snapshot: Snapshot, t: Translator) -> Section | None:
    """The days of the head of the delegation; what is to be known of calls stands on the cards of the days."""
    person = head_of_delegation(snapshot)
    if person is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    for day in days(snapshot, person):
        sheet = day_sheet(snapshot, person, day, t)
        for line in sheet.lines:
            where = line.where if line.on_card is None else line.on_card
            way = Phrase(" · ".join(filter(None, (line.how, line.spare))))
            # On the same line where both are in one language.
            place = (where, way) if where.language else (as_one(in_row(" · ", ((where,), (way,)))),)
            cells = (line.what, Phrase(line.problem)), place
            rows.append((f"{t.short_day(day)}, {line.time}", *cells, line.whom if line.on_card is None else ""))
        if sheet.sleeps:
            rows.append((t.short_day(day), (Phrase(t("Night")),), (Phrase(sheet.sleeps),), ""))
    heads: tuple[str, ...] = (t("Time"), t("What"), t("Where, and how to get there"), t("With whom"))
    widths: tuple[float, ...] = (0.2, 0.25, 0.33, 0.22)
    if not any(row[3] for row in rows):
        # Who comes to events stands on the cards of the days.
        rows, heads, widths = [row[:3] for row in rows], heads[:3], (0.275, 0.295, 0.43)
    title = t("Day by day: {person}").format(person=shortened(snapshot.addressed(person, t.language)))
    found = PaperSheet("", heads, tuple(rows), widths, in_contents=False, is_close=True)
    return Section("day-sheets", title, (found,), "") if rows else None


def _biography(snapshot: Snapshot, person: Person, t: Translator) -> Biography:
    details = own_details.of_person(snapshot, person, PackPlace.LEADER, t)
    company = main_company(snapshot, person)
    text = own_words(person.biography.strip()[:_LONGEST], company.language if company else _own(snapshot), t)
    return Biography(shortened(snapshot.addressed(person, t.language)), _post(snapshot, person, t), text, details)


def _own(snapshot: Snapshot) -> str:
    """The language of the mission itself."""
    return snapshot.mission.languages.split(",")[0]


def _notable(snapshot: Snapshot, t: Translator) -> list[Person]:
    """Those with a place in the order of precedence or a biography, who take part."""
    found = [
        person
        for person in snapshot.people
        if snapshot.takes_part_person(person) and (person.precedence is not None or person.biography.strip())
    ]
    last = max((p.precedence or 0 for p in found), default=0) + 1
    return sorted(found, key=lambda p: (p.precedence or last, t.sort_key(f"{p.family_name} {p.given_name}"), p.id))


def _post(snapshot: Snapshot, person: Person, t: Translator) -> Phrase:
    said, company = post(snapshot, person, t), main_company(snapshot, person)
    parts = (said.text, company.name if company else "")
    return replace(said, text=", ".join(shortened(part) for part in parts if part))


def _of(snapshot: Snapshot, person: Person, t: Translator) -> str:
    """The main organisation of a person and the side."""
    side = t("Delegation") if snapshot.side_of(person) is Side.DELEGATION else t("Host")
    mine = snapshot.companies_of.get(person.id)
    return f"{snapshot.company[mine[0]].name} ({side})" if mine else side


def _met(snapshot: Snapshot, people: list[Person], t: Translator) -> Iterator[PaperSheet]:
    """The meetings of those who are notable, by time; the events they attend are on the cards of the days."""
    rows = []
    for person in people:
        name = shortened(snapshot.addressed(person, t.language))
        for company, meeting in snapshot.meetings_of_person(person):
            stop = snapshot.stop_of_slot[meeting.slot_id]
            other = snapshot.company[gathering.other_of(meeting, snapshot.company[company])]
            starts = in_zone(snapshot.slot[meeting.slot_id].starts, stop.time_zone)
            behalf = gathering.on_behalf(snapshot, snapshot.company[company], person, t)
            place = f"{stop.name(t.language)}, {gathering.table_words(snapshot, meeting, t)}"
            rows.append((starts, name, ", ".join(filter(None, (without_form(other.name), behalf))), place))
    rows.sort(key=lambda row: (row[0], row[1]))
    heads = (t("Time"), t("Name"), t("Meets"), t("Place"))
    told = tuple((t.short_moment(starts), *texts) for starts, *texts in rows)
    if told:
        yield PaperSheet("", heads, told, (0.19, 0.26, 0.3, 0.25), in_contents=False, is_close=True)
