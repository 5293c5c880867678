"""Any date, typed in any way at any speed into any date field of the program, is stored as meant or refused."""

import ast
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

import missionplanner.gui
from missionplanner.domain.companies import Side
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.mission import Stop
from missionplanner.domain.relationships import Relationship
from missionplanner.domain.rooms import Stay
from missionplanner.gui.arrivals import travel_forms
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.day.screen import DayScreen
from missionplanner.gui.programme.absences import Absences
from missionplanner.gui.programme.events import Events
from missionplanner.gui.programme.market_kinds import FiguresKind
from missionplanner.gui.programme.milestone_kinds import milestone_kind
from missionplanner.gui.programme.record_editor import RecordEditor
from missionplanner.gui.programme.sessions import Sessions, Slots
from missionplanner.gui.programme.settings_dialog import MissionPage
from missionplanner.gui.programme.stops import stop_kind
from missionplanner.gui.relationships.relationship_forms import ask_claim, ask_relationship
from missionplanner.gui.runner import Runner
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.timetable import incidents
from missionplanner.gui.widgets.date_lines import ClockReader, DayLine, DayReader, MomentReader
from missionplanner.gui.widgets.day_blocks import DrawnHours
from missionplanner.gui.widgets.editors import KINDS
from missionplanner.gui.widgets.form import Form, RecordDialog
from missionplanner.gui.widgets.hours_form import ask_hours
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import translator
from missionplanner.jobs.companies import registrations
from missionplanner.store.store import Store
from tests.builders import DAY
from tests.gui.typing import keys

SOURCES = sorted(Path(missionplanner.gui.__path__[0]).rglob("*.py"))
DATED = {"date", "moment", "day", "instant", "clock", "when"}
SECTIONED = {"QDateEdit", "QTimeEdit", "QDateTimeEdit", "QAbstractSpinBox"}
KIND_OF = {DayReader: "date", MomentReader: "moment", ClockReader: "clock"}
MEANT = datetime(2026, 2, 17, 14, 30)
"""What is typed: the second day of the mission."""


def ways(day: date) -> Iterator[str]:
    """The day in twenty ways; where one can mean another day too, that is a reason to ask."""
    en, fr, es = (translator(language) for language in ("en", "fr", "es"))
    yield from (
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{day:%d/%m/%Y}",
        f"{day:%m/%d/%Y}",
        f"{day:%Y%m%d}",
        f"{day:%d.%m.%y}",
    )
    yield from (f"{day.day} {one.date(day, 'MMM')}" for one in (en, fr, es))
    yield from (f"{one.date(day, 'MMMM')} {day.day}" for one in (en, es))
    yield from (one.date(day, "full") for one in (en, fr, es))
    yield from (one.date(day, "EEE") for one in (en, fr, es))
    yield from (f"{day.day}-{en.date(day, 'MMM')}-{day:%y}", f"{en.date(day, 'EEE')} {day.day} {fr.date(day, 'MMMM')}")
    yield from (f"  {day.isoformat()} ", f"+{(day - DAY).days}")


def key_by_key(line: TypedLine, text: str) -> None:
    """Come by Tab, which selects everything, and type."""
    line.line.selectAll()
    keys(line.line, text)


def emptied(line: TypedLine, text: str) -> None:
    """Wipe the text key by key first."""
    QTest.keyClick(line.line, Qt.Key.Key_End)
    for _character in line.line.text():
        QTest.keyClick(line.line, Qt.Key.Key_Backspace)
    keys(line.line, text)


def pasted(line: TypedLine, text: str) -> None:
    """Paste over everything."""
    QApplication.clipboard().setText(text)
    line.line.selectAll()
    line.line.paste()


def in_part(line: TypedLine, text: str) -> None:
    """Replace all but what both begin with."""
    old = line.line.text()
    same = next((n for n, (one, two) in enumerate(zip(old, text, strict=False)) if one != two), 0)
    line.line.setSelection(same, len(old) - same)
    keys(line.line, text[same:])


TYPINGS = (key_by_key, emptied, pasted, in_part)


def in_source() -> set[tuple[str, str]]:
    """Name and kind of every date field in the source of the window."""
    calls = (
        node
        for source in SOURCES
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Call)
    )
    fields = [c for c in calls if getattr(c.func, "id", "") == "FormField" and isinstance(c.args[0], ast.Constant)]
    kinds = [(c, c.args[2] if len(c.args) > 2 else None) for c in fields]
    return {(c.args[0].value, k.value) for c, k in kinds if isinstance(k, ast.Constant) and k.value in DATED}  # type: ignore[attr-defined, misc]


