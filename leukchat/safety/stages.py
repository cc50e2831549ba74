"""The rules of each stage, mirrored: what is looked for in questions and in answers."""

from __future__ import annotations

from leukchat.safety.diagnosis import DiagnosisOutput
from leukchat.safety.dosing import DosingInput, DosingOutput
from leukchat.safety.dosing.phrases import Asked, Phrases
from leukchat.safety.emergency import EmergencyInput
from leukchat.safety.families import ANSWERS, QUESTIONS
from leukchat.safety.grounding import GroundingOutput
from leukchat.safety.harm import HarmInput, HarmOutput
from leukchat.safety.injection import InjectionInput
from leukchat.safety.learned import LearnedWording
from leukchat.safety.privacy import PrivacyInput
from leukchat.safety.rules import Rule
from leukchat.safety.self_harm import SelfHarmInput
from leukchat.types import Stage

INPUT_RULES: tuple[Rule, ...] = (SelfHarmInput(), EmergencyInput(), HarmInput(), InjectionInput(), DosingInput(), LearnedWording("input"), PrivacyInput())
OUTPUT_RULES: tuple[Rule, ...] = (DosingOutput(), DiagnosisOutput(), HarmOutput(), LearnedWording("output"), GroundingOutput())


def compile_patterns() -> None:
    """Compiles all patterns that answers and questions are searched for, which else happens one by one at their first use."""
    for register in (ANSWERS, QUESTIONS, Phrases.register, Asked.register):
        register.index().compile()


def rules_of(stage: Stage) -> tuple[Rule, ...]:
    """The rules that judge a stage."""
    return INPUT_RULES if stage == "input" else OUTPUT_RULES
