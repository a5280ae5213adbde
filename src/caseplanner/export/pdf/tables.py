"""How every table of the document is ruled: quietly, with more air than lines."""

from typing import Any

from caseplanner.export.pdf import fonts, look
from caseplanner.export.pdf.look import Look

PAD = 7.0  # between two columns
THIN = (0.6, look.colour("line"))


def rules(dress: Look, headed: bool = True) -> list[Any]:
    """A quiet table: a line under each row but the last, more air than lines."""
    pad = dress.size(4)
    head = (0.9, look.colour("lineStrong")) if headed else THIN
    return [
        ("FONT", (0, 0), (-1, -1), fonts.BODY, 1, 1),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 0.5),
        ("LINEBELOW", (0, 0), (-1, 0 if headed else -2), *head),
        ("LINEBELOW", (0, 1), (-1, -2), *THIN),
    ]
