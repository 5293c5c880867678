"""The acts of a user in which every call of the file system fails once, on a mission with two copies beside it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Stop
from missionplanner.domain.moments import Moment
from missionplanner.domain.objectives import Objective
from missionplanner.domain.relationships import Claim, Stage
from missionplanner.domain.requests import Priority
from missionplanner.gui import settings
from missionplanner.jobs.agreements import papers as signing_papers
from missionplanner.jobs.agreements import typed as agreements
from missionplanner.jobs.agreements.papers import SigningPaper
from missionplanner.jobs.calendars import contacts, making
from missionplanner.jobs.companies import attachments, exposures
from missionplanner.jobs.fields import forms
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.reading import ImportOptions, save_rejects
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.moments import composing, writing
from missionplanner.jobs.moments.occasions import Occasion
from missionplanner.jobs.moments.writing import WritingOptions
from missionplanner.jobs.packs import printing, run_list
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.relationships import asking, collecting, evaluations, intent_list, objectives, report_papers
from missionplanner.jobs.relationships import entering as relating
from missionplanner.jobs.relationships.asking import FormsWanted
from missionplanner.jobs.relationships.report_papers import ReportWanted
from missionplanner.jobs.safety import city_copies, merging, privacy
from missionplanner.jobs.selection import decisions, letters
from missionplanner.messages import message
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES
from missionplanner.store.upkeep import backups, passwords
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import DAY, ask_all, key_of, small_mission

PASSWORD = "five words for a test"
SECRET = "a secret of the mission"


@dataclass(frozen=True)
class Act:
    """Something a user does to the mission `m.mission` of a folder."""

    do: Callable[[Path], object]
    before: Callable[[Path], object] = lambda _folder: None
    """Done once, before every call fails."""
    makes: tuple[str, ...] = ()
    """The names of files that may be there afterwards, as patterns."""


def prepare(folder: Path) -> None:
    """Make the mission, a colleague's copy that went on, a damaged copy and a file to import."""
    path = folder / "m.mission"
    with small_mission(path, slots=4) as store:
        ask_all(store, Priority.MEET)
        with store.change(message("Secret")) as change:
            change.update(replace(store.get(Company, 1), notes=SECRET))
        decisions.set_status(store, [key_of(store, "D1"), key_of(store, "D2")], Status.DECLINED, "full")
        attachments.attach(store, key_of(store, "D1"), _file(folder / "a.txt"))
        store.backup(folder / "good.mission")
        store.backup(folder / "theirs.mission")
        backups.keep(store)
    with Store.open(folder / "theirs.mission") as theirs, theirs.change(message("Theirs")) as change:
        change.update(replace(theirs.get(Company, 2), city="Lévis"))
    with Store.open(path) as store, store.change(message("Mine")) as change:
        change.update(replace(store.get(Company, 3), city="Québec"))
    content = bytearray((folder / "good.mission").read_bytes())
    content[-4096 * 3 : -4096] = b"\x5a" * 8192
    (folder / "damaged.mission").write_bytes(content)
    rows = ["Company,City,E-mail", *(f"New {n},Laval,n{n}@new.ca" for n in range(8)), ",Nowhere,nobody@new.ca"]
    (folder / "new.csv").write_text("\n".join(rows), encoding="utf-8")


def _file(path: Path) -> Path:
    path.write_bytes(b"an attachment" * 500)
    return path


def state(path: Path, password: str = "") -> Any:
    """Everything a mission holds, but for what is made anew each time: uids, keys and times."""
    with Store.open(path, read_only=True, password=password) as store:
        return {
            table.name: sorted(json.dumps(_plain(record), default=str) for record in store.all(table.kind))
            for table in TABLES
        }


def _plain(record: Any) -> dict[str, Any]:
    found = {field.name: getattr(record, field.name) for field in fields(record)}
    return {
        name: value for name, value in found.items() if not isinstance(value, datetime) and name not in ("id", "uid")
    }


def opened(folder: Path) -> Store:
    """The mission of a folder."""
    return Store.open(folder / "m.mission")


def _change(folder: Path) -> None:
    with opened(folder) as store, store.change(message("Much")) as change:
        for company in store.all(Company):
            change.update(replace(company, notes="x" * 20_000))


def _undo(folder: Path) -> None:
    with opened(folder) as store:
        store.undo()


def _draft(folder: Path) -> None:
    with opened(folder) as store:
        content = json.dumps({"form": {"city": "typed"}})
        draft = FormDraft(company_id=0, side="delegation", content=content, saved_at=datetime(2026, 1, 1, tzinfo=UTC))
        store.drafts.keep(draft)


