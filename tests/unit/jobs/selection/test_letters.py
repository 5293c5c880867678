"""Letters about decisions: written once, harmless whatever a company is called."""

import email
import email.policy
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions, letters
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.making import flowing_text


def test_letters_of_companies_of_one_name_are_all_written(store: Store, tmp_path: Path) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    cells.edit(store, [cells.Edit(keys[1], "name", "D1")], message("Edit"))
    for _batch in range(2):
        run_now(letters.announce(letters.compose(store, keys), tmp_path / "out"), store)
        decisions.set_status(store, keys, Status.DECLINED)
    assert len(list((tmp_path / "out").glob("D1*.pdf"))) == 4
    assert len(list((tmp_path / "out").glob("All*.pdf"))) == 2


def test_a_decision_that_changed_meanwhile_is_not_told(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    composed = letters.compose(store, [key])
    decisions.set_status(store, [key], Status.DECLINED)
    with pytest.raises(UserError, match="decision changed meanwhile"):
        run_now(letters.announce(composed, tmp_path / "out"), store)
    job = letters.announce(letters.compose(store, [key, key_of(store, "D2")]), tmp_path / "out")

    done = job.work(job.read(store), Progress())
    registrations.remove(store, [key])
    job.write(store, done)
    assert len(store.all(Letter)) == 2


def of(store: Store, name: str) -> Application:
    return store.where(Application, "company_id", [key_of(store, name)])[0]


def test_letters_are_written_once_whatever_is_undone(store: Store, tmp_path: Path) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    with store.change(message("Name")) as change:
        person = store.where(Person, "company_id", [one])[0]
        change.update(replace(person, email="zoe@d1.ca", title="Dr.", languages="fr,en"))
    decisions.set_status(store, [two], Status.DECLINED, "The quota is taken. <b>&")
    found = {letter.company: letter for letter in letters.compose(store, [one, two])}
    assert (found["D1"].language, found["D1"].kind, found["D2"].language) == ("fr", Status.ACCEPTED, "en")
    assert "Test mission" in found["D1"].subject
    assert "D1 a été retenue" in found["D1"].body
    assert "The quota is taken. <b>&" in found["D2"].body
    done = run_now(letters.announce(list(found.values()), tmp_path / "out"), store)
    assert done.without_address == ("D2",)
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"D1 - Acceptée.eml", "D1 - Acceptée.pdf", "D2 - Declined.pdf", "All letters.pdf"}
    mail = email.message_from_bytes((tmp_path / "out" / "D1 - Acceptée.eml").read_bytes(), policy=email.policy.default)
    assert (mail["To"], mail["X-Unsent"], mail["Subject"]) == ("zoe@d1.ca", "1", found["D1"].subject)
    assert "D1 a été retenue" in mail.get_content()
    assert of(store, "D1").announced == "accepted"
    assert [letter.company_id for letter in store.all(Letter)] == [one, two]
    assert not [letter for letter in letters.compose(store) if letter.company_id in (one, two)]
    store.undo()
    assert of(store, "D1").announced == ""
    assert not [letter for letter in letters.compose(store) if letter.company_id in (one, two)]
    with pytest.raises(UserError, match="informed already"):
        run_now(letters.announce([found["D1"]], tmp_path / "out"), store)
    decisions.set_status(store, [two], Status.ACCEPTED)
    assert [letter.kind for letter in letters.compose(store, [two])] == [Status.ACCEPTED]


@pytest.mark.parametrize(
    "name", ["A\r\nBcc: x@y.z", "../../x", "=cmd|' /C calc'!A0", "<b>&amp;", "CON", "a\u202eb", "{company}"]
)
def test_hostile_names_do_not_come_alive_in_letters(store: Store, tmp_path: Path, name: str) -> None:
    key = key_of(store, "D1")
    with store.change(message("Name")) as change:
        change.update(replace(store.get(Company, key), name=name))
        change.update(replace(store.where(Person, "company_id", [key])[0], email=f"{name} <z@a.ca>", family_name=name))
    done = run_now(letters.announce(letters.compose(store, [key]), tmp_path / "out"), store)
    files = list((tmp_path / "out").iterdir())
    assert len(files) == 3
    assert all(path.parent == tmp_path / "out" for path in files)
    mail = email.message_from_bytes(
        next(p for p in files if p.suffix == ".eml").read_bytes(), policy=email.policy.default
    )
    assert mail["Bcc"] is None
    assert done.letters[0].company == name


def test_a_wording_with_an_unknown_field_is_refused(store: Store) -> None:
    own = letters.template(store, "declined", "es")
    with pytest.raises(UserError, match=r"no field \{nothing\}"):
        letters.save_template(store, replace(own, body="{nothing} {delegate} {never}"))
    letters.save_template(store, replace(own, body="Estimado {delegate}"))
    assert letters.template(store, "declined", "es").body == "Estimado {delegate}"


