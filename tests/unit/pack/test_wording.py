"""How companies and people are written in packs."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import MissionText, Sector, Stop, Venue
from missionplanner.domain.packs import PackPage
from missionplanner.domain.people import Membership, Person
from missionplanner.i18n import translator
from missionplanner.messages import message
from missionplanner.pack.phrases import plain
from missionplanner.pack.wording import on_one_line, people_lines, with_year
from missionplanner.paths import resources
from missionplanner.store.store import Store
from tests.builders import add_trade, interpreter, key_of, meet, moment, small_mission
from tests.unit.pack.making import flowing_text, printed


def test_people_of_a_company_are_written_in_the_order_of_protocol_with_their_post_there(store: Store) -> None:
    key = key_of(store, "D1")
    (first,) = store.where(Person, "company_id", [key])
    other = store.where(Person, "company_id", [key_of(store, "D2")])[0]
    with store.change(message("Two")) as change:
        change.update(replace(other, precedence=1, position="CEO", title="Dra.", family_name="Roy"))
        change.update(replace(first, position="Clerk"))
        change.insert(Membership(person_id=other.id, company_id=key, position="Chair"))
    snapshot, t = store.snapshot(), translator("fr")
    company = snapshot.company[key]
    assert plain(people_lines(snapshot, company, t)) == ("Dre Given Roy, Chair", "Given D1, Clerk")
    assert plain(people_lines(snapshot, company, t, [snapshot.person[first.id]])) == ("Given D1, Clerk",)


def test_names_are_sorted_as_the_language_sorts_them() -> None:
    names = ["Ñandú", "nube", "Ónix", "Oca", "Nadie", "  «Ala»"]
    assert sorted(names, key=translator("es").sort_key) == ["  «Ala»", "Nadie", "nube", "Ñandú", "Oca", "Ónix"]
    assert sorted(["Éa", "Eb", "ez"], key=translator("fr").sort_key) == ["Éa", "Eb", "ez"]


def test_a_telephone_number_is_parted_at_its_extension_only() -> None:
    numbers = ("+52 55 5000 1201", "+1 416-403-8713 ext. 204", "+44 (20) 79", "")
    assert [on_one_line(number).split(" ") for number in numbers] == [
        ["+52\xa055\xa05000\xa01201"], ["+1\xa0416-403-8713", "ext.", "204"], ["+44\xa0(20)\xa079"], [""],
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "es"])
def test_nothing_is_left_untranslated(tmp_path: Path, language: str) -> None:
    """No English text of the program stands in any edition; the mission's own words are numbers and Greek."""
    with small_mission(tmp_path / "g.mission") as eventful:
        _in_greek(eventful)
        meet(eventful, "Δ1", "Γ1", slot=0, table=1, interpreter_id=1)
        meet(eventful, "Δ1", "Γ2", slot=2, table=0)
        everything = ",".join(PackPage)
        with eventful.change(message("Pages")) as change:
            change.update(replace(eventful.mission, pack_pages=everything, languages="en,fr,es"))
        words = " ".join(
            flowing_text(printed(eventful, whose, language), tmp_path)
            for whose in ("Δ1", Edition.LEADER, Edition.ORGANISER)
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


def _in_greek(eventful: Store) -> None:
    with eventful.change(message("Greek")) as change:
        for company in eventful.all(Company):
            name = company.name.replace("D", "Δ").replace("C", "Γ")
            change.update(
                replace(company, name=name, employees=12, description="Λόγοι", website="https://γ.gr", city="Αθήνα")
            )
            change.insert(Offering(company_id=company.id, kind=OfferingKind.OFFERS, text="Λάδι"))
            change.insert(Offering(company_id=company.id, kind=OfferingKind.SEEKS, text="Μέλι"))
        for person in eventful.all(Person):
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
        change.update(replace(eventful.all(Stop)[0], name_en="Πόλη"))
        change.update(replace(eventful.all(Venue)[0], name="Στοά"))
        change.update(replace(eventful.all(Sector)[0], name_en="Τομέας", name_fr="Τομέας"))
        change.update(replace(eventful.mission, name="Αποστολή", organiser="Γραφείο"))
        change.insert(interpreter("Ήρα", languages="en,es"))
        for number, kind in enumerate(EventKind):
            starts, ends = moment(12 + number), moment(13 + number)
            change.insert(
                Event(stop_id=1, kind=kind, name_en="Γιορτή", starts=starts, ends=ends, talking_points="Ευχαριστώ")
            )
        for text in ("welcome", "about", "briefing", "protocol", "logistics", "conduct", "contacts", "talking"):
            change.insert(MissionText(kind=text, language="es", body="Κείμενο"))
        add_trade(change, "Υπηρεσία", name_en="Εμπόριο", name_fr="Εμπόριο")


def test_the_year_of_a_mission_never_stands_alone() -> None:
    assert with_year("Trade Mission to Mexico 2026") == "Trade Mission to Mexico\u00a02026"
    assert (with_year("Mission 20262"), with_year("2026 in Mexico")) == ("Mission 20262", "2026 in Mexico")
