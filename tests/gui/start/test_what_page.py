from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.start.what_page import WhatPage


@pytest.fixture
def page(qtbot: QtBot) -> WhatPage:
    found = WhatPage()
    qtbot.addWidget(found)
    return found


def _type(page: WhatPage, **texts: str) -> None:
    for name, text in texts.items():
        editor: Any = page.form.editors[name]
        editor.setText(text)


def test_the_last_day_counts_from_the_first(page: WhatPage) -> None:
    _type(page, name="Peru", starts="1 march 2027", ends="+4")
    assert page.days == (date(2027, 3, 1), date(2027, 3, 5))
    assert page.summary == "Peru  ·  March 1–5, 2027  ·  5 days"
    assert not page.show_problems()


@pytest.mark.parametrize(
    ("texts", "noted"),
    [
        ({}, "name"),
        ({"name": "Peru"}, "starts"),
        ({"name": "Peru", "starts": "2027-03-01", "ends": "soon"}, "ends"),
        ({"name": "Peru", "starts": "2027-03-01", "ends": "2027-02-01"}, "ends"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(page: WhatPage, texts: dict[str, str], noted: str) -> None:
    _type(page, **texts)
    assert page.show_problems()
    editor: Any = page.form.editors[noted]
    assert page.form._notes[noted].text() or editor.question.text()


def test_organiser_and_home_country_are_remembered(page: WhatPage, qtbot: QtBot) -> None:
    _type(page, name="Peru", starts="2027-03-01", ends="2027-03-05", organiser="Chamber", home_country="Finlande")
    mission = page.mission()
    assert (mission.organiser, mission.home_country) == ("Chamber", "Finland")
    again = WhatPage()
    qtbot.addWidget(again)
    assert (again.form.value("organiser"), again.form.value("home_country")) == ("Chamber", "Finland")
    assert again.is_empty
    assert settings.read("organiser") == "Chamber"
