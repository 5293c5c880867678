"""The meaning of the columns of a sheet: headings, cells and neighbours weighed, decided for all columns at once."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from missionplanner.exchange import (
    evidence,
    own_headings,
    people_columns,
    questions,
    respondents,
    segments,
    suitability,
)
from missionplanner.exchange.assignment import assign
from missionplanner.exchange.choices import MissionChoices
from missionplanner.exchange.evidence import Evidence
from missionplanner.exchange.fields import BOXES, BY_NAME, MANY
from missionplanner.exchange.heading_rules import SENSITIVE_FIELDS
from missionplanner.exchange.meanings import Meaning, beside_cells, meaning
from missionplanner.exchange.people_columns import NAMES, REACHED_BY, PersonPlace
from missionplanner.exchange.reasons import NOTHING, Reason

SURE = 0.6
"""Below this a column is asked about."""
_MARGIN = 0.06
"""How much better the best meaning of a column has to be than the second."""
_TIE = 0.04
"""Two columns nearer than this suit a field equally."""
_WORTH = 0.25
"""Below this a meaning is not considered."""
_CLEAR = 0.8
"""From here on a heading alone names its field beyond doubt."""
_OPTION = re.compile(r"^(.*?)\s*\[([^\]]+)\]\s*$", re.DOTALL)

Target = tuple[str, int]
"""A field, and the number of the delegate it is of."""
CellsOf = Callable[[int], Iterable[str]]
"""The cells of the column at a place."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The meaning of a column, and the evidence for it."""

    field: str = ""
    number: int = 1
    option: str = ""
    confidence: float = 1.0
    sure: bool = True
    sensitive: bool = False
    reason: Reason = NOTHING


@dataclass(slots=True)
class _Column:
    """A column while it is thought about."""

    heading: str
    meaning: Meaning
    place: PersonPlace
    cells: Evidence
    texts: Callable[[], Iterable[str]]
    option: str = ""
    least: float = SURE
    """The score below which it is asked about: lower where there are headings alone."""
    scores: dict[Target, float] | None = None

    @property
    def claim(self) -> Target | None:
        """The target its heading names beyond doubt."""
        said = self.meaning.fields
        return (said[0][0], self.place.number) if said and said[0][1] >= _CLEAR and not self.place.dropped else None


def understand(headings: Sequence[str], cells_of: CellsOf, known: MissionChoices | None = None) -> list[Verdict]:
    """Return the meaning of each column, in their order (known: the mission's sectors and stops)."""
    if own := own_headings.exported(headings):
        return [Verdict(name, sensitive=name in SENSITIVE_FIELDS, reason=Reason("own", name)) for name in own]
    columns = _columns(headings, cells_of, known)
    strong = Counter(c.claim for c in columns if c.claim)
    unclaimed = Counter(name for c in columns if not c.claim for name in suitability.proved(c.cells))
    for column in columns:
        column.scores = _scores(column, strong, unclaimed)
    table = {
        (index, target): score
        for index, column in enumerate(columns)
        for target, score in (column.scores or {}).items()
        if target[0]
    }
    shared = {target for _index, target in table if target[0] in MANY}
    taken = assign(table, shared)
    holders = {target: columns[index] for index, target in taken.items() if target not in shared}
    verdicts = [_verdict(column, taken.get(index), holders) for index, column in enumerate(columns)]
    return _with_choices(columns, _with_questions(columns, verdicts), known)


