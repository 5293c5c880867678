"""How the sentences of the rules name companies, cities and times."""

from missionplanner.domain.issues import Issue
from missionplanner.domain.mission import Stop
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, Slot
from missionplanner.i18n import _, current


def issue_of(code: str, text: str, *meetings: Meeting) -> Issue:
    """Return a finding about meetings."""
    return Issue(code, text, subjects=tuple(("meetings", meeting.id) for meeting in meetings))


def name_of(plan: Plan, company_id: int) -> str:
    """Return the name of a company; of none, where the time of one alone is tried (`free_time`), words for anybody."""
    return plan.snapshot.company[company_id].name if company_id else _("another company")


def partner_name(plan: Plan, meeting: Meeting, company_id: int) -> str:
    """Return the name of the other company of a meeting."""
    other = meeting.counterpart_id if company_id == meeting.delegation_id else meeting.delegation_id
    return name_of(plan, other)


def city_of(stop: Stop) -> str:
    """Return the city of a stop in the language of the screen."""
    return stop.name(current().language)


def when(slot: Slot) -> str:
    """Return when a slot begins, as a sentence says it."""
    return current().moment(slot.starts)


def with_reason(text: str, reason: str) -> str:
    """Return a sentence with its reason in brackets, where one was given."""
    return f"{text} ({reason})" if reason else text
