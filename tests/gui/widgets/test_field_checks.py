"""What is wrong with texts typed into fields."""

from missionplanner.gui.widgets.field_checks import languages_problem


def test_languages_of_an_interpreter_are_codes_that_exist() -> None:
    assert languages_problem("en, ES") == ""
    assert all(languages_problem(text) for text in ("en", "en,eh", "es en", "Spanish, English", ""))
