"""Lists on paper without a cover."""

from io import BytesIO
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from missionplanner.jobs.packs import drafts
from missionplanner.pack import render
from missionplanner.pack.editions import ListPapers, PaperSheet, Section, ValueChart
from missionplanner.pack.list_papers import WideBars
from missionplanner.pack.style import register_fonts
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.pack.making import flowing_text, laid_out_text


def test_lists_begin_on_the_first_page(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        shared = drafts.of_organiser(drafts.read(store), "en", frozenset()).shared
    sheets = tuple(PaperSheet(f"List {n}", ("A", "B"), (("a", "b"),), (0.5, 0.5), new_page=True) for n in range(2))
    content, rendered = render.render(shared, drafts.nobody("Lists"), ListPapers((Section("a", "Lists", sheets, ""),)))
    assert (rendered.pages, rendered.sections) == (2, (("a", 1),))
    with pikepdf.open(BytesIO(content)) as pdf:
        assert len(pdf.pages) == 2


def test_sections_share_a_page_below_the_name_of_the_mission(store: Store, tmp_path: Path) -> None:
    shared = drafts.of_organiser(drafts.read(store), "en", frozenset()).shared
    sheet = PaperSheet("", ("A", "B"), (("a", "b"),), (0.5, 0.5))
    sections = tuple(Section(key, key.title(), (sheet,), "") for key in ("first", "second"))
    bars = tuple((f"Bar {number} of a chart", number, "") for number in range(20))
    for charts, pages in (
        ((), (1, 1)),
        ((("second", ValueChart("Bars", bars)),), (1, 1)),
        ((("second", ValueChart("Bars", (*bars, *bars[:10]))),), (1, 2)),
    ):
        content, rendered = render.render(shared, drafts.nobody("Lists"), ListPapers(sections, charts))
        assert tuple(page for _key, page in rendered.sections) == pages
        assert flowing_text(content, tmp_path).startswith("First Lists Test mission First A B a b")
    content, _rendered = render.render(shared, drafts.nobody("Results of Test mission on May 1"), ListPapers(sections))
    assert flowing_text(content, tmp_path).count("Test mission") == 1


def test_the_labels_of_bars_have_the_room_they_need(store: Store) -> None:
    register_fonts()
    bars = (("Verified with evidence, begun before the mission", 2.0, "2"), ("Short", 1.0, "1"))
    canvas = Canvas(BytesIO())
    drawn: list[str] = []
    canvas.drawString = lambda _x, _y, text: drawn.append(text)
    chart = WideBars(ValueChart("Deals", bars), 490, "red")
    chart.canv = canvas
    chart._draw_bars()
    assert drawn == ["Verified with evidence, begun before the mission", "2", "Short", "1"]


def test_no_heading_or_chart_is_parted_from_the_first_rows_of_its_list(store: Store, tmp_path: Path) -> None:
    shared = drafts.of_organiser(drafts.read(store), "en", frozenset()).shared
    heads = ("First", "A heading of several lines " * 4)
    second = PaperSheet("", heads, tuple((f"Row {n}", "") for n in range(5)), (0.8, 0.2))
    chart = ("second", ValueChart("Bars", (("Only", 1.0, "1"),)))
    found = set()
    for number in range(12, 36, 2):
        first = PaperSheet("", ("A", "B"), (("a", "b"),) * number, (0.5, 0.5))
        sections = Section("first", "Before", (first,), ""), Section("second", "Charted", (second,), "")
        content, _rendered = render.render(shared, drafts.nobody("Lists"), ListPapers(sections, (chart,)))
        pages = laid_out_text(content, tmp_path).split("\f")
        page = next(page for page in pages if "Only" in page)
        found.add(("Charted" in page, "Row 1" in page))
    assert found == {(True, True)}
