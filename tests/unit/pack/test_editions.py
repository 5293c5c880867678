"""Editions, pages and their order, what changed in words, slips, packs of one delegate, and failures of one among many."""

import os
import re
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from babel.messages.pofile import read_po

from missionplanner.domain.companies import Attachment, AttachmentKind, Company, Delegate, Offering, OfferingKind, Side
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.mission import Figure, MissionText, Sector, Stop, Venue
from missionplanner.domain.packs import USUAL, PackPage, as_setting, pages_of
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Interpreter, Meeting, MeetingDelegate
from missionplanner.errors import Cancelled, UserError
from missionplanner.i18n import translator
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import (
    calendars,
    drafts,
    slips,
)
from missionplanner.jobs.packs import (
    printing as packs,
)
from missionplanner.jobs.packs import (
    settings as pack_settings,
)
from missionplanner.jobs.packs import (
    states as pack_states,
)
from missionplanner.jobs.packs.states import PrintState
from missionplanner.jobs.timetable import planning
from missionplanner.pack import leader_content as leader
from missionplanner.pack import shared_content, style
from missionplanner.pack.labels import NameBadges, PlaceCards
from missionplanner.paths import resources
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment, small_mission
from tests.unit.pack.making import draft, printed
from tests.unit.pack.test_accessible import errors

PNG = (resources() / "flags" / "ca.png").read_bytes()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        meet(found, "D1", "C1", slot=0, table=1)
        meet(found, "D1", "C2", slot=2, table=0)
        meet(found, "D2", "C1", slot=1, table=0)
        with found.change("More") as change:
            change.insert(Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), place="Terrace"))
            change.insert(MissionText(kind="welcome", language="en", title="Welcome", body="Hello."))
        yield found


