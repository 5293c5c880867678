"""Each rule of the merge, broken on purpose: the random work must find out. Run by hand or with --soak."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from missionplanner.domain.mentions import Called, Mentions
from missionplanner.store.merging import (
    authorship,
    fitting,
    forks,
    layout,
    naming,
    undoing,
    union,
    view,
    writing,
)
from missionplanner.store.merging.forgetting import Forgotten
from missionplanner.store.rows import new_uids
from missionplanner.store.upkeep import homecoming
from tests.builders import Figures
from tests.merging import acts
from tests.merging.people import repeatable
from tests.merging.world import World

pytestmark = pytest.mark.soak
Patch = pytest.MonkeyPatch


def _no_revival(patch: Patch) -> None:
    patch.setattr(view.View, "_is_written_since", lambda *_args: False)


def _no_following(patch: Patch) -> None:
    patch.setattr(view.View, "_follow_links", lambda *_args: None)


def _no_roots(patch: Patch) -> None:
    patch.setattr(view.View, "_find_roots", lambda *_args: None)


def _chance_uids(patch: Patch) -> None:
    patch.setattr(naming, "_natural", lambda _db, _layout, rows: new_uids(len(rows)))


def _twins_stay(patch: Patch) -> None:
    patch.setattr(fitting, "_twins", lambda *_args: [])


def _plans_mixed(patch: Patch) -> None:
    patch.setattr(view.View, "_not_in_force", lambda *_args: set())


def _single_columns(patch: Patch) -> None:
    patch.setattr(layout, "_TOGETHER", {})
    layout._KNOWN.clear()
    layout.register_columns.cache_clear()


def _meaning_unwritten(patch: Patch) -> None:
    before = authorship._note_writes

    def note(db: Any, step: Any, changed: Any, declared: Any) -> None:
        declared.touched.clear()
        before(db, step, changed, declared)

    patch.setattr(authorship, "_note_writes", note)


def _undo_takes_all(patch: Patch) -> None:
    patch.setattr(undoing, "_is_others", lambda *_args: False)


def _undo_means_nothing(patch: Patch) -> None:
    patch.setattr(authorship, "_standing", lambda *_args: {})


def _erased_comes_back(patch: Patch) -> None:
    patch.setattr(union, "_erase", lambda *_args: None)
    nobody = Forgotten(frozenset(), Mentions(Called()))
    patch.setattr(homecoming, "coming_back", lambda *_args: ((), nobody))


def _no_forks(patch: Patch) -> None:
    patch.setattr(forks, "branches", lambda *_args: ([], []))


def _own_clock(patch: Patch) -> None:
    patch.setattr(view, "newest", lambda writes, _steps: next(iter(writes)))


def _no_loops_cut(patch: Patch) -> None:
    patch.setattr(fitting, "_cut_loops", lambda *_args: None)


def _last_wins(patch: Patch) -> None:
    before = union._row

    def row(mine: Any, theirs: Any, one: Any, other: Any, known: Any) -> Any:
        found = before(mine, theirs, one, other, known)
        for name, written in found.registers.items():
            if len(written) > 1:
                last = max(written)
                found.registers[name] = {last: written[last]}
        return found

    patch.setattr(union, "_row", row)


def _keys_not_kept(patch: Patch) -> None:
    patch.setattr(writing, "_reserve", lambda *_args: None)


def _nothing_hidden_kept(patch: Patch) -> None:
    patch.setattr(writing, "_write_hidden", lambda *_args: None)


RULES: dict[str, Callable[[Patch], None]] = {
    "1 a deletion is void where something was written": _no_revival,
    "2 links revive their target": _no_following,
    "3 duplicates lead to one": _no_roots,
    "4 natural keys": _chance_uids,
    "4 twins": _twins_stay,
    "6 plans whole": _plans_mixed,
    "7 what means something is written": _meaning_unwritten,
    "8 composite registers": _single_columns,
    "9 undo leaves others": _undo_takes_all,
    "9 undo stands for what it puts back": _undo_means_nothing,
    "10 erased": _erased_comes_back,
    "11 forks are repaired": _no_forks,
    "12 the clock, the same everywhere": _own_clock,
    "trees": _no_loops_cut,
    "both values of a clash": _last_wins,
    "keys of hidden rows": _keys_not_kept,
    "hidden rows are kept": _nothing_hidden_kept,
}


@pytest.fixture(autouse=True)
def _layout_afresh() -> Iterator[None]:
    yield
    layout._KNOWN.clear()
    layout.register_columns.cache_clear()


@pytest.mark.usefixtures("no_copies")
@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_found(
    mission: Path, tmp_path: Path, rule: str, monkeypatch: pytest.MonkeyPatch, figures: Figures
) -> None:
    RULES[rule](monkeypatch)
    for number in range(400):
        try:
            work_at_random(tmp_path / str(number), mission, number)
        except Exception as error:  # noqa: BLE001 # whatever it is: it was found
            figures(f"{rule}, broken: found by mission {number + 1}: {' '.join(str(error).split())[:70]}")
            return
    pytest.fail("nobody noticed")


def work_at_random(folder: Path, mission: Path, number: int) -> None:
    """Have four people do thirty things of a few kinds, merging now and then, and exchange everything."""
    chance = Random(number)
    kinds = [*chance.sample(sorted(acts.ACTS), k=5), "undo", "erase"]
    with repeatable(number):
        world = World(folder, mission, 4)
        try:
            for _step in range(30):
                one, other = chance.sample(world.people, k=2)
                what = chance.random()
                if what < 0.25:
                    world.bring(one, other, both=chance.random() < 0.3)
                elif what < 0.3:
                    world.keep_copy(one)
                elif what < 0.35:
                    world.put_back(one, is_new=chance.random() < 0.4)
                else:
                    world.act(one, chance.choice(kinds), chance.randrange(2**32))
            world.exchange(number)
        finally:
            world.close()
