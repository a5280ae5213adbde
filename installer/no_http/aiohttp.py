"""In the place of an HTTP client, which does not ship: pyHanko names it when it is imported.

With it pyHanko seals and verifies; what would fetch something ends in an error it knows.
"""


class ClientError(Exception):
    """As for a network that is not there."""


class ContentTypeError(ClientError):
    pass


class _Absent:
    def __init__(self, *_args: object, **_named: object) -> None:
        raise ClientError("this program reaches no network")


class BasicAuth(_Absent):
    pass


class ClientSession(_Absent):
    pass


class ClientTimeout(_Absent):
    pass


class TCPConnector(_Absent):
    pass
