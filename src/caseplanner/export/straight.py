"""A picture of paper set straight, and its contrast made even: pure functions of pictures.

No library does this within the room of an installer: all that find skew bring numpy and OpenCV or
scikit-image along. So it is Postl's measure, as Leptonica has it: turned right, the lines of a text
give the sharpest steps between dark rows and light ones.
"""

from itertools import pairwise
from statistics import median

from PIL import Image, ImageFilter, ImageMath, ImageOps, ImageStat
from PIL.Image import Resampling, Transpose

MOST_SKEW = 12  # degrees either way; more is a page that lies on its side, which a person turns
STEPS = (0.25, 0.05)  # degrees, each closer around the best one before
SURE = 2.5  # the best angle stands out so many times; a page without lines stays as it is
SMALL = 700  # pixels of the longest side, enough for the lines of a text
INK = 150  # darker than this is ink, on paper that was made white
MUCH = 128  # of 255: more ink than this on the page is no text
SHADOW = 16  # so many times smaller a picture shows the paper and its shadows, not the letters
DARKEST = 90  # no paper is darker; a table around it stays dark
WHITE = 264  # just over white, so that the grain of the paper goes


def skew(picture: Image.Image) -> float:
    """By how many degrees to turn it, counter-clockwise, so that its lines lie straight.

    Also where the page lies on its side. 0 where there are no lines to tell by.
    """
    small = ImageOps.grayscale(picture)
    small.thumbnail((SMALL, SMALL))
    ink = even(small).point(lambda grey: 255 * (grey < INK))
    if ImageStat.Stat(ink).mean[0] > MUCH:
        return 0.0
    sure, angle = max(_angle(ink), _angle(ink.transpose(Transpose.ROTATE_90)))
    return angle if sure >= SURE else 0.0


def even(picture: Image.Image) -> Image.Image:
    """The paper white and the shadows on it gone, in each colour apart (grey or RGB)."""
    return Image.merge(picture.mode, [_even(band) for band in picture.split()])


def _even(band: Image.Image) -> Image.Image:
    width, height = (max(side // SHADOW, 1) for side in band.size)
    paper = band.resize((width, height), Resampling.BOX)
    paper = paper.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    paper = paper.point(lambda grey: max(grey, DARKEST)).resize(band.size, Resampling.BILINEAR)
    lit = ImageMath.lambda_eval(
        lambda of: of["convert"](of["min"](of["band"] * WHITE / of["paper"], 255), "L"),
        band=band,
        paper=paper,
    )
    assert isinstance(lit, Image.Image)
    return lit


def _angle(ink: Image.Image) -> tuple[float, float]:
    """How much the best angle stands out from the others, and which it is."""
    rough = ink.reduce(2)
    steps = {float(angle): _sharp(rough, angle) for angle in range(-MOST_SKEW, MOST_SKEW + 1)}
    usual = median(steps.values())
    best = max(steps, key=lambda angle: steps[angle])
    for step in STEPS:
        near = [best + turn * step for turn in range(-4, 5)]
        best = max(near, key=lambda angle: _sharp(ink, angle))
    return (_sharp(rough, best) / usual if usual else 0.0), best


def _sharp(ink: Image.Image, angle: float) -> float:
    """The differences from row to row of how much ink is on them, squared."""
    turned = ink.rotate(angle, Resampling.BILINEAR).convert("F")
    rows = turned.resize((1, turned.height), Resampling.BOX)
    dark = [float(rows.getpixel((0, y)) or 0) for y in range(rows.height)]  # type: ignore[arg-type]
    return sum((one - next_) ** 2 for one, next_ in pairwise(dark))
