import sys
from argparse import ArgumentParser, ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from newsroom.synthetic import SeedUsed, load


class Command(BaseCommand):
    help = (
        "Adds N synthetic releases for measuring, each published in English, French and Spanish. "
        "A seed always makes the same ones and is taken once: it is refused when they are there already."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.epilog = "Example: manage.py load_synthetic 20000 --seed 7"
        parser.add_argument("number", metavar="N", type=_number, help="how many releases")
        parser.add_argument("--seed", type=_seed, default=1, help="a whole number (default: 1)")

    def handle(self, *, number: int, seed: int, **options) -> None:
        with tqdm(total=number, unit=" releases", disable=None, leave=False, file=sys.stderr) as bar:
            try:
                load(number, seed, bar.update)
            except SeedUsed as error:
                raise CommandError(str(error)) from error
        self.stdout.write(f"{number} synthetic releases in three languages, seed {seed}.")


def _number(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("give a whole number, 1 or more.")
    return int(text)


def _seed(text: str) -> int:
    if not text.isascii() or not text.isdecimal():
        raise ArgumentTypeError("give a whole number, 0 or more.")
    return int(text)
