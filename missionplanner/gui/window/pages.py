"""The pages within screens and settings that are found by their names, as commands are."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from missionplanner.gui.commands import Needs
from missionplanner.gui.window.edit_commands import MissionCommands
from missionplanner.gui.window.navigation import Navigation, ScreenCommands
from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page that can be gone to."""

    text: str
    """Where it is, and its title."""
    lead: Callable[[], object]
    """Goes there."""
    needs: Needs = Needs.FILE


def pages(navigation: Navigation, on_screens: ScreenCommands, mission: MissionCommands) -> list[FoundPage]:
    """Return the lists of the programme, the pages of the outcomes and those of the mission settings."""
    from missionplanner.gui.outcomes import screen as outcomes  # slow import
    from missionplanner.gui.programme import screen as programme  # slow import
    from missionplanner.gui.programme import settings_dialog as settings  # slow import

    def named(where: str, title: str) -> str:
        return _("{field}: {value}").format(field=where, value=_(title))

    return [
        *(
            FoundPage(named(_("Programme"), title), partial(on_screens.show_programme_list, title))
            for title in programme.TITLES
        ),
        *(
            FoundPage(
                named(_("Outcomes"), title), partial(lambda one: navigation.show_outcomes().show_list(one), title)
            )
            for title in outcomes.PAGES
        ),
        *(
            FoundPage(named(_("Mission settings"), title), partial(mission.mission_settings, name), Needs.WRITING)
            for name, title in settings.PAGES.items()
        ),
    ]
