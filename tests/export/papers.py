"""Signed paper as it comes out of a scanner or a telephone: pictures with lines of text on them."""

import io
import random
from functools import cache

import pikepdf
from PIL import Image, ImageChops, ImageDraw, ImageFont
from PIL.Image import Resampling
from reportlab.pdfgen.canvas import Canvas

from caseplanner import paths

A4 = (1240, 1754)
WORD = "kruisbessenjam"


def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(paths.resource("fonts/SourceSans3-Regular.ttf"), size)


@cache
def page(size: tuple[int, int] = A4) -> Image.Image:
    """White paper with text, and a signature in blue."""
    width, height = size
    chance, picture = random.Random(6), Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(picture)
    letters = font(height // 70)
    for line in range(24):
        words = (chance.choice(("ik", "wil", "mijn", "dochter", "weer", "zien")) for _ in range(11))
        pen.text((width * 0.1, height * (0.08 + line * 0.024)), " ".join(words), "black", letters)
    spots = ((0.2, 0.75), (0.3, 0.8), (0.4, 0.72), (0.5, 0.79))
    pen.line([(width * x, height * y) for x, y in spots], (20, 40, 160), height // 250)
    return picture


def skewed(angle: float, size: tuple[int, int] = A4) -> Image.Image:
    return page(size).rotate(angle, Resampling.BICUBIC, fillcolor="white")


def photographed() -> Image.Image:
    """The paper askew on a dark table, under a lamp at the left."""
    table = Image.new("RGB", (1500, 2000), (70, 58, 48))
    table.paste(page(), (130, 123))
    askew = table.rotate(3.5, Resampling.BICUBIC, fillcolor=(70, 58, 48))
    lamp = Image.linear_gradient("L").rotate(90).resize(askew.size).point(lambda v: 140 + v * 0.45)
    return ImageChops.multiply(askew, Image.merge("RGB", [lamp] * 3))


def jpeg(picture: Image.Image, **more: object) -> bytes:
    return saved(picture, "JPEG", quality=88, **more)


def saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind, **more)
    return held.getvalue()


def told() -> Image.Exif:
    """What a telephone writes in a photo: which side is up, where it was, and whose it is."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter clockwise
    exif[0x010F], exif[0x013B] = "TelefoonMerk", WORD
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def pdf(pages: int = 1, password: str = "") -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=(595, 842))
    canvas.setAuthor(WORD)
    for number in range(pages):
        canvas.drawString(80, 700, f"{WORD} {number}")
        canvas.line(80, 300, 300, 340)
        canvas.showPage()
    canvas.save()
    if not password:
        return held.getvalue()
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(held.getvalue())) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner=password, user=password))
    return locked.getvalue()
