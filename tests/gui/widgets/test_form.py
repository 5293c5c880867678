"""A form holds what it was given, and says what is wrong."""

from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.form import Form


def test_form_returns_what_it_was_given(qtbot: QtBot) -> None:
    from datetime import date, datetime

    fields = [
        FormField("a", "A"),
        FormField("b", "B", "text"),
        FormField("c", "C", "choice", [(1, "one"), (2, "two")]),
        FormField("d", "D", "checks", [(1, "x"), (2, "y")]),
        FormField("e", "E", "answer"),
        FormField("f", "F", "date"),
        FormField("g", "G", "moment"),
        FormField("h", "H", "listing", [(0, "x")]),
    ]
    form = Form(fields)
    qtbot.addWidget(form)
    values = {
        "a": "1",
        "b": "x\ny",
        "c": 2,
        "d": (2,),
        "e": False,
        "f": date(2026, 2, 15),
        "g": datetime(2026, 2, 15, 9, 30),
        "h": "x; y",
    }
    form.set_values(values)
    assert form.values() == values
