"""The command agreements: who signs what with whom, entered, listed and printed."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import RecordVerb, add_command, add_csv, add_record_verbs, field_values
from missionplanner.domain.agreements import AgreementRecord
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, count, current
from missionplanner.jobs.agreements import entering, papers, typed
from missionplanner.jobs.agreements.papers import SigningPaper
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists.export import as_csv
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add agreements with its verbs."""
    found = add_command(commands, "agreements", _("list agreements, or add, change, print or delete one"), show)
    add_csv(found)
    verbs = (
        RecordVerb("add", _("add an agreement"), add, False, True),
        RecordVerb("set", _("change an agreement"), change, with_values=True),
        RecordVerb("drop", _("note that a signatory dropped out"), drop),
        RecordVerb("text", _("keep a file as the text of an agreement"), keep_text),
        RecordVerb("paper", _("write the run sheet of signings, or the list for the press"), write_paper, False),
        RecordVerb("remove", _("delete an agreement"), remove),
    )
    named = _("the title of the agreement in any language, or its uid")
    made = add_record_verbs(found, verbs, ("agreement", _("AGREEMENT"), named), typed.FIELDS)
    made["drop"].add_argument("name", metavar=_("PERSON"), help=_("the signatory or witness"))
    made["drop"].add_argument("--note", default="", metavar=_("TEXT"), help=_("why, or who stands in"))
    made["drop"].add_argument("--back", action="store_true", help=_("they are there after all"))
    made["text"].add_argument("path", type=Path, metavar=_("PATH"), help=_("the file"))
    made["text"].add_argument("--language", choices=("", *LANGUAGES), default="", help=_("the language of the text"))
    paper = made["paper"]
    paper.add_argument("--out", type=Path, required=True, metavar=_("PATH"), help=_("the PDF"))
    kinds = tuple(one.value for one in SigningPaper)
    paper.add_argument("--kind", choices=kinds, default=kinds[0], help=_("the run sheet, or the list for the press"))
    paper.add_argument("--language", choices=LANGUAGES, default="", help=_("the language of the paper"))


def show(arguments: argparse.Namespace) -> int:
    """Print the agreements in the order of signing."""
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
        rows = [row_of(snapshot, one) for one in entering.all_records(store)]
        known = entering.all_records(store)
    if arguments.json:
        output.document(rows)
        return 0
    if arguments.csv:
        output.raw(as_csv([{name: _flat(value) for name, value in row.items()} for row in rows]))
        return 0
    output.table([_line(snapshot, one) for one in known])
    output.say(count("{n} agreement", "{n} agreements", len(known)))
    return 0


def _flat(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return "; ".join(one if isinstance(one, str) else one["name"] for one in value)


def _line(snapshot: Snapshot, one: AgreementRecord) -> dict[str, str]:
    out = ", ".join(snapshot.signatory_name(each) for each in one.dropped)
    return {
        _("Agreement"): one.agreement.title(current().language), _("Kind"): one.agreement.kind.label,
        _("Status"): one.agreement.status.label, _("Parties"): ", ".join(map(snapshot.party_name, one.parties)),
        _("Dropped out"): out,
    }  # fmt: skip


def row_of(snapshot: Snapshot, one: AgreementRecord) -> dict[str, Any]:
    """Return an agreement for programs."""
    agreement = one.agreement
    names = {party.id: snapshot.party_name(party) for party in one.parties}
    event = next((event for event in snapshot.events if event.id == agreement.event_id), None)
    return {
        "uid": agreement.uid, "kind": agreement.kind.value, "title_en": agreement.title_en,
        "title_fr": agreement.title_fr, "title_es": agreement.title_es, "status": agreement.status.value,
        "signed_on": agreement.signed_on.isoformat() if agreement.signed_on else None,
        "event": event.name_en if event else None, "position": agreement.position,
        "announced_value": agreement.announced_value, "actual_value": agreement.actual_value,
        "currency": agreement.currency, "embargo": agreement.embargo.isoformat() if agreement.embargo else None,
        "notes": agreement.notes, "parties": list(names.values()),
        "signatories": [
            {
                "name": snapshot.signatory_name(each), "post": each.post, "party": names.get(each.party_id or 0, ""),
                "part": each.part.value, "dropped_out": each.is_out, "note": each.note,
            }
            for each in one.signatories
        ],
        "unsigned": [snapshot.party_name(party) for party in one.unsigned],
        "texts": [{"name": each.name, "language": each.language, "size": each.size} for each in one.texts],
    }  # fmt: skip


def add(arguments: argparse.Namespace) -> int:
    """Add an agreement as one step."""
    with opened(arguments) as store:
        key = typed.enter_texts(store, None, field_values(arguments.fields, typed.FIELDS))
        return _say(arguments, store, key, _("{agreement} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change an agreement as one step."""
    texts = field_values(arguments.fields, typed.FIELDS)
    with opened(arguments) as store:
        key = typed.enter_texts(store, entering.called(store, arguments.agreement), texts)
        return _say(arguments, store, key, _("{agreement} was changed."))


def drop(arguments: argparse.Namespace) -> int:
    """Note that a signatory dropped out, or is there after all. Raises UserError where nobody is called so."""
    with opened(arguments) as store:
        record, snapshot = entering.called(store, arguments.agreement), store.snapshot()
        who = [one for one in record.signatories if fold(snapshot.signatory_name(one)) == fold(arguments.name)]
        if not who:
            names = ", ".join(map(snapshot.signatory_name, record.signatories))
            raise UserError(_("{name} does not sign this agreement.").format(name=arguments.name), names)
        if arguments.back:
            entering.come_back(store, who)
        else:
            entering.drop_out(store, who, arguments.note)
        return _say(arguments, store, record.agreement.id, _("{agreement} was changed."))


def keep_text(arguments: argparse.Namespace) -> int:
    """Keep the text of an agreement as one step."""
    with opened(arguments) as store:
        record = entering.called(store, arguments.agreement)
        entering.keep_text(store, record, arguments.language, arguments.path)
        return _say(arguments, store, record.agreement.id, _("{agreement} was changed."))


def write_paper(arguments: argparse.Namespace) -> int:
    """Write a paper of signings."""
    language = arguments.language or current().language
    job = papers.make(arguments.out, SigningPaper(arguments.kind), language, datetime.now().astimezone())
    with opened(arguments, read_only=True) as store:
        made = run_now(job, store, output.progress())
    if arguments.json:
        output.document({"path": str(made.path), "withheld": made.withheld})
        return 0
    output.say(_("{name} was written.").format(name=made.path))
    if made.withheld:
        text = count(
            "{n} agreement is under embargo and left out.",
            "{n} agreements are under embargo and left out.",
            made.withheld,
        )
        output.say(text)
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Delete an agreement as one step."""
    with opened(arguments) as store:
        record = entering.called(store, arguments.agreement)
        code = _say(arguments, store, record.agreement.id, _("{agreement} was deleted."))
        entering.remove(store, [record.agreement.id])
        return code


def _say(arguments: argparse.Namespace, store: Store, key: int, sentence: str) -> int:
    record = next(one for one in entering.all_records(store) if one.agreement.id == key)
    if arguments.json:
        output.document(row_of(store.snapshot(), record))
    else:
        output.say(sentence.format(agreement=record.agreement.title(current().language)))
    return 0
