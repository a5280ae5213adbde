"""Scans of signed paper: small, straight, nothing in them but the picture; and what is refused."""

import io
import zlib
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageStat

from caseplanner import words
from caseplanner.errors import UserError
from caseplanner.export import scan, straight
from tests.export import papers


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    words.use("nl")
    yield
    words.use("en")


def picture(sheet: scan.Sheet) -> Image.Image:
    return Image.open(io.BytesIO(sheet.jpeg))


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as told:
        scan.read(data)
    said = str(told.value)
    assert "Er is niets toegevoegd." in said
    return said


@pytest.mark.parametrize("angle", [-8, -2.5, 0, 1.3, 6])
def test_a_page_that_lay_askew_lies_straight_to_within_a_degree(angle: float) -> None:
    (sheet,) = scan.read(papers.jpeg(papers.skewed(angle))).sheets
    assert abs(straight.skew(picture(sheet))) < 1
    assert straight.skew(papers.skewed(angle)) == pytest.approx(-angle, abs=0.3)


def test_a_page_on_its_side_is_set_straight_too() -> None:
    side = papers.skewed(3).transpose(Image.Transpose.ROTATE_90)
    assert straight.skew(side) == pytest.approx(-3, abs=0.3)


@pytest.mark.parametrize("colour", ["white", "black", "grey"])
def test_what_has_no_lines_is_left_as_it_lies(colour: str) -> None:
    assert straight.skew(Image.new("RGB", (500, 700), colour)) == 0


def test_a_scan_is_no_larger_than_a4_at_150_dpi_and_a_few_hundred_kilobytes() -> None:
    large = papers.page((2480, 3508))
    (sheet,) = scan.read(papers.jpeg(large)).sheets
    assert (sheet.width, sheet.height) == papers.A4 == picture(sheet).size
    assert 30_000 < len(sheet.jpeg) < 400_000


def test_a_shadow_over_the_paper_goes_and_the_ink_stays() -> None:
    shade = Image.linear_gradient("L").resize(papers.A4).point(lambda grey: 110 + grey * 0.5)
    shaded = Image.merge("RGB", [shade] * 3)
    dim = papers.page().copy()
    dim.paste(shaded, mask=papers.page().convert("L"))
    (sheet,) = scan.read(papers.jpeg(dim)).sheets
    seen = picture(sheet).convert("L")
    for corner in ((10, 10, 60, 60), (1100, 1650, 1200, 1750)):
        assert ImageStat.Stat(seen.crop(corner)).mean[0] > 245
    assert ImageStat.Stat(seen.crop((120, 140, 900, 700))).extrema[0][0] < 70


def test_nothing_tells_where_with_what_or_by_whom_it_was_made() -> None:
    photo = papers.jpeg(papers.page(), exif=papers.told(), comment=papers.WORD.encode())
    made = scan.read(photo)
    (sheet,) = made.sheets
    assert b"TelefoonMerk" in photo and b"TelefoonMerk" not in sheet.jpeg
    assert not picture(sheet).getexif() and b"Exif" not in sheet.jpeg
    for source in (made, scan.read(papers.pdf())):
        whole = scan.pdf(source)
        assert papers.WORD.encode() not in whole
        with pikepdf.open(io.BytesIO(whole)) as opened:
            assert not opened.docinfo and "/Metadata" not in opened.Root


def test_words_that_cannot_be_seen_in_a_pdf_are_not_kept() -> None:
    whole = scan.pdf(scan.read(papers.pdf()))
    assert pypdfium2.PdfDocument(whole)[0].get_textpage().get_text_range() == ""


def test_a_photo_stands_upright_as_the_telephone_said() -> None:
    wide = papers.page().transpose(Image.Transpose.ROTATE_90)
    (sheet,) = scan.read(papers.jpeg(wide, exif=papers.told())).sheets
    assert sheet.height > sheet.width
    blue = picture(sheet).crop((200, 1200, 700, 1450)).convert("L")
    assert ImageStat.Stat(blue).extrema[0][0] < 120, "the signature is at the bottom"


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
        *(("PNG", mode) for mode in ("L", "RGB", "RGBA", "1", "P", "I;16")),
        *(("TIFF", mode) for mode in ("L", "RGB", "RGBA", "CMYK", "1", "P", "I;16")),
        *(("WEBP", mode) for mode in ("RGB", "RGBA")),
    ],
)
def test_every_kind_of_picture_shows_ink_on_white(kind: str, mode: str) -> None:
    small = papers.page().resize((620, 877))
    if mode == "I;16":
        small = small.convert("I").point(lambda grey: grey * 257).convert("I;16")
    else:
        small = small.convert(mode)
    (sheet,) = scan.read(papers.saved(small, kind)).sheets
    seen = picture(sheet).convert("L")
    assert seen.size == (620, 877)
    assert ImageStat.Stat(seen).mean[0] > 200
    assert ImageStat.Stat(seen).extrema[0][0] < 110


def test_the_pages_of_a_scanner_all_come_along() -> None:
    small = papers.page().resize((620, 877))
    tiff = papers.saved(small, "TIFF", save_all=True, append_images=[small, small])
    assert len(scan.read(tiff).sheets) == 3
    assert len(scan.read(papers.pdf(12)).sheets) == 12


