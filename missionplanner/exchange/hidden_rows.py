"""Rows that are hidden in a sheet, by a filter or by hand, from its XML."""

import html
import re

_ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*>")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)["']""")
_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d{1,7})["']""")
_ODS = re.compile(rb"<table:(table-row|table)(?=[\s/>])([^>]*)>")


def find(part: str, sheet: bytes) -> dict[str, frozenset[int]]:
    """Return the numbers of hidden rows by the part of a workbook, or by the sheets of an ods."""
    if part == "content.xml":
        return _of_ods(sheet) if b"table:visibility=" in sheet else {}
    if b"hidden=" not in sheet:
        return {}
    numbers = {
        int(number.group(1)) for row in _ROW.findall(sheet) if _HIDDEN.search(row) and (number := _NUMBER.search(row))
    }
    return {part: frozenset(numbers)} if numbers else {}


def _of_ods(content: bytes) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    name, number = "", 0
    for kind, attributes in _ODS.findall(content):
        if kind == b"table":
            named = re.search(rb'table:name="([^"]*)"', attributes)
            name, number = html.unescape(named.group(1).decode("utf-8", "replace")) if named else "", 0
            continue
        repeated = re.search(rb'number-rows-repeated="(\d{1,7})"', attributes)
        times = int(repeated.group(1)) if repeated else 1
        if re.search(rb'table:visibility="(collapse|filter)"', attributes) and times <= 100_000:
            found.setdefault(name, set()).update(range(number + 1, number + times + 1))
        number += times
    return {sheet: frozenset(numbers) for sheet, numbers in found.items()}
