"""Damaged files: what can be read of them is saved."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.domain.reviews import Criterion
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, joining
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import Figures, damage_of
from tests.unit.store.damaging import HOWS, broken


def damage(
    path: Path, folder: Path, how: Callable[[bytearray, random.Random], None], seeds: range
) -> tuple[int, int, int]:
    """How many of so many damaged copies are opened whole, refused with a sentence, and salvaged as sound files."""
    opened = refused = saved = 0
    for seed in seeds:
        bad = broken(path, folder / "bad.mission", how, seed)
        try:
            with Store.open(bad, read_only=True) as store:
                store.snapshot()
            opened += 1
        except UserError:
            refused += 1
        target = folder / "saved.mission"
        try:
            numbers = salvage(bad, target).rows
        except UserError:
            continue
        saved += 1
        with Store.open(target) as store:
            assert damage_of(target) == []
            assert len(store.all(Company)) == numbers.get("companies", 0)
            store.snapshot()
        target.unlink()
    return opened, refused, saved


@pytest.mark.parametrize(("how", "copies", "least"), list(zip(HOWS, (12, 6, 6, 6), (5, 5, 2, 6), strict=True)))
def test_damaged_files_are_opened_whole_or_refused_and_salvaged(
    example: Store,
    tmp_path: Path,
    how: Callable[[bytearray, random.Random], None],
    copies: int,
    least: int,
    figures: Figures,
) -> None:
    path = example.path
    example.close()
    opened, refused, saved = damage(path, tmp_path, how, range(copies))
    figures(f"{how.__name__}: of {copies} damaged files {opened} opened whole, {refused} refused, {saved} salvaged")
    assert opened + refused == copies
    assert saved >= least


def test_a_whole_file_is_salvaged_whole(path: Path, tmp_path: Path) -> None:
    numbers = salvage(path, tmp_path / "s.mission").rows
    with Store.open(path) as before, Store.open(tmp_path / "s.mission") as after:
        assert after.snapshot() == before.snapshot()
        assert numbers["meetings"] == 1
        assert after.steps.undo_label == ""
    with pytest.raises(UserError, match="already"):
        salvage(path, tmp_path / "s.mission")


def test_nothing_is_salvaged_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"PK\x03\x04" * 5000)
    with pytest.raises(UserError, match="Nothing can be read"):
        salvage(tmp_path / "x", tmp_path / "y.mission")
    assert not (tmp_path / "y.mission").exists()


def test_criteria_somebody_edited_are_saved_instead_of_the_usual_ones(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change(message("Edit")) as change:
            change.update(replace(store.get(Criterion, 1), name_en="Edited", weight=7))
            change.delete(Criterion, [2])
        wanted = store.all(Criterion)
    salvage(path, tmp_path / "s.mission")
    with Store.open(tmp_path / "s.mission") as saved:
        assert saved.all(Criterion) == wanted


def test_a_copy_from_before_asks_instead_of_writing_over_what_was_salvaged(example: Store, tmp_path: Path) -> None:
    example.backup(tmp_path / "before.mission")
    company = example.all(Company)[0]
    with example.change(message("Edit")) as change:
        change.update(replace(company, city="Lévis"))
    example.close()
    salvage(example.path, tmp_path / "saved.mission")
    with Store.open(tmp_path / "saved.mission") as saved, Store.open(tmp_path / "before.mission") as before:
        joining.write(saved, joining.join(saved, before), message("Merge {name}", name="before"))
        assert [(one.uid, one.columns) for one in joining.open_clashes(saved)] == [(company.uid, ("city",))]
        assert saved.where(Company, "uid", [company.uid])[0].city == "Lévis"


def test_who_was_erased_is_remembered_in_what_was_salvaged(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        erasing.erase(store, [store.all(Person)[0].id])
        before = erasing.tombstones_of(store)
    salvage(path, tmp_path / "saved.mission")
    with Store.open(tmp_path / "saved.mission") as store:
        assert erasing.tombstones_of(store) == before