def test_a_turned_page_is_turned_in_the_pdf_and_its_picture_is_not_made_anew() -> None:
    made = scan.read(papers.jpeg(papers.page()))
    turned = scan.turn(scan.turn(made, 0, -90), 0, -90)
    assert turned.sheets[0].turn == 180 and turned.sheets[0].jpeg == made.sheets[0].jpeg
    page = pypdfium2.PdfDocument(scan.pdf(scan.turn(made, 0, 90)))[0]
    width, height = page.get_size()
    assert width > height


def test_the_same_file_gives_the_same_bytes() -> None:
    assert scan.pdf(scan.read(papers.pdf())) == scan.pdf(scan.read(papers.pdf()))


def test_a_photo_of_60_megabytes_is_made_small_step_by_step() -> None:
    noise = Image.effect_noise((12_000, 9_000), 75)
    photo = papers.jpeg(Image.merge("RGB", (noise, noise, noise)))
    assert len(photo) > 60_000_000
    steps: list[float] = []
    (sheet,) = scan.read(photo, steps.append).sheets
    assert max(sheet.width, sheet.height) == scan.SIDE
    assert len(sheet.jpeg) < 1_000_000
    assert steps == sorted(steps) and len(steps) > 500 and steps[-1] == 1


@pytest.mark.parametrize("at", [0.0, 0.3, 0.65])
def test_making_small_can_be_stopped_at_any_moment(at: float) -> None:
    heard: list[float] = []

    def stop(done: float) -> None:
        heard.append(done)
        if done >= at:
            raise scan.Stopped

    with pytest.raises(scan.Stopped):
        scan.read(papers.jpeg(papers.page()), stop)
    assert max(heard) < 1


def test_a_pdf_of_300_pages_is_refused_before_a_page_is_drawn() -> None:
    heard: list[float] = []
    with pytest.raises(UserError) as told:
        scan.read(papers.pdf(300), heard.append)
    assert "300 bladzijden" in str(told.value) and "12" in str(told.value)
    assert heard == []


def test_a_file_that_only_says_it_is_a_picture_is_refused() -> None:
    for lie in (b"geen foto" * 100, b"\xff\xd8\xff\xe0" + b"x" * 500, b"PK\x03\x04" + b"0" * 99):
        assert "geen foto" in refused(lie)
    assert "HEIC" in refused(b"\0\0\0\x18ftypheic" + b"\0" * 99)


@pytest.mark.parametrize("part", [0.2, 0.6, 0.99])
def test_a_photo_that_was_copied_in_part_is_refused(part: float) -> None:
    photo = papers.jpeg(papers.page())
    assert "beschadigd" in refused(photo[: int(len(photo) * part)])


def test_an_empty_or_broken_file_is_refused() -> None:
    assert "beschadigd" in refused(b"")
    assert "beschadigd" in refused(papers.pdf()[:300])


def test_a_pdf_with_a_password_is_refused() -> None:
    assert "wachtwoord" in refused(papers.pdf(password="geheim"))


def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused() -> None:
    bomb = papers.saved(Image.new("1", (20_000, 20_000)), "PNG")
    assert len(bomb) < 1_000_000
    assert "400 miljoen" in refused(bomb)


def test_words_beside_a_picture_that_swell_are_refused_or_left_out() -> None:
    chunk = b"note\0\0" + zlib.compress(b"\0" * 80_000_000)
    size, kind = len(chunk).to_bytes(4, "big"), b"zTXt"
    packed = size + kind + chunk + zlib.crc32(kind + chunk).to_bytes(4, "big")
    small = papers.saved(Image.new("L", (50, 50), 255), "PNG")
    assert refused(small[:33] + packed + small[33:])


def test_a_page_that_says_it_is_a_wall_is_drawn_small() -> None:
    with pikepdf.open(io.BytesIO(papers.pdf())) as opened:
        opened.pages[0].MediaBox = pikepdf.Array([0, 0, 14_000, 14_000])
        held = io.BytesIO()
        opened.save(held)
    (sheet,) = scan.read(held.getvalue()).sheets
    assert (sheet.width, sheet.height) == (scan.SIDE, scan.SIDE)


def test_a_file_larger_than_any_photo_is_refused_unread() -> None:
    assert "200 MB" in refused(bytes(scan.MOST_BYTES + 1))


def test_the_table_under_the_paper_is_cut_off() -> None:
    (sheet,) = scan.read(papers.jpeg(papers.photographed())).sheets
    seen = picture(sheet).convert("L")
    assert sheet.width / sheet.height == pytest.approx(1240 / 1754, rel=0.04)
    for x in (6, sheet.width // 2, sheet.width - 7):
        for y in (6, sheet.height // 2, sheet.height - 7):
            spot = seen.crop((x - 5, y - 5, x + 5, y + 5))
            assert ImageStat.Stat(spot).extrema[0][1] > 200, f"dark at {x}, {y}"


def test_paper_that_is_mostly_dark_is_not_cut() -> None:
    dark = Image.new("RGB", (600, 800), (40, 40, 40))
    dark.paste("white", (200, 300, 400, 500))
    (sheet,) = scan.read(papers.jpeg(dark)).sheets
    assert (sheet.width, sheet.height) == (600, 800)


@pytest.mark.parametrize("lines", [0, 1, 3])
def test_a_slanting_signature_on_a_page_with_few_words_turns_nothing(lines: int) -> None:
    pen = ImageDraw.Draw(page := Image.new("RGB", papers.A4, "white"))
    font = papers.font(24)
    for line in range(lines):
        pen.text((120, 140 + line * 42), "Ik wil mijn dochter weer zien, en dan", "black", font)
    pen.line([(250, 1320), (620, 1160)], (20, 40, 160), 8)
    assert straight.skew(page) == 0
