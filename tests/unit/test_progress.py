"""Long acts report how far they are, and end when they are told to."""

import pytest

from missionplanner.errors import Cancelled
from missionplanner.progress import Progress


def test_reports_reach_the_listener_within_their_bounds() -> None:
    heard: list[tuple[float, str]] = []
    progress = Progress(lambda fraction, text: heard.append((fraction, text)))
    for fraction in (-1, 0.25, 7):
        progress.report(fraction, "Reading")
    progress.report(1.0)
    assert heard == [(0.0, "Reading"), (0.25, "Reading"), (1.0, "Reading"), (1.0, "")]


def test_a_cancelled_act_ends_at_its_next_report_and_nobody_hears_of_it() -> None:
    heard: list[float] = []
    progress = Progress(lambda fraction, _text: heard.append(fraction))
    assert (progress.cancelled, progress.stopped) == (False, False)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.report(0.5)
    assert (heard, progress.cancelled, progress.stopped) == ([], True, False)


def test_a_listener_can_cancel() -> None:
    progress = Progress(lambda _fraction, _text: progress.cancel())
    with pytest.raises(Cancelled):
        progress.report(0.5)


def test_a_report_needs_no_listener() -> None:
    Progress().report(0.5)


@pytest.mark.parametrize("end", [Progress.cancel, Progress.stop])
def test_handlers_are_called_at_the_end_or_at_once_after_it(end: object) -> None:
    called: list[str] = []
    progress = Progress()
    progress.on_cancel(lambda: called.append("first"))
    progress.on_cancel(lambda: called.append("second"))
    assert called == []
    end(progress)  # type: ignore[operator]
    progress.on_cancel(lambda: called.append("late"))
    assert called == ["first", "second", "late"]


def test_a_stopped_act_goes_on_with_its_best() -> None:
    progress = Progress()
    progress.stop()
    progress.report(0.5)
    assert (progress.stopped, progress.cancelled) == (True, False)


def test_a_fraction_never_goes_back() -> None:
    told: list[float] = []
    progress = Progress(lambda fraction, _text: told.append(fraction))
    for fraction in (-1.0, 0.4, 0.3, 0.5, 2.0, 0.9):
        progress.report(fraction)
    assert told == [0.0, 0.4, 0.4, 0.5, 1.0, 1.0]


def test_stages_reach_who_wants_them() -> None:
    heard: list[object] = []
    Progress().show("unheard")
    progress = Progress(on_stage=heard.append)
    progress.show("found")
    assert (heard, progress.shows_stages, Progress().shows_stages) == (["found"], True, False)
