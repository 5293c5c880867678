"""The command exposure: listed, set, and who could replace what."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


@pytest.fixture
def names(mission: Path) -> tuple[str, str]:
    """The first company of each side; that of the host country offers steel pipes."""
    with Store.open(mission) as store:
        found = [next(one for one in store.all(Company) if one.side is side) for side in Side]
        with store.change(message("Offer")) as change:
            change.insert(Offering(company_id=found[1].id, kind=OfferingKind.OFFERS, text="steel pipes"))
        return found[0].name, found[1].name


def test_the_exposure_is_set_listed_and_filtered(
    capsys: pytest.CaptureFixture[str], mission: Path, names: tuple[str, str]
) -> None:
    typed = ("tariff=not", "markets=United States = 80 %; Japan", "inputs=Steel pipes | China | 70 %")
    _code, out, _error = run(capsys, "exposure", mission, "set", names[0], *typed)
    assert out == f"{names[0]} was changed.\n"
    (row,) = document(capsys, "exposure", mission, "--largest-market", "75+")
    assert (row["company"], row["tariff"], row["largest"], len(row["exports"])) == (names[0], "not", 80, 2)
    assert row["inputs"] == [{"what": "Steel pipes", "country": "China", "share": "70 %"}]
    for asked in (("--tariff", "not"), ("--exports-to", "Japon"), ("--buys-in", "China")):
        assert [one["company"] for one in document(capsys, "exposure", mission, *asked)] == [names[0]]
        assert [one["name"] for one in document(capsys, "list", mission, "companies", *asked)] == [names[0]]
    _code, out, _error = run(capsys, "exposure", mission, "--tariff", "not")
    assert "United States 80 %, Japan" in out.splitlines()[1]
    assert out.splitlines()[-1] == "1 company"


def test_who_could_replace_what_is_listed(
    capsys: pytest.CaptureFixture[str], mission: Path, names: tuple[str, str]
) -> None:
    row = document(capsys, "exposure", mission, "set", names[0], "inputs=Steel pipes | China")
    assert row["inputs"][0]["country"] == "China"
    (found,) = document(capsys, "exposure", mission, "replace")
    assert (found["company"], found["replaced_by"], found["offer"]) == (*names, "steel pipes")
    _code, out, _error = run(capsys, "exposure", mission, "replace")
    assert out.splitlines()[-1] == "1 way to replace an input"
