"""A model behind any OpenAI-compatible server: vLLM, TGI, llama.cpp, Ollama, `transformers serve`, a cluster."""

from __future__ import annotations

import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from leukchat.errors import ModelError, SettingsError
from leukchat.models.answerer import AnswerRequest, Notice
from leukchat.models.prompting import build_messages
from leukchat.models.slots import Slots
from leukchat.models.written import unless_declined, until_repeating
from leukchat.retrieval.store import SearchIndex
from leukchat.safety.privacy import mask
from leukchat.settings import ModelSettings, Settings

# A server's tokenizer is not here: English medical text has about four characters a token, and three keeps a margin.
CHARACTERS_A_TOKEN = 3
FAILURES_TO_OPEN, SECONDS_OPEN = 3, 30


def make(settings: Settings, _index: SearchIndex) -> EndpointAnswerer:
    """What the factory calls. Raises SettingsError without a usable address and model name; connects to nothing."""
    return EndpointAnswerer(settings.model)


class EndpointAnswerer:
    """Writes answers with a remote model; what the person wrote is sent without identifiers. Safe to share between threads.

    After three failures in a row the server is left alone for half a minute (circuit breaker), so that nobody waits for it.
    """

    name = "endpoint"

    def __init__(self, settings: ModelSettings) -> None:
        parts = urlsplit(settings.endpoint_url)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise SettingsError(f"model.endpoint_url is {settings.endpoint_url!r}; give the address of an OpenAI-compatible server, for instance http://localhost:8000/v1.")
        if not settings.endpoint_model:
            raise SettingsError("model.endpoint_model is empty; give the model's name on that server (vLLM: the name given to --served-model-name or of the adapter).")
        self._settings = settings
        self._host = parts.hostname or parts.netloc
        self._slots = Slots(settings.at_once, settings.waiting, settings.seconds)
        self._lock = threading.Lock()
        self._made: tuple[Any, Any] | None = None

    @property
    def about(self) -> str:
        """Which model is in use and where, for the page: people must know that their words leave the machine."""
        return f"{self._settings.endpoint_model} on the server {self._host}"

    def warm(self) -> None:
        """Asks for one token. Raises ModelError when the server does not answer."""
        client, breaker = self._client()
        with self._errors(), breaker.calling():
            client.invoke([("user", "Leukemia")], max_tokens=1)

    def stream(self, request: AnswerRequest) -> Generator[str | Notice, None, None]:
        """Text as the server sends it. Closing it closes the connection, which ends generation there."""
        until = time.monotonic() + self._settings.seconds
        turns = tuple(turn.model_copy(update={"content": mask(turn.content)}) for turn in request.history)
        private = replace(request, question=mask(request.question), history=turns)
        prompted = build_messages(private, lambda text: len(text) // CHARACTERS_A_TOKEN, self._settings.context_tokens - self._settings.max_new_tokens)
        yield from self._slots.queue()
        with self._slots.taken(), closing(self._chunks(list(prompted.messages), until)) as chunks:
            yield from until_repeating(unless_declined(chunks))

    def _chunks(self, messages: list[dict[str, str]], until: float) -> Generator[str, None, None]:
        client, breaker = self._client()
        with self._errors():
            with breaker.calling():
                chunks = iter(client.stream(messages))
                first = next(chunks, None)
            try:
                if first is not None:
                    yield first.text
                for chunk in chunks:
                    if time.monotonic() > until:  # the client's own limit is for each chunk
                        raise ModelError(f"The model server {self._host} did not finish within {self._settings.seconds:.0f} seconds.")
                    yield chunk.text
            finally:
                chunks.close()

    def _client(self) -> tuple[Any, Any]:
        """The LangChain client and its breaker, made once."""
        with self._lock:
            if self._made is None:
                import pybreaker
                from langchain_openai import ChatOpenAI

                settings = self._settings
                client = ChatOpenAI(
                    base_url=settings.endpoint_url,
                    api_key=settings.endpoint_key.get_secret_value() or "none",
                    model=settings.endpoint_model,
                    temperature=settings.temperature,
                    top_p=settings.top_p if settings.temperature > 0 else None,
                    seed=settings.seed,
                    max_tokens=settings.max_new_tokens,
                    timeout=settings.seconds,
                    max_retries=settings.endpoint_retries,
                    stream_usage=False,
                )
                self._made = client, pybreaker.CircuitBreaker(fail_max=FAILURES_TO_OPEN, reset_timeout=SECONDS_OPEN, throw_new_error_on_trip=False)
            return self._made

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Turns what the client raises into a ModelError with the remedy; the key never appears in it."""
        import httpx
        import openai
        import pybreaker

        server = f"The model server {self._host}"
        try:
            yield
        except pybreaker.CircuitBreakerError as error:
            raise ModelError(f"{server} failed several times; it is asked again in {SECONDS_OPEN} seconds.") from error
        except openai.AuthenticationError as error:
            raise ModelError(f"{server} refused the key. Set LEUKCHAT_MODEL__ENDPOINT_KEY.") from error
        except openai.NotFoundError as error:
            raise ModelError(f"{server} has no model {self._settings.endpoint_model!r}, or its address does not end in /v1.") from error
        except (openai.APITimeoutError, httpx.TimeoutException) as error:
            raise ModelError(f"{server} did not answer within {self._settings.seconds:.0f} seconds.") from error
        except (openai.APIConnectionError, httpx.TransportError) as error:
            raise ModelError(f"{server} cannot be reached. Check model.endpoint_url and that the server runs.") from error
        except openai.OpenAIError as error:
            raise ModelError(f"{server} answered with an error ({type(error).__name__}).") from error
