"""Two hundred made-up sheets, as a file and as values; none is a profile of any organisation."""

from datetime import date

from caseplanner.dossier import sheet_file
from caseplanner.dossier.sheets import Factsheet, SheetKind, Sheets

SUBJECTS = ("buiten werken", "omgaan met geld", "een dagritme", "praten met familie", "rust nemen",
            "leren lezen", "werken met de handen", "nee zeggen")  # fmt: skip
TEXT = """Dit blad is verzonnen en gaat over niemand. Het dient om te laten zien hoe een blad leest.

Waar het over gaat: {subject}. Wat gebeurt er, met wie, hoe lang, en wat vraagt het van iemand?

Om samen over te praten. Wat herken je hierin? Wat juist niet? Wat zou je er zelf bij schrijven?
Woord van dit blad: zonnebloem{number}."""


def sheets(many: int = 200) -> Sheets:
    kinds = tuple(SheetKind)
    made = []
    for number in range(1, many + 1):
        subject = SUBJECTS[number % len(SUBJECTS)]
        made.append(
            Factsheet(
                kinds[number % len(kinds)],
                f"Voorbeeld {number:03}: {subject}",
                TEXT.format(subject=subject, number=number),
                ("voorbeeld", subject.split()[-1]),
                "Geschreven voor een test; verzonnen",
                "Vrij te gebruiken",
                date(2024, 12, 31) if number % 20 == 0 else date(2030, 12, 31),
                id=f"voorbeeld-{number}",
            )
        )
    return tuple(made)


def file(many: int = 200) -> bytes:
    return sheet_file.write(sheets(many))
