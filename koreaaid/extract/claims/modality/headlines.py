"""What a headline without a verb plans: "Defence budget to grow by 8 percent", "Sales to top $1 billion"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon

_BUDGETS = frozenset(lexicon("modality")["budgets"])
_FAR = 8
_VERBS = w.FINITE | w.AUXILIARY | w.WILL | w.WOULD | w.COULD | w.CAN


def headline_modality(sentence: Tagged, word: int) -> Modality | None:
    """Return what a headline says of a figure by an infinitive after its subject; None elsewhere."""
    tags, words = sentence.tags, sentence.words
    to = tags.rfind("2", max(0, word - _FAR), word)
    if to < 1 or tags[to - 1] not in "xNCTBM" or sentence.is_stopped():
        return None
    if any(
        tag in ",;:&" or bits & w.CLAUSE
        for tag, bits in zip(tags[to:word], sentence.flags[to:word], strict=True)
    ):
        return None
    verb = w.BITS[words[to + 1].split()[0].lower()]  # "to [exceed $9 billion]"
    if not verb & (w.OUTCOME | w.TRANSFER) or any(bits & _VERBS for bits in sentence.flags[:to]):
        return None
    subject = [near.lower() for near in words[:to]]
    return "planned" if verb & w.TRANSFER or not _BUDGETS.isdisjoint(subject) else "expected"
