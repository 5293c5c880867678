"""The words of the selection for either side: applications are accepted, counterparts are invited and come."""

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side
from missionplanner.domain.selection import Standing
from missionplanner.i18n import _, count

VERBS = (Status.ACCEPTED, Status.RESERVE, Status.DECLINED)
"""The statuses that have a button."""


def sides() -> list[tuple[Side, str]]:
    """Return the sides to choose from."""
    return [(Side.DELEGATION, _("Delegation")), (Side.COUNTERPART, _("Counterparts"))]


def shown(side: Side) -> list[tuple[str, str]]:
    """Return what the list can be narrowed to."""
    if side is Side.COUNTERPART:
        return [
            ("all", _("All counterparts")),
            ("open", _("No answer yet")),
            ("taken", _("Come")),
            ("reserve", _("Reserve list")),
            ("edited", _("To be approved again")),
            ("untold", _("Not written to yet")),
        ]
    return [
        ("all", _("All applications")),
        ("open", _("To be decided")),
        ("taken", _("Accepted")),
        ("reserve", _("Reserve list")),
        ("edited", _("To be approved again")),
        ("untold", _("Not informed yet")),
    ]


def verbs(side: Side) -> dict[Status, str]:
    """Return the texts of the buttons that decide."""
    if side is Side.COUNTERPART:
        return {status: status.label(side) for status in VERBS}
    return dict(zip(VERBS, (_("Accept"), _("Reserve"), _("Decline")), strict=True))


def numbers(side: Side, listed: int, waiting: int) -> str:
    """Return how many are listed, and how many wait to be told."""
    if side is Side.COUNTERPART:
        number = count("{n} counterpart", "{n} counterparts", listed)
        untold = count("{n} not written to yet", "{n} not written to yet", waiting)
    else:
        number = count("{n} application", "{n} applications", listed)
        untold = count("{n} decision not announced yet", "{n} decisions not announced yet", waiting)
    return f"{number}  ·  {untold}"


def whole(side: Side) -> str:
    """Return what the gauge of all companies of a side is called."""
    return _("All counterparts") if side is Side.COUNTERPART else _("The whole delegation")


def standing_in_words(standing: Standing) -> str:
    """Return the numbers of a standing as a text."""
    if standing.side is Side.COUNTERPART:
        parts = [count("{n} comes", "{n} come", standing.taken)]
    else:
        parts = [count("{n} accepted", "{n} accepted", standing.taken)]
    if standing.least and standing.most:
        parts[0] += " " + _("of {least} to {most}").format(least=standing.least, most=standing.most)
    elif standing.most is not None:
        parts[0] += " " + _("of {most}").format(most=standing.most)
    if standing.open:
        parts.append(count("{n} open", "{n} open", standing.open))
    if standing.reserve:
        parts.append(count("{n} in reserve", "{n} in reserve", standing.reserve))
    return ", ".join(parts)
