"""Packs: content in any language, print states, and PDFs that hold what they should and nothing else."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Figure, MissionText
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts
from missionplanner.jobs.packs import printing as packs
from missionplanner.jobs.packs import states as pack_states
from missionplanner.jobs.packs.states import PrintState
from missionplanner.jobs.programme import programme
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.pack import gathering as gather
from missionplanner.pack import shared_content, style
from missionplanner.pack.delegate_content import Own, Shared, fingerprint
from missionplanner.store.store import Store
from tests.builders import key_of, meet, small_mission
from tests.unit.pack.making import printed
from tests.unit.store.test_store import HOSTILE

NAMES = ("Nguyễn Văn Đức", "Łódź Żółć", "Yılmaz Şahin", "Αθήνα Ένα", "Київ Їжак", "Ñandú Œuvre")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        meet(found, "D1", "C1", slot=0, table=1)
        meet(found, "D1", "C2", slot=2, table=0)
        meet(found, "D2", "C1", slot=1, table=0)
        yield found


def text_of(content: bytes, tmp_path: Path) -> str:
    path = tmp_path / "read.pdf"
    path.write_bytes(content)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def parts(store: Store, name: str = "D1", language: str = "en") -> tuple[Shared, Own]:
    snapshot = store.snapshot()
    return shared_content.shared(snapshot, language), gather.own(
        snapshot, snapshot.company[key_of(store, name)], language
    )


def test_meetings_are_in_the_order_of_time_with_place_and_table(store: Store) -> None:
    _shared, own = parts(store)
    assert [(m.time, m.profile.name, m.venue, m.table) for m in own.meetings] == [
        ("09:00–09:20", "C1", "Hall", "table 2"),
        ("09:50–10:10", "C2", "Hall", "table 1"),
    ]
    assert [item.title for day in own.programme for item in day.items] == ["C1", "C2"]


def test_language_of_a_pack_is_its_own(store: Store) -> None:
    _shared, own = parts(store, language="fr")
    assert own.programme[0].title == "lundi 16 février 2026"
    _shared, own = parts(store, language="es")
    assert own.programme[0].title == "lunes, 16 de febrero de 2026"
    assert own.meetings[0].table == "mesa 2"


def test_a_text_that_exists_in_another_language_only_is_printed_in_that(store: Store) -> None:
    with store.change("x") as change:
        change.insert(MissionText(kind="welcome", language="es", title="Hola", body="Uno\ndos\n\n# T\n- a\n- b"))
    shared, _own = parts(store, language="fr")
    assert shared.texts["welcome"].title == "Hola"
    assert [(b.kind, b.text) for b in shared.texts["welcome"].blocks] == [
        ("paragraph", "Uno dos"),
        ("heading", "T"),
        ("bullet", "a"),
        ("bullet", "b"),
    ]


def test_changing_one_meeting_makes_only_its_companies_packs_out_of_date(store: Store, tmp_path: Path) -> None:
    run_now(packs.make(packs.PackOptions(tmp_path / "out")), store)
    assert set(pack_states.states(drafts.read(store), "en").values()) == {PrintState.CURRENT}
    first = store.all(Meeting)[0]
    with store.change("Move") as change:
        change.update(replace(first, slot_id=first.slot_id + 3))
    states = pack_states.states(drafts.read(store), "en")
    outdated = {store.get(Company, key).name for key, state in states.items() if state is PrintState.OUTDATED}
    assert outdated == {"D1"}
    again = run_now(packs.make(packs.PackOptions(tmp_path / "out", outdated=True)), store)
    assert [file.company for file in again.files] == ["D1"]
    assert len(again.skipped) == 2
    store.undo()
    assert pack_states.states(drafts.read(store), "en")[key_of(store, "D1")] is PrintState.OUTDATED


def test_pdf_holds_its_own_name_meetings_and_no_markup(store: Store, tmp_path: Path) -> None:
    text = text_of(printed(store, key_of(store, "D1"), "en"), tmp_path)
    for expected in ("D1", "C1", "C2", "09:00–09:20", "table 2", "Your meetings", "Contents"):
        assert expected in text
    assert "<b>" not in text
    assert "<br/>" not in text


@pytest.mark.parametrize("text", [*HOSTILE, *NAMES], ids=range(len(HOSTILE) + len(NAMES)))
def test_any_text_prints(store: Store, tmp_path: Path, text: str) -> None:
    company = store.get(Company, key_of(store, "C1"))
    own = store.get(Company, key_of(store, "D1"))
    with store.change("x") as change:
        change.update(replace(company, name=text, description=text * 2, website=text, city=text))
        change.update(replace(own, name=text, description=text))
        change.update(replace(store.mission, name=text[:300], organiser=text))
        change.insert(MissionText(kind="welcome", language="en", title=text[:500], body=text))
    words = text_of(printed(store, own.id, "en"), tmp_path)
    if text in NAMES:
        assert text in words
    checked = subprocess.run(["qpdf", "--check", tmp_path / "read.pdf"], capture_output=True, check=False)
    assert checked.returncode == 0


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_fonts_are_embedded_and_the_language_is_said(example: Store, tmp_path: Path, language: str) -> None:
    company = example.snapshot().participants(Side.DELEGATION)[5]
    content = printed(example, company.id, language)
    (tmp_path / "p.pdf").write_bytes(content)
    fonts = subprocess.run(["pdffonts", tmp_path / "p.pdf"], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all("NotoSans" in row[0] for row in rows)
    assert "no  no" not in fonts
    with pikepdf.open(tmp_path / "p.pdf") as pdf:
        assert str(pdf.Root.Lang) == {"en": "en-CA", "fr": "fr-CA", "es": "es-MX"}[language]
        assert company.name in str(pdf.docinfo["/Title"])
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 8


def test_contents_give_the_pages_sections_really_start_on(example: Store, tmp_path: Path) -> None:
    company = example.snapshot().participants(Side.DELEGATION)[5]
    (tmp_path / "p.pdf").write_bytes(printed(example, company.id, "en"))
    for title in ("Your meetings", "The delegation by sector", "Market briefing", "Your evaluation"):
        contents = subprocess.run(
            ["pdftotext", "-f", "2", "-l", "2", "-layout", tmp_path / "p.pdf", "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        number = next(line.split()[-1] for line in contents.splitlines() if line.strip().startswith(title))
        page = subprocess.run(
            ["pdftotext", "-f", number, "-l", number, tmp_path / "p.pdf", "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert title in page


def test_market_chart_is_drawn_from_the_missions_figures(store: Store) -> None:
    with store.change("x") as change:
        change.insert(Figure(year=1994, value=5, note="under"))
        change.insert(Figure(year=2024, value=56, note="over"))
    shared, _own = parts(store, language="fr")
    assert [(bar.label, bar.text) for bar in shared.bars] == [("1994", "moins de 5"), ("2024", "plus de 56")]


def test_one_file_for_all_in_order(store: Store, tmp_path: Path) -> None:
    result = run_now(packs.make(packs.PackOptions(tmp_path, single="all.pdf")), store)
    with pikepdf.open(tmp_path / "all.pdf") as pdf:
        sides = [2 + file.pages + file.pages % 2 for file in result.files]
        assert len(pdf.pages) == result.single_pages == sum(sides)
        starts = [sum(sides[:place]) for place in range(3)]
        words = [text_of(_only(pdf, start), tmp_path) for start in starts]
        assert ["Pack 1 of 3" in words[0], "Pack 2 of 3" in words[1], "D3" in words[2]] == [True] * 3
        assert f"{result.files[0].pages} pages, printed on both sides" in words[0]
        assert text_of(_only(pdf, 1), tmp_path).strip() == ""
        assert "D1" in text_of(_only(pdf, 2), tmp_path)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["D1 - en", "D2 - en", "D3 - en"]


def _only(pdf: pikepdf.Pdf, place: int) -> bytes:
    out = BytesIO()
    with pikepdf.new() as one:
        one.pages.append(pdf.pages[place])
        one.save(out)
    return out.getvalue()


def test_names_of_files_are_safe_and_told_apart(store: Store, tmp_path: Path) -> None:
    one, two, three = (store.get(Company, key_of(store, name)) for name in ("D1", "D2", "D3"))
    with store.change("x") as change:
        change.update(replace(one, name="../../CON"))
        change.update(replace(two, name="a/b:c"))
        change.update(replace(three, name="A B C"))
    result = run_now(packs.make(packs.PackOptions(tmp_path / "out")), store)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(file.path.name for file in result.files)
    assert len({file.path.name.casefold() for file in result.files}) == 3


def test_packs_go_to_the_delegation_and_to_counterparts_that_are_named(store: Store, tmp_path: Path) -> None:
    result = run_now(packs.make(packs.PackOptions(tmp_path / "out")), store)
    assert [file.company for file in result.files] == ["D1", "D2", "D3"]
    named = frozenset(key_of(store, name) for name in ("D3", "C1"))
    result = run_now(packs.make(packs.PackOptions(tmp_path / "out", companies=named)), store)
    assert [file.company for file in result.files] == ["D3", "C1"]
    decisions.set_status(store, [key_of(store, "D3")], Status.DECLINED)
    result = run_now(packs.make(packs.PackOptions(tmp_path / "out", companies=named)), store)
    assert [(skipped.company, skipped.reason) for skipped in result.skipped] == [("D3", "It is not accepted.")]


def test_a_folder_that_cannot_be_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="cannot be made"):
        run_now(packs.make(packs.PackOptions(tmp_path / "file" / "out")), store)


def test_fingerprint_is_the_same_in_another_process_order(store: Store) -> None:
    assert fingerprint(*parts(store)) == fingerprint(*parts(store))
    programme.save_text(store, "welcome", "en", "Hello", "x")
    planning.set_locked(store, [1], True)
    assert fingerprint(*parts(store)) == fingerprint(*parts(store))


def test_nothing_planned_still_makes_a_pack(store: Store, tmp_path: Path) -> None:
    text = text_of(printed(store, key_of(store, "D3"), "fr"), tmp_path)
    assert "D3" in text


def test_fitted_text_is_cut_with_an_ellipsis() -> None:
    style.register_fonts()
    assert style.fitted("short", style.REGULAR, 9, 500) == "short"
    cut = style.fitted("a very long name that does not fit", style.REGULAR, 9, 60)
    assert cut.endswith("…")
