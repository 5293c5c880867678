"""Letters that ask companies to come to another stop."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.advice import Advice, AdviceKind
from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Person
from missionplanner.i18n import LANGUAGES
from missionplanner.jobs.advice import stop_letters
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import letters
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of


@pytest.fixture
def advice(store: Store) -> Advice:
    """D1, which speaks French, is asked to come to Monterrey, where it could meet C1 of Saltillo and C2."""
    with store.change(message("Fill")) as change:
        stop = change.insert(Stop(name_en="Monterrey", starts=DAY, ends=DAY))
        d1, c1, c2 = (key_of(store, name) for name in ("D1", "C1", "C2"))
        change.insert_all(CompanyStop(company_id=key, stop_id=1 if key == d1 else stop) for key in (d1, c1, c2))
        change.update(replace(store.get(Company, c1), city="Saltillo"))
        person = store.where(Person, "company_id", [d1])[0]
        change.update(replace(person, email="zoe@d1.ca", languages="fr"))
    return Advice(AdviceKind.ASK, frozenset({(d1, c1), (d1, c2)}), number=1, bound=1, asks=((d1, stop),))


def test_a_letter_names_the_city_and_the_meetings_in_the_language_of_the_company(store: Store, advice: Advice) -> None:
    (found,) = stop_letters.compose(store.snapshot(), advice)
    assert (found.language, found.recipient) == ("fr", "zoe@d1.ca")
    assert " ".join(found.subject.split()) == "Test mission : pourriez-vous venir aussi à Monterrey ?"
    assert "- C1 (Saltillo)\n- C2\n" in found.body


def test_letters_are_for_those_who_are_chosen(store: Store, advice: Advice) -> None:
    assert stop_letters.compose(store.snapshot(), advice, [key_of(store, "C1")]) == []


def test_letters_are_written_as_drafts_and_on_paper(store: Store, advice: Advice, tmp_path: Path) -> None:
    both = replace(advice, asks=(*advice.asks, (key_of(store, "C1"), 1)))
    before = store.steps.undo_label
    without = run_now(stop_letters.write(stop_letters.compose(store.snapshot(), both), tmp_path), store)
    assert without == ("C1",)
    assert {path.name for path in tmp_path.iterdir() if path.suffix in (".pdf", ".eml")} == {
        "C1 - Otra ciudad.pdf", "D1 - Une autre ville.eml", "D1 - Une autre ville.pdf", "All letters.pdf",
    }  # fmt: skip
    assert store.steps.undo_label == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_wording_is_filled_in(store: Store, advice: Advice, language: str) -> None:
    with store.change(message("Speak")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), language=language))
    (found,) = stop_letters.compose(store.snapshot(), advice)
    assert (found.language, "{" in found.subject + found.body) == (language, False)
    assert letters.standard_template(stop_letters.TEMPLATE, language).subject
