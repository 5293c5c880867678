"""Packs printed: which of them, under which names, and noted in the journal."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, printing
from missionplanner.jobs.packs.printing import PackOptions
from missionplanner.jobs.packs.prints import PackResult, Skipped
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, small_mission
from tests.unit.pack.making import flowing_text


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "m.mission", 2, 1) as found:
        meet(found, "D1", "C1", 0, 0)
        yield found


def make(store: Store, folder: Path, **more: object) -> PackResult:
    return run_now(printing.make(PackOptions(folder, **more)), store)  # type: ignore[arg-type]


def pages(path: Path) -> int:
    with pikepdf.open(path) as found:
        return len(found.pages)


def test_every_pack_of_the_delegation_is_printed_and_journaled(store: Store, tmp_path: Path) -> None:
    found = make(store, tmp_path / "out")
    assert [file.path.name for file in found.files] == ["D1 - en.pdf", "D2 - en.pdf"]
    assert [file.pages for file in found.files] == [pages(file.path) for file in found.files]
    assert found.skipped == ()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["D1 - en.pdf", "D2 - en.pdf"]
    journal = store.all(PackPrint)
    assert [(one.company_id, one.delegate_id, one.language, one.file_name, one.pages) for one in journal] == [
        (file.company_id, None, "en", file.path.name, file.pages) for file in found.files
    ]
    assert [one.fingerprint for one in journal] == [file.fingerprint for file in found.files]
    assert all(one.content for one in journal)


def test_only_what_changed_is_printed_again(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path / "out")
    meet(store, "D2", "C1", 1, 0)
    found = make(
        store, tmp_path / "out", outdated=True, companies=frozenset((key_of(store, "D1"), key_of(store, "D2")))
    )
    assert [file.company for file in found.files] == ["D2"]
    assert found.skipped == (Skipped("D1", "Its printed pack is still right."),)
    again = make(store, tmp_path / "out", outdated=True)
    assert again.files == ()
    assert [one.company for one in again.skipped] == ["D1", "D2"]


def test_companies_without_a_pack_are_reported(store: Store, tmp_path: Path) -> None:
    with store.change(message("Out")) as change:
        application = store.where(Application, "company_id", [key_of(store, "D2")])[0]
        change.update(replace(application, status=Status.DECLINED))
        change.delete(Person, [p.id for p in store.where(Person, "company_id", [key_of(store, "D1")])])
    found = make(store, tmp_path / "out", per_delegate=True)
    assert found == PackResult(
        "en",
        (),
        (
            Skipped("D1", "Nobody is named as its delegate."),
            Skipped("D2", "It does not take part: its status is “Declined”."),
        ),
    )
    some = make(store, tmp_path / "out", companies=frozenset((key_of(store, "C1"),)))
    assert [file.company for file in some.files] == ["C1"]
    assert some.skipped == ()


def test_each_delegate_gets_a_pack_or_only_those_chosen(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    with store.change(message("Twins")) as change:
        twin = change.insert(Person(company_id=key, given_name="Given", family_name="D1"))
    found = make(store, tmp_path / "out", per_delegate=True, companies=frozenset((key,)))
    assert [file.path.name for file in found.files] == ["D1 - Given D1 - en.pdf", f"D1 - Given D1 ({twin}) - en.pdf"]
    assert [file.delegate_id for file in found.files][1] == twin
    one = make(store, tmp_path / "one", per_delegate=True, delegates=frozenset((twin,)))
    assert [file.delegate_id for file in one.files] == [twin]
    assert store.all(PackPrint)[-1].delegate_id == twin


def test_companies_of_one_name_get_files_of_their_own(store: Store, tmp_path: Path) -> None:
    with store.change(message("Name")) as change:
        change.update(replace(store.get(Company, key_of(store, "D2")), name="d1"))
    found = make(store, tmp_path / "out", language="fr")
    names = [file.path.name for file in found.files]
    assert names == ["D1 - fr.pdf", f"d1 ({found.files[1].company_id}) - fr.pdf"]


def test_one_file_for_the_print_shop_has_a_sheet_before_each_pack(store: Store, tmp_path: Path) -> None:
    apart = make(store, tmp_path / "apart")
    found = make(store, tmp_path / "out", single="all.pdf")
    assert found.single == tmp_path / "out" / "all.pdf"
    assert [file.path for file in found.files] == [found.single, found.single]
    sheets = sum(file.pages + file.pages % 2 + 2 for file in apart.files)
    assert found.single_pages == pages(found.single) == sheets
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["all.pdf"]


def test_a_print_shop_file_of_nothing_is_none(store: Store, tmp_path: Path) -> None:
    make(store, tmp_path / "apart")
    found = make(store, tmp_path / "out", single="all.pdf", outdated=True)
    assert (found.files, found.single, len(found.skipped)) == ((), None, 2)
    with pytest.raises(UserError, match="There is no pack to print"):
        make(store, tmp_path / "out", single="all.pdf", companies=frozenset())


def test_the_leader_edition_is_one_file(store: Store, tmp_path: Path) -> None:
    found = make(store, tmp_path / "out", edition=Edition.LEADER)
    (file,) = found.files
    assert (file.path.name, file.company_id, found.edition) == ("Leader edition - en.pdf", 0, Edition.LEADER)
    assert file.pages == pages(file.path)
    assert [(one.company_id, one.edition) for one in store.all(PackPrint)] == [(None, Edition.LEADER)]
    again = make(store, tmp_path / "out", edition=Edition.LEADER, outdated=True)
    assert (again.files, again.edition) == ((), Edition.LEADER)
    assert again.skipped == (Skipped("Leader edition", "Its printed pack is still right."),)


def test_another_edition_may_have_a_name_of_its_own(store: Store, tmp_path: Path) -> None:
    found = make(store, tmp_path / "out", edition=Edition.ORGANISER, single="desk.pdf")
    assert found.files[0].path == tmp_path / "out" / "desk.pdf"
    assert found.files[0].path.exists()


def test_a_mission_open_for_reading_keeps_no_journal(store: Store, tmp_path: Path) -> None:
    path = store.path
    store.close()
    with Store.open(path, read_only=True) as found:
        assert len(make(found, tmp_path / "out").files) == 2
        assert found.all(PackPrint) == []


def test_a_folder_that_is_a_file_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(UserError):
        make(store, tmp_path / "out")
    assert store.all(PackPrint) == []


def test_a_pack_whose_file_cannot_be_replaced_is_reported_and_the_others_stand(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out" / "D1 - en.pdf").mkdir(parents=True)
    found = make(store, tmp_path / "out")
    assert [file.company for file in found.files] == ["D2"]
    assert found.skipped == (Skipped("D1", "Its file cannot be written (Is a directory)."),)
    assert [one.company_id for one in store.all(PackPrint)] == [key_of(store, "D2")]


def test_a_preview_writes_nothing(store: Store, tmp_path: Path) -> None:
    material = drafts.read(store)
    company = material.snapshot.company[key_of(store, "D1")]
    job = printing.previewing(material, lambda found: next(drafts.of_companies(found, "en", [company])))
    content, sections, missing = run_now(job, store)
    assert content.startswith(b"%PDF")
    assert (bool(sections), missing) == (True, "")
    assert store.all(PackPrint) == []
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".pdf"] == []


def test_a_full_disk_is_reported_in_a_sentence() -> None:
    with pytest.raises(UserError, match=r"out cannot be written \(No space left\)") as refused, printing.written("out"):
        raise OSError(28, "No space left")
    assert refused.value.hint == "Check that the folder has room and can be written."


def test_the_sheet_before_a_pack_tells_its_length(store: Store, tmp_path: Path) -> None:
    found = make(store, tmp_path / "out", single="all.pdf")
    text = flowing_text((tmp_path / "out" / "all.pdf").read_bytes(), tmp_path)
    assert {file.pages % 4 for file in found.files} == {0}
    for number, file in enumerate(found.files, start=1):
        assert f"Pack {number} of 2" in text
        assert f"{file.pages} pages, printed on both sides" in text
        # As the run list counts them.
        assert f"{file.pages // 4} sheets of paper {file.pages // 4} sheets, folded and stapled in the fold" in text


def test_no_edition_replaces_the_pack_of_its_company(store: Store, tmp_path: Path) -> None:
    one = frozenset((key_of(store, "D1"),))
    for edition in (Edition.DELEGATE, Edition.CARD, Edition.LARGE):
        make(store, tmp_path / "out", edition=edition, companies=one, language="fr")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "D1 - Carte de poche - fr.pdf", "D1 - Gros caractères - fr.pdf", "D1 - fr.pdf",
    ]  # fmt: skip
