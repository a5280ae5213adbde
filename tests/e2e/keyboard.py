"""Keys, pressed where the X server takes them from the keyboard: the program cannot tell."""

import re
import subprocess
from collections.abc import Callable

PRESS, RELEASE, TAP, TAP_SYMBOL = 0, 1, 2, 3  # KeyEventType of AT-SPI

# What an American keyboard has no key for gets one that it does not use.
MORE = "éèëêáàâäóòöôíïúùüûçñÉËÏÖ‘’“”–…€"
NAMED = {  # X keysyms
    "Tab": 0xFF09,
    "Return": 0xFF0D,
    "Escape": 0xFF1B,
    "Backspace": 0xFF08,
    "Delete": 0xFFFF,
    "Home": 0xFF50,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "PageUp": 0xFF55,
    "PageDown": 0xFF56,
    "End": 0xFF57,
    "Space": 0x20,
    **{f"F{n}": 0xFFBD + n for n in range(1, 13)},
}
HELD = {"Shift": 50, "Ctrl": 37, "Alt": 64}  # codes of the left one


def lay_out(display: str) -> dict[str, int]:
    """Give each letter of `MORE` a key of its own on this display; their codes."""
    keymap = _compiled(display, "-")
    names = keymap.split("xkb_symbols")[0]
    spare = [int(code) for code in re.findall(r"<I(\d+)> = \d+;", names)]
    codes = dict(zip(MORE, spare, strict=False))
    assert len(codes) == len(MORE), "this keyboard has too few keys to spare"
    keys = "".join(f"replace key <I{k}> {{ [ U{ord(c):04X} ] }};\n" for c, k in codes.items())
    _compiled("-", display, keymap.replace("};\n\nxkb_geometry", f"{keys}}};\n\nxkb_geometry"))
    return codes


def _compiled(source: str, to: str, given: str = "") -> str:
    command = ["xkbcomp", "-w0", source, to]
    run = subprocess.run(command, input=given, capture_output=True, check=True, text=True)
    return run.stdout


class Keyboard:
    """`send` (code or keysym, kind) has the key pressed."""

    def __init__(self, send: Callable[[int, int], None], codes: dict[str, int]) -> None:
        self._send, self._codes = send, codes

    def press(self, key: str) -> None:
        """One key, with what is held down: "Tab", "k", "Ctrl+K", "Shift+Tab"."""
        *held, last = key.split("+") if len(key) > 1 else [key]
        for name in held:
            self._send(HELD[name], PRESS)
        self._tap(NAMED.get(last) or ord(last.lower() if held else last))
        for name in reversed(held):
            self._send(HELD[name], RELEASE)

    def type(self, said: str) -> None:
        """Every letter a key, also those an American keyboard has not."""
        for letter in said:
            if letter in self._codes:
                self._send(self._codes[letter], TAP)
            else:
                assert letter.isascii(), f"there is no key for {letter}: add it to MORE"
                self._tap(NAMED["Return"] if letter == "\n" else ord(letter))

    def _tap(self, symbol: int) -> None:
        self._send(symbol, TAP_SYMBOL)
