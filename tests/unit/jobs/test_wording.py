"""Stored values in words, in the language of the screen."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

import pytest

from missionplanner import i18n
from missionplanner.domain.agreements import (
    AGREEMENT_KIND_LABELS,
    AGREEMENT_STATUS_LABELS,
    SIGNING_PART_LABELS,
    AgreementKind,
    AgreementStatus,
    SigningPart,
)
from missionplanner.domain.applications import STATUS_LABELS, Status
from missionplanner.domain.briefings import BRIEFING_LABELS, BriefingKind
from missionplanner.domain.companies import (
    ATTACHMENT_LABELS,
    ATTENDEES_LABELS,
    OFFERING_LABELS,
    SIDE_LABELS,
    AttachmentKind,
    AttendeesBy,
    Company,
    Market,
    Offering,
    OfferingKind,
    Partner,
    Side,
)
from missionplanner.domain.courtesy_titles import TEXTS
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS, PART_LABELS, Audience, EventKind, Part
from missionplanner.domain.exposure import MEASURE_LABELS, TARIFF_LABELS, ExposureMeasure, TariffStatus
from missionplanner.domain.field_types import types_of
from missionplanner.domain.figures import (
    BOUNDED_LABELS,
    CHART_LABELS,
    DIRECTION_LABELS,
    SCALE_LABELS,
    Bounded,
    ChartKind,
    Direction,
    Scale,
    Series,
)
from missionplanner.domain.goals import GOAL_LABELS, Goal
from missionplanner.domain.intents import INTENT_PLACE_LABELS, IntentPlace
from missionplanner.domain.journals import EDITION_LABELS, Edition
from missionplanner.domain.journeys import LEG_KIND_LABELS, LegKind
from missionplanner.domain.letters import TEMPLATE_KINDS
from missionplanner.domain.meets_at import MEETS_AT_LABELS, MeetsAt
from missionplanner.domain.milestones import STATE_LABELS, TaskState
from missionplanner.domain.mission import MATCH_PART_LABELS, TEXT_LABELS, Sector, Stop, Travel, Venue
from missionplanner.domain.moments import MARK_LABELS, MOMENT_LABELS, LetterMark, Moment
from missionplanner.domain.objectives import COUNTED_LABELS, CountedAs
from missionplanner.domain.own_fields import PLACE_LABELS, SUBJECT_LABELS, SUITING_LABELS, Subject, Suiting
from missionplanner.domain.own_kinds import KIND_LABELS, FieldKind
from missionplanner.domain.packs import PAGE_LABELS
from missionplanner.domain.people import GENDER_LABELS, Gender
from missionplanner.domain.relationships import STAGE_LABELS, Stage
from missionplanner.domain.requests import HALF_LABELS, PRIORITY_LABELS, Half, Priority
from missionplanner.domain.rooms import ROOM_KIND_LABELS, RoomKind
from missionplanner.domain.sign_ins import SIGN_IN_HOW_LABELS, SIGN_IN_KIND_LABELS, SignInHow, SignInKind
from missionplanner.domain.targets import TARGET_GROUP_LABELS, TargetGroup
from missionplanner.domain.timetable import (
    MEETING_STATUS_LABELS,
    OUTCOME_LABELS,
    OWNER_LABELS,
    RECONFIRMED_LABELS,
    Availability,
    MeetingStatus,
    Owner,
    Session,
)
from missionplanner.jobs.wording import CODES, LONGEST, OWNING, Words, field_shown, person_field, shown, value_shown
from missionplanner.messages import message
from missionplanner.store.listing import SORT_COLUMNS
from missionplanner.store.rows import names
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES, UNDOABLE
from missionplanner.store.upkeep.comparing import linked_table
from tests.builders import DAY, key_of, meet, moment

WHEN = datetime(2026, 2, 16, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (None, "", ""),
        ("", "", ""),
        (0, "0", "0"),
        (1200, "1200", "1200"),
        (1200.5, "1,200.5", "1\u00a0200,5"),
        (True, "yes", "oui"),
        (False, "no", "non"),
        (date(2026, 2, 16), "Feb 16, 2026", "16 févr. 2026"),
        (WHEN, "Feb 16, 2026 09:05", "16 févr. 2026 09:05"),
        (b"x" * 2500, "2 kB", "2 ko"),
        (b"x", "1 kB", "1 ko"),
        (b"x" * 2000, "2 kB", "2 ko"),
        (Side.COUNTERPART, "Counterpart", "Homologue"),
        (Status.ACCEPTED, "Accepted / Comes", "Acceptée / Participe"),
        (OfferingKind.SEEKS, "Seeks", "Recherche"),
        (AttachmentKind.FILE, "File", "Fichier"),
        (Owner.TABLE, "Table", "Table"),
        (("a", "b"), "a; b", "a; b"),
        ((), "", ""),
        (Market(country="Chile", share="10 %"), "Chile 10 %", "Chile 10 %"),
        (Market(country="Chile", share=""), "Chile", "Chile"),
        (Partner(name="Alba", relationship="agent", place="Puebla"), "Alba, agent, Puebla", "Alba, agent, Puebla"),
        (Partner(name="Alba", relationship="", place="Puebla"), "Alba, Puebla", "Alba, Puebla"),
    ],
)
def test_a_value_is_shown_in_the_language_of_the_screen(value: object, english: str, french: str) -> None:
    assert shown(value) == english
    i18n.use("fr")
    assert shown(value).replace("\u202f", "\u00a0") == french


def test_a_number_no_field_takes_is_shown_as_it_is() -> None:
    assert (shown(float("inf")), shown(1e300), shown(1e15)) == ("inf", "1e+300", "1,000,000,000,000,000")


def test_keys_of_sectors_and_stops_are_shown_by_name() -> None:
    sectors = [
        Sector(id=3, code="AM", name_en="Manufacturing", name_fr="Fabrication"),
        Sector(id=4, code="AG", name_en="Food"),
    ]
    stops = [Stop(id=9, name_en="Mexico City", name_fr="Mexico", time_zone="UTC", starts=DAY, ends=DAY)]
    assert field_shown("sectors", (3, 4), sectors, stops) == "Manufacturing; Food"
    assert field_shown("stops", (9,), sectors, stops) == "Mexico City"
    assert field_shown("offers", ("steel", "tin"), sectors, stops) == "steel; tin"
    assert field_shown("sectors", None, sectors, stops) == ""
    i18n.use("fr")
    assert field_shown("sectors", (3, 4), sectors, stops) == "Fabrication; Food"
    assert field_shown("stops", (9,), sectors, stops) == "Mexico"


def test_a_field_of_a_delegate_names_the_delegate() -> None:
    assert person_field("", "city") == "City"
    assert person_field("Ana Roy", "phone") == "Ana Roy: Phone"


@pytest.fixture
def words(store: Store) -> Words:
    return Words(store)


def test_keys_are_shown_by_the_name_of_their_record(store: Store, words: Words) -> None:
    with store.change(message("More")) as change:
        change.update(replace(store.all(Stop)[0], name_fr="Mexico"))
        other = change.insert(Venue(stop_id=1, name="Other hall"))
        change.insert(Travel(venue_id=1, other_id=other, minutes=10))
    session = store.all(Session)[0].id
    row: dict[str, Any] = {"company_id": key_of(store, "D1"), "slot_id": 1, "table_id": 2, "session_id": session}
    assert words.value("attachments", "company_id", row) == "D1"
    assert words.value("meetings", "slot_id", row) == "Mon, Feb 16, 09:00–09:20"
    assert words.value("meetings", "table_id", row) == "Hall, table 2"
    assert words.value("slots", "session_id", row) == "Mon, Feb 16, 09:00–10:40"
    assert words.value("travels", "other_id", {"other_id": other}) == "Other hall"
    assert words.value("distinctions", "other_id", {"other_id": key_of(store, "C1")}) == "C1"
    assert words.value("venues", "stop_id", {"stop_id": 1}) == "Mexico City"
    i18n.use("fr")
    assert Words(store).value("venues", "stop_id", {"stop_id": 1}) == "Mexico"
    assert Words(store).value("meetings", "slot_id", row) == "lun. 16 févr., 09:00–09:20"


@pytest.mark.parametrize(
    ("owner", "name"),
    [("company", "D1"), ("delegate", "Given D1"), ("table", "Hall, table 1")],
)
def test_the_owner_of_an_absence_is_named(store: Store, words: Words, owner: str, name: str) -> None:
    assert words.value("availabilities", "owner_id", {"owner": owner, "owner_id": 1}) == name


def test_values_that_are_no_keys_are_shown_by_their_kind(store: Store, words: Words) -> None:
    assert words.value("meetings", "status", {"status": "held"}) == "Held"
    assert words.value("meetings", "locked", {"locked": 1}) == "yes"
    assert words.value("companies", "city", {"city": "Lévis"}) == "Lévis"
    assert words.value("companies", "city", None) == ""
    assert words.value("companies", "notes", {"notes": "x" * 600}) == "x" * LONGEST
    assert words.value("meetings", "interpreter_id", {"interpreter_id": None}) == ""


def test_a_record_that_is_gone_keeps_its_name(store: Store, words: Words) -> None:
    key = key_of(store, "D1")
    with store.change(message("Delete")) as change:
        change.delete(Company, [key])
    assert words.name("companies", key) == "D1"
    assert words.name("companies", 999) == "no longer there"


def test_a_record_is_about_itself_or_about_those_it_belongs_to(store: Store, words: Words) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    with store.change(message("More")) as change:
        series = change.insert(Series(code="exports", name_fr="Exportations"))
    assert words.about("meetings", key, None) == "D1 – C1"
    row = {"delegation_id": key_of(store, "D2"), "counterpart_id": key_of(store, "C3")}
    assert words.about("meetings", key, row) == "D2 – C3"
    assert words.about("requests", 1, row) == "D2 – C3"
    assert words.about("offerings", 1, {"company_id": key_of(store, "D1"), "text": "steel"}) == "D1 – steel"
    assert words.about("texts", 1, {"title": "Welcome", "text": ""}) == "Welcome"
    assert words.about("synonyms", 1, None) == ""
    assert words.about("figures", 1, {"series_id": series, "period": "2024"}) == "Exportations"
    absent = {"owner": "company", "owner_id": key_of(store, "C1")}
    assert words.about("availabilities", 1, absent) == "C1"


def test_every_record_others_lead_to_has_a_name(store: Store, words: Words) -> None:
    tables = {
        linked_table(store, table.name, column, {"owner": owner})
        for table in UNDOABLE
        for column in names(table.kind)
        for owner in Owner
    }
    assert {table for table in tables - {""} if words.about(table, 999, None) != "no longer there"} == set()


def test_long_names_are_shown_in_short(store: Store, words: Words) -> None:
    with store.change(message("Long")) as change:
        change.update(replace(store.get(Company, 1), name="n" * 600))
    row = {"name": "m" * 600}
    assert words.about("companies", 1, row) == "m" * LONGEST
    assert words.name("companies", 1) == "n" * LONGEST
    assert words.about("attachments", 1, {"company_id": 1, "name": "file"}) == "n" * LONGEST


def test_a_person_without_a_family_name_is_named(words: Words) -> None:
    assert words.about("people", 1, {"given_name": "Ana", "family_name": None}) == "Ana"
    assert words.about("people", 1, {"given_name": None, "family_name": "Roy"}) == "Roy"
    assert words.about("interpreters", 1, {"name": "Max"}) == "Max"
    assert words.about("stops", 1, {"name_en": None}) == ""


def test_a_span_without_times_is_not_shown(store: Store, words: Words) -> None:
    assert words.about("slots", 1, {"starts": None, "ends": None}) == ""


def test_an_absence_is_put_in_words(store: Store, words: Words) -> None:
    with store.change(message("Absence")) as change:
        key = change.insert(Availability(owner=Owner.TABLE, owner_id=1, starts=moment(9), ends=moment(10)))
        change.insert(Offering(company_id=1, kind=OfferingKind.OFFERS, text="steel"))
    assert words.value("availabilities", "starts", {"starts": "2026-02-16T09:00:00-06:00"}) == "Feb 16, 2026 09:00"
    assert words.value("availabilities", "owner", {"owner": "table"}) == "Table"
    assert words.about("availabilities", key, {"owner": "table", "owner_id": 1}) == "Hall, table 1"


FRENCH = i18n.translator("fr")
BOTH_SIDES = {
    status: text if text == (other := STATUS_LABELS[Side.COUNTERPART][status]) else f"{FRENCH(text)} / {FRENCH(other)}"
    for status, text in STATUS_LABELS[Side.DELEGATION].items()
}
"""Statuses where the side is not known, in French."""
LABELS: dict[type[Enum], Mapping[Any, str]] = {
    AttachmentKind: ATTACHMENT_LABELS,
    AttendeesBy: ATTENDEES_LABELS,
    Audience: AUDIENCE_LABELS,
    Bounded: BOUNDED_LABELS,
    BriefingKind: BRIEFING_LABELS,
    ChartKind: CHART_LABELS,
    Direction: DIRECTION_LABELS,
    Edition: EDITION_LABELS,
    EventKind: EVENT_KIND_LABELS,
    FieldKind: KIND_LABELS,
    Gender: GENDER_LABELS,
    Goal: GOAL_LABELS,
    Half: HALF_LABELS,
    LegKind: LEG_KIND_LABELS,
    LetterMark: MARK_LABELS,
    Moment: MOMENT_LABELS,
    MeetsAt: MEETS_AT_LABELS,
    MeetingStatus: MEETING_STATUS_LABELS,
    OfferingKind: OFFERING_LABELS,
    Owner: OWNER_LABELS,
    Part: PART_LABELS,
    Priority: PRIORITY_LABELS,
    RoomKind: ROOM_KIND_LABELS,
    Scale: SCALE_LABELS,
    AgreementKind: AGREEMENT_KIND_LABELS,
    AgreementStatus: AGREEMENT_STATUS_LABELS,
    SigningPart: SIGNING_PART_LABELS,
    TargetGroup: TARGET_GROUP_LABELS,
    IntentPlace: INTENT_PLACE_LABELS,
    ExposureMeasure: MEASURE_LABELS,
    TariffStatus: TARIFF_LABELS,
    CountedAs: COUNTED_LABELS,
    Side: SIDE_LABELS,
    SignInHow: SIGN_IN_HOW_LABELS,
    SignInKind: SIGN_IN_KIND_LABELS,
    Stage: STAGE_LABELS,
    Status: BOTH_SIDES,
    Subject: SUBJECT_LABELS,
    Suiting: SUITING_LABELS,
    TaskState: STATE_LABELS,
}
STORED_ENUMS = {
    (table.name, column): types_of(table.kind)[column]
    for table in TABLES
    for column in names(table.kind)
    if isinstance(types_of(table.kind)[column], type) and issubclass(types_of(table.kind)[column], Enum)
}


def test_every_member_of_every_stored_enum_is_shown_by_its_own_label() -> None:
    assert set(STORED_ENUMS.values()) == set(LABELS)
    i18n.use("fr")
    french = i18n.translator("fr")
    for (table, column), kind in STORED_ENUMS.items():
        expected = {member.value: french(LABELS[kind][member]) for member in kind}
        assert {code: value_shown(table, column, code) for code in expected} == expected
        assert {member.value: shown(member) for member in kind} == expected


def test_members_of_enums_with_equal_values_are_not_confused() -> None:
    i18n.use("fr")
    assert (shown(Audience.DELEGATION), shown(Side.DELEGATION)) == ("La délégation à l’étape", "Délégation")
    assert (shown(MeetingStatus.CONFIRMED), shown(Status.CONFIRMED)) == ("Confirmée", "Confirmée / Participe")


STATUSES = {key.value: text for key, text in BOTH_SIDES.items()}
KINDS = {
    kind: f"{FRENCH(SIDE_LABELS[side])} – {FRENCH(STATUS_LABELS[side][status])}"
    for kind, (status, side) in TEMPLATE_KINDS.items()
}
LANGUAGES = {**i18n.OWN_NAMES, "de": "allemand", "en,fr": "English, Français", "": ""}
CODE_COLUMNS: dict[tuple[str, str], Mapping[Any, str]] = {
    ("applications", "announced"): STATUSES,
    ("applications", "edited"): {"city": "City", "city,phone": "Ville, Téléphone"},
    ("companies", "language"): LANGUAGES,
    ("people", "languages"): LANGUAGES,
    ("events", "status"): STATUSES,
    ("form_drafts", "side"): SIDE_LABELS,
    ("letter_papers", "kind"): {"letterhead": "Letterhead", "signature": "Signature", "": "All letters", **KINDS},
    ("letter_papers", "language"): LANGUAGES,
    ("agreement_texts", "language"): LANGUAGES,
    ("own_moments", "side"): {"": "", **SIDE_LABELS},
    ("letter_templates", "kind"): KINDS,
    ("letter_templates", "language"): LANGUAGES,
    ("letters", "kind"): STATUSES,
    ("letters", "language"): LANGUAGES,
    ("moment_letters", "language"): LANGUAGES,
    ("match_weights", "part"): MATCH_PART_LABELS,
    ("meetings", "late_side"): {"": "", **SIDE_LABELS},
    ("meetings", "no_show_side"): {"": "", **SIDE_LABELS},
    ("meetings", "reconfirmed_by"): {"": "", **RECONFIRMED_LABELS},
    ("missions", "languages"): LANGUAGES,
    ("missions", "pack_pages"): {**PAGE_LABELS, "briefing,index": "Renseignements sur le marché, index"},
    ("outcomes", "kind"): OUTCOME_LABELS,
    ("own_fields", "packs"): {"": "", **PLACE_LABELS},
    ("own_fields", "side"): {"": "", **SIDE_LABELS},
    ("pack_prints", "language"): LANGUAGES,
    ("saved_filters", "sort"): {"status": "Status", "meetings": "Meetings", "complete": "Complete"},
    ("texts", "kind"): TEXT_LABELS,
    ("texts", "language"): LANGUAGES,
}
FREE_TEXTS = {
    "booking", "brief", "destination", "driver", "flight", "hosts", "model", "origin", "protocol", "room",
    "offers_en", "offers_es", "offers_fr", "position_en", "position_es", "position_fr", "seeks_en", "seeks_es", "seeks_fr",
    "about", "access_needs", "address", "applicant", "badge_name", "biography", "body", "body_en", "body_es", "body_fr", "changes", "choices", "city", "code",
    "post", "title_en", "title_es", "title_fr", "evidence", "how", "intent", "intents", "met_by", "what", "other_owner", "parties", "reference", "said_by", "third", "verified_by",
    "colour", "comment", "content", "coordinates", "country", "currency", "decided_by", "description", "description_en",
    "description_es", "description_fr", "dietary", "digest", "directions", "email", "emergency_contact", "family_name", "file_name",
    "fingerprint", "given_name", "help_en", "help_es", "help_fr", "home_country", "home_zone", "host_country", "imported_by", "item", "letter", "link", "logo", "lunch_ends", "lunch_starts",
    "made_by", "media", "meeting_point", "meeting_point_es", "meeting_point_fr", "mobile", "name", "name_en", "name_es", "name_fr", "next_step", "note", "noted_by", "notes", "objectives",
    "operating_name", "organiser", "other", "organiser_es", "organiser_fr", "owner", "passport", "period", "phone", "place", "place_es", "points",
    "evaluation_link", "place_fr", "portrait", "portrait_of", "position", "postal_code", "printed_by",
    "purpose", "reading", "reason", "recipient", "region", "registration_number", "relationship", "reviewer",
    "second_family_name", "section", "section_es", "section_fr", "sent_by", "series", "share", "signed_by", "source", "spellings", "subject", "suits_with",
    "talking_points", "text", "time_zone", "title", "to_place", "to_place_es", "to_place_fr", "uid", "unit", "wanted", "website", "written_by", "wishes", "words", "zone", *TEXTS,
}  # fmt: skip


@pytest.mark.parametrize(("table", "column"), sorted(CODES))
def test_every_code_in_a_text_column_is_shown_by_its_label(table: str, column: str) -> None:
    i18n.use("fr")
    french = i18n.translator("fr")
    expected = {code: french(text) for code, text in CODE_COLUMNS[table, column].items()}
    assert {code: value_shown(table, column, code) for code in expected} == expected


def test_every_text_column_holds_codes_with_labels_or_what_people_wrote() -> None:
    texts = {
        (table.name, column) for table in TABLES for column in names(table.kind) if types_of(table.kind)[column] is str
    }
    journal = {("file_imports", "kind")}  # shown by nobody
    texts = {place for place in texts if place[0] != "courtesy_titles"}  # people wrote all of those
    assert {place for place in texts if place[1] not in FREE_TEXTS} - journal == set(CODES)


def test_codes_are_put_in_the_words_of_the_language_of_the_screen(words: Words) -> None:
    i18n.use("fr")
    assert words.value("outcomes", "kind", {"kind": "lead"}) == "Piste sérieuse"
    assert words.value("meetings", "late_side", {"late_side": "counterpart"}) == "Homologue"
    assert words.value("meetings", "reconfirmed_by", {"reconfirmed_by": "both"}) == "Les deux côtés"
    assert words.value("texts", "language", {"language": "fr"}) == "Français"
    assert words.value("missions", "pack_pages", {"pack_pages": "briefing,schedule"}) == (
        "Renseignements sur le marché, Horaire des rencontres"
    )


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table.name, column)
        for table in TABLES
        for column in names(table.kind)
        if column in ("intents", "intent", "met_by")
    ],
)
def test_intents_are_shown_by_their_names(words: Words, table: str, column: str) -> None:
    i18n.use("fr")
    shown_as = words.value(table, column, {column: "second_source; Third markets (Chile); other"})
    assert shown_as == "Deuxième source d’approvisionnement; Marchés tiers (Chile); other"


def test_a_code_of_a_later_program_is_shown_as_it_is_stored() -> None:
    assert value_shown("requests", "priority", "of_tomorrow") == "of_tomorrow"
    assert value_shown("texts", "kind", "of_tomorrow") == "of_tomorrow"
    assert value_shown("companies", "language", "zz") == "zz"


def test_every_order_of_a_saved_filter_has_a_name() -> None:
    i18n.use("fr")
    assert {key for key in SORT_COLUMNS if value_shown("saved_filters", "sort", key) == key} == set()


def test_codes_of_a_registration_are_shown_in_words() -> None:
    i18n.use("fr")
    assert field_shown("language", "es", (), ()) == "Español"
    assert field_shown("languages", "en,es", (), ()) == "English, Español"
    assert field_shown("status", Status.DECLINED, (), ()) == "Refusée"


def test_what_records_belong_to_is_a_link_of_the_schema(store: Store) -> None:
    linked = {
        column
        for table in UNDOABLE
        for column in names(table.kind)
        if linked_table(store, table.name, column, {"owner": "company"})
    }
    assert set(OWNING) - linked == set()
    assert linked >= {"slot_id", "parent_id", "to_venue_id", "session_id"}


@pytest.mark.parametrize(
    ("table", "column"), [("applications", "status"), ("applications", "announced"), ("letters", "kind")]
)
def test_a_status_is_shown_in_the_words_of_the_side_of_its_company(
    store: Store, words: Words, table: str, column: str
) -> None:
    def shown_of(name: str) -> str:
        return words.value(table, column, {column: "accepted", "company_id": key_of(store, name)})

    assert [shown_of(name) for name in ("D1", "C1")] == ["Accepted", "Comes"]
    assert words.value(table, column, {column: "accepted"}) == "Accepted / Comes"
    assert words.value(table, column, {column: "of_tomorrow", "company_id": key_of(store, "D1")}) == "of_tomorrow"
