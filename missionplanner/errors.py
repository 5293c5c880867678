"""The kinds of error: known ones, told in a sentence with a hint, and everything else, which is a bug."""

import traceback


class UserError(Exception):
    """A known trouble the user can do something about.

    text: one sentence saying what could not be done; hint: what to do next (may be empty).
    """

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.text} {self.hint}".strip()


class DamagedFile(UserError):
    """A mission file that cannot be read as it is; what can be read of it may be saved, or a backup restored."""


class PasswordNeeded(UserError):
    """A mission file that is opened with a password, and none or a wrong one was given."""


class Cancelled(Exception):
    """The user stopped a long act; nothing of it stays."""


def trace(error: BaseException) -> str:
    """Where an error came from, for the log: kinds and places, without its words, which may hold personal data."""
    lines = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"{type(seen).__name__}", *(f"  {f.filename}:{f.lineno} {f.name}" for f in frames)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)
