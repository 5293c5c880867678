"""Results grouped and counted: sums and numbers of deals by one thing and another, as tables."""

from collections.abc import Mapping, Sequence

_Row = Mapping[str, str | float]


def counted(rows: Sequence[_Row], by: str, across: str, order: Sequence[str]) -> list[dict[str, str | float]]:
    """Return a row for each value of `by` with the number of rows for each value of `across`, and all of them.

    order: the values of `across`; the rows with the highest number come first.
    """
    import pandas  # slow import

    if not rows:
        return []
    frame = pandas.DataFrame(list(rows))
    frame[across] = pandas.Categorical(frame[across], categories=list(order))
    table = pandas.crosstab(frame[by], frame[across], dropna=False)
    table["total"] = table.sum(axis=1)
    table = table.sort_values("total", ascending=False, kind="stable")
    rows_of = zip(table.index, table.to_dict("records"), strict=True)
    return [{by: str(name), **{value: int(row[value]) for value in (*order, "total")}} for name, row in rows_of]


def pivot(rows: Sequence[_Row], by: str, across: str, order: Sequence[str]) -> list[dict[str, str | float]]:
    """Return a row for each value of `by` with the number and the sum of `value` for each value of `across`.

    order: the values of `across`, each of which has its columns; the rows with the highest sum come first.
    """
    import pandas  # slow import

    if not rows:
        return []
    frame = pandas.DataFrame(list(rows))
    frame[across] = pandas.Categorical(frame[across], categories=list(order))
    table = frame.pivot_table(
        index=by, columns=across, values="value", aggfunc=["count", "sum"], observed=False, fill_value=0
    )
    totals = frame.groupby(by)["value"].sum()
    table = table.loc[totals.sort_values(ascending=False, kind="stable").index]
    found = []
    for name, row in zip(table.index, table.to_dict("records"), strict=True):
        one: dict[str, str | float] = {by: str(name)}
        for value in order:
            one[f"{value}_n"] = float(row.get(("count", value), 0))
            one[f"{value}_sum"] = float(row.get(("sum", value), 0))
        found.append(one)
    return found
