"""The area of a sheet of a binary workbook (.xlsb), by the places of its rows and cells."""

_ROW, _CELLS = 0, range(1, 12)
"""Records of [MS-XLSB]: BrtRowHdr begins with the row, BrtCellBlank to BrtFmlaError with the column, both from 0."""


def area(sheet: bytes) -> int:
    """Return the cells of the rectangle that a sheet spans, empty ones included; huge where it is no such sheet."""
    widest = deepest = place = 0
    while place < len(sheet):
        kind, place = _varying(sheet, place, 2)
        size, place = _varying(sheet, place, 4)
        number = int.from_bytes(sheet[place : place + 4], "little") + 1 if size >= 4 else 1
        if kind == _ROW:
            deepest = max(deepest, number)
        elif kind in _CELLS:
            widest = max(widest, number)
        place += size
    return widest * deepest


def _varying(data: bytes, place: int, most: int) -> tuple[int, int]:
    """Return a number of up to `most` bytes of seven bits each, and the place behind it."""
    number = 0
    for count in range(most):
        byte = data[place] if place < len(data) else 0
        number |= (byte & 0x7F) << (7 * count)
        place += 1
        if byte < 0x80:
            break
    return number, place
