"""Emergencies in the person's own words: found before anything else, answered with the action first.

What people say is data (`data/emergency_words.yaml`), what it means and what to do is data with its
source (`data/emergency_signs.yaml`). The rule never says what the cause is.
"""

from __future__ import annotations

from leukchat.safety.emergency.message import card
from leukchat.safety.emergency.order import cards
from leukchat.safety.emergency.rule import EmergencyInput
from leukchat.safety.emergency.temperature import temperature_c

__all__ = ["EmergencyInput", "card", "cards", "temperature_c"]
