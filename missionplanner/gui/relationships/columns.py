"""The columns of the list of relationships: what they show, and which are shown at first."""

from missionplanner.domain.relationships import Stage
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, current
from missionplanner.jobs.relationships.cells import THIRD
from missionplanner.jobs.relationships.lines import DueState, RelationshipLine

AT_FIRST = ("name", "other", "stage", "value", "owner", "next_step", "due", "urgency")
"""The columns shown until somebody chooses others."""


def columns() -> list[Column]:
    """Every column there is."""
    return [
        Column(_("Company"), lambda line: line.names[0], "name", 150, grows=True),
        Column(_("Counterpart"), lambda line: line.names[1], "other", 150, grows=True),
        Column(_("Stage"), lambda line: line.said_stage.label if line.said_stage else "", "stage", 150, colour=_stage),
        Column(_("Since"), lambda line: current().date(line.since, "medium"), "since", 110),
        Column(_("Value"), lambda line: line.value, "value", 190, right=True),
        Column(_("Owner"), lambda line: line.relationship.owner, "owner", 110, edits="owner"),
        Column(_("Next step"), lambda line: line.next_step, "", 140, edits="next_step", grows=True),
        Column(_("Due"), due_shown, "due", 110, edits="due"),
        Column(_("Urgency"), urgency_shown, "urgency", 130, colour=_urgency),
        Column(_("Owner on the other side"), lambda line: line.relationship.other_owner, "", 150, edits="other_owner"),
        Column(_("Intents"), lambda line: line.named_intents, "", 160, edits="intents"),
        Column(_("Third parties"), lambda line: "; ".join(line.third), "", 140, edits=THIRD),
        Column(_("Sector"), lambda line: "; ".join(line.sectors), "sectors", 170),
        Column(_("City"), lambda line: "; ".join(line.cities), "cities", 120),
        Column(_("Notes"), lambda line: line.relationship.notes, "", 180, edits="notes"),
    ]


def key(column: Column) -> str:
    """Return the name a column is remembered by."""
    return column.edits or column.sort


def due_shown(line: RelationshipLine) -> str:
    """Return the day of the next step in words; empty without one."""
    return current().date(line.relationship.due, "medium") if line.relationship.due else ""


def urgency_shown(line: RelationshipLine) -> str:
    """Return whether the next step is overdue or due soon, in words; else nothing."""
    return line.due_state.label if line.due_state in (DueState.OVERDUE, DueState.SOON) else ""


def _urgency(line: RelationshipLine) -> str:
    return {DueState.OVERDUE: colours().bad, DueState.SOON: colours().warn}.get(line.due_state, "")


def _stage(line: RelationshipLine) -> str:
    if line.stage is Stage.ENDED:
        return colours().quiet
    return colours().good if line.stage.is_deal else ""
