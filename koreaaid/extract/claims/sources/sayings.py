"""Sources that a verb of saying makes: "X said that …", "…, X said", "…, said X", "X declined to confirm"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.after_verbs import TOLD, after_verb
from koreaaid.extract.claims.sources.before_speakers import after_place, before_number, comma_before
from koreaaid.extract.claims.sources.citations import CITES, counted_by, quoted_source
from koreaaid.extract.claims.sources.denials import cannot_confirm, neither
from koreaaid.extract.claims.sources.documents import SURVEYS
from koreaaid.extract.claims.sources.inverted import MARKS_BEFORE, inverted_source, name_before
from koreaaid.extract.claims.sources.passives import passive_source, reported
from koreaaid.extract.claims.sources.reach import date_in, embedded, turn_after
from koreaaid.extract.claims.sources.source import Content, Source
from koreaaid.extract.claims.sources.telling import is_count, verb_says
from koreaaid.extract.claims.verbs.things import ASSUMING, takes_on
from koreaaid.extract.claims.verbs.verb_groups import is_infinitive, negated
from koreaaid.extract.claims.words.phrases import (
    HEADS,
    Phrase,
    antecedent,
    phrase_after,
    phrase_before,
    seen_by,
)
from koreaaid.extract.claims.words.plain import ONES, informed_before, of_relative, one_before, plain_before
from koreaaid.extract.claims.words.subjects import opening_phrase
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.actors import is_people_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import AUXILIARY, CONFIRMING, DENYING, FINITE, MODAL

_RECKONS = frozenset(["believe", "estimate", "estimated", "estimates", "reckon", "reckoned"])
_SAID = frozenset(["said", "say", "says", "tells", "told"])
_ANNOUNCING = frozenset(["announced", "announces"])
_ASIDE = re.compile(",dj?x[tR]")
_NEAR_NOT = 3
_NEAR_PLACES = (["around"], ["near"], ["outside"])
_ALSO_NOUNS = frozenset(["claim", "claims", "report", "reports"])
_REFUSED = frozenset([
    "denied", "denies", "dismissed", "dismisses", "disputed", "disputes", "rejected", "rejects",
])  # fmt: skip
_HUMAN = frozenset(lexicon("reporting")["human"])
_TAKEN_FROM = frozenset(["aerial", "commercial", "drone", "satellite"])
_SHOWING = frozenset(["show", "showed", "shown", "shows"])
_PICTURES = frozenset(["footage", "imagery", "images", "photographs", "photos", "pictures"])
_NO_ONE = frozenset(["few", "neither", "no", "nobody", "none"])
_MONITORS = frozenset(lexicon("reporting")["monitors"])
_STRICT = frozenset(lexicon("reporting")["strict"])
_BY_VERBS = frozenset(
    ["cited", "quoted", "published", "verified", "documented", "recorded", "posted", "carried", "seen"]
)


def saying(sentence: Tagged, at: int, tag: str, earlier: list[Source]) -> Source | None:
    """Return the source that the verb at this index makes, in whichever way it is built."""
    tags = sentence.tags
    before = tags[at - 1] if at else ""
    if at and sentence.words[at - 1] in _REFUSED and sentence.words[at] in _ALSO_NOUNS:
        return None  # "rejected claims by Moscow that"
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if before == after == "," and sentence.words[at] == "say":
        return None  # "at, say, $1,000 apiece"
    verb = sentence.words[at].lower()
    if after == "y" and (verb in TOLD or tag != "U" or verb in _BY_VERBS):
        return reported(sentence, at) if verb in TOLD else passive_source(sentence, at)
    if before == "b" or (before == "r" and at > 1 and tags[at - 2] == "b"):
        return reported(sentence, at)
    if after and after in "VU" and before in HEADS and sentence.tags[at - 2 : at - 1] == "t":
        return None  # "estimates that Yonhap cites put": the next verb speaks
    if after == "2" and verb.endswith("ed") and (before == "&" or is_infinitive(sentence, at + 1)):
        return None  # "estimated to be worth", "and projected to grow"
    quoted = quoted_source(sentence, at) if verb in CITES else neither(sentence, at)
    if quoted:
        return quoted
    if (
        before in ("2", "d", "o", "m")
        and not negated(sentence, at, at - 1)
        and sentence.words[at - 1] not in ONES
    ):
        return (
            cannot_confirm(sentence, at)
            if before == "2"
            else _would_say(sentence, at, tag)
            if before == "m"
            else None
        )
    inverted = inverted_source(sentence, at, before, after)
    if inverted:
        return inverted
    subject = _subject(sentence, at, earlier)
    if subject is None or _gives_sum(sentence, at, subject) or _is_noun(sentence, at, subject):
        return None
    return counted_by(sentence, at, tag, subject) or _finite(sentence, at, tag, subject)


def _is_noun(sentence: Tagged, at: int, subject: Phrase) -> bool:
    """Say whether a verb's form names a thing: "a pilot project", "denied Russian claims"."""
    if sentence.words[at] in ASSUMING and takes_on(sentence, at):
        return True  # "assumed command"
    if sentence.words[at] in _ALSO_NOUNS and (
        is_people_word(sentence.words[at - 1]) or sentence.tags[at + 1 : at + 2] in ("b", "v")
    ):
        return True  # "Russian claims", "the 29-page report is"
    if sentence.words[at] == "projects" and not sentence.tags[slice(*subject)].strip("j"):  # "other projects"
        return True
    plural = sentence.words[subject[1] - 1].endswith("s")
    return sentence.words[at].lower() == ("projects" if plural else "project") and subject[1] == at


