"""The columns of own fields in tables."""

from missionplanner.domain.own_fields import OwnField
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.gui.widgets.own_columns import of_own_fields


def test_columns_show_sort_edit_and_complete_their_field() -> None:
    fields = [
        OwnField(id=1, code="due", name_en="Due", kind=FieldKind.MONEY, sensitive=True),
        OwnField(id=2, code="hotel", name_en="Hotel", kind=FieldKind.ONE, choices="Hilton\nRitz"),
        OwnField(id=3, code="guide", name_en="Guide", kind=FieldKind.YES_NO),
    ]
    due, hotel, guide = of_own_fields(fields, lambda row: row)
    row = {"company.due": "1500 CAD", "company.hotel": "Ritz", "company.guide": "yes"}
    assert [one.text(row) for one in (due, hotel, guide)] == ["1,500 CAD", "Ritz", "yes"]
    assert [(one.heading, one.sort, one.edits, one.right) for one in (due, hotel)] == [
        ("Due (sensitive)", "company.due", "company.due", True), ("Hotel", "company.hotel", "company.hotel", False),
    ]  # fmt: skip
    assert [one.choices() if one.choices else None for one in (due, hotel, guide)] == [
        None, ["Hilton", "Ritz"], ["yes", "no"],
    ]  # fmt: skip
