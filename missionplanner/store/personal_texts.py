"""Every text and blob of a mission file, classified once: whose it is, and how people are named in it.

Erasing, the export of a person's data, merging and erasing everybody are driven by this table. A column that is not in
it fails a test; in a file it is taken for one that may name people.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.courtesy_titles import TEXTS
from missionplanner.store.database import Database
from missionplanner.store.tables import FORMER_NAMES


class Whose(StrEnum):
    """The people a text is of."""

    NOBODY = "nobody"
    """A code, a key, a day, a digest."""
    PERSON = "person"
    """Of the person whose record it is."""
    LINKED = "linked"
    """Of the person its record is linked with, where it is (LINKS)."""
    STAFF = "staff"
    """Of somebody who works on the mission."""
    ANYBODY = "anybody"
    """It may name people."""


LINKS = ("delegate_id", "person_id")
"""The columns by which a record is linked with a person."""


class Naming(StrEnum):
    """How people are named in a text."""

    VALUE = "value"
    """Not at all: it is a value of a person, such as their name."""
    PLAIN = "plain"
    """In sentences: those that name somebody go."""
    THING = "thing"
    """In the name of a thing: of it only full names and addresses go, for it is the name of something else."""
    WHOLE = "whole"
    """As the whole of it, such as the name of a file: all of it goes."""
    JSON = "json"
    """In JSON: people in it, and sentences that name somebody."""
    SEARCHED = "searched"
    """In what somebody searched for, in JSON, in any case: all of it goes."""
    LABEL = "label"
    """In the label of a step."""
    REGISTER = "register"
    """As the values of other columns, in JSON."""
    PACKED = "packed"
    """In JSON that is packed."""
    FILE = "file"
    """In the bytes of a file."""
    DERIVED = "derived"
    """Made of others; made anew."""


@dataclass(frozen=True, slots=True, eq=False)
class TextClass:
    """The class of a column."""

    whose: Whose
    form: Naming = Naming.PLAIN
    goes: bool = False
    """Whether it is emptied when everybody is erased, whatever it says."""
    is_asked: bool = True
    """Whether somebody may choose to keep it although it names a person."""

    @property
    def may_name(self) -> bool:
        """Whether somebody besides the person of its record may be named in it."""
        return self.whose is not Whose.NOBODY


CODE = TextClass(Whose.NOBODY)
OWN = TextClass(Whose.PERSON)
OWN_THING = TextClass(Whose.PERSON, Naming.THING)
OWN_NAME = TextClass(Whose.PERSON, Naming.VALUE, is_asked=False)
OF_PERSON = TextClass(Whose.LINKED, Naming.THING, is_asked=False)
OF_PERSON_GOING = TextClass(Whose.LINKED, Naming.WHOLE, goes=True, is_asked=False)
STAFF = TextClass(Whose.STAFF, Naming.WHOLE, goes=True, is_asked=False)
NAMES_SOMEBODY = TextClass(Whose.ANYBODY, Naming.WHOLE, goes=True, is_asked=False)
PAPER = TextClass(Whose.LINKED, Naming.WHOLE, goes=True, is_asked=False)
PORTRAIT = TextClass(Whose.ANYBODY, Naming.WHOLE, goes=True, is_asked=False)
NOTE = TextClass(Whose.ANYBODY, goes=True)
TEXT = TextClass(Whose.ANYBODY)
THING = TextClass(Whose.ANYBODY, Naming.THING)
FILE_NAME = TextClass(Whose.ANYBODY, Naming.WHOLE, goes=True, is_asked=False)
SAID = TextClass(Whose.ANYBODY, Naming.JSON, goes=True, is_asked=False)
DATA = TextClass(Whose.ANYBODY, Naming.JSON, is_asked=False)
SEARCHED = TextClass(Whose.ANYBODY, Naming.SEARCHED, is_asked=False)
LABEL = TextClass(Whose.ANYBODY, Naming.LABEL, goes=True, is_asked=False)
REGISTER = TextClass(Whose.ANYBODY, Naming.REGISTER, goes=True, is_asked=False)
PACKED = TextClass(Whose.ANYBODY, Naming.PACKED, is_asked=False)
FILE = TextClass(Whose.ANYBODY, Naming.FILE, goes=True, is_asked=False)
DERIVED = TextClass(Whose.ANYBODY, Naming.DERIVED, is_asked=False)
UNKNOWN = TextClass(Whose.ANYBODY, goes=True)
"""The class of a column that is not listed: to be on the safe side."""

_CODES = "uid"
"""Columns that are codes in every table."""
_TABLES: dict[str, dict[TextClass, str]] = {
    "agreement_parties": {THING: "name"},
    "agreement_texts": {CODE: "language digest", THING: "name"},
    "agreements": {
        CODE: "kind status signed_on currency embargo", THING: "title_en title_fr title_es", NOTE: "notes",
    },
    "aliases": {THING: "name"},
    "applications": {
        CODE: "status announced received decided_at signed_on edited",
        NAMES_SOMEBODY: "applicant signed_by", STAFF: "decided_by reviewer", NOTE: "reason", FILE_NAME: "source",
    },
    "attachments": {CODE: "kind media digest", FILE_NAME: "name"},
    "attendances": {CODE: "part"},
    "availabilities": {CODE: "owner starts ends", NOTE: "reason"},
    "briefings": {CODE: "kind", TEXT: "body_en body_fr body_es"},
    "births": {CODE: "table_name"},
    "companies": {
        CODE: "side country language consent_on attendees_by meets_at time_zone tariff", THING: "name operating_name"
        " registration_number address city region postal_code website zone coordinates",
        NOTE: "phone notes directions",
        TEXT: "description description_en description_fr description_es offers_en offers_fr offers_es seeks_en seeks_fr"
        " seeks_es objectives wishes intents",
    },
    "company_follow_ups": {CODE: "done_on", NOTE: "note"},
    "company_sectors": {}, "company_stops": {}, "company_values": {NOTE: "text"},
    "claims": {
        CODE: "told_on stage since currency began_on withdrawn_on", THING: "period third", TEXT: "reason about",
        NOTE: "next_step", FILE_NAME: "evidence", NAMES_SOMEBODY: "said_by",
    },
    "contents": {CODE: "digest", FILE: "content"},
    "courtesy_titles": {THING: " ".join(TEXTS)},
    "calendar_entries": {CODE: "owner item digest starts ends time_zone changed_at"},
    "criteria": {CODE: "exposure", THING: "name_en name_fr name_es points"},
    "people": {
        OWN_NAME: "title given_name family_name second_family_name email phone mobile passport",
        CODE: "languages gender side", OWN_THING: "badge_name",
        OWN: "position position_en position_fr position_es dietary access_needs emergency_contact biography purpose",
    },
    "deletions": {CODE: "table_name"},
    "distinctions": {},
    "dots": {CODE: "register", REGISTER: "beside"},
    "erased": {}, "erased_marks": {CODE: "kind mark"},
    "events": {
        CODE: "kind starts ends audience status", THING: "name_en name_fr name_es place place_fr place_es"
        " to_place to_place_fr to_place_es meeting_point meeting_point_fr meeting_point_es organiser organiser_fr"
        " organiser_es",
        NOTE: "notes talking_points hosts brief objectives protocol",
    },
    "evaluations": {CODE: "given_on", NOTE: "comment"},
    "figures": {CODE: "period bounded as_of link", THING: "source", TEXT: "note"},
    "file_imports": {
        CODE: "kind digest imported_at source", FILE_NAME: "file_name", DATA: "reading", STAFF: "imported_by",
    },
    "follow_ups": {CODE: "done_on", NOTE: "note"},
    "form_drafts": {CODE: "side saved_at", SAID: "content"},
    "hotels": {THING: "name address", NOTE: "note"},
    "inputs": {THING: "what country share"},
    "intents": {CODE: "code met_by place", THING: "name_en name_fr name_es spellings"},
    "legs": {CODE: "kind departs arrives", OF_PERSON_GOING: "flight origin destination booking note"},
    "letter_papers": {CODE: "kind language digest", THING: "name"},
    "letter_templates": {CODE: "kind language", TEXT: "subject body"},
    "letters": {
        CODE: "kind language decided_at sent_at", NAMES_SOMEBODY: "recipient", FILE_NAME: "subject file_name",
        STAFF: "sent_by",
    },
    "letter_notes": {CODE: "letter mark noted_at", STAFF: "noted_by"},
    "moment_letters": {
        CODE: "moment about language written_at", NAMES_SOMEBODY: "recipient", FILE_NAME: "subject file_name",
        TextClass(Whose.LINKED, Naming.JSON, goes=True, is_asked=False): "content", STAFF: "written_by",
    },
    "markets": {THING: "country share"},
    "match_weights": {CODE: "part"},
    "meeting_delegates": {},
    "memberships": {OF_PERSON: "position position_en position_fr position_es"},
    "meetings": {CODE: "status no_show_side reconfirmed late_side reconfirmed_by", NOTE: "reason"},
    "milestones": {CODE: "day", THING: "name_en name_fr name_es", TEXT: "note"},
    "missions": {
        CODE: "home_country host_country starts ends languages registration_closes lunch_starts lunch_ends pack_pages"
        " colour logo portrait keep_until goal home_zone",
        THING: "name name_fr name_es organiser", TEXT: "evaluation_link",
        PORTRAIT: "portrait_of",
    },
    "objectives": {CODE: "counts stage intent", THING: "what unit"},
    "offerings": {CODE: "kind intents", TEXT: "text"},
    "own_moments": {CODE: "side", THING: "name"},
    "own_fields": {
        CODE: "subject code kind currency side packs suits suits_with", TEXT: "help_en help_fr help_es",
        THING: "name_en name_fr name_es section section_fr section_es choices",
    },
    "outcomes": {CODE: "kind currency due", NOTE: "next_step"},
    "organisation_kinds": {THING: "name_en name_fr name_es spellings"},
    "pack_prints": {
        CODE: "edition language fingerprint printed_at", PAPER: "file_name",
        TextClass(Whose.LINKED, Naming.JSON, goes=True, is_asked=False): "content", STAFF: "printed_by",
    },
    "partners": {THING: "name relationship place"},
    "person_attendances": {CODE: "part"}, "person_sectors": {}, "person_values": {OF_PERSON_GOING: "text"},
    "plans": {CODE: "sessions", PACKED: "content"},
    "precedences": {},
    "proofs": {
        CODE: "currency signed_on verified_on", FILE_NAME: "reference", THING: "parties", NOTE: "how",
        STAFF: "verified_by",
    },
    "relationship_parties": {THING: "name"},
    "relationships": {
        CODE: "made_on intents due", STAFF: "owner", NAMES_SOMEBODY: "other_owner", NOTE: "next_step notes",
    },
    "replaced": {CODE: "register", REGISTER: "dots"},
    "replicas": {}, "revocations": {},
    "request_values": {NOTE: "text"},
    "requests": {CODE: "asked_by priority half meets_at intents", NOTE: "comment"},
    "reviews": {STAFF: "reviewer"},
    "roles": {THING: "name_en name_fr name_es spellings"},
    "same_deals": {CODE: "decided_on", STAFF: "decided_by"},
    "saved_filters": {CODE: "sort", SEARCHED: "name wanted"},
    "search": {DERIVED: "name text", CODE: "missing"},
    "sector_stops": {},
    "signatories": {CODE: "part", NAMES_SOMEBODY: "name post", NOTE: "note"},
    "sectors": {CODE: "code colour", THING: "name_en name_fr name_es spellings", STAFF: "owner"},
    "series": {CODE: "code currency scale direction chart", THING: "name_en name_fr name_es unit"},
    "sessions": {CODE: "starts ends", THING: "name"},
    "seats": {}, "sign_ins": {CODE: "kind at how"},
    "slots": {CODE: "starts ends"},
    "source_drafts": {CODE: "source", SAID: "content"},
    "steps": {CODE: "at kind state digest past counts", LABEL: "label", STAFF: "user"},
    "stays": {CODE: "kind check_in check_out", OF_PERSON_GOING: "room note"},
    "stops": {CODE: "country time_zone starts ends meets_at", THING: "name_en name_fr name_es spellings"},
    "synonyms": {THING: "words"},
    "tables": {TEXT: "link"},
    "tasks": {CODE: "state", THING: "name_en name_fr name_es", STAFF: "owner", NOTE: "note"},
    "texts": {CODE: "kind language", TEXT: "title body"},
    "travels": {},
    "venues": {THING: "name address zone coordinates", TEXT: "phone"},
    "targets": {CODE: "grouped_by stage", THING: "code"},
    "vehicles": {THING: "name model", NOTE: "driver note"},
    "zone_ways": {THING: "zone other"},
    "versions": {CODE: "made_at published_at", DATA: "name content changes", STAFF: "made_by"},
}  # fmt: skip
CLASSES: dict[str, dict[str, TextClass]] = {
    table: {_CODES: CODE, **{name: kind for kind, names in columns.items() for name in names.split()}}
    for table, columns in _TABLES.items()
}
"""The class of every column of texts or blobs, by table; the images of a table have its classes."""
GOING = ("source_drafts", "form_drafts", "attachments", "letter_papers", "agreement_texts", "contents")
"""Tables whose rows go when everybody is erased: what people wrote or sent."""
_HISTORY = "_history"
_NOW = {former: now for now, former in FORMER_NAMES.items()}


def owner_of(table: str) -> str:
    """Return the table of records that a table of images belongs to; any other is its own."""
    return table.removesuffix(_HISTORY)


def classes_of(table: str, columns: Iterable[str]) -> list[TextClass]:
    """Return the classes of columns of a table; what holds no texts is a code."""
    known = CLASSES.get(table, {})
    return [known.get(name, CODE) for name in columns]


def texts(db: Database) -> dict[str, dict[str, TextClass]]:
    """Return the class of every column of texts or blobs that a file has, by table, tables of images included.

    Of images the phase is left out: a code.
    """
    found = {}
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall():
        if table.startswith(("sqlite_", "_sqlite_")):
            continue
        known = CLASSES.get(_NOW.get(owner_of(table), owner_of(table)), {})
        # Columns of images have no types of their own.
        names = [name for name in _columns(db, owner_of(table)) if name in _there(db, table)]
        found[table] = {name: known.get(name, UNKNOWN) for name in names}
    return found


def _there(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}


def _columns(db: Database, table: str) -> list[str]:
    return [row[1] for row in db.execute(f'PRAGMA table_info("{table}")') if row[2].upper() not in ("INTEGER", "REAL")]


def unclassified(db: Database) -> list[str]:
    """Return the columns that are not listed, as table.column."""
    return [
        f"{table}.{name}" for table, columns in texts(db).items() for name, kind in columns.items() if kind is UNKNOWN
    ]
