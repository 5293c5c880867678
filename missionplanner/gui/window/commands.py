"""Every command of the window as a table: name, text, shortcut, icon, menu."""

from dataclasses import dataclass

from missionplanner.i18n import N_


@dataclass(frozen=True, slots=True)
class Command:
    """A command. `needs_file`: only with a mission open; `writes`: not when it is open for reading only.

    `screen`: the screen whose method of the command's name carries it out, "shown" for the one that is shown.
    """

    name: str
    text: str
    shortcut: str
    icon: str
    menu: str
    needs_file: bool = True
    writes: bool = False
    screen: str = ""


MENUS = (N_("&File"), N_("&Edit"), N_("&Go"), N_("&View"), N_("&Help"))

COMMANDS: tuple[Command, ...] = (
    Command("new_mission", N_("New mission…"), "Ctrl+Shift+N", "file-plus", "&File", needs_file=False),
    Command("open_mission", N_("Open…"), "Ctrl+O", "folder-open", "&File", needs_file=False),
    Command("import_file", N_("Import…"), "Ctrl+I", "upload", "&File", writes=True),
    Command("paste_rows", N_("Import from the clipboard…"), "Ctrl+Shift+V", "copy", "&File", writes=True),
    Command("export_file", N_("Export…"), "Ctrl+E", "download", "&File"),
    Command("export_list", N_("Export this list…"), "Ctrl+Shift+E", "table-2", "&File"),
    Command("print_list", N_("Print this list…"), "Ctrl+Shift+P", "printer", "&File"),
    Command("save_copy", N_("Save a copy…"), "Ctrl+Shift+S", "save", "&File"),
    Command("show_copies", N_("Kept copies…"), "", "history", "&File"),
    Command("merge_copy", N_("Merge a colleague’s copy…"), "", "users", "&File", writes=True),
    Command("set_password", N_("Password…"), "", "lock", "&File", writes=True),
    Command("close_mission", N_("Close the mission"), "Ctrl+W", "x", "&File"),
    Command("quit", N_("Quit"), "Ctrl+Q", "", "&File", needs_file=False),
    Command("undo", N_("Undo"), "Ctrl+Z", "undo-2", "&Edit", writes=True),
    Command("redo", N_("Redo"), "Ctrl+Shift+Z", "redo-2", "&Edit", writes=True),
    Command("new_company", N_("New company"), "Ctrl+N", "plus", "&Edit", writes=True),
    Command("find", N_("Find anything…"), "Ctrl+K", "search", "&Edit"),
    Command("find_in_list", N_("Search the companies"), "Ctrl+F", "filter", "&Edit", screen="companies"),
    Command("find_replace", N_("Find and replace…"), "Ctrl+Shift+F", "", "&Edit", writes=True, screen="companies"),
    Command("bulk_edit", N_("Change many…"), "Ctrl+B", "list", "&Edit", writes=True, screen="companies"),
    Command("find_duplicates", N_("Companies entered twice…"), "Ctrl+Shift+U", "users", "&Edit", writes=True),
    Command("personal_data", N_("Personal data…"), "", "user", "&Edit"),
    Command("mission_settings", N_("Mission settings…"), "Ctrl+,", "settings", "&Edit", writes=True),
    Command("show_overview", N_("Overview"), "Ctrl+1", "layout-dashboard", "&Go"),
    Command("show_companies", N_("Companies"), "Ctrl+2", "building-2", "&Go"),
    Command("show_selection", N_("Selection"), "Ctrl+3", "star", "&Go"),
    Command("show_requests", N_("Requests"), "Ctrl+4", "handshake", "&Go"),
    Command("show_timetable", N_("Timetable"), "Ctrl+5", "calendar-clock", "&Go"),
    Command("show_programme", N_("Programme"), "Ctrl+6", "calendar-days", "&Go"),
    Command("show_packs", N_("Packs"), "Ctrl+7", "book-open", "&Go"),
    Command("show_day", N_("On the day"), "Ctrl+8", "clock", "&Go"),
    Command("show_outcomes", N_("Outcomes"), "Ctrl+9", "trending-up", "&Go"),
    Command("announce", N_("Letters…"), "Ctrl+L", "mail-question", "&Go", screen="selection"),
    Command("make_timetable", N_("Make the timetable…"), "Ctrl+T", "play", "&Go", writes=True),
    Command("theme_system", N_("As the system"), "", "", "&View", needs_file=False),
    Command("theme_light", N_("Light"), "", "sun", "&View", needs_file=False),
    Command("theme_dark", N_("Dark"), "", "moon", "&View", needs_file=False),
    Command("show_history", N_("History…"), "Ctrl+H", "history", "&View"),
    Command("user_guide", N_("User guide"), "F1", "circle-help", "&Help", needs_file=False),
    Command("show_shortcuts", N_("Keyboard shortcuts"), "Ctrl+/", "list", "&Help", needs_file=False),
    Command("about", N_("About this program"), "", "info", "&Help", needs_file=False),
)

SCREENS = ("overview", "companies", "selection", "requests", "timetable", "programme", "packs", "day", "outcomes")
BY_NAME = {command.name: command for command in COMMANDS}
