"""Where one can go: the commands that show a screen, and those that do something on it there."""

from typing import TYPE_CHECKING

from missionplanner.domain.companies import Side
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.window.screen_stack import ScreenStack
from missionplanner.i18n import N_

if TYPE_CHECKING:
    from missionplanner.gui.advice.screen import AdviceScreen
    from missionplanner.gui.arrivals.screen import ArrivalsScreen
    from missionplanner.gui.companies.screen import CompaniesScreen
    from missionplanner.gui.day.screen import DayScreen
    from missionplanner.gui.letters.screen import LettersScreen
    from missionplanner.gui.outcomes.screen import OutcomesScreen
    from missionplanner.gui.overview.screen import OverviewScreen
    from missionplanner.gui.packs.screen import PacksScreen
    from missionplanner.gui.people.screen import PeopleScreen
    from missionplanner.gui.programme.screen import ProgrammeScreen
    from missionplanner.gui.relationships.screen import RelationshipsScreen
    from missionplanner.gui.requests.screen import RequestsScreen
    from missionplanner.gui.selection.screen import SelectionScreen
    from missionplanner.gui.timetable.screen import TimetableScreen


class Navigation:
    """The commands of the list at the left, and of the Go menu; each loads its screen when it is first shown."""

    def __init__(self, stack: ScreenStack) -> None:
        self._stack = stack

    @command(N_("Overview"), "Ctrl+1", "layout-dashboard", "&Go")
    def show_overview(self) -> "OverviewScreen":
        """The state of the mission."""
        from missionplanner.gui.overview.screen import OverviewScreen  # slow import

        return self._stack.show_screen(OverviewScreen)

    @command(N_("Companies"), "Ctrl+2", "building-2", "&Go")
    def show_companies(self) -> "CompaniesScreen":
        """The registrations."""
        from missionplanner.gui.companies.screen import CompaniesScreen  # slow import

        return self._stack.show_screen(CompaniesScreen)

    @command(N_("People"), "Ctrl+U", "users", "&Go")
    def show_people(self) -> "PeopleScreen":
        """Everybody who takes part."""
        from missionplanner.gui.people.screen import PeopleScreen  # slow import

        return self._stack.show_screen(PeopleScreen)

    def show_listed(self) -> "CompaniesScreen | PeopleScreen | RelationshipsScreen":
        """The people or relationships where they are shown, else the companies."""
        if self._stack.is_shown("relationships"):
            return self.show_relationships()
        return self.show_people() if self._stack.is_shown("people") else self.show_companies()

    @command(N_("Selection"), "Ctrl+3", "star", "&Go")
    def show_selection(self) -> "SelectionScreen":
        """Who comes along."""
        from missionplanner.gui.selection.screen import SelectionScreen  # slow import

        return self._stack.show_screen(SelectionScreen)

    @command(N_("Requests"), "Ctrl+4", "handshake", "&Go")
    def show_requests(self) -> "RequestsScreen":
        """Who wants to meet whom."""
        from missionplanner.gui.requests.screen import RequestsScreen  # slow import

        return self._stack.show_screen(RequestsScreen)

    @command(N_("Timetable"), "Ctrl+5", "calendar-clock", "&Go")
    def show_timetable(self) -> "TimetableScreen":
        """Who meets whom when and where."""
        from missionplanner.gui.timetable.screen import TimetableScreen  # slow import

        return self._stack.show_screen(TimetableScreen)

    @command(N_("Advice"), "F6", "sparkles", "&Go")
    def show_advice(self) -> "AdviceScreen":
        """The advice on requests without a meeting."""
        from missionplanner.gui.advice.screen import AdviceScreen  # slow import

        return self._stack.show_screen(AdviceScreen)

    @command(N_("Letters"), "F8", "mail-question", "&Go")
    def show_letters(self) -> "LettersScreen":
        """The letters of the moments of a mission."""
        from missionplanner.gui.letters.screen import LettersScreen  # slow import

        return self._stack.show_screen(LettersScreen)

    @command(N_("Arrivals and rooms"), "F9", "bed", "&Go")
    def show_arrivals(self) -> "ArrivalsScreen":
        """How people come, sleep, ride and sign in."""
        from missionplanner.gui.arrivals.screen import ArrivalsScreen  # slow import

        return self._stack.show_screen(ArrivalsScreen)

    @command(N_("Programme"), "Ctrl+6", "calendar-days", "&Go")
    def show_programme(self) -> "ProgrammeScreen":
        """Events, slots, venues, people."""
        from missionplanner.gui.programme.screen import ProgrammeScreen  # slow import

        return self._stack.show_screen(ProgrammeScreen)

    @command(N_("Packs"), "Ctrl+7", "book-open", "&Go")
    def show_packs(self) -> "PacksScreen":
        """The briefing packs."""
        from missionplanner.gui.packs.screen import PacksScreen  # slow import

        return self._stack.show_screen(PacksScreen)

    @command(N_("On the day"), "Ctrl+8", "clock", "&Go")
    def show_day(self) -> "DayScreen":
        """The meetings of the day."""
        from missionplanner.gui.day.screen import DayScreen  # slow import

        return self._stack.show_screen(DayScreen)

    @command(N_("Outcomes"), "Ctrl+9", "trending-up", "&Go")
    def show_outcomes(self) -> "OutcomesScreen":
        """The results of the meetings."""
        from missionplanner.gui.outcomes.screen import OutcomesScreen  # slow import

        return self._stack.show_screen(OutcomesScreen)

    @command(N_("Relationships"), "Ctrl+R", "kanban", "&Go")
    def show_relationships(self) -> "RelationshipsScreen":
        """How far companies got with one another."""
        from missionplanner.gui.relationships.screen import RelationshipsScreen  # slow import

        return self._stack.show_screen(RelationshipsScreen)


