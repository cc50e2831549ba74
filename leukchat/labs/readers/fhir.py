"""FHIR R4 as JSON or XML: bundles of any type, DiagnosticReport with contained results, Observation, and lines of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from fhir.resources.R4B.patient import Patient

from leukchat.errors import ReportError
from leukchat.labs.readers import RawReport
from leukchat.labs.readers.coded import Coded
from leukchat.labs.readers.coded_report import Subject, gather, iso_day, sex_of
from leukchat.labs.readers.coded_texts import decoded, with_attached
from leukchat.labs.readers.fhir_observation import Context, Fate, read_observation
from leukchat.labs.readers.fhir_resources import Library, Raw, load, valid

_PERSON = frozenset("gender birthDate name identifier telecom address contact".split())
_WITHDRAWN = frozenset(("entered-in-error", "cancelled"))
_SAID: dict[Fate, str] = {
    "withdrawn": "left out because they were cancelled or entered in error",
    "empty": "without a value (not done or pending)",
}
_HEIGHT = 5
# SNOMED CT codes of samples (https://browser.ihtsdotools.org), for those that come without words.
_SAMPLES = {
    "119297000": "blood",
    "258580003": "whole blood",
    "122555007": "venous blood",
    "445295009": "EDTA blood",
    "119361006": "plasma",
    "119364003": "serum",
    "122575003": "urine",
    "258450006": "cerebrospinal fluid",
    "119359002": "bone marrow",
}


@dataclass(slots=True)
class _Parents:
    """For each observation (by identity) the reports and panels that list it, and references that lead nowhere."""

    of: dict[int, list[Raw]] = field(default_factory=dict)
    missing: int = 0


class FhirReader:
    """Reads laboratory observations; other resources only where they say whose, when and of which sample."""

    formats: tuple[str, ...] = ("fhir",)

    def read(self, content: str | bytes, format: str) -> tuple[RawReport, ...]:
        """One report for each day. Raises ReportError for a broken document or for results of several people."""
        return read_library(load(content))


def read_library(library: Library, subject: Subject | None = None) -> tuple[RawReport, ...]:
    """The reports of a document that has been loaded. With `subject` all of it is about that one person.

    Without it a document whose observations are about several people is refused (ReportError).
    """
    parents = _parents(library)
    person = _owner(library, subject) if subject else _subject(library)
    items: list[Coded] = []
    fates: Counter[Fate] = Counter()
    unknown: list[str] = []
    for resource in library.of("Observation"):
        above = _above(parents, resource)
        if any(one.get("status") in _WITHDRAWN for one in above):
            fates["withdrawn"] += 1
            continue
        fate, found = read_observation(resource, _context(library, resource, above, person))
        fates[fate] += not (fate == "empty" and (resource.get("hasMember") or resource.get("component")))
        items += found
        if fate == "broken":
            unknown.append(_broken(resource))
    attached = () if items else _attached(library)
    reports = gather(items, person, _notes(library, fates, parents, read=bool(attached)), unknown)
    return with_attached(reports, attached, person)


def _attached(library: Library) -> tuple[tuple[str, bytes], ...]:
    """The documents of reports without coded results, each with the day of its report."""
    found: list[tuple[str, bytes]] = []
    for report in library.of("DiagnosticReport"):
        if report.get("status") in _WITHDRAWN:
            continue
        stated = (report.get("effectiveDateTime"), _inner(report, "effectivePeriod", "start"), report.get("issued"))
        day = next((day for text in stated if isinstance(text, str) and (day := iso_day(text))), "")
        forms = [form.get("data") for form in _list(report.get("presentedForm")) if isinstance(form, dict)]
        found += [(day, data) for form in forms if isinstance(form, str) and (data := decoded(form, "base64"))]
    return tuple(found)


def _notes(library: Library, fates: Counter[Fate], parents: _Parents, *, read: bool) -> list[str]:
    notes = [f"Entries {said}: {fates[fate]}." for fate, said in _SAID.items() if fates[fate]]
    if parents.missing:
        notes.append(f"{parents.missing} results are only mentioned, not contained. Export the Observations with the report.")
    if not read and any(one.get("presentedForm") for one in library.of("DiagnosticReport")):
        notes.append("The report has a document attached, which was not read. Save it as a file of its own and add it.")
    return notes


def _broken(resource: Raw) -> str:
    """A line for an observation that breaks the standard so far that its value cannot be trusted."""
    code = resource.get("code")
    codings = code.get("coding") if isinstance(code, dict) else None
    first = codings[0] if isinstance(codings, list) and codings and isinstance(codings[0], dict) else {}
    name = next((text for text in (code.get("text") if isinstance(code, dict) else None, first.get("display"), first.get("code")) if isinstance(text, str)), "Observation")
    return f"{name[:80]}: not valid FHIR"


def _parents(library: Library) -> _Parents:
    found = _Parents()
    for owner in (*library.of("DiagnosticReport"), *library.of("Observation")):
        for reference in _list(owner.get("result")) + _list(owner.get("hasMember")):
            target = library.resolve(owner, reference)
            if target is None:
                found.missing += 1
            elif target is not owner:
                found.of.setdefault(id(target), []).append(owner)
    return found


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _above(parents: _Parents, resource: Raw) -> list[Raw]:
    """The panels and reports over an observation, nearest first."""
    found: list[Raw] = []
    level = [resource]
    for _ in range(_HEIGHT):
        level = [owner for one in level for owner in parents.of.get(id(one), ()) if not any(owner is seen for seen in found)]
        found += level
    return found


def _context(library: Library, resource: Raw, above: list[Raw], person: Subject) -> Context:
    """Words on the sample and the headings, the day by the sample or the report, and the person's sex and age."""
    samples = [found for one in (resource, *above) for reference in _specimens(one) if (found := library.resolve(one, reference))]
    own = [found for reference in _specimens(resource) if (found := library.resolve(resource, reference))]
    chosen = own or (samples if len(samples) == 1 else [])
    shown = [reference.get("display") for reference in _specimens(resource) if isinstance(reference, dict)]
    words = tuple(dict.fromkeys(text for one in above for text in _words(one.get("code"))))
    named = [text for one in chosen for text in _words(one.get("type"))]
    sample = tuple(dict.fromkeys(text for text in (*named, *shown) if isinstance(text, str)))
    taken = [_inner(one, "collection", "collectedDateTime") or _inner(one, "collection", "collectedPeriod", "start") for one in chosen]
    stated = [one.get("effectiveDateTime") or _inner(one, "effectivePeriod", "start") for one in above]
    issued = [resource.get("issued"), *(one.get("issued") for one in above)]
    days = (iso_day(text) for text in (*taken, *stated, *issued) if isinstance(text, str))
    return Context(words, sample, next((day for day in days if day), None), person.sex, person.born)


