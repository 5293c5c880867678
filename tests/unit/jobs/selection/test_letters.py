"""Letters about decisions: written once, harmless whatever a company is called."""

import email
import email.policy
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.journals import Letter
from missionplanner.errors import UserError
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions, letters
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import key_of


def test_letters_of_companies_of_one_name_are_all_written(store: Store, tmp_path: Path) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    cells.edit(store, [cells.Edit(keys[1], "name", "D1")], "Edit")
    for _batch in range(2):
        run_now(letters.announce(letters.compose(store, keys), tmp_path / "out"), store)
        decisions.set_status(store, keys, Status.DECLINED)
    assert len(list((tmp_path / "out").glob("D1*.pdf"))) == 4
    assert len(list((tmp_path / "out").glob("All*.pdf"))) == 2


def test_a_decision_that_changed_meanwhile_is_not_told(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    composed = letters.compose(store, [key])
    decisions.set_status(store, [key], Status.DECLINED)
    with pytest.raises(UserError, match="decided on anew"):
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
    with store.change("Name") as change:
        person = store.where(Delegate, "company_id", [one])[0]
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
    with pytest.raises(UserError, match="told already"):
        run_now(letters.announce([found["D1"]], tmp_path / "out"), store)
    decisions.set_status(store, [two], Status.ACCEPTED)
    assert [letter.kind for letter in letters.compose(store, [two])] == [Status.ACCEPTED]


@pytest.mark.parametrize(
    "name", ["A\r\nBcc: x@y.z", "../../x", "=cmd|' /C calc'!A0", "<b>&amp;", "CON", "a\u202eb", "{company}"]
)
def test_hostile_names_do_not_come_alive_in_letters(store: Store, tmp_path: Path, name: str) -> None:
    key = key_of(store, "D1")
    with store.change("Name") as change:
        change.update(replace(store.get(Company, key), name=name))
        change.update(
            replace(store.where(Delegate, "company_id", [key])[0], email=f"{name} <z@a.ca>", family_name=name)
        )
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
        letters.save_template(store, replace(own, body="{nothing}"))
    letters.save_template(store, replace(own, body="Estimado {delegate}"))
    assert letters.template(store, "declined", "es").body == "Estimado {delegate}"