def text_of(content: bytes, tmp_path: Path) -> str:
    (tmp_path / "read.pdf").write_bytes(content)
    done = subprocess.run(["pdftotext", tmp_path / "read.pdf", "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def all_printed(store: Store, language: str = "en") -> None:
    """Note every pack of both sides and both other editions as printed now, without drawing them."""
    material = drafts.read(store)
    companies = [company for side in Side for company in drafts.takers(material.snapshot, side)]
    found = [*drafts.of_companies(material, language, companies)]
    found += [drafts.special(material, language, edition) for edition in (Edition.LEADER, Edition.ORGANISER)]
    store.record(
        *(
            PackPrint(
                company_id=d.own.company_id or None,
                edition=d.edition,
                language=language,
                fingerprint=d.fingerprint,
                printed_at=datetime.now(UTC),
                content=d.written_content,
            )
            for d in found
        )
    )


def outdated(store: Store, language: str = "en") -> set[str]:
    """Whose printed packs are out of date."""
    material = drafts.read(store)
    found = {
        d.own.company
        for side in Side
        for d, state in pack_states.each_state(material, language, side=side)
        if state is PrintState.OUTDATED
    }
    for edition in (Edition.LEADER, Edition.ORGANISER):
        special = drafts.special(material, language, edition)
        if pack_states.state_of(material, special) is PrintState.OUTDATED:
            found.add(edition.value)
    return found


def changes(store: Store, whose: str | Edition, language: str = "en") -> tuple[str, ...]:
    return pack_states.changes(drafts.read(store), draft(store, whose, language), translator(language))


# -- what is out of date, and why


def test_changing_one_meeting_makes_its_two_companies_packs_and_the_organisers_out_of_date(example: Store) -> None:
    planning.accept(example, run_now(planning.plan(1), example))
    all_printed(example)
    assert outdated(example) == set()
    first = example.all(Meeting)[0]
    free = ({slot.id for slot in example.snapshot().slots} - {m.slot_id for m in example.all(Meeting)}) or {
        first.slot_id
    }
    with example.change("Move") as change:
        change.update(replace(first, slot_id=min(free), table_id=first.table_id + (free == {first.slot_id})))
    names = {example.get(Company, key).name for key in first.pair}
    assert outdated(example) == {*names, "organiser"}


def test_what_changed_is_told_in_words(store: Store) -> None:
    all_printed(store)
    assert changes(store, "D1") == ()
    one, two = (m for m in store.all(Meeting) if m.delegation_id == key_of(store, "D1"))
    reception = store.all(Event)[0]
    with store.change("Much") as change:
        change.update(replace(one, table_id=one.table_id - 1))
        change.update(replace(two, slot_id=two.slot_id + 1))
        change.update(replace(reception, starts=moment(19)))
        change.update(replace(store.get(Company, key_of(store, "C2")), description="New words"))
        change.insert(MissionText(kind="conduct", language="en", title="Conduct", body="Be kind."))
        change.update(replace(store.all(MissionText)[0], body="Bye."))
    assert changes(store, "D1") == (
        "Mon, Feb 16 09:00 meeting with C1 moved to Hall, table 1",
        "Meeting with C2 moved from Mon, Feb 16 09:50 to Mon, Feb 16 10:15, Hall, table 1",
        "Profile of C2 changed",
        "Changed: Mon, Feb 16 19:00, Reception (Terrace)",
        "Changed: Welcome",
        "New in the pack: Media and code of conduct",
    )
    with store.change("Names") as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), name="C1 renamed"))
        change.update(replace(store.all(Venue)[0], name="Hall B"))
    assert changes(store, "D2") == (
        "Mon, Feb 16 09:25 meeting with C1 renamed: the place is now called Hall B, table 1",
        "C1 is now called C1 renamed",
        "Changed: Mon, Feb 16 19:00, Reception (Terrace)",
        "Changed: Welcome",
        "Changed: Logistics",
        "New in the pack: Media and code of conduct",
    )
    store.undo()
    with store.change("Less") as change:
        change.delete(Meeting, [two.id])
        change.delete(Event, [reception.id])
    assert changes(store, "D1", "en")[1::2][:1] == ("No longer: Mon, Feb 16 09:50, C2, Hall, table 1",)
    assert "No longer: Mon, Feb 16 18:00, Reception" in changes(store, "D1")
    assert changes(store, Edition.ORGANISER) == (
        "Changed: Table plan",
        "Changed: Table cards",
        "Changed: Sign-in sheets",
        "Changed: Calls of the evening before",
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "lun. 16 févr. 09:00 : la rencontre avec C1 passe à Hall, table 1"),
        ("es", "lun 16 de feb 09:00: la reunión con C1 pasa a Hall, mesa 1"),
    ],
)
def test_what_changed_is_told_in_the_language_asked_for(store: Store, language: str, expected: str) -> None:
    all_printed(store, language)
    one = store.all(Meeting)[0]
    with store.change("Move") as change:
        change.update(replace(one, table_id=one.table_id - 1))
    assert changes(store, "D1", language) == (expected,)


def test_papers_printed_apart_are_right_one_by_one(store: Store, tmp_path: Path) -> None:
    def state() -> PrintState:
        return pack_states.state_of(drafts.read(store), draft(store, Edition.ORGANISER))

    some = packs.PackOptions(tmp_path, edition=Edition.ORGANISER, papers=frozenset({"plan", "badges"}))
    run_now(packs.make(some), store)
    assert state() is PrintState.NEVER
    assert changes(store, Edition.ORGANISER)[0] == "Not printed yet: Table cards"
    assert run_now(packs.make(replace(some, outdated=True)), store).files == ()
    run_now(
        packs.make(replace(some, papers=frozenset({"tables", "people", "interpreters", "sign-in", "calls", "cards"}))),
        store,
    )
    assert state() is PrintState.CURRENT


