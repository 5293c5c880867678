"""Fewer idle slots by many small moves: a meeting goes to another slot, or two change places."""

import math
import time
from random import Random

from missionplanner.progress import Progress
from missionplanner.scheduling.construction import Board
from missionplanner.scheduling.objective import idle_of

HOT, COLD = 1.2, 0.12
"""Temperatures in idle slots: at the start a worsening by one is taken nearly every second time, at the end hardly."""
_CHECK_EVERY = 512


def anneal(board: Board, seconds: float, random: Random, progress: Progress, stop_at: int = 0) -> int:
    """Move meetings about for `seconds`, leaving the best board found; returns its idle slots.

    Nothing placed is lost, nothing unplaced is placed; ends early at `stop_at` idle slots or when stopped.
    """
    movable = [
        n for n, wish in enumerate(board.problem.wishes) if n in board.slot and not wish.kept and len(wish.allowed) > 1
    ]
    idle = sum(idle_of(mask) for days in board.masks for mask in days)
    best, best_slots = idle, dict(board.slot)
    started = time.monotonic()
    temperature, tries = HOT, 0
    while movable and best > stop_at:
        tries += 1
        if tries % _CHECK_EVERY == 0:
            spent = (time.monotonic() - started) / seconds if seconds > 0 else 1.0
            if spent >= 1 or progress.stopped:
                break
            temperature = HOT * (COLD / HOT) ** spent
            progress.report(0.3 + 0.7 * spent)
        change = _step(board, random.choice(movable), random, temperature)
        idle += change
        if change and idle < best:
            best, best_slots = idle, dict(board.slot)
    _restore(board, best_slots)
    return best


def _step(board: Board, number: int, random: Random, temperature: float) -> int:
    """Try one move; returns by how much the idle slots changed."""
    wish = board.problem.wishes[number]
    slot = wish.allowed[int(random.random() * len(wish.allowed))]
    old = board.slot[number]
    if slot == old:
        return 0
    blockers = board.blockers(number, slot) - {number}
    if len(blockers) > 1:
        return 0
    if blockers:
        return _swap(board, number, blockers.pop(), random, temperature)
    before = _idle(board, wish.companies)
    board.lift(number)
    if not board.can_take(number, slot):
        board.put(number, old)
        return 0
    board.put(number, slot)
    change = _idle(board, wish.companies) - before
    if change > 0 and random.random() >= math.exp(-change / temperature):
        board.lift(number)
        board.put(number, old)
        return 0
    return change


def _swap(board: Board, one: int, two: int, random: Random, temperature: float) -> int:
    """Let two meetings change places."""
    wishes = board.problem.wishes
    if wishes[two].kept or board.slot[one] not in wishes[two].allowed:
        return 0
    companies = {*wishes[one].companies, *wishes[two].companies}
    before = _idle(board, companies)
    first, second = board.lift(one), board.lift(two)
    if board.can_take(one, second):
        board.put(one, second)
        if board.can_take(two, first):
            board.put(two, first)
            change = _idle(board, companies) - before
            if change <= 0 or random.random() < math.exp(-change / temperature):
                return change
            board.lift(two)
        board.lift(one)
    board.put(one, first)
    board.put(two, second)
    return 0


def _idle(board: Board, companies: tuple[int, int] | set[int]) -> int:
    return sum(idle_of(mask) for company in companies for mask in board.masks[company])


def _restore(board: Board, slots: dict[int, int]) -> None:
    moved = [number for number, slot in slots.items() if board.slot[number] != slot]
    for number in moved:
        board.lift(number)
    for number in moved:
        board.put(number, slots[number])
