"""Branches of business that a question bounds targets to, as data: the words for each, and how names tell it.

A row is the words of questions, and a pattern over the names of targets: what firms of the branch are called, and large ones
whose names do not say it. Facts record no branch, so an answer says that names and summaries were looked at.
"""
# ruff: noqa: E501 - a table, one row a line

from typing import Final

from app.ask.phrases import phrases

_ROWS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("bank", "bank, banks, lender, lenders, banking group, banking groups", r"\w*bank\w*|banc[oa]\w*|caixa\w*", r"bbva|ing|unicredit|intesa|klarna|barclays|hsbc|revolut|monzo|n26"),
    ("insurer", "insurer, insurers, insurance company, insurance companies, insurance firm, insurance firms, health insurer, health insurers", r"insur\w+|assuran\w+|versicherung\w*|forsikring\w*", r"aok|trygg.hansa|medibank|anthem|allianz|axa|generali|cigna|aetna|humana|mapfre|elevance|kaiser|wellpoint|blue cross|premera|excellus"),
    ("airline", "airline, airlines, air carrier, air carriers", r"airways|airlines?|luftfahrt", r"lufthansa|easyjet|ryanair|vueling|cathay pacific|klm|iberia|air (?:france|europa|canada|india|asia)|wizz air"),
    ("airport", "airport, airports", r"airports?|aeropuertos?|aena", ""),
    ("carmaker", "car maker, car makers, carmaker, carmakers, automaker, automakers, car manufacturer, car manufacturers, car company, car companies, vehicle maker, vehicle manufacturers", r"motors?|automo\w+", r"volkswagen|honda|toyota|bmw|mercedes\w*|daimler|ford|tesla|hyundai|kia|renault|peugeot|fiat|stellantis|volvo|nissan|audi|porsche|skoda|seat|ferrari"),
    ("telecom", "telecom, telecoms, telco, telcos, telecommunications, telecom company, telecom companies, telecoms company, telecoms companies, telecommunications company, telecommunications companies, telecom operator, telecom operators, telecoms operator, telecoms operators, telecom provider, telecom providers, telecom firm, telecom firms, telecoms firm, telecoms firms, telecommunications operator, telecommunications operators, telecommunications provider, telecommunications providers, mobile operator, mobile operators, phone company, phone companies, phone operator, phone operators, network operator, network operators, mobile network, mobile networks", r"tele(?:com|kom|fon|nor|foni)\w*|mobile|mobil\w*", r"tim|vodafone|orange|free|iliad|wind tre|fastweb|cosmote|ote|at&t|verizon|t-mobile|sprint|1&1|swisscom|optus|telekall|telia|tele2|proximus|kpn|sfr|bouygues|digi|ee|bt|o2|lg ?u|kt|talktalk|carphone|lycamobile|movistar|xfera|simyo|tracfone|terracom|yourtel"),
    ("energy", "energy company, energy companies, energy supplier, energy suppliers, energy provider, energy providers, energy firm, energy firms, energy, utility, utilities, utility company, utility companies, power company, power companies, electricity supplier, electricity suppliers, electricity company, electricity companies, gas supplier, gas suppliers", r"energ\w*|enel|electri\w*|gas|luce|power|strom\w*", r"vattenfall|edison|eni|endesa|axpo|edp|iberdrola|engie|edf|e\.on|naturgy|repsol|acea|hera|sse|npower|ovo"),
    ("water", "water company, water companies, water supplier, water suppliers, water utility, water utilities", r"water\w*|aqua\w*", ""),
    ("supermarket", "supermarket, supermarkets, supermarket chain, supermarket chains, grocer, grocers", r"super(?:market|mercad)\w*", r"mercadona|carrefour|rewe|lidl|aldi|tesco|spar|coop|edeka|morrisons|eroski|dia|jumbo|albert heijn"),
    ("retailer", "retailer, retailers, online retailer, online retailers, retail chain, retail chains, online shop, online shops, shops, stores, department store, department stores, clothing chain, clothing chains, e commerce company, e commerce companies, e commerce firm, e commerce firms", r"retail\w*|shop\w*|stores?|fashion|kauppa\w*|supply", r"h&m|h-and-m|mercadona|carrefour|amazon(?:\.com|(?: europe core))?|verkkokauppa\w*|notebooksbilliger|morele|rewe|sephora|todd snyder|shein|infinite styles|lidl|aldi|zalando|ikea|tesco|dixons|dsg|target|home depot|tractor supply|coolblue|kruidvat|decathlon|apohem"),
    ("social network", "social network, social networks, social media, social media company, social media companies, social media firm, social media firms, social media platform, social media platforms, social platform, social platforms, social networking site, social networking sites, social media site, social media sites, social media giant, social media giants", r"facebook|instagram|twitter|linkedin|tiktok", r"meta platforms|x corp|snap|snapchat|discord|pinterest|reddit|vkontakte|musical\.ly|bytedance|threads|parler"),
    ("messenger", "messenger, messengers, messaging app, messaging apps, messaging service, messaging services, messenger service, chat app, chat apps", r"whatsapp|telegram|signal|messenger|viber|discord|line corp\w*", ""),
    ("streaming", "streaming service, streaming services, streaming company, streaming companies, streaming platform, streaming platforms, video platform, video platforms, music service, music services", r"netflix|spotify|youtube|twitch|deezer|hulu|disney\w*|streaming", ""),
    ("dating", "dating app, dating apps, dating service, dating services, dating site, dating sites, dating platform, dating platforms", r"dating", r"grindr|tinder|match group|bumble|okcupid|hinge|ashley madison|ruby corp"),
    ("hotel", "hotel, hotels, hotel group, hotel groups, hotel chain, hotel chains, hotelier, hoteliers", r"hotel\w*|resorts?|sands", r"marriott|accor|hilton|hyatt|ihg|melia"),
    ("travel", "travel company, travel companies, travel agency, travel agencies, travel site, travel sites, booking site, booking sites", r"travel\w*|booking\w*|expedia|airbnb", ""),
    ("hospital", "hospital, hospitals, clinic, clinics, hospital group, hospital groups, hospital operator, hospital operators", r"hospital\w*|clinics?|klinik\w*|medical cent\w+|cancer cent\w+|ospedal\w*", r"md anderson|singhealth|cottage health|advocate health|centro hospitalar"),
    ("health", "health company, health companies, healthcare company, healthcare companies, healthcare provider, healthcare providers, health care provider, health care providers, health firm, health firms, healthcare firm, healthcare firms, health service, health services, medical company, medical companies, health app, health apps", r"\w*health\w*|hospital\w*|clinic\w*|medical\w*|cancer cent\w+|\w*terap\w*|\w*therap\w*|sant[eé]|medi\w+|pharma\w*", r"vastaamo|cerebral|goodrx|fresenius|anthem|singhealth|monument|premom|flo|23andme|1health|psykoterapiakeskus"),
    ("pharmacy", "pharmacy, pharmacies, chemist, chemists", r"pharmac\w*|apotek\w*|apohem|farmacia\w*", r"goodrx|cvs|rite aid|walgreens|boots"),
    ("genetics", "genetic testing company, genetic testing companies, genetics company, dna company, dna companies, dna testing company, dna testing companies", r"gen(?:et|om)\w*|dna", r"23andme|1health\S*|vitagene|ancestry"),
    ("credit agency", "credit agency, credit agencies, credit bureau, credit bureaus, credit bureaux, credit reference agency, credit reference agencies, credit registry, credit registries, credit rating agency, credit reporting agency, credit reporting agencies", r"credit(?!.*bank)\w*|krediet\w*|kredit\w*", r"equifax\w*|bkr|experian|schufa|transunion|crif|creditinfo"),
    ("debt collector", "debt collector, debt collectors, debt collection agency, debt collection agencies, debt collection firm, debt collection firms, collection agency, collection agencies", r"debt|inkasso|collect\w*", r"eos|b2 kapital|intrum|lowell"),
    ("ride", "ride hailing company, ride hailing companies, ride hailing firm, ride hailing firms, ride hailing, ride firm, ride firms, taxi company, taxi companies, taxi firm, taxi firms, taxi app, taxi apps", r"taxi\w*|cabs?", r"uber|didi|lyft|bolt|yango|ridetech|free now"),
    ("delivery", "delivery company, delivery companies, delivery firm, delivery firms, delivery app, delivery apps, delivery service, delivery services, food delivery, food delivery company, food delivery companies", r"deliver\w*|express|logisti\w*", r"foodinho|glovo|doordash|deliveroo|uber eats|just eat|gorillas"),
    ("post", "postal service, postal services, post office, post offices, postal operator, postal operators, postal company, postal companies", r"post(?:e|i|en|al|el|nl|nord)?|poczta|correos", r"elta"),
    ("game maker", "game maker, game makers, gaming company, gaming companies, video game company, video game companies, games company, games companies, game developer, game developers, video game maker, video game makers", r"games?|gaming", r"epic games|activision|ubisoft|nintendo|roblox|cognosphere"),
    ("chatbot", "chatbot, chatbots, chat bot, chat bots, chatbot maker, chatbot makers, chatbot operator, chatbot operators", r"chatbot|chatgpt|openai|replika|deepseek|character\.ai", r"luka"),
    ("ai", "ai, artificial intelligence, ai company, ai companies, ai firm, ai firms, ai developer, ai developers, artificial intelligence company, artificial intelligence companies, artificial intelligence firm, artificial intelligence firms, ai startup, ai startups, ai lab, ai labs", r"ai|openai|chatgpt|deepseek|artificial intelligence", r"clearview|luka|replika"),
    ("data broker", "data broker, data brokers, data seller, data sellers", r"data brokers?", r"kochava|gravy analytics|venntel|solocal\w*|acxiom|oracle data|intellius|x-mode|outlogic|inmarket"),
    ("adtech", "ad tech company, ad tech companies, adtech company, adtech companies, ad tech firm, ad tech firms, adtech firm, adtech firms, advertising company, advertising companies, advertising firm, advertising firms", r"advert\w*|marketing|ads?", r"criteo|vectaury|teemo|singlespot|openx|inmobi|tagadamedia|solocal\w*"),
    ("big tech", "big tech, big tech company, big tech companies, big tech firm, big tech firms, tech giant, tech giants, internet giant, internet giants, gafam, gafa", r"google|facebook|instagram|whatsapp|youtube|linkedin", r"alphabet|amazon|apple|meta platforms|microsoft|amazon\.com|ring"),
    ("media", "newspaper, newspapers, publisher, publishers, media company, media companies, media group, media groups, broadcaster, broadcasters, news site, news sites, magazine, magazines", r"media\w*|news\w*|publish\w*|publications?|television\w*|broadcast\w*|press|radio", r"cond[eé] nast|axel springer|bonnier|figaro|prisma"),
    ("school", "school, schools, university, universities, college, colleges, edtech, edtech company, edtech companies, educational institution, educational institutions", r"school\w*|universit\w*|college|acad[eé]m\w*|educat\w*|skol\w*|edtech", r"edmodo|chegg|illuminate|powerschool"),
    ("council", "council, councils, city council, city councils, municipality, municipalities, city, cities, town, towns, local authority, local authorities", r"councils?|municipal\w*|city|comune|ayuntamiento|kommun\w*|borough|gemeinde|stadt", ""),
    ("ministry", "ministry, ministries, government department, government departments", r"minist\w+|department", ""),
    ("police", "police, police force, police forces, police authority, police authorities, police service", r"poli[czst]\w+", ""),
    ("political party", "political party, political parties", r"part(?:y|i|ito|ido)|campaign", ""),
    ("football", "football club, football clubs, football league, football leagues, sports club, sports clubs, sports league", r"f[uú]tbol|football|laliga|league|liga", ""),
    ("gym", "gym, gyms, fitness chain, fitness chains, gym chain, gym chains", r"gym\w*|fitness|sats", r"basic-?fit"),
    ("restaurant", "restaurant, restaurants, restaurant chain, restaurant chains, fast food chain, fast food chains", r"restaurants?|burger|pizza", r"mcdonald\S*|tim hortons|tdl group|starbucks|kfc"),
)  # fmt: skip

PHRASES: Final = phrases({name: words for name, words, _, _ in _ROWS})
"""The words of questions, each with the branch that it names."""
SECTORS: Final[dict[str, str]] = {name: rf"(?:{pattern})" for name, _, pattern, _ in _ROWS if pattern}
"""How names and summaries tell a branch."""
CALLED: Final[dict[str, str]] = {
    name: rf"(?:{'|'.join(part for part in (pattern, brands) if part)})" for name, _, pattern, brands in _ROWS
}
"""How names alone tell it, large firms of other names among them."""