class ScreenCommands:
    """Commands that show a screen and do something there."""

    def __init__(self, navigation: Navigation) -> None:
        self._navigation = navigation

    @command(N_("Decisions to announce…"), "Ctrl+L", "mail-question", "&Go")
    def announce(self) -> None:
        """Show the letters that wait."""
        self._navigation.show_selection().announce()

    @command(N_("Make the timetable…"), "Ctrl+T", "play", "&Go", Needs.WRITING)
    def make_timetable(self) -> None:
        """Ask how, and make the timetable."""
        self._navigation.show_timetable().make()

    @command(N_("Who is free…"), "F4", "users", "&Go")
    def ask_who_is_free(self) -> None:
        """Show in the timetable who is free at a time that is typed."""
        self._navigation.show_timetable().free.ask()

    @command(N_("What if…"), "F7", "scale", "&Go")
    def ask_what_if(self) -> None:
        """Show what the mission would be like with other numbers."""
        self._navigation.show_advice().ask_what_if()

    @command(N_("New company"), "Ctrl+N", "plus", "&Edit", Needs.WRITING)
    def new_company(self) -> None:
        """Show an empty registration."""
        self._navigation.show_companies().new_company()

    @command(N_("New counterpart"), "Ctrl+Alt+N", "plus", "&Edit", Needs.WRITING)
    def new_counterpart(self) -> None:
        """Show an empty registration of the other side."""
        self._navigation.show_companies().new_company(Side.COUNTERPART)

    @command(N_("New person"), "Alt+N", "user", "&Edit", Needs.WRITING)
    def new_person(self) -> None:
        """Show an empty form for somebody without a company or with one."""
        self._navigation.show_people().new_person()

    @command(N_("People entered twice"), "", "users", "&Edit", Needs.WRITING)
    def find_people_twice(self) -> None:
        """Show people who seem to be one side by side."""
        self._navigation.show_people().commands.find_twice()

    def show_programme_list(self, title: str) -> None:
        """Show a list of the programme by its English title; what was shown there last without one."""
        programme = self._navigation.show_programme()
        if title:
            programme.show_list(title)

    def open_record(self, screen: str, key: int) -> None:
        """Show the page of a record of a screen."""
        shown = getattr(self._navigation, f"show_{screen}")()
        shown.open_record(key)

    def open_person(self, key: int) -> None:
        """Show the card of a person."""
        self._navigation.show_people().open_record(key)

    def open_company(self, key: int) -> None:
        """Show the registration of a company."""
        self._navigation.show_companies().open_record(key)

    def open_meeting(self, key: int) -> None:
        """Show the place of a meeting in the timetable."""
        self._navigation.show_timetable().show_meeting(key)

    def carry_meeting(self, key: int) -> None:
        """Take up a meeting in the timetable."""
        self._navigation.show_timetable().carry(key)


class CompanyListCommands:
    """Commands that work on the list of people or relationships where it is shown, else on that of companies."""

    def __init__(self, navigation: Navigation) -> None:
        self._navigation = navigation

    @command(N_("Search the list"), "Ctrl+F", "filter", "&Edit")
    def find_in_list(self) -> None:
        """Go to the search of the companies, people or relationships."""
        self._navigation.show_listed().find_in_list()

    @command(N_("Find and replace…"), "Ctrl+Shift+F", "", "&Edit", Needs.WRITING)
    def find_replace(self) -> None:
        """Replace texts in the cells of the companies, people or relationships."""
        self._navigation.show_listed().find_replace()

    @command(N_("Change many…"), "Ctrl+B", "list", "&Edit", Needs.WRITING)
    def bulk_edit(self) -> None:
        """Give all selected companies, people or relationships one value."""
        self._navigation.show_listed().bulk_edit()
