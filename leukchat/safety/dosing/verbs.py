"""The verbs of changing a treatment, in their forms."""

from __future__ import annotations

from functools import cache

PLAIN = (
    "stop quit discontinue skip double triple quadruple halve split cut reduce lower decrease increase raise bump hold pause suspend interrupt "
    "resume restart switch swap replace substitute change adjust tweak modify alter taper wean ease drop omit leave miss delay "
    "postpone stretch crush open repeat ditch forget withhold trim boost up dial scale step move go come get cease abandon bin top ramp space "
    "spread push save share exchange divide nibble chew shorten lengthen extend finish add combine reintroduce revert return bring let "
    "lessen slow build titrate down tail phase knock shave take have give put carry start begin use try keep"
).split()
WEAK = frozenset(
    "change open chew share start begin use try keep take have give put get go come move step let bring carry finish add save spread push up "
    "build slow return down repeat leave forget hold miss have up top knock combine".split()
)
STRONG = tuple(verb for verb in PLAIN if verb not in WEAK)


def forms(verb: str) -> set[str]:
    """A verb and its -ing form: "stop", "stopping"."""
    stem = verb[:-1] if verb.endswith("e") else verb
    doubled = verb + verb[-1] if len(verb) <= 6 and verb[-1] in "ptgnb" and verb[-2] in "aeiou" and verb[-3:-2] not in tuple("aeiou") else verb
    return {verb, stem + "ing", doubled + "ing", *((stem + "ped",) if verb == "stop" else ())} - {"loweringing"}


@cache
def change_words() -> frozenset[str]:
    """The words that a change can begin with; a sentence without any of them tells none."""
    verbs = {form for verb in PLAIN for form in (*forms(verb), verb + "s", verb + "ed", verb + "d", verb + verb[-1] + "ed")} | {
        "split",
        "cut",
        "held",
        "left",
        "taken",
        "withheld",
    }
    others = (
        "break holiday holidays rest pause gap day week night half quarter third twice less more fewer larger smaller higher lower lowest highest "
        "stronger weaker next old same only every without off cold do don't needn't necessary reason longer not no bit full step level notch rather "
        "instead follow stick return throw catch turn early late again time vacation avoid NUM one portion"
    )
    return frozenset(verbs | set(others.split()))
