"""A photo or scan of signed paper: made small, upright and straight, and nothing else in it.

What comes in may be anything, also made to do harm: its kind is told by its bytes, how large it
would become is known before it is unpacked, and what cannot be read is said in words. What comes
out holds pictures only: no place, no camera, no author, no words that cannot be seen.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pikepdf
import pypdfium2
from PIL import Image, ImageOps
from PIL.Image import Resampling

from caseplanner.errors import UserError
from caseplanner.export import straight
from caseplanner.export.pdfium import ONE
from caseplanner.words import mark

MOST_BYTES = 200_000_000  # of a file; a photo of 200 million dots has some 60 MB
MOST_PAGES = 12
MOST_DOTS = 210_000_000  # of a JPEG, which is made smaller while it is unpacked
MOST_WHOLE = 110_000_000  # of what must first be unpacked whole: A3 at 600 dpi is 70 million
SIDE = 1754  # pixels: A4 at 150 dpi
DPI = 150
WORK = 2 * SIDE  # pixels while it is set straight, so that letters stay sharp
QUALITY = 72  # of JPEG: some 150 to 400 kB a page
KINDS = ("JPEG", "PNG", "TIFF", "WEBP")
HEIC = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"avif")
LOCKED = 4  # pdfium's number for: a password is needed

Tell = Callable[[float], None]  # how far it is, from 0 to 1; to stop, it raises Stopped

NO_PICTURE = mark(
    "This file is no photo and no scan that can be read here. Nothing was attached. Choose a JPEG, "
    "PNG, TIFF, WebP or PDF file."
)
NOT_WHOLE = mark(
    "This file is damaged, or was copied only in part. Nothing was attached. Copy it once more, or "
    "scan the paper again."
)
IPHONE = mark(
    "This photo is of the kind HEIC, and cannot be read here. Nothing was attached. Save it as "
    "JPEG, or scan the paper."
)
TOO_LARGE = mark(
    "This picture has {dots} million dots; {most} million is the most. Nothing was attached. Scan "
    "the paper at 300 dpi, or take the photo smaller."
)
TOO_HEAVY = mark(
    "This file is larger than {most} MB. Nothing was attached. Scan the paper at 300 dpi, or take "
    "the photo smaller."
)
TOO_MANY = mark(
    "This file has {pages} pages; {most} is the most. Nothing was attached. Scan only the pages "
    "with a signature."
)
WITH_PASSWORD = mark(
    "This PDF is locked with a password. Nothing was attached. Save it without a password, or scan "
    "the paper again."
)


class Stopped(UserError):
    """The person did not want to wait."""

    def __init__(self) -> None:
        super().__init__(mark("Stopped. Nothing was attached."))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: a JPEG with nothing but the picture. `turn` is by how much it is shown turned."""

    jpeg: bytes
    width: int
    height: int
    turn: int = 0  # degrees clockwise


@dataclass(frozen=True, slots=True)
class Scanned:
    sheets: tuple[Sheet, ...]


def read(data: bytes, tell: Tell = lambda done: None) -> Scanned:
    """The pages in a file that somebody chose; UserError says what is wrong with it."""
    if len(data) > MOST_BYTES:
        raise UserError(TOO_HEAVY, most=MOST_BYTES // 1_000_000)
    if b"%PDF-" in data[:1024]:
        return Scanned(tuple(_of_pdf(data, tell)))
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        raise UserError(IPHONE)
    return Scanned(tuple(_of_picture(data, tell)))


def turn(scanned: Scanned, place: int, degrees: int) -> Scanned:
    """With one page turned clockwise; its picture stays as it is."""
    sheets = list(scanned.sheets)
    sheets[place] = replace(sheets[place], turn=(sheets[place].turn + degrees) % 360)
    return Scanned(tuple(sheets))


def pdf(scanned: Scanned) -> bytes:
    """The pages as one PDF, the same bytes each time, without a date or a maker in it."""
    with pikepdf.new() as made:
        for sheet in scanned.sheets:
            size = (sheet.width * 72 / DPI, sheet.height * 72 / DPI)
            page = made.add_blank_page(page_size=size)
            picture = pikepdf.Stream(made, sheet.jpeg)
            picture.stream_dict = pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=sheet.width,
                Height=sheet.height,
                ColorSpace=pikepdf.Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=pikepdf.Name.DCTDecode,
            )
            page.add_resource(picture, pikepdf.Name.XObject, pikepdf.Name.Scan)
            drawn = b"q %.3f 0 0 %.3f 0 0 cm /Scan Do Q" % size
            page.Contents = made.make_stream(drawn)
            if sheet.turn:
                page.rotate(sheet.turn, relative=False)
        held = io.BytesIO()
        made.save(held, deterministic_id=True)
    return held.getvalue()


