"""The fields of letters of moments."""

from datetime import date

from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.domain.letters import LetterTemplate
from missionplanner.domain.mission import Mission
from missionplanner.domain.moments import LetterState, Moment
from missionplanner.domain.own_fields import CompanyValue, OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Outcome
from missionplanner.jobs.moments.occasions import Concerned, MomentBasis, Occasion
from missionplanner.jobs.moments.values import obstacle, values_of
from tests.builders import DAY, meeting
from tests.unit.jobs.moments.known import NOW, known

COMPANIES = [
    Company(
        id=1, uid="d1", side=Side.DELEGATION, name="D1", city="Halifax", description="Pumps.", description_fr="Pompes."
    ),
    Company(id=3, uid="c1", side=Side.COUNTERPART, name="C1"),
]
PEOPLE = [
    Person(id=1, company_id=1, given_name="Ana", family_name="Roy", position="Chair", passport="X1", purpose="Sales")
]
MISSION = Mission(name="Test mission", starts=DAY, ends=DAY, evaluation_link="https://example.org/e")


def values(
    moment: Moment, company: int, person: int | None = None, language: str = "en", **parts: object
) -> dict[str, str]:
    """The fields of a letter."""
    basis = mission(**parts)
    whom = basis.snapshot.person[person] if person else None
    one = Concerned(basis.snapshot.company[company], whom, LetterState.WAITING)
    return values_of(basis, Occasion(moment, now=NOW), one, language)


def mission(**parts: object) -> MomentBasis:
    usual: dict[str, object] = {"mission": MISSION, "companies": COMPANIES, "people": PEOPLE}
    return known(**{**usual, **parts})  # type: ignore[arg-type]


def test_an_invitation_has_the_profiles_of_who_wants_to_meet() -> None:
    parts = {
        "requests": [Request(id=1, delegation_id=1, counterpart_id=3)],
        "offerings": [Offering(id=1, company_id=1, kind=OfferingKind.OFFERS, text="Valves")],
    }
    assert values(Moment.INVITATION, 3, **parts)["profiles"] == "D1, Halifax\nPumps.\nOffers: Valves"
    assert values(Moment.INVITATION, 3, language="fr", **parts)["profiles"].splitlines()[1] == "Pompes."
    assert values(Moment.THANKS, 3, **parts)["profiles"] == ""


def test_what_is_owed_and_due_is_written_out() -> None:
    field = OwnField(id=1, uid="f", code="fee_due", kind=FieldKind.MONEY)
    owed = {"own_fields": [field], "company_values": [CompanyValue(id=1, company_id=1, field_id=1, text="1500 CAD")]}
    assert values(Moment.FEE, 1, **owed)["amount"] == "1,500 CAD"
    outcome = Outcome(id=1, uid="o", meeting_id=1, next_step="Send\nsamples", due=date(2026, 3, 5))
    steps = values(Moment.NEXT_STEP, 1, outcomes=(outcome,), meetings=[meeting(1, 1, 3, 1)])["steps"]
    assert steps == "- by March 5, 2026, with C1: Send samples"
    items = values(Moment.FOLLOW_UP, 1, meetings=[meeting(1, 1, 3, 1)])
    assert (items["items"], items["link"]) == ("- February 16, 2026, C1", "https://example.org/e")


def test_a_person_is_named_with_what_a_visa_needs() -> None:
    found = values(Moment.VISA, 1, person=1)
    assert [found[name] for name in ("person", "position", "passport", "purpose")] == [
        "Ana Roy",
        "Chair",
        "X1",
        "Sales",
    ]
    assert values(Moment.THANKS, 3)["passport"] == ""


def test_what_a_letter_needs_and_is_not_known_is_named() -> None:
    nation = OwnField(id=1, uid="f", code="nation", name_en="Nationality", subject=Subject.PERSON)
    basis = mission(own_fields=[nation])
    person = basis.snapshot.person[1]
    words = LetterTemplate(
        kind="moment_visa", language="en", subject="s", body="{passport} {nation} {company} {passport}"
    )
    one = Concerned(basis.snapshot.company[1], person, LetterState.WAITING)
    known_of = {"passport": "", "nation": " ", "company": ""}
    assert obstacle(basis, one, words, known_of) == "Missing: Passport, Nationality"
    assert obstacle(basis, one, words, {**known_of, "passport": "X", "nation": "CA"}) == ""
