"""The screen of people over the small mission, with somebody of two companies and somebody without."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Membership, Person, Role
from missionplanner.gui import settings
from missionplanner.gui.people.screen import PeopleScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import ScreenShower


@dataclass(frozen=True, slots=True)
class Folk:
    """The keys of the people."""

    rosa: int
    """Represents D1 and D2."""
    luis: int
    """A minister without a company."""


@pytest.fixture(autouse=True)
def _usual_columns(qapp: QApplication) -> None:
    settings.write("people_columns", [])


def role_of(store: Store, name: str) -> int:
    """The key of the role of this name."""
    return next(role.id for role in store.all(Role) if role.name_en == name)


@pytest.fixture
def folk(workspace: Workspace) -> Folk:
    store = workspace.store
    with store.change(message("People")) as change:
        rosa = change.insert(
            Person(
                company_id=key_of(store, "D1"), given_name="Rosa", family_name="Pérez", email="rosa@x.mx",
                position="Consultant", languages="es,en", mobile="+15145550199", phone="+15145550142",
            )
        )  # fmt: skip
        change.insert(Membership(person_id=rosa, company_id=key_of(store, "D2"), position="Board member"))
        luis = change.insert(
            Person(given_name="Luis", family_name="Herrera", role_id=role_of(store, "Minister"), side=Side.COUNTERPART)
        )
    store.steps.seal()
    return Folk(rosa, luis)


@pytest.fixture
def screen(folk: Folk, show_screen: ScreenShower) -> PeopleScreen:
    found: PeopleScreen = show_screen(PeopleScreen)
    found.resize(1280, 800)
    found.show()
    return found


def column(screen: PeopleScreen, key: str) -> int:
    """The place of a column."""
    places = [one.edits or one.sort for one in screen.table.rows.columns]
    return places.index(key)


def listed(screen: PeopleScreen) -> list[str]:
    """The family names of those who are listed."""
    rows = screen.table.rows
    return [rows.record(row).person.family_name for row in range(rows.rowCount())]
