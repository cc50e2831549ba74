"""The safety rules: pure functions over text, no model, no network, no guardrails import."""
