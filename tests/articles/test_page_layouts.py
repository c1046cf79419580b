"""Pages as outlets, agencies and blogs lay them out: title, day with its evidence, paragraphs, nothing foreign.

Each layout is made up after a kind of site. What is foreign to the article in them holds the word FOREIGN.
"""

import json
from dataclasses import dataclass
from datetime import date

import pytest

from koreaaid.articles.reading import article_from_page

TITLE = "Seoul to send 12 ambulances to Ukraine"
DAY = date(2024, 10, 29)
PARAGRAPHS = [
    "South Korea will send 12 ambulances and 40 generators to Ukraine by December, the foreign ministry said on Tuesday, in what it called a humanitarian package worth about 3.2 billion won.",
    "The vehicles are to be shipped from Busan in two batches, a ministry official told reporters on condition of anonymity.",
    "“We are going to do what we can,” the official said.",
    "At least 25 medics are going to be trained at a hospital in Daejeon, according to the ministry.",
    "Kyiv has asked for more than 100 ambulances since the start of the year, and has received 64 of them, Ukraine’s health ministry said.",
    "The package follows one of 2.3 billion won that was announced in July 2024.",
]
RELATED = [
    ("FOREIGN Poland signs for 180 tanks in a deal worth $6 billion", "2024-11-03"),
    ("FOREIGN North Korea fires three missiles towards the East Sea", "2024-11-02"),
    ("FOREIGN Ten thousand soldiers are on their way, agency says", "2024-10-01"),
]


