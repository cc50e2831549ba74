"""The safety layer on guardrails-ai: the only room that imports that package."""
