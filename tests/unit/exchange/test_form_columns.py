"""Questions of the mission's form, known again word for word in what a service exported."""

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.own_fields import OwnField, OwnFields, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange import columns
from missionplanner.exchange.columns import SourceTable
from missionplanner.exchange.form_columns import asked, meanings, recognised
from missionplanner.exchange.form_questions import FormFacts, questions
from tests.builders import DAY

MEAL = OwnField(
    id=1, code="meal", name_en="Meal", kind=FieldKind.SEVERAL, choices="Vegan\nHalal", subject=Subject.PERSON
)
ASKED = {
    one.target: one
    for one in questions(FormFacts(Mission(starts=DAY, ends=DAY), own=OwnFields([MEAL])), Side.DELEGATION)
}


def table(*headings: str) -> SourceTable:
    """A table with these headings."""
    return SourceTable("s", 1, columns.guess(headings), ())


def test_questions_about_people_are_asked_of_each_of_them() -> None:
    assert asked(ASKED["position"], "en", 2) == "Participant 2 – Position"
    assert asked(ASKED["city"], "en", 2) == "City"


def test_columns_are_sure_where_a_form_asks_our_questions() -> None:
    names = ["Company name", "Phone", "Participant 2 – Meal", "Participant 2 – Meal - Halal", "Timestamp"]
    found = recognised(table(*names, "Company phone"), meanings(ASKED)).columns
    assert [(one.field, one.number, one.option, one.reason.kind) for one in found if one.reason.kind == "form"] == [
        ("name", 1, "", "form"), ("person.meal", 2, "", "form"), ("person.meal", 2, "Halal", "form"),
        ("phone_company", 1, "", "form"),
    ]  # fmt: skip


def test_other_peoples_forms_and_earlier_choices_stay() -> None:
    other = table("City", "Country", "Website")
    assert recognised(other, meanings(ASKED)) is other
    before = columns.read_as_before(table("Company name", "City", "Country"), [["City", "region"]])
    assert [one.field for one in recognised(before, meanings(ASKED)).columns] == ["name", "region", "country"]