def _plan(store: Store, folder: Path) -> ImportPlan:
    found: ImportPlan = run_now(companies.analyse(ImportOptions(folder / "new.csv", Side.DELEGATION)), store)
    return found


def _import(folder: Path) -> None:
    with opened(folder) as store:
        companies.accept(store, _plan(store, folder))


def _rejects(folder: Path) -> None:
    with opened(folder) as store:
        save_rejects(_plan(store, folder), folder / "rejects.csv")


def _backup(name: str) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        with opened(folder) as store:
            store.backup(folder / name)

    return act


def _export(name: str) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        with opened(folder) as store:
            run_now(export.export(folder / name), store)

    return act


def _forms(name: str) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        with opened(folder) as store:
            run_now(forms.write(forms.FormOrder(folder / name, languages=("en",))), store)

    return act


def _packs(single: str) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        with opened(folder) as store:
            keys = frozenset([key_of(store, "D3")])
            options = printing.PackOptions(folder / "packs", companies=keys, single=single)
            run_now(printing.make(options), store)

    return act


def _letters(folder: Path) -> None:
    with opened(folder) as store:
        run_now(letters.announce(letters.compose(store), folder / "letters"), store)


def _run_list(folder: Path) -> None:
    with opened(folder) as store:
        run_now(run_list.make(folder / "run.pdf", "en"), store)


def _calendar(folder: Path) -> None:
    with opened(folder) as store:
        run_now(making.one(folder / "one.ics", lambda found: found.company[key_of(store, "D3")]), store)


def _contacts(folder: Path) -> None:
    with opened(folder) as store:
        run_now(contacts.make(folder / "contacts", contacts.ContactOptions(frozenset([key_of(store, "D3")]))), store)


def _calendars(folder: Path) -> None:
    with opened(folder) as store:
        run_now(making.make(folder / "calendars", making.CalendarOptions(frozenset([key_of(store, "D3")]))), store)


def _moment_letters(folder: Path) -> None:
    with opened(folder) as store:
        occasion = Occasion(Moment.THANKS)
        keys = frozenset(one.key for one in composing.compose(store, occasion))
        run_now(writing.write(WritingOptions(occasion, folder / "thanks", keys)), store)


def _merge(both: bool) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        with opened(folder) as store:
            merging.merge(store, merging.compare(store, folder / "theirs.mission"), both=both)

    return act


def _take(folder: Path) -> None:
    with opened(folder) as store:
        city_copies.take(store, store.all(Stop)[0], folder)


def _attachment(folder: Path) -> None:
    with opened(folder) as store:
        attachments.save_as(store, attachments.of(store, key_of(store, "D1"))[0], folder)


def _person(folder: Path) -> None:
    with opened(folder) as store:
        privacy.save_person(store, 1, folder / "person.json")


def _erase(folder: Path) -> None:
    with opened(folder) as store:
        privacy.erase(store, [1])


def _keep(folder: Path) -> None:
    with opened(folder) as store:
        backups.keep(store)


def _new(folder: Path) -> None:
    new_mission.from_example(folder / "new.mission", "canada-mexico-2026").close()


def _settings(folder: Path) -> None:
    settings.remember_file(folder / "m.mission")
    settings.write("reviewer", "Ana")


def _relate(folder: Path) -> None:
    """Make a relationship with an outcome, an agreement and an objective, so that there is something to write."""
    with opened(folder) as store:
        one, other = (store.get(Company, key_of(store, name)) for name in ("D1", "C1"))
        made = relating.make(store, one, other, DAY)
        relating.say(store, Claim(relationship_id=made.id, teller_id=one.id, told_on=DAY, stage=Stage.NEGOTIATION))
        texts = {"title_en": "Pumps", "status": "ready", "parties": "D1; Ministry", "signatories": "Ana|CEO|D1"}
        agreements.enter_texts(store, None, texts)
        objectives.enter(store, Objective(company_id=one.id, what="distributors"))


def _follow_up_forms(folder: Path) -> None:
    with opened(folder) as store:
        run_now(asking.write(FormsWanted(folder / "asked", 30)), store)


def _answers(folder: Path) -> None:
    with opened(folder) as store:
        collecting.take(store, run_now(collecting.read([folder / "asked"], DAY), store))