def forms(workspace: Workspace, runner: Runner, met: list[QDialog]) -> Iterator[QWidget]:
    """Every form and screen with a date."""
    store, snapshot = workspace.store, workspace.snapshot()
    absences = Absences(store, snapshot).kind
    figures = FiguresKind(store).kind
    held = (Events(store).kind, Sessions(store).kind, Slots(store).kind)
    for kind in (stop_kind(store), *held, absences, figures, milestone_kind(store)):
        editor = RecordEditor(kind, store)
        editor.add()
        editor.deleteLater()
    for ask in (incidents.ask_illness, incidents.ask_lost_table):
        ask(store, snapshot, incidents.Where(), None)  # type: ignore[arg-type]
    ask_hours(None, DrawnHours(0, 540, 720))  # type: ignore[arg-type]
    ask_claim(None, snapshot.companies, None, lambda *_words: None)  # type: ignore[arg-type]
    known = Relationship(company_id=1, other_id=2, made_on=DAY)
    ask_relationship(None, known, lambda _texts: None)  # type: ignore[arg-type]
    yield from met
    for travel in (Stay, JourneyLeg):
        yield RecordDialog("Travel", travel_forms.fields_of(travel, snapshot), {}, None)
    new = NewMissionDialog()
    new.cities.add()
    yield from (MissionPage(store), new)
    company = CompanyForm(store)
    company.show_record(registrations.empty(Side.DELEGATION))
    yield company
    day = DayScreen(workspace, runner)
    day.refresh()
    yield day


@pytest.fixture
def every_form(
    workspace: Workspace, runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Iterator[QWidget]]:
    """Opens every form with a date; nobody answers their dialogs."""
    met: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: met.append(dialog) or 0)
    monkeypatch.setattr(QDialog, "deleteLater", lambda _dialog: None)

    def opened() -> Iterator[QWidget]:
        for form in forms(workspace, runner, met):
            yield form
            delete(form)  # its timers go with it, before the file is closed

    return opened


def fields_of(top: QWidget) -> Iterator[tuple[str, str, TypedLine]]:
    """Name, kind and line of every date in a dialog or screen; lines outside of forms have no name."""
    inside: set[QWidget] = set()
    for form in top.findChildren(Form):
        kinds = {field.name: field.kind for field in form.fields}
        found = {name: line for name, line in form.editors.items() if isinstance(line, TypedLine)}
        inside |= set(found.values())
        yield from ((name, kinds[name], line) for name, line in found.items() if kinds[name] in DATED)
    for line in top.findChildren(TypedLine):
        if line not in inside and (kind := KIND_OF.get(type(line.reader))):
            yield "", kind, line


def meant_in(kind: str) -> Any:
    return MEANT.time() if kind == "clock" else MEANT.date() if kind in ("date", "day") else MEANT


def texts_for(kind: str) -> Iterator[str]:
    """What means it in a field of the kind, in twenty ways."""
    if kind == "clock":
        yield from ("14:30", "14h30", "2:30 pm", "1430", "14.30", "14 h 30", "2:30 p. m.")
        return
    clock = "" if kind in ("date", "day") else " 14:30"
    yield from (f"{text}{clock}" for text in ways(MEANT.date()))


def begin(line: TypedLine, kind: str) -> None:
    """Show the first day of a mission of four days."""
    first = datetime.combine(DAY, time(9))
    if isinstance(line, DayLine):
        line.days.near, line.days.base, line.days.held = (DAY, DAY + timedelta(3)), lambda: None, None
    shown = {
        "date": DAY,
        "day": str(DAY),
        "when": f"{DAY} 09:00",
        "instant": f"{DAY} 09:00+00:00",
        "clock": "09:00",
    }.get(kind, first)
    KINDS.get(kind, KINDS["moment"]).write(line, shown)


def test_every_date_is_stored_as_meant_or_refused(every_form: Callable[[], Iterator[QWidget]]) -> None:
    seen, wrong, asked = set(), [], set()
    for form in every_form():
        for name, kind, line in fields_of(form):
            seen.add((name, kind))
            for place, text in enumerate(texts_for(kind)):
                typing = TYPINGS[place % len(TYPINGS)]
                begin(line, kind)
                typing(line, text)
                QTest.keyClick(line.line, Qt.Key.Key_Tab)
                found = line.value.replace(tzinfo=None) if isinstance(line.value, datetime) else line.value
                if found is None and line.problem:
                    asked.add(text.strip())
                elif found != meant_in(kind):
                    wrong.append((type(form).__name__, name, typing.__name__, text, line.value))
    assert wrong == []
    assert asked == set()  # the 17th of February can be nothing else
    assert {field for field in seen if field[0]} == in_source()


def test_no_field_of_the_window_has_sections() -> None:
    found = {(source.name, name) for source in SOURCES for name in SECTIONED if name in source.read_text("utf-8")}
    assert found <= {("theme.py", "QAbstractSpinBox")}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("2026-02-18", date(2026, 2, 18)), ("20 feb", date(2026, 2, 20)), ("+3", date(2026, 2, 19)), ("31/02/2026", None), ("02/03/2026", None)],
)  # fmt: skip
def test_the_end_of_a_stop_typed_over_the_old_one(
    store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, stored: date | None
) -> None:
    before = store.all(Stop)[0]

    def type_it(dialog: Any) -> int:
        line = dialog.form.editors["ends"]
        key_by_key(line, typed)
        dialog._on_accepted()
        return int(dialog.result())

    monkeypatch.setattr(QDialog, "exec", type_it)
    editor = RecordEditor(stop_kind(store), store)
    qtbot.addWidget(editor)
    editor.refresh()
    editor.table.selectRow(0)
    editor.edit()
    assert store.get(Stop, before.id).ends == (stored or before.ends)
