"""Speakers that a colon or a dash names: "Zelenskyy: …", "Quote from Zelenskyy: …", "…: Shoigu"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.phrases import HEADS, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.actors import country_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import AUXILIARY, FINITE

_LABELS = lexicon("reporting")["labels"]
_SOURCE = frozenset(label.lower() for label in _LABELS["source"])
_OTHER = frozenset(label.lower() for label in _LABELS["other"])
_ANSWERS = frozenset(label.lower() for label in _LABELS["answers"])
_PICTURES = frozenset(label.lower() for label in _LABELS["pictures"])
_ENDS = frozenset(label.lower() for label in _LABELS["ends"])
_LONGEST_HEAD = 8
_LONGEST_QUOTING = 24
_QUOTES = frozenset(["attributable", "comments", "quote", "quotes", "remarks", "statement", "statements"])
_ATTRIBUTED = frozenset(["attributable", "attributed", "by", "from", "of"])
_LONGEST_TAIL = 6
_ARTICLES = (["a"], ["an"])


def label_of(sentence: Tagged) -> str | None:
    """Return the label before a colon at the start of a sentence, in small letters: "details"."""
    colon = sentence.tags.find(":", 0, _LONGEST_HEAD)
    if colon < 1:
        return None
    return " ".join(sentence.words[:colon]).lower()


def is_label(words: str) -> bool:
    """Say whether words before a colon are a label of what follows, and nobody who speaks ("Background")."""
    return words.lower() in _SOURCE or words.lower() in _OTHER


def is_source_label(label: str | None) -> bool:
    """Say whether what follows the label is a speaker ("Source: Yonhap")."""
    return label in _SOURCE


def is_picture_label(label: str | None) -> bool:
    """Say whether what follows the label is a picture's caption ("Photo: Tanks near Lviv")."""
    return label in _PICTURES


def is_answer_label(label: str | None) -> bool:
    """Say whether the label is that of an answer in an interview ("A:")."""
    return label in _ANSWERS


def ends_source(label: str | None) -> bool:
    """Say whether what follows the label comes from elsewhere ("Background:")."""
    return label in _ENDS


def labelled_sources(sentence: Tagged) -> list[Source]:
    """Return the speakers that stand before a colon at the start or after one at the end."""
    found = []
    head = _head(sentence)
    if head:
        found.append(head)
    tail = _tail(sentence) or _headline(sentence)
    if tail:
        found.append(tail)
    return found


def _headline(sentence: Tagged) -> Source | None:
    """Read a headline that leaves the article out: "100 missiles and 9,000 men: report adds it up"."""
    tags = sentence.tags
    colon = tags.rfind(":")
    if colon < 3 or tags[colon + 1 : colon + 2] != "D" or "#" not in tags[:colon]:
        return None
    word = sentence.words[colon + 1]
    if word.endswith("s") or tags[colon + 2 : colon + 3] not in ("x", "V", "U") or _is_stopped(sentence):
        return None
    return Source((colon + 1, colon + 2), ":", colon, 0, colon, begins=colon, outer=True)


def _is_stopped(sentence: Tagged) -> bool:
    """Say whether a full stop or another mark ends the sentence."""
    last = len(sentence.tags) - 1
    return sentence.start_of(last) + len(sentence.words[last]) < sentence.end


