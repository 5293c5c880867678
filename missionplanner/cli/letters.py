"""The command letters: the letters of a moment, their drafts, and what is noted at them."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import add_filters, company_filter
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, natural_number
from missionplanner.domain.advice import AdviceKind
from missionplanner.domain.letters import KINDS
from missionplanner.domain.moments import READY, LetterMark, Moment, OwnMoment
from missionplanner.errors import UserError
from missionplanner.i18n import OWN_NAMES, _, count, current
from missionplanner.jobs.advice import advising
from missionplanner.jobs.job import run_now
from missionplanner.jobs.moments import composing, own_moments, writing
from missionplanner.jobs.moments.attached import AttachedOptions, LetterFile
from missionplanner.jobs.moments.composing import MomentDraft
from missionplanner.jobs.moments.enclosures import MOST_MB, Enclosures
from missionplanner.jobs.moments.occasions import MomentBasis, Occasion, SentTo, basis_of
from missionplanner.jobs.moments.writing import DraftForm, WritingOptions
from missionplanner.jobs.safety.in_the_open import warning
from missionplanner.jobs.selection import letters as decisions
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

DECISIONS = tuple(kind.value for kind in KINDS)
MOMENTS = (*DECISIONS, *READY)


def add_commands(commands: Any) -> None:
    """Add letters."""
    text = _("list the letters of a moment, write them as drafts, or note that they went out or were answered")
    found = add_command(commands, "letters", text, run)
    text = _("the occasion: {moments}, or the name of one of your own; all are listed if left out")
    found.add_argument("--moment", default="", metavar=_("NAME"), help=text.format(moments=", ".join(MOMENTS)))
    text = _("write the drafts into this folder; without it the letters are listed")
    found.add_argument("--out", type=Path, default=None, metavar=_("DIR"), help=text)
    text = _("a file for each letter, one mailbox, or a table for mail merge: {forms}")
    text = text.format(forms=", ".join(DraftForm))
    found.add_argument("--as", dest="form", choices=tuple(DraftForm), default=DraftForm.EML, help=text)
    text = _("attach the letter itself, on the office’s paper or as PDF: {forms}").format(forms=", ".join(LetterFile))
    found.add_argument("--letter", choices=tuple(LetterFile), default=LetterFile.NONE, help=text)
    text = _("attach this file to every mail; repeatable")
    found.add_argument("--attach", action="append", type=Path, default=[], metavar=_("PATH"), help=text)
    text = _("attach to each mail the pack of who it is to, from the folder packs were printed into")
    found.add_argument("--packs", type=Path, default=None, metavar=_("DIR"), help=text)
    text = _("write nothing where a mail would be larger than so many megabytes")
    found.add_argument("--most-mb", type=natural_number, default=MOST_MB, metavar="N", help=text)
    text = _(
        "invite to each meeting and event, and cancel what fell away, each by a mail that is answered to this address"
    )
    found.add_argument("--invite", default="", metavar=_("ADDRESS"), help=text)
    found.add_argument("--again", action="store_true", help=_("also letters that were written before"))
    text = _("who of a company gets it: {codes}").format(codes=", ".join(SentTo))
    found.add_argument("--to", choices=tuple(SentTo), default=SentTo.COMPANY, metavar=_("WHO"), help=text)
    text = _("a letter for each person instead of one a company")
    found.add_argument("--per-person", dest="to", action="store_const", const=SentTo.PEOPLE, help=text)
    text = _("the day that is written about; the next one if left out")
    found.add_argument("--day", default="", metavar=_("DATE"), help=text)
    text = _("remind only of this moment")
    found.add_argument("--of", choices=tuple(READY), default=None, metavar=_("NAME"), help=text)
    text = _("remind of what was not answered after so many days, or tell of steps that are due in as many")
    found.add_argument("--after", type=natural_number, default=7, metavar="N", help=text)
    text = _("write the first letter to this address, to try it out")
    found.add_argument("--test", default="", metavar=_("ADDRESS"), help=text)
    text = _("note at the letters that were written: {marks}").format(marks=", ".join(LetterMark))
    found.add_argument("--note", choices=tuple(LetterMark), default=None, metavar=_("MARK"), help=text)
    found.add_argument("--add", action="store_true", help=_("add the moment to your own, for the side of --side"))
    found.add_argument("--asks", action="store_true", help=_("with --add: an answer is asked for"))
    found.add_argument("--remove", action="store_true", help=_("delete the moment, which is one of your own"))
    add_filters(found)


def run(arguments: argparse.Namespace) -> int:
    """List, write or mark letters. Raises UserError for options that do not go together."""
    changes = arguments.out or arguments.note or arguments.add or arguments.remove
    with opened(arguments, read_only=not changes) as store:
        if not arguments.moment or arguments.add or arguments.remove:
            return _moments(arguments, store)
        ids = set(store.companies.ids(company_filter(store, arguments)))
        if arguments.moment in DECISIONS:
            return _decisions(arguments, store, ids)
        occasion = _occasion(arguments, store)
        found = composing.compose(store, occasion, ids)
        if arguments.note:
            return _note(arguments, store, found)
        if arguments.test:
            return _try(arguments, store, found)
        if arguments.out is None:
            return _show(arguments, found)
        return _write(arguments, store, occasion, writing.to_write(found, arguments.again))


def _occasion(arguments: argparse.Namespace, store: Store) -> Occasion:
    moment, own = own_moments.named(store, arguments.moment)
    day = typed_day(arguments.day, (store.mission.starts, store.mission.ends))
    of = Moment(arguments.of) if arguments.of else None
    asks = _asks(store) if moment is Moment.STOPS and not arguments.note else frozenset()
    return Occasion(moment, day, arguments.after, SentTo(arguments.to), own, of, asks)


def _along(arguments: argparse.Namespace) -> AttachedOptions:
    enclosures = Enclosures(tuple(arguments.attach), arguments.packs, arguments.most_mb)
    return AttachedOptions(LetterFile(arguments.letter), enclosures, arguments.invite)


def _asks(store: Store) -> frozenset[tuple[int, int]]:
    """Return the fewest companies to ask to come to other stops so that all requests can be held, with these stops."""
    advised = run_now(advising.advise(advising.SECONDS), store, output.progress())
    found = (one for one in advised.findings.advice if one.kind is AdviceKind.ASK)
    return frozenset(ask for one in found for ask in one.asks)


def _moments(arguments: argparse.Namespace, store: Store) -> int:
    """Add or remove a moment of the mission's own, or list all moments with the letters that are to be written."""
    if arguments.add:
        own_moments.save(store, OwnMoment(name=arguments.moment, side=arguments.side, asks=arguments.asks))
    elif arguments.remove:
        moment, uid = own_moments.named(store, arguments.moment)
        if moment is not Moment.OWN:
            text = _("This moment comes with the program.")
            raise UserError(text, _("Moments of your own are listed without --moment."))
        own_moments.remove(store, next(one for one in store.all(OwnMoment) if one.uid == uid))
    basis = basis_of(store)
    occasions = [*map(Occasion, READY), *(Occasion(Moment.OWN, own=one.uid) for one in basis.own)]
    rows = [(_code(basis, one), writing.to_write(composing.composed(basis, one))) for one in occasions]
    if arguments.json:
        output.document([{"moment": code, "waiting": len(found)} for code, found in rows])
    else:
        names = [basis.called(one, current()) for one in occasions]
        table = [
            {_("Moment"): name, _("Name"): code, _("To be written"): str(len(found))}
            for name, (code, found) in zip(names, rows, strict=True)
        ]
        output.table(table)
    return 0


