"""What stands in one company’s pack alone, in any language."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingDelegate
from missionplanner.jobs.calendars.making import CalendarOptions, Calendars, basis_of
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.messages import message
from missionplanner.pack.phrases import Phrase, plain, text_of
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.pack.making import draft, flowing_text, parts


def test_meetings_are_in_the_order_of_time_with_place_and_table(store: Store) -> None:
    _shared, own = parts(store)
    assert [(m.time, m.profile.name, m.venue, m.table) for m in own.meetings] == [
        ("09:00–09:20", "C1", "Hall", "table 2"),
        ("09:50–10:10", "C2", "Hall", "table 1"),
    ]
    assert [item.title for day in own.programme for item in day.items] == ["C1", "C2"]


def test_the_size_of_a_company_stays_on_one_line(store: Store) -> None:
    with store.change(message("Size")) as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), employees=12))
    _shared, own = parts(store)
    assert own.meetings[0].profile.employees == "12\N{NO-BREAK SPACE}employees"


def test_language_of_a_pack_is_its_own(store: Store) -> None:
    _shared, own = parts(store, language="fr")
    assert own.programme[0].title == "lundi 16 février 2026"
    _shared, own = parts(store, language="es")
    assert own.programme[0].title == "lunes, 16 de febrero de 2026"
    assert own.meetings[0].table == "mesa 2"


def test_a_journey_is_printed_on_the_day_of_the_city_it_leaves_with_all_clocks(store: Store) -> None:
    night = date(2027, 3, 28)
    with store.change(message("Flight")) as change:
        days = {"starts": night - timedelta(1), "ends": night}
        madrid = change.insert(Stop(name_en="Madrid", time_zone="Europe/Madrid", **days))  # type: ignore[arg-type]
        palmas = change.insert(Stop(name_en="Las Palmas", time_zone="Atlantic/Canary", **days))  # type: ignore[arg-type]
        plain = {"kind": EventKind.TRANSFER, "audience": Audience.EVERYONE, "name_en": "Flight", "name_es": "Vuelo"}
        starts = datetime(2027, 3, 27, 17, tzinfo=UTC)
        change.insert(
            Event(
                stop_id=madrid, to_stop_id=palmas, starts=starts, ends=starts + timedelta(minutes=175),
                place="Barajas", to_place="Gando", meeting_point_es="Puerta 3", **plain,
            )  # type: ignore[arg-type]
        )  # fmt: skip
        change.insert(
            Event(stop_id=madrid, name_en="Walk", starts=starts + timedelta(hours=5), ends=starts + timedelta(hours=7))
        )
        change.insert(
            Event(stop_id=madrid, name_en="Run", starts=starts + timedelta(hours=16), ends=starts + timedelta(hours=17))
        )
    shared, own = parts(store, language="es")
    _meetings, saturday, sunday = own.programme
    assert (saturday.title, saturday.stop) == ("sábado, 27 de marzo de 2027", "Madrid")
    assert saturday.notes == ("No hay nada previsto para usted del 17 de febrero de 2026 al 26 de marzo de 2027.",)
    flight, walk = saturday.items
    assert (flight.time, flight.title, flight.kind, flight.titled_in) == ("18:00", "Vuelo", "Traslado", "")
    place = text_of(flight.place)
    assert place.startswith("18:00 Madrid → 19:55 Las Palmas (−1 h) · Barajas → Gando · ")
    assert place.endswith(": Puerta 3")
    assert [(one.text, one.language) for one in flight.place if one.language] == [
        ("Barajas", "en-CA"),
        ("Gando", "en-CA"),
    ]
    assert (walk.time, walk.titled_in) == ("23:00–01:00 +1", "en-CA")
    assert [item.time for item in sunday.items] == ["11:00–12:00"]
    assert sunday.notes == shared.clocks[:1]
    assert len(shared.clocks) == 2


def test_a_delegate_gets_the_meetings_they_attend(eventful: Store, tmp_path: Path) -> None:
    one = next(m for m in eventful.all(Meeting) if m.delegation_id == key_of(eventful, "D1"))
    with eventful.change(message("Second")) as change:
        zoe = change.insert(Person(company_id=key_of(eventful, "D1"), given_name="Zoé", family_name="Ño"))
        change.insert(MeetingDelegate(meeting_id=one.id, delegate_id=zoe))
    options = printing.PackOptions(tmp_path, companies=frozenset({key_of(eventful, "D1")}), per_delegate=True)
    result = run_now(printing.make(options), eventful)
    assert [file.path.name for file in result.files] == ["D1 - Given D1 - en.pdf", "D1 - Zoé Ño - en.pdf"]
    first, second = (flowing_text(file.path.read_bytes(), tmp_path) for file in result.files)
    assert ("09:00–09:20" in first, "09:50–10:10" in first) == (False, True)
    assert ("09:00–09:20" in second, "09:50–10:10" in second) == (True, True)
    assert {p.delegate_id for p in eventful.all(PackPrint)} == {file.delegate_id for file in result.files}
    calendars = Calendars(
        basis_of(eventful), CalendarOptions(frozenset({key_of(eventful, "D1")}), (CalendarOf.PERSON,))
    )
    (hers,) = (owner for owner in calendars.owners if owner.uid == eventful.get(Person, zoe).uid)
    assert calendars.content(hers).count(b"BEGIN:VEVENT") == 3


def test_a_description_is_printed_in_the_language_of_the_pack_where_it_exists(eventful: Store) -> None:
    company = eventful.get(Company, key_of(eventful, "C1"))
    with eventful.change(message("Words")) as change:
        change.update(replace(company, language="es", description="En español", description_fr="En français"))
    assert draft(eventful, "D1", "fr").own.meetings[0].profile.description == "En français"
    found = draft(eventful, "D1", "en").own.meetings[0].profile
    assert (found.description, found.language) == ("En español", "es-MX")


def test_posts_and_offers_are_printed_in_the_language_of_the_pack_where_they_exist(eventful: Store) -> None:
    key = key_of(eventful, "C1")
    with eventful.change(message("Words")) as change:
        change.update(replace(eventful.get(Company, key), language="es", offers_fr="Colle; Bois", seeks_en="Honey"))
        change.insert_all(
            Offering(company_id=key, kind=kind, text=text, position=place)
            for kind, texts in ((OfferingKind.OFFERS, ("Cola", "Madera")), (OfferingKind.SEEKS, ("Miel",)))
            for place, text in enumerate(texts)
        )
        person = next(one for one in eventful.all(Person) if one.company_id == key)
        change.update(replace(person, position="Directora", position_fr="Directrice"))

    def said(language: str) -> tuple[tuple[Phrase, ...], ...]:
        found = draft(eventful, "D1", language).own.meetings[0].profile
        return found.people, found.offers, found.seeks

    assert said("fr") == (
        (Phrase("Given C1, Directrice"),), (Phrase("Colle"), Phrase("Bois")), (Phrase("Miel", "es-MX"),),
    )  # fmt: skip
    assert said("en") == (
        (Phrase("Given C1, Directora", "es-MX"),), (Phrase("Cola", "es-MX"), Phrase("Madera", "es-MX")), (Phrase("Honey"),),
    )  # fmt: skip
    assert said("es") == ((Phrase("Given C1, Directora"),), (Phrase("Cola"), Phrase("Madera")), (Phrase("Miel"),))


def test_of_many_who_attend_it_is_said_where_the_others_are(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Many")) as change:
        change.insert_all(Person(company_id=key, given_name="Given", family_name=f"E{n}") for n in range(5))
    assert parts(store)[1].meetings[0].who == "all 6 of you"
    snapshot = store.snapshot()
    with store.change(message("Some")) as change:
        meeting = snapshot.meetings_of[key][0]
        for person in snapshot.delegates_of[key][:5]:
            change.insert(MeetingDelegate(meeting_id=meeting.id, delegate_id=person.id))
    row = parts(store)[1].meetings[0]
    assert row.who == "Given D1, Given E0, Given E1, + 2 on the page of the meeting"
    assert row.ours == "Given D1, Given E0, Given E1, Given E2, Given E3"


def test_a_visit_has_the_address_of_its_host_how_to_get_there_and_when_to_leave(store: Store) -> None:
    with store.change(message("Visit")) as change:
        office = {"address": "Masaryk 5", "zone": "Polanco", "directions": "Lift at\nthe back."}
        change.update(replace(store.get(Company, key_of(store, "C2")), **office))
        for meeting in store.all(Meeting):
            if meeting.counterpart_id == key_of(store, "C2"):
                change.update(replace(meeting, table_id=None))
    _shared, own = parts(store)
    hall, visit = own.meetings
    assert (hall.where, visit.venue, visit.table) == ((), "At their office", "Polanco")
    assert (
        "".join(plain(visit.where))
        == "Masaryk 5, Polanco. Lift at the back. 30 minutes from the meeting before: leave at 09:10."
    )
    item = own.programme[0].items[1]
    assert (item.venue, text_of(item.spot), text_of(item.place)) == (
        "Office of C2", "Masaryk 5, Polanco", "Office of C2, Masaryk 5, Polanco",
    )  # fmt: skip
    _shared, host = parts(store, name="C2")
    assert (host.meetings[0].venue, host.meetings[0].where) == ("At your office", ())
