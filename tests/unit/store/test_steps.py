"""Steps: undone and redone exactly, all or nothing, journals outside of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mission import MissionText
from missionplanner.domain.people import Person
from missionplanner.domain.reviews import Criterion
from missionplanner.domain.timetable import Availability, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.companies import attachments, duplicates, registrations
from missionplanner.jobs.selection import decisions
from missionplanner.messages import Named, counted_message, message
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLE_NAMES
from tests.builders import DAY, key_of, moment, small_mission, whole
from tests.unit.store.acts import ACTS, act_edit, act_enter, act_text, act_venue


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_undo_and_redo_restore_exactly(store: Store, act: Callable[[Store], None]) -> None:
    states = [whole(store)]
    store.on_change(lambda _tables: states.append(whole(store)))
    act(store)
    after = states[-1]
    assert after != states[0]
    steps = 0
    while store.steps.undo_label:
        store.undo()
        steps += 1
    assert whole(store) == states[0]
    for _ in range(steps):
        store.redo()
    assert whole(store) == after


def test_a_new_change_makes_redo_impossible(store: Store) -> None:
    act_text(store)
    store.undo()
    act_venue(store)
    assert store.steps.redo_label == ""
    assert store.steps.undo_label == "Edit venue"


def test_undo_works_after_the_file_was_closed_and_opened(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = whole(store)
        act_edit(store)
    with Store.open(tmp_path / "m.mission") as store:
        assert store.undo() == "Edit D1"
        assert whole(store) == before


def test_the_beginning_of_a_file_is_not_undone(store: Store) -> None:
    assert store.undo() == ""
    assert store.mission.name == "Test mission"


def test_listeners_hear_just_the_touched_tables(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.on_change(heard.append)
    act_text(store)
    with store.change(message("nothing")):
        pass
    assert heard == [frozenset({"texts"})]


def test_an_error_inside_a_change_leaves_nothing(store: Store) -> None:
    before = whole(store)

    def fail() -> None:
        with store.change(message("Fail")) as change:
            change.insert(Company(side=Side.DELEGATION, name="Half"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert whole(store) == before
    assert store.steps.undo_label == ""


def test_journals_are_outside_undo(store: Store) -> None:
    act_text(store)
    store.record(PackPrint(company_id=1, printed_at=moment(9)))
    store.undo()
    assert store.count(PackPrint) == 1
    with pytest.raises(ValueError, match="no journal"):
        store.record(Company(side=Side.DELEGATION, name="x"))


def test_a_change_of_nothing_leaves_redo_possible(store: Store) -> None:
    act_edit(store)
    store.undo()
    decisions.set_status(store, [1], Status.ACCEPTED)
    assert store.redo() == "Edit D1"


def test_a_sealed_file_is_its_own_beginning(store: Store) -> None:
    act_text(store)
    store.steps.seal()
    assert (store.undo(), store.redo(), store.steps.undo_label) == ("", "", "")
    assert store.count(MissionText) == 1


def test_undo_and_redo_say_what_they_did_and_are_steps_themselves(store: Store) -> None:
    act_text(store)
    assert (store.undo(), store.steps.undo_label, store.steps.redo_label) == ("Edit texts", "", "Edit texts")
    assert (store.redo(), store.steps.undo_label, store.steps.redo_label) == ("Edit texts", "Edit texts", "")
    assert [(step.kind, step.label) for step in store.steps.history(3)] == [
        ("redo", "Redo: Edit texts"),
        ("undo", "Undo: Edit texts"),
        ("change", "Edit texts"),
    ]


def test_several_steps_are_undone_from_the_last_and_redone_from_the_first(store: Store) -> None:
    act_text(store)
    act_venue(store)
    assert [store.undo(), store.undo(), store.undo()] == ["Edit venue", "Edit texts", ""]
    assert [store.redo(), store.redo(), store.redo()] == ["Edit texts", "Edit venue", ""]


def test_journals_are_written_all_or_none_and_heard_of(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.on_change(heard.append)
    wrong = PackPrint(company_id=-1, printed_at=moment(9))
    with pytest.raises(UserError, match="Printed pack"):
        store.record(PackPrint(company_id=1, printed_at=moment(9)), wrong)
    assert (store.count(PackPrint), heard) == (0, [])
    store.record(PackPrint(company_id=1, printed_at=moment(9)))
    assert (store.count(PackPrint), heard) == (1, [frozenset({"pack_prints"})])


def test_what_happens_outside_undo_is_heard_of_as_everything(store: Store) -> None:
    heard: list[frozenset[str]] = []
    store.on_change(heard.append)
    with store.steps.outside_undo() as db:
        db.execute("DELETE FROM form_drafts")
    assert heard == [TABLE_NAMES]
    assert store.steps.undo_label == ""


def change_texts(store: Store) -> None:
    """Make a step of four values, undo it, do it again."""
    label = message(
        "{step}: {day} {company}",
        step=counted_message("Delete {n} company", "Delete {n} companies", 2),
        day=DAY,
        company=Named("companies", "u1", "Acme"),
    )
    with store.change(label) as change:
        change.insert(MissionText(kind="welcome", language="fr", title="Bienvenue", body=""))
    store.undo()
    store.redo()


LABELS = {
    "en": "Delete 2 companies: Feb 16, 2026 Acme",
    "fr": "Supprimer 2 entreprises: 16 févr. 2026 Acme",
    "es": "Eliminar 2 empresas: 16 feb 2026 Acme",
}
UNDO = {"en": "Undo: ", "fr": "Annuler\u00a0: ", "es": "Deshacer: "}
REDO = {"en": "Redo: ", "fr": "Rétablir\u00a0: ", "es": "Rehacer: "}


@pytest.mark.parametrize("writer", i18n.LANGUAGES)
@pytest.mark.parametrize("reader", i18n.LANGUAGES)
def test_labels_are_read_in_the_language_of_the_reader(store: Store, writer: str, reader: str) -> None:
    i18n.use(writer)
    change_texts(store)
    i18n.use(reader)
    label = LABELS[reader]
    assert store.steps.undo_label == label
    assert [step.label for step in store.steps.history(3)] == [REDO[reader] + label, UNDO[reader] + label, label]
    assert (store.undo(), store.steps.redo_label) == (label, label)
    assert store.redo() == label


def test_labels_of_older_files_are_read_as_they_are(store: Store) -> None:
    act_text(store)
    with store.steps.outside_undo() as db:
        db.execute("UPDATE steps SET label = 'Modifier {step}' WHERE state = 'done'")
    assert store.undo() == "Modifier {step}"
    assert [step.label for step in store.steps.history(2)] == ["Undo: Modifier {step}", "Modifier {step}"]


IN_LANGUAGES = {
    "act_enter": ("Enter New one", "Saisir New one", "Capturar New one"),
    "act_edit": ("Edit D1", "Modifier D1", "Editar D1"),
    "act_delete": ("Delete 2 companies", "Supprimer 2 entreprises", "Eliminar 2 empresas"),
    "act_withdraw": (
        "Set status to Withdrawn",
        "Mettre le statut à «\u00a0Retirée\u00a0»",
        "Cambiar el estado a Retirada",
    ),
    "act_plan": (
        "Make timetable (8 new, 0 moved, 0 dropped, 0 unchanged)",
        "Établir l’horaire (8 nouvelles, 0 déplacée, 0 abandonnée, 0 inchangée)",
        "Hacer agenda (8 nuevas, 0 movidas, 0 eliminadas, 0 sin cambios)",
    ),
    "act_venue": ("Edit venue", "Modifier le lieu", "Editar sede"),
    "act_text": ("Edit texts", "Modifier les textes", "Editar textos"),
}


@pytest.mark.parametrize("writer", i18n.LANGUAGES)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_acts_are_read_in_the_language_of_the_reader(store: Store, act: Callable[[Store], None], writer: str) -> None:
    i18n.use(writer)
    act(store)
    shown = []
    for reader in i18n.LANGUAGES:
        i18n.use(reader)
        shown.append(store.steps.history(1)[0].label)
    assert tuple(shown) == IN_LANGUAGES[act.__name__]


def test_labels_name_companies_by_their_uids(store: Store, tmp_path: Path) -> None:
    act_enter(store)
    one, two = (store.get(Company, key_of(store, name)) for name in ("D1", "D2"))
    (tmp_path / "Ana.pdf").write_bytes(b"Ana")
    duplicates.tell_apart(store, one.id, two.id)
    decisions.give_marks(store, one.id, "Ana", {store.all(Criterion)[0].id: 3})
    attachments.attach(store, one.id, tmp_path / "Ana.pdf")
    attachments.set_logo(store, one.id, b"logo")
    record = registrations.records(store, [one.id])[one.id]
    registrations.enter(store, replace(record, company=replace(record.company, city="Lévis")), record)
    duplicates.merge(store, one.id, two.id, ())
    with store.steps.outside_undo() as db:
        labels = [row[0] for row in db.execute("SELECT label FROM steps WHERE label LIKE '%companies%' ORDER BY id")]
    new = store.get(Company, key_of(store, "New one"))
    named = [[company.name for company in (new, one, two) if company.uid in label] for label in labels]
    assert named == [["New one"], ["D1", "D2"], ["D1"], ["D1"], ["D1"], ["D1"], ["D1", "D2"]]


def test_absences_go_with_whoever_they_are_of_and_come_back_with_them(store: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("Absences")) as change:
        for owner, key in ((Owner.DELEGATE, person.id), (Owner.COMPANY, person.company_id), (Owner.TABLE, 1)):
            change.insert(Availability(owner=owner, owner_id=key, starts=moment(9), ends=moment(10)))
    before = store.all(Availability)
    with store.change(message("Delete")) as change:
        change.delete(Company, [person.company_id])
    assert [absence.owner for absence in store.all(Availability)] == [Owner.TABLE]
    store.undo()
    assert store.all(Availability) == before