def _head(sentence: Tagged) -> Source | None:
    tags = sentence.tags
    quoting = sentence.words[0].lower() in _QUOTES
    colon = tags.find(":", 0, _LONGEST_QUOTING if quoting else _LONGEST_HEAD)
    if colon < 1:
        return None
    label = " ".join(sentence.words[:colon]).lower()
    if label in _SOURCE or label in _OTHER or label.endswith(" live"):
        return None
    start = int(tags[0] == "-")  # "- NIS chief Cho Tae-yong: 10,900 are at the front"
    if quoting and _ATTRIBUTED.intersection(sentence.words[1:4]):
        phrase = phrase_after(sentence, 3 if tags[2] == "2" else 2)
        return phrase and Source(phrase, ":", colon, colon + 1, len(tags), begins=0)
    if "quote" in label.split()[:2]:  # "Quote from Zelenskyy"
        start = next((i + 1 for i in range(colon) if tags[i] in "Foy"), colon)
    elif any(tag not in HEADS and tag not in "djoF" for tag in tags[start:colon]):
        return None
    if tags[0] == "d" and sentence.words[colon + 1 : colon + 2] in _ARTICLES:
        return None  # "The Koksan: a 170 mm gun"
    if not tags[colon + 1 :].strip("#@(),;-"):
        return None  # "Prisoners: 2 (+1)"
    if tags[:colon] in ("C", "NC") and sentence.index == 0 and not _is_stopped(sentence):
        return _of_country(sentence, colon)
    if (
        start >= colon
        or not _speaks(tags[start:colon])
        or (start == 0 and _is_dateline(sentence.words[:colon]))
    ):
        return None
    if start == 0 and tags[:colon] == "N" and not _is_named(sentence, colon):
        return None  # "Goal: 1,000 new members"
    return Source((start, colon), ":", colon, colon + 1, len(tags), begins=0)


def _of_country(sentence: Tagged, colon: int) -> Source | None:
    """Read a headline that a country tells: "South Korea: 900 containers shipped to Russia"; no dateline."""
    if _is_dateline(sentence.words[:colon]) and sentence.words[0].isupper():
        return None
    if not any(bits & (FINITE | AUXILIARY) for bits in sentence.flags[colon:]):
        return None
    return Source((0, colon), ":", colon, colon + 1, len(sentence.tags), begins=0)


def _is_named(sentence: Tagged, colon: int) -> bool:
    """Say whether one word before a colon is a name: a sentence follows, or it is written elsewhere too."""
    says = any(bits & (FINITE | AUXILIARY) for bits in sentence.flags[colon:])
    return says or sentence.is_elsewhere(sentence.words[0])


def _tail(sentence: Tagged) -> Source | None:
    """Read the end of a headline: "6,000 workers to rebuild Kursk: Shoigu"."""
    tags = sentence.tags
    size = len(tags) if "|" not in tags else tags.find("|")
    thinks = sentence.words[size - 2 : size] == ["think", "tank"]
    mark = max(
        tags.rfind(":", max(0, size - _LONGEST_TAIL), size),
        tags.rfind("-", max(0, size - _LONGEST_TAIL), size),
    )
    after = tags[mark + 1 : size - thinks] + "B" * thinks
    if (
        mark < 3
        or mark + 1 >= size
        or any(tag not in HEADS and tag != "j" for tag in after.replace("xB", "B"))
    ):
        return None
    if (size == len(tags) and _is_stopped(sentence)) or sentence.words[mark - 1].lower() in _OTHER:
        return None
    capital = after == "C" and (tags[mark] == ":" or _tells_figure(tags, mark))
    if not _speaks(after) and not capital:
        return None
    owns = after[0] == "C" and after[-1] in "BD" and sentence.words[mark + 1][-2:] in ("'s", "’s")
    spoken = owns or capital or sentence.words[size - 1] == "intelligence"
    if tags[mark] == "-" and "C" in after and not spoken:
        return None
    return Source((mark + 1, size), ":", mark, 0, mark, begins=mark, outer=True)


def _tells_figure(tags: str, dash: int) -> bool:
    """Say whether a dash ends what a capital tells: "fell by 40% in autumn – Seoul", not "Warsaw – Seoul"."""
    return "#" in tags[:dash] and tags[dash - 1] != "C"


def _is_dateline(words: list[str]) -> bool:
    """Say whether a head is the place of a dateline: "SEOUL: ", "BUSAN: "."""
    return words[0].isupper() and (len(words[0]) > 5 or country_of(words[0].title()) is not None)


def _speaks(tags: str) -> bool:
    return any(tag in "NTBMD" for tag in tags) and tags[-1] in "NTBMD"
