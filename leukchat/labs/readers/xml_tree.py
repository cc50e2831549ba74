"""XML from outside, parsed without entities or external files, with names freed of their namespaces."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from leukchat.errors import ReportError

XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def parse(content: str | bytes) -> Element:
    """The root of a document. Raises ReportError for broken XML and for entities, which can blow a file up."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(content.encode() if isinstance(content, str) else content)
    except DefusedXmlException as error:
        raise ReportError("This XML file defines entities, which are not opened. Export it again without them.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise ReportError(f"The XML is broken or cut off ({str(error)[:80]}). Export it again and send the whole file.") from error
    return root


def tag(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> list[Element]:
    """The elements at the end of a path of names, in order."""
    level = [] if element is None else [element]
    for name in names:
        level = [inner for one in level for inner in one if tag(inner) == name]
    return level


def child(element: Element | None, *names: str) -> Element | None:
    """The first element at the end of a path of names."""
    return next(iter(children(element, *names)), None)


def get(element: Element | None, name: str) -> str:
    """An attribute, without surrounding blanks; empty if it or the element is missing."""
    return "" if element is None else (element.get(name) or "").strip()


def text(element: Element | None) -> str:
    """All text inside an element in one line."""
    return "" if element is None else " ".join(" ".join(element.itertext()).split())
