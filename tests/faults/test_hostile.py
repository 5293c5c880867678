"""Hostile texts in every field: stored exactly, shown, found, exported and printed without anything coming alive."""

import csv
import subprocess
from collections.abc import Iterator
from dataclasses import fields, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import vobject
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.events import Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.limits import LINE, TEXT
from missionplanner.domain.mission import Mission, MissionText, Venue
from missionplanner.domain.moments import Moment
from missionplanner.domain.own_fields import CompanyValue, OwnField
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting
from missionplanner.exchange.contacts import VERSIONS
from missionplanner.exchange.mail import file_name
from missionplanner.jobs.calendars import contacts, making
from missionplanner.jobs.calendars.contacts import ContactOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.attached import AttachedOptions, LetterFile
from missionplanner.jobs.moments.occasions import Occasion
from missionplanner.jobs.moments.writing import WritingOptions
from missionplanner.jobs.packs import printing
from missionplanner.jobs.safety import history
from missionplanner.messages import message
from missionplanner.paths import safe_name
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import HOSTILE, Figures, ask, damage_of, interpreter, key_of, meet, moment, small_mission
from tests.unit.pack.making import printed

TEXTS = (
    *HOSTILE, "\u202egnp.exe\u202c", "a" + "\u0301" * 300, "=cmd|' /C calc'!A0", "@SUM(1)", "-1+1|x", "%s%n%d{0}{x}",
    "../../../etc/passwd", "CON", "aux.txt", "<b>x</b><script>alert(1)</script>&amp;", "'; DROP TABLE companies; --",
    "مرحبا بالعالم", "שלום\u200f", "👩‍👩‍👧‍👦🇲🇽", "\ud800 lone", "x\r\ny\tz\v\f", "\x1b[31m", "\ufeffbom", "a\u2028b\u2029c",
)  # fmt: skip
NOT_TEXT = {
    "id", "uid", "side", "country", "language", "kind", "audience", "status", "languages", "coordinates", "home_zone",
    "time_zone",
    "intents", "tariff",
}  # fmt: skip
KINDS: tuple[type, ...] = (
    Company,
    Person,
    Event,
    Venue,
    Mission,
    MissionText,
    Offering,
    Request,
    Meeting,
    CompanyValue,
)