# A picture.


class _Heard(io.BytesIO):
    """Tells how far it was read, so that unpacking can be followed, and stopped."""

    def __init__(self, data: bytes, tell: Tell) -> None:
        super().__init__(data)
        self._size, self._heard, self._furthest = len(data), tell, 0.0

    def read(self, size: int | None = -1, /) -> bytes:
        self._furthest = max(self._furthest, self.tell() / self._size)
        self._heard(self._furthest)
        return super().read(size)


def _of_picture(data: bytes, tell: Tell) -> Iterator[Sheet]:
    if not data:
        raise UserError(NOT_WHOLE)
    Image.MAX_IMAGE_PIXELS = None  # Pillow's own bounds are below a phone's photo; ours follow
    try:
        opened = Image.open(_Heard(data, lambda done: tell(done * 0.6)), formats=KINDS)
        # Only TIFF has pages; the others have small pictures of themselves, or move.
        pages = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
    except UserError:
        raise
    except Exception as error:  # what Pillow raises for a file made to do harm is not told
        raise UserError(NO_PICTURE) from error
    if pages > MOST_PAGES:
        raise UserError(TOO_MANY, pages=pages, most=MOST_PAGES)
    for place in range(pages):
        picture = _unpacked(opened, place)
        tell((place + 0.7) / pages)
        yield _sheet(picture)
        tell((place + 1) / pages)


def _unpacked(opened: Image.Image, place: int) -> Image.Image:
    """A page of it in colour, upright, and not much larger than is needed."""
    try:
        opened.seek(place)
        dots = opened.width * opened.height
        most = MOST_DOTS if opened.format in ("JPEG", "MPO") else MOST_WHOLE
        if dots > most:
            facts = {"dots": round(dots / 1_000_000), "most": most // 1_000_000}
            raise UserError(TOO_LARGE, **facts)
        opened.draft(None, _within(opened.size))
        opened.load()
        ImageOps.exif_transpose(opened, in_place=True)
        return _coloured(opened)
    except UserError:
        raise
    except Exception as error:
        raise UserError(NOT_WHOLE) from error


def _coloured(picture: Image.Image) -> Image.Image:
    """In RGB on white, and small enough to work on."""
    if picture.mode.startswith("I"):  # sixteen bits of grey
        picture = picture.point(lambda grey: grey * (1 / 256)).convert("L")
    picture = picture.convert("RGBA" if _see_through(picture) else "RGB")
    picture.thumbnail((WORK, WORK), Resampling.LANCZOS)
    if picture.mode == "RGBA":
        white = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(white, picture).convert("RGB")
    return picture


def _see_through(picture: Image.Image) -> bool:
    return "A" in picture.getbands() or "transparency" in picture.info


def _within(size: tuple[int, int]) -> tuple[int, int]:
    """No larger than is worked on, in the same shape."""
    part = min(WORK / max(size), 1)
    return max(round(size[0] * part), 1), max(round(size[1] * part), 1)


def _sheet(picture: Image.Image) -> Sheet:
    """Straight, even, small, without the table it lay on, and with nothing beside the picture."""
    angle = straight.skew(picture)
    if angle:
        picture = straight.turned(picture, angle)
    picture.thumbnail((SIDE, SIDE), Resampling.LANCZOS)
    picture = straight.even(picture)
    picture = picture.crop(straight.paper(picture))
    picture.info = {}
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=QUALITY, optimize=True)
    return Sheet(held.getvalue(), *picture.size)


# A PDF.


def _of_pdf(data: bytes, tell: Tell) -> Iterator[Sheet]:
    with ONE:
        try:
            opened = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code == LOCKED
            raise UserError(WITH_PASSWORD if locked else NOT_WHOLE) from error
    try:
        pages = len(opened)
        if pages > MOST_PAGES:
            raise UserError(TOO_MANY, pages=pages, most=MOST_PAGES)
        for place in range(pages):
            tell(place / pages)
            picture = _drawn(opened, place)
            tell((place + 0.5) / pages)
            yield _sheet(picture)
        tell(1)
    finally:
        with ONE:
            opened.close()


def _drawn(opened: pypdfium2.PdfDocument, place: int) -> Image.Image:
    """A page as it looks; never larger than is worked on, whatever size it says it has."""
    with ONE:
        try:
            page = opened[place]
            scale = WORK / max(*page.get_size(), 1)
            bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            picture: Image.Image = bitmap.to_pil().convert("RGB")
            bitmap.close()
            page.close()
        except (pypdfium2.PdfiumError, ValueError, MemoryError) as error:
            raise UserError(NOT_WHOLE) from error
    return picture
