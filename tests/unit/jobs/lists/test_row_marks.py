"""The hidden marks of exported sheets."""

from missionplanner.jobs.lists import row_marks


def test_a_sheet_is_known_by_its_heading() -> None:
    mark = row_marks.sheet_mark("people", "fr", "m1")
    assert row_marks.read_heading(f" {mark.heading} ") == mark
    assert mark != row_marks.sheet_mark("people", "fr", "m2")
    for other in ("", "missionplanner", "missionplanner:people:de:12345678", f"{mark.heading}9"):
        assert row_marks.read_heading(other) is None


def test_a_row_says_its_record_and_what_was_in_its_cells() -> None:
    mark = row_marks.read_row(row_marks.row_mark("m1", "u1", {"name": "Alba  SA", "employees": 12}))
    assert (mark.uid, list(mark.digests)) == ("u1", ["name", "employees"])
    assert mark.digests["name"] == row_marks.digest("m1", "u1", "name", " Alba\nSA ")
    assert mark.digests["employees"] == row_marks.digest("m1", "u1", "employees", "12")
    assert mark.digests["name"] != row_marks.digest("m2", "u1", "name", "Alba SA")
    assert row_marks.read_row("") == row_marks.RowMark("", {})
