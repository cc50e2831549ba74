"""Every error that LeukChat raises on purpose.

    LeukChatError              a problem that one plain line can explain
    ├── InputError             what the person gave cannot be used (exit code 2)
    │   ├── QuestionError      an empty, oversized, binary or unreadable question
    │   ├── ReportError        a lab report that cannot be read
    │   ├── ProfileError       a nutrition profile with impossible or unknown values
    │   └── SourceError        a document to be indexed that cannot be read
    ├── SettingsError          a setting with an unknown name or a value that is not accepted
    ├── LibraryError           an article or table of the package breaks its own rules
    ├── PromptError            a prompt file is missing or its variables do not fit
    ├── IndexStoreError        the search index is missing, damaged or of another version
    ├── EmbedderError          the embedding model is missing or not the one expected
    ├── ModelError             a language model cannot be loaded or did not answer
    └── GuardError             the safety layer itself failed (the answer is refused)

Messages name the value, what is accepted and what to do. They never hold personal data.
"""

from __future__ import annotations


class LeukChatError(Exception):
    """Base of all errors raised on purpose; its text is one line fit for a person."""


class InputError(LeukChatError):
    """What the person gave cannot be used."""


class QuestionError(InputError):
    """An empty, oversized, binary or unreadable question."""


class ReportError(InputError):
    """A lab report that cannot be read."""


class ProfileError(InputError):
    """A nutrition profile with impossible or unknown values.

    `problems` maps a field's name to one sentence that names the value and what is accepted.
    """

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(" ".join(problems.values()))


class SourceError(InputError):
    """A document to be indexed that cannot be read."""


class SettingsError(LeukChatError):
    """A setting with an unknown name or a value that is not accepted."""


class LibraryError(LeukChatError):
    """An article or table of the package breaks its own rules."""


class PromptError(LeukChatError):
    """A prompt file is missing or its variables do not fit."""


class IndexStoreError(LeukChatError):
    """The search index is missing, damaged or of another version."""


class EmbedderError(LeukChatError):
    """The embedding model is missing or is not the one expected."""


class ModelError(LeukChatError):
    """A language model cannot be loaded or did not answer."""


class GuardError(LeukChatError):
    """The safety layer itself failed; whatever it was judging is refused."""