def _code(basis: MomentBasis, occasion: Occasion) -> str:
    return basis.own_by_uid[occasion.own].name if occasion.own else occasion.moment.value


def _decisions(arguments: argparse.Namespace, store: Store, ids: set[int]) -> int:
    """List or write the letters about a decision that was not announced yet; each is announced once."""
    found = [one for one in decisions.compose(store, ids) if one.kind == arguments.moment]
    if arguments.out:
        run_now(decisions.announce(found, arguments.out), store, output.progress())
        note = warning(store)
    if arguments.json:
        output.document([{"company": one.company, "recipient": one.recipient, "state": "waiting"} for one in found])
    elif arguments.out:
        output.say(count("{n} letter was written.", "{n} letters were written.", len(found)))
        output.note(note)
    else:
        output.table([{_("Company"): one.company, _("Recipient"): one.recipient or _("(no address)")} for one in found])
        output.say(count("{n} letter", "{n} letters", len(found)))
    return 0


def _show(arguments: argparse.Namespace, found: list[MomentDraft]) -> int:
    if arguments.json:
        output.document([_row(one) for one in found])
        return 0
    output.table([_in_words(one) for one in found])
    output.say(count("{n} letter", "{n} letters", len(found)))
    return 0


def _write(arguments: argparse.Namespace, store: Store, occasion: Occasion, found: list[MomentDraft]) -> int:
    keys = frozenset(one.key for one in found)
    options = WritingOptions(occasion, arguments.out, keys, DraftForm(arguments.form), _along(arguments))
    done = run_now(writing.write(options), store, output.progress())
    if arguments.json:
        output.document([{**_row(one), "file": name} for one, name in done.letters])
        return 0
    output.say(writing.words(done))
    for sentence in writing.remarks(done):
        output.say(sentence)
    output.note(warning(store))
    return 0


def _try(arguments: argparse.Namespace, store: Store, found: list[MomentDraft]) -> int:
    if not found or arguments.out is None:
        text = _("There is no letter to try out.") if arguments.out else _("A letter to try out needs a folder.")
        raise UserError(text, _("List the letters first; --out says where it is written."))
    name = _("Letter to try out")
    target = arguments.out / f"{name}.eml"
    made = run_now(writing.trial(found[0], target, arguments.test, _along(arguments)), store)
    if arguments.json:
        output.document({"path": str(made)})
    else:
        output.say(str(made))
    return 0


def _note(arguments: argparse.Namespace, store: Store, found: list[MomentDraft]) -> int:
    mark = LetterMark(arguments.note)
    number = writing.note(store, writing.last_letters(store, found), mark)
    if arguments.json:
        output.document({"noted": number, "mark": mark.value})
    else:
        letters = count("{n} letter", "{n} letters", number)
        output.say(_("{mark}: {letters}").format(mark=mark.label, letters=letters))
    return 0


def _row(one: MomentDraft) -> dict[str, Any]:
    return {
        "company": one.company,
        "person": one.person or None,
        "recipient": one.recipient,
        "language": one.language,
        "subject": one.subject,
        "about": one.about,
        "state": one.state.value,
        "obstacle": one.obstacle or None,
    }


def _in_words(one: MomentDraft) -> dict[str, str]:
    """Return a row as people read it, heading to text."""
    return {
        _("Company"): one.company,
        _("Person"): one.person,
        _("Recipient"): one.recipient or _("(no address)"),
        _("Language"): OWN_NAMES[one.language],
        _("State"): one.obstacle or one.state.label,
    }
