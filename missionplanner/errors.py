"""The kinds of errors: expected ones, which are shown with a hint, and all others, which are bugs."""

import traceback


class UserError(Exception):
    """A problem the user can do something about."""

    def __init__(self, text: str, hint: str = "", place: str = "") -> None:
        super().__init__(text)
        self.text = text
        """The problem, in a sentence."""
        self.hint = hint
        """A way out of it, in a sentence; may be empty."""
        self.place = place
        """Where in the window what is missing is entered, such as "companies"; may be empty."""

    def __str__(self) -> str:
        return f"{self.text} {self.hint}".strip()


class DamagedFile(UserError):
    """A mission file cannot be read as it is; what can be read of it may be saved, or a backup restored."""


class PasswordNeeded(UserError):
    """A mission file needs a password, and none or a wrong one was given."""


class Cancelled(Exception):
    """The user stopped a long act; nothing of it stays."""


def trace(error: BaseException) -> str:
    """Return the kinds and places of an error for the log, without its words, which may contain personal data."""
    lines = []
    seen: BaseException | None = error
    while seen is not None:
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"{type(seen).__name__}", *(f"  {f.filename}:{f.lineno} {f.name}" for f in frames)]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)
