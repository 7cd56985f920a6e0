"""The import of archived pages: find the files, read each, put each in whole or not at all, account for all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from iomsite.archive.load import Unloadable, load
from iomsite.archive.profile import BESIDE_PAGE
from iomsite.archive.readers import AUTO, reader_for
from iomsite.archive.report import Outcome, Report
from iomsite.archive.source import Unreadable, printable
from newsroom.refusal import Refusal


@dataclass(frozen=True)
class Choices:
    """How to import: `language` "" asks the page, `profile` None asks its folder, then the built-in one."""

    format: str = AUTO
    language: str = ""
    profile: Path | None = None
    publish: bool = False
    dry_run: bool = False


def import_pages(pages: Iterable[Path], choices: Choices) -> Report:
    """Imports page after page, as `find_pages` finds them; see `import_page`."""
    return Report([import_page(page, choices) for page in pages], dry_run=choices.dry_run)


def find_pages(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to import: those named, and in folders all but hidden ones and profiles, in order."""
    for path in paths:
        if not path.is_dir() or path.is_symlink():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if not hidden and not file.is_dir() and file.name != BESIDE_PAGE:
                yield file


def import_page(path: Path, choices: Choices) -> Outcome:
    """Imports one page in one transaction; a page that cannot go in leaves nothing and says why.

    A dry run does the same and takes it all back, so that its account is the true one.
    """
    try:
        page = reader_for(path, choices.format).read(path, language=choices.language, profile=choices.profile)
        with transaction.atomic():
            loaded = load(page, publish=choices.publish)
            outcome = Outcome.of(path, page, loaded)
            if choices.dry_run:
                transaction.set_rollback(True)
    except Unreadable as refusal:
        return Outcome.refused(path, str(refusal))
    except (Unloadable, Refusal) as refusal:
        return Outcome.refused(path, f"{printable(path)} {_as_predicate(refusal)}")
    return outcome


def _as_predicate(refusal: Exception) -> str:
    return f"was not imported: {refusal}" if isinstance(refusal, Refusal) else str(refusal)
