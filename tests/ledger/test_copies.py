"""Copies are found as well among many texts, whose hashes lie in files, as among few."""

import numpy as np
import numpy.typing as npt
import pytest

from koreaaid.ledger import copies, piles

_Texts = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]


def texts(number: int, size: int, seed: int) -> _Texts:
    """Return texts of which many share a part of their hashes: text, hashes, counts."""
    chance = np.random.default_rng(seed)
    stories = [np.unique(chance.integers(0, 5_000, chance.integers(0, size + 1))) for _ in range(number // 6)]
    sketches = []
    for _ in range(number):
        story = stories[chance.integers(len(stories))]
        kept = story[chance.random(len(story)) < chance.choice([1.0, 0.9, 0.7, 0.5])]
        own = chance.integers(0, 5_000, chance.integers(0, 4))
        sketches.append(np.unique(np.concatenate([kept, own]))[:size])
    counts = np.array([len(sketch) for sketch in sketches])
    return chance.integers(0, number * 3, number), np.concatenate(sketches), counts


@pytest.mark.parametrize("size", [12, 64])
def test_many_texts_have_the_copies_that_they_have_as_few(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    given = texts(3_000, size, seed=size)
    few = copies.first_copies(*given, size)
    monkeypatch.setattr(piles, "_MANY", 0)
    monkeypatch.setattr(piles, "_IN_MEMORY", 1_000)
    monkeypatch.setattr(piles, "_BLOCK", 64)
    monkeypatch.setattr(copies, "_AT_A_TIME", 50)
    many = copies.first_copies(*given, size)
    assert many.tolist() == few.tolist()
    assert 500 < np.count_nonzero(few != np.arange(3_000)) < 2_990


def test_texts_may_come_some_at_a_time() -> None:
    given = texts(600, 12, seed=1)
    found = copies.Copies(600, 12)
    edges = np.concatenate([[0], np.cumsum(given[2])])
    for start, end in ((0, 100), (100, 350), (350, 600)):
        hashes = given[1][edges[start] : edges[end]]
        found.add(given[0][start:end], hashes, given[2][start:end])
    assert found.first().tolist() == copies.first_copies(*given, 12).tolist()


def test_the_first_of_a_chain_is_the_origin() -> None:
    hashes = np.arange(100, 112)
    other = np.concatenate([hashes[:9], [900, 901, 902]])
    third = np.concatenate([hashes[:3], [850, 851, 852], other[3:9]])
    sketches = np.concatenate([hashes, np.sort(other), np.sort(third)])
    first = copies.first_copies(np.arange(3), sketches, np.array([12, 12, 12]), 12)
    assert first.tolist() == [0, 0, 0]


def test_the_first_is_the_earliest_whatever_was_added_first() -> None:
    texts_, hashes, counts = texts(600, 12, seed=2)
    ordered = copies.first_copies(texts_, hashes, counts, 12)
    added = np.random.default_rng(3).permutation(600).astype(np.int32)  # the place in time of each row
    sketches = np.split(hashes, np.cumsum(counts)[:-1])
    found = copies.Copies(600, 12)
    found.add(texts_[added], np.concatenate([sketches[place] for place in added]), counts[added])
    first = found.first(np.argsort(added).astype(np.int32))
    assert added[first].tolist() == ordered[added].tolist()
