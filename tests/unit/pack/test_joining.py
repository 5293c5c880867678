"""Several packs as one file."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf

from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.pack import joining
from missionplanner.store.store import Store
from tests.unit.pack.checking import errors, structure
from tests.unit.pack.making import laid_out_text


def test_one_file_for_all_in_order(store: Store, tmp_path: Path) -> None:
    result = run_now(printing.make(printing.PackOptions(tmp_path, single="all.pdf")), store)
    with pikepdf.open(tmp_path / "all.pdf") as pdf:
        sides = [2 + file.pages + file.pages % 2 for file in result.files]
        assert len(pdf.pages) == result.single_pages == sum(sides)
        starts = [sum(sides[:place]) for place in range(3)]
        words = [laid_out_text(_only(pdf, start), tmp_path) for start in starts]
        assert ["Pack 1 of 3" in words[0], "Pack 2 of 3" in words[1], "D3" in words[2]] == [True] * 3
        assert f"{result.files[0].pages} pages, printed on both sides" in words[0]
        assert laid_out_text(_only(pdf, 1), tmp_path).strip() == ""
        assert "D1" in laid_out_text(_only(pdf, 2), tmp_path)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["D1 - en", "D2 - en", "D3 - en"]


def _only(pdf: pikepdf.Pdf, place: int) -> bytes:
    out = BytesIO()
    with pikepdf.new() as one:
        one.pages.append(pdf.pages[place])
        one.save(out)
    return out.getvalue()


def test_one_file_of_many_packs_keeps_structure_links_and_bookmarks(structured: Store, tmp_path: Path) -> None:
    run_now(printing.make(printing.PackOptions(tmp_path, single="all.pdf")), structured)
    path = tmp_path / "all.pdf"
    assert errors(path) == []
    found = structure(path)
    assert len(re.findall(r"^ *Part", found, flags=re.M)) == 3
    assert found.count("First paragraph.") == 3
    assert found.index("Pack 1 of 3") < found.index("First paragraph.") < found.index("Pack 2 of 3")
    with pikepdf.open(path) as file:
        links = [link for one in file.pages for link in one.obj.get("/Annots", []) if "/A" not in link]
        assert links
        assert all(isinstance(link.Dest, pikepdf.Array) for link in links)
        own = {one.obj.objgen for one in file.pages}
        assert all(link.Dest[0].objgen in own for link in links)
        assert str(file.docinfo["/Title"]) == "Test mission"


def test_on_paper_each_pack_begins_on_a_front() -> None:
    found = []
    for pages in (3, 2, 1):
        with pikepdf.new() as pack:
            for _page in range(pages):
                pack.add_blank_page(page_size=(100 + pages, 200))
            out = BytesIO()
            pack.save(out)
            found.append(out.getvalue())
    with pikepdf.open(BytesIO(joining.join_for_paper(found))) as whole:
        widths = [int(page.mediabox[2]) for page in whole.pages]
    assert widths == [103, 103, 103, 103, 102, 102, 101]
