"""The commands on the requests selected in the list."""

import pytest

from missionplanner.domain.own_fields import OwnField, RequestValue, Subject
from missionplanner.domain.requests import Priority, Request
from missionplanner.gui.requests.request_list import RequestListPage
from missionplanner.gui.widgets import table_dialogs
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask
from tests.gui.requests.conftest import PageShower


def test_own_fields_are_columns_that_are_typed_into_filtered_and_changed_in_many(
    workspace: Workspace, store: Store, show_page: PageShower, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(store, ("D2", "C2", Priority.MEET), ("D3", "C3", Priority.MEET))
    with store.change(message("Field")) as change:
        field = change.insert(OwnField(code="crate", name_en="Crate", subject=Subject.REQUEST))
    page = RequestListPage(workspace)
    show_page(page)
    headings = [column.heading for column in page.table.rows.columns]
    assert headings[-2:] == ["Attended by", "Crate"]
    first, second = page.table.rows.keys[:2]
    page.commands.change_cells([(first, "request.crate", "10"), (second, "request.crate", "9")], "Edit a cell")
    page.refresh()
    assert {row.request_id: row.text for row in store.all(RequestValue)} == {first: "10", second: "9"}
    page._on_sort_asked("request.crate", True)
    assert page.table.rows.keys[:2] == [first, second]
    page.own.choose(("request.crate=9",))
    page._list()
    assert page.table.rows.keys == [second]
    page.own.choose(())
    page.text.setText("10")
    assert page.table.rows.keys == [first]
    page.text.setText("")
    page.table.choose([first, second])
    monkeypatch.setattr(table_dialogs, "ask_column_value", lambda *_arguments: ("request.crate", "7"))
    page.commands.change_many()
    assert [row.text for row in store.all(RequestValue)] == ["7", "7"]
    page.commands._remove([first])
    assert (first in {one.id for one in store.all(Request)}, field) == (False, field)
