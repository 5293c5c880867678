"""The fields of a registration's form, in the order of a paper form, and how they become a record."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import AttendeesBy, BoughtInput, Company, Market, Offering, Partner
from missionplanner.domain.exposure import TariffStatus
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import OrganisationKind, in_order
from missionplanner.domain.regions import region_name
from missionplanner.domain.time import is_zone
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, current
from missionplanner.jobs.companies import entry
from missionplanner.jobs.programme import zones
from missionplanner.store.store import Store

Check = Callable[[str], Callable[[str], str]]
OFFERS = ("offers_en", "offers_fr", "offers_es")
SEEKS = ("seeks_en", "seeks_fr", "seeks_es")
_TEXTS = (
    "name", "operating_name", "address", "city", "postal_code", "registration_number", "description", "description_en",
    "description_fr", "description_es", *OFFERS, *SEEKS, "objectives", "intents", "wishes", "notes", "zone",
    "coordinates", "directions",
)  # fmt: skip
_APPLICATION = (
    "applicant",
    "reviewer",
    "declares_origin",
    "declares_export_controls",
    "declares_integrity",
    "signed_by",
)
MUST_BE_RIGHT = ("sectors", "time_zone", "attendees_most", "employees", "year_founded", "signed_on", "consent_on")
"""Fields whose text would be lost if it were stored while it is wrong."""


def fields(store: Store, checker: Check, check_sectors: Callable[[str], str], people: list[str]) -> list[FormField]:
    """The fields; checker makes the check of a kind of value, people are the names a reviewer is completed from."""
    stops = [(stop.id, stop.name(current().language)) for stop in store.all(Stop)]
    names = {name: 0 for s in store.all(Sector) for name in (s.name_en, s.name_fr, s.name_es) if name}
    kinds = [(kind.id, kind.label) for kind in in_order(store.all(OrganisationKind))]
    languages = [("", _("Not said")), *((code, OWN_NAMES[code]) for code in LANGUAGES)]
    first = [
        FormField("name", _("Company name")),
        FormField("operating_name", _("Operating name")),
        FormField(
            "sectors",
            _("Sectors"),
            "listing",
            [(0, name) for name in names],
            check_sectors,
            _("Several are separated by commas or semicolons; any of the three languages will do."),
        ),
        FormField("stops", _("Stops"), "checks", stops),
        FormField("kind_id", _("Kind of organisation"), "choice", [(None, _("Not said")), *kinds]),
        FormField("meets", _("Wants meetings"), "answer", hint=_("Where it does not say, what is usual for its kind.")),
        *_attendees(checker),
        FormField("fees", "", "heading"),
        FormField("contact", _("Address and contact"), "heading"),
        FormField("address", _("Address")),
        FormField("city", _("City")),
        FormField("region", _("Province or state")),
        FormField("postal_code", _("Postal code")),
        *_country(),
        *_office(store),
        FormField("website", _("Website"), check=checker("website")),
        FormField("phone", _("Company phone"), check=checker("phone")),
        FormField("registration_number", _("Registration number")),
        FormField("employees", _("Employees"), "number", check=checker("integer")),
        FormField("year_founded", _("Year founded"), "number", check=checker("integer")),
        FormField("language", _("Language"), "choice", languages),
        FormField("people", _("Delegates"), "heading"),
        FormField("profile", _("What it does"), "heading"),
    ]
    return bounded(Application, bounded(Company, [*first, *_profile(), *_application(people)]))


def _country() -> list[FormField]:
    """The country, and the clocks where it and the city do not say them."""
    hint = _("For meetings by video; empty for the clocks of its city and country, else those at home.")
    return [
        FormField("country", _("Country"), choices=entry.country_choices()),
        FormField("time_zone", _("Time zone"), "zone", check=_zone_problem, hint=hint),
    ]


def _office(store: Store) -> list[FormField]:
    """Where it meets others, and how its office is found."""
    places = [(place, place.label) for place in MeetsAt]
    where = _("Latitude and longitude, as maps give them: 19.4326, -99.1332")
    return [
        FormField(
            "meets_at",
            _("Where meetings are held"),
            "choice",
            places,
            hint=_("Where a request does not say otherwise; of both companies the host decides."),
        ),
        FormField("zone", _("Zone of the city"), choices=[(0, name) for name in zones.names(store)]),
        FormField("coordinates", _("Coordinates"), hint=where),
        FormField("directions", _("How to get there"), "text", lines=2),
    ]


def _attendees(checker: Check) -> list[FormField]:
    return [
        FormField("attendees_by", _("Who attends meetings"), "choice", [(rule, rule.label) for rule in AttendeesBy]),
        FormField(
            "attendees_most",
            _("People at a meeting"),
            check=checker("integer"),
            hint=_("At most so many, who take turns; empty for all of them, or for one in turn."),
        ),
    ]


def _profile() -> list[FormField]:
    several = _("Several are separated by commas or semicolons.")
    return [
        FormField("description", _("Description"), "text"),
        FormField("offers", _("Offers"), "listing", hint=several, stored=((Offering, "text"),)),
        FormField("seeks", _("Seeks"), "listing", hint=several, stored=((Offering, "text"),)),
        FormField(
            "intents",
            _("Intents"),
            hint=_("Such as: sell; second source; third markets (Chile); logistics (Veracruz)."),
        ),
        FormField("objectives", _("Objectives"), "text", lines=2),
        FormField("wishes", _("Companies it wishes to meet"), "text", hint=_("One per line."), lines=2),
        *_exposure(),
        FormField(
            "partners",
            _("Existing partners in the market"),
            "rows",
            [(0, _("Name")), (0, _("Relationship")), (0, _("Place"))],
            lines=2,
            stored=((Partner, "name"), (Partner, "relationship"), (Partner, "place")),
        ),
        FormField("description_en", _("Description in English"), "text", lines=2),
        FormField("description_fr", _("Description in French"), "text", lines=2),
        FormField("description_es", _("Description in Spanish"), "text", lines=2),
        FormField("offers_en", _("Offers in English"), "listing", hint=several),
        FormField("offers_fr", _("Offers in French"), "listing", hint=several),
        FormField("offers_es", _("Offers in Spanish"), "listing", hint=several),
        FormField("seeks_en", _("Seeks in English"), "listing", hint=several),
        FormField("seeks_fr", _("Seeks in French"), "listing", hint=several),
        FormField("seeks_es", _("Seeks in Spanish"), "listing", hint=several),
    ]


def _exposure() -> list[FormField]:
    """Where it exports to, whether tariffs are due, and what it buys where."""
    return [
        FormField(
            "markets",
            _("Exports by country"),
            "rows",
            [(0, _("Country")), (0, _("Share or value"))],
            lines=2,
            stored=((Market, "country"), (Market, "share")),
        ),
        FormField("tariff", _("Tariff status"), "choice", [(status, status.label) for status in TariffStatus]),
        FormField(
            "inputs",
            _("Inputs it buys"),
            "rows",
            [(0, _("Input")), (0, _("Bought in")), (0, _("Share or value"))],
            lines=2,
            stored=((BoughtInput, "what"), (BoughtInput, "country"), (BoughtInput, "share")),
        ),
    ]


def _application(people: list[str]) -> list[FormField]:
    return [
        FormField("application", _("Application"), "heading"),
        FormField("applicant", _("Who applied"), hint=_("Who filled in the application, and on whose behalf.")),
        FormField("consent", _("Consent"), "answer"),
        FormField("consent_on", _("Consent given on"), "day", days=_past_year()),
        FormField("declares_origin", _("Declares the origin of its goods"), "answer"),
        FormField("declares_export_controls", _("Declares export controls"), "answer"),
        FormField("declares_integrity", _("Declares integrity (anti-bribery)"), "answer"),
        FormField("signed_by", _("Signed by")),
        FormField("signed_on", _("Signed on"), "day", days=_past_year()),
        FormField("reviewer", _("Reviewer"), choices=[(0, name) for name in people]),
        FormField("notes", _("Notes"), "text", lines=2),
    ]


def _past_year() -> tuple[date, date]:
    """Return the days in which something was most likely signed."""
    today = date.today()  # noqa: DTZ011 (the day of this computer)
    return today - timedelta(364), today


def values(record: Registration, sectors: dict[int, Sector]) -> dict[str, Any]:
    """Return the values the editors show of a record, by field."""
    company, application = record.company, record.application
    found = {name: getattr(company, name) for name in Company.__dataclass_fields__}
    found |= {name: getattr(application, name) for name in _APPLICATION}
    found |= {
        "stops": record.stops,
        "sectors": "; ".join(sectors[key].name(current().language) for key in record.sectors),
        "offers": "; ".join(record.offers),
        "seeks": "; ".join(record.seeks),
        "country": entry.shown_country(company.country),
        "region": region_name(company.region, current().language),
        "markets": [(entry.shown_country(one.country), one.share) for one in record.markets],
        "inputs": [(one.what, entry.shown_country(one.country), one.share) for one in record.inputs],
        "partners": [(one.name, one.relationship, one.place) for one in record.partners],
        "consent_on": company.consent_on.isoformat() if company.consent_on else "",
        "signed_on": application.signed_on.isoformat() if application.signed_on else "",
    }
    return found


def record(before: Registration, typed: dict[str, Any], sectors: tuple[int, ...]) -> Registration:
    """The record as it is typed; delegates are left as they were."""
    country = entry.english_country(typed["country"])
    company = replace(
        before.company,
        **{name: typed[name] for name in (*_TEXTS, "kind_id", "meets", "consent")},
        country=country,
        region=entry.region(typed["region"], country),
        website=entry.checked("website", typed["website"], country)[0],
        phone=entry.checked("phone", typed["phone"], country)[0],
        tariff=typed["tariff"] or TariffStatus.UNKNOWN,
        meets_at=typed["meets_at"] or MeetsAt.UNSAID,
        attendees_by=typed["attendees_by"] or AttendeesBy.ALL,
        attendees_most=_number(typed["attendees_most"]),
        employees=_number(typed["employees"]),
        year_founded=_number(typed["year_founded"]),
        language=typed["language"] or "",
        time_zone=typed["time_zone"] if is_zone(typed["time_zone"]) else "",
        consent_on=_day(typed["consent_on"]),
    )
    application = replace(
        before.application, **{name: typed[name] for name in _APPLICATION}, signed_on=_day(typed["signed_on"])
    )
    return Registration(
        company=company,
        application=application,
        sectors=sectors,
        stops=tuple(sorted(typed["stops"])),
        offers=_parts(typed["offers"]),
        seeks=_parts(typed["seeks"]),
        **_lists(typed),
        delegates=before.delegates,
    )


def _lists(typed: dict[str, Any]) -> dict[str, Any]:
    """Return the rows of the lists of a registration, as they are typed."""
    markets = (
        Market(country=entry.english_country(row[0]), share=row[1], position=n)
        for n, row in enumerate(typed["markets"])
    )
    inputs = (
        BoughtInput(what=row[0], country=entry.english_country(row[1]), share=row[2], position=n)
        for n, row in enumerate(typed["inputs"])
        if row[0]
    )
    partners = (
        Partner(name=row[0], relationship=row[1], place=row[2], position=n) for n, row in enumerate(typed["partners"])
    )
    return {"markets": tuple(markets), "inputs": tuple(inputs), "partners": tuple(partners)}


def of_draft(form_fields: Iterable[FormField], kept: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a draft that editors of these fields can show, by field; a file may hold any."""
    return {one.name: kept[one.name] for one in form_fields if one.name in kept and _can_show(one, kept[one.name])}


def _can_show(field: FormField, value: Any) -> bool:
    if field.kind == "rows":
        return isinstance(value, list) and all(isinstance(row, list) for row in value)
    if field.kind == "checks":
        return isinstance(value, list)
    return isinstance(value, str) or (field.kind in ("choice", "answer") and isinstance(value, bool | None))


def day_problem(text: str) -> str:
    """Return the fault of a text that should be a day; empty for a day, or for no text."""
    try:
        _day(text)
    except ValueError:
        return _("This is no date, such as 2026-02-15.")
    return ""


def _zone_problem(text: str) -> str:
    """Return the fault of a text that is neither empty nor a time zone, once the field has read what it means."""
    return "" if not text or is_zone(text) else _("“{zone}” is no time zone.").format(zone=text)


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text and text.strip() else None


def _number(text: str | None) -> int | None:
    value, problem = entry.checked("integer", text or "", "")
    return int(value) if value and not problem else None


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))
