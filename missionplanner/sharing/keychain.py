"""The keychain of the system, for passwords of databases: Windows Credential Manager, macOS, the Secret Service."""

from collections.abc import Callable
from typing import TypeVar

_SERVICE = "missionplanner"
_T = TypeVar("_T")


def is_there() -> bool:
    """Return whether this computer has a keychain that can keep a password."""
    import keyring  # slow import

    # The backends that keep nothing have the lowest priorities.
    return _tried(lambda: float(keyring.get_keyring().priority) > 0, False)


def kept(address: str) -> str:
    """Return the password that is kept for a database; empty where there is none, or the keychain stays locked."""
    import keyring  # slow import

    return _tried(lambda: keyring.get_password(_SERVICE, address) or "", "")


def keep(address: str, password: str) -> bool:
    """Keep the password of a database, and return whether it is kept now."""
    import keyring  # slow import

    def act() -> bool:
        keyring.set_password(_SERVICE, address, password)
        return True

    return is_there() and _tried(act, False)


def forget(address: str) -> None:
    """Keep the password of a database no longer, where one is kept."""
    import keyring  # slow import

    _tried(lambda: keyring.delete_password(_SERVICE, address), None)


def _tried(act: Callable[[], _T], otherwise: _T) -> _T:
    """Return what comes of asking the keychain, or something else where it cannot be asked."""
    from keyring.errors import KeyringError  # slow import

    try:
        return act()
    except (KeyringError, OSError, RuntimeError):  # no session bus, locked, or taken away
        return otherwise
