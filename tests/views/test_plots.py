"""Figures: the same bytes, well-formed, linked, with words, and nothing on top of anything."""

from __future__ import annotations

import re
import warnings
from xml.etree import ElementTree

import pytest

from koreaaid import views
from koreaaid.views.labels import Label, place_labels
from koreaaid.views.links import evidence_href
from koreaaid.views.plots import series as series_plots
from koreaaid.views.style import frame, styled
from tests.ledger.making import article, claim, ledger
from tests.views.ledgers import everything

SVG = "{http://www.w3.org/2000/svg}"


def troops(data):
    return data.series["north-korean-troops"]


def drawn(data):
    series = troops(data)
    claims = series.claims(data)
    return {
        "series": views.series_figure(series, data),
        "deals": views.series_figure(data.series["poland-arms-deals"], data),
        "magnitudes": views.magnitudes_plot(data.claims),
        "timeline": views.timeline_plot(data.dates, data.articles),
        "closeup": views.closeup_plots(data.dates, data.articles, 3)[0],
        "coverage": views.coverage_plot(data),
        "sources": views.sources_plot(data),
        "disagreement": views.disagreement_plot(claims, series.summary(data), series.title),
    }


@pytest.fixture(scope="module")
def pictures():
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # Hangul and Cyrillic have their glyphs
        return drawn(everything())


NAMES = ["series", "deals", "magnitudes", "timeline", "closeup", "coverage", "sources", "disagreement"]


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_well_formed_named_and_alone(pictures, name):
    root = ElementTree.fromstring(pictures[name].svg)
    assert root.get("aria-label") == pictures[name].alt
    assert len(pictures[name].alt) > 20
    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    inner = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', pictures[name].svg)
    assert {a or b for a, b in inner} <= set(ids)
    assert "script" not in {node.tag.removeprefix(SVG) for node in root.iter()}
    assert "<!--" not in pictures[name].svg
    assert "<metadata" not in pictures[name].svg


@pytest.mark.parametrize("name", NAMES)
def test_marks_lead_to_the_evidence_and_say_what_they_are(pictures, name):
    data = everything()
    anchors = {
        evidence_href(a, i) for a, i in zip(data.claims["article"], data.claims["claim_id"], strict=True)
    }
    anchors |= {
        evidence_href(a, i) for a, i in zip(data.dates["article"], data.dates["date_id"], strict=True)
    }
    anchors |= {evidence_href(a) for a in data.articles["article"]}
    links = list(ElementTree.fromstring(pictures[name].svg).iter(f"{SVG}a"))
    assert links
    assert {link.get("href") for link in links} <= anchors
    assert all(link.find(f"{SVG}title") is not None for link in links)
    # What leads to one place is one stop for Tab, and named there.
    stops = [link for link in links if link.get("tabindex") != "-1"]
    assert all(link.get("aria-label") for link in stops)
    assert len({link.get("href") for link in links}) == len(stops)


@pytest.mark.parametrize("name", NAMES)
def test_words_are_words_and_as_wide_as_they_were_laid_out(pictures, name):
    root = ElementTree.fromstring(pictures[name].svg)
    words = list(root.iter(f"{SVG}text"))
    assert pictures[name].alt.split(".")[0].split()[0] in {node.text.split()[0] for node in words}
    assert all(0 < float(node.get("textLength")) < 430 for node in words if node.text.strip())
    assert len(pictures[name].svg) < 30_000


def test_two_drawings_are_the_same_bytes(pictures):
    assert {name: picture.svg for name, picture in drawn(everything()).items()} == {
        name: picture.svg for name, picture in pictures.items()
    }


def test_every_claim_of_a_series_has_its_mark(pictures):
    data = everything()
    for row in troops(data).claims(data).to_dict("records"):
        assert f'href="{evidence_href(row["article"], row["claim_id"])}"' in pictures["series"].svg


def test_the_deal_says_what_it_covers_and_is_worth(pictures):
    alt = pictures["deals"].alt
    assert "F-16 fighter jets, training aircraft, tanks and howitzers" in alt
    assert re.search(
        r"€8\.\d+ billion, ₩1\d\.\d trillion, PLN \d\d\.?\d* billion at the rate of 11 Nov 2022", alt
    )


def test_user_settings_do_not_reach_the_figures(pictures):
    import matplotlib as mpl

    with mpl.rc_context({"font.size": 30, "svg.fonttype": "path", "text.parse_math": True}):
        assert drawn(everything())["series"].svg == pictures["series"].svg


def test_a_dollar_sign_is_no_mathematics(pictures):
    assert "almost $9 billion" in pictures["deals"].alt
    with styled():
        text = frame("from $5.76bn to $6.5bn", "", "", height=20).figure.texts[0]
        assert text.get_text() == "from $5.76bn to $6.5bn"
        assert not text.get_parse_math()


@pytest.mark.parametrize("name", ["series-plot", "magnitudes", "timeline", "closeups", "deals", "coverage"])
def test_nothing_to_draw_is_said(name):
    data = ledger((article("a.txt", "Nothing."), []))
    empty = {
        "series-plot": lambda: views.series_plot(data.claims, "Troops"),
        "magnitudes": lambda: views.magnitudes_plot(data.claims),
        "timeline": lambda: views.timeline_plot(data.dates, data.articles),
        "closeups": lambda: views.closeup_plot(data.dates, data.articles.iloc[0]),
        "deals": lambda: views.deals_plot(data.claims, "Deals"),
        "coverage": lambda: views.coverage_plot(data),
    }[name]()
    ElementTree.fromstring(empty.svg)
    assert empty.alt


def boxes_overlap(boxes):
    return any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_labels_never_cover_each_other():
    with styled():
        axes = frame("Many marks", "close together", "", height=250).axes
        axes.set_xlim(0, 10)
        axes.set_ylim(0, 10)
        labels = [
            Label(5 + n % 7 * 0.3, 5 + n % 5 * 0.2, f"about {n},000\nsomebody important") for n in range(30)
        ]
        written = place_labels(axes, labels)
    assert 5 < len(written) < 30
    assert not boxes_overlap(written)


def test_labels_of_a_series_are_all_there_and_apart(monkeypatch):
    written = []

    def spy(axes, labels, **given):
        written.append((labels, place_labels(axes, labels, **given)))

    monkeypatch.setattr(series_plots, "place_labels", spy)
    data = everything()
    views.series_figure(troops(data), data)
    labels, boxes = written[0]
    assert len(labels) == len(boxes) == len(troops(data).claims(data))
    assert not boxes_overlap(boxes)


def test_many_claims_are_drawn_in_bounded_size():
    many = ledger(*(claim(1000 + n, name=f"{n:03}.txt", day=f"2024-{n % 12 + 1:02}-11") for n in range(400)))
    picture = views.series_plot(many.claims, "Many")
    assert len(picture.svg) < 800_000
    assert len(views.magnitudes_plot(many.claims).svg) < 400_000
