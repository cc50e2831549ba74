"""Numbers the sources of a plan in the order in which they are first used."""

from __future__ import annotations

from collections.abc import Iterable

from leukchat.nutrition.model import NamedSource
from leukchat.nutrition.tables import source
from leukchat.types import Citation, SourceRef


class Citer:
    """Collects sources; each address is numbered once, from 1."""

    def __init__(self) -> None:
        self._seen: dict[str, NamedSource] = {}

    def cite(self, sources: Iterable[NamedSource]) -> None:
        """Adds sources; those already there keep their number."""
        for one in sources:
            self._seen.setdefault(one.url, one)

    def cite_ids(self, ids: Iterable[str]) -> None:
        """Adds sources by their id in nutrition_sources.yaml."""
        self.cite(source(one) for one in ids)

    def number(self, one: NamedSource | str) -> str:
        """The marker of a source, such as "[3]"; empty for one that was not cited."""
        url = one.url if isinstance(one, NamedSource) else source(one).url if one else ""
        return f"[{list(self._seen).index(url) + 1}]" if url in self._seen else ""

    def citations(self) -> tuple[Citation, ...]:
        """All sources as citations, in number order."""
        return tuple(
            Citation(n=n, passage_id=f"nutrition:{n}", title=one.name, section="", quote="", source=SourceRef(name=one.name, url=one.url))
            for n, one in enumerate(self._seen.values(), start=1)
        )
