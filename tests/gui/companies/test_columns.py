"""What the columns of companies show."""

from dataclasses import replace

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.gui.companies.columns import AT_FIRST, CompanyColumns
from missionplanner.gui.widgets.theme import colours
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def cells(store: Store, name: str) -> dict[str, str]:
    (line,) = store.companies.lines([key_of(store, name)])
    return {column.heading: column.text(line) for column in CompanyColumns(store).all()}


def test_every_column_has_a_name_of_its_own_and_those_shown_at_first_exist(store: Store) -> None:
    columns = CompanyColumns(store)
    keys = [columns.key(column) for column in columns.all()]
    assert len(set(keys)) == len(keys)
    assert set(AT_FIRST) <= set(keys)


def test_a_company_with_everything(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Fill")) as change:
        change.insert(CompanySector(company_id=key, sector_id=store.all(Sector)[0].id))
        change.update(replace(store.get(Company, key), city="Laval", region="Quebec", country="Canada",
                              website="https://d1.example", employees=12, year_founded=1999, language="fr",
                              notes="Rush"))  # fmt: skip
        application = store.where(Application, "company_id", [key])[0]
        change.update(replace(application, announced="accepted", edited="city", reviewer="Ana"))
    shown = cells(store, "D1")
    assert {heading: text for heading, text in shown.items() if text} == {
        "Company": "D1", "Side": "Delegation", "Status": "Accepted", "Complete": shown["Complete"],
        "Sectors": "Advanced manufacturing", "City": "Laval", "Province or state": "Quebec", "Country": "Canada",
        "Delegate": "Given D1", "Website": "https://d1.example", "Employees": "12", "Year founded": "1999",
        "Language": "Français", "Reviewer": "Ana", "Missing": shown["Missing"], "Meetings": "0", "Informed of": "Accepted",
        "To be approved again": "Yes", "Notes": "Rush",
    }  # fmt: skip


def test_sectors_are_those_of_now_once_refreshed(store: Store) -> None:
    columns = CompanyColumns(store)
    sectors = next(column for column in columns.all() if column.edits == "sectors")
    with store.change(message("Rename")) as change:
        change.update(replace(store.all(Sector)[0], name_en="Space"))
    columns.refresh()
    assert sectors.choices
    assert list(sectors.choices()) == ["Space"]


@pytest.mark.parametrize(
    ("status", "colour"),
    [
        (Status.ACCEPTED, "good"), (Status.CONFIRMED, "good"), (Status.DECLINED, "bad"), (Status.WITHDRAWN, "quiet"),
        (Status.RESERVE, "warn"), (Status.INFORMATION_REQUESTED, "warn"), (Status.APPLIED, ""),
    ],
)  # fmt: skip
def test_statuses_have_their_colours(store: Store, status: Status, colour: str) -> None:
    column = next(one for one in CompanyColumns(store).all() if one.edits == "status")
    line = replace(store.companies.lines([1])[0], status=status.value)
    assert column.colour
    assert column.colour(line) == (getattr(colours(), colour) if colour else "")


@pytest.mark.parametrize(("complete", "is_warned"), [(69, True), (70, False)])
def test_what_is_far_from_complete_is_marked(store: Store, complete: int, is_warned: bool) -> None:
    column = next(one for one in CompanyColumns(store).all() if one.sort == "complete")
    assert column.colour
    assert bool(column.colour(replace(store.companies.lines([1])[0], complete=complete))) == is_warned


def test_places_are_in_the_language_of_the_screen(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Fill")) as change:
        change.update(replace(store.get(Company, key), region="Nova Scotia", country="Mexico"))
    i18n.use("fr")
    shown = cells(store, "D1")
    assert (shown["Province ou État"], shown["Pays"]) == ("Nouvelle-Écosse", "Mexique")
