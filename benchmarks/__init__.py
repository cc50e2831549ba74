"""One question a file; each prints a table, then one JSON line."""
