"""Imports guardrails-ai so that it sends nothing: no spans, no metrics, no cost map.

`settings.rc.enable_metrics = False` does not hold, because every new Guard reads the user's file
again; so the SDK behind the spans is switched off before the import, and the reader of that file
is replaced by one that always answers "metrics off" (checked by tests/guardrails/test_network.py).
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

_ENVIRONMENT = {
    "OTEL_SDK_DISABLED": "true",
    "GUARDRAILS_RUN_SYNC": "true",
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
}


@cache
def quiet_guardrails() -> ModuleType:
    """The guardrails module, imported once with telemetry off."""
    os.environ.update(_ENVIRONMENT)
    if find_spec("nltk") is not None:  # guardrails-ai fetches nltk data on import where nltk is installed
        setattr(import_module("nltk"), "download", lambda *args, **kwargs: False)  # noqa: B010 - the module has no type stubs
    guardrails = import_module("guardrails")
    from guardrails.classes.rc import RC
    from guardrails.settings import settings

    off = RC(id="", token="", enable_metrics=False, use_remote_inferencing=False)
    RC.load = classmethod(lambda cls, logger=None: off)
    settings.rc = off
    settings.disable_tracing = True
    return guardrails
