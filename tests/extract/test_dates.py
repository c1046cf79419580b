from __future__ import annotations

from datetime import date

import pytest

from koreaaid.extract.dates import read_dates
from koreaaid.extract.mention import Date
from koreaaid.extract.sentences import sentence_spans

PUBLISHED = date(2024, 10, 29)  # a Tuesday


def read(text: str, published: date | None = PUBLISHED) -> list[Date]:
    return read_dates(text, sentence_spans(text), published)


def values(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(found.surface, found.timex_value) for found in read(text, published)]


# Written on 29 October 2024: text -> (surface, TIMEX3 value) of each date in it.
RESOLVED: list[tuple[str, list[tuple[str, str | None]]]] = [
    # month and day: the last one, unless the next is at most 120 days ahead
    ("He left on January 9.", [("January 9", "2024-01-09")]),
    ("They trained from 8 October.", [("8 October", "2024-10-08")]),
    ("as early as 1 November", [("1 November", "2024-11-01")]),
    ("It fell on February 27.", [("February 27", "2024-02-27")]),
    ("It is due to close on June 1.", [("June 1", "2025-06-01")]),
    ("Talks began on Thursday, March 7.", [("Thursday, March 7", "2024-03-07")]),
    ("In the six months through June it jumped 2.9 times on the year.", [("the six months", "P6M"), ("June", "2024-06")]),
    ("It rose in the April-June quarter.", [("April-June", "2024-04/2024-06")]),
    ("Footage published on October 15 and 16 indicates it.", [("October 15", "2024-10-15"), ("16", "2024-10-16")]),
    ("Talks began last Wednesday, Oct. 23.", [("last Wednesday, Oct. 23", "2024-10-23")]),
    ("from Feb. 24, 2024 – 248 days ago", [("Feb. 24, 2024", "2024-02-24"), ("248 days ago", "2024-02-24")]),
    ("from June 3 to June 17, 2019", [("June 3 to June 17, 2019", "2019-06-03/2019-06-17")]),
    ("December 28 to January 3, 2024", [("December 28 to January 3, 2024", "2023-12-28/2024-01-03")]),
    ("on the 8th, he said", [("the 8th", "2024-10-08")]),
    ("It is to be paid by the end of July.\n3. The third tranche came.", [("the end of July", "2025-07")]),
    ("It was signed on 4 June.\n\nThe funds will be used later.", [("4 June", "2024-06-04")]),
    ("A bigger loan for Korea\n\nToday the ministry paid it.", [("Today", "2024-10-29")]),
    ("Korea Today, a magazine, paid it.", []),
    ("It would fill a ship, he told reporters after the session on Friday.", [("Friday", "2024-10-25")]),
    ("The rules take effect on Friday.", [("Friday", "2024-11-01")]),
    ("Two fell in the first half-hour.", [("half-hour", "PT30M")]),
    ("As of 10:00 am ET, October 3", [("10:00 am ET, October 3", "2024-10-03T10:00")]),
    ("They meet on Tuesday\n\n16:40 CET – The end", [("Tuesday", "2024-10-29"), ("16:40 CET", "2024-10-29T16:40")]),
    ("It follows by Christmas.\n\n10:20 – Berlin pays", [("Christmas", "2024-12-25"), ("10:20", "2024-10-29T10:20")]),
    ("In the third quarter it sold 3, and in the quarter before that it sold 5.",
     [("the third quarter", "2024-Q3"), ("the quarter before that", "2024-Q2")]),
    ("In the third quarter it sold 3, in the week before that 5.", [("the third quarter", "2024-Q3")]),
    ("In 2020 it was 12; the year before, 9; the year before that, 4.",
     [("2020", "2020"), ("the year before", "2019"), ("the year before that", "2018")]),
    ("It opens in 2027, a year later than planned.", [("2027", "2027")]),
    ("Overnight into Monday, 15 were fired.", [("Monday", "2024-10-28")]),
    ("In Q2 last year it sold 4.", [("Q2 last year", "2023-Q2")]),
    ("It will follow in the second half of July.", [("the second half of July", "2025-07")]),
    ("It came in the first half of May 2023.", [("the first half of May 2023", "2023-05")]),
    ("They train three hours a day, 6 days a week.", [("three hours", "PT3H"), ("6 days", "P6D")]),
    ("In 2020 it sold 9. That fall it sold 20.", [("2020", "2020"), ("That fall", "2020-FA")]),
    ("The bill must be passed by December second.", [("December second", "2024-12-02")]),
    ("December second-hand sales fell.", [("December", "2023-12")]),
    ("It grew in the final quarter of 2023.", [("the final quarter of 2023", "2023-Q4")]),
    ("Aid delivered by September stood at 4 million.", [("September", "2024-09")]),
    ("The bill will be submitted to parliament on Friday.", [("Friday", "2024-11-01")]),
    ("It rose from 20 at the start of the year to 90.", [("the start of the year", "2024")]),
    ("It was dated 1 May 2024 (GMT+09:00) by the page.", [("1 May 2024", "2024-05-01")]),
    ("It costs about a quarter of that of a tank.", []),
    ("More may come before the end of winter.", [("the end of winter", "2024-WI")]),
    ("It lies on the 8th floor.", []),
    # what can only lie behind
    ("It has been closed since Dec. 7.", [("Dec. 7", "2023-12-07")]),
    ("It began with the Dec. 7 terrorist attack.", [("Dec. 7", "2023-12-07")]),
    ("They will be higher next month than in December.", [("next month", "2024-11"), ("December", "2023-12")]),
    ("It is due no later than in December.", [("December", "2024-12")]),
    # a story of an earlier year goes on, within a paragraph and not for long
    (
        "It invaded on February 24, 2022. On March 2, the UN condemned it; on April 7 it was suspended.",
        [("February 24, 2022", "2022-02-24"), ("March 2", "2022-03-02"), ("April 7", "2022-04-07")],
    ),
    ("It was signed on July 27, 2022. In August, they paid.", [("July 27, 2022", "2022-07-27"), ("August", "2022-08")]),
    ("In July 2022 they ordered 180 tanks, and the first tanks came on December 5.", [("July 2022", "2022-07"), ("December 5", "2022-12-05")]),
    ("It was on December 30, 2022, and again on January 2.", [("December 30, 2022", "2022-12-30"), ("January 2", "2023-01-02")]),
    ("In 2022, the two met in July.", [("2022", "2022"), ("July", "2022-07")]),
    ("The 2022 deal was renewed in July.", [("2022", "2022"), ("July", "2024-07")]),
    ("It invaded on February 24, 2022.\nOn March 2, it stopped.", [("February 24, 2022", "2022-02-24"), ("March 2", "2024-03-02")]),
    ("It was signed on October 2, 2022. On October 20, it was renewed.", [("October 2, 2022", "2022-10-02"), ("October 20", "2024-10-20")]),
    ("It ended on June 3, 2022. It will begin on June 9.", [("June 3, 2022", "2022-06-03"), ("June 9", "2025-06-09")]),
    ("It was banned on June 3, 2022, and lifted in July after talks.", [("June 3, 2022", "2022-06-03"), ("July", "2024-07")]),
    ("In the war of 1973, it struck on 6 March.", [("1973", "1973"), ("6 March", "1973-03-06")]),
    ("In 1963 the stadium opened. It was full on Sunday, September 15.", [("1963", "1963"), ("Sunday, September 15", "2024-09-15")]),
    ("In 1963 the stadium opened. It was full on Sunday, May 5.", [("1963", "1963"), ("Sunday, May 5", "2024-05-05")]),
    ("In 1964 the stadium opened. It was full on Sunday, May 3.", [("1964", "1964"), ("Sunday, May 3", "1964-05-03")]),
    # what is named for a day is no date
    ("Work began at the February 11 plant in Hamhung and the May 10 Factory.", []),
    ("He died in the March 11 plant fire.", [("March 11", "2024-03-11")]),
    # a part of a month
    ("in the last week of September and the first days of May 2023", [("the last week of September", "2024-09"), ("the first days of May 2023", "2023-05")]),
    ("on the last day of January 2025", [("the last day of January 2025", "2025-01-31")]),
    # the same time of another year
    ("Sales in the third quarter doubled from the same period of 2022.", [("the third quarter", "2024-Q3"), ("the same period of 2022", "2022-Q3")]),
    ("That is for fiscal 2026, and less than the year before.", [("fiscal 2026", "2026"), ("the year before", "2025")]),
    # what the present tense and what modal verbs tell of is to come, where they stand before
    ("His term reaches its middle on Sunday.", [("Sunday", "2024-11-03")]),
    ("It should follow in September.", [("September", "2025-09")]),
    ("The rise in September should please them.", [("September", "2024-09")]),
    # the last day of a span follows the first
    ("the February 20-27 visit", [("February 20-27", "2025-02-20/2025-02-27")]),
    ("an eight-year war, the Six-Day War", [("an eight-year", "P8Y")]),
    # two years later is no day
    ("On June 25, 1950, it began. Seventy-four years later it goes on.", [("June 25, 1950", "1950-06-25"), ("Seventy-four years later", "2024")]),
    ("the court's 1898 ruling on Roe (1885-1941), the 1850 troops", [("1898", "1898"), ("1885-1941", "1885/1941")]),
    ("Note: 1986 net includes a gain.\nTotal: 2019\n", [("1986", "1986")]),
    # a bare month: by the tense of its clause
    ("The sale was approved in May.", [("May", "2024-05")]),
    ("Delivery is set to begin in August.", [("August", "2025-08")]),
    ("It had been due in January.", [("January", "2024-01")]),
    ("Production will start by March.", [("March", "2025-03")]),
    ("They met last September.", [("last September", "2023-09")]),
    ("since October last year", [("October last year", "2023-10")]),
    ("January–June 2024", [("January–June 2024", "2024-01/2024-06")]),
    ("He may march in.", []),
    ("in April, May and June", [("April", "2024-04"), ("May", "2024-05"), ("June", "2024-06")]),
    ("since Oct it has; Jan Kowalski, Dec and Nov.", [("Oct", "2024-10"), ("Nov.", "2024-11")]),
    ("The March on Rome", []),
    ("the March summit", [("March", "2024-03")]),
    # the day elsewhere
    ("He said on Monday (early Tuesday in Seoul) so.", [("Monday", "2024-10-28"), ("early Tuesday", "2024-10-29")]),
    ("He said on Friday (Saturday morning local time) so.", [("Friday", "2024-10-25"), ("Saturday morning", "2024-10-26TMO")]),
    ("He said so on Oct. 15 (Wednesday in Seoul).", [("Oct. 15", "2024-10-15"), ("Wednesday", "2024-10-16")]),
    # a part of a day that is not named
    ("He wrote this month. That night he left.", [("this month", "2024-10"), ("That night", None)]),
    ("He came on October 8. That night he left.", [("October 8", "2024-10-08"), ("That night", "2024-10-08TNI")]),
    # a weekday: the last seven days with today, the next on a clear cue
    ("The ministry said Tuesday that it agreed.", [("Tuesday", "2024-10-29")]),
    ("He said Monday that they will arrive on Thursday.", [("Monday", "2024-10-28"), ("Thursday", "2024-10-31")]),
    ("On Friday, Seoul said it would help.", [("Friday", "2024-10-25")]),
    ("The offer runs until Friday.", [("Friday", "2024-11-01")]),
    ("last Tuesday and next Friday", [("last Tuesday", "2024-10-22"), ("next Friday", "2024-11-01")]),
    ("Monday of last week", [("Monday of last week", "2024-10-21")]),
    ("from Monday to Wednesday they met", [("Monday to Wednesday", "2024-10-21/2024-10-23")]),
    ("The Sun sat in the mon.", []),
    # counted from the publication
    ("next week", [("next week", "2024-W45")]),
    ("by the end of last month", [("the end of last month", "2024-09")]),
    ("earlier this year", [("earlier this year", "2024")]),
    ("the previous quarter, this quarter", [("the previous quarter", "2024-Q3"), ("this quarter", "2024-Q4")]),
    ("two years ago", [("two years ago", "2022")]),
    ("three days ago", [("three days ago", "2024-10-26")]),
    ("six weeks ago", [("six weeks ago", "2024-W38")]),
    ("a month ago", [("a month ago", "2024-09")]),
    ("several years ago", [("several years ago", "PAST_REF")]),
    ("yesterday afternoon and tonight", [("yesterday afternoon", "2024-10-28TAF"), ("tonight", "2024-10-29TNI")]),
    ("last years results", [("last years", "2023")]),
    ("Approved a year ago, it was refused in 2012.", [("a year ago", "2023"), ("2012", "2012")]),
    ("from January until mid-March last year", [("January until mid-March last year", "2023-01/2023-03")]),
    ("The October War, the May Revolution and the Six-Day War", []),
    ("Get the Morning Memo.", []),
    ("It is to open in 2027, three months later than planned.", [("2027", "2027"), ("three months", "P3M")]),
    ("before New Year, on Victory Day", [("New Year", "2025-01-01"), ("Victory Day", "2024-05-09")]),
    ("before Lunar New Year; this Year", [("this Year", "2024")]),
    ("sales of 3Q23 and 1H24; 3Q 23 tanks", [("3Q23", "2023-Q3"), ("1H24", "2024-H1"), ("3Q", "2024-Q3")]),
    ("It fell at 17.40 Kyiv time.", [("17.40 Kyiv time", "2024-10-29T17:40")]),
    ("입력 2024. 10. 12.", [("2024. 10. 12.", "2024-10-12")]),
    ("In the years 2024 to 2027", [("2024 to 2027", "2024/2027")]),
    # a bare plural is a length of time only where something says so
    ("Months of war; Seoul sells in months what Europe promises in the years to come.", [("the years", "PXY")]),
    ("for months, the first in years, weeks after it", [("months", "PXM"), ("years", "PXY"), ("weeks", "PXW")]),
    ("over the weekend", [("the weekend", "2024-W43-WE")]),
    ("Fifty-five years later, Oman has none.", [("Fifty-five years", "P55Y")]),
    ("by the end of the decade", [("the end of the decade", "202")]),
    ("later in the day; back in the day", [("later in the day", "2024-10-29")]),
    ("It didn't say so until May.", [("May", "2024-05")]),
    ("by year-end", [("year-end", "2024-12-31")]),
    # counted from a date of the text
    ("It was pulled back on Dec. 11.", [("Dec. 11", "2023-12-11")]),
    ("The unit lost 40 men on Dec. 3.", [("Dec. 3", "2023-12-03")]),
    ("It was approved at the annual meeting on Dec. 20.", [("Dec. 20", "2024-12-20")]),
    ("Six tanks were to come on Dec. 3.", [("Dec. 3", "2024-12-03")]),
    ("It has called for redemption on Dec. 10.", [("Dec. 10", "2024-12-10")]),
    ("He met Kim on 6 January. The day before, they had spoken.", [("6 January", "2024-01-06"), ("The day before", "2024-01-05")]),
    ("It was signed on 6 January 2020, and three days later it fell.", [("6 January 2020", "2020-01-06"), ("three days later", "2020-01-09")]),
    ("It began in July 2024. Seoul confirmed at the time that it knew.", [("July 2024", "2024-07"), ("at the time", "2024-07")]),
    ("It began in July 2024, at the time of the talks. He said so at the time.", [("July 2024", "2024-07")]),
    ("They came in June 1998 and left later that year.", [("June 1998", "1998-06"), ("later that year", "1998")]),
    ("In the third quarter sales rose from a year earlier.", [("the third quarter", "2024-Q3"), ("a year earlier", "2023-Q3")]),
    # periods
    ("the first half of 2025", [("the first half of 2025", "2025-H1")]),
    ("in the third quarter of last year", [("the third quarter of last year", "2023-Q3")]),
    ("Q3 2024 and H1 2025", [("Q3 2024", "2024-Q3"), ("H1 2025", "2025-H1")]),
    ("spring 2025, last winter", [("spring 2025", "2025-SP"), ("last winter", "2023-WI")]),
    ("Troops fall back after the fall of Kabul, the fall in prices, a fall in 2023.", [("2023", "2023")]),
    ("this fall, next summer", [("this fall", "2024-FA"), ("next summer", "2025-SU")]),
    ("the late 1980s and the 20th century", [("the late 1980s", "198"), ("the 20th century", "19")]),
    ("the 1900s and the 2000s", [("the 1900s", "19"), ("the 2000s", "200")]),
    ("fiscal 2025 and FY26", [("fiscal 2025", "2025"), ("FY26", "2026")]),
    ("It covers 2025-2028.", [("2025-2028", "2025/2028")]),
    ("in nineteen ninety-six", [("nineteen ninety-six", "1996")]),
    ("on Thanksgiving Day, before New Year's Eve", [("Thanksgiving Day", "2024-11-28"), ("New Year's Eve", "2024-12-31")]),
    ("at Christmas 2022", [("Christmas 2022", "2022-12-25")]),
    # years, and what only looks like one
    ("the 2022 contracts", [("2022", "2022")]),
    ("It ended. 2023 was better.", [("2023", "2023")]),
    ("2000 troops with Panzerhaubitze 2000 guns", []),
    ("from Oct. 8 to 13 aboard ships; on Oct. 8 and 13 soldiers", [("Oct. 8 to 13", "2024-10-08/2024-10-13"), ("Oct. 8", "2024-10-08")]),
    ("At 3:15 a.m. on Monday, Oct. 21, it fell.", [("3:15 a.m. on Monday, Oct. 21", "2024-10-21T03:15")]),
    ("They met last month, on the 3rd and the 17th.", [("last month", "2024-09"), ("the 3rd", "2024-09-03"), ("the 17th", "2024-09-17")]),
    ("They came on Oct. 3 and left on the 8th. The 5th and the 9th, too, won.", [("Oct. 3", "2024-10-03"), ("the 8th", "2024-10-08")]),
    ("It sold 12 in August, it said on the 21st.", [("August", "2024-08"), ("the 21st", "2024-10-21")]),
    # what is done on a day lies behind, what is said on it may not
    ("They arrived in Kursk on Dec. 3, and will leave on Dec. 9.", [("Dec. 3", "2023-12-03"), ("Dec. 9", "2024-12-09")]),
    ("They will be sent, he said after meeting Kim on January 17.", [("January 17", "2024-01-17")]),
    ("It is being held on Dec. 3. It said on Dec. 4 it will redeem them.", [("Dec. 3", "2024-12-03"), ("Dec. 4", "2024-12-04")]),
    ("engines of 2000 cubic centimeters at 2010 metres", []),
    ("in 2024 tonnes of shells came", [("2024", "2024")]),
    ("S&P 500, 1,500 men, $2024, No. 2021, K-2000", []),
    ("109325 views • 130241 view", []),
    # the two ends of a span are one length of time
    ("from 4 to 13 October", [("4 to 13 October", "2024-10-04/2024-10-13")]),
    ("between January and March 2023", [("January and March 2023", "2023-01/2023-03")]),
    ("ordered for 2026 to 2029", [("2026 to 2029", "2026/2029")]),
    ("in Q1-Q3 2024", [("Q1-Q3 2024", "2024-Q1/2024-Q3")]),
    ("It was moved from 4 to 6 October.", [("4", "2024-10-04"), ("6 October", "2024-10-06")]),
    ("in 2022 and 2023", [("2022", "2022"), ("2023", "2023")]),
    ("bought from Oct. 14 to Friday", [("Oct. 14", "2024-10-14"), ("Friday", "2024-10-25")]),
    ("the winter of 2023-2024", [("the winter of 2023-2024", "2023-WI")]),
    ("in fiscal year 2024-25", [("2024-25", "2024/2025")]),
    # lists of days
    ("on 8, 12 and 17 October", [("8", "2024-10-08"), ("12", "2024-10-12"), ("17 October", "2024-10-17")]),
    ("on October 8, 12 and 17.", [("October 8", "2024-10-08"), ("12", "2024-10-12"), ("17", "2024-10-17")]),
    ("On October 8, 12 tanks and 17 guns came.", [("October 8", "2024-10-08")]),
    # what another year, or a number of something, makes of a date
    ("signed in 2022, and on 4 November of the same year", [("2022", "2022"), ("4 November of the same year", "2022-11-04")]),
    ("on October 28 last year", [("October 28 last year", "2023-10-28")]),
    ("resolutions 1718, 1874 and 2094", []),
    ("pre-2014", [("2014", "2014")]),
    ("the day before yesterday", [("the day before yesterday", "2024-10-27")]),
    ("a year and a half ago", [("a year and a half ago", "2023-04")]),
    ("over the next decade", [("the next decade", "P10Y")]),
    ("the early 90s, Q4 of last year", [("the early 90s", "199"), ("Q4 of last year", "2023-Q4")]),
    ("By early April a new shed of 2,100 square metres had been built.", [("early April", "2024-04")]),
    ("By September the plant turned out 300 a month.", [("September", "2024-09")]),
    ("The line will run by September.", [("September", "2025-09")]),
    ("The raid came a day after Monday's call, the third in as many weeks.", [("a day", "P1D"), ("Monday", "2024-10-28")]),
    ("A ship comes every other month, a train every second week.", [("every other month", "P2M"), ("every second week", "P2W")]),
    ("Five were lost in the assault of Jan. 5-7.", [("Jan. 5-7", "2024-01-05/2024-01-07")]),
    ("On December 19, the ministries signed a pact.", [("December 19", "2023-12-19")]),
    ("On December 19, the ministry said, it will sign a pact.", [("December 19", "2024-12-19")]),
    ("Shells killed two guards in the village on December 19.", [("December 19", "2023-12-19")]),
    ("It lent 50 in May 2022, after 20 the previous June.", [("May 2022", "2022-05"), ("the previous June", "2021-06")]),
    ("In May 2022 one came, two the preceding month.", [("May 2022", "2022-05"), ("the preceding month", "2022-04")]),
    ("One came in May 2022, two the ensuing March.", [("May 2022", "2022-05"), ("the ensuing March", "2023-03")]),
    (
        "In May 2022 ten came, up on the previous month. The previous month was dry.",
        [("May 2022", "2022-05"), ("the previous month", "2022-04"), ("The previous month", "2022-04")],
    ),
    (
        "Ten came in 2019. The following year 20 came. The following year 30 came.",
        [("2019", "2019"), ("The following year", "2020"), ("The following year", "2021")],
    ),
    ("They meet in the upcoming week.", [("the upcoming week", "2024-W45")]),
    ("In October 2022 one came, and more the  following\u00a0 year.", [("October 2022", "2022-10"), ("the  following\u00a0 year", "2023")]),
    ("One came in October 2022, the last in the  following March.", [("October 2022", "2022-10"), ("the  following March", "2023-03")]),
    ("In October 2022 one came, the other the following March.", [("October 2022", "2022-10"), ("the following March", "2023-03")]),
    # times of day
    ("in the morning of July 11; overnight on 8 October", [("July 11", "2024-07-11"), ("8 October", "2024-10-08")]),
    ("at 1400 hours", [("1400 hours", "2024-10-29T14:00")]),
    ("at 5 p.m. on Monday", [("5 p.m. on Monday", "2024-10-28T17:00")]),
    ("The blast came at 10:35 a.m. (0735 GMT) Friday.", [("10:35 a.m. (0735 GMT)", "2024-10-25T10:35"), ("Friday", "2024-10-25")]),
    ("They won 3:1, a ratio of 16:9.", []),
    ("open from 6-9 p.m. on Nov. 2", [("6", "2024-11-02T18:00"), ("9 p.m. on Nov. 2", "2024-11-02T21:00")]),
    ("from 11 to 2 p.m. today", [("11", "2024-10-29T11:00"), ("2 p.m. today", "2024-10-29T14:00")]),
    ("It fell on Friday.\n\n11.32 GMT\nThey met at 9.15 GMT.", [("Friday", "2024-10-25"), ("11.32 GMT", "2024-10-29T11:32"), ("9.15 GMT", "2024-10-29T09:15")]),
    ("In 2023: 40 tanks. Two took part in late 2024: one won. At 2024:10", [("2023", "2023"), ("late 2024", "2024")]),
    ("by year's end", [("year's end", "2024-12-31")]),
    ("at 2000 EST, not in 2000", [("2000 EST", "2024-10-29T20:00"), ("2000", "2000")]),
    ("noon Saturday", [("noon Saturday", "2024-10-26T12:00")]),
    ("\"Next year we want more,\" he told \"This Week\".", [("Next year", "2025")]),
    ("It plans to send armored vehicles before it leaves office on Jan. 20.", [("Jan. 20", "2025-01-20")]),
    ("They pay at least a quarter of the bill.", []),
    ("The delay would last six months at most.", [("six months", "P6M")]),
    ("It could leave shells undelivered by the end of December.", [("the end of December", "2024-12")]),
    ("It may come by the end of January, according to a man who spoke.", [("the end of January", "2025-01")]),
    ("It could leave shells undelivered by the end of December, he warned.", [("the end of December", "2024-12")]),
    # words
    ("in the near future, currently, recently", [("the near future", "FUTURE_REF"), ("currently", "PRESENT_REF"), ("recently", "PAST_REF")]),
    ("Until now it was. It is now the ninth. Subscribe now", [("now", "PRESENT_REF")]),
    ("It ended. Now the crews rest. Now, he says, none is left.", [("Now", "PRESENT_REF")]),
    ("in today's world, the weapons of tomorrow, today's talks", [("today", "2024-10-29")]),
    ("soon, recent deals, future sales", []),
    # times that come again
    ("every Tuesday, each July, every two weeks", [("every Tuesday", "XXXX-WXX-2"), ("each July", "XXXX-07"), ("every two weeks", "P2W")]),
    ("the third consecutive year", [("the third consecutive year", "P1Y")]),
    ("They met daily. Daily life, NK Daily. It grew 20% annually.", [("daily", "P1D")]),
    ("16 times what was given in the 30 years before.", [("the 30 years", "P30Y")]),
    ("It was approved in June; another was chosen the year before.", [("June", "2024-06"), ("the year before", "2023")]),
    ("That confirms the estimate given by Seoul in September.", [("September", "2024-09")]),
    ("They had said a week earlier that they expected it.", [("a week earlier", "2024-W43")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RESOLVED)
def test_resolves_against_the_publication_date(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert values(text) == expected


# Without a publication date: text -> (surface, value, basis).
UNDATED = [
    ("next week", [("next week", None, "unresolved")]),
    ("yesterday", [("yesterday", None, "unresolved")]),
    ("On January 9", [("January 9", "XXXX-01-09", "unresolved")]),
    ("in April", [("April", "XXXX-04", "unresolved")]),
    ("from March to June 2025", [("March to June 2025", "2025-03/2025-06", "explicit")]),
    ("in February and March 2025", [("February", "2025-02", "explicit"), ("March 2025", "2025-03", "explicit")]),
    ("on Tuesday", [("Tuesday", "XXXX-WXX-2", "unresolved")]),
    ("in 2014", [("2014", "2014", "explicit")]),
    ("On 6 January 2020. A week later", [("6 January 2020", "2020-01-06", "explicit"), ("A week later", "2020-01-13", "context")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNDATED)
def test_invents_nothing_without_a_publication_date(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert [(found.surface, found.timex_value, found.basis) for found in read(text, None)] == expected


# text -> mod, earliest, latest.
SPANS = [
    ("late April 2025", "END", date(2025, 4, 21), date(2025, 4, 30)),
    ("mid-July", "MID", date(2024, 7, 11), date(2024, 7, 21)),
    ("early 2025", "START", date(2025, 1, 1), date(2025, 5, 1)),
    ("the end of this year", "END", date(2024, 9, 1), date(2024, 12, 31)),
    ("around 2014", "APPROX", date(2014, 1, 1), date(2014, 12, 31)),
    ("next week", None, date(2024, 11, 4), date(2024, 11, 10)),
    ("earlier this year", None, date(2024, 1, 1), date(2024, 10, 29)),
    ("later this month", None, date(2024, 10, 29), date(2024, 10, 31)),
    ("the third quarter", None, date(2024, 7, 1), date(2024, 9, 30)),
    ("last winter", None, date(2023, 12, 1), date(2024, 2, 29)),
    ("the 1990s", None, date(1990, 1, 1), date(1999, 12, 31)),
    ("2025-2028", None, date(2025, 1, 1), date(2028, 12, 31)),
    ("currently", None, None, None),
]


@pytest.mark.parametrize(("text", "mod", "earliest", "latest"), SPANS)
def test_says_which_days_a_date_spans(
    text: str, mod: str | None, earliest: date | None, latest: date | None
) -> None:
    (found,) = read(f"It was seen, {text}.")
    assert (found.mod, found.earliest, found.latest) == (mod, earliest, latest)


# text -> TIMEX3 value, value, low, high, bound, unit.
LENGTHS = [
    ("two years", "P2Y", 2, 2, 2, "exact", "year"),
    ("a 30-minute call", "PT30M", 30, 30, 30, "exact", "minute"),
    ("more than two weeks", "P2W", 2, 2, None, "more_than", "week"),
    ("almost 15 years", "P15Y", 15, None, 15, "almost", "year"),
    ("at least 72 hours", "PT72H", 72, 72, None, "at_least", "hour"),
    ("up to six months", "P6M", 6, None, 6, "at_most", "month"),
    ("about three decades", "P30Y", 3, None, None, "about", "decade"),
    ("two to three weeks", "P2W", None, 2, 3, "range", "week"),
    ("the last 3 months", "P3M", 3, 3, 3, "exact", "month"),
    ("two and a half years", "P2.5Y", 2.5, 2.5, 2.5, "exact", "year"),
    ("over a year and a half", "P1.5Y", 1.5, 1.5, None, "more_than", "year"),
    ("half an hour", "PT30M", 0.5, 0.5, 0.5, "exact", "hour"),
    ("several months", "PXM", None, 3, None, "vague", "month"),
    ("the past few weeks", "PXW", None, 3, None, "vague", "week"),
    ("over the past year", "P1Y", 1, 1, 1, "exact", "year"),
    ("a 4.3 second dash", "PT4.3S", 4.3, 4.3, 4.3, "exact", "second"),
    ("a decades-long war", "PXDE", None, None, None, "vague", "decade"),
    ("less than an hour", "PT1H", 1, None, 1, "less_than", "hour"),
    ("a year or two", "P1Y", None, 1, 2, "range", "year"),
]


@pytest.mark.parametrize(("text", "timex", "value", "low", "high", "bound", "unit"), LENGTHS)
def test_counts_lengths_of_time(
    text: str,
    timex: str,
    value: float | None,
    low: float | None,
    high: float | None,
    bound: str,
    unit: str,
) -> None:
    (found,) = read(f"It went on for {text}.")
    assert found.timex_type == "DURATION"
    assert (found.timex_value, found.value, found.low, found.high) == (timex, value, low, high)
    assert (found.bound, found.unit) == (bound, unit)


@pytest.mark.parametrize(
    "text",
    [
        "a 44-year-old man",
        "aged 21",
        "52 years of age",
        "$900 a month",
        "$9 a month or $90",
        "10 years old",
        "another soldier, five years older",
        "the second batch",
        "under the age of 5 years",
    ],
)
def test_leaves_ages_rates_and_ordinals(text: str) -> None:
    assert values(text) == []


def test_the_calendar_has_an_end() -> None:
    assert values("NEXT MAY0JUNE, since Dec. 7", date(1, 1, 1))[-1] == ("Dec. 7", None)


def test_a_date_may_be_wrapped_but_not_go_over_a_paragraph() -> None:
    assert values("It was built in May\n2023.") == [("May\n2023", "2023-05")]
    assert values("It was built in May\n\n2023 saw no more.") == [("May", "2024-05"), ("2023", "2023")]


def test_an_ambiguous_date_is_the_one_beside_the_publication() -> None:
    assert values("9/11/2024 update", date(2024, 9, 12)) == [("9/11/2024", "2024-09-11")]
    assert values("9/11/2024 update", date(2024, 11, 12)) == [("9/11/2024", "2024-11-09")]


def test_a_date_glued_to_a_word_begins_after_it() -> None:
    text = "to support UkraineJan 10 2024, 07:26 AM • 130241 view"
    (found,) = read(text)
    assert (found.surface, found.timex_type, found.timex_value) == (
        "Jan 10 2024, 07:26 AM",
        "TIME",
        "2024-01-10T07:26",
    )


def test_every_date_names_its_rule() -> None:
    found = read("In April, two years ago, on Tuesday, for three years")
    assert [one.rule for one in found] == ["month", "units ago", "weekday", "length of time"]