def test_a_letter_is_filled_from_the_company_its_delegate_and_the_mission(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Fill")) as change:
        change.update(replace(store.mission, organiser="Trade Office", languages="es,en"))
        person = store.where(Person, "company_id", [key])[0]
        change.update(replace(person, title="Dr.", given_name="Zoë", family_name="Roy", email="bad", languages=""))
    fields = "{company}|{delegate}|{salutation}|{mission}|{starts}|{ends}|{stops}|{rank}|{sector}|{reason}|{organiser}"
    letters.save_template(
        store, LetterTemplate(kind="declined", language="es", subject="{company}\n{mission}", body=fields)
    )
    decisions.set_status(store, [key], Status.DECLINED, "Full")
    (found,) = letters.compose(store, [key])
    assert (found.language, found.recipient, found.kind) == ("es", "", Status.DECLINED)
    assert found.subject == "D1 Test mission"
    assert found.body.split("|") == [
        "D1", "Dr. Zoë Roy", "Estimada señora, estimado señor:", "Test mission", "16 de febrero de 2026", "16 de febrero de 2026",
        "Mexico City", "", "", "Full", "Trade Office",
    ]  # fmt: skip
    assert found.name == "Dr. Zoë Roy"


def test_a_company_without_a_delegate_is_addressed_itself(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Alone")) as change:
        change.delete(Person, [person.id for person in store.where(Person, "company_id", [key])])
    (found,) = letters.compose(store, [key])
    assert (found.name, found.recipient) == ("D1", "")
    assert "Dear Sir or Madam," in found.body


@pytest.mark.parametrize(
    ("own", "spoken", "mission", "language"),
    [
        ("fr", "es", "en", "fr"),
        ("", "de,es", "en", "es"),
        ("de", "", "fr,en", "fr"),
        ("", "", "", "en"),
    ],
)
def test_a_company_is_written_to_in_a_language_it_knows(
    store: Store, own: str, spoken: str, mission: str, language: str
) -> None:
    key = key_of(store, "D1")
    with store.change(message("Languages")) as change:
        change.update(replace(store.mission, languages=mission))
        change.update(replace(store.get(Company, key), language=own))
        change.update(replace(store.where(Person, "company_id", [key])[0], languages=spoken))
    (found,) = letters.compose(store, [key])
    assert found.language == language


def test_the_language_of_the_second_delegate_does_not_count(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Languages")) as change:
        change.update(replace(store.mission, languages="es"))
        change.insert(Person(company_id=key, given_name="Ana", languages="fr"))
    (found,) = letters.compose(store, [key])
    assert found.language == "es"


def test_the_first_valid_address_of_the_delegates_is_written_to(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Mail")) as change:
        change.update(replace(store.where(Person, "company_id", [key])[0], email="none"))
        change.insert(Person(company_id=key, given_name="A", family_name="B", email="a@b.ca"))
    (found,) = letters.compose(store, [key])
    assert found.recipient == "a@b.ca"


def test_every_open_decision_waits_for_its_letter(store: Store) -> None:
    decisions.set_status(store, [key_of(store, "D1")], Status.UNDER_REVIEW)
    names = [store.get(Company, one.company_id).name for one in letters.waiting(store)]
    assert names == ["D2", "D3", "C1", "C2", "C3"]
    assert [letter.company for letter in letters.compose(store)] == names
    assert letters.compose(store, []) == []


def test_the_journal_keeps_what_was_sent(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    with store.change(message("Mail")) as change:
        change.update(replace(store.where(Person, "company_id", [key])[0], email="zoe@d1.ca"))
    composed = letters.compose(store, [key])
    done = run_now(letters.announce(composed, tmp_path / "out"), store)
    assert (done.folder, done.letters, done.without_address) == (tmp_path / "out", tuple(composed), ())
    (entry,) = store.all(Letter)
    assert (entry.company_id, entry.kind, entry.language, entry.recipient) == (key, "accepted", "en", "zoe@d1.ca")
    assert (entry.subject, entry.file_name) == (composed[0].subject, "D1 - Accepted")
    assert store.steps.undo_label == "Announce 1 decision"


def test_a_letter_names_the_mission_in_its_own_language(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    with store.change(message("Name")) as change:
        change.update(replace(store.mission, name_fr="Mission d’essai"))
        change.update(replace(store.get(Company, key), language="fr"))
    run_now(letters.announce(letters.compose(store, [key]), tmp_path / "out"), store)
    (path,) = (tmp_path / "out").glob("D1*.pdf")
    assert "Mission d’essai" in flowing_text(path.read_bytes(), tmp_path)


def test_no_letters_write_nothing(store: Store, tmp_path: Path) -> None:
    done = run_now(letters.announce([], tmp_path / "out"), store)
    assert done.letters == ()
    assert list((tmp_path / "out").iterdir()) == []


def test_one_file_holds_all_letters(store: Store, tmp_path: Path) -> None:
    composed = letters.compose(store, [key_of(store, "D1"), key_of(store, "D2")])
    run_now(letters.announce(composed, tmp_path / "out"), store)
    found = {path.name: flowing_text(path.read_bytes(), tmp_path) for path in (tmp_path / "out").iterdir()}
    assert {name: ("Given D1" in text, "Given D2" in text) for name, text in found.items()} == {
        "All letters.pdf": (True, True), "D1 - Accepted.pdf": (True, False), "D2 - Accepted.pdf": (False, True),
    }  # fmt: skip


def test_a_wording_is_the_missions_own_or_the_programs(store: Store) -> None:
    usual = letters.template(store, "accepted", "fr")
    assert usual.id == 0
    letters.save_template(store, replace(usual, subject="Bravo"))
    own = letters.template(store, "accepted", "fr")
    assert (own.subject, own.body) == ("Bravo", usual.body)
    letters.save_template(store, replace(own, subject="Bravo !"))
    assert [one.subject for one in store.all(LetterTemplate)] == ["Bravo !"]
    assert letters.template(store, "accepted", "en").id == 0


@pytest.mark.parametrize(
    ("title", "given", "family", "salutation"),
    [
        ("", "Zoë", "", "Dear Sir or Madam,"),
        ("", "Zoë", "Roy", "Dear Zoë Roy,"),
        ("Ms.", "Zoë", "Roy", "Dear Ms Roy,"),
    ],
)
def test_a_delegate_is_greeted_by_title_or_name(
    store: Store, title: str, given: str, family: str, salutation: str
) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Name")) as change:
        change.update(replace(person, title=title, given_name=given, family_name=family))
    (found,) = letters.compose(store, [key_of(store, "D1")])
    assert salutation in found.body.splitlines()


def test_a_letter_to_a_company_that_was_merged_is_one_to_what_it_became() -> None:
    aliases = [Alias(company_id=1, name="Old", merged_id=7), Alias(company_id=2, name="Other spelling")]
    assert letters.merged_into(aliases) == {7: 1}


@pytest.mark.parametrize("field", ["organiser", "name", "home_country"])
def test_line_breaks_in_a_field_of_the_mission_stop_no_letter(store: Store, tmp_path: Path, field: str) -> None:
    with store.change(message("Name")) as change:
        change.update(replace(store.mission, **{field: "One\r\nBcc: x@y.z\n\nTwo"}))
    done = run_now(letters.announce(letters.compose(store, [key_of(store, "D1")]), tmp_path / "out"), store)
    assert len(done.letters) == 1


def test_address_that_a_mail_program_would_decode_is_none(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Address")) as change:
        person = store.where(Person, "company_id", [key])[0]
        change.update(replace(person, email="=?utf-8?q?=0D=0ABcc:x?=@a.ca; zoe@d1.ca"))
    assert letters.compose(store, [key])[0].recipient in ("", "zoe@d1.ca")


def test_encoded_words_in_a_name_stay_text(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    with store.change(message("Name")) as change:
        change.update(replace(store.get(Company, key), name="=?utf-8?q?=0D=0ABcc:x@y.z?="))
        change.update(replace(store.where(Person, "company_id", [key])[0], email="zoe@d1.ca"))
    own = letters.template(store, "accepted", "en")
    letters.save_template(store, replace(own, subject="{company} {organiser}"))
    run_now(letters.announce(letters.compose(store, [key]), tmp_path / "out"), store)
    (path,) = (tmp_path / "out").glob("*.eml")
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (mail["Bcc"], mail["To"], mail["Subject"]) == (None, "zoe@d1.ca", "=?utf-8?q?=0D=0ABcc:x@y.z?=")


def test_counterparts_are_invited_and_never_told_of_an_application(store: Store) -> None:
    kinds = {Status.INFORMATION_REQUESTED: "an invitation to meet", Status.ACCEPTED: "your meetings with",
             Status.RESERVE: "your interest in", Status.DECLINED: "thank you for your answer"}  # fmt: skip
    key = key_of(store, "C1")
    for status, subject in kinds.items():
        for language in LANGUAGES:
            with store.change(message("Language")) as change:
                change.update(replace(store.get(Company, key), language=language))
                change.update(replace(store.where(Application, "company_id", [key])[0], status=status))
            (found,) = letters.compose(store, [key])
            assert (found.side, found.language) == (Side.COUNTERPART, language)
            assert not [w for w in ("application", "candidature", "candidatura", "solicitud", "{") if w in found.body]
            if language == "en":
                assert found.subject.startswith(f"Test mission: {subject}")


def test_a_file_is_named_in_the_words_of_its_side(store: Store) -> None:
    with store.change(message("Language")) as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), language="es"))
    (found,) = letters.compose(store, [key_of(store, "C1")])
    assert letters.file_name(found) == "C1 - Asiste"