def test_a_slip_tells_what_changed_and_makes_the_pack_right_with_it(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No slip is needed"):
        run_now(slips.make(tmp_path / "s.pdf", "en"), store)
    run_now(packs.make(packs.PackOptions(tmp_path)), store)
    one = store.all(Meeting)[0]
    with store.change("Move") as change:
        change.update(replace(one, table_id=one.table_id - 1))
    made = run_now(slips.make(tmp_path / "slips.pdf", "en"), store)
    assert [file.company for file in made.files] == ["D1"]
    words = text_of((tmp_path / "slips.pdf").read_bytes(), tmp_path)
    assert "Mon, Feb 16 09:00 meeting with C1 moved to Hall, table 1" in words
    assert "Your meetings now" in words
    assert errors(tmp_path / "slips.pdf") == []
    assert made.single_pages == len(made.files)
    assert outdated(store) == set()


def test_what_is_printed_nowhere_leaves_packs_right(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    pack_settings.set_pages(store, [PackPage.SCHEDULE, PackPage.PROFILES])
    all_printed(store)
    with store.change("Elsewhere") as change:
        change.update(replace(store.all(Request)[0], priority=Priority.MUST_MEET))
        change.insert(Figure(year=2020, value=3))
        change.update(replace(store.all(MissionText)[0], body="Other"))
    assert outdated(store) == set()
    pack_settings.set_pages(store, [PackPage.PROFILES, PackPage.SCHEDULE])
    assert changes(store, "D1") == ("The pages or their order changed",)
    assert "leader" not in outdated(store)


@pytest.mark.parametrize("change", [{"name": "Other"}, {"colour": "#aa0000"}, {"home_country": "France"}])
def test_what_is_on_every_page_makes_every_pack_out_of_date(store: Store, change: dict[str, str]) -> None:
    all_printed(store)
    with store.change("Cover") as act:
        act.update(replace(store.mission, **change))
    assert outdated(store) == {"D1", "D2", "D3", "C1", "C2", "C3", "leader", "organiser"}
    assert changes(store, Edition.ORGANISER)[0] == "Changed: Cover"


def test_another_company_in_the_same_meeting_is_told_as_such(store: Store) -> None:
    all_printed(store)
    with store.change("Other") as change:
        change.update(replace(store.all(Meeting)[0], counterpart_id=key_of(store, "C3")))
    assert changes(store, "D1") == (
        "No longer: Mon, Feb 16 09:00, C1, Hall, table 2",
        "New meeting: Mon, Feb 16 09:00, C3, Hall, table 2",
    )


# -- pages, look and the other editions


def test_pages_and_their_order_are_the_missions(store: Store, tmp_path: Path) -> None:
    assert pages_of("") == USUAL
    assert pages_of("schedule,nonsense,programme,schedule") == (PackPage.SCHEDULE, PackPage.PROGRAMME)
    assert as_setting(USUAL) == ""
    pack_settings.set_pages(store, [PackPage.SCHEDULE, PackPage.COUNTERPARTS, PackPage.WELCOME])
    sections = packs.preview(draft(store, "D1"))[1]
    assert [key for key, _page in sections] == ["schedule", "counterparts", "welcome"]
    assert [page for _key, page in sections] == [3, 4, 5]
    words = text_of(printed(store, "D1"), tmp_path)
    assert "Index of people" in words
    assert "C1, Given" in words
    assert "Your evaluation" not in words


def test_a_page_that_is_left_out_does_not_make_packs_out_of_date(store: Store) -> None:
    pack_settings.set_pages(store, [PackPage.SCHEDULE, PackPage.PROFILES])
    all_printed(store)
    with store.change("Text") as change:
        change.update(replace(store.all(MissionText)[0], body="Other words."))
        change.update(replace(store.get(Company, key_of(store, "D3")), website="https://d3.example"))
    assert outdated(store) == {"leader"}


def test_logo_and_colour_are_on_the_cover_and_undone(store: Store, tmp_path: Path) -> None:
    plain = printed(store, "D1")
    pack_settings.set_logo(store, PNG)
    pack_settings.set_colour(store, "#ffee00")
    digest = store.keep_content(PNG)
    with store.change("Logo") as change:
        for name in ("D1", "C1"):
            key = key_of(store, name)
            change.insert(Attachment(company_id=key, kind=AttachmentKind.LOGO, name="l.png", digest=digest))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(store, "D1"))
    assert errors(path) == []
    with pikepdf.open(path) as file:
        told = [str(one.Alt) for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
    assert {"Test mission", "D1", "Logo of C1", "Canada", "Mexico"} <= set(told)
    assert path.read_bytes() != plain
    store.undo()
    store.undo()
    store.undo()
    assert printed(store, "D1") == plain


def test_headings_can_be_read_in_any_colour() -> None:
    for colour in ("#ffee00", "#ffffff", "#000000", "#1f4e79", "no colour", ""):
        look = style.look(colour)
        assert style._contrast(look.accent, style.white) >= 4.5
        assert style._contrast(look.band, look.on_band) >= 4.5


def test_the_leader_edition_tells_what_to_say_whom_one_meets_and_who_comes_first(store: Store, tmp_path: Path) -> None:
    people = {p.family_name: p for p in store.all(Delegate)}
    with store.change("People") as change:
        change.update(replace(people["C1"], title="Dra.", position="Rector", precedence=1, biography="Born in Puebla."))
        change.update(replace(people["D2"], precedence=2))
        change.update(replace(people["D1"], biography="Founded it."))
        change.update(replace(store.all(Event)[0], talking_points="- Thank the hosts\n\nName the figures"))
        change.insert(MissionText(kind="talking", language="en", title="Talking points", body="- Say this"))
    found = leader.leader(store.snapshot(), "en", ())
    assert [row[:2] for row in found.precedence.sheets[0].rows] == [("1", "Dra. Given C1"), ("2", "Given D2")]
    assert [sheet.heading for sheet in found.met.sheets] == ["Dra. Given C1", "Given D2", "Given D1"]
    assert (found.met.sheets[0].note, found.met.sheets[0].rows) == (
        "Rector, C1",
        (
            ("Mon, Feb 16 09:00", "D1", "Mexico City, Hall, table 2"),
            ("Mon, Feb 16 09:25", "D2", "Mexico City, Hall, table 1"),
            ("Mon, Feb 16 18:00", "Reception", "Mexico City, Terrace"),
        ),
    )
    assert [(b.name, b.text) for b in found.biographies] == [
        ("Dra. Given C1", "Born in Puebla."),
        ("Given D1", "Founded it."),
    ]
    event = found.days[0].events[0]
    assert event.points == ("Thank the hosts", "Name the figures")
    assert event.expected == "6 companies, among them Dra. Given C1, Given D2"
    path = tmp_path / "leader.pdf"
    path.write_bytes(printed(store, Edition.LEADER))
    assert errors(path) == []
    words = text_of(path.read_bytes(), tmp_path)
    order = (
        "Say this",
        "Thank the hosts",
        "Whom to meet when and where",
        "Order of precedence",
        "Born in Puebla.",
        "The delegation by sector",
        "The counterparts by sector",
    )
    places = [words.rindex(part) for part in order]
    assert places == sorted(places)
    assert "Say this" not in text_of(printed(store, "D1"), tmp_path)


def test_a_delegate_gets_the_meetings_they_attend(store: Store, tmp_path: Path) -> None:
    one = next(m for m in store.all(Meeting) if m.delegation_id == key_of(store, "D1"))
    with store.change("Second") as change:
        zoe = change.insert(Delegate(company_id=key_of(store, "D1"), given_name="Zoé", family_name="Ño"))
        change.insert(MeetingDelegate(meeting_id=one.id, delegate_id=zoe))
    options = packs.PackOptions(tmp_path, companies=frozenset({key_of(store, "D1")}), per_delegate=True)
    result = run_now(packs.make(options), store)
    assert [file.path.name for file in result.files] == ["D1 - Given D1 - en.pdf", "D1 - Zoé Ño - en.pdf"]
    first, second = (text_of(file.path.read_bytes(), tmp_path) for file in result.files)
    assert ("09:00–09:20" in first, "09:50–10:10" in first) == (False, True)
    assert ("09:00–09:20" in second, "09:50–10:10" in second) == (True, True)
    assert {p.delegate_id for p in store.all(PackPrint)} == {file.delegate_id for file in result.files}
    company = store.get(Company, key_of(store, "D1"))
    person = store.get(Delegate, zoe)
    assert calendars.content(store.snapshot(), company, person).count(b"BEGIN:VEVENT") == 3


def test_a_description_is_printed_in_the_language_of_the_pack_where_it_exists(store: Store) -> None:
    company = store.get(Company, key_of(store, "C1"))
    with store.change("Words") as change:
        change.update(replace(company, language="es", description="En español", description_fr="En français"))
    assert draft(store, "D1", "fr").own.meetings[0].profile.description == "En français"
    found = draft(store, "D1", "en").own.meetings[0].profile
    assert (found.description, found.language) == ("En español", "es-MX")


# -- labels, order, failures


@pytest.mark.parametrize("kind", [NameBadges, PlaceCards])
def test_labels_lie_on_the_page_without_touching(kind: type[NameBadges]) -> None:
    for layout in (kind.LETTER, kind.A4):
        wide, high = layout.page
        corners = [layout.place(number) for number in range(layout.across * layout.down)]
        assert all(x >= 0 and x + layout.wide <= wide and y >= 0 and y + layout.high <= high for x, y in corners)
        assert len(set(corners)) == layout.across * layout.down
        left = [x for x, _y in corners]
        assert abs(min(left) - (wide - max(left) - layout.wide)) < 0.01
        for (x, y), (other_x, other_y) in pairwise(corners):
            assert other_x >= x + layout.wide - 0.01 or other_y + layout.high <= y + 0.01


def test_badges_are_where_their_sheets_have_them() -> None:
    assert [round(n / 72, 3) for n in NameBadges.LETTER.place(0)] == [0.25, 7.0]
    assert [round(n / 72 * 25.4, 2) for n in NameBadges.A4.place(0)] == [18.5, 204.0]


def test_names_are_sorted_as_the_language_sorts_them() -> None:
    names = ["Ñandú", "nube", "Ónix", "Oca", "Nadie", "  «Ala»"]
    assert sorted(names, key=translator("es").sort_key) == ["  «Ala»", "Nadie", "nube", "Ñandú", "Oca", "Ónix"]
    assert sorted(["Éa", "Eb", "ez"], key=translator("fr").sort_key) == ["Éa", "Eb", "ez"]


def test_a_pack_that_cannot_be_written_does_not_stop_the_others(store: Store, tmp_path: Path) -> None:
    (tmp_path / "D2 - en.pdf").mkdir()
    result = run_now(packs.make(packs.PackOptions(tmp_path)), store)
    assert [file.company for file in result.files] == ["D1", "D3"]
    assert [skipped.company for skipped in result.skipped] == ["D2"]
    assert re.fullmatch(r"Its file cannot be written \(.+\)\.", result.skipped[0].reason)
    assert len(store.all(PackPrint)) == 2


def test_very_long_texts_are_printed_or_refused_in_a_sentence(store: Store, tmp_path: Path) -> None:
    with store.change("Long") as change:
        event = store.all(Event)[0]
        change.update(replace(event, name_en="x" * 4000, place="y " * 4000, talking_points="z " * 9000))
        change.update(replace(store.all(Venue)[0], name="v" * 3000, address="a\n" * 400))
        change.update(replace(store.get(Company, key_of(store, "C1")), name="n" * 5000, website="https://" + "w" * 900))
    for whose in ("D1", Edition.LEADER, Edition.ORGANISER):
        path = tmp_path / "p.pdf"
        path.write_bytes(printed(store, whose))
        assert errors(path) == []
    run_now(packs.make(packs.PackOptions(tmp_path / "out")), store)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "out").iterdir()} == {0o666 & ~umask()}


def umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


@pytest.mark.parametrize("number", [3, 9])
def test_cancelled_printing_leaves_nothing(tmp_path: Path, number: int) -> None:
    with small_mission(tmp_path / "many.mission", delegation=number) as store:
        progress = Progress(lambda fraction, _text: progress.cancel() if fraction > 0.3 else None)
        with pytest.raises(Cancelled):
            run_now(packs.make(packs.PackOptions(tmp_path / "out")), store, progress)
        assert not (tmp_path / "out").exists()
        assert store.all(PackPrint) == []


# -- languages


@pytest.mark.parametrize("language", ["fr", "es"])
def test_nothing_is_left_untranslated(tmp_path: Path, language: str) -> None:
    """No English text of the program stands in any edition; the mission's own words are numbers and Greek."""
    with small_mission(tmp_path / "g.mission") as store:
        _in_greek(store)
        meet(store, "Δ1", "Γ1", slot=0, table=1, interpreter_id=1)
        meet(store, "Δ1", "Γ2", slot=2, table=0)
        everything = ",".join(PackPage)
        with store.change("Pages") as change:
            change.update(replace(store.mission, pack_pages=everything, languages="en,fr,es"))
        words = " ".join(
            text_of(printed(store, whose, language), tmp_path) for whose in ("Δ1", Edition.LEADER, Edition.ORGANISER)
        )
    with (resources() / "locale" / language / "LC_MESSAGES" / "missionplanner.po").open("rb") as file:
        catalogue = read_po(file)
    english = [
        m.id for m in catalogue if isinstance(m.id, str) and len(m.id) > 3 and m.id != m.string and "{" not in m.id
    ]
    found = [text for text in english if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", words)]
    translated = " ".join(m.string for m in catalogue if isinstance(m.string, str))
    assert [text for text in found if not re.search(rf"(?<!\w){re.escape(text)}(?!\w)", translated)] == []
    for part in ("Contents", "Meeting", "Seeks", "Size", "February", "Monday", "employees"):
        assert f" {part} " not in words


def _in_greek(store: Store) -> None:
    with store.change("Greek") as change:
        for company in store.all(Company):
            name = company.name.replace("D", "Δ").replace("C", "Γ")
            change.update(
                replace(company, name=name, employees=12, description="Λόγοι", website="https://γ.gr", city="Αθήνα")
            )
            change.insert(Offering(company_id=company.id, kind=OfferingKind.OFFERS, text="Λάδι"))
            change.insert(Offering(company_id=company.id, kind=OfferingKind.SEEKS, text="Μέλι"))
        for person in store.all(Delegate):
            change.update(
                replace(
                    person,
                    given_name="Άννα",
                    family_name="Ένα",
                    phone="+302101234567",
                    position="Α",
                    precedence=person.id,
                    biography="Βίος",
                )
            )
        change.update(replace(store.all(Stop)[0], name_en="Πόλη"))
        change.update(replace(store.all(Venue)[0], name="Στοά"))
        change.update(replace(store.all(Sector)[0], name_en="Τομέας", name_fr="Τομέας"))
        change.update(replace(store.mission, name="Αποστολή", organiser="Γραφείο"))
        change.insert(Interpreter(name="Ήρα", languages="en,es"))
        for number, kind in enumerate(EventKind):
            starts, ends = moment(12 + number), moment(13 + number)
            change.insert(
                Event(stop_id=1, kind=kind, name_en="Γιορτή", starts=starts, ends=ends, talking_points="Ευχαριστώ")
            )
        for text in ("welcome", "about", "briefing", "protocol", "logistics", "conduct", "contacts", "talking"):
            change.insert(MissionText(kind=text, language="es", body="Κείμενο"))
        change.insert(Figure(year=1994, value=5, note="under"))
        change.insert(Figure(year=2024, value=56, note="over"))


def test_the_scheme_tells_the_stops_in_words(example: Store) -> None:
    shared = shared_content.shared(example.snapshot(), "fr")
    assert [(stop.name, stop.first, stop.last, stop.lane) for stop in shared.stops] == [
        ("Mexico", 0, 2, 0),
        ("Guadalajara", 3, 5, 0),
        ("Monterrey", 3, 5, 1),
    ]
    assert shared.mission == "Mission commerciale du Canada au Mexique 2026"
    assert shared.flags == ("ca", "mx")
