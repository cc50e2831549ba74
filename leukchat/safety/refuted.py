"""Advice that is only told to be refuted: "A forum tells people to take it. Please don't."

Somebody else says it, or it stands in quotation marks, and the same sentence or the next speaks
against it and puts nothing in its place.
"""

from __future__ import annotations

import re

_ENDS = re.compile(r"[.!?\n;](?=\s|$)")
_CLAIMED = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|some (?:people|sites?|posts?|clinics?|sellers?)|(?:an?|the|this|that|your|his|her|one|if an?) (?:\w+ ){0,2}?(?:forum|video|website|site|post|page|blog|book|podcast|advert\w*|ad|"
    r"leaflet|flyer|friend|neighbou?r|healer|seller|salesman|influencer|guru|cousin|colleague|stranger|relative|aunt|uncle|chat|group|app|shop|magazine|newspaper|channel|rumou?r))\b"
    r"(?: (?:on|in|from|of|at) (?:\w+ ){1,3}?| online | who \w+ | with (?:\w+ ){1,4}?| ){1,2}?(?:\w+ly )?(?:tells?|told|says?|said|writes?|wrote|written|advis\w+|claims?|claimed|suggests?|suggested|recommends?|recommended|calls?|offers?|urges?|wants?|insists?|promis\w+|swears?|asks?|saying|claiming|promising|telling|swearing)\b"
)
_NAMED_SAYING = re.compile(
    r"[\"'] ?,? ?(?:is|are|was) (?:an? |the |one of the )?(?:\w+ ){0,2}?(?:sentence|phrase|line|saying|myth|rumou?r|belief|claim|advice|half-?truth|fib|slogan)s?\b"
)
_AGAINST = re.compile(
    r"\b(?:please (?:don't|do not|never|ignore)|don't|do not|never|isn't|is not|aren't|are not|dangerous|no (?:study|trial|evidence|proof|data)|untrue|wrong|false|myth|differently|warning sign|red flag|reason to (?:leave|doubt|go)|"
    r"bad (?:idea|advice)|ask your|unsafe|harm\w*|sent people|scam|can kill|ignore|beware|be careful|nonsense|cost lives|not (?:true|safe|so|right|proven)|poor advice|tell your team|avoid|doesn't|does not|didn't|(?:is|it's|just|are) (?:just )?not (?:an? |any )?(?:treatment|cure|medicine))\b"
)
_IN_ITS_PLACE = re.compile(
    r"\b(?:instead,? (?:take|have|use|give|stop|skip|halve|try|drink)|(?:take|have|use|give|try|drink)\b[^.!?]{0,40}\binstead|(?:is|are|'s|'re) right\b(?! to)|it works|they work|is true|i agree|makes sense|go ahead|but (?:take|half|two|one|you can|it's fine|it is fine)|why not|safe to)\b"
)
_WIDEST = 300  # letters of a sentence looked at on either side


_MYTH = r"(?:myths?|rumou?rs?|fairy ?tales?|misconceptions?|hoax\w*|legends?|half-?truths?|fibs?|old wives' tales?)"
_MYTH_BEFORE = re.compile(rf"\b{_MYTH}\b ?(?:that|:|,|-|is that|says|goes|has it)|^\W*(?:fiction|false|wrong|untrue)\b ?:")
_MYTH_AFTER = re.compile(
    rf"[\"'] ?,? ?(?:is|are|was|were) (?:\w+ ){{0,4}}?{_MYTH}\b|[\"'] ?,? ?(?:is|are|was) (?:(?:only|simply|just|at best) )?(?:half[- ]true|not true|untrue|false|wrong|nonsense|too simple|half the story)\b|[\"'] ?[-,:–]? ?(?:stories|tales|posts|claims|headlines|testimonials|videos|ads|adverts) (?:like|such as)\b"
)
_NO_MYTH = re.compile(rf"\b(?:no|not an?|isn't an?|never an?) (?:\w+ )?{_MYTH}\b")


def refuted(plain: str, start: int, end: int) -> bool:
    """Whether what stands at start..end of a normalised text is somebody else's claim that the text speaks against."""
    first = max((found.end() for found in _ENDS.finditer(plain, max(0, start - _WIDEST), start)), default=max(0, start - _WIDEST))
    stop = _ENDS.search(plain, max(start, end - 1), end + _WIDEST)
    last = stop.end() if stop else min(len(plain), end + _WIDEST)
    after = _ENDS.search(plain, last + 1, last + _WIDEST)
    rest = plain[min(end, last) : after.end() if after else min(len(plain), last + _WIDEST)]
    if (_MYTH_BEFORE.search(plain[first:start]) or _MYTH_AFTER.search(plain, start, last)) and not _NO_MYTH.search(plain, first, last) and _IN_ITS_PLACE.search(rest) is None:
        return True
    if _NAMED_SAYING.search(plain, start, last) is None and _CLAIMED.search(plain, first, min(end, start + 40)) is None:
        return False
    return _AGAINST.search(rest) is not None and _IN_ITS_PLACE.search(rest) is None
