"""Where meetings are held, as a request, a company or a stop says it: at a table, or where the host is."""

from enum import StrEnum

from missionplanner.i18n import N_, _


class MeetsAt(StrEnum):
    """Where meetings are held."""

    UNSAID = ""
    TABLE = "table"
    OFFICE = "office"

    @property
    def label(self) -> str:
        """The place in the language of the screen."""
        return _(MEETS_AT_LABELS[self])


MEETS_AT_LABELS = {
    MeetsAt.UNSAID: N_("Not said"),
    MeetsAt.TABLE: N_("At a table"),
    MeetsAt.OFFICE: N_("At the host’s office"),
}
