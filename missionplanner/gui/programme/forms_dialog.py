"""The forms that companies fill in: for whom, in which languages, and where they are written."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, count
from missionplanner.jobs.fields import forms
from missionplanner.jobs.fields.forms import FormOrder
from missionplanner.store.store import Store


class FormsDialog(RecordDialog):
    """Asks which form is wanted, then for a folder, and writes it."""

    def __init__(self, store: Store, runner: Runner, parent: QWidget | None = None) -> None:
        self._store, self._runner = store, runner
        languages = [("", _("All three")), *((code, OWN_NAMES[code]) for code in LANGUAGES)]
        numbers = [(number, str(number)) for number in range(1, forms.MOST_PEOPLE + 1)]
        hint = _("A form of a service asks for each of them apart; the workbook has room for {n}.")
        fields = [
            FormField("side", _("For"), "choice", [(side, side.label) for side in SIDE_LABELS]),
            FormField("language", _("Language"), "choice", languages),
            FormField(
                "people",
                _("Participants of a company"),
                "choice",
                numbers,
                hint=hint.format(n=forms.PLACES),
            ),
        ]
        values = {"side": Side.DELEGATION, "language": "", "people": forms.PEOPLE}
        super().__init__(_("Forms to fill in"), fields, values, parent)

    def accept(self) -> None:
        """Ask for the folder, write the forms and close."""
        start = str(settings.read("form_folder") or self._store.path.parent)
        chosen = QFileDialog.getExistingDirectory(self, _("Where the forms are written"), start)
        if not chosen:
            return
        settings.write("form_folder", chosen)
        wanted = self.form.values()
        languages = (wanted["language"],) if wanted["language"] else LANGUAGES
        order = FormOrder(Path(chosen), wanted["side"], languages, wanted["people"])
        parent, store = self.parentWidget(), self._store
        self._runner.start(forms.write(order), lambda written: _tell(parent, store, written, Path(chosen)))
        super().accept()


def _tell(parent: QWidget | None, store: Store, written: list[Path], folder: Path) -> None:
    text = count("{n} form was written.", "{n} forms were written.", len(written))
    details = _("Workbooks to send, and texts by which the same questions are set up in a form service.")
    tell_written(parent, store, text, [details], folder)
