"""Lists on paper without a cover, such as those of a signing."""

from collections.abc import Iterator

from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.delegate_pages import Book, Story
from missionplanner.pack.editions import ListPapers
from missionplanner.pack.organiser_pages import lists_of


class ListsBook(Book):
    """Sections of lists, one after the other."""

    has_cover = False

    def __init__(self, shared: Shared, own: Own, papers: ListPapers, size: tuple[float, float]) -> None:
        self._papers = papers
        super().__init__(shared, own, size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        for section in self._papers.sections:
            yield section.key, section.title, lists_of(self, section)
