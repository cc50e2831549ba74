"""The permanent line of the page, and the one sentence an answer may carry."""

from __future__ import annotations

import re

PERMANENT = (
    "LeukChat explains; it does not diagnose, prescribe or replace your treatment team, and it never gives doses. "
    "No clinician has reviewed its library yet. In an emergency call your local emergency number."
)
_TREATMENT = re.compile(r"\b(?:treat\w*|chemo\w*|transplant\w*|drugs?|medicines?|side effects?|tki\w*|imatinib|venetoclax|steroids?|therapy|inhibitors?)\b", re.IGNORECASE)
_RESULTS = re.compile(r"\b(?:counts?|results?|blood tests?|hemoglobin|platelets|neutrophils?|anc|wbc|mrd|bcr|marrow test|cbc)\b", re.IGNORECASE)
_SYMPTOMS = re.compile(
    r"\b(?:symptoms?|pain\w*|tired\w*|fatigue|fever\w*|bruis\w*|bleed\w*|nausea\w*|vomit\w*|sores?|rash\w*|swollen|cough\w*|dizz\w*|headaches?)\b", re.IGNORECASE
)
_OUTLOOK = re.compile(r"\b(?:survival|outlook|prognosis|life expectancy|curable|cured?|relapse\w*|how long)\b", re.IGNORECASE)


def disclaimer(question: str) -> str:
    """At most one sentence for an answer: whom to ask, and why. Empty where it would not help."""
    if _OUTLOOK.search(question):
        return "Your own team can say what this means for you, because it depends on your test results and on how treatment works."
    if _SYMPTOMS.search(question):
        return "Tell your treatment team about new or worse symptoms, because they know your counts and your medicines."
    if _RESULTS.search(question):
        return "Go through your own results with your treatment team, because one value means little without the others and the trend."
    if _TREATMENT.search(question):
        return "Your treatment team can tell you which of this applies to you, because plans differ from person to person."
    return ""
