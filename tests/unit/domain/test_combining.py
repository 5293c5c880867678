"""A source that comes again: what it says otherwise is taken, what somebody typed since stays."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import (
    Kept,
    Memory,
    Registration,
    SourceEntry,
    changed_fields,
)
from missionplanner.domain.combining import combine, merge
from missionplanner.domain.companies import Company, Market, Side
from missionplanner.domain.people import Membership, Person, Representative

NOW = datetime(2025, 12, 1, tzinfo=UTC)
SAID = {
    "city": "Ottawa",
    "employees": 20,
    "description": "Castings.",
    "delegates": [{"given_name": "Zoë", "email": "z@a.ca"}],
}
RECORD = Registration(
    Company(id=1, side=Side.DELEGATION, name="A", city="Ottawa", employees=20, description="Castings."),
    Application(company_id=1),
    sectors=(1, 4),
    delegates=(Person(id=9, company_id=1, given_name="Zoë", email="z@a.ca"),),
)


def draft(**company: object) -> SourceEntry:
    return SourceEntry({"name": "A", **company})


def test_what_the_source_says_otherwise_is_taken_when_nobody_typed() -> None:
    after, kept = merge(RECORD, draft(city="Gatineau", employees=20), Memory(SAID))
    assert after.company.city == "Gatineau"
    assert kept == []


def test_what_was_typed_since_stays_and_both_are_told() -> None:
    typed = replace(RECORD, company=replace(RECORD.company, city="Lévis"))
    for theirs in ("Ottawa", "Gatineau"):
        after, kept = merge(typed, draft(city=theirs), Memory(SAID))
        assert after == typed
        assert [(k.field, k.ours, k.theirs) for k in kept] == [("city", "Lévis", theirs)]


def test_what_was_emptied_stays_empty() -> None:
    emptied = replace(RECORD, company=replace(RECORD.company, description=""))
    after, kept = merge(emptied, draft(description="Castings."), Memory(SAID))
    assert after.company.description == ""
    assert len(kept) == 1


def test_the_file_is_right_where_somebody_says_so() -> None:
    typed = replace(RECORD, company=replace(RECORD.company, city="Lévis"))
    after, kept = merge(typed, draft(city="Ottawa"), Memory(SAID), {"city"})
    assert after.company.city == "Ottawa"
    assert kept == []


def test_a_later_source_wins_over_an_earlier_one_but_not_over_somebody() -> None:
    after, kept = merge(RECORD, draft(employees=25), Memory({}, (SAID,)))
    assert after.company.employees == 25
    by_hand, kept = merge(RECORD, draft(city="Gatineau"), Memory())
    assert by_hand.company.city == "Ottawa"
    assert [k.field for k in kept] == ["city"]


def test_an_older_file_of_another_source_does_not_undo_the_newer() -> None:
    newer = replace(RECORD, company=replace(RECORD.company, city="Gatineau"))
    after, kept = merge(newer, draft(city="Ottawa"), Memory(SAID, ({"city": "Gatineau"},)))
    assert after == newer
    assert kept == []


def test_empty_fields_are_filled() -> None:
    after, kept = merge(RECORD, draft(website="https://a.ca"), Memory(SAID))
    assert after.company.website == "https://a.ca"
    assert kept == []


def test_a_delegate_somebody_removed_does_not_come_back() -> None:
    removed = replace(RECORD, delegates=())
    person = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},))
    after, kept = merge(removed, person, Memory(SAID))
    assert after.delegates == ()
    assert kept[0].person == "Zoë"
    new = SourceEntry({"name": "A"}, delegates=({"given_name": "Max", "email": "m@a.ca"},))
    assert len(merge(removed, new, Memory(SAID))[0].delegates) == 1


def test_a_delegates_post_typed_since_stays() -> None:
    typed = replace(RECORD, delegates=(replace(RECORD.delegates[0], position="CEO"),))
    person = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca", "position": "Clerk"},))
    after, kept = merge(
        typed, person, Memory({"delegates": [{"given_name": "Zoë", "email": "z@a.ca", "position": "Clerk"}]})
    )
    assert after.delegates[0].position == "CEO"
    assert (kept[0].person, kept[0].field) == ("Zoë", "position")


def test_fewer_of_the_known_sectors_say_nothing_new() -> None:
    said = SourceEntry({"name": "A"}, sectors=(1,))
    assert merge(RECORD, said, Memory({"sectors": [1, 4]})) == (RECORD, [])
    assert merge(RECORD, SourceEntry({"name": "A"}, sectors=(1, 5)), Memory({"sectors": [1, 4]}))[0].sectors == (1, 5)


def test_later_draft_wins_and_what_only_the_first_says_stays() -> None:
    first = SourceEntry(
        {"name": "A", "city": "Lévis", "employees": 3}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},)
    )
    later = SourceEntry(
        {"name": "a inc", "employees": 8}, delegates=({"given_name": "Zoe", "email": "z@a.ca", "phone": "1"},)
    )
    both = combine(first, later).entry
    assert both.company == {"name": "A", "city": "Lévis", "employees": 8}
    assert both.delegates == ({"given_name": "Zoë", "email": "z@a.ca", "phone": "1"},)


def test_applying_the_same_draft_twice_changes_nothing() -> None:
    record = Registration(Company(id=1, side=Side.DELEGATION, name="A"), Application(company_id=1))
    draft = SourceEntry({"name": "A", "city": "Lévis"}, sectors=(2, 1), delegates=({"given_name": "Zoë"},))
    once, _kept = merge(record, draft, Memory())
    assert changed_fields(record, once) == ["city", "sectors", "delegates"]
    assert merge(once, draft, Memory()) == (once, [])
    assert once.delegates == (Person(company_id=1, given_name="Zoë"),)


def test_entries_of_one_company_are_combined_part_by_part() -> None:
    first = SourceEntry(
        {"name": "A", "city": "LÉVIS", "phone": ""},
        sectors=(1,),
        stops=(3,),
        markets=(Market(country="Chile"),),
        delegates=({"given_name": "Zoë", "family_name": "Roy"}, {"given_name": "Max"}),
        application={"signed_by": "Zoë", "applicant": "Max"},
        received=NOW,
    )
    later = SourceEntry(
        {"name": "B", "city": "lévis", "phone": "1"},
        sectors=(2,),
        offers=("Castings",),
        delegates=({"given_name": "Ana"}, {"given_name": "zoe", "family_name": "roy", "position": "CEO"}),
        application={"signed_by": "Ana"},
    )
    assert combine(first, later).entry == SourceEntry(
        {"name": "A", "city": "LÉVIS", "phone": "1"},
        sectors=(2,),
        stops=(3,),
        offers=("Castings",),
        markets=(Market(country="Chile"),),
        delegates=(
            {"given_name": "Zoë", "family_name": "Roy", "position": "CEO"},
            {"given_name": "Max"},
            {"given_name": "Ana"},
        ),
        application={"signed_by": "Ana", "applicant": "Max"},
        received=NOW,
    )
    assert combine(later, replace(first, received=NOW.replace(day=2))).entry.received == NOW.replace(day=2)


def test_values_that_differ_in_capitals_and_accents_are_the_same() -> None:
    shouted = SourceEntry({"name": "A", "city": "OTTAWA"}, offers=("CASTINGS", "Steel"))
    known = replace(RECORD, offers=("Castings", "steel"))
    assert merge(known, shouted, Memory()) == (known, [])
    for offers in (("Castings",), ("Castings", "Iron"), ("Steel", "Castings")):
        assert merge(known, SourceEntry({"name": "A"}, offers=offers), Memory())[1] != []


def test_an_empty_text_is_not_the_same_as_one_without_letters() -> None:
    empty = replace(RECORD, company=replace(RECORD.company, city=""))
    after, kept = merge(empty, draft(city="\u0301"), Memory())
    assert (after.company.city, kept) == ("\u0301", [])


def test_stops_are_compared_in_their_order_and_sectors_by_what_they_add() -> None:
    known = replace(RECORD, stops=(1, 2))
    assert merge(known, SourceEntry({"name": "A"}, stops=(2, 1)), Memory()) == (known, [])
    assert merge(replace(RECORD, stops=()), SourceEntry({"name": "A"}, stops=(2, 1)), Memory())[0].stops == (1, 2)
    assert merge(RECORD, SourceEntry({"name": "A"}, sectors=(4,)), Memory()) == (RECORD, [])
    assert merge(replace(RECORD, offers=("a", "b")), SourceEntry({"name": "A"}, offers=("a",)), Memory())[1] == [
        Kept("offers", ("a", "b"), ("a",))
    ]


def test_the_time_of_the_first_registration_stays() -> None:
    entry = SourceEntry({"name": "A"}, received=NOW, application={"signed_by": "Zoë"})
    after, _kept = merge(RECORD, entry, Memory())
    assert (after.application.received, after.application.signed_by) == (NOW, "Zoë")
    again, _kept = merge(after, replace(entry, received=NOW.replace(day=2)), Memory())
    assert again.application.received == NOW
    assert merge(RECORD, SourceEntry({"name": "A"}), Memory())[0].application.received is None


def test_the_name_is_never_merged() -> None:
    assert merge(RECORD, SourceEntry({"name": "B"}), Memory(), {"name"}) == (RECORD, [])


def test_what_a_source_says_again_after_somebody_typed_the_same_is_no_news() -> None:
    back = replace(RECORD, company=replace(RECORD.company, city="Gatineau"))
    said_both = Memory({"city": "Ottawa"}, ({"city": "GATINEAU"},))
    assert merge(back, draft(city="Ottawa"), said_both) == (back, [])
    assert merge(back, draft(city="Lévis"), said_both)[0].company.city == "Lévis"


def test_people_are_known_by_their_names_first_and_then_by_their_addresses() -> None:
    people = (
        Person(id=1, company_id=1, given_name="Ana", family_name="Roy", email="info@a.ca"),
        Person(id=2, company_id=1, given_name="Ben", family_name="Roy", email="ben@a.ca"),
    )
    record = replace(RECORD, delegates=people)
    said = SourceEntry(
        {"name": "A"},
        delegates=(
            {"given_name": "ANA", "family_name": "Ruiz", "email": "info@a.ca", "mobile": "+1"},
            {"given_name": "BEN", "family_name": "ROY", "email": "info@a.ca", "mobile": "+2"},
        ),
    )
    after, kept = merge(record, said, Memory())
    assert [(p.id, p.mobile) for p in after.delegates] == [(1, "+1"), (2, "+2")]
    assert [(one.person, one.field, one.ours) for one in kept] == [
        ("ANA Ruiz", "family_name", "Roy"),
        ("BEN ROY", "email", "ben@a.ca"),
    ]


@pytest.mark.parametrize(
    ("person", "known"),
    [
        ({"email": "info@a.ca"}, True),
        ({"given_name": "Ana", "email": "info@a.ca"}, True),
        ({"given_name": "Eva", "family_name": "Ruiz", "email": "info@a.ca"}, True),
        ({"given_name": "Eva", "family_name": "Roy", "email": "info@a.ca"}, False),
        ({"given_name": "Ana", "family_name": "Ruiz"}, True),
        ({"given_name": "Ana", "family_name": "Roy"}, False),
        ({"given_name": "Eva", "email": "other@a.ca"}, False),
        ({"email": "other@a.ca"}, False),
    ],
)
def test_an_address_counts_where_the_names_do_not_differ(person: dict[str, str], known: bool) -> None:
    here = Person(id=1, company_id=1, given_name="Ana", family_name="Ruiz", email="info@a.ca")
    after, _kept = merge(replace(RECORD, delegates=(here,)), SourceEntry({"name": "A"}, delegates=(person,)), Memory())
    assert (len(after.delegates) == 1) is known


def test_people_without_name_and_address_are_never_the_same() -> None:
    nobody = SourceEntry({"name": "A"}, delegates=({"position": "CEO"},))
    record = replace(RECORD, delegates=(Person(id=1, company_id=1, position="CEO"),))
    assert len(merge(record, nobody, Memory())[0].delegates) == 2


def test_two_people_of_one_address_are_matched_once_each() -> None:
    record = replace(RECORD, delegates=(Person(id=1, company_id=1, email="info@a.ca"),))
    said = SourceEntry({"name": "A"}, delegates=({"email": "info@a.ca"}, {"email": "info@a.ca", "mobile": "+1"}))
    after, _kept = merge(record, said, Memory())
    assert [(p.id, p.mobile) for p in after.delegates] == [(1, ""), (0, "+1")]


def test_what_was_said_of_a_person_is_remembered_by_address_too() -> None:
    typed = replace(RECORD.delegates[0], given_name="Zoé-Anne")
    said = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},))
    record = replace(RECORD, delegates=(replace(typed, given_name="", family_name=""),))
    after, kept = merge(record, said, Memory({}, ({"delegates": [{"email": "z@a.ca", "given_name": ""}]},)))
    assert (after.delegates[0].given_name, kept) == ("Zoë", [])


def test_a_person_or_field_somebody_chose_is_taken_from_the_source() -> None:
    removed = replace(RECORD, delegates=())
    person = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca"},))
    after, kept = merge(removed, person, Memory(SAID), {"Zoë: delegates"})
    assert (after.delegates, kept) == ((Person(company_id=1, given_name="Zoë", email="z@a.ca"),), [])
    typed = replace(RECORD, delegates=(replace(RECORD.delegates[0], position="CEO"),))
    clerk = SourceEntry({"name": "A"}, delegates=({"given_name": "Zoë", "email": "z@a.ca", "position": "Clerk"},))
    for take, position in (({"position"}, "CEO"), ({"Zoë: position"}, "Clerk")):
        assert merge(typed, clerk, Memory(SAID), take)[0].delegates[0].position == position
    unnamed = SourceEntry({"name": "A"}, delegates=({"email": "z@a.ca"},))
    assert merge(removed, unnamed, Memory(SAID))[1] == [Kept("delegates", "", "z@a.ca", "z@a.ca")]


@pytest.mark.parametrize("field", ["city", "region", "address", "postal_code", "country"])
def test_where_another_source_says_the_company_is_is_asked(field: str) -> None:
    record = replace(RECORD, company=replace(RECORD.company, **{field: "Ottawa"}))  # type: ignore[arg-type]
    after, kept = merge(record, draft(**{field: "Gatineau"}), Memory({}, ({field: "Ottawa"},)))
    assert after == record
    assert [(one.field, one.ours, one.theirs) for one in kept] == [(field, "Ottawa", "Gatineau")]
    after, kept = merge(record, draft(**{field: "Gatineau"}), Memory({}, ({field: "Ottawa"},)), {field})
    assert (getattr(after.company, field), kept) == ("Gatineau", [])


def test_what_a_source_assumes_is_only_for_new_companies() -> None:
    assumed = SourceEntry({"name": "A"}, assumed={"language": "en", "country": "Canada"})
    french = replace(RECORD, company=replace(RECORD.company, language="fr"))
    after, kept = merge(french, assumed, Memory({"language": "fr"}))
    assert (after, kept) == (french, [])


ONE = SourceEntry({"name": "A", "city": "Québec", "address": "1 rue A"}, assumed={"language": "fr"})


def test_a_row_of_another_site_leaves_the_place_of_the_first() -> None:
    later = SourceEntry(
        {"name": "A", "city": "Moncton", "region": "New Brunswick", "website": "https://a.ca"},
        assumed={"language": "en"},
    )
    found = combine(ONE, later)
    assert found.entry.company == {"name": "A", "city": "Québec", "address": "1 rue A", "website": "https://a.ca"}
    assert found.entry.assumed == {"language": "fr"}
    assert [(one.field, one.ours, one.theirs) for one in found.kept] == [
        ("city", "Québec", "Moncton"),
        ("region", "", "New Brunswick"),
    ]
    taken = combine(ONE, later, {"city", "region"})
    assert (taken.entry.company["city"], taken.entry.company["region"], taken.kept) == ("Moncton", "New Brunswick", ())


def test_a_row_that_fills_the_place_is_taken() -> None:
    later = SourceEntry({"name": "A", "city": "Quebec", "postal_code": "G1A 1A1"})
    found = combine(ONE, later)
    assert found.entry.company == {"name": "A", "city": "Québec", "address": "1 rue A", "postal_code": "G1A 1A1"}
    assert (found.kept, found.changes) == ((), ())


def test_what_a_later_row_corrects_is_reported() -> None:
    first, later = (
        SourceEntry({"name": "A", "employees": 5}, offers=("a",)),
        SourceEntry({"name": "A", "employees": 8}, offers=("b",)),
    )
    assert [(one.field, one.old, one.new) for one in combine(first, later).changes] == [
        ("employees", 5, 8),
        ("offers", ("a",), ("b",)),
    ]


def said_of(*people: dict[str, str]) -> Memory:
    return Memory({"delegates": list(people)})


def named(*people: dict[str, str]) -> SourceEntry:
    return SourceEntry({"name": "A"}, delegates=people)


ZOE = {"given_name": "Zoë", "email": "z@a.ca"}


def test_a_person_corrected_in_the_same_form_stays_one() -> None:
    now = {"given_name": "Zoe", "family_name": "Côté-Roy", "email": "zoe.roy@a.ca"}
    after, kept = merge(RECORD, named(now), said_of(ZOE))
    (person,) = after.delegates
    assert (person.id, person.family_name, person.email, kept) == (9, "Côté-Roy", "zoe.roy@a.ca", [])


def test_a_person_in_place_of_another_is_added_and_the_first_asked_about() -> None:
    after, kept = merge(RECORD, named({"given_name": "Max", "email": "m@a.ca"}), said_of(ZOE))
    assert [person.given_name for person in after.delegates] == ["Zoë", "Max"]
    assert [(one.key, one.theirs) for one in kept] == [("Zoë: delegates", "")]
    after, kept = merge(RECORD, named({"given_name": "Max", "email": "m@a.ca"}), said_of(ZOE), {"Zoë: delegates"})
    assert [person.given_name for person in after.delegates] == ["Max"]


def test_a_person_of_another_form_is_no_correction() -> None:
    now = {"given_name": "Zoë", "family_name": "Roy", "email": "zoe.roy@b.ca"}
    after, _kept = merge(RECORD, named(now), Memory())
    assert len(after.delegates) == 2


def test_who_represents_the_company_besides_another_is_known_and_not_added_again() -> None:
    rosa = Person(id=8, company_id=2, given_name="Rosa", email="r@x.mx", position="Consultant")
    row = Membership(id=3, person_id=8, company_id=1)
    record = replace(RECORD, representatives=(Representative(rosa, row),))
    stated = {"given_name": "Rosa", "email": "r@x.mx", "phone": "+15145550199", "position": "Adviser"}
    after, kept = merge(record, replace(draft(), delegates=(stated,)), Memory())
    assert after.delegates == RECORD.delegates
    assert after.representatives == (
        Representative(replace(rosa, phone="+15145550199"), replace(row, position="Adviser")),
    )
    assert kept == []
    assert changed_fields(record, after) == ["delegates"]
