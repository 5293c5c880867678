"""A text in several languages: where one is missing, the wording of another is shown and offered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from missionplanner.gui.widgets.form import Form
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.plain_text import Action, literal
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _

TAKE = "Alt+Down"
"""The key that takes the wording that is offered."""


def offer_wordings(form: Form, names: Sequence[str]) -> None:
    """Have each empty line among these fields of a form show the wording of another, and take it with a key."""
    lines = [line for name in names if isinstance(line := form.editors[name], QLineEdit)]
    for line in lines:
        _offer(line, [other for other in lines if other is not line])


def _offer(line: QLineEdit, others: Sequence[QLineEdit]) -> None:
    action = Action("", line)
    action.setIcon(icon("copy", colours().quiet))
    action.setShortcut(TAKE)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: line.setText(_wording(line, others)))

    def show() -> None:
        wording = _wording(line, others)
        line.setPlaceholderText(wording)
        action.setText(_("Take over “{text}” ({key})").format(text=wording, key=TAKE))
        action.setToolTip(literal(action.text()))
        if bool(wording) is not (action in line.actions()):
            if wording:
                line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
            else:
                line.removeAction(action)

    for one in (line, *others):
        one.textChanged.connect(show)
    show()


def _wording(line: QLineEdit, others: Sequence[QLineEdit]) -> str:
    """Return what an empty line could say: what the first other one does."""
    return next((other.text() for other in others if other.text().strip()), "") if not line.text().strip() else ""
