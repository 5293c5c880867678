"""What every kind of record shares that comes back in a workbook."""

import pytest

from missionplanner.domain.requests import Request
from missionplanner.errors import UserError
from missionplanner.jobs.imports.row_editor import RowEditor, sound
from missionplanner.store.store import Store


def test_a_kind_takes_no_cells_and_rows_until_it_says_how(store: Store) -> None:
    editor: RowEditor[Request] = RowEditor(store)
    request = Request(delegation_id=1, counterpart_id=4)
    with pytest.raises(UserError, match="This column is worked out"):
        editor.changed(request, "comment", "x")
    with pytest.raises(UserError, match="This sheet takes no new rows"):
        editor.new([])


def test_what_cannot_be_stored_is_refused() -> None:
    request = Request(delegation_id=1, counterpart_id=4, comment="x" * 200_000)
    with pytest.raises(UserError, match="longer than 100,000 characters"):
        sound(request, request)
    assert sound("record", Request(delegation_id=1, counterpart_id=4)) == "record"
