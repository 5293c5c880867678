"""Days without anything between those of a programme."""

import pytest

from missionplanner.i18n import translator
from missionplanner.pack.free_days import with_free_days
from tests.unit.pack.test_week import day, item

MINUTES = 24 * 60


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("en", "Nothing is planned for you on Tuesday, February 3.", "Nothing is planned for you February 5–7, 2026."),
        ("fr", "Rien n’est prévu pour vous le mardi 3 février.", "Rien n’est prévu pour vous du 5 au 7 février 2026."),
        ("es", "No hay nada previsto para usted el martes 3 de febrero.",
         "No hay nada previsto para usted del 5 al 7 de febrero de 2026."),
    ],
)  # fmt: skip
def test_free_days_are_said_on_the_day_after_them(language: str, one: str, several: str) -> None:
    days = [day(0, "A"), day(1, "A"), day(3, "A"), day(7, "B")]
    assert [found.notes for found in with_free_days(days, translator(language))] == [(), (), (one,), (several,)]
    assert with_free_days([], translator(language)) == ()


def test_who_is_on_a_journey_is_not_free() -> None:
    flight = item(22 * 60, 22 * 60 + MINUTES + 60)
    days = [day(0, "A", flight), day(1, "A", item(0, 60)), day(2, "B"), day(4, "B")]
    notes = [found.notes for found in with_free_days(days, translator("en"))]
    assert notes == [(), (), (), ("Nothing is planned for you on Wednesday, February 4.",)]
    assert with_free_days([days[0], day(2, "B")], translator("en"))[1].notes == ()