def text_fields(kind: type) -> list[str]:
    return [
        f.name
        for f in fields(kind)
        if f.type in ("str", str)
        and f.name not in NOT_TEXT
        and "lunch" not in f.name
        and f.name not in ("pack_pages", "colour", "logo", "portrait", "no_show_side", "late_side", "reconfirmed_by")
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        ask(found, ("D1", "C1", Priority.MEET))
        meet(found, "D1", "C1", slot=0, table=1)
        with found.change(message("More")) as change:
            change.insert(Event(stop_id=1, name_en="E", starts=moment(18), ends=moment(20)))
            change.insert(interpreter("I", languages="en,es"))
            change.insert(MissionText(kind="welcome", language="en", title="T", body="B"))
            change.insert(Offering(company_id=key_of(found, "C1"), kind=OfferingKind.OFFERS, text="O"))
            own = change.insert(OwnField(code="own", name_en="Own"))
            change.insert(CompanyValue(company_id=key_of(found, "C1"), field_id=own, text="V"))
        yield found


def fill(store: Store, text: str) -> int:
    """Put the text into every text field of a record of each kind; how many fields."""
    number = 0
    with store.change(message("Fill {text}", text=text[:50])) as change:
        for kind in KINDS:
            names = text_fields(kind)
            number += len(names)
            for record in store.all(kind):
                change.update(replace(record, **dict.fromkeys(names, text)))
    return number


def expected(text: str) -> str:
    """What the file keeps: lone surrogates cannot be stored and become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_text_in_every_field_comes_alive_nowhere(
    store: Store, tmp_path: Path, text: str, figures: Figures
) -> None:
    number = fill(store, text)
    assert number > 50
    kept = expected(text)
    for kind in KINDS:
        for record in store.all(kind):
            assert all(getattr(record, name) == kept for name in text_fields(kind))
    outputs = (
        stored_and_found, listed, in_csv, in_workbook, in_calendar, in_packs, in_history, as_file_names,
        in_contacts, in_letters,
    )  # fmt: skip
    for output in outputs:
        output(store, kept, tmp_path)
    if text == TEXTS[-1]:
        figures(f"hostile texts: {len(TEXTS)} texts x {number} fields x {len(outputs)} outputs")


def test_the_longest_texts_are_kept_found_and_printed(store: Store) -> None:
    line, text = "y" * LINE, "y" * TEXT
    with store.change(message("Long")) as change:
        for kind, name, value in (
            (Company, "name", line), (Company, "description", text), (Person, "position", line),
            (Venue, "address", text),
        ):  # fmt: skip
            for record in store.all(kind):
                change.update(replace(record, **{name: value}))
    assert store.all(Company)[0].description == text
    assert len(store.companies.ids(CompanyFilter(text="yyyy"))) == 6
    assert printed(store, 1).startswith(b"%PDF")


def stored_and_found(store: Store, text: str, _folder: Path) -> None:
    """The search takes any text as words, and the file is whole."""
    store.companies.ids(CompanyFilter(text=text[:200]))
    assert len(store.companies.ids(CompanyFilter())) == 6
    assert damage_of(store.path) == []
    assert store.undo()
    assert store.redo()


def listed(store: Store, text: str, _folder: Path) -> None:
    """Lists give the text to the letter."""
    snapshot = store.snapshot()
    everyone = {company.id for company in snapshot.companies}
    found = {name: lists.rows(snapshot, name, everyone) for name in lists.LISTS}
    assert found["companies"][0]["name"] == text


def in_csv(store: Store, text: str, folder: Path) -> None:
    """No cell is a formula."""
    run_now(export.export(folder / "c.csv", "companies"), store)
    csv.field_size_limit(10_000_000)
    rows = list(csv.reader(StringIO((folder / "c.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 7
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip("\t\r\n ").startswith(("=", "@")), cell[:40]


def in_workbook(store: Store, text: str, folder: Path) -> None:
    """Cells are texts: no formula is written, and what is read back is the text as far as a cell holds it."""
    run_now(export.export(folder / "w.xlsx"), store)
    book = CalamineWorkbook.from_path(folder / "w.xlsx")
    assert book.sheet_names[:2] == ["Companies", "People"]
    with ZipFile(folder / "w.xlsx") as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in parts.read(name) for name in sheets)


def in_calendar(store: Store, text: str, folder: Path) -> None:
    """One event an entry, whatever line ends and colons its name has."""
    company = store.all(Company)[0]
    job = making.one(folder / "one.ics", lambda snapshot: snapshot.company[company.id])
    found = Calendar.from_ical(run_now(job, store).paths[0].read_bytes())
    assert len(found.walk("VEVENT")) == 2


def in_packs(store: Store, text: str, folder: Path) -> None:
    """Every edition is printed, and the files have safe names."""
    for whose in (1, Edition.LEADER, Edition.ORGANISER):
        content = printed(store, whose)
        assert content.startswith(b"%PDF")
        (folder / "p.pdf").write_bytes(content)
        assert subprocess.run(["qpdf", "--check", folder / "p.pdf"], capture_output=True, check=False).returncode == 0
        if len(text) < 1000:
            words = subprocess.run(
                ["pdftotext", folder / "p.pdf", "-"], capture_output=True, check=True
            ).stdout.decode()
            assert ("alert(1)" in words) == ("alert(1)" in text)
    result = run_now(printing.make(printing.PackOptions(folder / "packs")), store)
    assert len(result.files) == 3
    assert {file.path.parent for file in result.files} == {folder / "packs"}


def in_history(store: Store, text: str, folder: Path) -> None:
    """The history tells it and is written out."""
    step = history.steps(store)[0]
    assert text[:100] in [value.after[:100] for value in history.values(store, step.id)] or "\0" in text
    history.save_csv(store, history.steps(store)[:3], folder / "h.csv")


def as_file_names(_store: Store, text: str, folder: Path) -> None:
    """A name made of it is a plain name that exists nowhere else."""
    name = safe_name(text)
    assert name
    assert "/" not in name
    assert "\\" not in name
    (folder / f"{name}.txt").write_text("x", encoding="utf-8")


def in_contacts(store: Store, text: str, folder: Path) -> None:
    """A card for every person and company, in both versions, and no other field than ours."""
    with store.change(message("Consent")) as change:
        for record in (*store.all(Company), *store.all(Person)):
            change.update(replace(record, consent=True))
    everyone = frozenset(company.id for company in store.all(Company))
    for version in VERSIONS:
        made = run_now(contacts.make(folder / f"cards {version}", ContactOptions(everyone, version)), store)
        for path in made.paths:
            cards = list(vobject.readComponents(path.read_bytes().decode()))
            assert cards
            assert {key for card in cards for key in card.contents} <= _OF_CARDS


def in_letters(store: Store, text: str, folder: Path) -> None:
    """Every mail goes to its address, says its subject and text, and has its files and no other header."""
    with store.change(message("Addresses")) as change:
        for person in store.all(Person):
            change.update(replace(person, email=f"p{person.id}@firm.ca"))
    occasion = Occasion(Moment.TIMETABLE)
    drafts = [one for one in composing.compose(store, occasion) if not one.obstacle]
    keys = frozenset(one.key for one in drafts)
    along = AttachedOptions(LetterFile.PDF)
    done = run_now(writing.write(WritingOptions(occasion, folder / "out", keys, along=along)), store)
    assert len(done.letters) == len(drafts) > 0
    assert len({name for _one, name in done.letters}) == len(drafts)
    for one, name in done.letters:
        assert (folder / "out" / name).parent == folder / "out"
        read = message_from_bytes((folder / "out" / name).read_bytes(), policy=default)
        assert isinstance(read, EmailMessage)
        assert (set(read.keys()), str(read["To"]), read["Subject"]) == (_HEADERS, one.recipient, one.subject)
        body = read.get_body(("plain",))
        assert body is not None
        assert body.get_content().replace("\r\n", "\n").rstrip("\n") == _unix(one.body).rstrip("\n")
        files = {str(part.get_filename()): part.get_payload(decode=True) for part in read.iter_attachments()}
        stem = file_name(safe_name(one.person or one.company))
        assert set(files) == {f"{stem}.ics", f"{stem}.pdf"}
        assert files[f"{stem}.pdf"].startswith(b"%PDF")
        assert len(Calendar.from_ical(files[f"{stem}.ics"]).walk("VEVENT")) >= 1


_OF_CARDS = {
    "version", "prodid", "uid", "kind", "fn", "n", "org", "title", "email", "tel", "adr", "url", "lang", "note", "rev",
    "photo", "logo", "categories", "role", "x-abshowas",
}  # fmt: skip
_HEADERS = {"X-Unsent", "X-Mission-Letter", "To", "Subject", "Content-Type", "MIME-Version"}


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
