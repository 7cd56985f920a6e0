import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from iomsite.archive.importing import Choices, find_pages, import_pages
from iomsite.archive.readers import AUTO, FORMATS
from iomsite.archive.report import Report


class Command(BaseCommand):
    help = (
        "Imports archived pages: menu, release and media contacts of each, with an account of every source line.\n"
        "Safe to run again. Exit status 1 if a page was refused.\n\n"
        "Example: manage.py import_archive archive/ --language fr --publish --report account.json"
    )

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a page, or a folder of pages")
        parser.add_argument("--dry-run", action="store_true", help="show the same account, write nothing")
        parser.add_argument("--format", choices=FORMATS, default=AUTO, help="the form of the pages (default: by name)")
        parser.add_argument("--language", choices=languages, default="", help="their language (default: told by each)")
        parser.add_argument("--publish", action="store_true", help="approve what was made, under the import's name")
        parser.add_argument(
            "--profile", type=Path, help="what is particular to the archive (default: archive.toml beside a page)"
        )
        parser.add_argument("--report", type=Path, metavar="FILE", help="write the account there (.json or text)")

    def handle(self, **options: Any) -> None:
        choices = Choices(**{name: options[name] for name in Choices.__dataclass_fields__})
        pages = tqdm(list(find_pages(options["paths"])), unit=" pages", disable=None, leave=False, file=sys.stderr)
        report = import_pages(pages, choices)
        self.stdout.write(report.as_text())
        if options["report"]:
            self._write(report, options["report"])
        for refusal in report.refusals:
            self.stderr.write(refusal)
        if report.refusals:
            raise SystemExit(1)

    def _write(self, report: Report, path: Path) -> None:
        try:
            report.write(path)
        except OSError as error:
            raise CommandError(f"The account could not be written to {path}: {error.strerror}.") from error
