"""Suggestions are shown with the parts of their scores, accepted one by one or for everybody."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.domain.mission import MatchWeight, Synonyms
from missionplanner.domain.requests import Priority, Request
from missionplanner.gui.requests.suggestion_settings import SynonymsDialog, WeightsDialog
from missionplanner.gui.requests.suggestions import SuggestionsPage
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.requests.conftest import PageShower, said


@pytest.fixture
def page(workspace: Workspace, store: Store, runner: Runner, show_page: PageShower, qtbot: QtBot) -> SuggestionsPage:
    """The suggestions for eight pairs nobody asked for: everybody of the delegation offers what every other seeks."""
    with store.change(message("Offerings")) as change:
        for company in store.all(Company):
            kind = OfferingKind.OFFERS if company.side is Side.DELEGATION else OfferingKind.SEEKS
            change.insert(Offering(company_id=company.id, kind=kind, text="Lithium battery packs for electric buses"))
    found = SuggestionsPage(workspace, runner)
    show_page(found)
    qtbot.waitUntil(lambda: found.found is not None, timeout=20_000)
    return found


@pytest.fixture
def settled(runner: Runner, qtbot: QtBot) -> Callable[[], None]:
    """Waits until the scores are worked out."""
    return lambda: qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)


def pairs(page: SuggestionsPage) -> set[tuple[str, str]]:
    rows = page.table.rows
    return {(rows.text(n, 1), rows.text(n, 2)) for n in range(rows.rowCount())}


def test_every_pair_nobody_asked_for_is_suggested(page: SuggestionsPage) -> None:
    everybody = {(f"D{one}", f"C{other}") for one in (1, 2, 3) for other in (1, 2, 3)}
    assert pairs(page) == everybody - {("D1", "C1")}
    assert page.count_label.text() == "8 suggestions"


def test_a_company_sees_its_own(page: SuggestionsPage) -> None:
    page.company.setText("C2")
    assert pairs(page) == {("D1", "C2"), ("D2", "C2"), ("D3", "C2")}


def test_the_score_is_explained(page: SuggestionsPage) -> None:
    page.table.selectRow(0)
    names = " – ".join(page.table.rows.text(0, n) for n in (1, 2))
    assert page.score.text() == f"{names}: {page.table.rows.text(0, 0)} of 100"
    assert page.parts.accessibleDescription().startswith("Offers and what is sought: ")


def test_without_a_selection_nothing_is_explained(page: SuggestionsPage) -> None:
    page.table.clearSelection()
    assert (page.score.text(), page.words.text()) == ("", "")


def test_the_selected_suggestions_become_requests_in_one_step(
    page: SuggestionsPage, store: Store, settled: Callable[[], None]
) -> None:
    chosen = (page.table.rows.text(0, 1), page.table.rows.text(0, 2))
    page.accept()
    assert said(store)[(*chosen, "delegation")] is Priority.MEET
    assert store.steps.undo_label == "Accept 1 suggestion"
    settled()
    assert chosen not in pairs(page)


def test_everyone_gets_what_is_needed(
    page: SuggestionsPage, store: Store, settled: Callable[[], None], told: list[tuple[str, str]]
) -> None:
    page.least.set_value(2)
    page.give_everyone()
    counted = dict.fromkeys(("D1", "D2", "D3", "C1", "C2", "C3"), 0)
    for one, other, _side in said(store):
        counted[one] += 1
        counted[other] += 1
    assert min(counted.values()) >= 2
    assert told == [(f"{store.count(Request) - 1} requests were added.", "Undo takes them back.")]
    settled()
    assert page.least.value == 2


def test_who_stays_short_is_reported(
    page: SuggestionsPage, settled: Callable[[], None], reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    page.least.set_value(9)
    page.give_everyone()
    text, rows = reports[0]
    assert text.endswith("Companies that still have fewer than 9: 6.")
    assert sorted(name for name, _number in rows) == ["C1", "C2", "C3", "D1", "D2", "D3"]
    settled()


def test_without_a_side_there_is_nobody_to_suggest(page: SuggestionsPage) -> None:
    page.show_suggestions(None)
    page.give_everyone()
    assert pairs(page) == set()
    assert page.count_label.text() == "There is nobody to suggest: a side has no company that takes part."


def test_weights_and_synonyms_are_stored_when_they_are_accepted(
    page: SuggestionsPage, store: Store, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_weights(dialog: WeightsDialog) -> int:
        dialog.sliders["offers"].setValue(90)
        return answers.pop(0)

    def fill_synonyms(dialog: SynonymsDialog) -> int:
        dialog.grid.show_rows([["battery; pile"]])
        assert dialog.sector.value is None
        return answers.pop(0)

    monkeypatch.setattr(WeightsDialog, "exec", fill_weights)
    monkeypatch.setattr(SynonymsDialog, "exec", fill_synonyms)
    answers = [0, 0, 1, 1]
    for _n in range(2):
        page.edit_weights()
        page.edit_synonyms()
        settled()
        if answers:
            assert store.count(Synonyms) == store.count(MatchWeight) == 0
    assert {one.part: one.weight for one in store.all(MatchWeight)}["offers"] == 90
    assert [one.words for one in store.all(Synonyms) if one.sector_id is None] == ["battery; pile"]


def test_the_list_to_print_is_of_the_company(page: SuggestionsPage, store: Store) -> None:
    page.company.setText("D3")
    found = page.shown_list()
    assert (found.subtitle, {row[1] for row in found.rows}) == ("D3", {"D3"})
    assert key_of(store, "D3") in page.table.rows.record(0)[1]
