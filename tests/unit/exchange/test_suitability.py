"""What cells say for and against a field."""

from missionplanner.exchange.evidence import gather
from missionplanner.exchange.fields import BY_NAME
from missionplanner.exchange.suitability import AGAINST, FOR, doubt, support


def test_every_kind_is_said_of_a_field_there_is() -> None:
    assert (FOR.keys() | AGAINST.keys()) - BY_NAME.keys() == set()


def test_addresses_speak_for_email_and_against_a_telephone() -> None:
    cells = gather([f"p{n}@x.example.ca" for n in range(20)])
    assert support("email", cells) > 0.9
    assert doubt("email", cells) == 0
    assert doubt("phone", cells) > 0.9


def test_few_cells_say_less() -> None:
    assert support("email", gather(["a@x.example.ca"])) < support("email", gather(["a@x.example.ca", "b@x.example.ca"]))


def test_yes_and_no_are_no_description() -> None:
    assert doubt("description", gather(["Yes", "No", "Yes"])) > 0.5
    assert doubt("consent", gather(["Yes", "No", "Yes"])) == 0


def test_a_choice_of_few_is_no_company_name() -> None:
    choice = gather(["SME", "Large", "Start-up"] * 10)
    names = gather([f"Firm {n}" for n in range(30)])
    assert doubt("name", choice) > doubt("name", names) == 0


def test_people_are_no_companies() -> None:
    people = gather(["Jane Doe", "John Roe", "Ana Ruiz", "Luc Roy"])
    assert doubt("name", people) > 0
    assert support("full_name", people) > support("given_name", people) == 0
    assert support("given_name", gather(["Jane", "John", "Ana"])) > 0


def test_no_cells_say_nothing() -> None:
    assert support("email", gather([])) == doubt("email", gather([])) == 0
