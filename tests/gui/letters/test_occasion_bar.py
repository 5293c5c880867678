"""The choices an occasion needs."""

from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.moments import READY, Moment, OwnMoment
from missionplanner.gui.letters.screen import LettersScreen
from missionplanner.jobs.companies import saved_filters
from missionplanner.jobs.moments import own_moments
from missionplanner.jobs.moments.occasions import Occasion, SentTo
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of


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
    others = {moment: ["to", "who"] for moment in READY}
    assert shown == others | {
        Moment.EVENING: ["day", "to", "who"],
        Moment.REMINDER: ["after", "of", "who"],
        Moment.NEXT_STEP: ["after", "to", "who"],
        Moment.VISA: ["who"],
        Moment.STOPS: ["who"],
    }
    assert bar.after.accessibleName() == "Due within"
    screen.list.moments.setCurrentRow(READY.index(Moment.CHANGES))
    assert (screen.list.words.text(), screen.list.preview.toPlainText()) == ("Nobody is concerned now.", "")


def test_who_is_written_to_is_a_side_a_sector_a_stop_or_a_view_of_the_companies(
    screen: LettersScreen, store: Store
) -> None:
    everybody = [one.company for one in screen.list.letters]
    saved_filters.save(store, "Guests", CompanyFilter(side="delegation"), "name", False)
    with store.change(message("More")) as change:
        change.insert(CompanySector(company_id=key_of(store, "D1"), sector_id=store.all(Sector)[0].id))
    screen.refresh()
    who = screen.list.bar.who
    found = {}
    for place in range(who.count()):
        who.setCurrentIndex(place)
        found[who.itemText(place)] = [one.company for one in screen.list.letters]
    sector, stop = store.all(Sector)[0].name_en, store.all(Stop)[0].name_en
    assert found == {
        "Everybody": everybody, "Delegation": ["D1"], "Counterparts": [one for one in everybody if one != "D1"],
        f"Sector: {sector}": ["D1"], f"Stop: {stop}": everybody, "Guests": ["D1"],
    }  # fmt: skip


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
