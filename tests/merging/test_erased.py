"""Whoever is erased is in no byte of the mission, whatever was done before and whatever older copy comes back."""

import io
import json
import random
import shutil
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from missionplanner.domain.companies import Attachment, Company, Side
from missionplanner.domain.journals import Edition, FormDraft, Letter, PackPrint
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.saved_filters import SavedFilter
from missionplanner.errors import UserError
from missionplanner.jobs.companies import attachments, registrations
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.safety import merging, privacy
from missionplanner.messages import message
from missionplanner.store.merging.packing import unpacked
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import backups, erasing, restoring
from tests.builders import Figures, ask_all, damage_of, meet, small_mission
from tests.merging.acts import make_plan

_PERSONAL = (
    "given_name", "family_name", "second_family_name", "email", "passport", "badge_name", "emergency_contact", "biography",
)  # fmt: skip
_ACCENTS = ("Zoé", "Ünal", "Łucja", "Ñuño", "Ana")


@dataclass
class World:
    """A mission with a history, what was typed of its people, and copies of it."""

    folder: Path
    store: Store
    chance: random.Random
    erased: set[str] = field(default_factory=set)
    """Words of those who were erased, as far as the mission, or a copy merged since, knows them to be theirs."""
    copies: list[Path] = field(default_factory=list)
    number: int = 0

    def word(self, kind: str) -> str:
        """Return a word nothing else contains."""
        self.number += 1
        return f"{self.chance.choice(_ACCENTS)}{kind}{self.number:04}x"

    def person(self, key: int = 0, company: int = 0) -> Person:
        """Return somebody whose every word is their own."""
        return Person(
            id=key,
            company_id=company,
            given_name=self.word("g"),
            family_name=self.word("f"),
            second_family_name=self.word("s") if self.chance.random() < 0.3 else "",
            email=f"{self.word('m')}@{self.word('d')}.example" if self.chance.random() < 0.7 else "",
            mobile=f"+1514{self.chance.randrange(10**6, 10**7)}",
            passport=self.word("p"),
            badge_name=self.word("b"),
            emergency_contact=self.word("e"),
            biography=self.word("t"),
        )


Act = Callable[[World], object]
ACTS: list[Act] = []


def act(function: Act) -> Act:
    """Have a function be one of the things that happen to a mission."""
    ACTS.append(function)
    return function


def one_of(world: World, kind: type) -> Any:
    return world.chance.choice(world.store.all(kind))


def somebody(world: World) -> Person:
    return world.chance.choice([one for one in world.store.all(Person) if one.family_name])


@act
def edit_person(world: World) -> None:
    person = somebody(world)
    new = world.person(person.id, person.company_id)
    kept = {name: getattr(person, name) for name in world.chance.sample(_PERSONAL, k=4)}
    with world.store.change(message("Edit {name}", name=person.full_name)) as change:
        change.update(replace(new, uid=person.uid, **kept))


@act
def add_person(world: World) -> None:
    before = registrations.records(world.store, [one_of(world, Company).id])
    ((key, record),) = before.items()
    people = (*record.delegates, world.person(company=key))
    registrations.enter(world.store, replace(record, delegates=people), record)


@act
def remove_person(world: World) -> None:
    person = somebody(world)
    record = registrations.records(world.store, [person.company_id])[person.company_id]
    left = tuple(one for one in record.delegates if one.id != person.id)
    registrations.enter(world.store, replace(record, delegates=left), record)


@act
def remove_company(world: World) -> None:
    if len(world.store.all(Company)) > 3:
        registrations.remove(world.store, [one_of(world, Company).id])


@act
def write_note(world: World) -> None:
    person, company = somebody(world), one_of(world, Company)
    text = world.chance.choice(
        (
            "Ask {0} about it.\nAll is well.",
            "Call {1} at {2}. Then write.",
            "{0}",
            "see {2} ({3})",
            "No name. {1}'s idea!",
        )
    ).format(person.full_name, person.family_name, person.mobile, person.email or person.passport)
    column = world.chance.choice(("notes", "description", "objectives", "wishes"))
    with world.store.change(message("Note {what}", what=text)) as change:
        change.update(replace(company, **{column: text}))


@act
def comment(world: World) -> None:
    person = somebody(world)
    with world.store.change(message("Comment")) as change:
        change.update(replace(one_of(world, Request), comment=f"{person.title} {person.full_name} asked for it"))
        change.insert(SavedFilter(name=f"For {person.full_name}", wanted=json.dumps({"text": person.family_name})))


@act
def undo(world: World) -> None:
    world.store.undo()


@act
def redo(world: World) -> None:
    world.store.redo()


@act
def write_letter(world: World) -> None:
    person = somebody(world)
    world.store.record(
        Letter(
            company_id=person.company_id,
            kind="accepted",
            language="en",
            recipient=person.email or "office@example.com",
            subject=f"To {person.full_name}",
            file_name=f"{person.family_name}_{person.given_name}.pdf",
            sent_at=datetime.now(UTC),
        )
    )


