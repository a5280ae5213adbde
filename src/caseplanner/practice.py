"""The practice dossier: a fictional client to try everything on, marked as such everywhere."""

from dataclasses import replace

from caseplanner import paths
from caseplanner.dossier.model import Dossier, new_id
from caseplanner.export import package


def dossier() -> Dossier:
    """A new copy of the practice dossier, under an id of its own."""
    data = paths.resource("practice/sam.json").read_bytes()
    return replace(package.load(data).dossier, id=new_id(), practice=True)
