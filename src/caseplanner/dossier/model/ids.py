"""Ids of the things in a dossier."""

from uuid import uuid4


def new_id() -> str:
    return uuid4().hex
