"""The demonstration site on this machine: gunicorn in place of the running command."""

import os
import socket
import sys
from typing import NoReturn

from django.conf import settings
from django.db import connections

HOST = "127.0.0.1"


def base(port: int) -> str:
    """Where the site answers."""
    return os.environ.get("SITE_URL") or f"http://{HOST}:{port}"


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int) -> NoReturn:
    """Becomes the server. The settings are read again there, so that SITE_URL names the port that is served."""
    connections.close_all()
    sys.stdout.flush()
    command = [sys.executable, "-m", "gunicorn", "iomsite.wsgi", "--workers", "2", "--bind", f"{HOST}:{port}"]
    options = ["--chdir", str(settings.BASE_DIR), "--no-control-socket"]
    environment = os.environ | {"SITE_URL": base(port)}
    os.execve(sys.executable, [*command, *options], environment)  # noqa: S606  our own words
