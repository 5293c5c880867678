"""Values in the forms of the programme."""

from datetime import datetime

from missionplanner.domain.mission import Travel
from missionplanner.gui.programme.form_values import moment_in, nine_o_clock, remover, span, stop_choices
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, moment
from tests.gui.programme.conftest import event_of


def test_a_typed_time_is_on_the_clocks_of_its_zone() -> None:
    typed = datetime(2026, 2, 16, 10)
    assert moment_in(typed, "America/Mexico_City") == moment(10)
    assert moment_in(typed, "America/Tijuana") == moment(12)
    assert moment_in(moment(10), "America/Tijuana") == moment(12)


def test_a_span_is_read_on_the_clocks_of_a_zone(store: Store) -> None:
    assert span(event_of(store, "Talk"), "America/Tijuana") == "Mon, Feb 16, 08:00–09:00"


def test_nine_o_clock_is_on_the_day() -> None:
    assert nine_o_clock(DAY) == datetime(2026, 2, 16, 9)


def test_stops_are_to_choose_from(store: Store) -> None:
    assert stop_choices(store) == [(1, "Mexico City"), (2, "Tijuana")]


def test_records_are_removed_in_one_step(store: Store) -> None:
    with store.change(message("Travel")) as change:
        keys = [change.insert(Travel(venue_id=1, other_id=1, minutes=5))]
    remover(store, Travel, message("Delete travel times"))(keys)
    assert (store.all(Travel), store.steps.undo_label) == ([], "Delete travel times")
