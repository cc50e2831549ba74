"""LeukChat: plain-language, cited, guarded answers for people with leukemia."""

__version__ = "0.1.0"
