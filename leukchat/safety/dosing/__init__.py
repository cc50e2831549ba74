"""Rules that keep doses out: of answers (`DosingOutput`) and in questions (`DosingInput`).

A text becomes marks (`marks`): numbers, units, forms, medicines. A dosing statement is decided from
these parts over the text and the two units before it (`window`): an amount with a unit (`amounts`), a
count (`counts`), a how-often (`schedule`), a change (`change`), a missed dose (`missed`), a sum
(`sums`), or in few and soft words (`advice`). Questions: `request` and `phrasings`; what only sounds
like one is told apart by `curious`. What the team decides, results, food and cited studies pass.
"""

from __future__ import annotations

from leukchat.safety.dosing.output import WITHHELD, DosingOutput
from leukchat.safety.dosing.request import REFUSAL, DosingInput, asks_for_dose

__all__ = ["REFUSAL", "WITHHELD", "DosingInput", "DosingOutput", "asks_for_dose"]
