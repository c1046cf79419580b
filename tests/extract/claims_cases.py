"""Sentences with a figure in double brackets, and what is to be read of it: (text, value of the field)."""

from __future__ import annotations

SPEAKERS: list[tuple[str, str | None]] = [
    # the speaker before
    ("General Park said that [[400]] trucks had crossed the river.", "Park"),
    ("Defence Minister Jan Nowak told reporters on Monday that [[12]] tanks were lost.", "Jan Nowak"),
    ("The finance ministry has confirmed that [[$30 million]] was paid.", "finance ministry"),
    ("On 3 May, Anna Kowalska, head of the border guard, said [[900]] people had crossed.", "Anna Kowalska"),
    ("Two officials, who asked not to be named, said [[60]] missiles were fired.", "officials"),
    ("Lt. Gen. Oleh Petrenko also noted that [[15]] drones were shot down.", "Oleh Petrenko"),
    ("Poland's Armament Agency announced on Friday that [[48]] jets would come.", "Poland's Armament Agency"),
    ("Data released by the customs office show [[1,200]] tons of steel were imported.", "customs office"),
    ("Analysts estimate the fleet at [[30]] ships.", "Analysts"),
    ("Seoul says [[5,000]] workers have left.", "Seoul"),
    ("U.S. and Ukrainian officials said [[1,500]] soldiers were killed.", "U.S. and Ukrainian officials"),
    ("Dr. Kim Min-seok of the institute said [[300]] guns were sold.", "Kim Min-seok"),
    ("RAND's Bruce Bennett said [[300]] guns were sold.", "Bruce Bennett"),
    ("Intelligence suggests [[300]] guns were sold, Kovalenko said.", "Kovalenko"),
    ("President Maria Sandu has estimated that almost [[3,000]] were wounded.", "Maria Sandu"),
    (
        "A statement by Ukraine's Defense Intelligence (HUR) on Telegram said [[30]] soldiers were hit.",
        "Ukraine's Defense Intelligence (HUR)",
    ),
    # the speaker after
    ("About [[700]] soldiers were wounded, the general staff said.", "general staff"),
    (
        "Some [[700]] soldiers were wounded, the general staff said on Tuesday, citing field reports.",
        "general staff",
    ),
    ("[[Three]] bridges were destroyed, said Mayor Ivan Bondar.", "Ivan Bondar"),
    ("Losses reached [[4,100]], according to the General Staff.", "General Staff"),
    ("According to a report by the Kiel Institute, [[14]] countries sent weapons.", "Kiel Institute"),
    ("As reported by the Finnish customs, [[80]] containers were stopped.", "Finnish customs"),
    ("The deal is worth [[$4 billion]], per the company's filing.", "company"),
    ("“We lost [[30]] vehicles,” Colonel Marek Zielinski said.", "Marek Zielinski"),
    ("[[6,000]] sappers to clear mines: Shoigu", "Shoigu"),
    ("Budanov: [[200]] guns arrived from the east", "Budanov"),
    # estimates and counts with an owner
    ("By Kyiv's count, Russia has lost [[300]] aircraft.", "Kyiv"),
    ("The Pentagon's figure of [[10,000]] troops was higher.", "Pentagon"),
    ("The ministry's own figure for exports is [[$17 billion]].", "ministry"),
    # one who passes on what another says
    ("Lawmakers quoted the spy agency as saying that [[300]] soldiers had died.", "spy agency"),
    ("Kim was quoted as saying that [[40]] ships were built.", "Kim"),
    ("Reuters reported, citing two diplomats, that [[90]] trucks crossed the border.", "diplomats"),
    ("The lawmaker said, citing intelligence, that [[90]] trucks crossed the border.", "lawmaker"),
    (
        "According to U.S., Polish and Ukrainian officials, [[900]] men were sent.",
        "U.S., Polish and Ukrainian officials",
    ),
    ("According to reporting by Asia Economy, [[24]] guns were ordered.", "Asia Economy"),
    ("Reports suggesting that [[900]] men were sent are not new.", "Reports"),
    # polls
    ("In a survey conducted by Gallup Korea, [[72 percent]] said no.", "Gallup Korea"),
    (
        "In a survey conducted by Gallup Korea, 72 percent said no. Only [[15 percent]] said yes.",
        "Gallup Korea",
    ),
    ("The survey also showed that [[69 percent]] were willing to fight.", "survey"),
    # nobody
    ("Hyundai Rotem recorded sales of [[$800 million]] in 2023.", None),
    ("Poland has bought [[180]] tanks.", None),
    ("Shares rose [[3 percent]] after the company said it would sell two plants.", None),
    ("The contract was signed on Friday and covers [[20]] ships.", None),
    ("Each truck can carry 20 tons per day over [[300 km]].", None),
]

