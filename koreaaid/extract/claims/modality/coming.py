"""Figures of a time to come, told without a verb that says so: "announced $200 million for 2024"."""

from __future__ import annotations

from koreaaid.extract.claims.modality.relatives import SET_ASIDE
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.verbs.verb_groups import VERB
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Date, Modality, Quantity
from koreaaid.language.word_classes import PLEDGED, REPORTS

_YEAR = 4
_FAR = 16
_NEAR_DAY = 10
_BEGINNING = frozenset(
    ["arrive", "arrives", "begin", "begins", "come", "comes", "follow", "follows", "start", "starts"]
)
_OF_THAT = (["of", "it"], ["of", "that"], ["of", "them"], ["of", "this"])
_IS_FOR = (["is", "for"], ["are", "for"])
_LINKS = (["for"], ["into"], ["on"], ["to"])
_NEXT = ("the coming", "the next")
_GIVING = frozenset(["announced", "announces", "announce", "budgeted", "granted", "set"])


def of_coming(reading: Reading, sentence: Tagged, word: int, quantity: Quantity) -> Modality:
    """Return whether a figure of a time after the publication is planned or expected.

    A sum "for" a year is planned where it is given, else expected; goods whose delivery begins then are
    planned: "deliveries of 16 launchers begin in 2028".
    """
    if "@" in sentence.tags and _begins_later(reading, sentence, word):
        return "planned"
    if _is_kept_for(sentence, word):
        return "planned"
    if quantity.category != "money":
        return "asserted"
    given = _given_behind(sentence, word)
    ahead = sentence.tags[given + 1 : given + 3]
    if not (ahead == "f@" and _is_for_years(reading, sentence, given)) and not (
        ahead == "p@" and sentence.words[given + 1] == "over" and sentence.words[given + 2].startswith(_NEXT)
    ):
        return "asserted"
    if given > word:
        return "planned"
    for at in range(word - 1, max(-1, word - _FAR), -1):
        if sentence.flags[at] & PLEDGED or sentence.words[at].lower() in _GIVING:
            return "planned"
    return "expected"


def _is_for_years(reading: Reading, sentence: Tagged, given: int) -> bool:
    """Say whether a year to come follows: "$200 million [for 2024]"."""
    date = sentence.figures[given + 2]
    if not isinstance(date, Date) or date.earliest is None or date.timex_value is None:
        return False
    years = len(date.timex_value) == _YEAR or "/" in date.timex_value
    return years and reading.published is not None and date.earliest > reading.published


def _is_kept_for(sentence: Tagged, word: int) -> bool:
    """Read "$260 million is set aside for the yard", "15 places are reserved for guests"."""
    at = word + 1
    if sentence.words[at : at + 2] in _OF_THAT:
        at += 2
    elif sentence.tags[at : at + 1] in ("x", "j"):  # "15 places"
        at += 1
    verb = at
    while sentence.tags[at : at + 1] in ("b", "v", "r"):
        at += 1
    if sentence.words[at : at + 2] == ["set", "aside"]:
        at += 1
    elif sentence.words[at : at + 1] not in SET_ASIDE or (at == verb and verb > word + 1):
        return False
    return sentence.tags[at + 1 : at + 2] == "f"


def _given_behind(sentence: Tagged, word: int) -> int:
    """Return the last word of "set aside", "earmarked" behind a figure, else its own index."""
    if sentence.words[word + 1 : word + 3] == ["set", "aside"]:
        return word + 2
    return word + 1 if sentence.words[word + 1 : word + 2] in SET_ASIDE else word


def part_of_plan(sentence: Tagged, word: int, earlier: Quantity) -> Modality:
    """Return what is told of the whole for a part of it: "$9 million, $3 million of that for roads".

    What the part is was so before: "90 hectares are to be cleared, a third of it farmland".
    """
    tags, words = sentence.tags, sentence.words
    if earlier.start < sentence.start or earlier.modality == "asserted":
        return "asserted"
    if tags[word - 1 : word] == "&" and _is_gapped(sentence, word, earlier):
        return earlier.modality
    if tags[word - 2 : word] == "oR" and words[word + 1 : word + 3] in _IS_FOR:
        return earlier.modality if earlier.modality in ("planned", "expected") else "asserted"
    if tags[word - 1 : word] != ",":
        return "asserted"
    if words[word + 1 : word + 3] not in _OF_THAT or word + 3 >= len(words):
        return "asserted"
    goes = tags[word + 3] in "fi2" or words[word + 3].endswith("ed")
    return earlier.modality if goes and earlier.modality in ("planned", "expected") else "asserted"


def _is_gapped(sentence: Tagged, word: int, earlier: Quantity) -> bool:
    """Say whether a figure shares the verb before: "$9 million will go to roads and $4 million to"."""
    figure, link = sentence.figures[word], sentence.words[word + 1 : word + 2]
    if link not in _LINKS or not isinstance(figure, Quantity) or figure.unit != earlier.unit:
        return False
    last = next((at for at in range(word - 1, -1, -1) if sentence.tags[at] == "#"), -1)
    if last < 0 or sentence.figures[last].start != earlier.start or link[0] not in sentence.words[last:word]:
        return False
    return not any(bits & (VERB | REPORTS) for bits in sentence.flags[word:])


def _begins_later(reading: Reading, sentence: Tagged, word: int) -> bool:
    """Say whether a verb in the present tense and a day to come follow a figure."""
    day = sentence.tags.find("@", word, word + _NEAR_DAY)
    if day < 0 or reading.published is None or ";" in sentence.tags[word:day]:
        return False
    verb = next((at for at in range(word + 1, day) if sentence.words[at] in _BEGINNING), 0)
    if not verb or sentence.tags[verb - 1] in "d2,aiFm" or "#" in sentence.tags[word + 1 : verb]:
        return False
    date = sentence.figures[day]
    return isinstance(date, Date) and date.earliest is not None and date.earliest > reading.published
