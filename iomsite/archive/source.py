"""From a file's bytes to clean lines of text, or one sentence that says why not."""

import codecs
import hashlib
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SIZE_LIMIT = 2 * 1024 * 1024
LINE_LIMIT = 100_000

# Only signatures that no page of text can begin with.
SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MISSING = "does not exist: check the name."
LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")


class Unreadable(ValueError):  # noqa: N818 (it is raised with a sentence, and reads as one)
    """A file that cannot become a page: one sentence naming it, what is wrong and what to do."""

    def __init__(self, path: Path, trouble: str) -> None:
        super().__init__(f"{printable(path)} {trouble}")
        self.trouble = trouble


@dataclass(frozen=True)
class Source:
    """A readable file: its path, the SHA-256 of its bytes, its lines without their ends."""

    path: Path
    fingerprint: str
    lines: tuple[str, ...]


def open_source(path: Path) -> Source:
    """Read a page of text in UTF-8, UTF-16 (marked or not), UTF-32 (marked) or Windows-1252.

    Raises `Unreadable` for anything else: too large, binary, empty, damaged, a link.
    """
    data = read_bytes(path)
    text = decode(path, data)
    if not text.strip():
        raise Unreadable(path, "is empty or holds blank lines alone: there is nothing to import.")
    lines = tuple(split(text))
    if longest := next((n for n, line in enumerate(lines, 1) if len(line) > LINE_LIMIT), 0):
        raise Unreadable(
            path,
            f"has a line of more than {LINE_LIMIT:,} characters (line {longest}), which no page has:"
            " check that it is the right file.",
        )
    return Source(path, hashlib.sha256(data).hexdigest(), lines)


def printable(path: Path) -> str:
    """The path fit for a terminal and a database, whatever bytes are in the name."""
    return "".join(char if char.isprintable() else "\ufffd" for char in str(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file of at most 2 MB; `Unreadable` for anything else."""
    try:
        # O_NONBLOCK: opening a named pipe would otherwise wait for a writer.
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except (OSError, ValueError) as error:
        raise Unreadable(path, _why_not_opened(path, error)) from None
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise Unreadable(path, "is not an ordinary file: name a file of the archive.")
    with os.fdopen(opened, "rb") as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise Unreadable(path, "is larger than 2 MB, which no page is: check that it is the right file.")
    return data


def _why_not_opened(path: Path, error: Exception) -> str:
    if os.path.islink(path):
        return "is a symbolic link: name the file that it leads to."
    if isinstance(error, FileNotFoundError):
        return MISSING
    reason = getattr(error, "strerror", None) or "no file can have this name"
    return f"cannot be opened ({reason}): check its name and your rights."


def decode(path: Path, data: bytes) -> str:
    """The text in the bytes; the order is: known binary, marked, UTF-16, UTF-8, Windows-1252."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(path, f"is {what}, not text: save the page as plain text.")
    text = _marked(path, data)
    if text is None:
        text = _sixteen(path, data) if b"\x00" in data else _eight(path, data)
    if "\x00" in text:
        raise Unreadable(path, "contains NUL bytes, so it is not text: save the page as plain text.")
    if 20 * sum(map(_is_control, text)) > len(text):
        raise Unreadable(path, "is full of control characters, so it is not text: save it as plain text.")
    return text


def _marked(path: Path, data: bytes) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise Unreadable(
                    path, f"claims to be {encoding.upper()} but is damaged: save it again as UTF-8."
                ) from None
    return None


def _sixteen(path: Path, data: bytes) -> str:
    """Bytes with NULs in them: UTF-16 without its mark, if that gives writing we know."""
    little = data[1::2].count(0) > data[::2].count(0)
    text = data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    if 10 * sum(map(_is_known_writing, text)) < 9 * len(text):
        raise Unreadable(path, "contains NUL bytes, so it is not text: save the page as plain text.")
    return text


def _eight(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    loose = data.decode("utf-8", errors="replace")
    whole = sum(char > "\x7f" and char != "\ufffd" for char in loose)
    if whole > loose.count("\ufffd"):
        raise Unreadable(path, f"is UTF-8 but damaged at byte {broken + 1}: mend it there or save it again as UTF-8.")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_control(char: str) -> bool:
    return char not in "\t\n\r\x0b\x0c" and unicodedata.category(char) == "Cc"


def _is_known_writing(char: str) -> bool:
    """Latin, Arabic and general punctuation: what UTF-16 read the wrong way round never is."""
    return "\t" <= char < "\u0250" or "\u0600" <= char < "\u0780" or "\u2000" <= char < "\u2200"


def split(text: str) -> Iterator[str]:
    """The lines of a text, trimmed and clean; a last line end opens no further line."""
    lines = LINE_ENDS.split(text)
    if not lines[-1]:
        lines.pop()
    return map(clean, lines)


def clean(line: str) -> str:
    """One line in NFC without control characters, lone surrogates or byte order marks."""
    kept = "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} else char for char in line)
    # A non-breaking space is part of the text and stays, but for one at an end or after another space.
    return unicodedata.normalize("NFC", re.sub(r"(\s)\s+", r"\1", kept.replace("\ufeff", ""))).strip()
