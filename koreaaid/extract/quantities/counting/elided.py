"""What a count counts where no noun follows: "of whom 600", "their number to 12,000", "killed 1,200"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.counting.acquired import GETTING, is_downed, is_got, is_hired, topic_got
from koreaaid.extract.quantities.counting.alike import like
from koreaaid.extract.quantities.counting.casualties import (
    BY_OWN_HAND,
    loss_after,
    loss_before,
    names_people,
    struck,
)
from koreaaid.extract.quantities.counting.named import (
    PUT,
    asked_for,
    goods_bought,
    goods_named,
    nearest_noun,
    opening_noun,
    paid_before,
    people_so_far,
    put_at_number,
    same_number,
)
from koreaaid.extract.quantities.counting.parts import (
    LOST,
    PERSONS,
    described_behind,
    held_by,
    noun_of_part,
    of_opening,
    of_share,
    of_those_before,
)
from koreaaid.extract.quantities.counting.stated import Counted, level_of_change, noun_of, subject_of_level
from koreaaid.extract.quantities.counting.votes import are_votes
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.antecedents import antecedent, is_alike, part_of_sum, wholes_of
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import COUNTED, GOODS, MEN, PEOPLE, category_of, is_container, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import PERIODS, POLLED, STOPS, designation_category, is_designation
from koreaaid.language.phrases import Phrase, phrase_after
from koreaaid.language.preceding import noun_ending

_LINKS = frozenset([
    "from", "at", "to", "number", "numbers", "numbered", "numbering", "totaled", "totalled", "totaling",
    "totalling", "reached", "exceeded", "is", "are", "was", "were",
])  # fmt: skip
_SUBJECT = late(
    r"(?<!['’-])\b((?:[A-Za-z][\w-]*+ )?[A-Za-z][\w-]*+)"
    r"(?: (?:rose|fell|grew|climbed|increased|dropped|stood|stands?|came|doubled|expanded))?"
    rf"(?:,? now| who are now|,? currently)? (?:{alternatives(_LINKS)}) \Z"
)
# "Losses among North Korean troops stood at 3,000"
_LOSSES_AMONG = late(
    r"\b(casualties|losses|deaths|fatalities|injuries) (?:among|of|in|for)(?: [A-Za-z-]+){0,3} \Z",
    re.IGNORECASE,
)
_LABEL = late(r"(?:\A|[\s(])([A-Za-z][a-z-]+): \Z")
# ... and one that opens a line or a sentence: "Estimated attendance: 45,000"
_OPENING_LABEL = late(r"(?:\A|[\n.;•*(|”\"]|\s[-–—])[ \t]*([A-Z][a-z-]+(?: [a-z-]+){0,3}): \Z")
_DOING = frozenset(lexicon("phrases")["doing"]["words"])
_LACKS = frozenset(
    {"deficit", "gap", "lack", "shortage", "shortfall", "surplus"}
)  # of what is counted before
_SENT = frozenset({"deployed", "dispatched", "sent", "who", "serving", "stationed"})
_STAFFS = frozenset({"army", "crew", "force", "garrison", "headcount", "payroll", "staff", "workforce"})
_OWN = frozenset({"its", "the", "their"})  # "and its workforce from 8,900 to 10,300"
_BEFORE_FATE = frozenset({"are", "had", "has", "have", "surrendered", "was", "were", "will", "would"})
_FATE_OF_PEOPLE = late(
    r" (?:(?:are|had|has|have|was|were|will|would|be|been|already|later|still) ){0,3}"
    r"(?:arrested|buried|convicted|detained|evacuated|exchanged|freed|jailed|questioned|released|repatriated|rescued"
    r"|returned|sent|sentenced|surrendered|trained)\b"
)
_ONE_OF_SEVERAL = frozenset(
    {"another", "final", "first", "further", "initial", "last", "previous", "second", "third"}
)
_FLOWS = frozenset({"deliveries", "output", "production", "shipments", "supplies"})
_LAST, _BILLIONS = 4, 1e9
_ARRIVING = frozenset({"arrives", "comes", "goes", "lies", "stands"})
_NUMBER_OF = late(r"number of(?:\s+(?:the|its|their|these|those|all))?(?=\s)", re.IGNORECASE)
_OPENS = late(r"\W{0,3}(?:[Oo]f|[Aa]mong|[Aa]s for)\b")
_OF_OPENING = late(
    r"\W{0,3}(?:(?:of|as for)(?:\s+(?:the|its|their|these|those|all|our|his))+"
    r"|among(?:\s+(?:the|its|their))*)(?=\s)",
    re.IGNORECASE,
)
_AIMS = frozenset({"goal", "norm", "plan", "quota", "target"})
_RATES = (" at a rate of ", " at the rate of ", " at a pace of ", " at the pace of ")
_REACH, _FARTHEST = 40, 240


def counted_elsewhere(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Counted | None:
    """Find what is counted before the number, or behind the verb that follows it."""
    behind = word_after(text, figure.end)
    if told := _told(text, figure, sentence, before, behind):
        return told
    hit = struck(text, figure)
    lost = hit or loss_after(text, figure.end)
    phrase = (
        described_behind(text, figure) or _number_of(text, figure, sentence, before) or _subject(text, figure)
    )
    found = (
        _of_phrase(text, figure, phrase, before)
        if phrase is not None
        else _named_before(text, figure, sentence, before, hit=hit, lost=lost)
    )
    does = behind in _DOING and not text.startswith(" or ", figure.end + 1 + len(behind))
    if found and found.category in GOODS and (hit or does or lost in LOST):
        found = None  # "30 shells each. Some 600 were killed": neither shells fight, nor are they killed
    if found and found.category == "casualties" and behind in _SENT and not lost:
        found = None
    if found and found.category not in PEOPLE and is_hired(text, figure):
        found = None  # "54 guns … a plant that employs 200"
    if found and figure.bound == "vague" and figure.least >= _BILLIONS:
        found = None  # "sent ten men and was paid billions"
    if found is None and is_got(text, figure):
        found = goods_named(text, max(sentence, figure.start - _FARTHEST), figure.start, GOODS)
        found = found or goods_bought(text, figure, sentence)
    if found is None and (does or behind in _SENT or is_hired(text, figure)):
        return people_so_far(text, figure, before)
    loss = lost or (loss_before(text, figure) if found is None or found.category is None else None)
    if found is None and not loss:
        found = paid_before(text, figure, sentence, before)
    if loss and (found is None or found.category in ("personnel", "other_count", None)):
        word = None if loss in BY_OWN_HAND else loss  # nobody counts "shot themselves"
        return Counted(found.item if found else word, found.head if found else loss, "casualties")
    return found


def _told(text: str, figure: Figure, sentence: int, before: Sequence[Figure], behind: str) -> Counted | None:
    """Return votes, who is polled, "those who help" that are put at a number, or what has changed to it."""
    if are_votes(text, figure, sentence, before):
        return Counted("votes", "votes", "other_count")
    if behind in POLLED:
        return Counted(behind, "people", "other_count")  # "40 percent of the 1,000 polled"
    if put := put_at_number(text, figure, sentence):
        return put
    level = level_of_change(text, figure, sentence, before)
    return Counted(level, "", None) if level else None


def _at_rate(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Counted | None:
    """Return what is made "at a rate of": the plural before it, or what was counted last."""
    end = text.rindex(" at ", 0, figure.start)
    noun = noun_ending(text, end, max(sentence, end - _REACH))
    if noun and is_plural(noun.head):
        return Counted(text[noun.start : noun.end], noun.head, category_of(noun.head))
    last = before[-1] if before and before[-1].start >= sentence and before[-1].unit == "count" else None
    return Counted(last.item, last.head, last.category) if last and last.item else None


def _of_phrase(text: str, figure: Figure, phrase: Phrase, before: Sequence[Figure]) -> Counted:
    """Return what a noun phrase says is counted: "a crew of 110; 14 of them are women" are personnel."""
    found = Counted(text[phrase.start : phrase.end], phrase.head, phrase.category)
    if phrase.category not in GOODS and loss_after(text, phrase.end):
        return found._replace(category="casualties")  # "the number of soldiers killed in May fell to"
    if phrase.head in PERSONS and phrase.category == "other_count":
        whole = antecedent(text, figure, before)
        if whole and whole.category in PEOPLE:
            found = found._replace(category=whole.category)
    return found


def _named_before(
    text: str, figure: Figure, sentence: int, before: Sequence[Figure], *, hit: str | None, lost: str | None
) -> Counted | None:
    """Find what is counted among the nouns and the counts before; `hit` and `lost` are words of a loss."""
    if text.endswith(_RATES, 0, figure.start) and (made := _at_rate(text, figure, sentence, before)):
        return made
    if part := held_by(text, figure, before) or of_share(text, figure, sentence, before):
        return part
    if topic := topic_got(text, figure, sentence, before):
        return Counted(text[topic.start : topic.end], topic.head, topic.category)
    kinds = None
    if text[figure.start - 1 : figure.start] == "(":
        named = not word_before(text, figure.start - 1).strip('“”"').islower()
        kinds = COUNTED if named else None  # "seven countries, among them India (100)"
    elif word_after(text, figure.end) in _SENT:  # "1,000 wounded, out of 11,000 deployed"
        kinds = MEN
    elif is_downed(text, figure.end) or word_before(text, figure.start) in GETTING:
        kinds = (
            GOODS  # "flew over 30 towns, and 12 were shot down", "lost two pilots and hopes to buy 12 more"
        )
    earlier = same_number(text, figure, before) or part_of_sum(text, figure, before)
    earlier = earlier or of_opening(text, figure, sentence, before)
    earlier = earlier or antecedent(text, figure, wholes_of(text, figure, sentence, before), kinds)
    if earlier and lost and (not names_people(earlier) or (hit and earlier.part_of is not None)):
        earlier = None  # "signed two deals. Another 5 were killed", "killed 20, two of them boys. It hurt 17"
    if earlier and earlier.category == "other_count" and _is_of_people(text, figure):
        people = (one for one in reversed(before[-_LAST:]) if _may_be_people(one))
        earlier = next(people, earlier)  # "4,131 came home in 61 swaps; 175 were freed"
    nearer = earlier and earlier.start < sentence and not is_alike(figure, earlier) and not hit
    asked = None if hit else asked_for(text, figure)
    if asked and (earlier is None or text.rfind("?", earlier.end, figure.start) > 0):
        return asked
    found = (
        noun_of_part(text, figure, sentence, before)
        or _noun_of(text, figure, sentence, earlier)
        or (None if hit else subject_of_level(text, figure, sentence))
        or opening_noun(text, figure, sentence, earlier)
        or (nearest_noun(text, figure, sentence) if nearer else None)
        or (like(text, figure, earlier) if earlier else None)
        or (None if hit else nearest_noun(text, figure, sentence))
        or of_those_before(text, figure, sentence)
    )
    if found and earlier and earlier.category in GOODS:
        kind_known = found.category is not None or earlier.start < sentence
        if found.head in _FLOWS or not kind_known:  # "builds 20 tanks, but output could rise to 60"
            return found._replace(category=earlier.category)
    return found


def _is_of_people(text: str, figure: Figure) -> bool:
    """Say whether what is said of the number is said of people: "were freed", "have surrendered"."""
    if word_after(text, figure.end) not in _BEFORE_FATE:
        return False
    return bool(_FATE_OF_PEOPLE.match(text, figure.end))


def _may_be_people(figure: Figure) -> bool:
    return figure.item is not None and (names_people(figure) or is_country_word(figure.head))


def _number_of(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Phrase | None:
    """Find the noun in "the number of containers is 40" or "Of the personnel that were sent, 40"."""
    if word_before(text, figure.start) == "at" and PUT.search(text, figure.start - _REACH, figure.start):
        sentence = 0  # "the number of tanks. Observers put it at 180"
    begin = max(sentence, figure.start - _FARTHEST)
    at = text.rfind("umber of", begin, figure.start)
    last = before[-1] if before else None  # "the number of crates at 200, holding up to 8 million"
    taken = last is not None and last.start > at and last.category != "percent"
    number = _NUMBER_OF.match(text, at - 1) if at > 0 and not taken else None
    opens = begin == sentence and _OPENS.match(text, sentence)
    opening = _OF_OPENING.match(text, sentence) if opens else None
    for found in (number, opening):
        phrase = phrase_after(text, found.end()) if found else None
        if phrase and phrase.end <= figure.start:
            return phrase
    return None


def _subject(text: str, figure: Figure) -> Phrase | None:
    """Read the noun directly before: "partners rose from three to nine", "casualties stood at 3,000"."""
    word = word_before(text, figure.start)
    label = _LABEL.search(text, figure.start - 24, figure.start) if word.endswith(":") else None
    if label and is_plural(label[1]):  # "Prisoners: 2"
        return Phrase(label.start(1), label.end(1), label[1], category_of(label[1]))
    label = _OPENING_LABEL.search(text, figure.start - 40, figure.start) if word.endswith(":") else None
    if label and not is_country_word(label[1]):
        return Phrase(label.start(1), label.end(1), label[1], None)
    if word not in _LINKS:
        return None
    found = _SUBJECT.search(text, figure.start - 60, figure.start)
    if not found:
        return None
    words = found[1].split()
    if words[-1].lower() in STOPS or words[-1] in PERIODS or words[-1] in _ARRIVING:
        return None
    if not is_plural(words[-1]) and not (word == "from" and words[-1] in _STAFFS and words[0] in _OWN):
        return None
    start = found.start(1) if words[0].lower() not in STOPS else found.end(1) - len(words[-1])
    category = category_of(words[-1]) or (
        designation_category(words[-1]) if is_designation(words[-1]) else None
    )
    losses = _LOSSES_AMONG.search(text, max(0, start - 60), start) if category == "personnel" else None
    if losses:
        return Phrase(losses.start(1), found.end(1), losses[1], "casualties")
    return Phrase(start, found.end(1), words[-1], category)


def _is_another(found: Counted) -> bool:
    """Say whether a group is one of several: "the first shipment", "another batch"."""
    return (found.item or "").partition(" ")[0].lower() in _ONE_OF_SEVERAL


def _noun_of(text: str, figure: Figure, sentence: int, earlier: Figure | None) -> Counted | None:
    """Read the noun of "a crowd of 70,000"; of groups those who are in them: "men attack in groups of 20"."""
    found = noun_of(text, figure, sentence)
    aimed = found is not None and found.head in _AIMS and earlier is not None and earlier.start >= sentence
    if aimed and earlier and earlier.unit == "count":  # "signed up 34,500 men against a plan of 30,000"
        return Counted(earlier.item, earlier.head, earlier.category)
    lacking = found is not None and found.head in _LACKS
    if found is None or not (lacking or is_container(found.head)):
        return found
    members = None if lacking else nearest_noun(text, figure, sentence)
    if members and members.head != found.head:
        return members
    same = earlier and earlier.start >= sentence and earlier.category == "other_count" and _is_another(found)
    if earlier and same and earlier.item:  # "12,000 nets after a first shipment of 5,000"
        return Counted(earlier.item, earlier.head, earlier.category)
    alike = earlier.category if earlier and earlier.category in COUNTED else None
    return found._replace(category=alike or found.category)  # "1,500 troops. The first group of 600"
