"""The forms that companies fill in: for whom, in which languages, and where they are written."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _, count
from missionplanner.jobs.fields import forms, second_forms
from missionplanner.jobs.fields.forms import FormOrder
from missionplanner.jobs.job import Job
from missionplanner.store.store import Store


class FormsDialog(RecordDialog):
    """Asks which form is wanted, then for a folder, and writes it."""

    def __init__(self, store: Store, runner: Runner, parent: QWidget | None = None) -> None:
        self._store, self._runner = store, runner
        languages = [("", _("All three, or that of the company")), *((code, OWN_NAMES[code]) for code in LANGUAGES)]
        numbers = [(number, str(number)) for number in range(1, forms.MOST_PEOPLE + 1)]
        hint = _("A form of a service asks for each of them apart; the workbook has room for {n}.")
        kinds = [(False, _("Registration, for anybody")), (True, _("Second form, for each accepted company"))]
        fields = [
            FormField("is_second", _("Form"), "choice", kinds),
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
        values = {"is_second": False, "side": Side.DELEGATION, "language": "", "people": forms.PEOPLE}
        super().__init__(_("Forms to fill in"), fields, values, parent)
        self.form.edited.connect(self._follow)
        self._follow()

    def accept(self) -> None:
        """Ask for the folder, write the forms and close."""
        start = str(settings.read("form_folder") or self._store.path.parent)
        chosen = QFileDialog.getExistingDirectory(self, _("Where the forms are written"), start)
        if not chosen:
            return
        settings.write("form_folder", chosen)
        wanted = self.form.values()
        parent, store = self.parentWidget(), self._store
        self._runner.start(self._job(wanted, Path(chosen)), lambda written: _tell(parent, store, written, Path(chosen)))
        super().accept()

    def _job(self, wanted: dict[str, Any], folder: Path) -> Job[Any, list[Path]]:
        if wanted["is_second"]:
            return second_forms.write(folder, wanted["side"], wanted["language"])
        languages = (wanted["language"],) if wanted["language"] else LANGUAGES
        return forms.write(FormOrder(folder, wanted["side"], languages, wanted["people"]))

    def _follow(self) -> None:
        """Say what is written, and ask for participants only where a form is for anybody."""
        wanted = self.form.values()
        self.form.show_fields(["people"], not wanted["is_second"])
        said = _(
            "A workbook to fill in, and a text by which the same questions are set up in Google Forms, Microsoft Forms "
            "or SurveyMonkey."
        )
        if wanted["is_second"]:
            number = second_forms.accepted(self._store, wanted["side"])
            said = count("{n} company was accepted.", "{n} companies were accepted.", number)
            if not second_forms.is_asked(self._store, wanted["side"]):
                said = " ".join(
                    (_("No field is asked in the second form."), _("Mark some in Mission settings, under Own fields."))
                )
        self.form.note("is_second", said, explains=True)


def _tell(parent: QWidget | None, store: Store, written: list[Path], folder: Path) -> None:
    text = count("{n} form was written.", "{n} forms were written.", len(written))
    tell_written(parent, store, text, (), folder)
