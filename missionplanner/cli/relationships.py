"""The command relationships: what came of the mission, entered, read from answers, verified."""

import argparse
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from missionplanner.cli import output, relationship_stories
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.companies import Company
from missionplanner.domain.deals import as_on
from missionplanner.domain.relationships import Claim, Relationship
from missionplanner.domain.results import stages
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.relationships import entering, reading, typed
from missionplanner.jobs.relationships.registering import KnownRegister, registered
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove", "say", *relationship_stories.VERBS, "from-meetings", "read", "doubles", "verify")
"""The acts on relationships; without one they are listed."""
_FIELDS = (*typed.RELATIONSHIP, "third_parties")
"""The fields of a relationship that can be typed; third parties are separated by semicolons."""


def add_commands(commands: Any) -> None:
    """Add relationships with its verbs."""
    text = _("list relationships, or add some, note what is said of them, read answers, verify evidence")
    found = add_command(commands, "relationships", text, show)
    add_csv(found)
    _add_day(found, _("as they were on this day"))
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    acts = (
        ("add", _("add a relationship of two companies"), add, _FIELDS),
        ("set", _("change a relationship"), change, _FIELDS),
        ("remove", _("delete a relationship with what was said of it"), remove, ()),
        ("say", _("note what is said of a relationship"), say, typed.CLAIM),
    )
    for name, text, act, fields in acts:
        verb = add_verb(verbs, name, text, act)
        verb.add_argument("one", metavar=_("COMPANY"), help=_("a company"))
        verb.add_argument("other", metavar=_("OTHER"), help=_("the other company"))
        if fields:
            text = _("a field and its new value; the fields: {fields}").format(fields=", ".join(fields))
            verb.add_argument("fields", nargs="*" if act is add else "+", metavar=_("FIELD=VALUE"), help=text)
        if act is say:
            verb.add_argument("--by", default="", metavar=_("COMPANY"), help=_("the company that says so"))
    relationship_stories.add_verbs(verbs, _known)
    making = add_verb(verbs, "from-meetings", _("make those of held meetings and existing partners"), from_meetings)
    _add_day(making, _("the day they are entered for; today where it is left out"))
    bringing = add_verb(verbs, "read", _("read a table of answers"), read)
    bringing.add_argument("table", type=Path, metavar=_("TABLE"), help=_("the spreadsheet"))
    bringing.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    asking = add_verb(verbs, "doubles", _("list what may be one deal told by two, or decide that it is"), doubles)
    asking.add_argument("--accept", action="store_true", help=_("decide that all of them are one deal each"))
    proving = add_verb(verbs, "verify", _("verify claims by the evidence they name"), verify)
    proving.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("the folder with the files"))
    proving.add_argument("--how", default="", metavar=_("TEXT"), help=_("how they were verified"))
    proving.add_argument("--dry-run", action="store_true", help=_("only say what would be verified"))
    for verb in (asking, proving):
        _add_day(verb, _("the day it counts from; today where it is left out"))
        verb.add_argument("--as-told", action="store_true", help=_("let it count from the day it was told"))


def _add_day(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--on", default="", metavar=_("DATE"), help=text)


def _today() -> date:
    return datetime.now().astimezone().date()


def day_of(arguments: argparse.Namespace) -> date:
    """Return the day of --on, today without it."""
    return typed_day(arguments.on) or _today()


def show(arguments: argparse.Namespace) -> int:
    """Print the relationships with their stages."""
    with opened(arguments, read_only=True) as store:
        known = registered(store)
    rows = _rows(known, day_of(arguments))
    if arguments.csv:
        rows = [{**one, "claims": len(one["claims"])} for one in rows]
    names = (_("Company"), _("Counterpart"), _("Stage"), _("Owner"), _("Next step"), _("Due"))
    shown = [
        (one["companies"][0], one["companies"][1], one["label"], one["owner"], one["next_step"], one["due"] or "")
        for one in rows
    ]
    lines = [dict(zip(names, row, strict=True)) for row in shown]
    return output.listed(arguments, rows, lines, count("{n} relationship", "{n} relationships", len(rows)))


def _rows(known: KnownRegister, day: date) -> list[dict[str, Any]]:
    claims = as_on(known.register.claims, day)
    reached = stages(known.register.relationships, claims)
    return [
        {
            "uid": one.uid, "companies": [known.name(key) for key in one.pair], "made_on": one.made_on.isoformat(),
            "stage": reached[one.id].value if one.id in reached else None,
            "label": reached[one.id].label if one.id in reached else "",
            "intents": one.intents, "owner": one.owner, "other_owner": one.other_owner, "next_step": one.next_step,
            "due": one.due.isoformat() if one.due else None, "notes": one.notes,
            "third_parties": known.third.get(one.id, []),
            "claims": [_claim_row(known, claim) for claim in claims if claim.relationship_id == one.id],
        }
        for one in known.register.relationships
        if one.made_on <= day
    ]  # fmt: skip


def _claim_row(known: KnownRegister, claim: Claim) -> dict[str, Any]:
    left_out = ("id", "relationship_id", "teller_id")
    row = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(claim).items()
        if name not in left_out
    }
    return {"told_by": known.name(claim.teller_id) if claim.teller_id else "", **row}


