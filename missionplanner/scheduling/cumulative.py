"""Orders as cumulative literals: what comes first is over by the time from which on the other may begin."""

from missionplanner.scheduling.variables import Literal, Variables


def keep_orders(variables: Variables) -> None:
    """Of two wishes in order let the second, where both are placed, begin after the first has ended.

    As `order_kept` does: with a literal for every wish and slot, "begun no earlier than this slot", instead of pairs.
    """
    orders = variables.problem.orders
    begun = {number: _begun(variables, number) for number in sorted({number for pair in orders for number in pair})}
    for first, then in orders:
        _keep_order(variables, begun, first, then)


Rows = list[tuple[int, Literal]]


def _begun(variables: Variables, number: int) -> Rows:
    """Beginnings in the order of time, each with a literal: the wish begins no later."""
    slots, model = variables.problem.slots, variables.model
    at: dict[int, list[Literal]] = {}
    for index in sorted(variables.problem.wishes[number].allowed, key=lambda one: slots[one].starts):
        at.setdefault(slots[index].starts, []).append(variables.take[number, index])
    found: Rows = []
    for starts, literals in at.items():
        if found or len(literals) > 1:
            earlier = [found[-1][1]] if found else []
            literal = model.new_bool_var("")
            model.add(sum(literals) + sum(earlier) == literal)
        else:
            literal = literals[0]
        found.append((starts, literal))
    return found


def _keep_order(variables: Variables, begun: dict[int, Rows], first: int, then: int) -> None:
    """Let the second not begin before the first is over; where both are placed for sure, only after that has begun."""
    slots, model = variables.problem.slots, variables.model
    for index in variables.problem.wishes[first].allowed:
        # The last beginning of the second at which the first would not be over yet.
        early = [literal for starts, literal in begun[then] if starts < slots[index].ends]
        if early:
            model.add_implication(variables.take[first, index], ~early[-1])
    for starts, literal in begun[then] if variables.problem.complete else ():
        over = [one for earlier, one in begun[first] if _ends(variables, first, earlier) <= starts]
        model.add_bool_or([~literal, *over[-1:]])


def _ends(variables: Variables, number: int, starts: int) -> int:
    """When the shortest of the wish's slots with this beginning ends."""
    slots = variables.problem.slots
    return min(slots[index].ends for index in variables.problem.wishes[number].allowed if slots[index].starts == starts)
