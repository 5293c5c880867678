"""Deciding, cells, merging, attachments, letters and views on a real file, each undone and redone."""

import email
import email.policy
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Alias, Attachment, Company, Delegate, Distinction, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.mission import Sector
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.errors import UserError
from missionplanner.jobs.companies import (
    attachments,
    cells,
    registrations,
)
from missionplanner.jobs.companies import (
    duplicates as merging,
)
from missionplanner.jobs.companies import (
    saved_filters as views,
)
from missionplanner.jobs.companies.cells import Edit
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import printing
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.selection import decisions, letters
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, small_mission


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def state(store: Store) -> list[object]:
    kinds = (
        Company,
        Application,
        Delegate,
        Review,
        Criterion,
        Alias,
        Distinction,
        Attachment,
        Request,
        SavedFilter,
        Sector,
    )
    return [store.all(kind) for kind in kinds]


def undone_and_redone(store: Store, before: list[object]) -> None:
    after = state(store)
    assert after != before
    store.undo()
    assert state(store) == before
    store.redo()
    assert state(store) == after


def of(store: Store, name: str) -> Application:
    return store.where(Application, "company_id", [key_of(store, name)])[0]


def test_reserve_list_keeps_the_order_and_is_moved_in(store: Store) -> None:
    keys = [key_of(store, name) for name in ("D3", "D1", "D2")]
    decisions.set_status(store, keys, Status.RESERVE, "No room")
    assert [of(store, n).rank for n in ("D1", "D2", "D3")] == [2, 3, 1]
    assert of(store, "D1").reason == "No room"
    before = state(store)
    decisions.move_in_reserve(store, keys[2], -5)
    assert [of(store, n).rank for n in ("D1", "D2", "D3")] == [3, 1, 2]
    undone_and_redone(store, before)


def test_edits_after_acceptance_ask_for_approval_again(store: Store) -> None:
    key = key_of(store, "D1")
    before = state(store)
    cells.edit(store, [Edit(key, "city", "Lévis")], "Edit")
    assert of(store, "D1").edited == ""
    cells.edit(store, [Edit(key, "name", "D1 Robotics")], "Edit")
    assert of(store, "D1 Robotics").edited == "name"
    assert store.company_ids(CompanyFilter(has=("edited",))) == [key]
    report = decisions.approve_again(store, [key, key_of(store, "D2")])
    assert report.changed == (key,)
    assert [refusal.company for refusal in report.refused] == ["D2"]
    assert of(store, "D1 Robotics").edited == ""
    assert state(store) != before


def test_reviewers_come_from_the_owner_of_the_sector(store: Store) -> None:
    sector = store.all(Sector)[0]
    with store.change("Own") as change:
        change.update(replace(sector, owner="Department A"))
    key = key_of(store, "D1")
    cells.edit(store, [Edit(key, "sectors", "fabrication de pointe")], "Edit")
    before = state(store)
    report = decisions.assign_reviewer(store, [key, key_of(store, "D2")], "")
    assert report.changed == (key,)
    assert "no owner" in report.refused[0].reason
    assert of(store, "D1").reviewer == "Department A"
    undone_and_redone(store, before)


def test_marks_replace_earlier_ones_of_the_same_reviewer(store: Store) -> None:
    key, criteria = key_of(store, "D1"), store.all(Criterion)
    assert [criterion.weight for criterion in criteria] == [2, 1, 1, 1]
    decisions.give_marks(store, key, "ana", {criteria[0].id: 5})
    before = state(store)
    decisions.give_marks(store, key, "ana", {criteria[0].id: 2, criteria[1].id: None})
    assert [(r.criterion_id, r.mark) for r in store.all(Review)] == [(criteria[0].id, 2), (criteria[1].id, None)]
    assert decisions.all_scores(store)[key].mean == 40
    undone_and_redone(store, before)


