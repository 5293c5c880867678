"""The papers of signings: tagged PDF in three languages; the press is told nothing under embargo."""

from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from missionplanner.domain.agreements import Signatory
from missionplanner.domain.events import Event, EventKind
from missionplanner.errors import UserError
from missionplanner.jobs.agreements import entering, papers, typed
from missionplanner.jobs.agreements.papers import SigningPaper
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment, small_mission

EVENING = datetime(2026, 2, 16, 18, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = small_mission(tmp_path_factory.mktemp("signing") / "m.mission")
    with made.change(message("Signing")) as change:
        change.insert(
            Event(
                stop_id=1,
                venue_id=1,
                kind=EventKind.SIGNING,
                name_en="Signing",
                name_fr="Signature",
                starts=moment(17),
                ends=moment(18),
            )
        )
    common = {"status": "ready", "event": "Signing", "currency": "CAD", "actual_value": "999"}
    typed.enter_texts(
        made,
        None,
        {**common, "title_en": "Second", "position": "2", "parties": "D1; C1", "embargo": "2026-02-16 18:00"},
    )
    first = {
        "title_en": "First",
        "title_fr": "Premier",
        "position": "1",
        "parties": "D2; Ministry",
        "announced_value": "5000",
    }
    typed.enter_texts(
        made, None, {**common, **first, "signatories": "Given D2|CEO|D2; Luis Vega|Minister|Ministry; Eve|||witness"}
    )
    typed.enter_texts(made, None, {"title_en": "Alone", "parties": "C3"})
    entering.drop_out(made, [one for one in made.all(Signatory) if one.name == "Luis Vega"], "ill")
    return made


@pytest.mark.parametrize(("paper", "language"), [(SigningPaper.RUN, "en"), (SigningPaper.PRESS, "es")])
def test_a_paper_is_a_tagged_pdf_in_its_language(
    store: Store, tmp_path: Path, paper: SigningPaper, language: str
) -> None:
    made = run_now(papers.make(tmp_path / "p.pdf", paper, language, EVENING), store)
    assert made.withheld == 0
    with pikepdf.open(BytesIO(made.path.read_bytes())) as pdf:
        assert str(pdf.Root.Lang)[:2] == language
        assert bool(pdf.Root.MarkInfo.Marked)


def test_nothing_to_print_is_said(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as empty, pytest.raises(UserError, match="no agreement for this paper"):
        run_now(papers.make(tmp_path / "p.pdf", SigningPaper.PRESS, "en", EVENING), empty)
    assert not (tmp_path / "p.pdf").exists()
