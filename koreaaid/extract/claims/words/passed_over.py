"""What may stand between a subject and its verb: adverbs, a date, a bracket, "who asked not to be named"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged

_SKIPPED = frozenset("rvmzb")
_SELVES = frozenset(["herself", "himself", "itself", "themselves"])
# "an officer who asked not to be named", "who spoke on condition of anonymity"
UNNAMED = frozenset(["anonymity", "anonymous", "identified", "named", "quoted"])
_ASKING = frozenset(["asked", "declined", "insisted", "preferred", "refused", "requested", "spoke", "wished"])
_LONGEST_WISH = 10


def before_adverbs(sentence: Tagged, stop: int) -> int:
    """Pass over what may stand between a subject and its verb: auxiliaries, adverbs, a date."""
    tags = sentence.tags
    end = stop
    while end and stop - end < 10:
        tag = tags[end - 1]
        if tag in _SKIPPED:
            end -= 1
        elif tag == "x" and sentence.words[end - 2 : end] == ["so", "far"]:
            end -= 2
        elif sentence.words[end - 1] in _SELVES and end > 1:  # "Rotem itself would say only that"
            end -= 1
        elif tag == "@":
            end -= 1
            if end and tags[end - 1] in "nio":  # "an update of Jan. 31 spoke of"
                end -= 1
        else:
            break
    return end


def before_wish(sentence: Tagged, end: int) -> int:
    """Pass over "who asked not to be named" between a subject and its verb."""
    relative = sentence.tags.rfind("R", max(0, end - _LONGEST_WISH), end)
    asks = relative > 0 and sentence.words[relative + 1] in _ASKING and "," not in sentence.tags[relative:end]
    return relative if asks else end


def before_bracket(tags: str, end: int) -> int:
    """Pass over "(NIS)" before `end`."""
    opening = tags.rfind("(", max(0, end - 12), end)
    return end if opening < 0 else opening
