"""Follow-up forms as workbooks: their mark, lines, lists and free lines."""

import io
import zipfile

from missionplanner.domain.companies import Side
from missionplanner.exchange import follow_up_books, form_marks, workbooks
from missionplanner.exchange.follow_up_books import FREE_LINES, FollowUpForm, FollowUpLine

FORM = FollowUpForm(
    "m", "What came of it", Side.DELEGATION, "fr", 90, "u", "D1", "90 jours",
    [FollowUpLine("a", "C1", "Rencontre"), FollowUpLine("b", "C2")], ("Canada", "Mexico"),
)  # fmt: skip


def test_a_form_is_known_by_its_mark_and_its_lines_by_those_of_companies() -> None:
    head, lines, lists = workbooks.read("a.xlsx", follow_up_books.content(FORM))
    mark = form_marks.read(head.rows[0][0])
    assert mark == form_marks.mark("after90", Side.DELEGATION, "fr", "m")
    assert form_marks.days_of(mark.kind if mark else "") == 90
    assert head.rows[1][0] == "u"
    below = [row[:3] for row in lines.rows[5:]]
    assert below == [("a", "C1", "Rencontre"), ("b", "C2", ""), *[("", "", "")] * FREE_LINES]
    assert lines.rows[0][1:4] == ("with", "so_far", "stage")
    assert lines.rows[3][3] == "Étape de la relation"
    assert lists.rows[0][:2] == ("Mise en relation", "CAD")


def test_free_lines_are_not_locked_and_take_the_lists() -> None:
    with zipfile.ZipFile(io.BytesIO(follow_up_books.content(FORM))) as book:
        sheet = book.read("xl/worksheets/sheet2.xml").decode()
    last = 5 + len(FORM.lines) + FREE_LINES
    assert f'sqref="D6:D{last}"' in sheet
    cells = {f"B{row}": sheet.partition(f'r="B{row}" s="')[2].partition('"')[0] for row in (6, last)}
    assert cells["B6"] != cells[f"B{last}"]


def test_the_currencies_of_the_mission_come_first() -> None:
    money = next(one for one in follow_up_books.line_questions(("Japan",)) if one.target == "currency")
    assert money.choices("en")[0] == "JPY"
    assert {"CAD", "USD", "EUR"} <= set(money.choices("es"))
