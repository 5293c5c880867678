"""A mission with odd values of every kind that a workbook holds."""

from dataclasses import replace

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Gender, Person
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, moment


def fill(store: Store) -> None:
    """Give the companies, people and events values a spreadsheet might take for something else."""
    odd = ("007", "1/2", "=1+1", " two  blanks", "1e5", "TRUE", "+1 514 555 0199", "a\nb\n\nc", "50%", "2026-02-16")
    with store.change(message("Odd")) as change:
        for number, company in enumerate(store.all(Company)):
            text = odd[number % len(odd)]
            change.update(
                replace(company, city=" ".join(text.split()), description=text, notes=odd[-1 - number], country="Mexico",
                        website="https://alba.mx/a?b=1&c=2", employees=1200 + number, consent=number % 2 == 0,
                        phone="+525555550199", language="fr", postal_code="06500")
            )  # fmt: skip
            change.insert(Offering(company_id=company.id, kind=OfferingKind.OFFERS, text="Tomates; 5 kg"))
        for person in store.all(Person):
            change.update(
                replace(person, email="z@alba.mx", phone="+15145550199", languages="en,fr,ja", gender=Gender.OTHER,
                        precedence=3, passport="00123", meets=False, biography="- one\n- two")
            )  # fmt: skip
        stop = change.insert(Stop(name_en="Madrid", time_zone="Europe/Madrid", starts=DAY, ends=DAY))
        change.insert(
            Event(stop_id=1, to_stop_id=stop, kind=EventKind.TRANSFER, name_en="Flight", capacity=12, notes="=A1",
                  starts=moment(9, 7), ends=moment(18, 59))
        )  # fmt: skip
