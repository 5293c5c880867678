"""Commands of the window: name, text, shortcut, icon and menu place stand on the method that carries a command out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

from missionplanner.i18n import N_

if TYPE_CHECKING:
    from missionplanner.store.store import Store

F = TypeVar("F", bound=Callable[..., Any])

MENUS = (N_("&File"), N_("&Edit"), N_("&Go"), N_("&View"), N_("&Help"))


class Needs(Enum):
    """The condition under which a command can be carried out."""

    NOTHING = 0
    FILE = 1
    """A mission is open."""
    WRITING = 2
    """A mission is open, and not for reading only."""


class Takes(Enum):
    """The number of selected records a command is carried out with."""

    ANY = 0
    """It does not need any."""
    SOME = 1
    """One or several."""
    ONE = 2

    def takes(self, number: int) -> bool:
        """Whether it is carried out with so many."""
        return number == 1 if self is Takes.ONE else number > 0 or self is Takes.ANY


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it stands on its method."""

    name: str
    """The name of the method."""
    text: str
    """Its text in menus and on buttons, marked with N_."""
    shortcut: str
    """As QKeySequence reads it; empty without one."""
    icon: str
    """A file of resources/icons without its ending; empty without one."""
    menu: str
    """One of MENUS; empty for a command that is found on its screen alone."""
    needs: Needs
    takes: Takes
    """The number of selected records it needs."""
    owner: str
    """Module and class of the method: commands of one owner have different shortcuts."""


_COLLECTED: dict[Callable[..., Any], Command] = {}


def command(
    text: str, shortcut: str = "", icon: str = "", menu: str = "", needs: Needs = Needs.FILE, takes: Takes = Takes.ANY
) -> Callable[[F], F]:
    """Make a method a command, and enter it into the table of commands (after Gaphor’s `action`)."""

    def mark(method: F) -> F:
        owner = f"{method.__module__}.{method.__qualname__.rpartition('.')[0]}"
        _COLLECTED[method] = Command(method.__name__, text, shortcut, icon, menu, needs, takes, owner)
        return method

    return mark


def is_allowed(command: Command, store: "Store") -> bool:
    """Whether a command can be carried out on the mission that is open."""
    return command.needs is not Needs.WRITING or not store.read_only


def collected() -> tuple[Command, ...]:
    """The table of commands: those of every class imported so far, in the order of their definition."""
    return tuple(_COLLECTED.values())


def command_of(method: Callable[..., Any]) -> Command:
    """The command on a method, bound or not; KeyError where there is none."""
    return _COLLECTED[getattr(method, "__func__", method)]


def commands_in(kind: type) -> tuple[Command, ...]:
    """The commands of a class, those of its base classes first, in order of definition; an override stands once."""
    found: dict[str, Command] = {}
    for base in reversed(kind.__mro__):
        for name, method in vars(base).items():
            if isinstance(method, FunctionType) and method in _COLLECTED:
                found[name] = _COLLECTED[method]
    return tuple(found.values())


def commands_of(owner: object) -> Iterator[tuple[Command, Callable[..., Any]]]:
    """The commands of an object with their bound methods, in the order of `commands_in`."""
    for one in commands_in(type(owner)):
        yield one, getattr(owner, one.name)
