"""Texts that a spreadsheet would take for formulas: kept from coming alive, and read back as they were."""

import re

_STARTS = "[=+@＝＋－＠-]"
"""The characters a formula begins with; spreadsheets in Chinese and Japanese also take the wide characters."""
_BREAKS = r",;\t|\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""Where a cell may end: programs guess the separator, and where they guess wrongly a line break ends the row."""
_PASSED_OVER = r"\s\x00-\x1f\x7f-\x9f\ufeff\u200b-\u200f\u202a-\u202e\u2060\"'"
"""The characters that programs strip or do not show, and quotation marks, which mean nothing to other separators."""
_BEFORE = re.compile(rf"(?<![{_BREAKS}{_PASSED_OVER}])[{_BREAKS}{_PASSED_OVER}]+(?={_STARTS})|^(?={_STARTS})")
_BREAK = re.compile(f"[{_BREAKS}]")
_LINE_ENDS = _BREAKS.removeprefix(r",;\t|")
_POINT = re.compile(rf"- [^\W\d_][^|(!\[\"'{_LINE_ENDS}]*(?:[{_LINE_ENDS}]|(?<=[\w.%?])$)")
"""A point of a list within a text, which calls nothing: such lines are common, and stay readable.

None has a bar in its line, which may be the one of a call to another program; the last ends as words do, since the
quotation mark after it and what other cells hold may be read as part of it: after words that is no formula.
"""
_PHONE = re.compile(r"\+[0-9 ]*[0-9](?: ext\. [0-9]+)?")


def stilled(text: str) -> str:
    """Return a text for a cell with an apostrophe before whatever a spreadsheet might take for a formula.

    That is wherever a cell may begin, whichever separator the spreadsheet guesses. Plain telephone numbers keep their
    plus. `typed` gives the text back.
    """
    return text if _PHONE.fullmatch(text) else _BEFORE.sub(_with_apostrophe, text)


def typed(cell: str) -> str:
    """Return the text of a cell without the apostrophes that keep a spreadsheet from taking it for a formula."""
    return _BEFORE.sub(_without_apostrophe, cell) if "'" in cell else cell


def _with_apostrophe(found: re.Match[str]) -> str:
    run = found[0]
    if _is_point(found):
        return run
    first = "'" if found.start() == 0 else ""
    return f"{first}{run}'" if _BREAK.search(run) else f"{first}{run}"


def _without_apostrophe(found: re.Match[str]) -> str:
    run = found[0]
    if _is_point(found):
        return run
    if found.start() == 0:
        if not run.startswith("'"):
            return run
        run = run[1:]
    if not _BREAK.search(run):
        return run
    return run[:-1] if run.endswith("'") else found[0]


def _is_point(found: re.Match[str]) -> bool:
    return found.start() > 0 and bool(_POINT.match(found.string, found.end()))
