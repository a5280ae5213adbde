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
SURE = 8  # the best angle stands out so many times; a single stroke of a pen does so by 4
SMALL = 700  # pixels of the longest side, enough for the lines of a text
INK = 150  # darker than this is ink, on paper that was made white
MANY = 6  # rows that lines of a text have an edge on, at least; one line alone says too little
MUCH = 128  # of 255: more ink than this on the page is no text
SHADOW = 16  # so many times smaller a picture shows the paper and its shadows, not the letters
PAPER = 215  # lighter than this is paper, after it was made even
MOSTLY = 115  # of 255: so much of a row or column is paper where there is paper
LEFT_OVER = 0.3  # of the picture: less than this is no page on a table
DARKEST = 0.45  # of the lightest paper in the picture; what is darker is the table around it
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


def turned(picture: Image.Image, angle: float) -> Image.Image:
    """Turned by so many degrees, with all of it on it; the corners are like its edges."""
    side = SMALL // SHADOW
    small = picture.resize((side, side), Resampling.BOX)
    edges = Image.new("L", small.size, 255)
    edges.paste(0, (1, 1, side - 1, side - 1))
    corner = tuple(ImageStat.Stat(small, edges).median)
    return picture.rotate(angle, Resampling.BICUBIC, expand=True, fillcolor=corner)


def even(picture: Image.Image) -> Image.Image:
    """The paper white and the shadows on it gone, in each colour apart (grey or RGB)."""
    return Image.merge(picture.mode, [_even(band) for band in picture.split()])


def paper(picture: Image.Image) -> tuple[int, int, int, int]:
    """Where the paper is on a straight and even picture: without the table that lies around it.

    All of it where the edges are as white as paper, or where too little would be left.
    """
    white = ImageOps.grayscale(picture).point(lambda grey: 255 * (grey > PAPER))
    width, height = picture.size
    across = _line(white.resize((width, 1), Resampling.BOX))
    down = _line(white.resize((1, height), Resampling.BOX))
    (left, right), (top, bottom) = _whitest(across), _whitest(down)
    if (right - left) * (bottom - top) < LEFT_OVER * width * height:
        return 0, 0, width, height
    return left, top, right, bottom


def _whitest(line: list[float]) -> tuple[int, int]:
    """From the first place that is mostly white to just after the last one."""
    places = [place for place, white in enumerate(line) if white > MOSTLY]
    return (places[0], places[-1] + 1) if places else (0, len(line))


def _line(picture: Image.Image) -> list[float]:
    """A picture of one row or one column, as numbers."""
    return [float(value) for value in picture.convert("F").get_flattened_data()]  # type: ignore[arg-type]


def _even(band: Image.Image) -> Image.Image:
    width, height = (max(side // SHADOW, 1) for side in band.size)
    paper = band.resize((width, height), Resampling.BOX)
    paper = paper.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(2))
    darkest = max(round(_extrema(paper)[1] * DARKEST), 1)
    paper = paper.point(lambda grey: max(grey, darkest)).resize(band.size, Resampling.BILINEAR)
    lit = ImageMath.lambda_eval(
        lambda of: of["convert"](of["min"](of["band"] * WHITE / of["paper"], 255), "L"),
        band=band,
        paper=paper,
    )
    assert isinstance(lit, Image.Image)
    return lit


def _extrema(band: Image.Image) -> tuple[int, int]:
    least, most = band.getextrema()
    assert isinstance(least, int) and isinstance(most, int)  # of one band
    return least, most


def _angle(ink: Image.Image) -> tuple[float, float]:
    """How much the best angle stands out from the others, and which it is."""
    rough = ink.reduce(2)
    steps = {float(angle): _sharp(rough, angle) for angle in range(-MOST_SKEW, MOST_SKEW + 1)}
    usual = median(steps.values())
    best = max(steps, key=lambda angle: steps[angle])
    for step in STEPS:
        near = [best + turn * step for turn in range(-4, 5)]
        best = max(near, key=lambda angle: _sharp(ink, angle))
    sure = _sharp(rough, best) / usual if usual and _edges(rough, best) >= MANY else 0.0
    return sure, best


def _sharp(ink: Image.Image, angle: float) -> float:
    """The differences from row to row of how much ink is on them, squared."""
    return sum(_steps(ink, angle))


def _edges(ink: Image.Image, angle: float) -> float:
    """Over how many rows those differences are spread: few where one long line makes them all."""
    steps = _steps(ink, angle)
    return sum(steps) ** 2 / (sum(step**2 for step in steps) or 1)


def _steps(ink: Image.Image, angle: float) -> list[float]:
    laid = ink.rotate(angle, Resampling.BILINEAR).convert("F")
    dark = _line(laid.resize((1, laid.height), Resampling.BOX))
    return [(one - next_) ** 2 for one, next_ in pairwise(dark)]
