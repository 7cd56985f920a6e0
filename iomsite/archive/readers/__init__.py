"""One reader a format; a new format is a class here and in `READERS`."""

from pathlib import Path
from typing import Protocol

from iomsite.archive.parsed import ParsedPage
from iomsite.archive.readers.text import TextReader
from iomsite.archive.source import MISSING, Unreadable


class Reader(Protocol):
    """What every format's reader offers."""

    name: str

    def reads(self, path: Path) -> bool:
        """Whether a file of this name is for this reader; the file is not opened."""

    def read(self, path: Path, *, language: str = "", profile: Path | None = None) -> ParsedPage:
        """The page in the file; raises `Unreadable`."""


READERS: tuple[Reader, ...] = (TextReader(),)
AUTO = "auto"
FORMATS = (AUTO, *(reader.name for reader in READERS))


def reader_for(path: Path, chosen: str = AUTO) -> Reader:
    """The reader of the chosen format, or by `auto` the first that reads files of this name.

    Raises `Unreadable` where no reader does, `KeyError` for a format that is not in `FORMATS`.
    """
    if chosen != AUTO:
        return {reader.name: reader for reader in READERS}[chosen]
    for reader in READERS:
        if reader.reads(path):
            return reader
    unknown = "is of no known format by its name: choose one with --format."
    raise Unreadable(path, unknown if path.exists() else MISSING)
