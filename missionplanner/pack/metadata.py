"""The XMP packet of a file: what it is, and the standards it claims to follow (PDF/UA-1, PDF/A-2a)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{more}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
PRODUCER = "Trade Mission Planner"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The facts a file states about itself."""

    title: str
    language: str
    """A tag such as fr-CA."""
    author: str = ""
    subject: str = ""


def xmp(facts: FileFacts, moment: datetime, version: int = 0) -> bytes:
    """Return the packet; version: 0 for a file that is no numbered print."""
    more = ""
    if facts.author:
        more += f"<dc:creator><rdf:Seq><rdf:li>{clean(facts.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    if facts.subject:
        description = f'<rdf:Alt><rdf:li xml:lang="x-default">{clean(facts.subject)}</rdf:li></rdf:Alt>'
        more += f"<dc:description>{description}</dc:description>\n"
    if version:
        more += f"<xmpMM:VersionID>{version}</xmpMM:VersionID>\n"
    date = moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    written = _XMP.format(title=clean(facts.title), more=more, language=facts.language, producer=PRODUCER, date=date)
    return written.encode("utf-8", "replace")


def clean(text: str) -> str:
    """Return a text as it may stand in XML."""
    return escape("".join(c if c.isprintable() else " " for c in text))
