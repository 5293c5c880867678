"""The choices an occasion needs."""

from missionplanner.domain.moments import Moment
from missionplanner.gui.letters.screen import LettersScreen


def test_a_moment_shows_what_it_needs(screen: LettersScreen) -> None:
    shown = {}
    for row, moment in enumerate(Moment):
        screen.list.moments.setCurrentRow(row)
        bar = screen.list.bar
        shown[moment] = [not one.isHidden() for one in (bar.day, bar.after, bar.per_person)]
    assert shown == {
        Moment.RECEIVED: [False, False, True],
        Moment.TIMETABLE: [False, False, True],
        Moment.CHANGES: [False, False, True],
        Moment.EVENING: [True, False, True],
        Moment.REMINDER: [False, True, False],
        Moment.THANKS: [False, False, True],
        Moment.STOPS: [False, False, False],
    }
    screen.list.moments.setCurrentRow(list(Moment).index(Moment.CHANGES))
    assert (screen.list.words.text(), screen.list.preview.toPlainText()) == ("Nobody is concerned now.", "")
