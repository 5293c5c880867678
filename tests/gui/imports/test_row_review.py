"""The row that is decided about in the preview."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.gui.imports.row_review import RowReviewPane
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.jobs.companies import cells
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing
from tests.gui.imports.conftest import WizardOpener


@pytest.fixture
def look_alike(open_wizard: WizardOpener, store: Store) -> ImportWizard:
    with store.change(message("Rename")) as change:
        company = store.get(Company, 1)
        change.update(type(company)(id=1, uid=company.uid, side=company.side, name="Acadian Animation"))
    return open_wizard("Company,City\nAcadixan Animation,Gaspé\nD2,Laval\n")


def show(pane: RowReviewPane, wizard: ImportWizard, row: int) -> None:
    assert isinstance(wizard.plan, ImportPlan)
    pane.show_row(wizard.plan, wizard.plan.rows[row], frozenset())


def test_a_row_nothing_is_to_be_decided_about_is_not_shown(look_alike: ImportWizard) -> None:
    show(look_alike.review, look_alike, 0)
    assert not look_alike.review.isHidden()
    show(look_alike.review, look_alike, 1)
    assert look_alike.review.isHidden()


@pytest.mark.parametrize(
    ("act", "expected"),
    [("answer_same", (2, True, frozenset())), ("answer_different", (2, False, frozenset()))],
)
def test_a_look_alike_is_the_same_or_another(
    look_alike: ImportWizard, qtbot: QtBot, act: str, expected: tuple[object, ...]
) -> None:
    pane = look_alike.review
    show(pane, look_alike, 0)
    assert pane.text.text().startswith("Row 2, Acadixan Animation, looks like Acadian Animation (")
    assert [button.isHidden() for button in (pane.same, pane.different, pane.take)] == [False, False, True]
    with qtbot.waitSignal(pane.answered) as answered:
        getattr(pane, act)()
    assert tuple(answered.args) == expected


@pytest.mark.parametrize(
    ("same", "words"), [(True, "It is taken as the same company."), (False, "It is taken as another company.")]
)
def test_the_answer_is_shown(look_alike: ImportWizard, qtbot: QtBot, same: bool, words: str) -> None:
    look_alike.answer(2, same, frozenset())
    qtbot.waitUntil(lambda: look_alike.plan is not None, timeout=10_000)
    assert isinstance(look_alike.plan, ImportPlan)
    if look_alike.plan.rows[0].like:
        show(look_alike.review, look_alike, 0)
        assert look_alike.review.text.text().endswith(words)


def test_values_typed_since_stay_unless_those_of_the_file_are_chosen(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    open_wizard("Company,City\nD2,Laval\n").accept()
    cells.edit(store, [cells.Edit(2, "city", "Gaspé")], message("Edit"))
    wizard = open_wizard("Company,City\nD2,Montréal\n")
    show(wizard.review, wizard, 0)
    assert wizard.review.text.text().startswith("Row 2: these values were typed since.")
    assert [wizard.review.same.isHidden(), wizard.review.take.isHidden()] == [True, False]
    wizard.answer(2, None, frozenset({"city"}))
    qtbot.waitUntil(lambda: wizard.plan is not None, timeout=10_000)
    wizard.accept()
    assert store.get(Company, 2).city == "Montréal"


def test_a_person_who_was_erased_is_left_out_and_can_be_taken(
    open_wizard: WizardOpener, store: Store, qtbot: QtBot
) -> None:
    erasing.erase(store, [store.all(Person)[0].id])
    wizard = open_wizard("Company,Given name,Family name\nNova,Given,D1\n")
    show(wizard.review, wizard, 0)
    said = "Somebody called Given D1 was erased from this mission: left out. Take them if it is another person."
    assert wizard.review.text.text() == said
    wizard.answer(2, None, frozenset({"Given D1: delegates"}))
    qtbot.waitUntil(lambda: isinstance(wizard.plan, ImportPlan) and not wizard.plan.issues, timeout=10_000)
    assert isinstance(wizard.plan, ImportPlan)
    assert [person.full_name for person in wizard.plan.targets[0].after.delegates] == ["Given D1"]
