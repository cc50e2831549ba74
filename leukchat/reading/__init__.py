"""Reading tools: how hard a text is, and what is in it."""