def _signing_paper(folder: Path) -> None:
    with opened(folder) as store:
        now = datetime(2026, 2, 16, tzinfo=UTC)
        run_now(signing_papers.make(folder / "signing.pdf", SigningPaper.RUN, "en", now), store)


def _report(name: str) -> Callable[[Path], object]:
    def act(folder: Path) -> None:
        with opened(folder) as store:
            run_now(report_papers.write(ReportWanted(folder / name, DAY)), store)

    return act


def _table_of_evaluations(folder: Path) -> None:
    text = "Company,The briefing pack was useful.\nD1,4\nD2,5\n"
    (folder / "evaluations.csv").write_text(text, encoding="utf-8")


def _evaluations(folder: Path) -> None:
    with opened(folder) as store:
        evaluations.take(store, evaluations.read(store, folder / "evaluations.csv", DAY))


def _intent(folder: Path) -> None:
    with opened(folder) as store:
        intent_list.enter_texts(store, None, {"name": "Franchise", "position": "1"})


def _exposure(folder: Path) -> None:
    with opened(folder) as store:
        company = store.get(Company, key_of(store, "D1"))
        exposures.enter(store, company, {"tariff": "compliant", "markets": "Japan = 60 %", "inputs": "Steel | China"})


def _set(old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: passwords.set_password(folder / "m.mission", old, new)


RESTORED = ("m before restore *.mission",)
ACTS: dict[str, Act] = {
    "change": Act(_change),
    "undo": Act(_undo),
    "draft": Act(_draft),
    "import": Act(_import),
    "rejects": Act(_rejects, makes=("rejects.csv",)),
    "backup": Act(_backup("copy.mission"), makes=("copy.mission",)),
    "save as, over another": Act(_backup("good.mission")),
    "restore": Act(lambda folder: backups.restore(folder / "m.mission", folder / "good.mission"), makes=RESTORED),
    "restore a damaged one": Act(
        lambda folder: backups.restore(folder / "damaged.mission", folder / "good.mission"),
        makes=("damaged before restore *.mission",),
    ),
    "restore as": Act(
        lambda folder: backups.restore_as(folder / "good.mission", folder / "copy.mission"), makes=("copy.mission",)
    ),
    "set a password": Act(_set("", PASSWORD)),
    "remove a password": Act(_set(PASSWORD, ""), _set("", PASSWORD)),
    "workbook": Act(_export("all.xlsx"), makes=("all.xlsx",)),
    "forms": Act(_forms("forms"), makes=("forms", "forms/*")),
    "form": Act(_forms("form.xlsx"), makes=("form.xlsx",)),
    "csv": Act(_export("all.csv"), makes=("all.csv",)),
    "calendar": Act(_calendar, makes=("one.ics",)),
    "packs": Act(_packs(""), makes=("packs", "packs/*.pdf")),
    "packs in one file": Act(_packs("all.pdf"), makes=("packs", "packs/all.pdf")),
    "run list": Act(_run_list, makes=("run.pdf",)),
    "letters": Act(_letters, makes=("letters", "letters/*")),
    "calendars": Act(_calendars, makes=("calendars", "calendars/*.ics")),
    "letters of a moment": Act(_moment_letters, makes=("thanks", "thanks/*.pdf", "thanks/*.eml")),
    "contacts": Act(_contacts, makes=("contacts", "contacts/*.vcf")),
    "merge": Act(_merge(False)),
    "merge both": Act(_merge(True)),
    "take a copy": Act(_take, makes=("m – Mexico City.mission",)),
    "rescue": Act(
        lambda folder: salvage(folder / "damaged.mission", folder / "saved.mission"), makes=("saved.mission",)
    ),
    "follow-up forms": Act(_follow_up_forms, _relate, makes=("asked", "asked/*")),
    "answers": Act(_answers, lambda folder: (_relate(folder), _follow_up_forms(folder))),
    "signing paper": Act(_signing_paper, _relate, makes=("signing.pdf",)),
    "report": Act(_report("report.pdf"), _relate, makes=("report.pdf",)),
    "report as workbook": Act(_report("report.xlsx"), _relate, makes=("report.xlsx",)),
    "evaluations": Act(_evaluations, _table_of_evaluations),
    "intent": Act(_intent),
    "exposure": Act(_exposure),
    "attachment": Act(_attachment, makes=("a.txt", "a 2.txt")),
    "one person": Act(_person, makes=("person.json",)),
    "erase": Act(_erase),
    "kept copy": Act(_keep),
    "new": Act(_new, makes=("new.mission",)),
    "settings": Act(_settings),
}
