"""Problems a person can act on, apart from faults in the program."""

from collections.abc import Callable

from caseplanner import words


class UserError(Exception):
    """Something the person at the screen can act on, said in one clear sentence.

    `message` is an entry of the word catalogue (mark it with `words.mark`), `facts` fill its
    braces. The text is made when it is shown, so it is in the language of that moment.
    Facts may be shown on screen; they never reach a log.
    """

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts

    def __str__(self) -> str:
        return words.text(self.message, **self.facts)


def problem(deed: Callable[[], object]) -> str:
    """Why this cannot be done, to be said beside the field it is about; "" when it can."""
    try:
        deed()
    except UserError as error:
        return str(error)
    return ""


class WrongSecret(UserError):
    """What was typed opens nothing. Only this counts as a guess."""


class Broken(UserError):
    """The vault cannot be opened as it lies there; a backup can take its place."""


class Doubt(UserError):
    """The vault can be opened, but is not what it was when it was last closed.

    A person who knows why may go on all the same. `why` is one word, for the audit log.
    """

    def __init__(self, why: str, message: str, **facts: object) -> None:
        super().__init__(message, **facts)
        self.why = why
