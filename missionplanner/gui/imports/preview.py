"""The rows of the preview: what importing each row of the file would do."""

from dataclasses import dataclass
from typing import Any

from missionplanner.domain.changes import RowOutcome
from missionplanner.gui.imports.kinds import Plan
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.comparison import RowResult
from missionplanner.jobs.imports.people import PeoplePlan
from missionplanner.jobs.imports.people_comparison import PersonResult
from missionplanner.jobs.imports.requests import RequestResult

ROW_OUTCOME_LABELS = {
    RowOutcome.NEW: N_("New"),
    RowOutcome.CHANGED: N_("Changed"),
    RowOutcome.SAME: N_("Same"),
    RowOutcome.DUPLICATE: N_("Duplicate"),
    RowOutcome.REJECTED: N_("Rejected"),
}


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file as the preview lists it."""

    number: int
    """The number of the row in the file."""
    outcome: RowOutcome
    name: str
    text: str
    decided: RowResult | PersonResult | None = None
    """The decisions open for a row of companies or people."""
    unknown: tuple[str, ...] = ()
    """The names in it that mean no company, or several."""

    @property
    def adds_people(self) -> bool:
        """Whether all it is is somebody more of a company of an earlier row."""
        return isinstance(self.decided, RowResult) and bool(self.decided.people)

    @property
    def label(self) -> str:
        """Its result as people read it."""
        return _("Further person") if self.adds_people else _(ROW_OUTCOME_LABELS[self.outcome])

    @property
    def looks_like_another(self) -> bool:
        """Whether it looks like another company or person."""
        return bool(self.decided and self.decided.like)

    @property
    def was_typed_since(self) -> bool:
        """Whether values of it were typed since the file that brought them."""
        return bool(self.decided and self.decided.kept)


def preview_rows(plan: Plan) -> list[PreviewRow]:
    """Return the rows of a plan, in the order of the file."""
    if isinstance(plan, PeoplePlan):
        return [PreviewRow(row.number, row.verdict, row.name, row.text, row, row.unknown) for row in plan.rows]
    if isinstance(plan, ImportPlan):
        return [_company_row(row) for row in plan.rows]
    return [_request_row(row) for row in plan.rows]


def is_shown(row: PreviewRow, wanted: Any) -> bool:
    """Whether a row is listed for a choice of the filter: an outcome, "like", "kept", or None for all."""
    if isinstance(wanted, RowOutcome):
        return row.outcome is wanted and not row.adds_people
    return {"added": row.adds_people, "like": row.looks_like_another, "kept": row.was_typed_since}.get(wanted, True)


def filter_options(rows: list[PreviewRow]) -> list[tuple[Any, str]]:
    """Return the choices of the filter that some row fits, each with the number of its rows."""
    labels: dict[Any, str] = {outcome: _(label) for outcome, label in ROW_OUTCOME_LABELS.items()}
    labels |= {"added": _("Further person"), "like": _("Looks like another"), "kept": _("Typed since")}
    numbers = {wanted: sum(is_shown(row, wanted) for row in rows) for wanted in labels}
    found = [(wanted, f"{label} ({numbers[wanted]})") for wanted, label in labels.items() if numbers[wanted]]
    return [(None, _("All rows")), *found]


def columns() -> list[Column]:
    """The columns of the preview."""
    return [
        Column(_("Row"), lambda row: str(row.number), width=60, right=True),
        Column(_("Result"), lambda row: row.label, width=110, colour=_outcome_colour),
        Column(_("Name"), lambda row: row.name, width=330, grows=True),
        Column(_("What there is to say"), lambda row: row.text, width=460, grows=True),
    ]


def _company_row(row: RowResult) -> PreviewRow:
    texts = dict.fromkeys([row.text, *(issue.text for issue in row.issues)])
    return PreviewRow(row.number, row.verdict, row.name, " ".join(text for text in texts if text), row)


def _request_row(row: RequestResult) -> PreviewRow:
    text = " ".join(issue.text for issue in row.issues)
    return PreviewRow(row.number, row.verdict, f"{row.asker} → {row.wanted}", text, unknown=row.unknown)


def _outcome_colour(row: PreviewRow) -> str:
    c = colours()
    if row.adds_people:
        return c.accent
    return {
        RowOutcome.NEW: c.good,
        RowOutcome.CHANGED: c.accent,
        RowOutcome.REJECTED: c.bad,
        RowOutcome.DUPLICATE: c.warn,
    }.get(row.outcome, c.quiet)