@act
def print_pack(world: World) -> None:
    person = somebody(world)
    content = json.dumps({"parts": {}, "profiles": {"1": [f"met {person.full_name}", "d"]}}, ensure_ascii=False)
    mine = {"delegate_id": person.id} if world.chance.random() < 0.5 else {}
    world.store.record(
        PackPrint(
            company_id=person.company_id,
            edition=Edition.DELEGATE,
            file_name=f"{person.full_name}.pdf",
            content=content,
            printed_at=datetime.now(UTC),
            **mine,
        )
    )


@act
def attach(world: World) -> None:
    person = somebody(world)
    path = world.folder / f"{world.chance.choice((person.full_name, 'file'))}.bin"
    text = f"A letter of {person.full_name}, {person.passport}"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w>{text}</w>" * 20)
    path.write_bytes(world.chance.choice((text.encode(), text.encode("utf-16"), content.getvalue())))
    attachments.attach(world.store, person.company_id, path)


@act
def take_off(world: World) -> None:
    found = world.store.all(Attachment)
    if found:
        attachments.detach(world.store, [world.chance.choice(found).id])


@act
def type_draft(world: World) -> None:
    person = somebody(world)
    rows = [{"given_name": person.given_name, "family_name": person.family_name, "email": person.email}]
    content = json.dumps({"form": {"notes": f"{person.full_name} called"}, "people": rows}, ensure_ascii=False)
    company = world.chance.choice((0, person.company_id))
    draft = FormDraft(company_id=company, side="delegation", content=content, saved_at=datetime.now(UTC))
    world.store.drafts.keep(draft)


@act
def bring_in(world: World) -> None:
    """Import a form: somebody new, and people of before; those who were erased stay out."""
    names = {company.id: company.name for company in world.store.all(Company) if company.side is Side.DELEGATION}
    known = [one for one in world.store.all(Person) if one.family_name and one.company_id in names]
    people = [world.person(company=world.chance.choice(list(names))), *known[:2]]
    rows = ["\t".join((names[one.company_id], one.given_name, one.family_name, one.email)) for one in people]
    pasted = "\n".join(("Company name\tGiven name\tFamily name\tDelegate email", *rows))
    options = ImportOptions(Path(f"{people[0].full_name}.csv"), Side.DELEGATION, pasted=pasted)
    import_companies.accept(world.store, run_now(import_companies.analyse(options), world.store))


@act
def plan(world: World) -> None:
    make_plan(world.store, world.chance)


@act
def restore_record(world: World) -> None:
    """Put something of the history back."""
    step = world.chance.choice(world.store.steps.history(30))
    found = [one for one in restoring.changes(world.store, step.id) if one.before]
    if found:
        restoring.restore(world.store, world.chance.choice(found))


def keep_copy(world: World) -> None:
    """Keep a copy: of the program, or of a colleague."""
    if world.chance.random() < 0.3:
        backups.keep(world.store)
        return
    path = world.folder / f"copy{len(world.copies)}" / "own.mission"
    path.parent.mkdir()
    world.store.backup(path)
    world.copies.append(path)


def work_apart(world: World) -> None:
    """Have a colleague do something in a copy."""
    if not world.copies:
        return
    # Not by this computer: it remembers nobody.
    with Store.open(world.chance.choice(world.copies)) as store:
        apart = replace(world, store=store)
        for _one in range(3):
            _try(apart, world.chance.choice(ACTS))
    world.number = apart.number


def known_words(store: Store, uids: set[str]) -> set[str]:
    """Return the words a file knows to be of these people."""
    rows = []
    for table in ("people", "people_history"):
        sql = f"SELECT uid, {', '.join(_PERSONAL)} FROM {table} WHERE uid IS NOT NULL"
        rows += database_of(store).execute(sql).fetchall()
    return {word for uid, *words in rows if uid in uids for word in words if word and word[-1] in "xe"}


def merge(world: World) -> None:
    """Take a copy in, and now and then bring the copy to the same."""
    if world.copies:
        path = world.chance.choice(world.copies)
        gone = {uid for (uid,) in database_of(world.store).execute("SELECT uid FROM erased")}
        with Store.open(path, read_only=True) as copy:
            world.erased |= known_words(copy, gone)
        merging.merge(world.store, merging.compare(world.store, path), both=world.chance.random() < 0.3)


def put_back(world: World) -> None:
    """Put an older copy in the place of the mission; opening it erases who was erased since."""
    if not world.copies or world.chance.random() < 0.6:
        return
    path = world.store.path
    world.store.close()
    shutil.copy(world.chance.choice(world.copies), path)
    world.store = Store.open(path)
    erasing.obey(world.store)


