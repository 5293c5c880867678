"""The text by which a form is set up in a service."""

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.own_fields import OwnField, OwnFields
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.exchange import form_texts
from missionplanner.exchange.form_questions import FormFacts, questions
from tests.builders import DAY


def test_every_question_has_its_kinds_choices_help_and_whether_it_is_needed() -> None:
    meal = OwnField(
        id=1,
        code="meal",
        name_en="Meal",
        kind=FieldKind.ONE,
        choices="Vegan\nHalal",
        help_en="At lunch.",
        required=True,
    )
    found = questions(FormFacts(Mission(starts=DAY, ends=DAY), own=OwnFields([meal])), Side.DELEGATION)
    lines = form_texts.content("Our form", found, "en", 2).splitlines()
    people = sum(one.is_person for one in found)
    place = lines.index(f"{len(found) + people}. Meal")
    assert (lines[0], lines[place + 1 : place + 7]) == ("Our form", [
        "   Kind: Google Forms: Dropdown · Microsoft Forms: Choice, as a drop-down list · SurveyMonkey: Dropdown",
        "   Required: yes", "   Help: At lunch.", "   Choices:", "   - Vegan", "   - Halal",
    ])  # fmt: skip
    given = [line for line in lines if line.endswith("– Given name")]
    needed = [lines[lines.index(line) + 2] for line in given]
    assert (len(given), needed) == (2, ["   Required: yes", "   Required: no"])
