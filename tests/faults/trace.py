"""What a run did to the files of a folder, call by call, out of what strace wrote down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = (
    "openat", "write", "pwrite64", "lseek", "ftruncate", "rename", "unlink", "unlinkat", "mkdir",
    "rmdir", "fsync", "fdatasync", "close",
)  # fmt: skip
_TRACED = f"trace={','.join(CALLS)}"
STRACE = ("strace", "-f", "--seccomp-bpf", "-qq", "-y", "-xx", "-s", "2000000", "-e", _TRACED, "-o")
CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"^(?:AT_FDCWD|(\d+))(?:<([^>]*)>)?")


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, to a file (`node`) or to a name in a folder.

    write, cut (to `offset` bytes), sync: of a node. made, renamed (to `other`), gone, folder,
    folder gone, folder synced: of a path. said: what went to the pipe, an acknowledgement.
    """

    kind: str
    node: int = 0
    offset: int = 0
    data: bytes = b""
    path: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """The events, and the files that were there before: `names` of nodes, and their `bytes_`."""

    events: tuple[Event, ...]
    names: dict[str, int]
    bytes_: dict[int, bytes]
    folders: frozenset[str]


def files(folder: Path) -> dict[str, bytes]:
    """Each file below with its bytes; without the -shm, which no power cut survives."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.endswith("-shm"))
    return {str(p): p.read_bytes() for p in found}


def folders(folder: Path) -> frozenset[str]:
    return frozenset(str(p) for p in (folder, *folder.rglob("*")) if p.is_dir())


class Reader:
    """Follows names and handles through the calls; paths are absolute."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        before = files(folder)
        self._first = {path: node for node, path in enumerate(before, 1)}
        self._bytes = dict(enumerate(before.values(), 1))
        self._folders = folders(folder)
        self._names = dict(self._first)
        self._next = len(before) + 1
        self._process = self._first_process = ""
        self._handles: dict[tuple[str, int], int] = {}
        self._places: dict[tuple[str, int], int] = {}
        self._events: list[Event] = []

    def read(self, trace: Path) -> Trace:
        """Each process has handles of its own; only the first one speaks to us."""
        for line in _whole(trace.read_text("ascii", "replace").splitlines()):
            if (match := CALL.match(line)) and (result := int(match[4])) >= 0:
                self._process = match[1]
                self._first_process = self._first_process or match[1]
                self._call(match[2], match[3], result)
        return Trace(tuple(self._events), self._first, self._bytes, self._folders)

    def _call(self, name: str, rest: str, result: int) -> None:
        strings = [bytes.fromhex(s.replace("\\x", "")) for s in STRING.findall(rest)]
        paths = [self._absolute(rest, s.decode("utf-8", "replace")) for s in strings]
        handle = int(match[1]) if (match := HANDLE.match(rest)) and match[1] else -1
        if name == "openat":
            self._open(paths[0], rest, result)
        elif name == "close":
            self._handles.pop((self._process, handle), None)
        elif name in ("write", "pwrite64", "lseek", "ftruncate"):
            self._data(name, handle, rest, strings, result)
        elif name in ("fsync", "fdatasync"):
            self._sync(handle, rest)
        elif name == "rename" and self._is_ours(paths[1]):
            self._add(Event("renamed", path=paths[0], other=paths[1]))
            rename(self._names, *paths)
        elif name in ("unlink", "unlinkat", "rmdir") and self._is_ours(paths[0]):
            kind = "folder gone" if name == "rmdir" or "AT_REMOVEDIR" in rest else "gone"
            self._add(Event(kind, path=paths[0]))
            self._names.pop(paths[0], None)
        elif name == "mkdir" and self._is_ours(paths[0]):
            self._add(Event("folder", path=paths[0]))

    def _open(self, path: str, rest: str, handle: int) -> None:
        self._handles.pop((self._process, handle), None)
        if not self._is_ours(path) or "O_DIRECTORY" in rest:
            return
        if path not in self._names and "O_CREAT" in rest:
            self._names[path], self._next = self._next, self._next + 1
            self._add(Event("made", self._names[path], path=path))
        if path in self._names:
            opened = self._process, handle
            self._handles[opened], self._places[opened] = self._names[path], 0
            if "O_TRUNC" in rest:
                self._add(Event("cut", self._names[path]))

    def _data(self, name: str, handle: int, rest: str, strings: list[bytes], result: int) -> None:
        opened = self._process, handle
        node = self._handles.get(opened)
        if node is None:
            if handle == 1 and self._process == self._first_process and name == "write":
                self._add(Event("said", data=strings[0]))
            return
        if name == "lseek":
            self._places[opened] = result
        elif name == "ftruncate":
            self._add(Event("cut", node, int(rest.rsplit(", ", 1)[1])))
        elif name == "pwrite64":
            self._add(Event("write", node, int(rest.rsplit(", ", 1)[1]), strings[0][:result]))
        else:
            self._add(Event("write", node, self._places[opened], strings[0][:result]))
            self._places[opened] += result

    def _sync(self, handle: int, rest: str) -> None:
        if node := self._handles.get((self._process, handle)):
            self._add(Event("sync", node))
        elif (match := HANDLE.match(rest)) and match[2] and self._is_ours(path := _text(match[2])):
            self._add(Event("folder synced", path=path))

    def _absolute(self, rest: str, path: str) -> str:
        match = HANDLE.match(rest)
        base = _text(match[2]) if match and match[2] else ""
        return path if path.startswith("/") or not base else f"{base}/{path}"

    def _is_ours(self, path: str) -> bool:
        inside = path == self._folder or path.startswith(f"{self._folder}/")
        return inside and not path.endswith("-shm")

    def _add(self, event: Event) -> None:
        self._events.append(event)


def rename(names: dict[str, int], old: str, new: str) -> None:
    """Move a file, or a folder with what is in it."""
    for path in [p for p in names if p == old or p.startswith(f"{old}/")]:
        names[new + path[len(old) :]] = names.pop(path)


def _whole(lines: list[str]) -> Iterator[str]:
    """The lines, with each call that strace tells in two halves made one."""
    begun: dict[str, str] = {}
    for line in lines:
        process = line.split(" ", 1)[0]
        if line.endswith("<unfinished ...>"):
            begun[process] = line.removesuffix("<unfinished ...>")
        elif match := re.match(r"^\d+ +<\.\.\. \w+ resumed>(.*)", line):
            yield begun.pop(process, "") + match[1]
        else:
            yield line


def _text(path: str) -> str:
    """A path as strace writes it: plain, or each byte as \\x.."""
    if path.startswith("\\x"):
        return bytes.fromhex(path.replace("\\x", "")).decode("utf-8", "replace")
    return path
