"""The texts of sectors and cities in the settings of the mission."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.domain.briefings import Briefing, BriefingKind
from missionplanner.domain.mission import Sector
from missionplanner.errors import UserError
from missionplanner.gui.programme.briefings_page import BriefingsPage, briefing_kind
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.form import Form
from missionplanner.jobs.market import briefings
from missionplanner.store.store import Store


@pytest.fixture
def page(store: Store, qtbot: QtBot) -> BriefingsPage:
    briefings.enter(store, None, {"body_en": "Ports", "body_es": "Puertos"})
    found = BriefingsPage(store)
    found.refresh()
    qtbot.addWidget(found)
    return found


def shown(page: BriefingsPage) -> list[list[str]]:
    model = page.table.rows
    return [[model.text(row, column) for column in range(5)] for row in range(model.rowCount())]


def test_a_text_is_typed_and_listed_with_what_it_is_of(page: BriefingsPage, store: Store, qtbot: QtBot) -> None:
    sector = store.all(Sector)[0]
    kind = briefing_kind(store)
    form = Form(kind.fields())
    qtbot.addWidget(form)
    form.set_values(kind.values(None))
    form.fill({"kind": BriefingKind.WHO_IS_WHO, "sector_id": sector.id, "body_fr": "Qui"})
    kind.save(None, form.values())
    page.read_again()
    assert shown(page) == [
        ["Opportunities", "All sectors", "The whole country", "Ports", "en, es"],
        ["Who is who", sector.name_en, "The whole country", "Qui", "fr"],
    ]
    page.put(1, 0)
    assert [row[0] for row in shown(page)] == ["Who is who", "Opportunities"]


def test_a_table_is_written_and_taken(
    page: BriefingsPage, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text: said.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "b.xlsx"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(tmp_path / "b.xlsx"), ""))
    page.save_table()
    briefings.remove(store, [one.id for one in store.all(Briefing)])
    page.bring()
    assert ([one.body_es for one in briefings.known(store)], said) == (
        ["Puertos"], ["1 new text, 0 texts changed; 0 as they were."],
    )  # fmt: skip


def test_what_is_no_table_is_shown_as_an_error(
    page: BriefingsPage, tmp_path: Path, shown_errors: list[UserError]
) -> None:
    (tmp_path / "x.csv").write_text("a\n")
    page.bring_from(tmp_path / "x.csv")
    assert [one.text for one in shown_errors] == ["x.csv is no table of a briefing."]
