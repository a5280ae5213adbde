"""From drawn pages to an archival, accessible file: PDF/A-3a and PDF/UA-1 in one (recipe: the
structure tree, the field of the seal, XMP, the colour profile, the plan as data, the outline)."""

import io
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from caseplanner import paths
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.tagging import Element, Mark, Place, TaggedCanvas
from caseplanner.words import _

FIELD = "Seal"
ATTACHMENT = "plan.json"
PRODUCER = "caseplanner"
PRINT, FIELD_LOCKED_BY_SEAL = 4, 3  # annotation flag; SigFlags: signatures exist, append only


def finish(
    drawn: bytes, canvas: TaggedCanvas, root: Element, edition: Edition, title: str
) -> bytes:
    """The plan, unsigned. The same input gives the same bytes."""
    data = edition.package()
    return _finished(drawn, canvas, root, title, edition.language, edition.made_at, data)


def plain(
    drawn: bytes, canvas: TaggedCanvas, root: Element, title: str, language: str, at: datetime
) -> bytes:
    """A paper that is no plan: no data for programs inside, and no place for a seal."""
    return _finished(drawn, canvas, root, title, language, at, b"")


def _finished(
    drawn: bytes,
    canvas: TaggedCanvas,
    root: Element,
    title: str,
    language: str,
    at: datetime,
    data: bytes,
) -> bytes:
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        _tree(pdf, canvas, root)
        _metadata(pdf, language, title, at.astimezone(UTC).replace(microsecond=0))
        _colours(pdf)
        if data:
            _attach(pdf, data, at)
        _outline(pdf, canvas)
        out = io.BytesIO()
        pdf.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            force_version="1.7",
        )
    return out.getvalue()


class _Tree:
    """Writes the structure tree and remembers which element owns which marked content."""

    def __init__(self, pdf: Pdf, seal: Place | None) -> None:
        self._pdf, self._seal = pdf, seal
        self._pages = [page.obj for page in pdf.pages]
        self.owners: list[list[Any]] = [[] for _page in self._pages]
        self.form: Any = None

    def write(self, element: Element, parent: Any) -> Any:
        made = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        if element.alt:
            made.Alt = String(element.alt)
        if element.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        if element.box:
            box = Array([round(side, 2) for side in element.box])
            made.A = Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block)
        if element.widget and self._seal:
            self.form = made
            made.Pg = self._pages[self._seal.page]
        else:
            made.K = Array([self._part(part, made) for part in element.parts])
        return made

    def _part(self, part: Element | Mark, owner: Any) -> Any:
        if isinstance(part, Element):
            return self.write(part, owner)
        owned = self.owners[part.page]
        owned.extend([None] * (part.mcid + 1 - len(owned)))
        owned[part.mcid] = owner
        return Dictionary(Type=Name.MCR, Pg=self._pages[part.page], MCID=part.mcid)


def _tree(pdf: Pdf, canvas: TaggedCanvas, root: Element) -> None:
    seal = canvas.seal
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Tree(pdf, seal)
    tree.K = writer.write(root, tree)
    numbers: list[Any] = []
    for number, (page, owned) in enumerate(zip(pdf.pages, writer.owners, strict=True)):
        page.obj.StructParents = number
        page.obj.Tabs = Name.S
        numbers += [number, pdf.make_indirect(Array(owned))]
    if seal:
        field = _field(pdf, seal, len(writer.owners))
        # One dictionary, not a list of one: with a list pyHanko takes its own signature for a
        # change (0.38, diff_analysis/form_rules_api.py).
        page_of_seal = pdf.pages[seal.page].obj
        writer.form.K = Dictionary(Type=Name.OBJR, Obj=field, Pg=page_of_seal)
        numbers += [len(writer.owners), writer.form]
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    tree.ParentTreeNextKey = len(writer.owners) + bool(seal)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _field(pdf: Pdf, seal: Place, parent: int) -> Any:
    """The empty field of the seal: a dashed box, so that it needs no font."""
    box = pdf.make_stream(
        b"q 0.52 0.486 0.431 RG 0.8 w [4 3] 0 d "
        + f"1 1 {seal.width - 2:g} {seal.height - 2:g} re S Q".encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, seal.width, seal.height]),
        Resources=Dictionary(),
    )
    corners = (seal.x, seal.y, seal.x + seal.width, seal.y + seal.height)
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(FIELD),
            TU=String(_("Seal of this file")),
            Rect=Array([round(corner, 2) for corner in corners]),
            F=PRINT,
            P=pdf.pages[seal.page].obj,
            StructParent=parent,
            AP=Dictionary(N=box),
        )
    )
    pdf.pages[seal.page].obj.Annots = pdf.make_indirect(Array([field]))
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=Array([field]), SigFlags=FIELD_LOCKED_BY_SEAL)
    )
    return field


def _metadata(pdf: Pdf, language: str, title: str, at: datetime) -> None:
    xmp = XMP.format(
        title=escape(title),
        language=escape(language),
        producer=PRODUCER,
        at=at.isoformat().replace("+00:00", "Z"),
    ).encode()
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
    pdf.Root.Lang = String(language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    stamp = at.strftime("D:%Y%m%d%H%M%SZ")
    pdf.docinfo[Name.Title] = String(title)
    pdf.docinfo[Name.Producer] = String(PRODUCER)
    pdf.docinfo[Name.CreationDate] = String(stamp)
    pdf.docinfo[Name.ModDate] = String(stamp)


def _colours(pdf: Pdf) -> None:
    profile = pdf.make_stream(paths.resource("icc/sRGB.icc").read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _attach(pdf: Pdf, data: bytes, at: datetime) -> None:
    """The same plan as data: what another caseplanner reads, and what `verify` compares."""
    stamp = at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    stream = pdf.make_stream(data, Type=Name.EmbeddedFile, Subtype=Name("/application/json"))
    stream.Params = Dictionary(Size=len(data), ModDate=String(stamp))
    file = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(ATTACHMENT),
            UF=String(ATTACHMENT),
            Desc=String(_("This plan as data, for other programs")),
            AFRelationship=Name.Source,
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    pdf.Root.AF = Array([file])
    names = Dictionary(Names=Array([String(ATTACHMENT), file]))
    pdf.Root.Names = Dictionary(EmbeddedFiles=pdf.make_indirect(names))


def _outline(pdf: Pdf, canvas: TaggedCanvas) -> None:
    with pdf.open_outline() as outline:
        above: dict[int, Any] = {}
        for level, title, page, top in canvas.headings:
            place = Array([pdf.pages[page].obj, Name.XYZ, 0, round(top + 12, 1), 0])
            item = OutlineItem(title, place)
            nearest = next((above[n] for n in range(level - 1, 0, -1) if n in above), None)
            (nearest.children if nearest else outline.root).append(item)
            above = {**{n: i for n, i in above.items() if n < level}, level: item}


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{at}</xmp:CreateDate>
<xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
