"""The dialog in which the letter of a moment is worded in a language."""

from PySide6.QtWidgets import QWidget

from missionplanner.domain.letters import LetterTemplate, base_of, kind_label
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.i18n import OWN_NAMES, _
from missionplanner.jobs.selection import letters
from missionplanner.store.store import Store

_AS_HIGH_AS_THERE_IS = 16_777_215
"""Pixels: Qt's bound of heights. The text takes what the dialog leaves."""


def edit_wording(parent: QWidget, store: Store, kind: str, called: str, language: str) -> bool:
    """Have a kind of letters worded in a language, under what it is called; return whether that was stored."""
    template = letters.template(store, kind, language)
    names = ", ".join("{" + name + "}" for name in letters.field_names(store, kind))
    fields = [
        FormField("subject", _("Subject"), check=lambda text: "" if text.strip() else _("This is needed.")),
        FormField("body", _("Text"), "text", lines=18, hint=_("Filled in: {fields}").format(fields=names)),
    ]
    values = {"subject": template.subject, "body": template.body}
    label = kind_label(kind).removeprefix(kind_label(base_of(kind)))
    title = f"{called}{label} – {OWN_NAMES[language]}"
    place = DraftPlace(store, f"wording {kind} {language}")
    dialog = RecordDialog(title, bounded(LetterTemplate, fields), values, parent, place)
    dialog.form.editors["body"].setMaximumHeight(_AS_HIGH_AS_THERE_IS)
    open_with(dialog, 760, 560)
    stored = False
    if dialog.exec():
        wanted = LetterTemplate(id=template.id, uid=template.uid, kind=kind, language=language, **dialog.form.values())
        stored = alerts.attempt(parent, lambda: letters.save_template(store, wanted))
    dialog.deleteLater()
    return stored
