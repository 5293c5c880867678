"""The content of papers of signings; the press is told nothing under embargo."""

from datetime import datetime, timedelta, timezone

import pytest

from missionplanner.domain.agreements import Signatory
from missionplanner.domain.events import Event, EventKind
from missionplanner.i18n import translator
from missionplanner.jobs.agreements import entering, typed
from missionplanner.messages import message
from missionplanner.pack import agreement_papers
from missionplanner.pack.phrases import Phrase
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


def test_the_run_sheet_says_who_signs_what_in_which_order_and_who_is_missing(store: Store) -> None:
    signing, alone = agreement_papers.run_sheets(store.snapshot(), translator("en"))
    assert signing.heading == "Signing, Hall, Mexico City, Monday, February 16, 2026, 17:00–18:00"
    assert signing.rows == (
        ("1", "First. Memorandum of understanding", "Given D2, CEO", "D2", "Signs"),
        ("", "", "Luis Vega, Minister – dropped out: ill", "Ministry", "Signs"),
        ("", "", "Eve", "", "Witness"),
        ("2", "Second. Memorandum of understanding. Embargo until February 16 at 18:00", "nobody named yet", "D1", ""),
        ("", "", "nobody named yet", "C1", ""),
    )
    assert alone.heading == "Without a signing ceremony"


def test_the_press_is_told_no_real_value_no_draft_and_nothing_under_embargo(store: Store) -> None:
    snapshot, t = store.snapshot(), translator("fr")
    (told,) = agreement_papers.press_sheets(snapshot, t, EVENING - timedelta(seconds=1))
    ((title, _kind, parties, names, value),) = told.rows
    assert (title, parties, names) == ("Premier", "D2, Ministry", (Phrase("Given D2, CEO"), Phrase("Eve")))
    assert " " not in value
    assert value.replace("\u00a0", " ").replace("\u202f", " ") == "5 000 CAD"
    assert "999" not in str(told.rows)
    assert agreement_papers.withheld(snapshot, EVENING - timedelta(seconds=1)) == 1
    (later,) = agreement_papers.press_sheets(snapshot, t, EVENING)
    assert [row[0] for row in later.rows] == ["Premier", "Second"]
    assert agreement_papers.withheld(snapshot, EVENING) == 0


def test_a_leader_reads_what_is_signed_and_who_dropped_out(store: Store) -> None:
    snapshot = store.snapshot()
    assert agreement_papers.lines_of(snapshot, snapshot.events[0], translator("en")) == (
        "Signing: First (D2, Ministry)", "Luis Vega dropped out.", "Signing: Second (D1, C1)",
    )  # fmt: skip
