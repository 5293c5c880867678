"""A keychain in memory, in the place of the system's."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class Keychain(KeyringBackend):
    """What a keychain does, with its entries to look at."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """Return an entry."""
        self._need_unlocked()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep an entry."""
        self._need_unlocked()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Delete an entry."""
        self._need_unlocked()
        if (service, username) not in self.entries:
            raise PasswordDeleteError
        del self.entries[service, username]

    def _need_unlocked(self) -> None:
        if self.is_locked:
            raise KeyringLocked


@contextmanager
def one_in_memory() -> Iterator[Keychain]:
    """Have the program use a keychain in memory."""
    before, found = keyring.get_keyring(), Keychain()
    keyring.set_keyring(found)
    try:
        yield found
    finally:
        keyring.set_keyring(before)
