"""Every pack of the example in three languages and three editions through three checkers and qpdf."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.journals import Edition
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.store.store import Store
from tests.benchmarks.packs import planned
from tests.builders import Figures
from tests.unit.pack.checking import errors

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with planned(tmp_path_factory.mktemp("soak") / "canada-mexico-2026.mission") as store:
        yield store


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("edition", list(Edition))
def test_every_pack_is_sound_and_accessible(
    mission: Store, tmp_path: Path, edition: Edition, language: str, figures: Figures
) -> None:
    result = run_now(printing.make(printing.PackOptions(tmp_path, language, edition=edition)), mission)
    found = {}
    for file in result.files:
        wrong = errors(file.path)
        checked = subprocess.run(["qpdf", "--check", file.path], capture_output=True, text=True, check=False)
        if wrong or checked.returncode:
            found[file.company] = [*wrong, checked.stderr]
    pages = sum(file.pages for file in result.files)
    figures(f"{edition.value}, {language}: {len(result.files)} packs, {pages} pages, {len(found)} with an error")
    assert found == {}
    assert len(result.files) == (245 if edition is Edition.DELEGATE else 1)
