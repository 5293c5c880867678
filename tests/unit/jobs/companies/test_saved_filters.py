"""Filters of the companies kept under a name."""

from dataclasses import replace

import pytest

from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.errors import UserError
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
