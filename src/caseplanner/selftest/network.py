"""That nothing reaches for a network: what Python is asked for while the self-test runs."""

import sys
from typing import Any

from caseplanner.errors import UserError
from caseplanner.words import mark

LOOKED_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
SENT = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg")
AT_HOME = ("127.", "::1", "localhost")  # event loops talk to themselves so on Windows
REACHED = mark("The program reached for a network ({what}). Do not use it; please tell its makers.")


def listen() -> list[str]:
    """From now on each connection to another machine is added to the list that is returned."""
    heard: list[str] = []

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event in LOOKED_UP or (event in SENT and _is_far(args[1])):
            heard.append(event)

    sys.addaudithook(hear)
    return heard


def silent(heard: list[str]) -> None:
    """UserError when anything was heard."""
    if heard:
        raise UserError(REACHED, what=", ".join(sorted(set(heard))))


def _is_far(address: object) -> bool:
    """Another machine may answer: an internet address that is not this machine's own."""
    return isinstance(address, tuple) and not str(address[0]).startswith(AT_HOME)
