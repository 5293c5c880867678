"""What a copy brings, in groups: deletions first, by kind of record and person."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner import i18n
from missionplanner.gui.safety.incoming import IncomingTree
from missionplanner.jobs.safety.merging import IncomingKind, IncomingRecord


def tree_of(qtbot: QtBot, *records: IncomingRecord) -> IncomingTree:
    tree = IncomingTree(records, ["Company", "Delegate"])
    qtbot.addWidget(tree)
    return tree


def record(kind: str, name: str = "D1", record: str = "Company", who: str = "luc", fields: str = "") -> IncomingRecord:
    return IncomingRecord(IncomingKind(kind), record, name, fields, who)


def groups(tree: IncomingTree) -> list[tuple[str, str, str]]:
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [(item.text(0), item.text(2), item.text(3)) for item in items if item]


def test_deletions_come_first_and_owners_before_what_belongs_to_them(qtbot: QtBot) -> None:
    tree = tree_of(
        qtbot,
        record("new", record="Delegate"),
        record("changed"),
        record("deleted", record="Delegate"),
        record("deleted", "D2"),
        record("deleted", "D3"),
        record("deleted", "D4", who="eva"),
    )
    assert groups(tree) == [
        ("Deleted: Company", "eva", "1"),
        ("Deleted: Company", "luc", "2"),
        ("Deleted: Delegate", "luc", "1"),
        ("Changed: Company", "luc", "1"),
        ("New: Delegate", "luc", "1"),
    ]


def test_groups_are_in_the_language_of_the_reader(qtbot: QtBot) -> None:
    i18n.use("fr")
    assert groups(tree_of(qtbot, record("deleted"))) == [("Supprimé\u00a0: Company", "luc", "1")]


def test_a_record_says_its_name_and_fields_as_they_are(qtbot: QtBot) -> None:
    tree = tree_of(qtbot, record("changed", "<b>D1</b>", fields="City, Phone"))
    item = tree.topLevelItem(0).child(0)
    assert [item.text(column) for column in range(4)] == ["<b>D1</b>", "City, Phone", "luc", ""]
    assert item.toolTip(0) == "&lt;b&gt;D1&lt;/b&gt;"


def test_of_many_records_only_the_deletions_are_open(qtbot: QtBot) -> None:
    many = [record("changed", f"D{n}") for n in range(41)]
    tree = tree_of(qtbot, record("deleted"), *many)
    assert [tree.topLevelItem(row).isExpanded() for row in range(2)] == [True, False]
    few = tree_of(qtbot, record("deleted"), *many[:39])
    assert [few.topLevelItem(row).isExpanded() for row in range(2)] == [True, True]


def test_enter_closes_and_opens_a_group(qtbot: QtBot) -> None:
    tree = tree_of(qtbot, record("changed"))
    for is_open in (False, True):
        QTest.keyClick(tree, Qt.Key.Key_Return)
        assert tree.topLevelItem(0).isExpanded() is is_open
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentItem() is tree.topLevelItem(0).child(0)


def test_nothing_is_an_empty_list(qtbot: QtBot) -> None:
    assert groups(tree_of(qtbot)) == []
