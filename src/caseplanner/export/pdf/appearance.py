"""What the seal looks like: a small page of its own, drawn with the document's fonts."""

import io
from datetime import datetime
from typing import Any

import pikepdf
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from caseplanner.export.pdf import fonts, icons, look, said
from caseplanner.export.pdf.signing import SEAL
from caseplanner.words import _

PAD, SMALLEST = 10.0, 5.0


def page(sealed_by: str, fingerprint: str, at: datetime) -> bytes:
    """A PDF of one page, the size of the field."""
    fonts.load()
    width, height = SEAL
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=SEAL, invariant=1, initialFontName=fonts.BODY, pageCompression=0)
    canvas.setFillColor(look.colour("primarySoft"))
    canvas.setStrokeColor(look.colour("primary"))
    canvas.setLineWidth(0.8)
    canvas.roundRect(0.6, 0.6, width - 1.2, height - 1.2, 8, stroke=1, fill=1)
    side = height - 2 * PAD
    icons.draw(canvas, "shield-check", PAD, PAD, side, look.colour("primary"))
    left = PAD * 2 + side
    room = width - left - PAD
    lines = (
        (fonts.HEAD, 11.0, "primary", _("Sealed")),
        (fonts.BODY, 9.0, "ink", fonts.clean(sealed_by)),
        (fonts.BODY, 9.0, "ink", said.moment(at)),
        (fonts.BODY, 9.0, "ink2", fingerprint[:19] + " …"),
    )
    y = height - PAD - 8
    for font, size, ink, text in lines:
        _line(canvas, font, size, look.colour(ink), text, left, y, room)
        y -= 11.6
    canvas.save()
    return _packed(out.getvalue())


def _line(
    canvas: Any, font: str, size: float, ink: Any, text: str, x: float, y: float, room: float
) -> None:
    """One line, smaller when it is long: nothing of a seal is cut off."""
    pieces = fonts.runs(text, font)
    while size > SMALLEST and sum(stringWidth(run, of, size) for of, run in pieces) > room:
        size -= 0.5
    canvas.setFillColor(ink)
    line = canvas.beginText(x, y)
    for of, run in pieces:
        line.setFont(of, size)
        line.textOut(run)
    canvas.drawText(line)


def _packed(drawn: bytes) -> bytes:
    with pikepdf.Pdf.open(io.BytesIO(drawn)) as pdf:
        out = io.BytesIO()
        pdf.save(out, compress_streams=True, deterministic_id=True)
    return out.getvalue()
