"""The keys that go to a part of the page of a company, from the list, too."""

from collections.abc import Callable

from missionplanner.gui.commands import command
from missionplanner.i18n import N_


class PartCommands:
    """A command for each part; go: shows it of the company that is open, else of the current row."""

    def __init__(self, go: Callable[[str], None]) -> None:
        self._go = go

    @command(N_("People of the company"), "Alt+1")
    def people(self) -> None:
        """Go to its people."""
        self._go("people")

    @command(N_("Programme of the company"), "Alt+2")
    def engagements(self) -> None:
        """Go to its programme and meetings."""
        self._go("engagements")

    @command(N_("Requests of the company"), "Alt+3")
    def requests(self) -> None:
        """Go to its requests."""
        self._go("requests")

    @command(N_("Fields of the company"), "Alt+4")
    def fields(self) -> None:
        """Go to its fields."""
        self._go("fields")

    @command(N_("Notes of the company"), "Alt+5")
    def notes(self) -> None:
        """Go to its notes, ready to be typed into."""
        self._go("notes")

    @command(N_("Files of the company"), "Alt+6")
    def files(self) -> None:
        """Go to its logo and files."""
        self._go("files")

    @command(N_("History of the company"), "Alt+7")
    def history(self) -> None:
        """Go to what was changed of it."""
        self._go("history")

    @command(N_("Earlier missions of the company"), "Alt+8")
    def past(self) -> None:
        """Go to what it did in earlier missions."""
        self._go("past")

    @command(N_("Relationships of the company"), "Alt+9")
    def relationships(self) -> None:
        """Go to how far it got with whom."""
        self._go("relationships")
