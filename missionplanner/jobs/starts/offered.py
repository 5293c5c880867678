"""The missions of the gallery by name: what the start page shows, without what it takes to make one."""

from dataclasses import dataclass

from missionplanner.i18n import N_


@dataclass(frozen=True, slots=True)
class Start:
    """A mission of the gallery."""

    name: str
    """As the command line calls it."""
    title: str
    about: str


STARTS = (
    Start(
        "small-chamber",
        N_("A small chamber abroad"),
        N_("Twelve companies, two days, one venue with eight tables."),
    ),
    Start(
        "inward-buyers",
        N_("Buyers who visit"),
        N_("Buyers from abroad keep their tables, and the hosts move from table to table."),
    ),
    Start(
        "ministerial",
        N_("A mission with a minister"),
        N_("Officials by precedence, press, a signing ceremony, and meetings in two cities beside them."),
    ),
    Start(
        "virtual",
        N_("A virtual mission"),
        N_("Video rooms with links in place of tables, and the clocks of both sides."),
    ),
)
NAMES = tuple(start.name for start in STARTS)
