"""What comes to pass and nobody does on purpose: "will reach $20 billion", not "will send 40 guns"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon

LIMITS = tuple(lexicon("modality")["limits"])
_ACCOUNTING = ["account", "for"]
_NEEDING = frozenset(["need", "require"])
_LEAVE = frozenset(
    ["approval", "authorisation", "authorization", "licence", "license", "permission", "permit", "permits"]
)
_TAKING = frozenset(["have", "take"])


def is_there_still(sentence: Tagged, at: int) -> bool:
    """Say whether what is not to be is a limit or a want of sight: "cannot exceed 35%", "account for 9"."""
    words = sentence.words[at : at + 3]
    return (
        words[-2:] == _ACCOUNTING
        or words[:2] == _ACCOUNTING
        or any(word.lower().startswith(LIMITS) for word in words[:2])
    )


def befalls(sentence: Tagged, at: int) -> bool:
    """Say whether nobody does on purpose what the verb after "will" tells: "will reach $20 billion"."""
    flags, tags = sentence.flags, sentence.tags
    here = at
    while here > 0 and not flags[here - 1] & w.MODAL:
        if tags[here - 1] not in "bvr" and not flags[here - 1] & w.OUTCOME:
            break
        here -= 1
    while here < len(flags) and (flags[here] & (w.MODAL | w.NEGATION) or tags[here] == "r"):
        here += 1
    if here >= len(flags):
        return False
    word, after = sentence.words[here].lower(), sentence.words[here + 1 : here + 2]
    if word in _TAKING and (after == ["place"] or sentence.tells_things(here + 1, here + 3)):
        return False  # "will take 246 guns", "will have 640 staff", "will take place"
    if word in _NEEDING and not _LEAVE.isdisjoint(sentence.words[here + 1 : here + 4]):
        return False  # "will need special approval"
    if word == "come" and after != ["to"]:
        return False  # "will come from South Korea", "will come in May"
    if word.startswith(LIMITS):  # "would [exceed 300 billion won]"
        return True
    following = flags[here + 1] if here + 1 < len(flags) else 0
    if tags[here] in "bv":
        if following <= w.LOWER and here + 1 < len(flags) and sentence.words[here + 1].endswith("ing"):
            stem = sentence.words[here + 1].removesuffix("ing")
            return bool((w.BITS[stem] | w.BITS[f"{stem}e"]) & w.OUTCOME)  # not "will be conducting drills"
        return bool(following & w.SUFFERED) or not following & (w.FINITE | w.TRANSFER | w.AUXILIARY)
    return bool(flags[here] & w.OUTCOME)
