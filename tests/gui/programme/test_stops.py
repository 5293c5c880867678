"""The cities of a mission: what follows from a city is filled in, what can be several is asked about."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.domain.mission import Stop
from missionplanner.gui.programme.record_editor import RecordEditor
from missionplanner.gui.programme.stops import stop_kind
from missionplanner.gui.widgets.form import Form
from missionplanner.store.store import Store
from tests.gui.typing import enter

Typing = Callable[[Form], None]


@pytest.fixture
def add(store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[[Typing], Form]:
    """Adds a stop with what somebody types; the dialog is closed with OK."""
    met: list[Form] = []

    def run(typing: Typing) -> Form:
        def execute(dialog: Any) -> int:
            met.append(dialog.form)
            typing(dialog.form)
            dialog._on_accepted()
            return int(dialog.result())

        monkeypatch.setattr(QDialog, "exec", execute)
        editor = RecordEditor(stop_kind(store), store)
        qtbot.addWidget(editor)
        editor.add()
        return met[-1]

    return run


def test_country_zone_and_names_follow_from_the_city(store: Store, add: Callable[[Typing], Form]) -> None:
    add(lambda form: enter(form.editors["name_en"], "Londres, Angleterre") or enter(form.editors["name_en"], "Lyon"))
    stop = store.all(Stop)[-1]
    assert (stop.name_en, stop.name_es, stop.country, stop.time_zone) == ("Lyon", "Lyon", "France", "Europe/Paris")
    assert (stop.starts, stop.ends) == (store.mission.starts, store.mission.ends)


def test_a_city_of_the_country_that_is_visited_comes_first(store: Store, add: Callable[[Typing], Form]) -> None:
    add(lambda form: enter(form.editors["name_en"], "Córdoba"))
    assert store.all(Stop)[-1].time_zone == "America/Mexico_City"


def test_namesakes_are_asked_about_and_no_zone_is_taken_from_the_example(
    store: Store, add: Callable[[Typing], Form]
) -> None:
    before = store.count(Stop)

    def typing(form: Form) -> None:
        form.set_values({**form.values(), "country": ""})
        enter(form.editors["name_en"], "Birmingham")

    form = add(typing)
    note = form._notes["name_en"].text()
    assert note.startswith(
        "Which one is meant: Birmingham, England, United Kingdom; Birmingham, Alabama, United States?"
    )
    assert form.problems == ["Time zone: This is needed."]
    assert store.count(Stop) == before


def test_what_was_typed_is_not_replaced(store: Store, add: Callable[[Typing], Form]) -> None:
    add(lambda form: enter(form.editors["time_zone"], "Europe/Madrid") or enter(form.editors["name_en"], "Lyon"))
    assert store.all(Stop)[-1].time_zone == "Europe/Madrid"


def test_the_country_is_shown_in_the_language_of_the_screen_and_stored_in_english(
    store: Store, add: Callable[[Typing], Form]
) -> None:
    i18n.use("es")
    form = add(lambda form: enter(form.editors["name_en"], "Berlín"))
    assert (form.value("country"), store.all(Stop)[-1].country) == ("Alemania", "Germany")
    kind = stop_kind(store)
    assert kind.values(store.all(Stop)[-1])["country"] == "Alemania"
