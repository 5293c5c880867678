"""The page of the market briefing: what it says of sectors and cities, in three languages."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from missionplanner.domain.briefings import BRIEFING_LABELS, Briefing
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.programme.ordered_editor import OrderedEditor
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import LANGUAGES, N_, _, current
from missionplanner.jobs.market import briefings, typed
from missionplanner.store.store import Store

TABLES = frozenset(("briefings", "sectors", "stops"))
"""The tables it shows."""
_VALUES = ("kind", "sector_id", "stop_id", *briefings.BODIES)


class BriefingsPage(OrderedEditor):
    """The texts in their order; tables of them taken and written."""

    def __init__(self, store: Store) -> None:
        super().__init__(briefing_kind(store), store, "settings.briefings", partial(briefings.put_in_order, store))
        self._briefed = store
        for method in (self.bring, self.save_table):
            self.add_button(command_button(method, store, takes_keys=False))

    def read_again(self) -> None:
        """Read the texts again, with the sectors and cities they may be of."""
        self.show_kind(briefing_kind(self._briefed))

    @command(N_("Import texts…"), icon="download", needs=Needs.WRITING)
    def bring(self) -> None:
        """Take the texts of a table."""
        kinds = _("Spreadsheets") + " (*.csv *.xlsx *.ods)"
        chosen = QFileDialog.getOpenFileName(self, _("Import texts"), str(Path.home()), kinds)[0]
        if chosen:
            self.bring_from(Path(chosen))

    def bring_from(self, path: Path) -> None:
        """Take the texts of a file, and say what was taken."""
        try:
            alerts.tell(self, briefings.take(self._briefed, path).sentence)
        except UserError as error:
            alerts.show_error(self, error)

    @command(N_("Write as a table…"), icon="save")
    def save_table(self) -> None:
        """Write the texts as a table, which another mission takes."""
        start = str(self._briefed.path.with_name("briefing.xlsx"))
        chosen = QFileDialog.getSaveFileName(self, _("Write as a table"), start, "*.xlsx *.csv")[0]
        if chosen:
            try:
                briefings.write(self._briefed, Path(chosen))
            except UserError as error:
                alerts.show_error(self, error)


def briefing_kind(store: Store) -> RecordKind:
    """Return the texts of the briefing for the record editor."""

    def values(record: Briefing | None) -> dict[str, Any]:
        shown = record or Briefing()
        return {name: getattr(shown, name) for name in _VALUES}

    def save(record: Briefing | None, typed_values: dict[str, Any]) -> None:
        briefings.enter(store, record, typed_values)

    def written(one: Briefing) -> str:
        return ", ".join(language for language in LANGUAGES if getattr(one, f"body_{language}"))

    columns = [
        Column(_("Kind"), lambda one: one.kind.label, width=130),
        Column(_("Sector"), lambda one: briefings.of(store, one)[0] or _("All sectors"), width=160),
        Column(_("City"), lambda one: briefings.of(store, one)[1] or _("The whole country"), width=150),
        Column(_("Text"), lambda one: " ".join(one.text(current().language)[0].split()), width=240, grows=True),
        Column(_("Languages"), written, width=90),
    ]
    return RecordKind(
        _("Market briefing"), columns, lambda: briefings.known(store), lambda: _fields(store), values, save,
        lambda keys: briefings.remove(store, keys),
        _("Packs print the texts of their own sectors and cities, below the market briefing."),
    )  # fmt: skip


def _fields(store: Store) -> list[FormField]:
    labels = {"en": _("Text in English"), "fr": _("Text in French"), "es": _("Text in Spanish")}
    mine = current().language
    hint = _("“# ” begins a heading, “- ” an item of a list; {figure:trade.2024} is the stored number with its source.")
    return bounded(
        Briefing,
        [
            FormField("kind", _("Kind"), "choice", [(kind, kind.label) for kind in BRIEFING_LABELS]),
            FormField("sector_id", _("Sector"), "choice", typed.sector_choices(store)),
            FormField("stop_id", _("City"), "choice", typed.stop_choices(store)),
            *(
                FormField(f"body_{language}", labels[language], "text", hint=hint, lines=6 if language == mine else 4)
                for language in sorted(LANGUAGES, key=lambda one: one != mine)
            ),
        ],
    )