def test_cells_are_checked_and_what_is_refused_is_told(store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    before = state(store)
    report = cells.edit(
        store,
        [
            Edit(one, "employees", "1 200"),
            Edit(two, "employees", "many"),
            Edit(one, "phone", "514 555 0199"),
            Edit(one, "country", "canadá"),
            Edit(two, "website", "nothing at all"),
            Edit(one, "sectors", "AM"),
            Edit(two, "sectors", "?"),
            Edit(two, "status", "Perhaps"),
            Edit(two, "status", "Declined"),
            Edit(one, "meetings", "5"),
            Edit(two, "name", "  "),
            Edit(one, "email", "zoe@a.ca"),
            Edit(two, "email", "no"),
            Edit(one, "region", "QC"),
        ],
        "Paste",
    )
    company = store.get(Company, one)
    assert (company.employees, company.phone, company.country, company.region) == (
        1200,
        "+15145550199",
        "Canada",
        "Quebec",
    )
    assert of(store, "D2").status is Status.DECLINED
    assert [(r.company, r.column) for r in report.refused] == [
        ("D2", "employees"),
        ("D2", "website"),
        ("D2", "sectors"),
        ("D2", "status"),
        ("D1", "meetings"),
        ("D2", "name"),
        ("D2", "email"),
    ]
    assert all(refused.reason for refused in report.refused)
    assert report.changed == 7
    undone_and_redone(store, before)


def test_replacing_ignores_accents_and_keeps_the_rest() -> None:
    found = cells.replacements(
        [Edit(1, "city", "Montréal-Nord, MONTREAL"), Edit(2, "city", "Laval")], "montreal", "Mtl"
    )
    assert found == [Edit(1, "city", "Mtl-Nord, Mtl")]
    assert cells.replacements([Edit(1, "city", "x")], "", "y") == []


def test_companies_entered_twice_are_found_with_a_reason(store: Store) -> None:
    with store.change("More") as change:
        for name, mail in (
            ("Stackpole Powertrain", "a@stackpole.ca"),
            ("Stackpole Powertrane Inc.", "b@stackpole.ca"),
            ("Cedar Stackpole Powertrain", ""),
        ):
            key = change.insert(Company(side=Side.DELEGATION, name=name))
            change.insert(Application(company_id=key))
            change.insert(Delegate(company_id=key, given_name="A", family_name=name, email=mail))
    found = run_now(merging.suspected(), store)
    assert [(store.get(Company, s.one).name, store.get(Company, s.two).name) for s in found] == [
        ("Stackpole Powertrain", "Stackpole Powertrane Inc.")
    ]
    assert "domain is the same" in found[0].reason
    before = state(store)
    merging.tell_apart(store, found[0].one, found[0].two)
    assert run_now(merging.suspected(), store) == []
    undone_and_redone(store, before)


def test_merging_keeps_everything_of_both(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C1", Priority.MUST_MEET), ("D2", "C2", Priority.MEET))
    meet(store, "D2", "C2", 0, 0)
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    cells.edit(
        store, [Edit(other, "city", "Lévis"), Edit(other, "website", "d2.ca"), Edit(keep, "city", "Ottawa")], "Edit"
    )
    one, two = registrations.records(store, [keep, other]).values()
    assert {d.field for d in merging.differences(store, one, two)} == {"name", "city", "website"}
    assert merging.usual_choice(one, two) == {"website"}
    before = state(store)
    merging.merge(store, keep, other, {"website"})
    company = store.get(Company, keep)
    assert (company.name, company.city, company.website) == ("D1", "Ottawa", "https://d2.ca")
    assert {p.family_name for p in store.where(Delegate, "company_id", [keep])} == {"D1", "D2"}
    assert sorted(r.counterpart_id for r in store.all(Request)) == sorted([key_of(store, "C1"), key_of(store, "C2")])
    assert [alias.name for alias in store.all(Alias)] == ["D2"]
    assert store.snapshot().meetings[0].delegation_id == keep
    undone_and_redone(store, before)
    with pytest.raises(UserError, match="different sides"):
        merging.merge(store, keep, key_of(store, "C1"), ())


def test_files_are_kept_once_and_come_back(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "Profil été.pdf"
    source.write_bytes(b"%PDF content")
    before = state(store)
    attachments.attach(store, key_of(store, "D1"), source)
    undone_and_redone(store, before)
    attachments.attach(store, key_of(store, "D2"), source)
    one, two = store.all(Attachment)
    assert one.digest == two.digest
    assert attachments.save_as(store, one, tmp_path / ".").read_bytes() == b"%PDF content"
    attachments.set_logo(store, key_of(store, "D1"), b"png bytes")
    assert attachments.logo(store, key_of(store, "D1")) == b"png bytes"
    attachments.set_logo(store, key_of(store, "D1"), b"")
    assert attachments.logo(store, key_of(store, "D1")) == b""
    with pytest.raises(UserError, match="cannot be read"):
        attachments.attach(store, key_of(store, "D1"), tmp_path / "gone.pdf")


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


def test_views_keep_filter_and_order(store: Store) -> None:
    wanted = CompanyFilter(
        side="delegation", statuses=("accepted",), has=("delegate",), lacks=("logo",), every=("has",), text="x"
    )
    before = state(store)
    views.save(store, "Ready", wanted, "city", True)
    undone_and_redone(store, before)
    views.save(store, "ready", replace(wanted, text=""), "name", False)
    (view,) = store.all(SavedFilter)
    assert views.filter_of(view) == replace(wanted, text="")
    assert views.filter_of(replace(view, wanted='{"text": "a", "later": [1]}')) == CompanyFilter(text="a")
    with pytest.raises(UserError):
        views.save(store, " ", wanted, "name", False)


@pytest.mark.parametrize("ending", [".pdf", ".xlsx", ".csv"])
def test_a_list_is_written_as_shown(store: Store, tmp_path: Path, ending: str) -> None:
    shown = ShownList(
        "Companies", "All", ["Company", "Employees"], [["=A1", "12"], ["<b>Ñandú", ""]], [200, 80], frozenset({1})
    )
    target = run_now(printing.save(shown, tmp_path / f"list{ending}"), store)
    content = target.read_bytes()
    assert len(content) > 20
    if ending == ".csv":
        assert content.decode("utf-8-sig").splitlines() == ["Company,Employees", "'=A1,12", "<b>Ñandú,"]
    with pytest.raises(UserError, match="cannot be made"):
        printing.save(shown, tmp_path / "list.doc")


def test_the_side_is_changed_only_while_nothing_hangs_on_it(store: Store) -> None:
    ask(store, ("D2", "C1", Priority.MEET))
    one, two = key_of(store, "D1"), key_of(store, "D2")
    report = cells.edit(
        store, [Edit(one, "side", "Contraparte"), Edit(two, "side", "counterpart"), Edit(two, "side", "none")], "Edit"
    )
    assert store.get(Company, one).side is Side.COUNTERPART
    assert [refused.company for refused in report.refused] == ["D2", "D2"]
