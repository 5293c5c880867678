"""Companies that look alike are found by their names and by what else they share."""

import pytest

from missionplanner.matching.duplicates import Likeness, TraitIndex, Traits, traits


def index_of(*known: Traits) -> TraitIndex:
    index = TraitIndex()
    for number, one in enumerate(known, start=1):
        index.add(number, one)
    return index


def named(name: str, **more: object) -> Traits:
    found = traits({"name": name}, [])
    return Traits(found.name, found.core, **more)  # type: ignore[arg-type]


def test_traits_are_taken_from_the_company_and_its_people() -> None:
    company = {
        "name": "Boreal Solar Inc.",
        "website": "https://www.Boreal.ca/en",
        "phone": "+1418",
        "email": "info@BOREAL-solar.ca",
        "registration_number": "BN 12-345",
    }
    people = [{"phone": "+1514", "email": "ana@gmail.com"}, {"email": None}, {"email": "ben@partner.mx"}, {}]
    assert traits(company, people) == Traits(
        "Boreal Solar Inc.",
        "boreal solar",
        ("ana@gmail.com", "boreal-solar.ca", "boreal.ca", "partner.mx"),
        ("+1418", "+1514"),
        "bn 12 345",
    )
    bare = {"name": "A", "website": "boreal.ca", "registration_number": None}
    assert traits(bare, [{"email": "nobody"}, {"email": "a@b c.ca"}]) == Traits("A", "a", ("boreal.ca",))


def test_a_slip_of_the_keys_is_likely_the_same_company() -> None:
    found = index_of(named("Northern Casting Works")).like(named("Northern Castings Works"))
    assert found == Likeness(1, 98, "the names are 98 % alike")


def test_the_same_registration_number_is_nearly_certain() -> None:
    index = index_of(named("Aurora", registration="bn 1"), named("Boreal", registration="bn 2"))
    found = index.like(named("Quite Different", registration="bn 2"))
    assert found is not None
    assert (found.other, found.score) == (2, 97)
    assert found.reason.endswith("; the registration number is the same")
    assert index.like(named("Quite Different", registration="bn 3")) is None
    assert index.like(named("Quite Different")) is None


@pytest.mark.parametrize(
    ("shared", "score", "reason"),
    [
        ({"webs": frozenset({"a.ca"})}, 95, "; the web or mail domain is the same"),
        ({"phones": frozenset({"+1"})}, 93, "; a telephone number is the same"),
        (
            {"webs": frozenset({"a.ca"}), "phones": frozenset({"+1"})},
            99,
            "; the web or mail domain is the same; a telephone number is the same",
        ),
    ],
)
def test_what_two_companies_share_raises_the_likeness_of_their_names(
    shared: dict[str, object], score: int, reason: str
) -> None:
    found = index_of(named("Boreal Solar", **shared)).like(named("Boreal Sonax", **shared))
    assert found == Likeness(1, score, f"the names are 83 % alike{reason}")


def test_the_site_or_phone_of_an_agent_is_not_enough() -> None:
    shared = {"webs": frozenset({"a.ca"}), "phones": frozenset({"+1"})}
    assert index_of(named("Boreal Solar", **shared)).like(named("Quite Different", **shared)) is None


@pytest.mark.parametrize(("companies", "found"), [(3, True), (4, False)])
def test_a_site_that_many_companies_have_does_not_lead_to_them(companies: int, found: bool) -> None:
    site = frozenset({"agent.ca"})
    known = [named("Boreal Solar", webs=site), *(named(f"Other {n}", webs=site) for n in range(companies - 1))]
    assert (index_of(*known).like(named("Boreal Sonax", webs=site)) is not None) is found


def test_the_likeliest_company_is_found_and_of_equals_the_first() -> None:
    site = frozenset({"a.ca"})
    index = index_of(
        named("Boreal Solar", webs=site), named("Boreal Solax", webs=site), named("Boreal Solar", webs=site)
    )
    best = index.like(named("Boreal Sonax", webs=site))
    assert best is not None
    assert best.other == 2
    equal = index.like(named("Boreal Solaz", webs=site))
    assert equal is not None
    assert equal.other == 1


