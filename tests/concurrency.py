"""Acts on several connections at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from newsroom.refusal import Refusal


def at_once(*acts):
    """The outcome of each act, begun together, each on a connection of its own."""
    barrier = Barrier(len(acts))

    def perform(act):
        try:
            barrier.wait(timeout=10)
            return act()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(perform, acts))