def _with_questions(columns: Sequence[_Column], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Ask about columns without a field where a sheet lacks what a registration usually has.

    More likely a heading was not understood than that a form did not ask for it.
    """
    wanted = questions.missing({one.field for one in verdicts})
    filled = any(column.cells.count for column in columns)
    return [
        EMPTY
        if filled and (not verdict.sure or column.meaning.foreign) and _is_empty(column)
        else _questioned(column, verdict, wanted, {one.field for one in verdicts[max(0, place - 2) : place + 3]})
        for place, (column, verdict) in enumerate(zip(columns, verdicts, strict=True))
    ]


def _with_choices(
    columns: Sequence[_Column], verdicts: Sequence[Verdict], known: MissionChoices | None
) -> list[Verdict]:
    """Ask about columns whose cells are sectors or stops of the mission, where no other column is: none is lost."""
    has = {one.field for one in verdicts if one.sure}
    if known is None or (has >= {"sectors", "stops"} and not known.companies):
        return list(verdicts)
    return [_chosen(*one, has, known) for one in zip(columns, verdicts, strict=True)]


def _chosen(column: _Column, verdict: Verdict, has: set[str], known: MissionChoices) -> Verdict:
    if verdict.sensitive or column.option:
        return verdict
    met = bool(column.meaning.heading.concepts & _MET)
    field = questions.choice(verdict, met, has, known.near(column.texts()))
    reason = Reason("missing", field)
    return replace(verdict, field=field, sure=False, confidence=0.5, reason=reason) if field else verdict


_MET = frozenset({"meet", "event", "takes part"})
"""Concepts beside which a place is hardly where the company is."""
EMPTY = Verdict(confidence=0.5, reason=Reason("empty"))
"""The verdict on a column of which nothing is known and nothing is to be known: the next file may fill it."""


def _is_empty(column: _Column) -> bool:
    """Whether nobody wrote anything into a column that is no box to tick."""
    return not column.cells.count and not column.option and not any(text.strip() for text in column.texts())


def _questioned(column: _Column, verdict: Verdict, wanted: Sequence[str], beside: set[str]) -> Verdict:
    """A column without a field as a question, where it looks like a field that is missing."""
    if verdict.field or not verdict.sure or verdict.sensitive or verdict.reason.kind == "parts" or not wanted:
        return verdict
    cells = column.cells if column.cells.count else evidence.gather(column.texts())
    field = questions.question(column.meaning, cells, wanted, beside) if cells.count else ""
    return (
        replace(verdict, field=field, sure=False, confidence=0.4, reason=Reason("missing", field)) if field else verdict
    )


def _columns(headings: Sequence[str], cells_of: CellsOf, known: MissionChoices | None) -> list[_Column]:
    read = [_read(*one) for one in zip(headings, segments.meanings(headings), strict=True)]
    said = respondents.with_buyers(respondents.without_respondent([one for one, _option in read]))
    cells = [
        Evidence() if option or _is_settled(what) else _gathered(cells_of, index, known)
        for index, (what, (_m, option)) in enumerate(zip(said, read, strict=True))
    ]
    meanings = [
        beside_cells(_told(what, cells[index]), evidence.private(cells_of(index))) for index, what in enumerate(said)
    ]
    found = people_columns.places(meanings)
    least = SURE if any(one.count for one in cells) else SURE - 0.1
    return [
        _Column(heading, meanings[index], found[index], cells[index], partial(cells_of, index), read[index][1], least)
        for index, heading in enumerate(headings)
    ]


def _gathered(cells_of: CellsOf, index: int, known: MissionChoices | None) -> Evidence:
    """The kinds of cells of the column at a place, with the mission's sectors and stops among them."""
    found = evidence.gather(cells_of(index))
    if known is None or not found.count:
        return found
    return replace(found, shares=found.shares | known.kinds(cells_of(index)))


def _told(what: Meaning, cells: Evidence) -> Meaning:
    """A question that is not answered with yes or no asks for what it is about."""
    answered = cells.share("answer", "sentence answer", "bit", "letter")
    if not what.heading.asks or cells.count < _SOME or answered > _FEW_ANSWERS:
        return what
    return meaning(what.heading.text, asks=False)


_SOME = 2
_FEW_ANSWERS = 0.3


def _is_settled(what: Meaning) -> bool:
    """Whether a heading leaves nothing to the cells: it is empty, or asks for what has no field."""
    return not what.heading.text or (what.known and not any(name for name, _score in what.fields))


def _read(heading: str, whole: Meaning) -> tuple[Meaning, str]:
    """The meaning of a heading (`whole`), and the option it stands for: form services write "Sectors [Mining]"."""
    if bracket := _OPTION.match(heading.strip()):
        before = meaning(bracket.group(1))
        if before.field in BOXES:
            # The same heading again would be the next delegate's, another box of it is not.
            text = f"{before.heading.text} {bracket.group(2)}"
            return replace(before, heading=replace(before.heading, text=text)), bracket.group(2)
    return whole, ""


def _scores(column: _Column, strong: Counter[Target], unclaimed: Counter[str]) -> dict[Target, float]:
    """How well the column suits each field it may mean, by heading, neighbours and cells.

    unclaimed: how many columns whose headings leave a doubt have cells that prove a field.
    """
    found: dict[Target, float] = {}
    for name, said in _beside_others(column, strong):
        is_person = name in BY_NAME and BY_NAME[name].person
        target = (name, column.place.number if is_person else 1)
        if is_person and column.place.dropped:
            continue
        score = (
            said
            * (1 + 0.25 * suitability.support(name, column.cells))
            * (1 - 0.95 * suitability.doubt(name, column.cells))
        )
        if suitability.is_unproved(name, column.cells):
            score *= 0.65
        if column.meaning.foreign and column.place.role and is_person and any(strong[one, target[1]] for one in NAMES):
            score *= 0.8
        if column.meaning.foreign and column.claim != target and (strong[target] or unclaimed[name] > 1):
            # "Zebra e-mail" alone is the person's; beside another one it may be anybody's.
            score *= 0.8
        if score >= _WORTH and score > found.get(target, 0.0):
            found[target] = score
    if not found and not column.meaning.known and not column.meaning.sensitive:
        found = {(name, 1): score for name, score in suitability.guesses(column.cells)}
    return found


def _beside_others(column: _Column, strong: Counter[Target]) -> Iterable[tuple[str, float]]:
    """The meanings of the heading beside the other columns: "Nom" beside "Prénom" is the family name."""
    number = column.place.number
    others = strong - Counter([column.claim] if column.claim else [])
    has = {name for name, of in others if of == number}
    said = dict(column.meaning.fields)
    if "full_name" in said and "name" in (
        column.meaning.heading.concepts | {"name"} if "family_name" in said else column.meaning.heading.concepts
    ):
        whole = said["full_name"]
        if "given_name" in has and "family_name" not in has and (("name", 1) in others or "family_name" not in said):
            said = {"family_name": max(whole, 0.9)}
        elif (
            has & {"family_name", "second_family_name"}
            and "given_name" not in has
            and (("name", 1) in others or "family_name" not in said)
        ):
            said = {"given_name": max(whole, 0.9)}
    if "position" in said and "title" in said and "position" in has:
        said["title"] = max(said["title"], 0.85)
        del said["position"]
    if "email" in said and not column.place.role:
        # The form's own question rather than the account that answered.
        said["email"] -= 0.03
    return said.items()


def _verdict(column: _Column, target: Target | None, holders: dict[Target, _Column]) -> Verdict:
    """The verdict on a column that was given a target, or none."""
    assert column.scores is not None
    nothing = column.scores.get(("", 1), 0.0)
    sensitive = column.meaning.sensitive
    if target is not None and not _is_superfluous(column, target, holders):
        score = min(1.0, column.scores[target])
        if nothing < score:
            second = _second(column, target, holders, nothing)
            sure = score >= column.least and score - second >= _MARGIN
            kind = "cells" if not column.meaning.known else "heading" if sure else "perhaps"
            reason = Reason(kind, target[0], *_most_telling(target[0], column.cells))
            return Verdict(target[0], target[1], column.option, score, sure, sensitive, reason)
    return _nothing(column, target, holders, nothing)


def _second(column: _Column, target: Target, holders: dict[Target, _Column], nothing: float) -> float:
    """How well the next best meaning suits, that no other column has a better claim to."""
    assert column.scores is not None
    others = [
        score
        for other, score in column.scores.items()
        if other[0] and other != target and (holders.get(other) is None or (holders[other].scores or {})[other] < score)
    ]
    return max([nothing, *others])


def _is_superfluous(column: _Column, target: Target, holders: dict[Target, _Column]) -> bool:
    """Whether it is the whole name of somebody whose given and family name have columns of their own."""
    number = target[1]
    return target[0] == "full_name" and ("given_name", number) in holders and ("family_name", number) in holders


def _most_telling(field: str, cells: Evidence) -> tuple[str, float]:
    """The kind of cells that speaks for a field, with its share."""
    kinds = suitability.FOR.get(field, ())
    kind = max(kinds, key=cells.share, default="")
    return (kind, cells.share(kind)) if kind and cells.share(kind) >= 0.3 else ("", 0.0)


def _nothing(column: _Column, target: Target | None, holders: dict[Target, _Column], nothing: float) -> Verdict:
    """A column that feeds no field: for sure, or to be asked about."""
    sensitive = column.meaning.sensitive
    said, score = column.meaning.fields[0] if column.meaning.fields else ("", 0.0)
    if column.place.doubtful:
        number = column.place.number + 1
        return Verdict(said, number, "", 0.5, False, sensitive, Reason("contact", said))
    if column.place.dropped:
        kept = "" if said not in REACHED_BY or sensitive or suitability.doubt(said, column.cells) > 0 else said
        return Verdict(kept, 1, "", 0.8, True, sensitive, Reason("second address", said))
    if not said or (sensitive and not column.scores):
        kind = "sensitive" if sensitive else "nothing" if column.meaning.known else "unknown"
        confidence = max(nothing, score) if column.meaning.known else 0.7
        best, best_score = _open(column, holders)
        if best and best_score > confidence - _MARGIN:
            return Verdict(best[0], best[1], "", best_score, False, sensitive, Reason("perhaps", best[0]))
        return Verdict("", 1, "", confidence, True, sensitive, Reason(kind))
    return _lost(column, target, holders, (said, score))


def _open(column: _Column, holders: dict[Target, _Column]) -> tuple[Target | None, float]:
    """The best target the column may still have."""
    assert column.scores is not None
    free = {
        target: score
        for target, score in column.scores.items()
        if target[0] and (target not in holders or holders[target] is column)
    }
    best = max(free, key=lambda target: free[target], default=None)
    return best, free[best] if best else 0.0


def _lost(column: _Column, target: Target | None, holders: dict[Target, _Column], said: tuple[str, float]) -> Verdict:
    """A heading that names a field, in a column that does not get it."""
    assert column.scores is not None
    name, score = said
    wanted = (name, column.place.number if name in BY_NAME and BY_NAME[name].person else 1)
    holder = holders.get(wanted)
    sensitive = column.meaning.sensitive
    if target is not None and _is_superfluous(column, target, holders):
        # A name that is no person's may be anything.
        sure = not column.cells.count or column.cells.share("given") > _NAMES_PEOPLE
        return Verdict("" if sure else name, 1, "", 0.8 if sure else 0.4, sure, sensitive, Reason("parts", name))
    doubt = suitability.doubt(name, column.cells)
    if holder is not None and holder is not column:
        sure = sensitive or _is_spare(column, name, holder)
        reason = Reason("taken", name, other=holder.heading.strip())
        return Verdict("" if sure else name, wanted[1], "", 0.8 if sure else 0.5, sure, sensitive, reason)
    if doubt > 0:
        kind = max(suitability.AGAINST.get(name, ("text",)), key=column.cells.share)
        is_answer = column.cells.share("answer", "sentence answer") > 0.5
        sure = is_answer or score < 0.8 or not column.cells.count
        return Verdict(
            "" if sure else name,
            wanted[1],
            "",
            0.7 if sure else 0.4,
            sure,
            sensitive,
            Reason("cells against", name, kind, column.cells.share(kind)),
        )
    return Verdict(name, wanted[1], "", score, False, sensitive, Reason("perhaps", name))


_NAMES_PEOPLE = 0.3
"""Share of cells that begin with a given name from which on they name people."""


def _is_spare(column: _Column, name: str, holder: _Column) -> bool:
    """Whether a column whose field another holds need not be asked about.

    It is empty, an account, may be nothing, holds something else, or has a qualifier that the holder has not.
    """
    cells = column.cells
    return (
        not cells.count
        or respondents.is_account(column.heading)
        or any(not one for one, _score in column.meaning.fields)
        or cells.share("answer", "sentence answer", "bit", "letter") > 0.5
        or suitability.doubt(name, cells) > _CONTRADICTED
        or (name not in _OF_SEVERAL and column.meaning.foreign > 0 and holder.claim is not None)
    )


_CONTRADICTED = 0.3
"""Doubt from here on means that the cells are something else."""
_OF_SEVERAL = frozenset({"email", "phone", "mobile", "phone_company", "website", "full_name", "address", "position"})
"""Fields of which there are several of the same kind, so that a second may be another field."""
