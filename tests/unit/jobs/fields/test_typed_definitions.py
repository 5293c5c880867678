"""Own fields as they are typed on the command line."""

import pytest

from missionplanner.domain.own_fields import Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.jobs.fields.typed_definitions import enter_texts
from missionplanner.store.store import Store


def test_everything_of_a_field_can_be_typed(store: Store) -> None:
    texts = {
        "name": "Ride", "name_fr": "Trajet", "kind": "SEVERAL", "subject": "person", "choices": "Bus|Autobus;Car",
        "side": "delegation", "required": "yes", "sensitive": "no", "section": "Travel", "place": "1",
    }  # fmt: skip
    made = enter_texts(store, None, texts)
    assert (made.name_en, made.kind, made.subject, made.side) == (
        "Ride",
        FieldKind.SEVERAL,
        Subject.PERSON,
        "delegation",
    )
    assert (made.choices, made.required, made.sensitive, made.section) == ("Bus|Autobus\nCar", True, False, "Travel")
    assert enter_texts(store, made, {"side": "", "choices": "Bus\\nCar"}).choices == "Bus\nCar"


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"kind": "colour"}, "There is no “colour”."),
        ({"subject": "request"}, "Of what a field is cannot be changed."),
        ({"required": "perhaps"}, "“perhaps” is neither yes nor no."),
        ({"place": "first"}, "“first” is no place in the list."),
    ],
)
def test_what_cannot_be_is_refused(store: Store, texts: dict[str, str], problem: str) -> None:
    made = enter_texts(store, None, {"name": "Ride"})
    with pytest.raises(UserError, match=problem):
        enter_texts(store, made, texts)
