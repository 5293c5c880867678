"""The rules by which concepts of a heading make a field: a table, of which the first that fits decides."""

from dataclasses import dataclass

from missionplanner.exchange.vocabulary_people import OTHER_PARTIES, SENSITIVE_CONCEPTS

SENSITIVE_FIELDS = frozenset({"dietary", "access_needs", "emergency_contact"})
"""The only fields that sensitive columns may feed."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A field that a heading means where it names all of some concepts and none of others."""

    needs: frozenset[str]
    unless: frozenset[str]
    fields: tuple[tuple[str, float], ...]
    """Fields with how well they suit; "" is nothing the program knows."""


def _rule(needs: str, fields: str, unless: str = "") -> Rule:
    """A rule from texts: concepts and fields between commas, a score after a colon."""
    scored = (one.strip().partition(":") for one in fields.split(","))
    return Rule(_set(needs), _set(unless), tuple((name, float(score or 1)) for name, _colon, score in scored))


def _set(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


_NOT_ASKED = "type,status,id,size,assessment,money,event,social"
_ASKED = "asks,languages,speaks,preference"
_TRANSLATED = f"{_ASKED},{_NOT_ASKED},customer,distributor,partner,person,who,meet"
_OTHER = ",".join(sorted(OTHER_PARTIES))

_PLACES = ("address", "city", "region", "country", "postal code")

# The first rule that fits decides; the order is from what is unmistakable to what is left.
RULES: tuple[Rule, ...] = (
    _rule("time zone", "time_zone", "date,event,person"),
    _rule("city zone", "zone"),
    _rule("office coordinates", "coordinates"),
    _rule("way there", "directions"),
    _rule("meeting place", "meets_at"),
    _rule("tariff status", "tariff", "id,date,money"),
    _rule("bought inputs", "inputs", "counted,date"),
    _rule("origin declaration", "declares_origin", "country,city"),
    _rule("export controls", "declares_export_controls"),
    _rule("integrity", "declares_integrity"),
    # Sensitive before anything else.
    _rule("diet,assessment", ""),
    _rule("emergency", "emergency_contact"),
    _rule("diet", "dietary", "sector,subsector,offer,seek,event,company,wishes"),
    _rule("diet,event", "dietary:0.9", "sector,subsector,offer,seek,company,wishes"),
    _rule("diet,need", "dietary", "sector,subsector"),
    _rule("access", "access_needs", "sector,subsector,market,offer,website,passport"),
    *(
        _rule(concept, "", "sector,subsector")
        for concept in sorted(SENSITIVE_CONCEPTS - {"diet", "access", "emergency"})
    ),
    _rule("status", ""),
    _rule("refused", ""),
    # Answers and signatures.
    _rule("consent,date", "consent_on", "social"),
    _rule("consent", "consent", "social,assessment,money,event,billing,travel,hotel,id"),
    _rule("consent,id", "consent", "social,assessment,money,event,billing,travel,hotel,type"),
    _rule("consent", ":0.8"),
    _rule("signature,date", "signed_on"),
    _rule("signature", "signed_by", "event,company,email,phone,position,target"),
    _rule("signature", ":0.9"),
    _rule("applicant", "applicant", "family name,given name,email,phone,mobile,company,position,date,type,id"),
    _rule("applicant", ":0.9"),
    _rule("badge", "badge_name", "type,id,size,event,company,counted"),
    _rule("badge", ""),
    # What the company does and wants.
    _rule("offer,english", "offers_en", _TRANSLATED),
    _rule("offer,french", "offers_fr", _TRANSLATED),
    _rule("offer,spanish", "offers_es", _TRANSLATED),
    _rule("seek,english", "seeks_en", _TRANSLATED),
    _rule("seek,french", "seeks_fr", _TRANSLATED),
    _rule("seek,spanish", "seeks_es", _TRANSLATED),
    _rule("position,english", "position_en", _ASKED),
    _rule("position,french", "position_fr", _ASKED),
    _rule("position,spanish", "position_es", _ASKED),
    _rule("existing,person,market", "partners", "money,assessment,counted,event,email,phone"),
    _rule("existing,partner,market", "partners", "money,assessment,counted,event"),
    _rule("existing,distributor", "partners", "money,assessment,counted,event,target,boss,name"),
    _rule("existing,customer", "partners:0.55", "money,assessment,counted,event,target,boss,name"),
    _rule(
        "existing,partner", "partners", "money,assessment,counted,event,target,seek,meet,person,delegate,email,phone"
    ),
    _rule("existing partner", "partners", "money,assessment,counted,event,seek,email,phone"),
    _rule("export markets", "markets", "target,money,assessment,type,counted"),
    _rule("export markets,money", "markets:0.75", "target,assessment,type,counted"),
    _rule("intent", "intents", "counted,date,money,email,phone"),
    _rule("wishes,description", "seeks:0.9", "counted,date"),
    _rule("wishes", "wishes", "counted,date,type,seek,assessment,money"),
    _rule("meet,offer", "offers:0.7", "counted,date,seek,target,type,company,who,money"),
    _rule("meet,objective", "objectives:0.9", "counted,date,type"),
    _rule("wishes,type", "seeks:0.9", "counted,date,money"),
    _rule("meet,languages", "languages:0.9", "counted,date"),
    _rule("meet,city", "stops:0.9", "counted,date,travel,hotel,home,former,billing,money,address"),
    _rule("meet,stops", "stops:0.9", "counted,date,travel,hotel,home,former,billing,money,address,company,type"),
    _rule("meet,where", "stops:0.58,wishes:0.5", "counted,date,travel,hotel,home,company,money"),
    _rule("meet,company", "wishes:0.58,:0.5", "counted,date,type,seek,assessment,event,money,address,city"),
    _rule("meet,target", "wishes:0.55,seeks:0.5", "counted,date,assessment,event,money,type"),
    _rule("meet,type", "seeks:0.55,:0.5", "counted,date,assessment,event,money,id"),
    _rule("meet,seek", "seeks:0.9", "counted,date"),
    _rule("meet,who", "seeks:0.55,wishes:0.52", "counted,date"),
    _rule("meet", ":0.9"),
    _rule("export,market", "markets", "target,money,assessment,type,counted"),
    _rule("export,country", "markets", "target,money,assessment,type,counted"),
    _rule("export,where", "markets", "target,money,assessment,type,counted"),
    _rule("export,existing", "markets:0.6", "target,money,assessment,type,counted,asks"),
    _rule("export,country,money", "markets:0.62", "target"),
    _rule("export", "markets:0.4,:0.6", "target,money,assessment,type,counted,company,asks,offer,seek"),
    _rule("existing,market", "markets:0.55", "target,money,assessment,type,counted"),
    _rule("wants", "seeks:0.9"),
    _rule("seek,type,company", "seeks:0.8", "money,event,hotel,travel,assessment"),
    _rule("seek", "seeks", "money,event,hotel,travel,social,assessment,name,email,phone,counted,date,id"),
    _rule("received", "received", "company,name,email,type,event,year,travel,hotel,billing,home,status"),
    _rule(
        "application", "seeks:0.5", "date,name,email,type,status,id,company,person,delegate,money,received,registrant"
    ),
    _rule("received,year", "year_founded:0.7"),
    _rule("received", ":0.7"),
    _rule("founded", "year_founded", "date,type,id,target,city,region,country"),
    _rule("founded,date", "year_founded:0.7", "type,id"),
    _rule("founded,year", "year_founded"),
    _rule("years", ""),
    _rule("year,company", "year_founded:0.6"),
    _rule("description,url", ":0.9", "company"),
    _rule("description,english", "description_en", "sector,seek"),
    _rule("description,french", "description_fr", "sector,seek"),
    _rule("description,spanish", "description_es", "sector,seek"),
    _rule("description,need", "seeks:0.5,description:0.45"),
    _rule("describes company", "description:0.9"),
    _rule("description,offer,company", "description:0.8,offers:0.5", _NOT_ASKED + "," + _OTHER),
    _rule("description,offer", "offers:0.6,description:0.55", _NOT_ASKED + "," + _OTHER),
    _rule("description,sector", "description:0.75,sectors:0.55", _NOT_ASKED + "," + _OTHER),
    _rule(
        "description",
        "description",
        _NOT_ASKED + "," + _OTHER + ",date,customer,target,email,phone,person,delegate,staff,position,counted",
    ),
    _rule("description,delegate", "description:0.7", _NOT_ASKED + "," + _OTHER + ",email,phone,position,counted"),
    _rule("description,person", "description:0.5", _NOT_ASKED + "," + _OTHER),
    _rule("subsector", "subsectors", "customer,target,event,money,assessment"),
    _rule("sector,existing", "sectors:0.7", "customer,event,money,assessment"),
    _rule("sector", "sectors", "customer,event,money,assessment,staff,person,parent,referral,id,email,counted"),
    _rule("stops", "stops", "hotel,travel,money,company,address,home,billing,counted,date,former,bank"),
    _rule("need", "seeks:0.46,:0.42", "sector,offer," + _NOT_ASKED + "," + _OTHER),
    _rule("value proposition", "offers:0.5,:0.45"),
    _rule("offer,country", "markets:0.7", _NOT_ASKED + ",company,counted,target"),
    _rule("offer,need", "seeks:0.55,offers:0.4", _NOT_ASKED),
    _rule("offer,target", "seeks:0.5,offers:0.5", _NOT_ASKED + "," + _OTHER),
    _rule("offer,type", "offers:0.55,:0.5", "money,event,social,assessment,id"),
    _rule(
        "offer",
        "offers",
        "money,event,social,assessment,id,size,date,counted,email,phone,name,customer,asks,why," + _OTHER,
    ),
    _rule("offer,asks", "offers:0.6", "money,event,social,assessment,id,size,date,email,phone,name,customer," + _OTHER),
    _rule("objective", "objectives", "money,email,phone,counted"),
    _rule("why", "objectives:0.85", "money,email,phone,event"),
    _rule("employees", "employees", "email,phone,name,money,position,person,delegate,social,event,travel"),
    _rule("counted,employees", "employees"),
    _rule("registration number", "registration_number", "date,type,country"),
    # Somebody else's, or nothing that is needed here.
    # Address books keep only the address that is billed: where there is no other it is asked about.
    *(
        _rule(f"billing,{place}", f"{place.replace(' ', '_')}:0.45,:0.35", "email,company,name,phone,invoiced")
        for place in _PLACES
    ),
    *(_rule(concept, "") for concept in sorted(OTHER_PARTIES)),
    _rule("counted", ""),
    _rule("website,social", "website:0.55,:0.5", "name,sector,offer,position,company"),
    _rule("phone,social", "phone:0.62", "name,company"),
    _rule("social", ""),
    _rule("notes,assessment", "notes:0.7", "counted,date,money"),
    _rule("given name,event", "given_name:0.9", "date,size,type"),
    _rule("family name,event", "family_name:0.9", "date,size,type"),
    _rule("registrant,name", "full_name:0.55,applicant:0.5"),
    _rule("delegate,name,event", "full_name:0.85"),
    _rule("person,name,event", "full_name:0.85"),
    _rule("size", ""),
    _rule("money", ""),
    _rule("assessment", ""),
    _rule("event,city", "stops:0.55,:0.5", "travel,hotel,home,former,date"),
    _rule("event", "", "badge"),
    _rule("middle", "", "badge"),
    _rule("title,courtesy", "title"),
    _rule("courtesy", "title", "type,id"),
    _rule("nature", "sectors:0.55,:0.5", "date,event"),
    _rule("type", "", "position,offer,title"),
    _rule("id", "", "country,postal code,website"),
    _rule("customer", ""),
    _rule("distributor", ""),
    _rule("speaks,english", "speaks_english", "languages,french,spanish"),
    _rule("languages,english", "speaks_english:0.6,languages:0.55", "french,spanish,speaks"),
    _rule("languages,target", "languages:0.5"),
    _rule("languages,correspondence", ""),
    _rule("languages,preference", "languages:0.5,:0.45"),
    _rule("languages", "languages", "date"),
    _rule("speaks", "languages:0.6"),
    # Names, posts and ways to reach people.
    _rule("boss", "position:0.5,:0.45", "name,email,phone,mobile,full name,given name,family name"),
    _rule("boss", ":0.7"),
    _rule("person,name,position", "full_name:0.9"),
    _rule("person,name,title", "full_name:0.9"),
    _rule("title,name", "title:0.5,position:0.45"),
    _rule("person,position", "full_name:0.6,position:0.57", "email,phone,mobile,name"),
    _rule("position,company", "position", "email,phone,name"),
    _rule("position", "position", "email,phone,mobile,address,city,country,target"),
    _rule("title", "position:0.8,title:0.7"),
    _rule("second family name", "second_family_name"),
    _rule("given name,family name", "full_name"),
    _rule("full name,company", "name", "person,delegate"),
    _rule("full name", "full_name"),
    _rule("second,family name", "second_family_name:0.9", "person,delegate"),
    _rule("family name", "family_name", "company,date,event,asks,export,meet"),
    _rule("given name", "given_name", "company,date,event,asks,export,meet"),
    _rule("common email", "email:0.5,:0.5"),
    _rule("email,website", "website:0.6,email:0.5"),
    _rule("email,address", "email"),
    _rule("email", "email", "company,date,asks"),
    _rule("email,company", "email:0.7,:0.5", "date,asks"),
    _rule("mobile", "mobile", "website,asks"),
    _rule("switchboard", "phone_company", "person,delegate"),
    _rule("office phone", "phone_company:0.72,phone:0.7"),
    _rule("country code,phone", "phone:0.8"),
    _rule("country code", "country:0.8"),
    _rule("country,phone", ""),
    _rule("business phone", "phone:0.72,phone_company:0.7"),
    _rule("phone,company", "phone_company", "person,delegate"),
    _rule("phone", "phone", "asks,date"),
    _rule("website,position", "position"),
    _rule("website", "website", "asks,name"),
    _rule("website,name", "website:0.6"),
    _rule("url", "website:0.9", "asks,name,position,email,date,offer,description"),
    _rule("address,city,region", "address"),
    _rule("address,city,postal code", "address"),
    _rule("address,city,country", "address"),
    _rule("postal code", "postal_code"),
    _rule("address", "address", "asks,date,name,city,region,country"),
    _rule("city,takes part", "stops:0.9", "travel,home,hotel,date,former"),
    _rule("city,target", ":0.6,stops:0.5"),
    _rule("city,available", "stops:0.9"),
    _rule("country,target", ""),
    _rule("country,destination", ""),
    _rule("region,target", ""),
    _rule("country,region", "country:0.6,region:0.55"),
    _rule("city,country", "city:0.55,country:0.5"),
    _rule("city,region", "city:0.6,region:0.55"),
    _rule("city", "city", "date,asks"),
    _rule("entity", "region:0.7,name:0.65"),
    _rule("region", "region", "date,asks"),
    _rule("country", "country", "date,asks,market"),
    _rule("available", "stops:0.55", "date,person,asks"),
    _rule("company,target", "wishes:0.5,:0.48"),
    _rule("target", ""),
    _rule("destination", ""),
    # The company itself, and who speaks for it.
    _rule("company,languages", "name:0.7,operating_name:0.5"),
    _rule("operating name", "operating_name"),
    _rule("firm name", "name", "person"),
    _rule("asks,company", ""),
    _rule("date", "received:0.62,:0.56", "company,name,person,delegate,family name"),
    _rule("date", ""),
    _rule("notes", "notes"),
    _rule("company,website", "website"),
)
