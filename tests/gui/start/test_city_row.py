from datetime import date

from pytestqt.qtbot import QtBot

from missionplanner.gui.start.city_row import CityReader, CityRow

DAYS = (date(2027, 10, 12), date(2027, 10, 15))


def _reader(*countries: str) -> CityReader:
    return CityReader(lambda: countries, lambda: DAYS[0])


def test_a_city_says_where_it_is_and_its_time(qtbot: QtBot) -> None:
    row = CityRow(_reader(), DAYS)
    qtbot.addWidget(row)
    row.city.setText("Paris")
    assert row.city.words.text() == "Paris, Île-de-France, France  ·  UTC+2 in October"
    assert (row.country_code, row.is_empty) == ("FR", False)


def test_every_answer_to_a_question_is_sure(qtbot: QtBot) -> None:
    for text in ("London", "Córdoba", "Valencia", "Santa Cruz", "Victoria"):
        for meant in _reader().read(text):
            assert [one.city for one in _reader().read(_reader().write(meant))] == [meant.city]
            assert "October" not in _reader().words(meant)


def test_a_sure_city_keeps_the_text_that_was_typed() -> None:
    (meant,) = _reader("MX").read("Córdoba")
    assert _reader("MX").write(meant) == "Córdoba"


def test_an_unknown_city_is_refused_in_a_sentence() -> None:
    assert _reader().read("Xyzzy") == []
    assert _reader().refusal("Xyzzy").startswith("“Xyzzy” is not in the list of cities.")
    assert _reader().step(None, 1, 0) is None


def test_a_namesake_that_is_not_asked_about_is_named() -> None:
    reader = _reader()
    (meant,) = reader.read("Madrid")
    assert reader.warning(meant) == "Type “Madrid, Cundinamarca, Colombia” if that one is meant."
    (meant,) = reader.read("Berlin")
    assert reader.warning(meant) == ""
