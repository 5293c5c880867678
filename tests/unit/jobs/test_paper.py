"""Pages for the printer on the desk."""

from missionplanner.jobs.paper import PaperPages
from missionplanner.store.store import Store


def test_pages_know_what_is_noted_once_they_are_printed(store: Store) -> None:
    noted: list[Store] = []
    pages = PaperPages(b"%PDF", 2, noted.append)
    pages.note(store)
    assert (pages.sides, noted) == (2, [store])
