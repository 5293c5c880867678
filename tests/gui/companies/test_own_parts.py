"""The fees of a company stand behind how it takes part, its other own fields below all fields."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.own_fields import Subject
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.fields import definitions, fees, values
from missionplanner.store.store import Store
from tests.builders import key_of


@pytest.fixture
def form(qtbot: QtBot, store: Store) -> CompanyForm:
    definitions.enter(store, None, {"name_en": "Hotel"})
    definitions.enter(store, None, {"name_en": "Rebate", "section": "Fees"})
    fees.add(store, "")
    found = CompanyForm(store)
    qtbot.addWidget(found)
    show(found, store, "D1")
    found.show()
    return found


def show(form: CompanyForm, store: Store, name: str) -> None:
    key = key_of(store, name)
    form.show_record(registrations.records(store, [key])[key])


def own_of(store: Store, name: str) -> dict[str, str]:
    return dict(values.by_record(store, Subject.COMPANY).get(key_of(store, name), {}))


def test_fees_stand_apart_with_what_is_in_their_group(form: CompanyForm, store: Store) -> None:
    assert form.own.names == ("company.hotel",)
    assert form.own.fees.names[:2] == ("company.rebate", "company.fee_due")
    top = form.own.fees.mapTo(form, form.own.fees.rect().topLeft()).y()
    around = [form.form.editors[name] for name in ("attendees_most", "address")]
    assert sorted([top, *(one.mapTo(form, one.rect().topLeft()).y() for one in around)])[1] == top
    show(form, store, "C1")
    # Counterparts have no fees, and no place for what stands beside them.
    assert (form.own.fees.names, form.own.names) == ((), ("company.hotel", "company.rebate"))


def test_tab_goes_through_the_fees_where_they_stand(form: CompanyForm) -> None:
    form.form.focus("attendees_most")
    reached = []
    for _tab in range(9):
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().accessibleName())
    assert reached[:3] == ["Rebate", "Fee due", "Fee invoiced"]
    assert reached[-1] == "Address"


def test_a_sum_says_its_currency_when_it_is_left_and_is_stored_with_it(form: CompanyForm, store: Store) -> None:
    part = form.own.fees.form
    part.focus("company.fee_due")
    QTest.keyClicks(form.focusWidget(), "1500")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert part._notes["company.fee_due"].text() == "1,500 CAD"
    QTest.keyClicks(form.focusWidget(), "20 usd")
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert part._notes["company.fee_invoiced"].text() == ""
    form.own.form.fill({"company.hotel": "Presidente"})
    assert (form.is_changed, form.save()) == (True, True)
    expected = {"company.hotel": "Presidente", "company.fee_due": "1500 CAD", "company.fee_invoiced": "20 USD"}
    assert own_of(store, "D1") == expected
    assert not form.is_changed


def test_a_wrong_sum_is_gone_to_and_kept_as_a_draft(form: CompanyForm, store: Store) -> None:
    form.own.fees.form.fill({"company.fee_due": "much"})
    form.own.form.fill({"company.hotel": "Presidente"})
    assert (form.own.wrong, form.save()) == (["company.fee_due"], False)
    assert form.focusWidget() is form.own.fees.form.editors["company.fee_due"]
    form.keep_draft()
    show(form, store, "D1")
    assert form.own.draft() == {"company.fee_due": "much", "company.hotel": "Presidente"}
    assert own_of(store, "D1") == {}


def test_the_key_goes_to_the_fees_and_on_to_the_others(form: CompanyForm, store: Store) -> None:
    fields = {name: part.form.editors[name] for part in form.own.parts for name in part.names}
    for name in ("company.rebate", "company.hotel", "company.rebate"):
        form.own.go_to_first()
        assert form.focusWidget() is fields[name]
    form.own.set_read_only(True)
    assert not any(editor.isEnabled() for editor in fields.values())
