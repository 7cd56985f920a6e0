"""Old pages in: a file of the archive becomes a parsed page, every line of it accounted for."""
