"""Advice in words: what to do, what it brings, and what is proved of it."""

from missionplanner.domain.advice import Advice, AdviceKind, Cause, Findings, must_meets
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, count, current, language_name


def title(snapshot: Snapshot, advice: Advice) -> str:
    """Return what is advised, in a line."""
    if advice.kind is AdviceKind.REPLAN:
        return _("Make the timetable again") if snapshot.meetings else _("Make the timetable")
    return _whom_to_ask(advice) or _what_to_add(advice, place_name(snapshot, advice))


def details(snapshot: Snapshot, advice: Advice) -> str:
    """Return what an advice brings and what is proved of it, in sentences."""
    return " ".join(part for part in (_gain(snapshot, advice), _proof(snapshot, advice)) if part)


def place_name(snapshot: Snapshot, advice: Advice) -> str:
    """Return the name of the stop or venue an advice is about; empty where it is about none."""
    if advice.kind in (AdviceKind.TABLES, AdviceKind.SPARE):
        return snapshot.venue[advice.place].name
    return snapshot.stop[advice.place].name(current().language) if advice.place else ""


def summary(found: Findings) -> str:
    """Return how the mission stands: what is met, what could be, what nothing here helps."""
    number = current().number
    requests = count("{n} request", "{n} requests", found.requested)
    parts = [_("{met} of {requests} have a meeting.").format(met=number(found.met), requests=requests)]
    if not found.advice:
        parts.append(_("Nothing to advise."))
    if found.helpless:
        parts.append(
            count(
                "None of this alone helps {n} request: the timetable says why it has no meeting.",
                "None of this alone helps {n} requests: the timetable says why they have no meeting.",
                len(found.helpless),
            )
        )
    return " ".join(parts)


def heading(cause: Cause, number: int) -> tuple[str, str]:
    """Return what requests without a meeting have in common, and what advice there is for them."""
    match cause:
        case Cause.APART:
            common = count("{n} request: the two share no stop", "{n} requests: the two share no stop", number)
            return common, _("Advice (Enter, F6) names the fewest companies to ask to come to another city.")
        case Cause.TAKEN:
            common = count("{n} request: times are taken", "{n} requests: times are taken", number)
            return common, _("Advice (Enter, F6) says whether tables, slots or interpreters more would help.")
        case Cause.AWAY:
            common = count("{n} request: never both there", "{n} requests: never both there", number)
            return common, _("Advice (Enter, F6) says whether half a day more would help.")
    common = count("{n} request: a meeting is not wanted", "{n} requests: a meeting is not wanted", number)
    return common, _("One of the two does not take part, wants no meetings, or cancelled this one.")


def apart(snapshot: Snapshot, request: Request) -> str:
    """Return where two companies go that share no stop."""

    def cities(company: int) -> str:
        keys = sorted(snapshot.stops_for(company))
        return ", ".join(snapshot.stop[key].name(current().language) for key in keys)

    return f"{cities(request.delegation_id)} – {cities(request.counterpart_id)}"


def _whom_to_ask(advice: Advice) -> str:
    n = advice.number
    match advice.kind:
        case AdviceKind.ASK_MUST:
            return count(
                "Ask {n} company to come to another stop, for the must-meets",
                "Ask {n} companies to come to another stop, for the must-meets",
                n,
            )
        case AdviceKind.ASK:
            return count("Ask {n} company to come to another stop", "Ask {n} companies to come to another stop", n)
        case AdviceKind.INVITE:
            return count("Invite {n} counterpart to another city", "Invite {n} counterparts to another city", n)
    return ""


def _what_to_add(advice: Advice, place: str) -> str:
    n = advice.number
    match advice.kind:
        case AdviceKind.TABLES:
            return _("{tables} more: {place}").format(tables=count("{n} table", "{n} tables", n), place=place)
        case AdviceKind.SLOTS:
            return _("A slot more at the end of every day: {place}").format(place=place)
        case AdviceKind.HALF_DAY:
            return _("Half a day more: {place}, {when}").format(place=place, when=_when(advice))
        case AdviceKind.INTERPRETERS:
            people = count("{n} interpreter", "{n} interpreters", n)
            return _("{people} more for {languages}").format(people=people, languages=_languages(advice))
        case AdviceKind.SPARE:
            return _("Tables to spare: {place}").format(place=place)
    return ""


def _gain(snapshot: Snapshot, advice: Advice) -> str:
    if advice.kind is AdviceKind.SPARE:
        enough = count(
            "{n} table suffices for as many meetings, maybe on more days.",
            "{n} tables suffice for as many meetings, maybe on more days.",
            advice.number,
        )
        now = count("There is {n} table.", "There are {n} tables.", len(snapshot.tables_of.get(advice.place, [])))
        return f"{enough} {now}"
    must = must_meets(snapshot, advice.pairs)
    more = count("{n} meeting more", "{n} meetings more", advice.gain)
    if not must or advice.kind is AdviceKind.ASK_MUST:
        return f"{more}."
    needed = count("{n} of them a must-meet", "{n} of them must-meets", must)
    return f"{more}, {needed}."


def _proof(snapshot: Snapshot, advice: Advice) -> str:
    if not advice.bound:
        return ""
    if advice.is_fewest:
        fewest = _("Fewer do not do: that is proved.")
    else:
        fewest = _("Fewer than {n} do not do.").format(n=current().number(advice.bound))
    short = len(advice.pairs) - advice.placed
    if short <= 0 or advice.kind is AdviceKind.SPARE:
        return fewest
    text = _("There is room for {placed} of the {all} in a trial timetable.")
    return f"{fewest} " + text.format(placed=current().number(advice.placed), all=current().number(len(advice.pairs)))


def _languages(advice: Advice) -> str:
    return " – ".join(language_name(code) for code in advice.languages.split(","))


def _when(advice: Advice) -> str:
    assert advice.session is not None
    return current().span(advice.session.starts, advice.session.ends)
