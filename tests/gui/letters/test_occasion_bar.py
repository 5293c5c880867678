"""The choices an occasion needs."""

from missionplanner.domain.moments import READY, Moment, OwnMoment
from missionplanner.gui.letters.screen import LettersScreen
from missionplanner.jobs.companies import saved_filters
from missionplanner.jobs.moments import own_moments
from missionplanner.jobs.moments.occasions import Occasion, SentTo
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store


def test_a_moment_shows_what_it_needs(screen: LettersScreen) -> None:
    shown = {}
    for row, moment in enumerate(READY):
        screen.list.moments.setCurrentRow(row)
        bar = screen.list.bar
        combos = (bar.day, bar.after, bar.of, bar.sent_to, bar.who)
        shown[moment] = [
            name
            for name, one in zip(["day", "after", "of", "to", "who"], combos, strict=True)
            if not one.parentWidget().isHidden()
        ]
    others = {moment: ["to"] for moment in READY}
    assert shown == others | {
        Moment.EVENING: ["day", "to"],
        Moment.REMINDER: ["after", "of"],
        Moment.NEXT_STEP: ["after", "to"],
        Moment.VISA: [],
        Moment.STOPS: [],
    }
    assert bar.after.accessibleName() == "Due within"
    screen.list.moments.setCurrentRow(READY.index(Moment.CHANGES))
    assert (screen.list.words.text(), screen.list.preview.toPlainText()) == ("Nobody is concerned now.", "")


def test_who_is_written_to_is_a_view_of_the_companies(screen: LettersScreen, store: Store) -> None:
    saved_filters.save(store, "Guests", CompanyFilter(side="delegation"), "name", False)
    screen.refresh()
    bar = screen.list.bar
    assert [bar.who.itemText(n) for n in range(bar.who.count())] == ["Everybody", "Guests"]
    bar.who.setCurrentIndex(1)
    assert [one.company for one in screen.list.letters] == ["D1"]


def test_an_occasion_is_as_it_was_chosen(screen: LettersScreen, store: Store) -> None:
    bar, now = screen.list.bar, screen.list.occasion.now
    bar.of.setCurrentIndex(bar.of.findText("Thanks"))
    bar.sent_to.setCurrentIndex(2)
    bar.after.setCurrentIndex(0)
    own = own_moments.save(store, OwnMoment(name="Visit"))
    day = store.mission.starts
    found = bar.occasion(Moment.OWN, own)
    assert found == Occasion(Moment.OWN, day, 0, SentTo.ALL, own.uid, now=found.now)
    found = bar.occasion(Moment.REMINDER, None)
    assert found == Occasion(Moment.REMINDER, day, 0, SentTo.ALL, "", Moment.THANKS, now=found.now)
    assert found.now >= now