RELAYS: list[tuple[str, str | None, str | None]] = [
    ("[[90]] trucks crossed the border, Reuters reported, citing two diplomats.", "diplomats", "Reuters"),
    ("[[90]] trucks crossed, the minister told the BBC.", "minister", "BBC"),
    ("The minister told a news conference that [[90]] trucks crossed.", "minister", None),
    ("[[90]] trucks crossed, officials were quoted as saying by Yonhap.", "officials", "Yonhap"),
    ("[[20]] guns arrived, a general said, Yonhap news agency reported.", "general", "Yonhap news agency"),
    ("According to lawmakers, the spy agency said [[20]] guns arrived.", "spy agency", "lawmakers"),
    ("Yonhap reported that [[20]] guns arrived.", "Yonhap", None),
    ("Yonhap cited military officials who said [[20]] guns arrived.", "military officials", "Yonhap"),
]

AROUND: list[tuple[str, str | None]] = [
    # names and pronouns, over sentences
    ("President Maria Sandu spoke on Monday. Later Sandu said [[40]] buses were sent.", "Maria Sandu"),
    ("President Maria Sandu arrived on Monday. She said [[40]] buses were sent.", "Maria Sandu"),
    ("Polish Defence Minister Jan Nowak spoke in Lublin. The minister said [[40]] tanks came.", "Jan Nowak"),
    (
        "Polish Defence Minister Jan Nowak met Korean Minister Ahn Gyu-back.\nThe Polish minister said [[40]] came.",
        "Jan Nowak",
    ),
    (
        "The Romanian Ministry of Defence signed. The ministry said [[54]] guns come.",
        "Romanian Ministry of Defence",
    ),
    (
        "The National Intelligence Service (NIS) briefed lawmakers. The agency said [[600]] had died.",
        "National Intelligence Service (NIS)",
    ),
    ("The National Intelligence Service (NIS) met. The NIS said [[600]] had died.", "National Intelligence Service (NIS)"),
    ("Informed sources spoke of a deal. The sources said [[20]] jets were sold.", "Informed sources"),
    # the sentence before or after
    ("Rescuers received [[100]] trucks. This was announced by Governor Oleh Koval.", "Oleh Koval"),
    ("Rescuers received [[100]] trucks. So said Governor Oleh Koval.", "Oleh Koval"),
    ("The ministry said the deal was signed. It covers [[54]] howitzers.", "ministry"),
    ("The ministry said the deal was signed. Poland has bought [[54]] howitzers before.", None),
    # quotations
    ("“We lost ground. They took [[12]] villages,” General Petro Bilyk said.", "Petro Bilyk"),
    ("Quote from Bilyk: \"We lost ground.\n\nThey took [[12]] villages.\n\nWe will be back.\"", "Bilyk"),
    ("General Petro Bilyk spoke on Friday.\n\n“They took [[12]] villages,” he said.", "Petro Bilyk"),
    # labels
    ("Source: Interior Ministry\nDetails: The fire destroyed [[30]] houses.", "Interior Ministry"),
    ("Source: Interior Ministry\nDetails: A fire.\nBackground:\nA flood destroyed [[30]] houses.", None),
    ("SEOUL: [[30]] houses burnt down.", None),
]  # fmt: skip

