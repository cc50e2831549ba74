"""The resources of a FHIR R4 document: found in bundles, reports and lines, linked, and checked leniently."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from leukchat.errors import ReportError
from leukchat.labs.readers.fhir_xml import from_xml

Raw = dict[str, Any]
Model = TypeVar("Model", bound=BaseModel)
MAX_RESOURCES = 50_000
_DEPTH = 8
_ROUNDS = 6


@dataclass(slots=True)
class Library:
    """All resources of a document in order, with what their references point to."""

    resources: list[Raw] = field(default_factory=list)
    by_reference: dict[str, Raw] = field(default_factory=dict)
    local: dict[int, dict[str, Raw]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Raw]:
        """The resources of one type."""
        return [one for one in self.resources if one.get("resourceType") == kind]

    def resolve(self, owner: Raw, reference: Any) -> Raw | None:
        """What a Reference of `owner` points to, if the document holds it."""
        text = reference.get("reference") if isinstance(reference, dict) else None
        if not isinstance(text, str):
            return None
        if text.startswith("#"):
            return self.local.get(id(owner), {}).get(text[1:])
        text = text.partition("/_history/")[0]
        return self.by_reference.get(text) or self.by_reference.get("/".join(text.split("/")[-2:]))


def load(content: str | bytes) -> Library:
    """The resources of a document of JSON or XML, or of lines of JSON. Raises ReportError for what is neither or holds too many."""
    library = Library()
    text = _text(content)
    for root in [from_xml(content)] if text.lstrip().startswith("<") else _documents(text):
        for one in root if isinstance(root, list) else [root]:
            if isinstance(one, dict):
                _add(library, one, None, None, 0)
    if not library.resources:
        raise ReportError("This file holds no FHIR resource. Export the results as a FHIR Bundle, DiagnosticReport or Observation.")
    return library


def _text(content: str | bytes) -> str:
    if isinstance(content, str):
        return content.lstrip("\ufeff")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    return content.decode("utf-8-sig", errors="replace")


def _documents(text: str) -> list[Any]:
    """The document, or one for each line (the form of bulk exports)."""
    try:
        return [_parse(text)]
    except json.JSONDecodeError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if error.msg.startswith("Extra data") and len(lines) > 1:
            try:
                return [_parse(line) for line in lines]
            except json.JSONDecodeError as second:
                error = second
        raise ReportError(f"The FHIR JSON is broken or cut off (line {error.lineno}: {error.msg}). Export it again and send the whole file.") from error


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except (RecursionError, ValueError) as error:
        if isinstance(error, json.JSONDecodeError):
            raise
        raise ReportError(f"The FHIR JSON cannot be read ({str(error)[:80] or 'too deep'}). Export it again.") from error


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _add(library: Library, resource: Raw, url: str | None, owner: Raw | None, depth: int) -> None:
    """Puts a resource, and those inside it, into the library."""
    kind = resource.get("resourceType")
    if depth > _DEPTH or not isinstance(kind, str):
        return
    if len(library.resources) >= MAX_RESOURCES:
        raise ReportError(f"The FHIR document holds more than {MAX_RESOURCES:,} resources. Export only the lab results, or a shorter time.")
    identity = resource.get("id")
    if owner is None:
        library.resources.append(resource)
        named = (f"{kind}/{identity}", f"urn:uuid:{identity}") if isinstance(identity, str) else ()
        for key in (url, *named):
            if key:
                library.by_reference.setdefault(key, resource)
    for inner in _dicts(resource.get("contained")):
        if isinstance(inner.get("id"), str):
            library.local.setdefault(id(resource), {})[inner["id"]] = inner
        library.resources.append(inner)
    for inner in library.local.get(id(resource), {}).values():
        library.local[id(inner)] = library.local[id(resource)]  # contained resources may point to each other
    for entry in (*_dicts(resource.get("entry")), *_dicts(resource.get("parameter"))):
        inside = entry.get("resource")
        request = entry.get("request")
        deleted = isinstance(request, dict) and request.get("method") == "DELETE"
        if isinstance(inside, dict) and not deleted:
            full = entry.get("fullUrl")
            _add(library, inside, full if isinstance(full, str) else None, None, depth + 1)


def _dicts(value: Any) -> Iterator[Raw]:
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def _without_blanks(value: Any) -> Any:
    """A value without texts that are empty, which the standard forbids and some programs write (`"unit": ""`)."""
    if isinstance(value, dict):
        return {key: _without_blanks(inner) for key, inner in value.items() if inner != ""}
    return [_without_blanks(inner) for inner in value if inner != ""] if isinstance(value, list) else value


def valid(model: type[Model], resource: Raw, keys: frozenset[str]) -> tuple[Model | None, tuple[str, ...]]:
    """A resource as its checked model, without the elements that break the standard, whose names come second.

    Only `keys` are looked at. None where what remains is not such a resource.
    """
    data = {key: _without_blanks(value) for key, value in resource.items() if key in keys or key == "resourceType"}
    dropped: list[str] = []
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data), tuple(dropped)
        except ValidationError as error:
            broken = {str(part["loc"][0]) for part in error.errors() if part["loc"]} & data.keys() - {"resourceType"}
        except (TypeError, AttributeError, ArithmeticError):  # a value of a kind that the package does not expect
            return None, tuple(dropped)
        if not broken:
            break
        dropped += sorted(broken)
        data = {key: value for key, value in data.items() if key not in broken}
    return None, tuple(dropped)