def add(arguments: argparse.Namespace) -> int:
    """Add a relationship, with fields where some are given."""
    texts = field_values(arguments.fields, _FIELDS)
    with opened(arguments) as store:
        made = entering.make(store, *_two(store, arguments), _today())
        if texts:
            _edit(store, made, texts)
        return _say(arguments, store, made, _("The relationship was added."))


def _edit(store: Store, known: Relationship, texts: dict[str, str]) -> None:
    third = texts.pop("third_parties").split(";") if "third_parties" in texts else None
    entering.edit(store, typed.relationship_with(known, texts), third)


def change(arguments: argparse.Namespace) -> int:
    """Change a relationship as one step."""
    texts = field_values(arguments.fields, _FIELDS)
    with opened(arguments) as store:
        known = _known(store, arguments)
        _edit(store, known, texts)
        return _say(arguments, store, known, _("The relationship was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a relationship as one step."""
    with opened(arguments) as store:
        known = _known(store, arguments)
        code = _say(arguments, store, known, _("The relationship was deleted."))
        entering.remove(store, [known.id])
        return code


def say(arguments: argparse.Namespace) -> int:
    """Note what is said of a relationship, which is made where it is not there."""
    texts = field_values(arguments.fields, typed.CLAIM)
    with opened(arguments) as store:
        teller = find_company(store.all(Company), arguments.by).id if arguments.by else None
        claim = typed.claim_with(0, teller, texts, _today())
        made = entering.make(store, *_two(store, arguments), claim.told_on)
        entering.say(store, typed.claim_with(made.id, teller, texts, _today()))
        return _say(arguments, store, made, _("It was noted."))


def from_meetings(arguments: argparse.Namespace) -> int:
    """Make relationships of held meetings."""
    with opened(arguments) as store:
        made = entering.from_meetings(store, day_of(arguments))
    return _counted(arguments, made, count("{n} relationship was made.", "{n} relationships were made.", made))


def read(arguments: argparse.Namespace) -> int:
    """Read a table of answers, with what cannot be read row by row."""
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = reading.read(store, arguments.table)
        if not arguments.dry_run:
            reading.take(store, found)
    if arguments.json:
        numbers = {"new": len(found.new), "same": found.same, "rejected": found.rejected}
        output.document(numbers | {"columns": found.columns, "issues": [asdict(issue) for issue in found.issues]})
        return 0
    for issue in found.issues:
        output.say(_("Row {row}: {text}").format(row=issue.row, text=issue.text))
    output.say(found.sentence)
    return 0


def doubles(arguments: argparse.Namespace) -> int:
    """List what may be told twice, or decide that it is."""
    on = None if arguments.as_told else day_of(arguments)
    with opened(arguments, read_only=not arguments.accept) as store:
        known = registered(store)
        found = reading.suggested(known, on)
        if arguments.accept:
            entering.decide(store, found, is_same=True)
    claims = {claim.id: claim for claim in known.register.claims}
    rows = [[_claim_row(known, claims[key]) for key in pair[:2]] for pair in found]
    if arguments.json:
        output.document(rows)
        return 0
    for one, other in rows:
        output.say("; ".join(_told(row) for row in (one, other)))
    output.say(count("{n} deal may be told twice.", "{n} deals may be told twice.", len(rows)))
    return 0


def _told(row: dict[str, Any]) -> str:
    amount = f"{current().number(row['value'])} {row['currency']}"
    return _("{company}: {about}, {amount}").format(company=row["told_by"], about=row["about"], amount=amount)


def verify(arguments: argparse.Namespace) -> int:
    """Verify claims by the files they name."""
    on = None if arguments.as_told else day_of(arguments)
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = reading.evidence_in(registered(store), arguments.folder, on, arguments.how)
        if not arguments.dry_run:
            entering.verify(store, found.proofs, found.files)
    for name in () if arguments.json else sorted({*found.unread, *found.missing}):
        missing = name in found.missing
        output.say((_("There is no file {name}.") if missing else _("{name} says no value.")).format(name=name))
    n = len(found.proofs)
    return _counted(arguments, n, count("{n} claim was verified.", "{n} claims were verified.", n))


def _counted(arguments: argparse.Namespace, n: int, text: str) -> int:
    if arguments.json:
        output.document({"count": n})
    else:
        output.say(text)
    return 0


def _two(store: Store, arguments: argparse.Namespace) -> tuple[Company, Company]:
    companies = store.all(Company)
    return find_company(companies, arguments.one), find_company(companies, arguments.other)


def _known(store: Store, arguments: argparse.Namespace) -> Relationship:
    one, other = _two(store, arguments)
    pair = entering.pair_of(one, other)
    found = next((r for r in store.where(Relationship, "company_id", {pair[0]}) if r.pair == pair), None)
    if found is None:
        text = _("{one} and {other} have no relationship.").format(one=one.name, other=other.name)
        raise UserError(text, _("Add it first."))
    return found


def _say(arguments: argparse.Namespace, store: Store, record: Relationship, sentence: str) -> int:
    if arguments.json:
        output.document(next(row for row in _rows(registered(store), date.max) if row["uid"] == record.uid))
    else:
        output.say(sentence)
    return 0
