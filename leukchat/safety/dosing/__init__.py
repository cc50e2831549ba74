"""Rules that keep doses out: of answers (`DosingOutput`) and in questions (`DosingInput`).

A text becomes tokens and marks (`tokens`, `marks`): numbers, units, forms, medicines. A dosing statement
is decided from these parts over the text and the two units before it (`window`) by the `checks`, in order:

- what has a grammar of its own: an amount with a unit (`amounts`), a count (`counts`), a figure (`figures`,
  `tables`), a how-often (`schedule`), a change (`change`), a missed dose (`missed`), a sum (`sums`), soft words (`advice`);
- what is left when all other readings are ruled out: a number that counts nothing else (`unexplained`), a
  change urged (`urged`), a rhythm (`durations`), a time (`timed`), a shape that is a dose whatever it is for
  (`unnamed`), a few words to somebody who asked for a dose (`answered`).

Questions: `request`, `phrasings`, and by elimination `asked_plainly`; what only sounds like one is told
apart by `curious`. Other languages fail closed (`foreign`). What the team decides, results, food and cited
studies pass. Patterns are many short alternatives (`phrases`); only those whose words stand in a sentence are tried, where they can begin.
"""

from __future__ import annotations

from leukchat.safety.dosing.output import WITHHELD, DosingOutput
from leukchat.safety.dosing.request import REFUSAL, DosingInput, asks_for_dose

__all__ = ["REFUSAL", "WITHHELD", "DosingInput", "DosingOutput", "asks_for_dose"]
