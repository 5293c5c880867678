"""Counts of records by what they are: a table with its sums."""

from collections.abc import Iterable, Sequence


def crossed(
    found: Iterable[tuple[str, str, str]], orders: tuple[Sequence[str], Sequence[str], Sequence[str]]
) -> list[tuple[str, str, list[int]]]:
    """Return a line for every first and second value that occurs, with how many there are of each third one.

    orders: the values in the order they are listed in, the third ones as columns.
    """
    import pandas  # slow import

    frame = pandas.DataFrame(list(found), columns=["first", "second", "third"])
    if frame.empty:
        return []
    for name, order in zip(frame.columns, orders, strict=True):
        frame[name] = pandas.Categorical(frame[name], categories=list(dict.fromkeys(order)), ordered=True)
    table = frame.groupby(["first", "second", "third"], observed=False).size().unstack(fill_value=0)
    return [
        (str(first), str(second), [int(number) for number in row])
        for (first, second), row in zip(table.index, table.to_numpy(), strict=True)
        if row.sum()
    ]
