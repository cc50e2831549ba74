"""Makes the answerer that the settings name. Other back ends register here, tests' scripted ones too."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from leukchat.errors import ModelError, SettingsError
from leukchat.models.answerer import Answerer
from leukchat.retrieval.store import SearchIndex
from leukchat.settings import Settings

Maker = Callable[[Settings, SearchIndex], Answerer]
_LATE = {"embedded": "leukchat.models.embedded", "llama": "leukchat.models.llama", "endpoint": "leukchat.models.endpoint"}
_registered: dict[str, Maker] = {}


def register_answerer(name: str, maker: Maker) -> None:
    """Makes `name` a value that the setting `model.name` accepts."""
    _registered[name] = maker


def model_names() -> tuple[str, ...]:
    """Every accepted value of the setting `model.name`."""
    return (*_LATE, *_registered)


def make_answerer(settings: Settings, index: SearchIndex) -> Answerer:
    """The answerer named by `settings.model.name`; imports its back end only now.

    Raises SettingsError for an unknown name, ModelError when the back end cannot run here.
    """
    name = settings.model.name
    if name in _registered:
        return _registered[name](settings, index)
    if name not in _LATE:
        raise SettingsError(f"Model {name!r} is not known; use one of {', '.join(model_names())}.")
    try:
        module = import_module(_LATE[name])
    except ImportError as error:
        raise ModelError(f"Model {name!r} cannot run here ({error}). Use --model embedded, or install the missing part.") from error
    maker: Maker = module.make
    return maker(settings, index)
