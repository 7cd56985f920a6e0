import os
from argparse import ArgumentParser, ArgumentTypeError

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from iomsite.demo.load import Incomplete, load_demo, what_to_open
from iomsite.demo.serve import base, is_free, serve
from newsroom.refusal import Refusal


class Command(BaseCommand):
    help = "Sets up the demonstration site and serves it. Safe to run again: it keeps what was edited."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.epilog = "Example: manage.py demo --port 8080"
        parser.add_argument("--no-serve", action="store_true", help="set up only")
        parser.add_argument(
            "--port", type=_port, default=os.environ.get("PORT") or "8000", help="default: $PORT, else 8000"
        )

    def handle(self, *, no_serve: bool, port: int, **options) -> None:
        if settings.DEBUG:
            raise CommandError("The demonstration runs as a real site does: unset DEBUG.")
        if not no_serve and not is_free(port):
            raise CommandError(f"Port {port} is taken: choose another with --port or PORT=.")
        self.stdout.write("Database and static files")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write("Content")
        try:
            passwords = load_demo()
        except (Incomplete, Refusal) as error:
            raise CommandError(str(error)) from error
        self._tell(base(port), passwords)
        if not no_serve:
            serve(port)

    def _tell(self, address: str, passwords: dict[str, str]) -> None:
        self.stdout.write("\nOpen:")
        for name, path in what_to_open():
            self.stdout.write(f"  {name:<30}{address}{path}")
        self.stdout.write("\nStaff:")
        for name, password in passwords.items():
            self.stdout.write(f"  {name:<30}{password}  (shown this once)")
        if not passwords:
            self.stdout.write("  editor, publisher: there already. A new password: manage.py changepassword editor")


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) < 65536:
        raise ArgumentTypeError("give a port, from 1 to 65535.")
    return int(text)
