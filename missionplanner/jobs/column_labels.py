"""Names of columns in the language of the screen; those of a registration as in its form."""

from missionplanner.domain.courtesy_titles import TEXTS, text_label
from missionplanner.domain.own_fields import NO_FIELDS, OwnFields
from missionplanner.exchange.fields import FIELDS
from missionplanner.i18n import N_, _

HIDDEN = frozenset(("id", "uid", "digest", "media", "merged_id", "edited", "position"))
"""Columns that mean nothing to people."""
_LABELS = {field.name: field.label for field in FIELDS} | {
    "announced": N_("Announced"), "asked_by": N_("Asked by"), "audience": N_("For"), "biography": N_("Biography"),
    "body": N_("Text"), "buffer_minutes": N_("Minutes between"), "capacity": N_("Room for"), "changes": N_("Changes"),
    "choices": N_("The list"), "code": N_("Code"), "field_id": N_("Field"), "help_en": N_("Help in English"),
    "help_es": N_("Help in Spanish"), "help_fr": N_("Help in French"),
    "request_id": N_("Request"), "required": N_("Required"),
    "points": N_("Marks of values"), "packs": N_("Printed in"), "suits": N_("Suggestions"),
    "suits_with": N_("Compared with"), "body_en": N_("Text in English"), "body_fr": N_("Text in French"),
    "body_es": N_("Text in Spanish"),
    "second_form": N_("Asked in the second form"), "section": N_("Group in the form"),
    "section_es": N_("Group in Spanish"), "section_fr": N_("Group in French"), "sensitive": N_("Sensitive"),
    "colour": N_("Colour"), "comment": N_("Comment"), "company_id": N_("Company"),
    "complete": N_("Complete"),
    "content": N_("Content"), "counterpart_id": N_("Counterpart"), "criterion_id": N_("Criterion"),
    "currency": N_("Currency"), "days": N_("After days"), "decided_at": N_("Decided on"),
    "decided_by": N_("Decided by"), "delegate": N_("Delegate"), "delegate_id": N_("Delegate"),
    "delegates": N_("Delegates"), "delegation_id": N_("Delegation"),
    "descending": N_("Descending"), "done_on": N_("Done on"), "due": N_("Due"), "edited": N_("To be approved again"),
    "ends": N_("Ends"),
    "event_id": N_("Event"), "family_first": N_("Family name first"), "first_id": N_("Company"),
    "about": N_("About"), "attachment_id": N_("Attachment"), "began_before": N_("Began before the mission"),
    "began_on": N_("Began on"), "claim_id": N_("Claim"), "decided_on": N_("Decided on"),
    "evidence": N_("Evidence"), "expected": N_("Only expected"), "horizon": N_("Asked after days"),
    "is_same": N_("One deal"), "jobs": N_("Jobs"), "made_on": N_("Made on"), "one_id": N_("The one"),
    "other_owner": N_("Owner on the other side"), "parties": N_("Parties"), "reference": N_("Reference"),
    "relationship_id": N_("Relationship"), "said_by": N_("Said by"), "since": N_("Since"), "stage": N_("Stage"),
    "teller_id": N_("Told by"), "third": N_("Third party"), "told_on": N_("Told on"), "verified_by": N_("Verified by"),
    "verified_on": N_("Verified on"), "withdrawn_on": N_("Withdrawn on"),
    "agreement_id": N_("Agreement"), "party_id": N_("Party"), "post": N_("Post"), "is_out": N_("Dropped out"),
    "announced_value": N_("Announced value"), "actual_value": N_("Real value"), "embargo": N_("Embargo until"),
    "title_en": N_("Title in English"), "title_fr": N_("Title in French"), "title_es": N_("Title in Spanish"),
    "grouped_by": N_("Counted by"),
    "met_by": N_("Intent that meets it"), "intent": N_("Intent"), "what": N_("What it is"), "counts": N_("What counts"),
    "reached": N_("Reached"), "exposure": N_("Read from the exposure"), "tariff": N_("Tariff status"),
    "inputs": N_("Inputs it buys"),
    "given_on": N_("Filled on"), "programme": N_("Programme"), "pack": N_("Briefing pack"),
    "organisation": N_("Organisation"), "again": N_("Would take part again"),
    "day": N_("Day"), "milestone_id": N_("Milestone"), "of_world": N_("Of the world around"), "state": N_("State"),
    "as_of": N_("As of"), "bounded": N_("Exact or not"), "chart": N_("Drawn as"), "direction": N_("Direction"),
    "figure_months": N_("Months figures may be old"), "link": N_("Link"), "period": N_("Period"),
    "scale": N_("Counted in"), "series_id": N_("Series"), "unit": N_("Unit"),
    "goal": N_("What comes first"), "guest_day": N_("Weight of a day of the delegation"),
    "half": N_("Half of the day"), "host_day": N_("Weight of a day of a counterpart"),
    "longest_run": N_("Meetings in a row"),
    "home_country": N_("Home country"), "home_zone": N_("Time zone at home"), "online": N_("By video"),
    "host_country": N_("Host country"), "interpreter_id": N_("Interpreter"),
    "keep_until": N_("Erase personal data on"), "kind": N_("Kind"), "language": N_("Language"),
    "late_minutes": N_("Minutes late"), "late_side": N_("Late"), "locked": N_("Locked"), "logo": N_("Logo"),
    "portrait": N_("Portrait"), "portrait_of": N_("Who is on the portrait"),
    "evaluation_link": N_("Site of the evaluation"),
    "lunch_ends": N_("Lunch ends"), "lunch_starts": N_("Lunch starts"), "made_at": N_("Made"),
    "made_by": N_("Made by"), "mark": N_("Mark"), "meeting_id": N_("Meeting"),
    "meetings": N_("Meetings"), "meetings_a_day": N_("Meetings per day"),
    "meetings_least": N_("Fewest meetings"), "meetings_most": N_("Most meetings"), "minutes": N_("Minutes"),
    "name_en": N_("Name in English"), "name_es": N_("Name in Spanish"), "name_fr": N_("Name in French"),
    "next_step": N_("Next step"), "no_show_side": N_("No-show"), "note": N_("Note"), "number": N_("Number"),
    "on_badges": N_("On badges"),
    "organisations": N_("Organisations"),
    "organiser": N_("Organiser"), "other_id": N_("The other"), "owner": N_("Whose"), "owner_id": N_("Of"),
    "pack_pages": N_("Pages of the packs"), "parent_id": N_("Sector above"),
    "person_id": N_("Person"), "role_id": N_("Role"), "role": N_("Role"), "kind_id": N_("Kind of organisation"),
    "gender": N_("Gender"), "interprets": N_("Interprets at meetings"),
    "at_office": N_("At the host’s office"),
    "asks": N_("Asks for an answer"), "takes_part": N_("Only who takes part"),
    "attendees_by": N_("Who attends meetings"), "attendees_most": N_("People at a meeting"),
    "attendees": N_("Who attends meetings"),
    "meets": N_("Attends meetings"),
    "other": N_("Other zone"),
    "visit_margin": N_("Minutes before and after a visit"), "part": N_("Part"),
    "passport": N_("Passport"), "place": N_("Place"), "places_max": N_("Most places"),
    "places_min": N_("Fewest places"),
    "precedence": N_("Precedence"), "priority": N_("Priority"), "published_at": N_("Published"),
    "purpose": N_("Purpose"), "quota": N_("Quota"), "rank": N_("Rank"), "reason": N_("Reason"),
    "reconfirmed": N_("Reconfirmed"), "reconfirmed_by": N_("Reconfirmed by"),
    "registration_closes": N_("Registration closes"), "relationship": N_("Relationship"), "reviewer": N_("Reviewer"),
    "second_meeting": N_("Second meeting"), "sector_id": N_("Sector"),
    "session_id": N_("Session"), "several_at_once": N_("Several meetings at once"), "share": N_("Share"),
    "side": N_("Side"), "size": N_("Size"), "slot_id": N_("Slot"), "slot_minutes": N_("Minutes per slot"),
    "sort": N_("Sorted by"), "source": N_("Source"), "spellings": N_("Other spellings"), "starts": N_("Starts"),
    "status": N_("Status"), "stop_id": N_("Stop"), "subject": N_("Subject"), "table_id": N_("Table"),
    "talking_points": N_("Talking points"), "text": N_("Text"), "then_id": N_("After it"), "time_zone": N_("Time zone"),
    "place_fr": N_("Place in French"), "place_es": N_("Place in Spanish"), "to_stop_id": N_("Arrives at"),
    "to_place": N_("Place of arrival"), "to_place_fr": N_("Place of arrival in French"),
    "to_place_es": N_("Place of arrival in Spanish"), "meeting_point": N_("Meeting point"),
    "meeting_point_fr": N_("Meeting point in French"), "meeting_point_es": N_("Meeting point in Spanish"),
    "organiser_fr": N_("Organiser in French"), "organiser_es": N_("Organiser in Spanish"),
    "unconfirmed": N_("To be confirmed"),
    "to_venue_id": N_("Venue of arrival"), "travel_minutes": N_("Travel time"), "value": N_("Value"),
    "venue_id": N_("Venue"),
    "flight": N_("Flight or train"), "origin": N_("From"), "destination": N_("To"), "departs": N_("Takes off"),
    "arrives": N_("Lands"), "booking": N_("Booking"), "hotel_id": N_("Hotel"), "mate_id": N_("Shares with"),
    "check_in": N_("Check-in"), "check_out": N_("Check-out"), "room": N_("Room"), "singles": N_("Single rooms"),
    "doubles": N_("Double rooms"), "twins": N_("Twin rooms"), "seats": N_("Seats"), "kept_free": N_("Seats kept free"),
    "is_accessible": N_("Takes wheelchairs"), "driver": N_("Driver"), "model": N_("Kind of vehicle"),
    "vehicle_id": N_("Vehicle"),
    "is_fixed": N_("Given by hand"), "at": N_("When"), "how": N_("How"), "host_id": N_("Host"),
    "hosts": N_("Who receives"), "brief": N_("Brief"), "protocol": N_("Notes on protocol"),
    "enters": N_("Order of entering"),
    "walk_in": N_("Walk-in"), "wanted": N_("Filter"), "weight": N_("Weight"), "words": N_("Words"),
}  # fmt: skip


def label(column: str, own: OwnFields = NO_FIELDS) -> str:
    """Return the name of a column, or of a field of the mission's own."""
    if field := own.get(column):
        return field.label
    if column in TEXTS:
        return text_label(column)
    return _(_LABELS[column]) if column in _LABELS else column.replace("_", " ")


def label_in(table: str, column: str) -> str:
    """Return the name of a column of a table: only companies have a company name."""
    return _("Name") if column == "name" and table != "companies" else label(column)


def heading(column: str) -> str:
    """Return the name of a column in English, to be translated where it is shown."""
    return _LABELS[column]
