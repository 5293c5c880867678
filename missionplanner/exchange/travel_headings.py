"""The headings of travel agencies' tables: what each column holds, of which leg, and of which of its ends.

The words for coming and going mean two things: the arrival of somebody is a whole leg ("Arr. flight"), and the arrival
of a flight is the end of any leg ("Leg 2 arr"). All headings of a table together say which of them it means.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from missionplanner.domain.spelling import fold
from missionplanner.exchange.meanings import meaning


class What(StrEnum):
    """The things columns hold."""

    NAME = "name"
    GIVEN = "given"
    FAMILY = "family"
    SECOND_FAMILY = "second family"
    COMPANY = "company"
    FLIGHT = "flight"
    DAY = "day"
    CLOCK = "clock"
    MOMENT = "moment"
    PLACE = "place"
    SEGMENTS = "segments"
    HOTEL = "hotel"
    ROOM_KIND = "room kind"
    ROOM = "room"
    MATE = "mate"
    CHECK_IN = "check-in"
    CHECK_OUT = "check-out"
    BOOKING = "booking"
    CITY = "city"
    NOTE = "note"
    WAY = "way"
    """Whether somebody comes or goes, of a table with a row a leg."""


@dataclass(frozen=True, slots=True)
class TravelColumn:
    """A column of a table with its meaning."""

    heading: str
    what: What | None = None
    """None where it means nothing here."""
    leg: str = ""
    """The leg it belongs to: "1", "2", "out", "back"; empty where the row has only one."""
    end: str = ""
    """dep or arr: which end of the leg; empty where it does not say."""
    counted: bool = False
    """Whether its leg goes by a word that only legs have, such as "Leg 1" or "retour"."""


_ARRIVES = (
    r"arr|anreise|arrivals?|arrives?|arriving|arrivee?s?|llegadas?|llega|ankunft|ank|chegadas?|landing|lands|landung|eta|sta|"
    r"atterrissage|aterrizaje|an"
)
_LEAVES = (
    r"dep|depart|departs?|departures?|departing|departs|salidas?|sale|abflug|abf|abreise|partidas?|saidas?|take ?off|"
    r"etd|std|decollage|despegue|ab"
)
_BACK = r"retour|return|returning|regreso|vuelta|ruckflug|ruckreise|heimreise|heimflug|volta|regresso"
_OUT = r"aller|outward|onward|ida|hinflug|hinreise"
_LEG = re.compile(
    r""
    r"\b(?:leg|segment|segmento|tramo|trecho|troncon|etape|strecke|teilstrecke|abschnitt|sector|flight|vol|vuelo|flug|voo|connection|correspondance|conexion)\s?(?:no|n|nr|num)?\s?([1-9])\b|"
    r"\b([1-9])(?:st|nd|rd|th|er|e|eme|o|a)?\s?(?:leg|segment|segmento|tramo|trecho|troncon|strecke|flight|vol|vuelo|flug|voo)\b"
)
_WORDS: tuple[tuple[What, str], ...] = (
    (What.CHECK_IN,
        r"check ?in|checkin|fecha de entrada|entrada|arrivee? (?:a l )?hotel|einchecken|"
        r"hotel (?:from|ab|von|desde|du)|anreise hotel|ci"),
    (What.CHECK_OUT,
        r"check ?out|checkout|fecha de salida (?:del )?hotel|saida hotel|depart (?:de l )?hotel|auschecken|"
        r"hotel (?:to|bis|hasta|au)|abreise hotel|co"),
    (What.MATE,
        r"(?:shares?|sharing|shared) with|share|room ?mate|roommate|partage\w*(?: la chambre)?(?: avec)?|"
        r"compart\w+(?: con| com)?|teilt(?: zimmer)? mit|zimmerpartner|zimmergenosse|mitbewohner|acompanante|"
        r"companero de cuarto|colocataire|divide\w* com|zimmer mit|with"),
    (What.ROOM,
        r"room (?:no|nr|number|#)|no (?:de )?(?:chambre|habitacion)|numero de (?:chambre|habitacion|quarto)|"
        r"zimmer ?(?:nr|nummer)"),
    (What.ROOM_KIND,
        r"room(?: type| wanted| kind| category)?|type of room|chambres?|type de chambre|habitacion\w*|"
        r"tipo de (?:habitacion|quarto|cuarto)|zimmer\w*|quartos?|acomoda\w+|occupancy|occupation|ocupacion|belegung"),
    (What.HOTEL,
        r"hotels?|alojamiento|hebergement|unterkunft|hospedaje|hospedagem|alojamento|accommodation|lodging|property"),
    (What.BOOKING,
        r"booking|pnr|record locator|locator|localizador|reservation|reserva|reservierung|buchung\w*|dossier|file|"
        r"confirmation|buchungscode|code de reservation"),
    (What.CLOCK, r"times?|heures?|horas?|horarios?|uhrzeit|zeit|uhr|hrs|hour|orario|eta|etd|sta|std"),
    (What.DAY, r"dates?|day|fechas?|jours?|dias?|datum|tag|datas?"),
    (What.FLIGHT,
        r"flights?|vols?|vuelos?|flug(?:nummer|nr|no)?|voos?|flt|train|tren|zug|comboio|flight (?:no|number)|"
        r"numero (?:de|du) (?:vol|vuelo|voo)"),
    (What.PLACE,
        r"airports?|aeroports?|aeropuertos?|flughafen|aeroportos?|apt|from|to|de|desde|hasta|a|von|nach|origin\w*|origen|"
        r"destin\w+|origem|ziel\w*|start\w*|para|terminal|station|gare|bahnhof|ab|an|city pair|place|lieu|lugar|ort"),
    (What.SEGMENTS,
        r"itinerar\w+|itinerair\w+|routing|route|segments?|reiseverlauf|reiseroute|ruta|rota|trajet|trayecto|roteiro"),
    (What.NAME,
        r"passengers?|clientes?|clients?|pax|travell?ers?|guests?|names?|noms?|nombres?|voyageurs?|passagers?|pasajeros?|viajeros?|"
        r"huesped\w*|reisende[rn]?|passagiere?|gast|gaste|passageiros?|hospedes?|viajantes?|participants?|"
        r"teilnehmer\w*|delegates?|person|personne|persona|attendee|full name|nom complet|nombre completo"),
    (What.COMPANY,
        r"compan(?:y|ies)|organi[sz]ations?|entreprises?|societe|empresas?|organizacion|organisation|firm(?:a|en)|"
        r"unternehmen|companhia|organizacao"),
    (What.CITY, r"city|ville|ciudad|stadt|cidade|stop|etape"),
    (What.WAY,
        r"sentido|sens|direction|direccion|direcao|richtung|movement|mouvement|movimiento|in out|arr dep"),
    (What.NOTE,
        r"notes?|remarks?|comments?|remarques?|commentaires?|observa\w+|comentarios?|notas?|bemerkung\w*|"
        r"anmerkung\w*|hinweis\w*|obs"),
)  # fmt: skip
"""The words for what a column holds, folded; the first that is in a heading counts."""
_GIVEN = r"given|first ?name|forenames?|prenoms?|vornamen?|nombre s|nombres? de pila|primeiro nome|nome proprio"
_FAMILY = (
    r"family|last ?name|surnames?|apellidos?|nachnamen?|familiennamen?|nom de famille|apelidos?|sobrenomes?|zuname"
)
_ORIGIN = r"from|desde|von|origin\w*|origen|origem|board point"
_DESTINATION = r"to|hasta|nach|destin\w+|ziel\w*|off point"
_WHOLE = (
    r"full|whole|complete?|complet[oa]?|passengers?|guests?|travell?ers?|pax|"
    r"pasajeros?|voyageurs?|passagers?|huesped\w*"
)
_IS_NO_TIME = re.compile(
    r"\b(counts?|price|fare|seat|meal|class|classe|clase|status|pax count|number of|nights?|nuits?|noches?)\b"
)


def columns_of(headings: Sequence[str]) -> list[TravelColumn]:
    """Return what the columns of a table hold."""
    found = [_column(heading) for heading in headings]
    # Who receives people calls their arrival inbound, who sends them away calls it outbound.
    received = any(one.leg == "inbound" for one in found)
    names = {"inbound": "out", "outbound": "back" if received else "out"}
    found = _in_parts([replace(one, leg=names.get(one.leg, one.leg)) for one in found])
    if not any(one.what in _OF_FLIGHTS for one in found) and any(one.what in _OF_NIGHTS for one in found):
        return [_of_night(one) for one in found]
    if any(one.counted for one in found):
        return _filled(found, [bool(one.counted) for one in found])
    flights = [one for one in found if one.what in (What.FLIGHT, What.SEGMENTS)]
    days = [one for one in found if one.what in (What.DAY, What.MOMENT)]
    by_ends = len(flights) > 1 or any(one.end for one in flights) or (not flights and len(days) > 1)
    if not by_ends:
        return found
    legs = [replace(one, leg={"arr": "out", "dep": "back"}.get(one.end, "")) for one in found]
    return _filled(legs, [bool(one.leg) for one in legs])


def _in_parts(columns: list[TravelColumn]) -> list[TravelColumn]:
    """Return columns in which the name beside a given or a family name is the other of the two: "Nom, Prénom"."""
    there = {column.what for column in columns}
    others = {What.GIVEN: What.FAMILY, What.FAMILY: What.GIVEN}
    parts = there & others.keys()
    names = [column for column in columns if column.what is What.NAME]
    if len(parts) != 1 or len(names) != 1 or _has(_WHOLE, fold(names[0].heading)):
        return columns
    other = others[parts.pop()]  # type: ignore[index]
    return [replace(one, what=other) if one is names[0] else one for one in columns]


def way_of(cell: str) -> str:
    """Return the leg by which a cell says that somebody comes (out) or goes (back); empty for neither."""
    text = re.sub(r"[^\w]+", " ", fold(cell)).strip()
    if leg := {"in": "out", "out": "back", "inbound": "out", "outbound": "back"}.get(text) or _leg(text):
        return leg if leg in ("out", "back") else ""
    return {"arr": "out", "dep": "back"}.get(_end(text), "")


_OF_FLIGHTS = (What.FLIGHT, What.SEGMENTS, What.CLOCK, What.PLACE)
_OF_NIGHTS = (What.HOTEL, What.ROOM_KIND, What.MATE, What.CHECK_IN, What.CHECK_OUT)


def _of_night(column: TravelColumn) -> TravelColumn:
    """Return a column of a table of rooms alone: who arrives there checks in."""
    nights = {"arr": What.CHECK_IN, "dep": What.CHECK_OUT}
    leg = {"out": "arr", "back": "dep"}.get(column.leg, "")
    if column.what in (What.DAY, What.MOMENT) and (what := nights.get(column.end or leg)):
        return replace(column, what=what, leg="", end="", counted=False)
    return column


def _filled(columns: list[TravelColumn], has_leg: Sequence[bool]) -> list[TravelColumn]:
    """Give columns that do not say their leg that of those before; of those behind, where they come first."""
    places = [place for place, column in enumerate(columns) if column.what in _OF_LEGS]
    # "Flight, Arrival date, Time, Flight, Departure date, Time": the flights stand before the dates of their legs.
    first = columns[places[0]].what if places and not has_leg[places[0]] else None
    found, before = list(columns), ""
    for n, place in enumerate(places):
        behind = next((columns[later].leg for later in places[n:] if has_leg[later]), "")
        before = columns[place].leg if has_leg[place] else before
        leg = behind if columns[place].what is first or not before else before
        found[place] = replace(columns[place], leg=columns[place].leg if has_leg[place] else leg)
    return found


_OF_LEGS = (What.FLIGHT, What.DAY, What.CLOCK, What.MOMENT, What.PLACE, What.SEGMENTS)


def _column(heading: str) -> TravelColumn:
    text = re.sub(r"[^\w]+", " ", fold(heading.replace("°", " ").replace("#", " no "))).strip()
    if not text or _IS_NO_TIME.search(text):
        return TravelColumn(heading)
    leg = _leg(text)
    rest = _LEG.sub(" ", text).strip() if leg.isdigit() else text
    end = _end(rest)
    what = _what(rest, text)
    if what is None and (leg or end):
        what = _left(rest, leg, end)
    if what is None:
        what = _of_registration(heading)
    if what is What.PLACE and not end:
        end = _way(rest)
    is_of_leg = what in _OF_LEGS
    return TravelColumn(heading, what, leg if is_of_leg else "", end if is_of_leg else "", bool(leg) and is_of_leg)


def _way(rest: str) -> str:
    """Return which end a place is: short words such as "de" and "a" say so only where they stand alone."""
    for words, end in ((_DESTINATION, "arr"), (_ORIGIN, "dep")):
        if _has(words, rest):
            return end
    return {"de": "dep", "ab": "dep", "a": "arr", "an": "arr", "para": "arr"}.get(rest, "")


def _leg(text: str) -> str:
    if found := _LEG.search(text):
        return found.group(1) or found.group(2)
    for word in ("inbound", "outbound"):
        if _has(word, text):
            return word
    if _has(_BACK, text):
        return "back"
    return "out" if _has(_OUT, text) else ""


def _end(text: str) -> str:
    arrives, leaves = _has(_ARRIVES, text), _has(_LEAVES, text)
    return "arr" if arrives and not leaves else "dep" if leaves and not arrives else ""


def _what(rest: str, text: str) -> What | None:
    if _has(_GIVEN, text):
        return What.NAME if _has(_FAMILY, text) else What.GIVEN
    if _has(_FAMILY, text):
        return What.SECOND_FAMILY if _has(r"second|segundo|materno|deuxieme", text) else What.FAMILY
    is_day, is_clock = _has(dict(_WORDS)[What.DAY], rest), _has(dict(_WORDS)[What.CLOCK], rest)
    for what, words in _WORDS:
        if _has(words, rest):
            return What.MOMENT if is_day and is_clock and what is What.CLOCK else what
    return None


def _left(rest: str, leg: str, end: str) -> What | None:
    """Return what a column holds whose heading says nothing but the leg or the end: "Inbound", "Leg 1", "Leg 1 dep"."""
    if end:
        return What.CLOCK if leg else What.MOMENT
    only_leg = not re.sub(rf"\b(?:{_OUT}|{_BACK}|inbound|outbound)\b", "", rest).strip()
    return What.SEGMENTS if only_leg and leg else None


_REGISTRATION = {
    "full_name": What.NAME, "given_name": What.GIVEN, "family_name": What.FAMILY, "name": What.COMPANY,
    "second_family_name": What.SECOND_FAMILY, "city": What.CITY, "notes": What.NOTE,
}  # fmt: skip


def _of_registration(heading: str) -> What | None:
    """Return what the headings of registrations say."""
    return _REGISTRATION.get(meaning(heading).field)


def _has(words: str, text: str) -> bool:
    return bool(re.search(rf"\b(?:{words})\b", text))
