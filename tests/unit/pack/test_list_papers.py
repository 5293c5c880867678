"""Lists on paper without a cover."""

from io import BytesIO
from pathlib import Path

import pikepdf

from missionplanner.jobs.packs import drafts
from missionplanner.pack import render
from missionplanner.pack.editions import ListPapers, PaperSheet, Section
from tests.builders import small_mission


def test_lists_begin_on_the_first_page(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        shared = drafts.of_organiser(drafts.read(store), "en", frozenset()).shared
    sheets = tuple(PaperSheet(f"List {n}", ("A", "B"), (("a", "b"),), (0.5, 0.5), new_page=True) for n in range(2))
    content, rendered = render.render(shared, drafts.nobody("Lists"), ListPapers((Section("a", "Lists", sheets, ""),)))
    assert (rendered.pages, rendered.sections) == (2, (("a", 1),))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 2
