"""The analytes that the name of a coded observation means: known names, LOINC's long names, names with more words."""

from __future__ import annotations

import re

from leukchat.labs.analytes import exact_name
from leukchat.labs.catalogue import catalogue
from leukchat.labs.folding import fold
from leukchat.labs.readers.loose_names import loose_ids
from leukchat.labs.readers.segments import accepted, split_segments
from leukchat.labs.readers.tokens import tokens
from leukchat.labs.readers.vocabulary import NEUTRAL

_CUT = re.compile(r"\s*(?:\[| in |/100 | - | of blood\b| by |,)")
_GENE_WORDS = re.compile(
    r"\b(?:genes?|mutations?|mutational|status|analysis|sequencing|fusion|transcripts?|quantitative|qualitative|assay|test|screen(?:ing)?|by pcr|pcr|rt-?pcr|ngs|detection|exon \d+)\b",
    re.IGNORECASE,
)
_LONG_WORDS = frozenset(
    "in or of by per mass moles volume entitic fraction units number percent ratio catalytic activity arbitrary concentration platelet poor capillary arterial cells "
    "leukocytes leukocyte wbc wbcs erythrocytes rbc coagulation assay immunoassay electrophoresis chromatographic hplc pure standard high sensitivity total absolute with "
    "without pyridoxal phosphate rate calculation formula ckd epi mdrd bcg bcp dye binding hb".split()
)


def name_ids(name: str, *, whole: bool = False) -> tuple[str, ...] | None:
    """The analytes that a name means, also one of LOINC's long names; () for a known other test, None if unknown.

    With `whole` the name must be known as it stands, without other words in it.
    """
    found = exact_name(name)
    if found is None and (cut := _CUT.search(name)) and cut.start() and _says_no_more(fold(name[cut.start() :])):
        found = exact_name(name[: cut.start()])
        if found and ("/100 " in name or "%" in name):
            found = tuple(key for key in found if key.endswith("_percent") or key == "nrbc") or found
        if found and "/100 " not in name and "[#/volume]" in name:
            found = tuple(key for key in found if not key.endswith("_percent")) or found
    if found is None and not whole:
        found = loose_ids(name)
    if found is None and not whole and not _is_long(name):
        segments = [segment for segment in split_segments(name, tokens(name)) if accepted(segment)]
        found = segments[0].ids if len(segments) == 1 and not segments[0].has_value and segments[0].ids else None
    if found is None and (bare := _GENE_WORDS.sub(" ", name)) != name and (ids := exact_name(bare)):
        found = ids if all(catalogue().analytes[key].qualitative or key == "bcr_abl1_is_percent" for key in ids) else None
    return found


def _says_no_more(rest: str) -> bool:
    """Whether what follows a name only says how and in which blood it was measured (`in Serum or Plasma by …`)."""
    return all(word in NEUTRAL or word in _LONG_WORDS for word in re.findall(r"[a-z]+", rest))


def _is_long(name: str) -> bool:
    """Whether a name is one of LOINC's long names, of which only the first part is looked up."""
    return "[" in name or "/100 " in name
