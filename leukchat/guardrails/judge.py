"""An optional second opinion by a model: Llama Guard or any OpenAI-compatible endpoint. It may add a block, never lift one.

Asked only about texts that the rules let pass. Personal details are masked before anything is sent. A judge that cannot be
reached, is late or answers neither "safe" nor "unsafe" refuses, as every check that breaks does; whoever runs LeukChat may
set `guard.judge_failure` to `rules`, so that the verdict of the rules stands instead. Both are logged.
"""

from __future__ import annotations

import logging
import re
from functools import cached_property
from typing import TYPE_CHECKING

from leukchat.guardrails.running import refusal
from leukchat.prompts import load_prompt
from leukchat.safety.privacy import mask
from leukchat.safety.rules import Context
from leukchat.settings import GuardSettings
from leukchat.types import Action, Finding, Stage

if TYPE_CHECKING:
    from langchain_openai import ChatOpenAI

WITHHELD = "I held this back, because a second safety check advised against it. Please ask your treatment team."
_ANSWER = re.compile(r"^\W*(?P<verdict>safe|unsafe)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_CATEGORY = re.compile(r"\bS\d{1,2}\b", re.IGNORECASE)
_log = logging.getLogger(__name__)


class ModelJudge:
    """Asks the endpoint of the settings; safe to share between threads."""

    name = "judge"

    def __init__(self, settings: GuardSettings) -> None:
        """Opens nothing yet."""
        self._settings = settings

    def finding(self, stage: Stage, text: str, context: Context) -> Finding | None:
        """A block if the model calls the text unsafe or fails to answer; None if it calls it safe. Never raises."""
        try:
            said = str(self._model.invoke(self._messages(stage, text, context)).content)
        except Exception as error:  # noqa: BLE001 - whatever breaks on the way to a model counts as no answer
            return self._failed(text, type(error).__name__)
        answer = _ANSWER.match(said)
        if answer is None:
            return self._failed(text, "unreadable answer")
        named = [category.upper() for category in _CATEGORY.findall(answer["rest"])]
        ignored = bool(named) and set(named) <= set(self._settings.judge_ignore)
        if answer["verdict"].lower() == "safe" or ignored:
            return None
        return Finding(rule="harm.judge", action=Action.block, start=0, end=len(text), message=WITHHELD)

    def _failed(self, text: str, why: str) -> Finding | None:
        _log.error("the model judge failed (%s); %s", why, "refused" if self._settings.judge_failure == "refuse" else "the rules' verdict stands")
        return refusal("judge.error", text) if self._settings.judge_failure == "refuse" else None

    @cached_property
    def _model(self) -> ChatOpenAI:
        from langchain_openai import ChatOpenAI
        from pydantic import SecretStr

        return ChatOpenAI(
            base_url=self._settings.judge_url,
            model=self._settings.judge_model,
            api_key=SecretStr(self._settings.judge_key.get_secret_value() or "none"),
            timeout=self._settings.judge_seconds,
            max_retries=0,
            temperature=0,
            max_completion_tokens=20,
        )

    def _messages(self, stage: Stage, text: str, context: Context) -> list[tuple[str, str]]:
        """Llama Guard's own template holds its policy and takes the turns as they are; other models get ours as a prompt."""
        judged, question = mask(text), mask(context.question) or "A question about leukemia."
        if self._settings.judge == "llama-guard":
            return [("user", judged)] if stage == "input" else [("user", question), ("assistant", judged)]
        prompt = load_prompt("guard_judge")
        return [("system", prompt.render(role="a person's question" if stage == "input" else "an assistant's answer")), ("user", judged)]
