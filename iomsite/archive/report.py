"""The account of an import: what each page became and where each of its lines went, to read and to compute with."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from iomsite.archive.load import Loaded
from iomsite.archive.parsed import Fate, ParsedPage, account
from iomsite.archive.source import printable


@dataclass(frozen=True)
class Outcome:
    """One file: its parsed page and what it became, or the sentence why it did not go in."""

    path: str
    page: ParsedPage | None = None
    made: tuple[str, ...] = ()
    address: str = ""
    remarks: tuple[str, ...] = ()
    refusal: str = ""

    @classmethod
    def of(cls, path: Path, page: ParsedPage, loaded: Loaded) -> "Outcome":
        edition = loaded.release.editions.filter(language=page.language).last()
        address = edition.get_absolute_url() if edition else ""
        return cls(printable(path), page, tuple(loaded.made), address, (*page.remarks, *loaded.remarks))

    @classmethod
    def refused(cls, path: Path, sentence: str) -> "Outcome":
        return cls(printable(path), refusal=sentence)

    @property
    def state(self) -> str:
        if self.refusal:
            return "refused"
        return "imported" if self.made else "unchanged"


@dataclass(frozen=True)
class Report:
    """The account of a run."""

    outcomes: list[Outcome]
    dry_run: bool = field(default=False, kw_only=True)

    @property
    def refusals(self) -> list[str]:
        return [outcome.refusal for outcome in self.outcomes if outcome.refusal]

    def as_text(self) -> str:
        """For the terminal: a paragraph a page, the totals last. Refusals are not in it: they go to standard error."""
        return "\n".join([*(line for outcome in self.outcomes for line in _told(outcome)), self.totals()])

    def totals(self) -> str:
        counted = Counter(outcome.state for outcome in self.outcomes)
        numbers = ", ".join(f"{counted[state]} {state}" for state in ("imported", "unchanged", "refused"))
        note = " Dry run: nothing was written." if self.dry_run else ""
        pages = "1 page" if len(self.outcomes) == 1 else f"{len(self.outcomes)} pages"
        return f"{pages}: {numbers}.{note}"

    def as_json(self) -> str:
        """For programs: every page with the fate of its every line."""
        return json.dumps(
            {"dry_run": self.dry_run, "pages": [_as_data(outcome) for outcome in self.outcomes]},
            ensure_ascii=False,
            indent=1,
        )

    def write(self, path: Path) -> None:
        """Writes the account, as JSON where the file's name ends so, else as text."""
        text = self.as_json() if path.suffix == ".json" else "\n".join([self.as_text(), *self.refusals])
        path.write_text(f"{text}\n", encoding="utf-8")


def _told(outcome: Outcome) -> Iterator[str]:
    page = outcome.page
    if page is None:
        return
    yield f"{outcome.path}: {outcome.state} ({page.language})"
    yield f"  title: {page.title}"
    if outcome.address:
        yield f"  address: {outcome.address}"
    if outcome.made:
        yield f"  made: {', '.join(outcome.made)}"
    yield f"  {len(page.lines)} lines: " + ", ".join(f"{number} {fate}" for fate, number in account(page.lines).items())
    for line in page.lines:
        if line.fate is Fate.DROPPED and line.text:
            yield f"  line {line.number} dropped, {line.reason}: {line.text[:80]}"
    for remark in outcome.remarks:
        yield f"  note: {remark}"


def _as_data(outcome: Outcome) -> dict[str, object]:
    page = outcome.page
    data: dict[str, object] = {"path": outcome.path, "state": outcome.state, "made": outcome.made}
    if page is None:
        return data | {"refusal": outcome.refusal}
    lines = [
        {"number": line.number, "fate": line.fate, "reason": line.reason, "text": line.text} for line in page.lines
    ]
    return data | {
        "language": page.language,
        "title": page.title,
        "address": outcome.address,
        "account": account(page.lines),
        "remarks": outcome.remarks,
        "lines": lines,
    }
