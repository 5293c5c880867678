"""People erased from a mission, wherever they are named."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Attachment, Company, Partner
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journals import FormDraft, Letter, PackPrint
from missionplanner.domain.mission import Stop
from missionplanner.domain.moments import Moment, MomentLetter
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import is_anonymous
from missionplanner.domain.reviews import Criterion, Review
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.messages import ERASED, message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import erasing
from tests.builders import damage_of, interpreter, key_of, moment
from tests.unit.store.upkeep import zoe

NOW = datetime.now(UTC)


def notes(store: Store, name: str = "D1") -> str:
    return store.get(Company, key_of(store, name)).notes


def test_texts_that_name_somebody_lose_their_sentence_and_the_rest_stays(store: Store) -> None:
    key = zoe.add(store)
    zoe.note(store, "Likes tea. Ask Zoé. Comes late.")
    assert erasing.erase(store, [key]) == 1
    assert notes(store) == "Likes tea. Comes late."
    assert is_anonymous(store.get(Person, key))


def test_a_text_that_is_kept_stays_and_is_remembered(store: Store) -> None:
    key = zoe.add(store)
    zoe.note(store, "Ask Zoé.")
    zoe.note(store, "Zoé again", "D3")
    (place,) = [one.place for one in erasing.passages_about(store, erasing.meant(store, [key])) if "Ask" in one.words]
    erasing.erase(store, [key], kept={place})
    assert (notes(store), notes(store, "D3")) == ("Ask Zoé.", "")
    assert ("kept", "/".join(place)) in erasing.remembered(store)


def test_undo_brings_nothing_back(store: Store) -> None:
    key = zoe.add(store)
    zoe.note(store, "Ask Zoé.")
    zoe.note(store, "Nothing.")
    erasing.erase(store, [key])
    assert (store.undo(), notes(store)) == ("Note", "")
    assert (store.undo(), notes(store)) == ("Note", "")
    assert store.undo() == f"Add {ERASED}"
    assert "Zoé" not in json.dumps([list(row) for row in database_of(store).execute("SELECT * FROM people_history")])


def test_her_part_of_what_a_source_said_goes_and_the_rest_stays(store: Store) -> None:
    key = zoe.add(store)
    said = {"city": "Laval", "delegates": [{"given_name": "Zoé", "family_name": "Ünal"}, {"given_name": "Ana"}]}
    with store.change(message("Import")) as change:
        change.insert(SourceDraft(company_id=key_of(store, "D2"), source="s", content=json.dumps(said)))
    erasing.erase(store, [key])
    (draft,) = store.all(SourceDraft)
    assert json.loads(draft.content) == {"city": "Laval", "delegates": [{"given_name": "Ana"}]}


def test_journals_drafts_filters_and_packs_of_others_are_gone_through(store: Store) -> None:
    key = zoe.add(store)
    company = key_of(store, "D1")
    content = json.dumps({"parts": {}, "profiles": {"1": ["Zoé Ünal", "d"]}})
    store.record(
        Letter(company_id=company, kind="accepted", language="en", recipient=zoe.MAIL, subject="To Zoé", sent_at=NOW),
        PackPrint(company_id=company, content=content, file_name="D1.pdf", printed_at=NOW),
        PackPrint(company_id=company, content='{"parts": {}}', file_name="Mine.pdf", printed_at=NOW, delegate_id=key),
    )
    store.drafts.keep(FormDraft(company_id=company, side="delegation", content='{"form": {"a": "Zoé"}}', saved_at=NOW))
    store.drafts.keep(FormDraft(company_id=0, side="counterpart", content='{"form": {}}', saved_at=NOW))
    with store.change(message("Save")) as change:
        change.insert(SavedFilter(name="For Zoé", wanted='{"text": "Zoé"}'))
    erasing.erase(store, [key])
    (letter,) = store.all(Letter)
    assert (letter.recipient, letter.subject, letter.kind) == ("", "", "accepted")
    assert [(one.file_name, one.content) for one in store.all(PackPrint)] == [
        ("D1.pdf", '{"parts": {}, "profiles": {"1": ["", "d"]}}'), ("", ""),
    ]  # fmt: skip
    assert [one.content for one in store.all(FormDraft)] == ['{"form": {}}']
    assert [(one.name, one.wanted) for one in store.all(SavedFilter)] == [("", '{"text": ""}')]


def test_what_was_sent_to_somebody_goes_with_them(store: Store) -> None:
    key = zoe.add(store)
    step = ["2026-03-05", "2026-03-05", "C1", "Zoé calls", "next_step"]
    made = {"company_id": key_of(store, "D1"), "language": "en", "written_at": NOW}
    store.record(
        MomentLetter(
            moment=Moment.VISA, person_id=key, recipient=zoe.MAIL, subject="Letter for Zoé", file_name="a.eml", **made
        ),
        MomentLetter(
            moment=Moment.THANKS, recipient=f"ana@d1.ca, {zoe.MAIL}", subject="Thanks", file_name="b.eml", **made
        ),
        MomentLetter(
            moment=Moment.NEXT_STEP, subject="Next", content=json.dumps({"parts": {}, "events": {"o": step}}), **made
        ),
    )
    erasing.erase(store, [key])
    kept = [(one.moment, one.recipient, one.subject) for one in store.all(MomentLetter)]
    assert kept == [(Moment.VISA, "", ""), (Moment.THANKS, "", "Thanks"), (Moment.NEXT_STEP, "", "Next")]
    assert "Zoé" not in "".join(one.content for one in store.all(MomentLetter))
    erasing.erase_everybody(store)
    assert {(one.recipient, one.subject, one.file_name, one.content) for one in store.all(MomentLetter)} == {
        ("", "", "", "")
    }


def test_of_things_only_full_names_go(store: Store) -> None:
    key = zoe.add(store)
    with store.change(message("Fill")) as change:
        stop = store.all(Stop)[0].id
        times = {"starts": moment(9), "ends": moment(10)}
        change.insert(
            Event(stop_id=stop, kind=EventKind.RECEPTION, name_en="Lunch with Zoé Ünal", place="Zoé", **times)
        )  # type: ignore[arg-type]
        change.insert(Partner(company_id=key_of(store, "D1"), name="Zoé Ünal"))
    erasing.erase(store, [key])
    (event,) = store.all(Event)
    assert (event.name_en, event.place) == ("Lunch with …", "Zoé")
    assert [one.name for one in store.all(Partner)] == ["…"]


def test_who_was_deleted_before_is_erased_too(store: Store) -> None:
    key = zoe.add(store)
    zoe.remove(store, key)
    assert erasing.erase(store, [key]) == 1
    assert [one for one in erasing.people(store) if one.deleted] == []
    store.undo()
    assert is_anonymous(store.get(Person, key))
    assert erasing.erase(store, [key]) == 0


def test_a_deleted_company_is_erased_with_its_people_and_texts(store: Store) -> None:
    zoe.add(store)
    zoe.note(store, "a secret", "D2")
    (company,) = store.where(Company, "id", [key_of(store, "D2")])
    with store.change(message("Delete {company}", company=company.named)) as change:
        change.delete(Company, [company.id])
    assert erasing.erase(store, [], [company.id]) == 2
    assert erasing.deleted_companies(store) == []
    content = store.path.read_bytes()
    assert not any(word in content for word in (b"a secret", "Ünal".encode()))
    store.undo()
    assert {one.name for one in store.all(Company)} == {"C1", "C2", "C3", "D1", "D3", "…"}
    assert damage_of(store.path) == []


def test_nobody_is_erased_where_nobody_is_meant(store: Store) -> None:
    assert erasing.erase(store, [999]) == 0
    assert store.steps.undo_label == ""


def test_a_made_up_column_of_people_and_table_are_taken_along(store: Store) -> None:
    key = zoe.add(store)
    with store.steps.outside_undo() as db:
        db.execute("CREATE TABLE guests (number INTEGER PRIMARY KEY, words TEXT)")
        db.execute("INSERT INTO guests VALUES (7, 'Zoé Ünal came. Fine.')")
    erasing.erase(store, [key])
    assert database_of(store).execute("SELECT words FROM guests").fetchall() == [("Fine.",)]


def test_everybody_goes_with_every_note_and_the_count_stays(store: Store) -> None:
    zoe.add(store)
    zoe.note(store, "of a stranger")
    zoe.note(store, "We make tea. Write to Zoé Ünal. We ship.", column="description")
    criterion = store.all(Criterion)[0].id
    with store.change(message("Fill")) as change:
        change.insert(interpreter("Ines", phone="1"))
        for company, reviewer in (("D1", "Ana"), ("D2", "Ana"), ("D1", "Ben")):
            change.insert(Review(company_id=key_of(store, company), criterion_id=criterion, reviewer=reviewer, mark=3))
    assert erasing.erase_everybody(store) == 8
    assert notes(store) == ""
    assert store.get(Company, key_of(store, "D1")).description == "We make tea. We ship."
    assert len({(one.company_id, one.reviewer) for one in store.all(Review)}) == 3
    assert len({one.reviewer for one in store.all(Review)}) == 2
    assert erasing.people(store) == []


def test_texts_that_are_chosen_stay_when_everybody_goes(store: Store) -> None:
    zoe.note(store, "of a stranger")
    zoe.note(store, "of another", "D2")
    uid = store.get(Company, key_of(store, "D1")).uid
    assert {"of a stranger", "of another"} <= {one.words for one in erasing.passages_about_everybody(store)}
    erasing.erase_everybody(store, kept={("companies", uid, "notes")})
    assert (notes(store), notes(store, "D2")) == ("of a stranger", "")


def test_what_was_written_apart_about_them_goes(store: Store) -> None:
    key = zoe.add(store)
    uid = store.get(Person, key).uid
    with store.steps.outside_undo() as db:
        db.execute("INSERT INTO dots VALUES (?, 'family_name', 1, 1, 0, '[\"Roy\"]', NULL, NULL)", (uid,))
    zoe.note(store, "Mrs Roy is late.")
    erasing.erase(store, [key])
    assert notes(store) == ""
    assert database_of(store).execute("SELECT count(*) FROM dots WHERE beside IS NOT NULL").fetchone() == (0,)


def test_another_reads_the_step_as_one_that_erased(store: Store) -> None:
    key = zoe.add(store)
    erasing.erase(store, [key])
    assert store.steps.history(1)[0].label == "Erase personal data"
    with store.change(message("Go on")) as change:
        change.update(replace(store.get(Company, 1), city="Lévis"))
    assert store.undo() == "Go on"


def test_single_names_in_names_of_things_are_left_where_nobody_chose(store: Store) -> None:
    key = zoe.add(store)
    with store.change(message("Fill")) as change:
        change.insert(Partner(company_id=key_of(store, "D1"), name="Zoé's"))
    (found,) = [one for one in erasing.passages_about(store, erasing.meant(store, [key])) if not one.is_sure]
    assert found.words == "Zoé's"
    erasing.erase(store, [key], kept=())
    assert [one.name for one in store.all(Partner)] == ["…'s"]


def test_what_others_say_of_themselves_is_listed_and_emptied(store: Store) -> None:
    key = zoe.add(store, biography="I am Zoé.")
    colleague = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Edit")) as change:
        change.update(replace(colleague, biography="Born in Oslo. Works with Zoé.", badge_name="Zoé Ünal's aide"))
    found = erasing.passages_about(store, erasing.meant(store, [key]))
    assert {one.place[1:] for one in found} == {(colleague.uid, "biography"), (colleague.uid, "badge_name")}
    erasing.erase(store, [key])
    after = store.get(Person, colleague.id)
    assert (after.biography, after.badge_name) == ("Born in Oslo.", "…'s aide")


def test_names_of_files_are_found_in_any_case_and_written_in_one(store: Store) -> None:
    key = zoe.add(store)
    names = ("cv_zoe.pdf", "unalzoe.pdf", "other.pdf")
    with store.change(message("Attach {name}", name="cv zoe.pdf")) as change:
        change.insert_all(Attachment(company_id=key_of(store, "D1"), name=name, digest=name) for name in names)
    erasing.erase(store, [key])
    assert [one.name for one in store.all(Attachment)] == ["other.pdf"]
    assert f"Attach {ERASED}" in [step.label for step in store.steps.history()]


def test_what_was_searched_for_goes_in_any_case(store: Store) -> None:
    key = zoe.add(store)
    with store.change(message("Save")) as change:
        change.insert(SavedFilter(name="Mine", wanted='{"text": "zoé", "side": "delegation"}', sort="name"))
        change.insert(SavedFilter(name="Others", wanted='{"text": "city:oslo"}', sort="name"))
    erasing.erase(store, [key])
    assert [json.loads(one.wanted)["text"] for one in store.all(SavedFilter)] == ["", "city:oslo"]
