"""Forms of a relationship: its owner and next step, and what somebody says of it."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Relationship, Stage
from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.i18n import _
from missionplanner.jobs.lists.export import find_company

Texts = dict[str, str]
SaidClaim = Callable[[tuple[Company, Company], int | None, Texts], None]


def ask_relationship(
    parent: QWidget, known: Relationship, store: Callable[[Texts], None], third: Sequence[str] = ()
) -> None:
    """Ask for who looks after a relationship and what is next."""
    fields = [
        FormField("owner", _("Owner")),
        FormField("other_owner", _("Owner on the other side")),
        FormField("next_step", _("Next step")),
        FormField("due", _("Due"), "day"),
        FormField("intents", _("Intents"), hint=_("Such as: sell; second source; third markets (Chile).")),
        FormField("third_parties", _("Third parties"), hint=_("Names, separated by semicolons.")),
        FormField("notes", _("Notes"), "text"),
    ]
    values = {field.name: getattr(known, field.name, "") for field in fields}
    values["third_parties"] = "; ".join(third)
    values["due"] = known.due.isoformat() if known.due else ""
    _ask(RecordDialog(_("Relationship"), bounded(Relationship, fields), values, parent), store)


def ask_claim(parent: QWidget, companies: Sequence[Company], known: Relationship | None, store: SaidClaim) -> None:
    """Ask for what somebody says of a relationship; of which, where none is chosen."""
    names = [(0, company.name) for company in companies]
    by_key = {company.id: company.name for company in companies}
    fields = [
        FormField("one", _("Company"), choices=names),
        FormField("other", _("Counterpart"), choices=names),
        FormField("by", _("Told by"), choices=names, hint=_("Leave it empty where you say so yourself.")),
        FormField("stage", _("Stage"), "choice", [(stage.value, stage.label) for stage in Stage]),
        FormField("since", _("Since"), "day"),
        FormField("about", _("About")),
        FormField("value", _("Value")),
        FormField("currency", _("Currency")),
        FormField("jobs", _("Jobs")),
        FormField("began_before", _("Began before the mission"), "choice", _answers()),
        FormField("evidence", _("Evidence"), hint=_("The name of a file, or a reference.")),
        FormField("told_on", _("Told on"), "day", hint=_("Leave it empty for today.")),
    ]
    pair = known.pair if known else (0, 0)
    values = {"one": by_key.get(pair[0], ""), "other": by_key.get(pair[1], ""), "stage": Stage.HELD.value}

    def kept(texts: Texts) -> None:
        one, other = (find_company(companies, texts.pop(name)) for name in ("one", "other"))
        by = texts.pop("by")
        store((one, other), find_company(companies, by).id if by else None, texts)

    _ask(RecordDialog(_("What is said"), fields, values, parent), kept)


def _answers() -> list[tuple[Any, str]]:
    return [("", _("Not said")), ("yes", _("Yes")), ("no", _("No"))]


def _ask(dialog: RecordDialog, store: Callable[[Texts], None]) -> None:
    """Open a form until what is typed can be stored, or is given up."""
    while dialog.exec():
        try:
            store({name: str(value or "") for name, value in dialog.form.typed().items()})
        except UserError as error:
            alerts.show_error(dialog, error)
        else:
            return
