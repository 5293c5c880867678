"""Packs as files: named, written whole or not at all, one failing pack beside the others."""

import os
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.mission import Venue
from missionplanner.errors import Cancelled, UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.pack.checking import errors
from tests.unit.pack.making import printed


def test_names_of_files_are_safe_and_told_apart(store: Store, tmp_path: Path) -> None:
    one, two, three = (store.get(Company, key_of(store, name)) for name in ("D1", "D2", "D3"))
    with store.change(message("x")) as change:
        change.update(replace(one, name="../../CON"))
        change.update(replace(two, name="a/b:c"))
        change.update(replace(three, name="A B C"))
    result = run_now(printing.make(printing.PackOptions(tmp_path / "out")), store)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(file.path.name for file in result.files)
    assert len({file.path.name.casefold() for file in result.files}) == 3


def test_packs_go_to_the_delegation_and_to_counterparts_that_are_named(store: Store, tmp_path: Path) -> None:
    result = run_now(printing.make(printing.PackOptions(tmp_path / "out")), store)
    assert [file.company for file in result.files] == ["D1", "D2", "D3"]
    named = frozenset(key_of(store, name) for name in ("D3", "C1"))
    result = run_now(printing.make(printing.PackOptions(tmp_path / "out", companies=named)), store)
    assert [file.company for file in result.files] == ["D3", "C1"]
    decisions.set_status(store, [key_of(store, "D3")], Status.DECLINED)
    result = run_now(printing.make(printing.PackOptions(tmp_path / "out", companies=named)), store)
    assert [(skipped.company, skipped.reason) for skipped in result.skipped] == [
        ("D3", "It does not take part: its status is “Declined”.")
    ]


def test_a_folder_that_cannot_be_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="cannot be made"):
        run_now(printing.make(printing.PackOptions(tmp_path / "file" / "out")), store)


def test_a_pack_that_cannot_be_written_does_not_stop_the_others(eventful: Store, tmp_path: Path) -> None:
    (tmp_path / "D2 - en.pdf").mkdir()
    result = run_now(printing.make(printing.PackOptions(tmp_path)), eventful)
    assert [file.company for file in result.files] == ["D1", "D3"]
    assert [skipped.company for skipped in result.skipped] == ["D2"]
    assert re.fullmatch(r"Its file cannot be written \(.+\)\.", result.skipped[0].reason)
    assert len(eventful.all(PackPrint)) == 2


def test_very_long_texts_are_printed_or_refused_in_a_sentence(eventful: Store, tmp_path: Path) -> None:
    with eventful.change(message("Long")) as change:
        event = eventful.all(Event)[0]
        change.update(replace(event, name_en="x" * 1000, place="y " * 499, talking_points="z " * 9000))
        change.update(replace(eventful.all(Venue)[0], name="v" * 1000, address="a\n" * 400))
        change.update(
            replace(eventful.get(Company, key_of(eventful, "C1")), name="n" * 1000, website="https://" + "w" * 900)
        )
    for whose in ("D1", Edition.LEADER, Edition.ORGANISER):
        path = tmp_path / "p.pdf"
        path.write_bytes(printed(eventful, whose))
        assert errors(path) == []
    run_now(printing.make(printing.PackOptions(tmp_path / "out")), eventful)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()} == {0o666 & ~umask()}


def umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


@pytest.mark.parametrize("number", [3, 9])
def test_cancelled_printing_leaves_nothing(tmp_path: Path, number: int) -> None:
    with small_mission(tmp_path / "many.mission", delegation=number) as eventful:
        progress = Progress(lambda fraction, _text: progress.cancel() if fraction > 0.3 else None)
        with pytest.raises(Cancelled):
            run_now(printing.make(printing.PackOptions(tmp_path / "out")), eventful, progress)
        assert not (tmp_path / "out").exists()
        assert eventful.all(PackPrint) == []
