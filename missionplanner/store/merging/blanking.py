"""Texts without the people they name, by the class of their column."""

from collections.abc import Callable, Collection
from contextlib import suppress

from missionplanner.domain.fingerprints import MarkKind, Marks
from missionplanner.domain.mentions import Mentions
from missionplanner.messages import Message
from missionplanner.store.merging.packing import packed, unpacked
from missionplanner.store.personal_texts import Naming, TextClass, Whose
from missionplanner.store.rows import Value

Place = tuple[str, str, str]
"""Table, uid (or key, where it has none) and column of a text."""


def without(value: Value, kind: TextClass, mentions: Mentions) -> Value:
    """Return what a text of a class would be without those it names."""
    if not kind.may_name or not value:
        return value
    if kind.form is Naming.PACKED and isinstance(value, bytes):
        return _without_packed(value, mentions)
    # Who works on the mission may well have the same given name.
    finder = mentions.certain if kind.whose is Whose.STAFF else mentions
    return _BY_FORM[kind.form](value, finder) if isinstance(value, str) and kind.form in _BY_FORM else value


def _without_packed(value: bytes, mentions: Mentions) -> Value:
    with suppress(ValueError):
        content = unpacked(value)
        new = mentions.without_inside(content)
        return value if new == content else packed(new)
    return value


def without_names(label: str, mentions: Mentions, uids: Collection[str] = ()) -> str:
    """Return the label of a step without those it names: by their uids, or in a text."""

    def is_named(table: str, uid: str, name: str) -> bool:
        return uid in uids or bool((mentions.certain if uid else mentions).find(name, any_case=True))

    read = Message.read(label)
    new = read.without(is_named)
    return label if new == read else new.stored()


def kept_places(marks: Marks) -> set[Place]:
    """Return the texts that were kept by choice, as is remembered of them."""
    found = set()
    for kind, mark in marks:
        if kind == MarkKind.KEPT.value:
            table, _slash, rest = mark.partition("/")
            uid, _slash, column = rest.rpartition("/")
            found.add((table, uid, column))
    return found


_BY_FORM: dict[Naming, Callable[[str, Mentions], str]] = {
    Naming.PLAIN: lambda value, mentions: mentions.without(value),
    Naming.THING: lambda value, mentions: mentions.certain.without_words(value),
    Naming.WHOLE: lambda value, mentions: "" if mentions.find(value, any_case=True) else value,
    Naming.JSON: lambda value, mentions: mentions.without_inside(value),
    Naming.SEARCHED: lambda value, mentions: mentions.without_searched(value),
    Naming.LABEL: without_names,
}
