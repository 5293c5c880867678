"""Personal data: erased so that not a byte is left, written out for one person, and kept out of exports."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application
from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Attachment, Company
from missionplanner.domain.journals import Edition, FormDraft, Letter, PackPrint
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import due, is_anonymous
from missionplanner.domain.timetable import Meeting, Outcome
from missionplanner.errors import UserError
from missionplanner.jobs.safety import privacy
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import backups, passwords
from tests.builders import damage_of, key_of, meet, small_mission
from tests.unit.pack.making import printed

NAME, MAIL, PHONE, PASSPORT = "Zoé-Ünïque", "zoe.unique@example.com", "+15145550199", "XK1234567"


PASSWORD = "a password of five words"


@pytest.fixture(autouse=True)
def _own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "m.mission"
    small_mission(path).close()
    with Store.open(path) as found:
        fill(found)
        yield found


def fill(store: Store) -> None:
    """Have the person stand wherever a person may stand."""
    meet(store, "D1", "C1", slot=0, table=1)
    company = key_of(store, "D1")
    person = store.where(Person, "company_id", [company])[0]
    application = store.where(Application, "company_id", [company])[0]
    digest = store.contents.keep(f"passport of {NAME}: {PASSPORT}".encode())
    with store.change(message("Edit {name}", name=NAME)) as change:
        change.update(
            replace(
                person,
                given_name=NAME,
                family_name=NAME,
                email=MAIL,
                mobile=PHONE,
                passport=PASSPORT,
                dietary="nuts",
                emergency_contact=PHONE,
                biography=NAME,
            )
        )
        change.update(replace(application, applicant=f"{NAME} {NAME}", signed_by=NAME))
        change.update(replace(store.get(Company, company), notes=f"ask {NAME}"))
        change.insert(SourceDraft(company_id=company, source="s", content=json.dumps({"given_name": NAME})))
        change.insert(Attachment(company_id=company, name=f"{NAME}.pdf", digest=digest))
        change.insert(Outcome(meeting_id=store.all(Meeting)[0].id, kind="lead", value=5.0, next_step=f"call {NAME}"))
    with store.change(message("Twice")) as change:
        change.update(replace(store.get(Person, person.id), position=NAME))
    store.undo()
    store.drafts.keep(
        FormDraft(
            company_id=company,
            side="delegation",
            content=f'{{"form": {{"name": "{NAME}"}}}}',
            saved_at=datetime.now(UTC),
        )
    )
    store.record(Letter(company_id=company, kind="accepted", language="en", recipient=MAIL, sent_at=datetime.now(UTC)))


def everything(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*") if not one.name.endswith(".lock"))


@pytest.mark.parametrize("needle", [NAME, MAIL, PHONE, PASSPORT])
def test_not_a_byte_is_left_after_erasing_everybody(store: Store, needle: str) -> None:
    kept = backups.keep(store)
    assert needle.encode() in everything(store.path)
    found = privacy.erase(store)
    assert found.people == 6
    assert needle.encode() not in everything(store.path)
    assert found.copies == (kept,)
    assert kept is not None
    assert needle.encode() in kept.read_bytes()
    assert privacy.delete_copies(found.copies) == 1
    assert privacy.erase(store).copies == ()
    store.close()
    assert needle.encode() not in everything(store.path)


def test_statistics_stay_when_people_go(store: Store) -> None:
    before = store.snapshot()
    privacy.erase(store)
    after = store.snapshot()
    assert after.meetings == before.meetings
    assert [(c.name, c.side) for c in after.companies] == [(c.name, c.side) for c in before.companies]
    assert len(after.people) == len(before.people)
    assert all(is_anonymous(person) for person in after.people)
    assert store.all(Outcome)[0].value == 5.0
    assert store.undo() == ""
    assert damage_of(store.path) == []
    assert store.steps.history(5)[0].label == "Erase personal data"
    with store.change(message("Go on")) as change:
        change.update(replace(store.get(Company, 1), city="Lévis"))
    assert store.undo() == "Go on"
    assert printed(store, "D1").startswith(b"%PDF")


@pytest.mark.parametrize("needle", [MAIL, PHONE, PASSPORT])
def test_one_person_is_erased_and_the_others_stay(store: Store, needle: str) -> None:
    key = store.where(Person, "email", [MAIL])[0].id
    found = privacy.erase(store, [key])
    assert found.people == 1
    assert is_anonymous(store.get(Person, key))
    assert [p.family_name for p in store.all(Person) if p.id != key] == ["D2", "D3", "C1", "C2", "C3"]
    assert needle.encode() not in everything(store.path)
    assert store.all(Attachment) == []
    assert store.undo() != ""
    assert is_anonymous(store.get(Person, key))
    assert store.companies.ids(CompanyFilter(text="unique")) == []


def test_people_are_erased_from_a_protected_file(store: Store) -> None:
    path = store.path
    store.close()
    passwords.set_password(path, "", PASSWORD)
    with Store.open(path, password=PASSWORD) as opened:
        kept = backups.keep(opened)
        found = privacy.erase(opened)
        assert (found.people, found.copies) == (6, (kept,))
        assert all(is_anonymous(person) for person in opened.all(Person))


def somebody(store: Store) -> Person:
    return store.where(Person, "company_id", [key_of(store, "C2")])[0]


def test_copies_are_named_whatever_the_person_was_called_then(store: Store) -> None:
    with store.change(message("Name only")) as change:
        change.update(replace(somebody(store), given_name="Ana", family_name="Ruiz", email="", mobile="", phone=""))
    kept = backups.keep(store)
    with store.change(message("Another")) as change:
        change.update(replace(somebody(store), given_name="Anna", family_name="Ruíz", email="ana@example.com"))
    assert privacy.erase(store, [somebody(store).id]).copies == (kept,)
    assert privacy.erase(store, [somebody(store).id]).copies == (kept,)
    fresh = backups.keep(store)
    assert privacy.erase(store, [somebody(store).id]).copies == (kept,)
    assert privacy.erase(store).copies == (fresh, kept)
    assert privacy.erase(store).copies == (fresh, kept)


def test_copies_of_before_the_file_was_renamed_or_restored_are_named(store: Store, tmp_path: Path) -> None:
    kept = backups.keep(store)
    other = tmp_path / "other" / "m.mission"
    other.parent.mkdir()
    with small_mission(other) as another:
        assert backups.keep(another) is not None
    path = store.path
    store.close()
    assert kept is not None
    before = backups.restore(path, kept)
    renamed = path.rename(path.with_name("renamed.mission"))
    assert before is not None
    before = before.rename(before.with_name(before.name.replace("m before", "renamed before", 1)))
    with Store.open(renamed) as store:
        assert set(privacy.erase(store).copies) == {kept, before}


def test_papers_that_name_a_person_are_forgotten_with_them(store: Store) -> None:
    person = store.where(Person, "email", [MAIL])[0]
    now = datetime.now(UTC)
    store.record(
        Letter(
            company_id=person.company_id,
            kind="accepted",
            language="en",
            subject=f"To {person.full_name}",
            recipient="office@example.com",
            file_name=f"{person.full_name}.pdf",
            sent_at=now,
        ),
        PackPrint(
            company_id=person.company_id,
            edition=Edition.DELEGATE,
            language="en",
            fingerprint="f",
            file_name=f"D1 - {person.full_name} - en.pdf",
            pages=3,
            printed_at=now,
            delegate_id=person.id,
        ),
    )
    store.drafts.keep(
        FormDraft(
            company_id=0,
            side="counterpart",
            content=f'{{"form": {{"name": "{person.full_name} typed"}}}}',
            saved_at=now,
        )
    )
    privacy.erase(store, [person.id])
    assert person.full_name.encode() not in everything(store.path)


def test_a_file_somebody_reads_is_not_said_to_be_erased(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    database_of(store).execute("PRAGMA busy_timeout = 100")  # it waits for a reader this long
    with closing(sqlite3.connect(store.path)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT * FROM companies").fetchone()
        with pytest.raises(UserError) as caught:
            privacy.erase(store)
        assert caught.value.hint
    assert privacy.erase(store).people in (0, 6)
    assert MAIL.encode() not in everything(store.path)


def test_everything_of_one_person_is_written_out(store: Store, tmp_path: Path) -> None:
    key = store.where(Person, "email", [MAIL])[0].id
    privacy.save_person(store, key, tmp_path / "person.json")
    found = json.loads((tmp_path / "person.json").read_text(encoding="utf-8"))
    assert found["person"]["passport"] == PASSPORT
    assert found["company"]["name"] == "D1"
    assert [one["with"] for one in found["meetings"]] == ["C1"]
    assert [one["to"] for one in found["letters"]] == [MAIL]
    assert found["files"] == [f"{NAME}.pdf"]
    assert {(one["record"], one["field"]) for one in found["texts"]} >= {
        ("companies", "notes"), ("applications", "applicant"), ("source_drafts", "content"), ("steps", "label"),
    }  # fmt: skip
    assert any(entry.get("after", {}).get("email") == MAIL for entry in found["history"])


def test_history_says_in_every_language_that_somebody_was_erased(store: Store) -> None:
    privacy.erase(store)
    for language, shown in (
        ("en", ["Erase personal data", "Erased"]),
        ("fr", ["Effacer les données personnelles", "Effacé"]),
        ("es", ["Borrar datos personales", "Borrado"]),
    ):
        i18n.use(language)
        assert [step.label for step in store.steps.history(2)] == shown


def test_the_day_of_erasing_is_told(store: Store) -> None:
    assert not due(store.snapshot(), date(2030, 1, 1))
    with store.change(message("Until")) as change:
        change.update(replace(store.mission, keep_until=date(2027, 3, 1)))
    assert not due(store.snapshot(), date(2027, 2, 28))
    (issue,) = due(store.snapshot(), date(2027, 3, 1))
    assert "March 1, 2027" in issue.text
    privacy.erase(store)
    assert not due(store.snapshot(), date(2027, 3, 1))


def test_everything_of_somebody_who_was_deleted_is_written_out(store: Store, tmp_path: Path) -> None:
    key = store.where(Person, "email", [MAIL])[0].id
    with store.change(message("Delete")) as change:
        change.delete(Person, [key])
    privacy.save_person(store, key, tmp_path / "person.json")
    found = json.loads((tmp_path / "person.json").read_text(encoding="utf-8"))
    assert (found["person"]["passport"], found["company"]["name"], found["meetings"]) == (PASSPORT, "D1", [])
    assert found["history"][-1]["before"]["email"] == MAIL


def test_passages_are_named_with_their_record_the_doubtful_ones_last(store: Store) -> None:
    key = store.where(Person, "email", [MAIL])[0].id
    with store.change(message("Attach")) as change:
        change.insert(Attachment(company_id=key_of(store, "D1"), name="scan.jpg", digest="d"))
    found = privacy.passages(store, [key])
    assert (found[0].record, found[0].about, found[0].passage.words) == ("Company: Notes", "D1", f"ask {NAME}")
    assert (found[-1].record, found[-1].passage.words) == ("Attachment: may be about them", "scan.jpg")
    assert {one.place for one in privacy.passages(store, None)} >= {found[0].place}
    assert found[0].place in privacy.free_texts(store)


def test_a_text_that_is_kept_stays(store: Store) -> None:
    key = store.where(Person, "email", [MAIL])[0].id
    kept = {one.place for one in privacy.passages(store, [key])}
    privacy.erase(store, [key], kept=kept)
    assert store.get(Company, key_of(store, "D1")).notes == f"ask {NAME}"
