"""How the people of companies share their meetings: put in words, read from words, set for several at once."""

import re
from collections.abc import Iterable
from dataclasses import replace

from missionplanner.domain import bounds
from missionplanner.domain.companies import ATTENDEES_LABELS, AttendeesBy, Company
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import LANGUAGES, _, translator
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store

_RULE = re.compile(r"\s*(?P<name>[^\d,;:]*?)\s*[,;:]?\s*(?P<most>\d+)?\s*$")


def read(text: str) -> tuple[AttendeesBy, int | None]:
    """Return the rule and the most people at a meeting of a text, in any language.

    Raises UserError for a text that names no rule.
    """
    found = _RULE.match(text)
    rule = _spellings().get(fold(found["name"])) if found else None
    if found is None or rule is None:
        rules = ", ".join(one.label for one in AttendeesBy)
        raise UserError(
            _("“{text}” does not say who attends.").format(text=text),
            _("Write one of these, and a number where not all of them attend: {rules}.").format(rules=rules),
        )
    return rule, int(found["most"]) if found["most"] else None


def set_rule(store: Store, companies: Iterable[int], rule: AttendeesBy, most: int | None) -> int:
    """Have companies share their meetings out in a way, as one step; return how many did otherwise before.

    Raises UserError for a number of people that cannot be.
    """
    changed = [
        replace(company, attendees_by=rule, attendees_most=most)
        for company in store.where(Company, "id", companies)
        if (company.attendees_by, company.attendees_most) != (rule, most)
    ]
    if changed and (problems := bounds.problems(changed[0])):
        raise UserError(next(iter(problems.values())))
    label = (
        message("Share out the meetings of {company}", company=changed[0].named)
        if len(changed) == 1
        else counted_message(
            "Share out the meetings of {n} company", "Share out the meetings of {n} companies", len(changed)
        )
    )
    with store.change(label) as change:
        for company in changed:
            change.update(company)
    return len(changed)


def _spellings() -> dict[str, AttendeesBy]:
    """Return the rules by their codes and their labels in each language."""
    found = {fold(rule.value): rule for rule in AttendeesBy}
    for rule, label in ATTENDEES_LABELS.items():
        found.update({fold(translator(language)(label)): rule for language in LANGUAGES})
    return found
