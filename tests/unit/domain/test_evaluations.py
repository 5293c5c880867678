"""Filled evaluation forms are summed statement by statement."""

from datetime import date

from missionplanner.domain.evaluations import FORM_STATEMENTS, Evaluation, summed

DAY = date(2026, 2, 20)


def test_marks_are_counted_and_what_is_not_ticked_is_left_out() -> None:
    forms = [Evaluation(given_on=DAY, meetings=4, pack=1), Evaluation(given_on=DAY, meetings=5)]
    found = {one.name: one for one in summed(forms)}
    assert list(found) == list(FORM_STATEMENTS)
    assert (found["meetings"].answers, found["meetings"].by_mark, found["meetings"].mean) == (2, [0, 0, 0, 1, 1], 4.5)
    assert (found["pack"].answers, found["pack"].mean) == (1, 1)
    assert (found["again"].answers, found["again"].mean) == (0, None)
    assert forms[0].marks == (4, None, 1, None, None)
