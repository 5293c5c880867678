"""The form of a registration: entered, checked, stored as one step; drafts of what was typed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.domain.companies import Company, CompanySector, Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Sector
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Person
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.fields import definitions, fees
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, moment
from tests.gui.typing import enter


@pytest.fixture
def form(qapp: QApplication, store: Store) -> Iterator[CompanyForm]:
    found = CompanyForm(store)
    found.show_record(registrations.empty(Side.DELEGATION, "Canada"))
    yield found
    delete(found)  # its timers go with it, before the file is closed


def show(form: CompanyForm, store: Store, name: str) -> int:
    key = key_of(store, name)
    form.show_record(registrations.records(store, [key])[key])
    return key


def type_in(form: CompanyForm, **texts: str) -> None:
    for name, text in texts.items():
        enter(form.form.editors[name], text)


def note(form: CompanyForm, name: str) -> str:
    editor = form.form.editors[name]
    label = editor.question if isinstance(editor, TypedLine) and editor.problem else form.form._notes[name]
    return label.text() if not label.isHidden() else ""


def test_a_company_is_entered_with_its_delegate_as_one_step(form: CompanyForm, store: Store, qtbot: QtBot) -> None:
    type_in(form, name="Zeta Robotics Inc.", sectors="Advanced manufacturing; ", city="Gaspé")
    form.people.item(0, 1).setText("Ada")
    form.people.item(0, 5).setText("ada@zeta.example")
    form.people.item(0, 6).setText("(604) 324-6083")
    with qtbot.waitSignal(form.saved) as saved:
        assert form.save()
    key = key_of(store, "Zeta Robotics Inc.")
    assert saved.args == [key]
    assert (store.get(Company, key).city, store.companies.lines([key])[0].sectors) == ("Gaspé", (1,))
    (person,) = store.where(Person, "company_id", [key])
    assert (person.given_name, person.email, person.phone) == ("Ada", "ada@zeta.example", "+16043246083")
    assert (form.key, form.is_changed) == (key, False)
    store.undo()
    assert store.count(Company) == 6


def test_a_company_is_entered_by_keyboard_alone(form: CompanyForm, store: Store, qtbot: QtBot) -> None:
    form.show()
    form.form.focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.form.editors["name"])
    qtbot.keyClicks(QApplication.focusWidget(), "Zeta Robotics Inc.")
    for text in ("Zeta", "adv"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.save()
    (line,) = store.companies.lines([key_of(store, "Zeta Robotics Inc.")])
    assert (line.operating_name, line.sectors) == ("Zeta", (store.all(Sector)[0].id,))


def test_the_whole_application_is_entered(form: CompanyForm, store: Store) -> None:
    type_in(form, name="Nord inc.", signed_by="Zoë", signed_on="2025-11-03", consent_on="2025-11-04")
    editors = form.form.editors
    editors["declares_origin"].choose(True)  # type: ignore[attr-defined]
    editors["markets"].show_rows([("Mexique", "10 %")])  # type: ignore[attr-defined]
    editors["partners"].show_rows([("Grupo Alba", "distributor", "Monterrey")])  # type: ignore[attr-defined]
    assert form.save()
    record = registrations.records(store, [form.key])[form.key]
    assert record.markets[0].country == "Mexico"
    assert (record.partners[0].name, record.application.declares_origin) == ("Grupo Alba", True)
    assert (record.application.signed_by, str(record.application.signed_on)) == ("Zoë", "2025-11-03")
    assert str(record.company.consent_on) == "2025-11-04"


def test_a_company_needs_a_name(form: CompanyForm, store: Store) -> None:
    type_in(form, city="Gaspé")
    assert not form.save()
    assert note(form, "name") == "The company needs a name."
    assert store.count(Company) == 6


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("sectors", "Forestry", "No sector is called “Forestry”."),
        ("employees", "10-49", "“10-49” is no whole number, such as 20 or 1,200."),
        ("year_founded", "long ago", "“long ago” is no whole number, such as 20 or 1,200."),
        ("signed_on", "soon", "“soon” is no date, such as 2027-10-12, 12 Oct or Tue."),
        ("consent_on", "03/04/2026", "Which one is meant by “03/04/2026”?"),
    ],
)
def test_text_that_would_be_lost_is_not_stored(
    form: CompanyForm, store: Store, name: str, text: str, problem: str
) -> None:
    show(form, store, "D1")
    label = store.steps.undo_label
    type_in(form, **{name: text})
    assert form.is_changed
    assert not form.save()
    assert note(form, name) == problem
    assert store.steps.undo_label == label
    form.keep_draft()
    form.show_record(registrations.records(store, [form.key])[form.key])
    assert form.form.value(name) == text


def test_a_wrong_website_is_shown_and_stored_as_it_is(form: CompanyForm, store: Store) -> None:
    key = show(form, store, "D1")
    type_in(form, website="not a site")
    assert note(form, "website") == "This is no web address."
    assert form.save()
    assert store.get(Company, key).website == "not a site"


def test_saving_what_was_not_changed_is_no_step(form: CompanyForm, store: Store) -> None:
    show(form, store, "D1")
    label = store.steps.undo_label
    assert form.save()
    assert store.steps.undo_label == label


def test_a_look_alike_is_pointed_out(form: CompanyForm, store: Store) -> None:
    with store.change(message("Rename")) as change:
        company = store.get(Company, 1)
        change.update(type(company)(id=1, uid=company.uid, side=company.side, name="Acadian Animation Ltd."))
    form.show_record(registrations.empty(Side.DELEGATION))
    type_in(form, name="Acadian Animation Limited")
    form._on_paused()
    assert note(form, "name") == "Looks like “Acadian Animation Ltd.”, already here."
    type_in(form, name="Something else")
    form._on_paused()
    assert note(form, "name") == ""


def test_what_is_missing_is_shown(form: CompanyForm, store: Store) -> None:
    key = show(form, store, "D1")
    assert form.standing.text() == (
        "14 % complete: a sector, an e-mail address, a description, what it offers, what it seeks, a city, a country, "
        "a website, the number of employees, an answer on consent, objectives, declarations missing  ·  Accepted"
    )
    with store.change(message("Sector")) as change:
        change.insert(CompanySector(company_id=key, sector_id=store.all(Sector)[0].id))
    show(form, store, "D1")
    form.people.item(0, 5).setText("no address")
    form._on_paused()
    parts = form.standing.text().split("  ·  ")
    assert parts[-1] == "E-mail: “no address” – This is no e-mail address."
    assert parts[0].startswith("36 % complete: a description, ")


def test_an_edited_acceptance_says_so(form: CompanyForm, store: Store) -> None:
    key = show(form, store, "D1")
    type_in(form, name="D1 Inc.")
    form.save()
    expected = "edited since it was accepted; to be approved again"
    edited = registrations.records(store, [key])[key].application.edited
    assert (form.standing.text().split("  ·  ")[-1] == expected) == bool(edited)


def test_many_are_entered_one_after_another(form: CompanyForm, store: Store) -> None:
    for name in ("Nord inc.", "Sud inc.", "Est inc."):
        type_in(form, name=name)
        form.save_and_next()
        assert (form.form.value("name"), form.record.company.country) == ("", "Canada")
    assert store.count(Company) == 9


def test_the_next_one_waits_until_this_one_can_be_stored(form: CompanyForm, store: Store) -> None:
    type_in(form, city="Gaspé")
    form.save_and_next()
    assert form.form.value("city") == "Gaspé"


# -- drafts


def test_what_is_typed_is_kept_a_while_after_the_last_key(form: CompanyForm, store: Store, qtbot: QtBot) -> None:
    form._draft_timer.setInterval(1)
    form.form.editors["city"].setText("Rimouski")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: store.drafts.find(0, "delegation") is not None)


def test_a_draft_is_brought_back_until_it_is_saved(form: CompanyForm, store: Store) -> None:
    type_in(form, city="Rimouski")
    form.people.item(0, 1).setText("Zoë")
    form.keep_draft()
    form.show_record(registrations.empty(Side.DELEGATION))
    assert (form.form.value("city"), form.people.cell(0, 1)) == ("Rimouski", "Zoë")
    assert not form.restored.isHidden()
    type_in(form, name="Nord inc.")
    assert form.save()
    assert store.drafts.find(0, "delegation") is None
    assert form.restored.isHidden()
    assert store.get(Company, key_of(store, "Nord inc.")).city == "Rimouski"


def test_a_draft_is_forgotten(form: CompanyForm, store: Store) -> None:
    type_in(form, city="Rimouski")
    form.keep_draft()
    form.show_record(registrations.empty(Side.DELEGATION))
    form.discard.click()
    assert form.form.value("city") == ""
    assert store.drafts.find(0, "delegation") is None


def test_typing_and_taking_it_back_leaves_no_draft(form: CompanyForm, store: Store) -> None:
    key = show(form, store, "D2")
    type_in(form, city="Laval")
    form.keep_draft()
    assert store.drafts.find(key, "") is not None
    type_in(form, city="")
    form.keep_draft()
    assert store.drafts.find(key, "") is None


def test_saving_what_is_again_as_it_was_drops_the_draft(form: CompanyForm, store: Store) -> None:
    key = show(form, store, "D2")
    type_in(form, city="Laval")
    form.keep_draft()
    type_in(form, city="")
    assert form.save()
    assert store.drafts.find(key, "") is None


# -- commands


def test_keys_and_buttons_come_from_the_commands(form: CompanyForm, qtbot: QtBot) -> None:
    tips = {button.text(): button.toolTip() for button in form.findChildren(QPushButton)}
    assert tips["Save"] == "Save (Ctrl+Return)"
    assert tips["Save and next"] == "Save and next (Ctrl+Shift+Return)"
    with qtbot.waitSignal(form.closed):
        form.leave()


def test_a_delegate_is_added(form: CompanyForm) -> None:
    form.people.item(0, 1).setText("Ada")
    form.delegates.add_delegate()
    assert (form.people.currentRow(), form.people.currentColumn()) == (1, 1)


def test_the_profile_is_gone_to(form: CompanyForm) -> None:
    form.go_to_profile()
    assert form.focusWidget() is form.form.editors["description"]


def test_save_and_next_is_for_new_companies(form: CompanyForm, store: Store) -> None:
    assert not form._next.isHidden()
    show(form, store, "D1")
    assert form._next.isHidden()


def test_for_reading_only_nothing_can_be_typed(qtbot: QtBot, read_only_workspace: Workspace) -> None:
    form = CompanyForm(read_only_workspace.store)
    qtbot.addWidget(form)
    show(form, read_only_workspace.store, "D1")
    assert (form._save.isEnabled(), form.people.isEnabled()) == (False, False)
    assert not form.form.editors["city"].isEnabled()
    form.keep_draft()
    assert form.save()


@pytest.mark.parametrize(
    "content",
    [
        "{}", '{"form": {}}', '{"form": {"name": 5, "notes": true, "stops": "x", "markets": ["a"], "consent": "x"}}',
        '{"form": {"stops": [99, "x"], "markets": [["a"]], "language": 5}, "people": [[]]}',
    ],
)  # fmt: skip
def test_whatever_a_draft_holds_the_form_is_shown(form: CompanyForm, store: Store, content: str) -> None:
    key = key_of(store, "D1")
    store.drafts.keep(FormDraft(company_id=key, side="delegation", content=content, saved_at=moment(9)))
    show(form, store, "D1")
    assert form.form.value("name") == "D1"
    assert form.restored.isVisibleTo(form)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("name", "x" * 1001, "This is longer than 1,000 characters."),
        ("offers", "x" * 100_001, "This is longer than 100,000 characters."),
        ("year_founded", "99999", "This is no number from 1,000 to 2,100."),
        ("consent_on", "1950-01-01", "This is no day from 1990 to 2100."),
        ("applicant", "x" * 1001, "This is longer than 1,000 characters."),
    ],
)
def test_what_is_out_of_bounds_is_refused_beside_its_field(
    form: CompanyForm, store: Store, name: str, text: str, sentence: str
) -> None:
    show(form, store, "D1")
    type_in(form, **{name: text})
    assert note(form, name) == sentence
    assert not form.save()
    assert store.steps.undo_label == ""
    assert form.form.value(name) == text


def test_a_delegate_out_of_bounds_is_refused(form: CompanyForm, store: Store) -> None:
    show(form, store, "D1")
    form.people.item(0, 5).setText("a" * 1001)
    assert not form.save()
    assert "E-mail: This is longer than 1,000 characters." in form.standing.text()


def test_a_cell_of_a_list_out_of_bounds_is_refused(form: CompanyForm, store: Store) -> None:
    show(form, store, "D1")
    form.form.set_values({**form.form.values(), "partners": [["P", "", "x" * 1001]]})
    assert form.form.beyond == ["partners"]
    assert not form.save()


def test_letters_packs_cannot_print_are_told_at_the_field(form: CompanyForm) -> None:
    form.show_record(registrations.empty(Side.DELEGATION))
    type_in(form, name="Acme ש", city="→ ᐃᓄᐃᑦ 北京")
    form._on_paused()
    assert note(form, "name") == "Packs have no letters for ש: type it as on the business card."
    assert note(form, "city") == ""
    type_in(form, name="Acme Shin")
    form._on_paused()
    assert note(form, "name") == ""


def test_clocks_are_typed_as_a_city_and_nothing_else_is_stored(form: CompanyForm, store: Store) -> None:
    key = show(form, store, "D1")
    type_in(form, time_zone="nowhere")
    assert (form.save(), store.get(Company, key).time_zone) == (False, "")
    type_in(form, time_zone="Lyon")
    assert (form.save(), store.get(Company, key).time_zone) == (True, "Europe/Paris")
    show(form, store, "D1")
    assert (form.form.value("time_zone"), form.is_changed) == ("Europe/Paris", False)


def test_own_fields_are_shown_typed_kept_as_a_draft_and_stored(form: CompanyForm, store: Store) -> None:
    for values in ({"name_en": "Hotel", "required": True}, {"name_en": "Nights", "kind": FieldKind.NUMBER}):
        definitions.enter(store, None, values)
    key = show(form, store, "D1")
    assert "Hotel missing" in form.standing.text()
    form.own.form.fill({"company.hotel": "Ritz", "company.nights": "many"})
    assert (form.is_changed, form.save()) == (True, False)
    form.own.form.fill({"company.nights": "3"})
    form.keep_draft()
    show(form, store, "D1")
    assert form.own.values == {"company.hotel": "Ritz", "company.nights": "3"}
    assert form.save()
    stored = registrations.records(store, [key])[key].company.own
    assert (stored, form.is_changed) == ({"company.hotel": "Ritz", "company.nights": "3"}, False)


@pytest.mark.parametrize("is_mine", [False, True])
def test_what_somebody_else_wrote_while_one_typed_is_not_overwritten_unasked(
    form: CompanyForm, store: Store, monkeypatch: pytest.MonkeyPatch, is_mine: bool
) -> None:
    key, asked = show(form, store, "D1"), []
    monkeypatch.setattr(alerts, "confirm", lambda *words: bool(asked.append(words[2])) or is_mine)
    type_in(form, city="Laval", postal_code="G1A 1A1")
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key), city="Lévis", notes="theirs"))
    assert (form.save(), asked) == (is_mine, ["City: Lévis"])
    kept = store.get(Company, key)
    assert (kept.city, kept.notes) == ("Laval" if is_mine else "Lévis", "theirs")
    assert (bool(kept.postal_code), form.form.value("city")) == (is_mine, "Laval")


def test_own_fields_are_gone_to(form: CompanyForm, store: Store) -> None:
    form.own.go_to_first()  # there are none yet
    fees.add(store, "CAD")
    show(form, store, "D1")
    form.own.go_to_first()
    assert form.focusWidget() is form.own.fees.form.editors["company.fee_due"]