def test_a_name_that_holds_the_other_counts_less() -> None:
    site = frozenset({"a.ca"})
    found = index_of(named("Boreal Solar", webs=site)).like(named("Boreal Solar Panels International", webs=site))
    assert found == Likeness(1, 99, "the names are 88 % alike; the web or mail domain is the same")


@pytest.mark.parametrize(
    ("one", "two", "score"),
    [
        ("a" * 6 + "b" * 4, "a" * 6 + "c" * 4, 97),
        ("a" * 10 + "b" * 6, "a" * 10 + "c" * 7, 99),
    ],
)
def test_what_two_companies_share_counts_where_their_names_are_more_than_sixty_alike(
    one: str, two: str, score: int
) -> None:
    shared = {"registration": "bn 1", "webs": frozenset({"a.ca"})}
    found = index_of(named(one, **shared)).like(named(two, **shared))
    assert found is not None
    assert found.score == score


def test_only_what_is_shared_is_a_reason() -> None:
    known = named("Boreal Solar", webs=frozenset({"a.ca"}), phones=frozenset({"+1"}), registration="bn 1")
    found = index_of(known).like(
        named("Boreal Solars", webs=frozenset({"b.ca"}), phones=frozenset({"+2"}), registration="bn 2")
    )
    assert found == Likeness(1, 96, "the names are 96 % alike")


def test_a_person_of_one_company_alone_tells_it_under_another_name() -> None:
    index = TraitIndex()
    jane = {"given_name": "Jane", "family_name": "Doe"}
    index.add(1, traits({"name": "Acme"}, [jane]))
    index.add(2, traits({"name": "Bois"}, [{"given_name": "Luc", "family_name": "Roy"}, {"given_name": "Jane"}]))
    mine = traits({"name": "Zenith"}, [jane])
    assert index.sharing(mine) == [1]
    assert "a person has the same name" in index.reason(mine, 1)
    index.add(3, traits({"name": "Pin"}, [jane]))
    assert index.sharing(mine) == []


def test_of_free_mail_the_whole_address_counts() -> None:
    index = TraitIndex()
    index.add(1, traits({"name": "Acme"}, [{"email": "Jane@gmail.com"}]))
    assert index.sharing(traits({"name": "Zenith"}, [{"email": "jane@gmail.com"}])) == [1]
    assert index.sharing(traits({"name": "Zenith"}, [{"email": "kim@gmail.com"}])) == []


def test_rows_are_found_whether_their_traits_are_kept_or_not() -> None:
    rows = {-2: named("Boreal Solar", webs=("boreal.ca",)), -3: named("Aurora Mining", phones=("+1",))}
    index = TraitIndex(rows.__getitem__)
    index.add(1, named("Nordik", people=("ana roy",)))
    for number, one in rows.items():
        index.add_row(number, one, keep=number == -3)
    for name, other in (("Boreal Solar Panels", -2), ("Aurora Minning", -3)):
        found = index.like(named(name, webs=("boreal.ca",)))
        assert found is not None
        assert found.other == other
        assert found.reason


def test_people_of_rows_count_where_a_company_has_them() -> None:
    index = TraitIndex()
    index.add(1, named("Nordik", people=("ana roy",)))
    index.add_row(-2, named("Boreal", people=("ben li",)), keep=True)
    assert index.sharing(named("Other", people=("ben li",))) == []
    assert index.sharing(named("Other", people=("ana roy",))) == [1]
    index.add_row(-3, named("Aurora", people=("ana roy",)), keep=True)
    assert index.sharing(named("Other", people=("ana roy",))) == []


def test_a_trait_of_many_companies_tells_nothing() -> None:
    index = index_of(*(named(f"Company {word}", phones=("+1",)) for word in ("Alba", "Boreal", "Cobre")))
    assert index.sharing(named("Other", phones=("+1",))) == [1, 2, 3]
    for number in (4, 5):
        index.add(number, named(f"Company {number}", phones=("+1",)))
        assert index.sharing(named("Other", phones=("+1",))) == []