def _specimens(resource: Raw) -> list[Any]:
    found = resource.get("specimen")
    return found if isinstance(found, list) else [found] if isinstance(found, dict) else []


def _words(concept: Any) -> list[str]:
    """Text, displays and plain codes of a concept that has not been checked."""
    if not isinstance(concept, dict):
        return []
    codings = [coding for coding in _list(concept.get("coding")) if isinstance(coding, dict)]
    found = [concept.get("text"), *(coding.get(key) for coding in codings for key in ("display", "code"))]
    return [_SAMPLES.get(text, text) for text in found if isinstance(text, str) and (text in _SAMPLES or not text.isdigit())]


def _inner(resource: Raw, *path: str) -> Any:
    value: Any = resource
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _owner(library: Library, subject: Subject) -> Subject:
    """A person who is known, with the names and identifiers that the document's patients have (one for each clinic)."""
    found = [_person(one) for one in library.of("Patient")]
    names = (*subject.names, *(name for one in found for name in one.names))
    kinds = (*subject.kinds, *(kind for one in found for kind in one.kinds))
    return replace(subject, names=tuple(dict.fromkeys(names)), kinds=tuple(dict.fromkeys(kinds)))


def _subject(library: Library) -> Subject:
    """The one person whom the observations are about. Raises ReportError if there are several."""
    patients = library.of("Patient")
    about: dict[str, Raw | None] = {}
    for resource in library.of("Observation"):
        reference = resource.get("subject")
        text = reference.get("reference") if isinstance(reference, dict) else None
        if isinstance(text, str):
            target = library.resolve(resource, reference)
            about[str(id(target)) if target else "/".join(text.split("/")[-2:])] = target
    if len(about) > 1:
        raise ReportError(f"This FHIR document holds results of {len(about)} people. Give a document with the results of one person.")
    chosen = next(iter(about.values()), None) or (patients[0] if len(patients) == 1 else None)
    return Subject() if chosen is None or chosen.get("resourceType") != "Patient" else _person(chosen)


def _person(resource: Raw) -> Subject:
    """Sex and date of birth of a Patient, and what must not leave the reader."""
    found, _ = valid(Patient, resource, _PERSON)
    if found is None:
        return Subject()
    names = [part for name in found.name or () for part in (name.text, name.family, *(name.given or ())) if part]
    kinds = ["name"] * bool(names) + ["date_of_birth"] * bool(found.birthDate) + ["record_number"] * bool(found.identifier) + ["address"] * bool(found.address)
    systems = {contact.system for contact in found.telecom or ()}
    kinds += ["phone"] * bool(systems & {"phone", "sms", "fax"}) + ["email"] * ("email" in systems)
    born = found.birthDate if isinstance(found.birthDate, date) else None
    return Subject(sex_of(found.gender), born, tuple(names), tuple(kinds))