MODALITIES: list[tuple[str, str]] = [
    ("Poland bought [[180]] tanks in 2022.", "asserted"),
    ("Some [[180]] tanks have been delivered.", "asserted"),
    ("Poland has ordered [[180]] tanks.", "asserted"),
    ("Kim ordered his army to send [[180]] tanks.", "planned"),
    ("Poland managed to sell [[30]] tanks.", "asserted"),
    ("Output rose to [[300]] shells a day.", "asserted"),
    ("Romania will import tanks under a deal worth [[$2 billion]].", "asserted"),
    ("The plan is to increase output from [[200]] to 500 guns.", "asserted"),
    ("Pyongyang plans to send 600 more men, of whom [[100]] are there already.", "asserted"),
    ("Aid would rise to $150 million in 2023 from [[$100 million]] last year.", "asserted"),
    ("Estonia has agreed to buy guns in a [[46 million-euro]] ($54 million) deal.", "asserted"),
    ("Seoul pledged more this year, following last year's aid of [[$100 million]].", "asserted"),
    ("Profit exceeded expectations by [[36%]].", "asserted"),
    ("This follows the deployment of [[11,000]] troops to help defend the region.", "asserted"),
    ("Seoul will send [[20]] trucks.", "planned"),
    ("Seoul intends to send [[20]] trucks.", "planned"),
    ("Poland is to receive [[180]] tanks together with other vehicles.", "planned"),
    ("Poland is to receive 180 tanks together with [[81]] other vehicles.", "planned"),
    ("[[116]] of the tanks will be made in Korea.", "planned"),
    ("Of those sent, [[5,000]] are to be builders.", "planned"),
    ("North Korea to deploy [[6,000]] workers", "planned"),
    ("[[6,000]] workers from the North to rebuild a city", "planned"),
    ("Contract for [[288]] launchers awaits signing", "planned"),
    ("Hanwha signed a contract to supply [[212]] howitzers.", "planned"),
    ("Hanwha won an order from Norway for [[24]] howitzers.", "planned"),
    ("The contract includes [[24]] howitzers and training.", "planned"),
    ("Seoul has pledged [[$130 million]] in aid.", "planned"),
    ("The agreement calls for [[96]] helicopters.", "planned"),
    ("Delivery of the [[96]] helicopters is due to start in May.", "planned"),
    ("Exports will reach [[$20 billion]] this year.", "expected"),
    ("Exports should pass [[$20 billion]] this year.", "expected"),
    ("Exports are expected to reach [[$20 billion]].", "expected"),
    ("Analysts expect exports of [[$20 billion]].", "expected"),
    ("They spoke of the expected increase in their number to [[12,000]].", "expected"),
    ("Some [[4,000]] people are likely to be displaced.", "expected"),
    ("The containers could hold up to [[3 million]] shells.", "possible"),
    ("The containers could hold 3 million large shells or [[500,000]] small shells.", "possible"),
    ("The containers can be loaded with [[200,000]] shells.", "possible"),
    ("Moscow may have received [[90]] missiles.", "possible"),
    ("Seoul is considering sending [[200]] vehicles.", "possible"),
    ("If Moscow sends [[10]] jets, Seoul will answer.", "possible"),
    ("Moscow denied that [[300]] soldiers had been killed.", "denied"),
    ("There is no evidence that [[5,000]] workers have left.", "denied"),
    ("The company has not delivered the [[50]] aircraft.", "denied"),
    ("The air force cannot confirm the use of [[20]] missiles.", "not_confirmed"),
    ("A spokesman declined to confirm that [[20]] missiles were delivered.", "not_confirmed"),
    ("The report of [[40]] deaths could not be independently verified.", "not_confirmed"),
]

STAGES: list[tuple[str, str | None]] = [
    ("South Korea has pledged [[$130 million]] in humanitarian aid.", "pledged"),
    ("Seoul will provide [[$10 million]] in aid.", "pledged"),
    ("The two signed a framework agreement for [[672]] howitzers.", "framework"),
    ("Poland signed a contract worth [[$2 billion]].", "contracted"),
    ("Poland signed a contract to deliver [[48]] jets.", "contracted"),
    ("Estonia plans to purchase at least [[12]] howitzers.", None),
    ("Pyongyang has shipped [[6,700]] containers of shells.", "shipped"),
    ("Kyiv has received [[10]] demining vehicles.", "delivered"),
    ("Seoul rejected a request for [[100]] missiles.", "refused"),
    ("Warsaw cancelled an order for [[96]] helicopters.", "cancelled"),
    ("Around [[300]] soldiers were killed after the arms were delivered.", None),
]

PARTIES: list[tuple[str, str | None, str | None]] = [
    ("South Korea has sold [[48]] jets to Poland.", "South Korea", "Poland"),
    ("A deal worth [[$6 billion]] was signed by Poland on Friday.", "Poland", None),
    ("Norway will buy [[24]] howitzers from Hanwha Aerospace.", "Norway", "Hanwha Aerospace"),
    ("Kyiv has received [[10]] vehicles from the Korean government.", "Korean government", "Kyiv"),
    ("Around [[600]] North Korean soldiers have died.", "North Korea", None),
    ("Russia intended to involve [[10,000]] soldiers from North Korea.", "Russia", "North Korea"),
    ("North Korea to deploy [[5,000]] workers", "North Korea", None),
    ("The price is [[$5 million]].", None, None),
]

PLACES: list[tuple[str, str | None]] = [
    ("Some [[3,000]] soldiers had begun training in Russia’s Kursk Oblast.", "Russia’s Kursk Oblast"),
    ("He spoke of [[3,000]] soldiers being sent to Russian military training grounds.", "Russian military training grounds"),
    ("About [[500]] troops are stationed in eastern Ukraine.", "eastern Ukraine"),
    ("About [[500]] troops fought in Russia’s war.", None),
]  # fmt: skip

COVERS: list[tuple[str, str | None]] = [
    ("Contracts worth [[$9 billion]] to provide jets, training aircraft and tanks were signed.", "jets, training aircraft and tanks"),
    ("Poland paid [[$2 billion]] for a second batch of K2 tanks.", "second batch of K2 tanks"),
    ("The firm earned [[$2 billion]] last year.", None),
]  # fmt: skip
