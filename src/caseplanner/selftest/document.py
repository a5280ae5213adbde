"""That a plan becomes a signed and sealed PDF, and that a change in it is noticed."""

from datetime import UTC, datetime

from caseplanner import demo, guides, printing, spelling
from caseplanner.dossier import agreements
from caseplanner.dossier.model import Role
from caseplanner.dossier.reminders import Reminder
from caseplanner.export import calendar, glyphs, pdfium, verify
from caseplanner.selftest.work import Part, Work, must, needed
from caseplanner.words import _, mark

SLIP = "afspraaak"

NO_LETTERS = mark("The fonts for the PDF lack letters. Install the program anew.")
NOT_INTACT = mark("A PDF that nobody changed is not recognised. Please tell the makers.")
UNNOTICED = mark("A change in a PDF is not noticed. Do not use the program; tell its makers.")
BLANK = mark("A page of the PDF is blank on the screen. Install the program anew.")
NO_SPELLING = mark("The dictionary does not work. Install the program anew.")
NO_CALENDAR = mark("The file for a calendar is empty. Please tell the makers.")


def parts(work: Work) -> tuple[Part, ...]:
    return (
        (_("fonts for every word"), lambda: letters(work)),
        (_("a plan is set, signed by three people and sealed in a PDF"), lambda: signed(work)),
        (_("an untouched PDF is recognised"), lambda: untouched(work)),
        (_("one changed bit is noticed"), lambda: noticed(work)),
        (_("the PDF on the screen"), lambda: shown(work)),
        (_("the spelling of Dutch"), spelled),
        (_("a file for a calendar"), dated),
    )


def letters(work: Work) -> None:
    must(not glyphs.unprintable(needed(work.dossier)), NO_LETTERS)


def signed(work: Work) -> None:
    with work.desk() as desk:
        opened, seal = desk.open(needed(work.dossier).id), desk.seal()
        demo.agree(opened)
        for _name in demo.sign(opened):
            pass
        version = needed(agreements.latest(opened.dossier))
        edition = printing.edition(opened, seal, version.id, datetime.now(UTC))
        work.pdf, work.certificate = printing.sealed(edition, seal), seal.certificate_pem


def untouched(work: Work) -> None:
    report = verify.verify(needed(work.pdf), work.certificate)
    must(report.intact and {s.role for s in report.signatures} == set(Role), NOT_INTACT)


def noticed(work: Work) -> None:
    changed = bytearray(needed(work.pdf))
    changed[len(changed) // 2] ^= 1
    must(not verify.verify(bytes(changed)).intact, UNNOTICED)


def shown(work: Work) -> None:
    import pypdfium2

    with pdfium.ONE:
        pdf = pypdfium2.PdfDocument(needed(work.pdf))
        low, high = pdf[0].render(scale=0.5, grayscale=True).to_pil().getextrema()
        pdf.close()
    must(low < high, BLANK)


def spelled() -> None:
    text = f"Een {SLIP} maken."
    found = spelling.find(text, "nl", guides.easy_words("nl"))
    must([text[each.start : each.end] for each in found] == [SLIP], NO_SPELLING)


def dated() -> None:
    now = datetime.now(UTC)
    made = calendar.write([Reminder(now.date(), "Review", 1)], "self-test", now, alarm=True)
    must(b"BEGIN:VEVENT" in made, NO_CALENDAR)
