"""The names of kinds of records, by the tables that hold them."""

from missionplanner.i18n import N_, _

RECORD_LABELS = {
    "missions": N_("Mission"), "stops": N_("Stop"), "venues": N_("Venue"), "tables": N_("Table"),
    "sectors": N_("Sector"), "texts": N_("Text"), "companies": N_("Company"), "people": N_("Person"),
    "memberships": N_("Represents"), "roles": N_("Role"), "organisation_kinds": N_("Kind of organisation"),
    "courtesy_titles": N_("Courtesy title"),
    "person_attendances": N_("Attendance of a person"),
    "applications": N_("Application"), "requests": N_("Request"), "sessions": N_("Session"), "slots": N_("Slot"),
    "meetings": N_("Meeting"), "events": N_("Event"), "attendances": N_("Attendance"), "outcomes": N_("Outcome"),
    "legs": N_("Journey"), "hotels": N_("Hotel"), "stays": N_("Stay at a hotel"), "vehicles": N_("Vehicle"),
    "seats": N_("Seat"), "sign_ins": N_("Sign-in"),
    "availabilities": N_("Availability"), "person_sectors": N_("Sector of a person"),
    "offerings": N_("Offers and seeks"),
    "company_sectors": N_("Sector of a company"), "company_stops": N_("Stop of a company"), "reviews": N_("Review"),
    "meeting_delegates": N_("Who attends a meeting"), "attachments": N_("Attachment"), "versions": N_("Version"),
    "markets": N_("Market"), "partners": N_("Partner"), "follow_ups": N_("Follow-up"), "figures": N_("Figure"),
    "briefings": N_("Market briefing"), "milestones": N_("Milestone"), "tasks": N_("Task"),
    "relationships": N_("Relationship"), "claims": N_("Claim"),
    "relationship_parties": N_("Third party"), "same_deals": N_("Decision on a deal"), "proofs": N_("Proof"),
    "company_follow_ups": N_("Follow-up of a company"), "agreements": N_("Agreement"),
    "agreement_parties": N_("Party of an agreement"), "signatories": N_("Signatory"),
    "agreement_texts": N_("Text of an agreement"), "targets": N_("Target"),
    "intents": N_("Intent"), "inputs": N_("Bought input"), "objectives": N_("Objective"),
    "evaluations": N_("Evaluation"),
    "series": N_("Series of figures"),
    "letter_templates": N_("Letter"), "letter_papers": N_("Paper of the office"), "own_moments": N_("Own moment"),
     "travels": N_("Travel time"), "precedences": N_("Order of meetings"),
    "zone_ways": N_("Minutes between zones"),
    "synonyms": N_("Synonyms"), "aliases": N_("Other name"), "saved_filters": N_("View"), "criteria": N_("Criterion"),
    "source_drafts": N_("What a source said"), "distinctions": N_("Not the same company"),
    "own_fields": N_("Own field"), "company_values": N_("Own field of a company"),
    "person_values": N_("Own field of a person"), "request_values": N_("Own field of a request"),
    "sector_stops": N_("Stop of a sector"), "match_weights": N_("Weight of suggestions"),
    "pack_prints": N_("Printed pack"), "file_imports": N_("Imported file"), "letters": N_("Sent letter"),
    "moment_letters": N_("Letter of a moment"), "letter_notes": N_("Note at a letter"),
    "calendar_entries": N_("Entry of a calendar"),
    "form_drafts": N_("Draft of a form"), "contents": N_("Kept file"), "search": N_("Texts of the search"),
    "steps": N_("Step of the history"),
}  # fmt: skip
"""The names of records; tables of marks, which mean nothing to people, have none."""


def record_label(table: str) -> str:
    """Return the name of a record of a table."""
    return _(RECORD_LABELS[table]) if table in RECORD_LABELS else _("Mark of the history")
