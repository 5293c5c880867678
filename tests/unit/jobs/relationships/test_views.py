"""Views of the relationships: kept with codes, shown in the words there are."""

from dataclasses import replace

from missionplanner import i18n
from missionplanner.domain.mission import Sector
from missionplanner.domain.saved_filters import RELATIONSHIPS
from missionplanner.jobs import list_views
from missionplanner.jobs.list_views import ListOrder, views_of
from missionplanner.jobs.relationships import views
from missionplanner.jobs.relationships.lines import RelationshipFilter
from missionplanner.jobs.relationships.views import RelationshipView
from missionplanner.messages import message
from missionplanner.store.store import Store


def test_a_view_is_read_as_it_was_kept_in_another_language_too(store: Store) -> None:
    sector = store.all(Sector)[0]
    with store.change(message("Edit")) as change:
        change.update(replace(sector, name_en="Solar", name_fr="Solaire"))
    wanted = RelationshipFilter("a", ("held",), ("Solar", "Old"), ("Québec", ""), ("Buy",), ("Ann",), ("soon",))
    view = RelationshipView(wanted, ListOrder("due", True), ("name", "due"), "list")
    views.save(store, "Mine", view)
    (kept,) = views_of(store, RELATIONSHIPS)
    assert (kept.said["sectors"], kept.said["intents"]) == ([sector.code, "Old"], ["buy"])
    assert views.view_of(store, kept) == view
    i18n.use("fr")
    found = views.view_of(store, kept).wanted
    assert (found.sectors, found.intents) == (("Solaire", "Old"), ("Acheter",))


def test_what_this_version_does_not_know_is_left(store: Store) -> None:
    said = {"text": "a", "later": ["b"], "stages": "held", "columns": "no"}
    list_views.keep(store, "Mine", RELATIONSHIPS, said, ListOrder("later"))
    (kept,) = views_of(store, RELATIONSHIPS)
    assert views.view_of(store, kept) == RelationshipView(RelationshipFilter("a"))
