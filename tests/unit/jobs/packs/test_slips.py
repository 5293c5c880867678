"""Change slips: for packs that are out of date, which then count as printed."""

from pathlib import Path

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, slips, states
from missionplanner.jobs.packs.states import PrintState
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.unit.jobs.packs.test_states import mark_printed
from tests.unit.pack.making import draft, flowing_text


def test_slips_are_for_packs_that_are_out_of_date(store: Store, tmp_path: Path) -> None:
    meet(store, "D2", "C2", 1, 0)
    mark_printed(store, draft(store, "D1"), draft(store, "D2"), draft(store, "C1"))
    meet(store, "D1", "C1", 0, 0)
    seen: list[tuple[float, str]] = []
    job = slips.make(tmp_path / "slips.pdf", "en")
    found = run_now(job, store, Progress(lambda fraction, text: seen.append((fraction, text))))
    assert [text for _fraction, text in seen] == ["Gathering what changed", ""]
    assert seen[0][0] < 0.5 < seen[1][0] < 1
    assert [(file.company, file.pages) for file in found.files] == [("D1", 1), ("C1", 1)]
    assert (found.single, found.single_pages) == (tmp_path / "slips.pdf", 2)
    text = flowing_text((tmp_path / "slips.pdf").read_bytes(), tmp_path)
    assert "What changed since your pack was printed" in text
    assert "09:00" in text
    after = states.states(drafts.read(store), "en")
    assert after[key_of(store, "D1")] is PrintState.CURRENT


def test_slips_may_be_of_some_companies(store: Store, tmp_path: Path) -> None:
    mark_printed(store, draft(store, "D1"), draft(store, "C1"))
    meet(store, "D1", "C1", 0, 0)
    chosen = frozenset((key_of(store, "C1"),))
    found = run_now(slips.make(tmp_path / "slips.pdf", "en", chosen), store)
    assert [file.company for file in found.files] == ["C1"]


def test_a_slip_of_a_delegate_names_the_delegate(store: Store, tmp_path: Path) -> None:
    material = drafts.read(store)
    company = material.snapshot.company[key_of(store, "D1")]
    mark_printed(store, *drafts.of_companies(material, "fr", [company], per_delegate=True))
    meet(store, "D1", "C1", 0, 0)
    found = run_now(slips.make(tmp_path / "slips.pdf", "fr"), store)
    assert [file.delegate_id for file in found.files] == [material.snapshot.delegates_of[company.id][0].id]
    assert "D1 – Given D1" in flowing_text((tmp_path / "slips.pdf").read_bytes(), tmp_path)


def test_no_slip_is_made_where_every_printed_pack_is_right(store: Store, tmp_path: Path) -> None:
    mark_printed(store, draft(store, "D1"))
    with pytest.raises(UserError, match="No slip is needed"):
        run_now(slips.make(tmp_path / "slips.pdf", "en"), store)
    assert not (tmp_path / "slips.pdf").exists()
