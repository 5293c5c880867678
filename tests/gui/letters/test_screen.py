"""The screen of letters."""

from missionplanner.gui.letters.screen import LettersScreen


def test_the_list_can_be_printed(screen: LettersScreen) -> None:
    shown = screen.shown_list()
    assert (shown.title, shown.subtitle, [row[0] for row in shown.rows]) == ("Letters", "Your timetable", ["C1", "D1"])


def test_decisions_have_letters_of_their_own(screen: LettersScreen) -> None:
    asked: list[str] = []
    screen.command_asked.connect(asked.append)
    screen.show_decisions()
    assert asked == ["announce"]
