"""How long the engine may work, and how it repeats itself."""

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from missionplanner.progress import Progress

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the engine may work."""

    seconds: float
    """The most time it may take."""
    seed: int = 1
    repeatable: bool = False
    """Whether work is counted instead of time, so that a seed gives the same plan on every computer quick enough."""

    def within(self, seconds: float) -> "Limits":
        """The same limits for a part of the work."""
        return replace(self, seconds=max(0.1, seconds))

    @property
    def clock(self) -> float:
        """How many seconds by the clock may pass. Counted work is ended by it only where it takes far too long."""
        return SLOWEST * self.seconds if self.repeatable else self.seconds

    @property
    def moves(self) -> int | None:
        """How many moves of the local search stand for the seconds: fewer than any usual computer makes in them."""
        return int(MOVES_A_SECOND * self.seconds) if self.repeatable else None

    def solver(self, progress: Progress) -> "CpSolver":
        """A CP-SAT solver within these limits, which ends when the progress is stopped or cancelled."""
        from ortools.sat.python import cp_model  # slow import

        solver = cp_model.CpSolver()
        solver.parameters.random_seed = self.seed
        solver.parameters.num_workers = max(2, os.cpu_count() or 1)
        solver.parameters.max_time_in_seconds = self.clock
        if self.repeatable:
            solver.parameters.num_workers = 1
            solver.parameters.max_deterministic_time = WORK_A_SECOND * self.seconds
        progress.on_cancel(solver.stop_search)
        return solver


MOVES_A_SECOND = 300_000
WORK_A_SECOND = 0.25
"""How much of what CP-SAT counts as work stands for a second."""
SLOWEST = 30
"""Counted work may take so many times its seconds: on a busy computer the same work takes longer."""
