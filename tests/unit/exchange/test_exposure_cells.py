"""Forms say in their own words where a company exports to, whether tariffs are due, and what it buys where."""

import pytest

from missionplanner.domain.exposure import TariffStatus
from missionplanner.exchange import exposure_cells
from tests.unit.exchange.test_companies import read


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Compliant", TariffStatus.COMPLIANT), ("non conforme", TariffStatus.NOT), ("Desconocida", TariffStatus.UNKNOWN),
        ("not", TariffStatus.NOT), ("Oui", TariffStatus.COMPLIANT), ("No", TariffStatus.NOT), ("in part", None),
    ],
)  # fmt: skip
def test_a_tariff_status_is_known_by_its_names_and_by_yes_or_no(text: str, status: TariffStatus | None) -> None:
    assert exposure_cells.tariff(text) is status


@pytest.mark.parametrize(
    ("entry", "row"),
    [
        ("Steel | China | 70 %", ("Steel", "China", "70 %")), ("acier, Chine, 12,5 %", ("acier", "China", "12,5 %")),
        ("Resin (Taiwan, USD 2 million)", ("Resin", "Taiwan", "USD 2 million")), ("acero de China", ("acero", "China", "")),
        ("Steel – from China – 70 %", ("Steel", "China", "70 %")), ("Bois de construction", ("Bois de construction", "", "")),
        ("Motors = Japan", ("Motors", "Japan", "")), ("Brasil: café", ("café", "Brazil", "")), ("Glass 30 %", ("Glass", "", "30 %")),
        ("Clay, white, Spain", ("Clay, white", "Spain", "")), ("China", ("China", "China", "")), ("|", ("|", "", "")),
        ("Steel (China, Japan)", ("Steel, Japan", "China", "")), ("Japan 40 %", ("Japan", "", "40 %")),
    ],
)  # fmt: skip
def test_an_input_is_read_with_country_and_share(entry: str, row: tuple[str, str, str]) -> None:
    assert exposure_cells.bought(entry) == row


@pytest.mark.parametrize(
    "headings",
    [
        ["Company", "City", "E-mail", "Exports by country", "Tariff status", "Inputs it buys"],
        ["Entreprise", "Ville", "Courriel", "Exportations par pays", "Statut tarifaire", "Intrants qu’elle achète"],
        ["Empresa", "Ciudad", "Correo", "Exportaciones por país", "Situación arancelaria", "Insumos que compra"],
    ],
    ids=["en", "fr", "es"],
)
def test_exposure_is_read_from_columns_of_three_languages(headings: list[str]) -> None:
    good, bad = read(
        headings,
        ["A Inc.", "Laval", "a@a.ca", "Japan = 10 %; Mexico (60 %)", "compliant", "Steel (China), resin\nNone\nGlass, Spain"],
        ["B Inc.", "Laval", "b@b.ca", "", "in part", "No"],
    )  # fmt: skip
    assert good.draft is not None
    assert bad.draft is not None
    assert [(one.country, one.share) for one in good.draft.markets] == [("Japan", "10 %"), ("Mexico", "60 %")]
    assert good.draft.company["tariff"] is TariffStatus.COMPLIANT
    assert [(one.what, one.country, one.position) for one in good.draft.inputs] == [
        ("Steel", "China", 0), ("resin", "", 1), ("Glass", "Spain", 2),
    ]  # fmt: skip
    assert (bad.draft.inputs, bad.draft.company.get("tariff")) == ((), None)
    assert [issue.code for issue in bad.issues] == ["unclear_tariff"]
