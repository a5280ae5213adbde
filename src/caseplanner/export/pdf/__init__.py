"""The plan as a PDF that people can read, hear, archive and check: `build(Edition(...))`."""

from caseplanner.export.pdf.document import build as build
from caseplanner.export.pdf.edition import Edition as Edition