def ps(attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{paragraph}</p>" for paragraph in PARAGRAPHS)


def ld(*records: dict[str, object]) -> str:
    return "".join(f"<script type='application/ld+json'>{json.dumps(record)}</script>" for record in records)


def cards(tag: str = "div") -> str:
    return "".join(
        f"<{tag} class='card'><a href='/{n}'><img src='x.jpg'><h3>{title}</h3></a><time datetime='{day}T08:00:00Z'>{day}</time></{tag}>"
        for n, (title, day) in enumerate(RELATED)
    )


BANNER = (
    "<div id='onetrust-banner-sdk' class='cookie-banner'><p>FOREIGN We use cookies and other technologies to personalise "
    "content and to analyse our traffic. By clicking Accept you agree to the use of 142 partners.</p><button>Accept</button></div>"
)
PAYWALL = (
    "<div class='paywall-box'><h4>FOREIGN Read the whole story</h4><p>FOREIGN Subscribe now from $1 a week for the first 12 weeks. "
    "Cancel any time.</p><a href='/s'>Subscribe</a></div>"
)
COMMENTS = (
    "<section id='comments' class='comments-area'><h2>FOREIGN 2 Comments</h2><ol class='comment-list'>"
    "<li class='comment'><article class='comment-body'><footer><b>FOREIGN Roe</b><time datetime='2024-12-24T09:00:00+00:00'>December 24, 2024</time></footer>"
    "<div class='comment-content'><p>FOREIGN I think that 500 ambulances would have been the least that could be done here, honestly.</p></div></article></li></ol></section>"
)
FOOTER = "<footer class='site-footer'><p>FOREIGN © 2025 Example Media Co. All rights reserved. 12 Example Street.</p></footer>"
NAV = "<nav><ul><li><a href='/'>FOREIGN Home</a></li><li><a href='/world'>FOREIGN World</a></li></ul></nav>"


@dataclass
class Layout:
    """A page, and what is to be read of it; `certain` is False where only a guess at the day is possible."""

    html: str
    day: date | None = DAY
    certain: bool = True
    author: str | None = None


def html(head: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    )


LAYOUTS = {
    "agency: stamp in words, related list with its own times": Layout(
        html(
            f"<title>{TITLE} | Example News Agency</title><meta property='og:title' content='{TITLE} | Example News Agency'>",
            f"{NAV}<div class='wrap'><article class='story-news'><div class='title-article01'><h1 class='tit'>{TITLE}</h1>"
            f"<p class='update-time'>All News 14:12 October 29, 2024</p></div>{ps()}<p class='writer'>jdoe@example.com</p><p>(END)</p></article>"
            f"<aside class='aside-box'><h2>FOREIGN Most Viewed</h2>{cards('li')}</aside></div>{FOOTER}",
        )
    ),
    "broadsheet: labelled dates as text, tags below": Layout(
        html(
            f"<title>{TITLE} - The Example Herald</title><meta property='og:site_name' content='The Example Herald'><meta property='og:title' content='{TITLE}'>",
            f"<header><h1 class='logo'><a href='/'>The Example Herald</a></h1></header><div class='news_content'><h1 class='news_title'>{TITLE}</h1>"
            f"<p class='byline'>By <a href='/r'>Kim Example</a></p><p class='date'>Published : Oct. 29, 2024 - 14:19:03</p><p>Updated : Nov. 2, 2024 - 10:00:00</p>"
            f"<article id='articleText'>{ps()}</article><div class='tag'><a href='/t'>FOREIGN #ambulance</a></div><div class='popular'>{cards()}</div></div>{FOOTER}",
        )
    ),
    "broadcaster: write and update times, no metadata": Layout(
        html(
            f"<title>{TITLE} l Example World</title>",
            f"{NAV}<div class='container'><h2 class='title'>FOREIGN News</h2><section class='view'><h1>{TITLE}</h1><p class='date'>Written: 2024-10-29 13:20:47 / Updated: 2024-11-01 14:02:01</p>"
            f"<div class='body_txt'>{ps()}</div></section></div>{FOOTER}",
        )
    ),
    "specialist, paywalled: graph of data with related articles first": Layout(
        html(
            f"<title>{TITLE} | NX News</title><meta property='og:title' content='{TITLE} | NX News'><meta property='og:site_name' content='NX News'>"
            + ld(
                {
                    "@context": "https://schema.org",
                    "@graph": [
                        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": t, "datePublished": d, "author": {"name": "FOREIGN Roe"}} for t, d in RELATED]},
                        {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-10-29T05:10:00+00:00", "author": [{"@type": "Person", "name": "Ann Example"}, {"@type": "Person", "name": "Bo Example"}]},
                    ],
                }
            ),
            f"{NAV}{BANNER}<main><article><h1>{TITLE}</h1><div class='meta'>Ann Example | Bo Example</div>{ps()}{PAYWALL}</article><section class='related-posts'>{cards('article')}</section></main>{FOOTER}",
        ),
        author="Ann Example, Bo Example",
    ),
    "WordPress: graph in which the page, not the article, has the day; comments": Layout(
        html(
            f"<title>{TITLE} - Example Independent</title><meta property='og:title' content='{TITLE} - Example Independent'><meta property='og:site_name' content='Example Independent'>"
            + ld({"@graph": [{"@type": "WebPage", "name": f"{TITLE} - Example Independent", "datePublished": "2024-10-29T12:00:00+00:00", "dateModified": "2024-11-05T12:00:00+00:00"}, {"@type": "WebSite", "name": "Example Independent"}]}),
            f"{NAV}<div id='content'><article class='post type-post'><header class='entry-header'><h1 class='entry-title'>{TITLE}</h1><span class='posted-on'><time class='entry-date published' datetime='2024-10-29T12:00:00+00:00'>October 29, 2024</time>"
            f"<time class='updated' datetime='2024-11-05T12:00:00+00:00'>November 5, 2024</time></span></header><div class='entry-content'>{ps()}</div>"
            f"<div class='sharedaddy'><h3>FOREIGN Share this:</h3></div></article>{COMMENTS}</div><aside class='widget-area'><section class='widget'><h2>FOREIGN Recent Posts</h2>{cards('li')}</section></aside>{FOOTER}",
        )
    ),
    "WordPress, plain theme: only time elements": Layout(
        html(
            f"<title>{TITLE} – Example Blog</title>",
            f"{NAV}<article class='hentry'><header><h1 class='entry-title'>{TITLE}</h1><div class='entry-meta'>Posted on <time class='entry-date published updated' datetime='2024-10-29T21:14:00+00:00'>October 29, 2024</time> by <span class='author'>admin</span></div></header>"
            f"<div class='entry-content'>{ps()}</div></article>{COMMENTS}{FOOTER}",
        )
    ),
    "news in brief: updated time before the published one": Layout(
        html(
            f"<title>{TITLE} | Example Wire</title><meta property='og:title' content='{TITLE}'>",
            f"{NAV}<main><article><h1>{TITLE}</h1><p>Updated <time datetime='2024-11-04T10:00:00Z'>Nov 4, 2024</time></p><p>Published <time datetime='2024-10-29T09:00:00Z'>Oct 29, 2024</time></p>{ps()}</article></main>{FOOTER}",
        )
    ),
    "wire: only an updated time": Layout(
        html(
            f"<title>{TITLE} | Example Wire</title><meta property='og:title' content='{TITLE}'>",
            f"{NAV}<main><article><h1>{TITLE}</h1><p>Last updated <time datetime='2024-11-04T10:00:00Z'>November 4, 2024</time></p>{ps()}</article></main>{FOOTER}",
        ),
        day=date(2024, 11, 4),
        certain=False,
    ),
    "public broadcaster: time without a class, related cards as articles": Layout(
        html(
            f"<title>{TITLE} - EBC News</title><meta property='og:title' content='{TITLE}'><meta property='og:site_name' content='EBC News'>",
            f"{BANNER}{NAV}<main><article><header><h1 id='main-heading'>{TITLE}</h1><ul><li><div><span><span><time datetime='2024-10-29T18:22:10.000Z'>29 October 2024</time></span></span></div></li></ul></header>"
            + "".join(f"<div data-component='text-block'><p class='ssrcss-x'>{p}</p></div>" for p in PARAGRAPHS)
            + f"<section data-component='links-block'><h2>FOREIGN More on this story</h2><ul>{cards('li')}</ul></section></article><aside>{cards('article')}</aside></main>{FOOTER}",
        )
    ),
    "cards come first in the page": Layout(
        html(
            f"<title>{TITLE} | Example Monitor</title><meta property='og:title' content='{TITLE}'>",
            f"<div class='top-stories'>{cards('article')}</div><main><h1>{TITLE}</h1><div class='post-date'>October 29, 2024</div><div class='content'>{ps()}</div></main>{FOOTER}",
        )
    ),
    "nothing but other articles' days": Layout(
        html(
            f"<title>{TITLE} | Example Monitor</title><meta property='og:title' content='{TITLE}'>",
            f"<main><h1>{TITLE}</h1><div class='content'>{ps()}</div></main><div class='latest'>{cards('article')}</div>{FOOTER}",
        ),
        day=None,
        certain=False,
    ),
    "defence trade press: meta dates, consent, newsletter": Layout(
        html(
            f"<title>{TITLE}</title><meta name='parsely-pub-date' content='2024-10-29T16:02:41Z'><meta name='parsely-author' content='Jen Example'><meta name='date' content='2024-11-08'>",
            f"{BANNER}<div id='fusion-app'><main><article><h1>{TITLE}</h1><span class='byline'>By Jen Example</span>{ps()}"
            "<div class='newsletter-signup'><p>FOREIGN Sign up for the Early Bird Brief: the 10 stories that you need, each morning.</p></div>"
            f"<div class='author-bio'><p>FOREIGN Jen Example is a reporter. She has covered the industry for 15 years.</p></div></article></main></div>{FOOTER}",
        ),
        author="Jen Example",
    ),
    "press release of a government: table with the day": Layout(
        html(
            f"<title>{TITLE} View | Press Releases | Ministry of Examples</title>",
            f"{NAV}<div class='board_detail'><h1 class='bo_tit'>{TITLE}</h1><dl class='info'><dt>Date</dt><dd>2024-10-29</dd><dt>Hit</dt><dd>1523</dd></dl><div class='bo_con'>{ps()}</div>"
            "<ul class='file'><li>FOREIGN attachment_1.pdf (240 KB)</li></ul></div>"
            f"{FOOTER}",
        )
    ),
    "statement of a ministry: meta dc.date": Layout(
        html(
            f"<title>{TITLE}</title><meta name='DC.date.issued' content='2024-10-29'><meta name='DC.title' content='{TITLE}'><meta name='dcterms.modified' content='2025-01-15'>",
            f"{NAV}<main id='main'><h1>{TITLE}</h1><div class='field--name-body'>{ps()}</div></main>{FOOTER}",
        )
    ),
    "newsletter platform: data, subscribe forms, likes": Layout(
        html(
            f"<title>{TITLE} - by Roe Example</title><meta property='og:title' content='{TITLE}'><meta name='author' content='Roe Example'>"
            + ld({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-10-29T11:00:43+00:00", "dateModified": "2024-10-29T11:00:43+00:00", "author": [{"@type": "Person", "name": "Roe Example"}], "publisher": {"@type": "Organization", "name": "Example Notes"}}),
            f"<div class='main'><article class='newsletter-post post'><div class='post-header'><h1 class='post-title'>{TITLE}</h1><h3 class='subtitle'>A look at the numbers</h3><div class='byline'>Roe Example</div><div>Oct 29, 2024</div><div class='like-button'>31</div></div>"
            f"<div class='available-content'><div class='body markup'>{ps()}<div class='subscription-widget-wrap'><p>FOREIGN Example Notes is a reader-supported publication. To receive new posts subscribe for $7 a month.</p></div></div></div></article>"
            f"<div class='comments-page'><p>FOREIGN 14 Comments</p></div></div>{FOOTER}",
        ),
        author="Roe Example",
    ),
    "blog platform: story with reading time and claps": Layout(
        html(
            f"<title>{TITLE} | by Ann Example | Example Stories | Nov, 2024</title><meta property='og:title' content='{TITLE}'><meta property='article:published_time' content='2024-10-29T07:31:05.911Z'><meta property='article:author' content='https://example.com/@ann'><meta name='author' content='Ann Example'>",
            f"<div><article><section><h1>{TITLE}</h1><div><a>Ann Example</a><span>5 min read</span><span>Oct 29, 2024</span></div><div><button>312</button></div>{ps(' class=pw-post-body-paragraph')}</section></article>"
            f"<div><h2>FOREIGN Recommended from the site</h2>{cards('article')}</div></div>{FOOTER}",
        ),
        author="Ann Example",
    ),
    "old blog: abbr title, archive widget": Layout(
        html(
            f"<title>Example Watch: {TITLE}</title><link rel='canonical' href='http://watch.example.com/2024/10/seoul-to-send.html'>",
            f"<div class='main'><div class='date-outer'><h2 class='date-header'><span>Tuesday, October 29, 2024</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{TITLE}</h3><div class='post-body entry-content'>{ps()}</div>"
            "<div class='post-footer'><span class='post-timestamp'>at <abbr class='published' itemprop='datePublished' title='2024-10-29T09:14:00-07:00'>9:14 AM</abbr></span></div></div></div></div>"
            "<div class='sidebar'><div class='widget BlogArchive'><h2>FOREIGN Blog Archive</h2><ul><li>FOREIGN 2025 (14)</li><li>FOREIGN 2024 (120)</li></ul></div></div>"
            f"{FOOTER}",
        )
    ),
    "AMP": Layout(
        "<!doctype html><html amp lang='en'><head><meta charset='utf-8'>"
        f"<title>{TITLE}</title><link rel='canonical' href='https://example.com/world/ambulances'>"
        + ld({"@type": "NewsArticle", "mainEntityOfPage": "https://example.com/world/ambulances", "headline": TITLE, "datePublished": "2024-10-29T03:00:00Z", "author": {"@type": "Person", "name": "Bo Example"}})
        + f"<style amp-custom>p{{color:red}}</style></head><body><amp-sidebar id='s'>{NAV}</amp-sidebar><main><article><h1>{TITLE}</h1>{ps()}<amp-ad width=300><p>FOREIGN Advertisement</p></amp-ad></article>"
        f"<amp-list><div class='related'>{cards()}</div></amp-list></main><amp-consent><p>FOREIGN We use cookies on this site.</p></amp-consent>{FOOTER}</body></html>",
        author="Bo Example",
    ),
    "moved to another system: unset day in the data": Layout(
        html(
            f"<title>{TITLE} | Example Daily</title><meta property='og:title' content='{TITLE}'><meta property='article:published_time' content='1970-01-01T00:00:00Z'><link rel='canonical' href='https://daily.example.com/2024/10/29/ambulances'>"
            + ld({"@type": "Article", "headline": TITLE, "datePublished": "0001-01-01T00:00:00"}),
            f"<article><h1>{TITLE}</h1>{ps()}</article>{FOOTER}",
        )
    ),
    "a day that could be two": Layout(
        html(
            f"<title>{TITLE} | Example Daily</title><meta property='og:title' content='{TITLE}'><meta name='date' content='04/11/2024'>",
            f"<article><h1>{TITLE}</h1>{ps()}</article>{FOOTER}",
        ),
        day=None,
        certain=False,
    ),
    "a live page: entries with their own days": Layout(
        html(
            f"<title>{TITLE} - live</title><meta property='og:title' content='{TITLE}'>"
            + ld({"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": "2024-10-29T06:00:00Z", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "FOREIGN", "datePublished": "2024-10-31T06:00:00Z"}]}),
            f"<main><h1>{TITLE}</h1><article><time datetime='2024-10-31T06:00:00Z'>31 Oct</time>{ps()}</article></main>{FOOTER}",
        )
    ),
    "Ukrainian site: the day in words, links to read also": Layout(
        html(
            f"<title>{TITLE} | Приклад</title>",
            f"{NAV}<main><h1>{TITLE}</h1><div class='date'>Вівторок, 29 жовтня 2024, 14:05</div><div class='text'>{ps()}"
            "<p><b>Читайте також:</b> <a href='/1'>FOREIGN Польща підписала контракт на 180 танків</a></p></div></main>"
            f"{FOOTER}",
        )
    ),
    "Korean portal: the day in Korean, reporter and copyright below": Layout(
        html(
            f"<title>{TITLE} : 예시신문</title>",
            f"{NAV}<div id='wrap'><h1>{TITLE}</h1><div class='info'>2024년 10월 29일 14:05</div><div itemprop='articleBody'>{'<br/><br/>'.join(PARAGRAPHS)}</div>"
            f"<p>&lt;Copyright ⓒ FOREIGN. All rights reserved. 무단 전재 및 재배포 금지&gt;</p></div>{FOOTER}",
        )
    ),
    "the day above the headline": Layout(
        html(
            f"<title>{TITLE} | Приклад</title>",
            f"{NAV}<main><div class='meta'><span>Політика</span> <span class='date'>29 жовтня 2024</span></div><h1>{TITLE}</h1>{ps()}</main>{FOOTER}",
        ),
        certain=False,
    ),
    "change and publication on one line": Layout(
        html(
            f"<title>{TITLE} | Приклад</title>",
            f"<main><h1>{TITLE}</h1><div>Оновлено 2 листопада 2024 | Опубліковано 29 жовтня 2024</div>{ps()}</main>{FOOTER}",
        )
    ),
    "data in a wrapping, with a comma too many": Layout(
        html(
            f"<title>{TITLE}</title><script type='application/ld+json'>/*<![CDATA[*/"
            f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2024-10-29", "author": "Bo Example",}}/*]]>*/</script>',
            f"<main><h1>{TITLE}</h1>{ps()}</main>{FOOTER}",
        ),
        author="Bo Example",
    ),
    "data in which every quote is escaped": Layout(
        html(
            f"<title>{TITLE}</title><script type='application/ld+json'>"
            f"{{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;{TITLE}&quot;, &quot;datePublished&quot;: &quot;2024-10-29&quot;}}</script>",
            f"<main><h1>{TITLE}</h1>{ps()}</main>{FOOTER}",
        )
    ),
    "consent laid over the page, with a headline of its own": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            "<div class='fc-consent-root'><h1>FOREIGN example.com asks for your consent</h1><p>FOREIGN We and our 842 partners store information on a device, such as cookies.</p></div>"
            f"{NAV}<main><article><h1>{TITLE}</h1>{ps()}</article></main>{FOOTER}",
        )
    ),
    "the next article loaded below": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            f"{NAV}<main><article><h1>{TITLE}</h1>{ps()}</article><article><h1>{RELATED[0][0]}</h1><p>FOREIGN Poland has signed for 180 tanks in a deal that is worth six billion dollars.</p></article></main>{FOOTER}",
        )
    ),
    "links to other articles between the paragraphs, offers, advertisements": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            f"{NAV}<main><article><h1>{TITLE}</h1>{ps()}<p><a href='/1'><strong>{RELATED[0][0]}</strong></a></p><p>MORE: <a href='/2'>{RELATED[1][0]}</a></p><ul><li><a href='/3'>{RELATED[2][0]}</a></li></ul>"
            f"<div class='donate-box'><p>FOREIGN Support our journalism with $5 a month.</p></div><section class='ad'><p>FOREIGN Advertisement 1</p></section></article></main>{FOOTER}",
        )
    ),
    "the article called a paywall": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            f"<main><article><h1>{TITLE}</h1>{ps(' class=paywall')}</article></main>{FOOTER}",
        )
    ),
    "the article twice, for narrow and for wide screens, and what is hidden": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            f"{NAV}<div class='desktop'><h1>{TITLE}</h1>{ps()}</div><div class='mobile'><h1>{TITLE}</h1>{ps()}</div><div hidden><p>FOREIGN You have read all of your 3 articles.</p></div>{FOOTER}",
        )
    ),
    "old site, laid out in a table": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            f"<table width=100%><tr><td><a href=/>FOREIGN Home</a><br><a href=/2>FOREIGN News</a></td><td><font size=5><b>{TITLE}</b></font><br>{'<br><br>'.join(PARAGRAPHS)}</td></tr></table>",
        )
    ),
    "a box for each paragraph": Layout(
        html(
            f"<title>{TITLE} | Example</title><meta name='date' content='2024-10-29'>",
            f"<main><h1>{TITLE}</h1><div>{''.join(f'<div class=row><div class=article-body><p class=copy>{p}</p></div></div>' for p in PARAGRAPHS)}</div></main>{FOOTER}",
        )
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_title_day_and_author(name: str) -> None:
    layout = LAYOUTS[name]
    article = article_from_page(layout.html)
    assert article.title == TITLE
    known = article.published_from not in ("inferred", "unknown")
    assert (article.published, known) == (layout.day, layout.certain) or (not layout.certain and not known)
    assert article.author == layout.author
    if article.published:
        assert article.datings[0].evidence


@pytest.mark.parametrize("name", LAYOUTS)
def test_paragraphs_and_nothing_else(name: str) -> None:
    text = article_from_page(LAYOUTS[name].html).text
    assert [p for p in PARAGRAPHS if text.count(p) != 1] == []
    assert [line for line in text.split("\n") if "FOREIGN" in line] == []
