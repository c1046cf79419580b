"""Countries, bodies and firms that a sentence names as parties to what a figure tells."""

from __future__ import annotations

import re

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.words.kinds import kind_of
from koreaaid.extract.claims.words.phrases import PRONOUNS, Phrase, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.actors import country_of, is_people_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import GOODS, category_of
from koreaaid.language.word_classes import BITS, OWNED

_THINGS = GOODS | {"other_count"}
# "K9s", "FA-50Ms", "KN-23s", not "G7", "LIG Nex1"
_MODEL = re.compile(r"[A-FH-Z][A-Z]{0,3}(?:-\d+[A-Z]{0,2}s?|\d+s)|K\d+[A-Z]{0,3}")
PRICED = frozenset(lexicon("modality")["priced"])
_BACK = 3
_LONGEST_DATELINE = 12


def is_party(sentence: Tagged, phrase: Phrase, *, titles: bool = False) -> bool:
    """Say whether a phrase names a country, a body or a firm, or a person with a title; no thing."""
    tags = sentence.tags[slice(*phrase)]
    if sentence.tags[phrase[1] : phrase[1] + 1] == "x" and tags[-1] == "C":  # "Polish tanks"
        return not is_people(sentence, phrase[1])
    opens = phrase[0] == 0 and (phrase[1] == 1 or tags[1] in "oi")
    if (opens and _is_common(sentence)) or is_goods(sentence, phrase):
        return False
    head = next((tags[:at] for at, tag in enumerate(tags) if tag in "oi" and at), tags)
    last = sentence.words[phrase[0] + len(head) - 1]
    if head[-1] == "C":
        return last[-2:] not in ("'s", "’s") and not is_people(sentence, phrase[0] + len(head))
    return head[-1] in "BNM" or (head[-1] == "j" and last[0].isupper()) or (titles and "T" in head)


def _is_common(sentence: Tagged) -> bool:
    """Say whether the first word is written with a capital for its place alone: "Exports rose"."""
    word = sentence.words[0]
    if sentence.tags[0] != "N" or not word[1:].islower():
        return False
    lower = word.lower()
    is_thing = BITS[lower] & OWNED or lower in PRICED or category_of(lower) in _THINGS
    return bool(is_thing) or sentence.is_near(f" {lower}")


def is_goods(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a phrase names arms: "the K9s", "the first FA-50", "price per tank"."""
    word = sentence.words[phrase[1] - 1]
    if category_of(word) in GOODS and sentence.tags[slice(*phrase)] in ("N", "dN"):  # "the Chunmoos"
        return True
    if word[-1:] == "s" or any(map(str.isdigit, word)):  # "for the K2PL"
        return bool(_MODEL.fullmatch(word))
    return word == "tank" and sentence.words[phrase[1] - 2] != "think"


def is_people(sentence: Tagged, end: int) -> int:
    """Return how many words before `end` are said of a people and its things: "South Korean", "Polish"."""
    words = sentence.words
    return 2 if is_people_word(" ".join(words[end - 2 : end])) else int(is_people_word(words[end - 1]))


def written(reading: Reading, sentence: Tagged, phrase: Phrase | None) -> str | None:
    """Return a phrase as written without article; "it" is the country or body that it takes up."""
    if phrase is None:
        return None
    if sentence.tags[phrase[0]] in PRONOUNS:
        return _antecedent(reading, sentence.index, phrase[0]) if sentence.tags[phrase[0]] == "I" else None
    start = phrase[0]
    while start < phrase[1] - 1 and sentence.tags[start] in "d#&":
        start += 1
    name = sentence.words[start]
    if phrase[1] - start > 1:
        name = sentence.written(start, phrase[1])
    name = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
    if name in ("North", "South"):
        return country_of(f"the {name}")
    return country_of(name) if is_people_word(name) else name


def _antecedent(reading: Reading, index: int, word: int) -> str | None:
    """Return the country or body that opened the sentence, or one shortly before."""
    for at in range(index, max(-1, index - _BACK), -1):
        sentence = reading.sentence(at)
        phrase = phrase_after(sentence, _opening(sentence))
        if phrase and (at < index or phrase[1] <= word) and _is_thing(sentence, phrase):
            return written(reading, sentence, phrase)
    return None


def _is_thing(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a phrase may be "it": a country, a body, "the manufacturer Otokar"."""
    tags = sentence.tags[slice(*phrase)]
    if tags[-1] in "CB" or (tags[-1] == "N" and "B" in tags):
        return True
    return len(tags) > 1 and not tags.strip("N") and kind_of(sentence, phrase) == "body"


def _opening(sentence: Tagged) -> int:
    """Return where a sentence begins behind a dateline, or behind what tells when or where."""
    if not sentence.words:
        return 0
    if sentence.words[0].isupper() or sentence.tags[0] == "(":  # "SEOUL (UPI) -- Hyundai Rotem said"
        dash = sentence.tags.find("-", 1, _LONGEST_DATELINE)
        if dash > 0 and (sentence.tags[dash - 1] in ")@" or sentence.tags[1] == ","):
            return dash + 1 + sentence.tags.startswith("--", dash)
    return sentence.tags.find(",") + 1 if sentence.tags[:1] in ("i", "n", "@") else 0
