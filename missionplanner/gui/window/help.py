"""Small windows: history, keyboard shortcuts, the user guide."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.window.commands import COMMANDS
from missionplanner.i18n import N_, _, current
from missionplanner.paths import resources

# Shortcuts of single screens, for the list of shortcuts.
SCREEN_SHORTCUTS = (
    ("Ctrl+Shift+A", N_("Accept the selected companies")),
    ("Ctrl+Shift+D", N_("Decline the selected companies")),
    ("Ctrl+Return", N_("Save the registration")),
    ("Ctrl+Shift+Return", N_("Save and begin the next registration")),
    ("Alt+D", N_("Add a delegate")),
    ("Alt+O", N_("Go on to what the company does")),
    ("Esc", N_("Close the registration")),
    ("Ctrl+Shift+R", N_("Add a request")),
    ("Ctrl+P", N_("Print the pack on paper")),
    ("Ctrl+Shift+W", N_("Put the selected companies in reserve")),
    ("F2", N_("Edit the cell")),
    ("Ctrl+C", N_("Copy the selected cells")),
    ("Ctrl+X", N_("Cut the selected cells")),
    ("Ctrl+V", N_("Paste cells")),
    ("Ctrl+D", N_("Fill down")),
    ("Shift+Space", N_("Select whole rows")),
    ("Del", N_("Empty the selected cells, or delete what is selected in other lists")),
    ("Ctrl+Del", N_("Delete the selected companies")),
    ("Space", N_("Take a meeting or request up, or put it down")),
    ("F3", N_("Find in the timetable")),
    ("Ctrl+PgDown", N_("The next day of the timetable")),
    ("Ctrl+PgUp", N_("The previous day of the timetable")),
    ("Ctrl++", N_("Larger cells")),
    ("Ctrl+-", N_("Smaller cells")),
    ("Ctrl+Shift+M", N_("Walk-in meeting")),
    ("Ctrl+Alt+L", N_("Large type")),
    ("1", N_("In the matrix: must meet")),
    ("2", N_("In the matrix: meet")),
    ("0", N_("In the matrix: no thanks")),
    ("G", N_("Who attends the event")),
    ("Insert", N_("Add an event")),
)


def show_shortcuts(parent: QWidget) -> None:
    """Every shortcut of the window."""
    from missionplanner.gui.day import board  # slow import
    from missionplanner.gui.timetable.meeting_commands import ACTS  # slow import

    rows = [(command.shortcut, _(command.text).replace("…", "")) for command in COMMANDS if command.shortcut]
    rows += [(keys, _(text)) for keys, text in SCREEN_SHORTCUTS]
    for place, acts in ((_("Timetable"), ACTS), (_("On the day"), board.ACTS)):
        rows += [(act.key, f"{place}: {_(act.text)}".replace("…", "")) for act in acts]
    columns = [
        Column(_("Keys"), lambda row: QKeySequence(row[0]).toString(QKeySequence.SequenceFormat.NativeText), width=170),
        Column(_("Command"), lambda row: row[1], width=420),
    ]
    _window(_("Keyboard shortcuts"), DataTable(plain_model(columns, rows), _("Keyboard shortcuts")), parent, "")


def show_guide(parent: QWidget) -> None:
    """The user guide in the language of the screen, in English where there is no other."""
    folder = resources() / "guide"
    mine = folder / f"guide.{current().language}.md"
    browser = QTextBrowser()
    browser.setAccessibleName(_("User guide"))
    browser.setSearchPaths([str(folder)])
    browser.setOpenExternalLinks(False)
    browser.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
    browser.setMarkdown((mine if mine.exists() else folder / "guide.en.md").read_text(encoding="utf-8"))
    _window(_("User guide"), browser, parent, "")


def _window(title: str, inside: QWidget, parent: QWidget, text: str) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.resize(900, 620)
    layout = QVBoxLayout(dialog)
    if text:
        layout.addWidget(quiet_label(text))
    layout.addWidget(inside)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    dialog.exec()
    dialog.deleteLater()
