"""The web page: one file per tab; it shows values that other rooms computed."""
