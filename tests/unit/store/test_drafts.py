"""Drafts of forms are kept beside undo."""

from pathlib import Path

from missionplanner.domain.journals import FormDraft
from missionplanner.store.store import Store
from tests.builders import moment, small_mission


def test_drafts_are_kept_beside_undo_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        for text in ("one", "two"):
            store.drafts.keep(FormDraft(company_id=0, side="delegation", content=text, saved_at=moment(9)))
        store.drafts.keep(FormDraft(company_id=5, side="counterpart", content="five", saved_at=moment(9)))
        assert store.steps.undo_label == ""
    with Store.open(path) as store:
        assert [store.drafts.find(0, "delegation").content, store.drafts.find(5, "").content] == ["two", "five"]  # type: ignore[union-attr]
        assert store.drafts.find(0, "counterpart") is None
        store.drafts.drop(0, "delegation")
        assert store.drafts.find(0, "delegation") is None
        assert store.drafts.find(5, "counterpart") is not None
