"""The look of packs, each setting one step."""

import pytest

from missionplanner.domain.packs import PackPage, pages_of
from missionplanner.errors import UserError
from missionplanner.jobs.packs import settings
from missionplanner.store.store import Store


def test_pages_colour_and_logo_are_set_and_undone(store: Store) -> None:
    pages = tuple(PackPage)[::-1]
    settings.set_pages(store, pages)
    assert pages_of(store.mission.pack_pages) == pages
    settings.set_colour(store, "#102030")
    settings.set_logo(store, b"picture")
    assert (store.mission.colour, settings.logo(store)) == ("#102030", b"picture")
    labels = [store.undo() for _step in range(3)]
    assert labels == ["Choose the logo of the mission", "Choose the colour of packs", "Choose the pages of packs"]
    assert (settings.logo(store), store.mission.colour, store.mission.pack_pages) == (b"", "", "")


def test_the_same_setting_again_is_no_step(store: Store) -> None:
    settings.set_colour(store, "#102030")
    settings.set_logo(store, b"picture")
    settings.set_pages(store, [PackPage.PROGRAMME])
    steps = len(store.steps.history())
    settings.set_colour(store, "#102030")
    settings.set_logo(store, b"picture")
    settings.set_pages(store, [PackPage.PROGRAMME])
    assert len(store.steps.history()) == steps


def test_an_empty_picture_removes_the_logo(store: Store) -> None:
    settings.set_logo(store, b"picture")
    settings.set_logo(store, b"")
    assert (store.mission.logo, settings.logo(store)) == ("", b"")


def test_a_portrait_is_set_named_removed_and_undone(store: Store) -> None:
    with pytest.raises(UserError, match="There is no portrait"):
        settings.name_portrait(store, "Ana")
    settings.set_portrait(store, b"picture", " Ana ")
    settings.name_portrait(store, "Ana Ruiz, minister")
    assert (settings.portrait(store), store.mission.portrait_of) == (b"picture", "Ana Ruiz, minister")
    settings.set_portrait(store, b"", "Ana Ruiz, minister")
    assert (settings.portrait(store), store.mission.portrait_of) == (b"", "")
    labels = [store.undo() for _step in range(3)]
    assert labels[1:] == ["Name who is on the portrait", "Choose the portrait beside the welcome"]
    assert (store.mission.portrait, store.mission.portrait_of) == ("", "")


@pytest.mark.parametrize(
    ("typed", "kept"), [("a.example/f", "https://a.example/f"), ("", ""), ("ftp://a.example", None)]
)
def test_the_site_of_the_evaluation_is_one_of_the_web(store: Store, typed: str, kept: str | None) -> None:
    settings.set_evaluation(store, "https://before.example")
    if kept is None:
        with pytest.raises(UserError, match="is no web site"):
            settings.set_evaluation(store, typed)
        kept = "https://before.example"
    else:
        settings.set_evaluation(store, typed)
    assert store.mission.evaluation_link == kept
