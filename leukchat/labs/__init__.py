"""Lab reports: any report in, true values out. Everything here is computed; no model takes part.

`read_labs` is the door: readers find rows, `interpret` gives each its analyte, unit and range, and
`derive`, `patterns`, `trends` and `summary` say what follows. Nothing here names a diagnosis.
"""

from __future__ import annotations

from leukchat.labs.model import LabReading
from leukchat.labs.read import LabInput, read_labs

__all__ = ["LabInput", "LabReading", "read_labs"]
