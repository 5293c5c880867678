"""How sure a meaning is: whether every word of the heading belongs to it, or some say something else."""

from missionplanner.exchange.headings import Heading

_PERSON = "person,delegate,takes part,second,third,name,correspondence,registrant"
_COMPANY = "company,name,takes part,where"
_WRITTEN = "company,takes part,where,market,asks,describes company,offer,speaks,second,delegate"

_BESIDE: dict[str, str] = {
    "name": "company,name,takes part,export,delegate,english,french,spanish,languages",
    "operating_name": "company,name",
    "registration_number": "company,id,name",
    "address": f"{_COMPANY},address,city,region,country,postal code,delegate,person,url",
    "city": f"{_COMPANY},address,delegate,person",
    "region": f"{_COMPANY},address,delegate,person,city",
    "postal_code": f"{_COMPANY},address,delegate,person,city",
    "country": f"{_COMPANY},address,delegate,person",
    "website": "company,url,address,website,social",
    "phone_company": "company,phone,business phone,office phone,switchboard",
    "employees": "counted,company,date,size,employees,asks",
    "year_founded": "year,company,founded,date,counted",
    "sectors": "company,sector,target,existing,delegate,takes part,type",
    "subsectors": "company,sector,type",
    "stops": "takes part,event,delegate,company,who,city,where,available,target",
    "offers": f"{_WRITTEN},offers,export,type",
    "seeks": f"{_WRITTEN},partner,type,who,description,distributor,customer,person,need,target,seek,meet,"
    "wants,objective",
    "wishes": "meet,name,asks,company,target,wants,seek,who,partner",
    "description": f"{_WRITTEN},description,delegate,sector",
    **dict.fromkeys(
        ("description_en", "description_fr", "description_es"), f"{_WRITTEN},description,english,french,spanish"
    ),
    **dict.fromkeys(("offers_en", "offers_fr", "offers_es"), f"{_WRITTEN},offer,export,type,english,french,spanish"),
    **dict.fromkeys(("seeks_en", "seeks_fr", "seeks_es"), f"{_WRITTEN},partner,seek,wants,english,french,spanish"),
    **dict.fromkeys(
        ("position_en", "position_fr", "position_es"), f"{_PERSON},title,position,company,english,french,spanish"
    ),
    "intents": "type,company,meet,wants,intent,business",
    "objectives": "takes part,why,event,company,travel,target,offer,market,objective,meet,who,wants,asks,delegate",
    "markets": "existing,destination,region,country,market,company,asks,where,export,offer,target",
    "partners": "customer,market,asks,partner,distributor,target,company,existing,person",
    "received": "date,received,registrant,year",
    "signed_by": "name,signature,person,delegate",
    "signed_on": "date,signature",
    "applicant": "received,name,application,person,applicant,delegate",
    "full_name": f"{_PERSON},application,who,family name,given name,full name,title,company",
    "given_name": f"{_PERSON},company",
    "family_name": f"{_PERSON},company",
    "second_family_name": f"{_PERSON},family name",
    "email": f"{_PERSON},address,email,company,website",
    "phone": f"{_PERSON},phone,office phone,business phone,country code",
    "mobile": f"{_PERSON},phone,country code",
    "languages": "person,delegate,speaks,english,french,spanish,takes part,languages,second,third,preference,target",
    "speaks_english": "asks,delegate,person,english,languages,speaks",
    "badge_name": "name,person,delegate,given name,full name,preference,family name",
    "position": f"{_PERSON},title,position,company,existing,website",
    "title": f"{_PERSON},title,courtesy",
    "notes": "asks,second,company,delegate,person,notes",
}
"""Concepts that may stand in a heading beside those of its field without making it another's."""
_ALLOWED = {name: frozenset(concepts.split(",")) for name, concepts in _BESIDE.items()}

_SENTENCES = frozenset(
    str.split(
        "seeks offers description description_en description_fr description_es objectives intents stops sectors "
        "subsectors wishes markets partners notes languages employees year_founded applicant badge_name address "
        "postal_code signed_by"
    )
)
"""Fields that forms ask for in whole sentences, in which some words are always unknown."""
_HARMLESS = {"description": 0, "languages": 0, "offers": 0}
"""Fields in whose headings even one unknown word may be what is to be described; beside others one is harmless."""
_TOLERANT = frozenset(
    str.split(
        "consent dietary access_needs emergency_contact declares_origin declares_export_controls declares_integrity"
    )
) | {""}
"""Fields whose headings are long explanations, and nothing, which loses nothing by a doubt."""


def foreign(name: str, heading: Heading, needs: frozenset[str], concepts: frozenset[str]) -> int:
    """How many words and concepts of a heading have no place beside a field.

    needs: the concepts that made the field.
    """
    if name in _TOLERANT:
        return heading.unknown
    return heading.unknown + len(concepts - needs - _ALLOWED.get(name, frozenset()) - {"asks"})


def certainty(name: str, heading: Heading, others: int) -> float:
    """How much of a meaning is left beside words that say something else (others: how many)."""
    if not others:
        return 1.0
    if name in _TOLERANT:
        # A question in which most words are unknown may ask for anything.
        return 0.55 if others > max(3, 1.5 * len(heading.order)) else max(0.75, 1 - 0.05 * others)
    if name in _SENTENCES:
        if others <= max(_HARMLESS.get(name, 1) * (others == heading.unknown), len(heading.order) / 3):
            return 0.78
        return 0.56 if others <= len(heading.order) else 0.45
    # The cells may prove what a heading leaves open: an unknown word beside "e-mail" over addresses.
    return (1.0, 0.56, 0.48)[others] if others < 3 else 0.4