def erase(world: World) -> None:
    """Erase somebody, present or deleted, or a deleted company; the copies that hold them are named."""
    companies = privacy.deleted_companies(world.store)
    if companies and world.chance.random() < 0.2:
        company = world.chance.choice(companies)
        rows = database_of(world.store).execute(
            "SELECT uid FROM people_history WHERE company_id = ? AND uid IS NOT NULL", (company.key,)
        )
        words = known_words(world.store, {uid for (uid,) in rows})
        found = privacy.erase(world.store, [], [company.key])
    else:
        people = [one for one in privacy.people(world.store) if one.name.count("x") > 1]
        if not people:
            return
        person = world.chance.choice(people)
        words = known_words(world.store, {person.uid})
        found = privacy.erase(world.store, [person.key])
    world.erased |= {word for word in words if len(word) > 4}
    kept = [one for one in (world.folder / "data").rglob("*.mission") if not _clean(one, words)]
    missed = set(kept) - set(found.copies)
    assert not missed, f"a kept copy that names somebody is not told: {[_named_in(one, words) for one in missed]}"


def _try(world: World, what: Act) -> None:
    try:
        what(world)
    except (UserError, IndexError):  # nothing there to do it to
        return


def _clean(path: Path, words: set[str]) -> bool:
    content = b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*") if not one.name.endswith(".lock"))
    return not any(form in content for word in words for form in _forms(word))


def _named_in(path: Path, words: set[str]) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [place for word in words for place in _places(store, word)]


def _forms(word: str) -> Iterator[bytes]:
    yield word.encode()
    yield word.encode("utf-16-le")
    yield json.dumps(word)[1:-1].encode()


def check(world: World) -> None:
    """No byte of the file, and nothing that is packed in it, has a word of those who were erased."""
    words = {word for word in world.erased if not word.startswith("+")}
    content = b"".join(one.read_bytes() for one in world.folder.glob("own.mission*") if not one.name.endswith(".lock"))
    left = [word for word in words if any(form in content for form in _forms(word))]
    assert not left, f"still there: {left} in {_places(world.store, left[0])}"
    for (packed,) in database_of(world.store).execute("SELECT content FROM plans"):
        assert not any(word in unpacked(packed) for word in words)
    for (packed,) in database_of(world.store).execute("SELECT content FROM contents"):
        assert not any(form in text for text in _opened(packed) for word in words for form in _forms(word))


def _opened(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)


def _places(store: Store, word: str) -> list[str]:
    db, found = database_of(store), []
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in db.execute(f'SELECT * FROM "{table}"'):
            found += [f"{table}: {row}" for value in row if isinstance(value, str) and word in value]
    return found


def run(folder: Path, seed: int, steps: int, counted: Counter[str]) -> None:
    """Have things happen to a mission, erase people in between, and look at every byte."""
    folder.mkdir(parents=True)
    chance = random.Random(seed)
    world = World(folder, small_mission(folder / "own.mission"), chance)
    try:
        ask_all(world.store)
        meet(world.store, "D1", "C1", slot=0, table=1)
        with world.store.change(message("People")) as change:
            for company in world.store.all(Company):
                change.update(replace(company, name=world.word("c")))
            for person in world.store.all(Person):
                change.update(replace(world.person(person.id, person.company_id), uid=person.uid))
            others: list[Act] = [keep_copy, keep_copy, work_apart, work_apart, merge, merge, put_back, erase, erase]
        for _step in range(steps):
            what = chance.choice((*ACTS, *others))
            _try(world, what)
            counted[what.__name__] += 1
            if world.erased and what in (erase, merge, put_back, restore_record, bring_in, undo, redo):
                check(world)
        _try(world, erase)
        check(world)
        assert damage_of(world.store.path) == []
    finally:
        world.store.close()
        counted["missions"] += 1


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Folders of missions, each with the memory of a computer of its own."""

    def make(number: int) -> Path:
        folder = tmp_path / str(number)
        monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
        return folder

    return make


def said(counted: Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(counted.items()))


SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


def test_no_byte_is_left_of_those_who_were_erased(data: Callable[[int], Path], figures: Figures) -> None:
    counted: Counter[str] = Counter()

    @settings(max_examples=5, database=None, derandomize=True, phases=[Phase.generate])
    @given(SEEDS)
    def attempt(seed: int) -> None:
        run(data(counted["missions"]), seed, 40, counted)

    attempt()
    figures(f"erased: {said(counted)}")


@pytest.mark.soak
def test_no_byte_is_left_after_much_work(data: Callable[[int], Path], figures: Figures) -> None:
    counted: Counter[str] = Counter()
    until = time.monotonic() + 600
    while time.monotonic() < until:
        seed = random.SystemRandom().randrange(2**32)
        folder = data(counted["missions"])
        try:
            run(folder, seed, 80, counted)
        except AssertionError as error:
            raise AssertionError(f"seed {seed}") from error
        shutil.rmtree(folder)
    figures(f"erased for ten minutes: {said(counted)}")
