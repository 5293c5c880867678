"""Drafts of forms are kept beside undo."""

from pathlib import Path

import pytest

from missionplanner.domain.journals import FormDraft
from missionplanner.errors import UserError
from missionplanner.store.store import Store
from tests.builders import moment, small_mission


def test_drafts_are_kept_beside_undo_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        for text in ("one", "two"):
            store.drafts.keep(
                FormDraft(
                    company_id=0, side="delegation", content=f'{{"form": {{"name": "{text}"}}}}', saved_at=moment(9)
                )
            )
        store.drafts.keep(
            FormDraft(company_id=5, side="counterpart", content='{"form": {"name": "five"}}', saved_at=moment(9))
        )
        assert store.steps.undo_label == ""
    with Store.open(path) as store:
        assert [store.drafts.find(0, "delegation").content, store.drafts.find(5, "").content] == [
            '{"form": {"name": "two"}}',
            '{"form": {"name": "five"}}',
        ]  # type: ignore[union-attr]
        assert store.drafts.find(0, "counterpart") is None
        store.drafts.drop(0, "delegation")
        assert store.drafts.find(0, "delegation") is None
        assert store.drafts.find(5, "counterpart") is not None


def draft(company_id: int, side: str, content: str) -> FormDraft:
    return FormDraft(company_id=company_id, side=side, content=content, saved_at=moment(9))


def test_a_new_company_has_a_draft_for_each_side_and_a_known_one_a_single_draft(store: Store) -> None:
    for company_id, side in ((0, "delegation"), (0, "counterpart"), (5, "delegation"), (5, "counterpart")):
        store.drafts.keep(draft(company_id, side, f'{{"form": {{"name": "{company_id} {side}"}}}}'))
    assert [store.drafts.find(0, side).content for side in ("delegation", "counterpart")] == [  # type: ignore[union-attr]
        '{"form": {"name": "0 delegation"}}',
        '{"form": {"name": "0 counterpart"}}',
    ]
    assert store.drafts.find(5, "delegation") == store.drafts.find(5, "counterpart")
    assert store.count(FormDraft) == 3
    store.drafts.drop(5, "")
    assert store.count(FormDraft) == 2


def test_dropping_no_draft_writes_nothing(store: Store) -> None:
    store.close()
    with Store.open(store.path, read_only=True) as reading:
        reading.drafts.drop(0, "delegation")
        with pytest.raises(UserError, match="open for reading only"):
            reading.drafts.keep(draft(0, "delegation", "typed"))
