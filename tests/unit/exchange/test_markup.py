"""What is a web page or XML, and its tables."""

import pytest

from missionplanner.exchange import markup


@pytest.mark.parametrize(
    "start",
    [b"<html>", b"\xef\xbb\xbf<!DOCTYPE html>", b"  <TABLE>", b"<?xml version='1.0'?>", b"<meta charset=utf-8>"],
)
def test_markup_is_known_by_its_beginning(start: bytes) -> None:
    assert markup.is_markup(start)
    assert not markup.is_markup(b"Company,City\n")


def test_tables_of_one_row_are_none() -> None:
    assert markup.read(b"<table><tr><td>menu</td></tr></table>") == []


def test_an_index_without_end_makes_no_cells() -> None:
    ((_name, rows),) = markup.read(
        b'<table><row/><row index="999999999"><cell index="99999999"><data>x</data></cell></row></table>'
    )
    assert rows == [(), ("x",)]
