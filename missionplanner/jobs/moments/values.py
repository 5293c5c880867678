"""The fields of letters of moments filled in, beside those all letters have."""

from datetime import date, timedelta

from missionplanner.domain import fees
from missionplanner.domain.advice import missed_at
from missionplanner.domain.companies import Company, OfferingKind
from missionplanner.domain.letters import FIELD, LetterTemplate, own_names
from missionplanner.domain.moments import Moment
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.i18n import Translator, _, translator
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.moments.conditions import past_meetings, profiles_for, steps_due
from missionplanner.jobs.moments.occasions import Concerned, MomentBasis, Occasion, asked_stops, day_of
from missionplanner.jobs.selection import letters
from missionplanner.pack import changes, gathering

PERSONAL = {"person": "delegate", "passport": "passport", "position": "position", "purpose": "purpose"}
"""The fields of a person in letters, and the columns they are called by."""


def values_of(basis: MomentBasis, occasion: Occasion, one: Concerned, language: str) -> dict[str, str]:
    """Return the values of the fields of a letter."""
    snapshot, t = basis.snapshot, translator(language)
    person = one.person or next(iter(snapshot.delegates_of.get(one.company.id, ())), None)
    content = one.content or {}
    values = letters.values_of(snapshot, snapshot.application[one.company.id], language, person=person)
    told = changes.sentences(one.told, content, t) if one.told and occasion.moment.tells_timetable else ()
    day: date | None = day_of(snapshot, occasion) if occasion.moment is Moment.EVENING else None
    return values | {
        "items": _listed(_items(basis, occasion, one, t)),
        "changes": _listed(told),
        "day": t.date(day, "full") if day else "",
        "about": one.subject,
        "sent_on": t.date(one.sent_at.date()) if one.sent_at else "",
        "profiles": "\n\n".join(_profile(snapshot, each, t) for each in profiles_for(snapshot, one.company))
        if occasion.moment is Moment.INVITATION
        else "",
        "amount": _amount(snapshot, one.company, t),
        "steps": _listed(_steps(basis, occasion, one.company, t)) if occasion.moment is Moment.NEXT_STEP else "",
        **(_stops(snapshot, occasion, one, language) if occasion.moment is Moment.STOPS else {}),
        "link": snapshot.mission.evaluation_link,
        **_of_person(snapshot, person, language),
    }


def obstacle(basis: MomentBasis, one: Concerned, words: LetterTemplate, values: dict[str, str]) -> str:
    """Return what a letter needs of a person that is not known, in the language of the screen; empty for nothing."""
    own = own_names(basis.snapshot.own)
    missing = []
    for name in dict.fromkeys(FIELD.findall(words.body)):
        if (name in PERSONAL or name in own) and not values[name].strip():
            missing.append(own[name].label if name in own else label(PERSONAL[name]))
    return _("Missing: {fields}").format(fields=", ".join(missing)) if one.person and missing else ""


def _of_person(snapshot: Snapshot, person: Person | None, language: str) -> dict[str, str]:
    if person is None:
        return dict.fromkeys(PERSONAL, "")
    return {
        "person": snapshot.addressed(person, language),
        "passport": person.passport,
        "position": person.position,
        "purpose": person.purpose,
    }


def _stops(snapshot: Snapshot, occasion: Occasion, one: Concerned, language: str) -> dict[str, str]:
    """Return the cities a company is asked to come to, and whom it could meet there."""
    stops, key = asked_stops(snapshot, one.about), one.company.id
    partners = missed_at(snapshot, occasion.asks | {(key, stop.id) for stop in stops}, key)
    return {
        "cities": ", ".join(stop.name(language) for stop in stops),
        "partners": _listed(tuple(_named(snapshot.company[partner]) for partner in partners)),
    }


def _named(company: Company) -> str:
    """Return a company as a letter lists it: with its city, where it says one."""
    return f"{company.name} ({company.city})" if company.city else company.name


def _items(basis: MomentBasis, occasion: Occasion, one: Concerned, t: Translator) -> tuple[str, ...]:
    if occasion.moment.tells_timetable:
        return changes.lines(one.content or {"meetings": {}, "events": {}}, t)
    if occasion.moment is not Moment.FOLLOW_UP:
        return ()
    snapshot, found = basis.snapshot, []
    for meeting in past_meetings(snapshot, one.company, occasion.today):
        zone = snapshot.stop_of_slot[meeting.slot_id].time_zone
        day = in_zone(snapshot.slot[meeting.slot_id].starts, zone).date()
        found.append(f"{t.date(day)}, {snapshot.company[gathering.other_of(meeting, one.company)].name}")
    return tuple(found)


def _profile(snapshot: Snapshot, company: Company, t: Translator) -> str:
    """Return a company as who is to meet it reads of it."""
    sector = snapshot.sector.get(snapshot.sector_of(company.id))
    head = ", ".join(filter(None, (company.name, company.city, sector.name(t.language) if sector else "")))
    offers = "; ".join(snapshot.offerings_of(company.id, OfferingKind.OFFERS))
    about = getattr(company, f"description_{t.language}") or company.description
    lines = (head, about, t("Offers: {offers}").format(offers=offers) if offers else "", company.website)
    return "\n".join(filter(None, lines))


def _amount(snapshot: Snapshot, company: Company, t: Translator) -> str:
    found = fees.balances([snapshot.own_of_company.get(company.id, {})])
    return ", ".join(one.shown("left", t) for one in found if one.is_open)


def _steps(basis: MomentBasis, occasion: Occasion, company: Company, t: Translator) -> tuple[str, ...]:
    until = occasion.today + timedelta(days=occasion.days)
    pattern = t("by {day}, with {company}: {step}")
    return tuple(
        pattern.format(day=t.date(one.due), company=other.name, step=" ".join(one.next_step.split()))
        for one, other in steps_due(basis, company, until)
        if one.due
    )


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {line}" for line in lines)