def _subject(sentence: Tagged, at: int, earlier: list[Source]) -> Phrase | None:
    """Return who says it before the verb."""
    verb = sentence.words[at].lower()
    before = sentence.tags[at - 1] if at else ""
    subject = informed_before(sentence, at) or phrase_before(sentence, at)
    if subject and sentence.words[subject[0] - 1 : subject[0]] in _NEAR_PLACES:
        subject = plain_before(sentence, subject[0] - 1) or subject  # "a gunner near Pokrovsk told"
    if subject is None and before == "," and (verb in _SAID or sentence.tags[at] == "V"):
        subject = name_before(sentence, at - 1)
    if before == "r" and sentence.tags[:at].rstrip("r").endswith("&"):  # "came and afterwards spoke of"
        before = "&"
    if subject is None and before in ("&", ",") and not _is_aside(sentence, at, before):
        subject = earlier[-1].phrase if earlier else opening_phrase(sentence, at)
    if subject is None and before == "R" and at > 1:
        subject = _named_by(sentence, at - 1) or phrase_before(sentence, at - 1)
    if subject is None and (verb in _SAID or verb in _RECKONS or verb in _HUMAN):
        subject = plain_before(sentence, at) or of_relative(sentence, at)
    return subject or one_before(sentence, at)


def _named_by(sentence: Tagged, relative: int) -> Phrase | None:
    """Return whom "who" takes up where a source is named before it: "according to Budanov, who said"."""
    if "A" not in sentence.tags[:relative] and "K" not in sentence.tags[:relative]:
        return None
    phrase = antecedent(sentence, relative)
    if phrase is None:
        return None
    named = sentence.tags.endswith(("A2", "K"), 0, phrase[0])
    return phrase if named else None


def _is_aside(sentence: Tagged, at: int, before: str) -> bool:
    """Say whether a participle between commas describes a thing: "The Iraqi deal, disclosed in May, is"."""
    closing = sentence.tags.find(",", at) + 1
    if before != "," or not 0 < closing < len(sentence.tags):
        return False
    return bool(sentence.flags[closing] & (FINITE | AUXILIARY | MODAL))


def _finite(sentence: Tagged, at: int, tag: str, subject: Phrase) -> Source | None:
    """Read "X said that …" and "…, X said"."""
    if sentence.words[subject[0]].lower() in _NO_ONE:
        return None
    if sentence.words[subject[1] - 1] in _PICTURES and _are_unsigned(sentence, subject):
        return None
    content: Content = "expected" if tag == "X" else "denied" if sentence.flags[at] & DENYING else "said"
    if _is_negated(sentence, subject, at):
        if not sentence.flags[at] & CONFIRMING:
            return None
        content = "not_confirmed"
    begin, final, told = after_verb(sentence, at)
    if sentence.words[at] == "concluded" and not final and sentence.tags[begin - 1] != "t":
        return None  # "the agreement that Oslo and Seoul concluded foresaw"
    if final and begin >= len(sentence.tags):
        subject = after_place(sentence, subject)
    if tag == "U" and not _weak_verb_says(sentence, at, subject, begin, final):
        return None
    said = _said(sentence, subject[0], at, begin, final)
    reach = Source(
        subject,
        sentence.words[at],
        at,
        begin,
        turn_after(sentence, at),
        begins=subject[0],
        told=told or seen_by(sentence, subject[1]),
        origin=phrase_after(sentence, at + 1) if sentence.words[at].lower() in CITES else None,
        content=content,
        said=said,
    )
    if is_count(sentence, at, subject):  # "counted 900, and some 30 are ill"
        ends = sentence.tags.find(",&", at)
        reach.right = min(reach.right, ends) if ends > 0 else reach.right
    before_colon = sentence.tags[begin - 1] == ":" and sentence.tags[subject[0] - 1 : subject[0]] == ","
    if before_colon and not set('"“').intersection((sentence.tags[0], *sentence.tags[begin : begin + 1])):
        # "It has got them, he said: 90 by May and 30 since"
        reach.left, reach.outer = 0, True
    if not final:
        return embedded(sentence, reach, subject) or reach
    _reach_back(sentence, reach, subject, begin)
    return reach


