"""Filters of the companies kept under a name."""

from dataclasses import replace

import pytest

from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.errors import UserError
from missionplanner.jobs import list_views
from missionplanner.jobs.companies import saved_filters
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import undone_and_redone, whole


def test_views_keep_filter_and_order(store: Store) -> None:
    wanted = CompanyFilter(
        side="delegation", statuses=("accepted",), has=("delegate",), lacks=("logo",), every=("has",), text="x"
    )
    before = whole(store)
    saved_filters.save(store, "Ready", wanted, "city", True)
    undone_and_redone(store, before)
    saved_filters.save(store, "ready", replace(wanted, text=""), "name", False)
    (view,) = store.all(SavedFilter)
    assert saved_filters.filter_of(view) == replace(wanted, text="")
    assert saved_filters.filter_of(replace(view, wanted='{"text": "a", "later": [1]}')) == CompanyFilter(text="a")
    with pytest.raises(UserError):
        saved_filters.save(store, " ", wanted, "name", False)


def test_a_view_keeps_its_name_and_identity_when_saved_again(store: Store) -> None:
    saved_filters.save(store, "  Ready ", CompanyFilter(text="a"), "city", True)
    (before,) = store.all(SavedFilter)
    assert (before.name, before.sort, before.descending) == ("Ready", "city", True)
    saved_filters.save(store, "READY", CompanyFilter(text="b"), "name", False)
    (after,) = store.all(SavedFilter)
    assert (after.id, after.uid, after.name, after.sort, after.descending) == (
        before.id,
        before.uid,
        "Ready",
        "name",
        False,
    )
    assert saved_filters.filter_of(after) == CompanyFilter(text="b")
    assert store.steps.undo_label == "Save the view READY"


def test_a_view_is_deleted(store: Store) -> None:
    for name in ("One", "Two"):
        saved_filters.save(store, name, CompanyFilter(), "name", False)
    before = whole(store)
    list_views.remove(store, store.all(SavedFilter)[0].id)
    assert [view.name for view in store.all(SavedFilter)] == ["Two"]
    assert store.steps.undo_label == "Delete a view"
    undone_and_redone(store, before)
