"""Views of lists kept under a name: each list has its own."""

import pytest

from missionplanner.domain.saved_filters import COMPANIES, RELATIONSHIPS
from missionplanner.errors import UserError
from missionplanner.jobs import list_views
from missionplanner.jobs.list_views import ListOrder, views_of
from missionplanner.store.store import Store


def test_each_list_has_views_of_its_own_of_the_same_name(store: Store) -> None:
    list_views.keep(store, " Mine ", COMPANIES, {"side": "delegation"}, ListOrder("city", True))
    list_views.keep(store, "mine", RELATIONSHIPS, {"text": "a"}, ListOrder())
    list_views.keep(store, "Best", RELATIONSHIPS, {"text": "b"}, ListOrder("due"))
    (view,) = views_of(store, COMPANIES)
    assert (view.name, view.said, view.sort, view.descending) == ("Mine", {"side": "delegation"}, "city", True)
    assert [one.name for one in views_of(store, RELATIONSHIPS)] == ["Best", "mine"]


def test_one_of_the_same_name_is_replaced(store: Store) -> None:
    list_views.keep(store, "Mine", RELATIONSHIPS, {"text": "a"}, ListOrder())
    (before,) = views_of(store, RELATIONSHIPS)
    list_views.keep(store, "MINE", RELATIONSHIPS, {"text": "b"}, ListOrder("due", True))
    (after,) = views_of(store, RELATIONSHIPS)
    assert (after.uid, after.said["text"], after.sort, after.descending) == (before.uid, "b", "due", True)
    store.undo()
    assert views_of(store, RELATIONSHIPS) == [before]
    list_views.remove(store, before.id)
    assert views_of(store, RELATIONSHIPS) == []


def test_a_view_needs_a_name(store: Store) -> None:
    with pytest.raises(UserError, match="needs a name"):
        list_views.keep(store, " ", RELATIONSHIPS, {}, ListOrder())