def _are_unsigned(sentence: Tagged, subject: Phrase) -> bool:
    """Say whether nobody is named who made or saw pictures, so that the outlet looks itself."""
    if seen_by(sentence, subject[1]):
        return False
    named = zip(sentence.words[slice(*subject)], sentence.tags[slice(*subject)], strict=True)
    return not any(tag in "NCBM" and word.lower() not in _TAKEN_FROM for word, tag in named)


def _is_negated(sentence: Tagged, subject: Phrase, at: int) -> bool:
    """Say whether a subject does not say: no "who asked not to be named said"."""
    begin = max(subject[1], sentence.tags.rfind(",", 0, at))
    return negated(sentence, max(begin, at - _NEAR_NOT) if "R" in sentence.tags[begin:at] else begin, at)


def _reach_back(sentence: Tagged, reach: Source, subject: Phrase, begin: int) -> None:
    """Let what is said begin before the one who says it: "…, X said"."""
    before = before_number(sentence, subject[0] - 1)
    if before > 0 and sentence.tags[before] in "&)" and begin >= len(sentence.tags):
        before = comma_before(sentence, before)
    opens = before < 0 or sentence.tags[before] not in MARKS_BEFORE
    if before > 0 and sentence.words[before] == "as":  # ", as the ministry reckons in its report"
        opens = False
    if opens and begin >= len(sentence.tags):
        reach.left = reach.right = begin
    elif not opens:
        reach.left, reach.outer = 0, True
        while_so = sentence.words[begin : begin + 1] == [
            "while"
        ]  # "“…,” Oh says while 64 men behind him wait"
        if while_so or _ASIDE.match(sentence.tags, begin):  # "…, the office said, a step that could lead to"
            reach.right = begin
        elif sentence.words[subject[1] - 1] in SURVEYS and sentence.tags.startswith(",c#", reach.right):
            reach.right = len(sentence.tags)  # "15 percent agreed, a poll found, while 60 percent did not"


def _gives_sum(sentence: Tagged, at: int, subject: Phrase) -> bool:
    """Say whether a country does what it announces: "Norway announced a further $90 million"."""
    if sentence.words[at] not in _ANNOUNCING or sentence.tags[slice(*subject)].strip("d") not in ("C", "NC"):
        return False
    figure = sentence.tags.find("#", at)
    return figure > 0 and not sentence.tags[at + 1 : figure].strip("djx")


def _weak_verb_says(sentence: Tagged, at: int, subject: Phrase, begin: int, final: bool) -> bool:
    ends = final and begin >= len(sentence.tags)
    if sentence.words[at].lower() == "agreed" and not ends:  # "agreed on 60 guns" tells a deed
        return sentence.tags[begin - 1] == "t"
    if sentence.words[at] in _SHOWING and not sentence.tags[slice(*subject)].strip("dC"):
        return False  # "Oslo has shown that 90 are enough"
    by_verb = verb_says(sentence, at, subject)
    if by_verb is not None:
        return by_verb
    named = " ".join(sentence.words[slice(*subject)]).lower().removeprefix("the ")
    if named.partition(" for ")[0] in _MONITORS:
        return True
    if sentence.words[at].lower() in _STRICT and not final and "D" not in sentence.tags[slice(*subject)]:
        return sentence.tags[begin - 1] == "t" or sentence.tags[begin : begin + 1] in tuple(':"“')
    if final:
        return subject[0] > 0 and sentence.tags[subject[0] - 1] in MARKS_BEFORE
    if sentence.tags[begin - 1] == "t" or sentence.tags[begin : begin + 1] in tuple('t:"“'):
        return True
    return sentence.tags[subject[1] - 1] in "TBDM" or _head(sentence, subject) in "TBDM"


def _head(sentence: Tagged, phrase: Phrase) -> str:
    """Return the letter of the noun that a phrase is about: of "researchers at the Open Source Centre"."""
    tags = sentence.tags[slice(*phrase)]
    return next((tags[at - 1] for at, tag in enumerate(tags) if tag in "oaiyF" and at), tags[-1])


def _would_say(sentence: Tagged, at: int, tag: str) -> Source | None:
    """Read "X would say"; what X "may confirm" is not said."""
    subject = phrase_before(sentence, at)
    if subject is None or tag == "U" or sentence.words[at - 1].lower() not in ("would", "will"):
        return None
    source = _finite(sentence, at, tag, subject)
    if source and sentence.words[at - 1].lower() == "will" and not source.outer:  # "will announce 50 more"
        return source if sentence.tags[source.left - 1] in 't:"“' else None
    return source


def _said(sentence: Tagged, start: int, at: int, begin: int, final: bool) -> int | None:
    """Return the date of saying: near the verb, or what opens the sentence before the speaker."""
    near = date_in(sentence, at + 1, begin)
    if near is None:
        near = date_in(sentence, start, at)
    if near is None and not final and start <= 5:
        near = date_in(sentence, 0, start)
    return near
