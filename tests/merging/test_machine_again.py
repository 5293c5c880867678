"""The second half of the random work of several people, in a file of its own that runs beside the first."""

from collections import Counter
from pathlib import Path

import pytest

from tests.builders import Figures
from tests.merging.test_machine import LONG, SHORT, run, said


@pytest.mark.usefixtures("no_copies")
def test_other_random_work_merges_without_loss(mission: Path, tmp_path: Path, figures: Figures) -> None:
    counted: Counter[str] = Counter()
    for part, size in enumerate((LONG, SHORT), 1_000_003):
        run(mission, tmp_path, size, counted, part)
    figures(f"merging, part 2: {said(counted)}, nothing lost")
