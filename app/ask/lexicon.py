"""The words that questions are made of, as data: what tells a relation, a status, a kind of party, a form of question.

A row is a meaning and the phrases that tell it. A phrase of several words wins over one of fewer.
"""
# ruff: noqa: E501 - tables: one row a line, however long

from typing import Final

from app.ask import branches
from app.ask.courtesies import REQUESTS
from app.ask.outcomes import LOST, WON
from app.ask.phrases import phrases

RELATION_VERBS: Final[dict[str, str]] = {
    "FINED": "fine, fines, fined, fining, penalise, penalises, penalised, penalize, penalizes, penalized, punish, punishes, punished, sanction, sanctioned, sanctions, issue a fine, hit with a fine",
    "PROPOSED_FINE": "propose to fine, proposed to fine, intend to fine, intended to fine, intends to fine, plan to fine, planned to fine, want to fine, wanted to fine, threaten to fine, threatened to fine, propose fining, proposed fining",
    "ORDERED": "order, orders, ordered, ban, bans, banned, instruct, instructed, prohibit, prohibited, forbid, forbade, forbidden, order to stop",
    "REPRIMANDED": "reprimand, reprimands, reprimanded, warn, warned, warns, rebuke, rebuked, admonish, admonished, censure, censured",
    "FOUND_BREACH": "found in breach, find in breach, found a breach by, found a breach, find a breach, found to have breached, found to have violated, found to have broken, found guilty, find to have violated",
    "ACTED": "do about, does about, did about, done about, do against, did against, done against, go after, goes after, went after, gone after, going after, come after, came after, coming after, crack down on, cracked down on, cracking down on, clamp down on, clamped down on, clamping down on, take action against, took action against, taken action against, taking action against, act against, acted against, acting against, move against, moved against, pursue, pursued, pursuing, proceed against, proceeded against",
    "INVESTIGATED_JOINTLY_WITH": "work together, works together, worked together, working together, worked jointly, work jointly, cooperated together, joined forces, join forces, joined hands, team up, teamed up, teaming up, act together, acted together",
    "INVESTIGATED": "investigate, investigates, investigated, investigating, probe, probed, probes, probing, look into, looked into, looking into, examine, examined, inquire into, inquired into",
    "COOPERATED_WITH": "cooperate, cooperated, cooperates, cooperating, co operated, co operate, collaborate, collaborated, worked with, help, helped, assisted",
    "SUED": "sue, sues, sued, suing, take to court, took to court, taken to court, takes to court, bring to court, brought to court, file suit against, filed suit against, bring suit against, brought suit against, litigate against, litigated against, take legal action against, took legal action against, taken legal action against",
    "SETTLED_WITH": "settle, settles, settled, settling, reach a settlement, reached a settlement, agree a settlement, agreed a settlement",
    "APPEALED": "appeal, appeals, appealed, appealing, challenge, challenged, challenges, contest, contested",
    "COMPLAINED_ABOUT": "complain, complains, complained, complaining, file a complaint, filed a complaint, filed complaints, file complaints, lodge a complaint, lodged a complaint, lodged complaints, lodge complaints",
    "INTERVENED_IN": "intervene, intervened, intervenes, intervening",
    "ANNULLED": "annul, annulled, annuls, quash, quashed, overturn, overturned, set aside, strike down, struck down, void, voided, throw out, threw out, thrown out, cancel, cancelled, canceled, overrule, overruled, scrap, scrapped, vacate, vacated, vacates, nullify, nullified",
    "REVERSED": "reverse, reversed, reverses",
    "UPHELD": "uphold, upheld, upholds, confirm, confirmed, back, backed",
    "SENT_CEASE_AND_DESIST_TO": "cease and desist, cease desist, cease and desist letter, cease and desist letters, cease and desist letter to, cease and desist notice, demand to stop, demanded to stop, demand that stop",
    "SCRAPED": "scrape, scrapes, scraped, scraping, harvest, harvested, harvests, harvesting, crawl, crawled, take photos from, took photos from, take images from, took images from, collect photos from, collected photos from, copy photos from, copied photos from, collect images from, collected images from",
    "WITHDREW_FROM": "pull, pulls, pulled, quit, quits, depart from, departed from, stop serving, stopped serving, withdraw from, withdrew from, withdrawn from, pull out of, pulled out of, leave the market, left the market, exit, exited, leave, left, withdraw, withdrew, stop operating in, stopped operating in",
    "EMPLOYS": "employ, employs, employed, head, heads, headed, lead, leads, led, run, runs, chair, chairs, chaired, work for, works for, worked for, work at, works at, worked at, work, works, found, founded, co founded, cofounded, started, set up",
    "ACQUIRED_OR_OWNS": "own, owns, owned, acquire, acquires, acquired, buy, buys, bought, take over, took over, belong to, belongs to",
    "INVESTED_IN": "invest, invests, invested, fund, funded, funds, finance, financed, put money into, invest in, invested in, back financially",
}

RELATION_NOUNS: Final[dict[str, str]] = {
    "FINED": "fine, fines, penalty, penalties, monetary penalty, monetary penalties, sanction, sanctions, gdpr fine, civil penalty, civil penalties, punishment, punishments",
    "PROPOSED_FINE": "proposed fine, proposed fines, proposed penalty, notice of intent, notices of intent, notice of intent to fine, intended fine, provisional fine, planned fine, fine proposal, fine proposals, draft fine",
    "ORDERED": "order, orders, ban, bans, enforcement notice, enforcement notices, injunction, injunctions",
    "REPRIMANDED": "reprimand, reprimands, warning, warnings, rebuke, rebukes",
    "FOUND_BREACH": "finding of breach, findings of breach, finding, findings, finding of a breach, finding of violation, findings of violation, breach finding, breach findings",
    "INVESTIGATED": "investigation, investigations, inquiry, inquiries, enquiry, enquiries, probe, probes, investigator, investigators",
    "INVESTIGATED_JOINTLY_WITH": "joint investigation, joint investigations, joint inquiry, joint inquiries, joint probe, joint probes, investigate jointly, investigated jointly, jointly investigate, jointly investigated, co investigator, investigate together, investigated together",
    "COOPERATED_WITH": "cooperation, collaboration",
    "SUED": "to court, to trial, before the courts, lawsuit, lawsuits, suit, suits, legal action, legal actions, class action, class actions, court case, court cases, litigation, plaintiff, plaintiffs, court action",
    "SETTLED_WITH": "settlement, settlements, class action settlement, class action settlements, class settlement, lawsuit settlement, court settlement",
    "APPEALED": "appeal, appeals, appellant, appellants",
    "COMPLAINED_ABOUT": "complaint, complaints, complainant, complainants",
    "INTERVENED_IN": "intervention, interventions, amicus brief, amicus briefs, intervener, interveners",
    "ANNULLED": "annulment, annulments",
    "REVERSED": "reversal, reversals",
    "SENT_CEASE_AND_DESIST_TO": "cease and desist letter, cease and desist letters, cease and desist demand, cease and desist demands",
    "SCRAPED": "scraper, data scraping",
    "EMPLOYS": "head, boss, chief, chairman, chairwoman, chairperson, chair, president, vice president, ceo, chief executive, chief executive officer, chief legal officer, general counsel, director, founder, founders, co founder, co founders, cofounder, cofounders, employee, employees, staff, spokesman, spokesperson, spokeswoman, leader, commissioner of, attorney general of, judge, judges, justice, lawyer, lawyers, in charge of, employer, board member, board members, member of the board",
    "ACQUIRED_OR_OWNS": "owner, owners, parent company, acquisition, acquisitions",
    "INVESTED_IN": "investor, investors, investment, investments, backer, backers, financier, financiers, shareholder, shareholders",
}

STATUSES: Final[dict[str, str]] = {
    "stands": "still stand, still stands, still standing, stand, stands, stood, standing, in force, still in force, still valid, valid, in effect, survive, survived, hold, holds, still apply, upheld or standing",
    "fallen": "no longer stand, no longer stands, not stand anymore, not standing, fell, fallen, no longer in force, no longer valid, did not stand, did not survive",
    "annulled": "strike down, throw out, threw out, void, cancel, overrule, scrap, invalidate, vacate, vacates, vacated, nullify, nullified, annul, annulled, overturned, overturn, quashed, quash, set aside, struck down, thrown out, cancelled, canceled, overruled, voided, invalidated, scrapped, reversed, annulled in court, overturned in court, overturned by a court, annulled by a court",
    "under_appeal": "on appeal, under appeal, being appealed, appeal pending, appeal is pending, pending appeal, in appeal, still under appeal, still on appeal, appeal still open, still open to appeal",
    "appealed": "appeal, appeals, appealing, contest, contesting, appealed, challenged in court, contested, challenged",
    "final": "final, legally binding, binding, definitive, settled law, unappealed, no longer open to appeal, no longer appealable, can no longer be appealed, cannot be appealed, not appealable, unappealable",
    "reduced": "reduce, reduces, lower, lowers, reduced, lowered, cut, cut down, slashed, lessened, decreased, halved, trimmed",
    "increased": "increase, raise, increased, raised",
    "unpaid": "unpaid, still owe, still owes, still owed, still to pay, yet to pay, still has to pay, still have to pay, still due, not paid, not been paid, never paid, yet to be paid, outstanding, still unpaid, not yet paid, uncollected",
    "paid": "paid, already paid, been paid",
    "settled": "settled, settled out of court, ended by settlement",
    "withdrawn": "revoke, withdrawn, dropped, revoked, lifted, taken back",
    "upheld": "uphold, upholds, affirm, affirms, upheld, confirmed, confirm, affirmed",
    "suspended": "suspend, suspends, suspended, stayed, on hold",
    "remitted": "remitted, sent back, referred back",
    "reinstated": "reinstate, reinstated, restored",
    "pending": "open, still open, pending, ongoing, still pending, going on, unresolved",
    "won": WON,
    "lost": LOST,
    "status": "status, current status, current state, latest status, status quo, status of, became of, become of, happened to, outcome, state of, fate of, what came of, came of, where does stand",
    "left": "left of, remains of, remain of, remains, left over, is left, was left, were left, been left, remained, remaining, amount now, now",
}

KINDS: Final[dict[str, str]] = {
    "company": "company, companies, firm, firms, business, businesses, corporation, corporations, corporate, enterprise, enterprises, carrier, carriers, bank, banks, retailer, retailers, operator, operators, group, groups, brand, brands, employer, startup, startups, multinational, multinationals",
    "public_body": "public body, public bodies, public authority, public authorities, government body, government bodies, government department, government departments, government agency, police force, police forces, public sector, ministry, ministries, council, councils, state body, state bodies, public sector body, public sector bodies, hospital, hospitals",
    "person": "individual, individuals, natural person, natural persons, persons, people, manager, managers, executive, executives",
    "platform": "platform, platforms, site, sites, website, websites, social network, social networks, social media, service, services, app, apps, social media platform, social media platforms, social media site, social media sites",
    "ngo": "ngo, ngos, civil society, charity, charities, campaigner, campaigners, campaign group, campaign groups, civil society organisation, civil society organisations, privacy group, privacy groups, rights group, rights groups, activist, activists, non profit, non profits",
    "regulator": "regulator, regulators, authority, authorities, watchdog, watchdogs, dpa, dpas, data protection authority, data protection authorities, supervisory authority, supervisory authorities, privacy regulator, privacy regulators, data regulator, data regulators, data watchdog, data watchdogs, privacy watchdog, privacy watchdogs, enforcer, enforcers, data protection regulator, data protection regulators, privacy commissioner, privacy commissioners, agency, agencies, commissioner, commissioners, supervisor, supervisors, data protection agency, data protection commissioner, privacy authority, privacy authorities, data authority, data protection watchdog, information commissioner, ombudsman, data protection ombudsman, data protection supervisor, data protection body, privacy body, supervisory body, enforcement agency, privacy agency, data protection office, privacy office, sa",
    "court": "court, courts, tribunal, tribunals, judge, judges",
    "country": "country, countries, state, states, market, markets, nation, nations, jurisdiction, jurisdictions",
    "party": "organisation, organisations, organization, organizations, entity, entities, body, bodies, party, parties, anyone, anybody, everyone, everybody, someone, somebody, target, targets, recipient, recipients, offender, offenders, others, other, whoever, one, ones, defendant, defendants, controller, controllers, institution, institutions",
    "decision": "decision, decisions, case, cases, ruling, rulings, action, actions, enforcement action, enforcement actions, measure, measures, enforcement, facts, fact, records, things, anything, everything, something, proceedings, sanction decision",
}

OF_A_STATE: Final = "of a state"
OFFICES: Final[dict[str, str]] = {
    OF_A_STATE: "state authority, state authorities, state level authority, state level authorities, provincial authority, provincial authorities, provincial regulator, provincial regulators, provincial commissioner, provincial commissioners",
    "attorney general": "attorney general, attorneys general, attorney generals, ag, ags, state attorney general, state attorneys general",
    "competition authority": "competition authority, competition authorities, antitrust authority, antitrust authorities, antitrust regulator, antitrust regulators, competition watchdog, competition watchdogs, competition regulator, competition regulators, antitrust watchdog, cartel office, antitrust agency, competition commission",
    "consumer protection": "consumer protection regulator, consumer protection regulators, consumer regulator, consumer regulators, consumer watchdog, consumer watchdogs, consumer protection authority, consumer protection authorities, consumer authority, consumer protection agency, consumer agency, consumer protection agencies",
    "sector regulator": "sector regulator, sector regulators, sectoral regulator, sectoral regulators",
    "internet regulator": "internet regulator, internet regulators, cyberspace regulator, internet watchdog, cyberspace watchdog, cyberspace administration",
    "prosecutor": "prosecutor, prosecutors",
    "state data protection authority": "state data protection authority, state data protection authorities, state dpa, state dpas, land authority, state commissioner, state commissioners, state regulator, state regulators, regional authority, regional authorities, regional regulator, regional regulators, regional dpa, regional dpas, regional data protection authority, regional data protection authorities, state level authorities, regional commissioner, regional commissioners, regional watchdog, regional watchdogs",
    "data protection authority": "data protection authority, data protection authorities, dpa, dpas, supervisory authority, supervisory authorities",
}

ASKS: Final[dict[str, str]] = {
    "how_much": "how much, how much money, what amount, which amount, what sum, which sum, how big, how large, how high, how many euros, how many euro, how many dollars, how many pounds, how many million, how many millions, how expensive, amount, size, sum of money, how costly, value, what was the size, worth, how hefty, how steep, how small",
    "how_many": "how many, how often, number of, count, count of, how many times, the number of, total number of, how frequently, tally",
    "when": "when, what date, which date, what day, which day, on what date, on which date, on what day, which year, what year, in which year, in what year, date, date of, since when, which month, what month, in which month, year of, on which day",
    "why": "do wrong, did wrong, done wrong, doing wrong, went wrong, accused of, deserve, to deserve, why, reason, reasons, what for, grounds, on what grounds, for what, how come, on which grounds, what reason, what grounds, motive, motives, cause, because of what",
    "articles": "which rule, which rules, what rule, what rules, which articles, what articles, which article, what article, which law, what law, which laws, what laws, legal basis, which provisions, what provisions, which provision, on what legal basis",
    "who": "who, by whom, whom, which, wich, whitch, wich one, what, whose, to whom, from whom, against whom, with whom, where, what all, who all",
    "list": "list, provide, rank, ranking of, sort, show, name, give, tell, find, display, enumerate, see, search, get, lookup, look up, overview, info, information, details, about, know, known, summarise, summarize",
}

SUPERLATIVES: Final[dict[str, str]] = {
    "amount:desc": "by size, by amount, by value, in order of size, in order of amount, highest first, largest first, biggest first, biggest, largest, highest, greatest, record, top, heaviest, most expensive, hugest, maximum, steepest, heftiest, hardest, costliest, most severe, largest ever, biggest ever, max",
    "amount:asc": "smallest first, lowest first, smallest, lowest, least, lightest, minimum, cheapest, tiniest, least expensive, min",
    "date:desc": "newest first, latest first, most recent first, latest, most recent, newest, last, most recently, lately",
    "date:asc": "oldest first, earliest first, by date, in order of time, chronologically, first, earliest, oldest, very first, first ever",
}

TOTALS: Final[dict[str, str]] = {
    "sum": "in total, total, totals, total of, total amount, altogether, overall, sum, sum of, combined, cumulative, aggregate, all together, in all, add up to, adds up to, added up, summed, total sum, total value, together worth, collectively, sum total, collected, put together, accumulated",
    "average": "average, on average, mean, averaged, typical, average amount, average size, mean amount",
    "median": "median, median amount",
}

PROPOSE: Final = "propose, proposed, proposes, proposing, intend, intended, intends, intention, planned, plan, provisional, provisionally, threaten, threatened, want, wanted, wants, only proposed, merely proposed, announce intention"
"""What turns a fine into one that was only proposed."""

GIVES: Final = "impose, imposes, imposed, imposing, issue, issues, issued, issuing, hand, handed, hand out, handed out, hand down, handed down, give, gave, given, levy, levied, slap, slapped, hit, send, sent, sends, file, filed, lodge, lodged, bring, brought, make, made, take, took, dish out, dole out, mete out, serve, served, announce, announced"
"""Verbs whose subject does what the noun beside them tells."""

GETS: Final = "receive, received, receives, get, got, gets, getting, gotten, face, faced, faces, facing, incur, incurred, suffer, suffered, pay, paid, pays, paying, have to pay, had to pay, has to pay, cough up, coughed up, coughs up, fork out, forked out, fork over, forked over, shell out, shelled out, stump up, stumped up, rack up, racked up, cop, copped, end up paying, ended up paying, net, netted, owe, owes, owed"
"""Verbs whose subject has it done to itself."""

MOSTS: Final[dict[str, str]] = {
    "count": "most, the most, most often, most frequently, most times, highest number of, largest number of, greatest number of",
    "sum": "most money, the most money, most in, the most in, most in total, the most in total, most overall, the most overall, highest total, largest total, biggest total, highest total of, highest sum of, largest total of, largest sum of, biggest total of, biggest sum of, highest total in, largest total in",
}

REPEATED: Final[dict[str, str]] = {
    "2": "more than once, several times, repeatedly, more than one time, multiple times, twice or more, at least twice, at least two times, two or more times, twice, again and again, repeat offenders, repeat offender, many times",
    "3": "more than twice, at least three times, three or more times, three times or more, more than two times",
    "4": "more than three times, at least four times, four or more times",
    "5": "more than four times, at least five times, five or more times",
}
"""How many decisions at least."""

ORDINALS: Final[dict[str, str]] = {
    "2": "second, 2nd",
    "3": "third, 3rd",
    "4": "fourth, 4th",
    "5": "fifth, 5th",
}

BREAKS: Final = frozenset(
    "break broke broken breaking breach breached breaching violate violated violating infringe infringed infringing contravene contravened".split()
)
"""What a fine is for: with a law or a name, they ask for fines."""

REASONS: Final = "apart from, besides, other than, except, except for, aside from, in addition to, excluding, but not, not counting, without"
"""What stands before a name that is left out."""

TOGETHER: Final = "more than one authority, more than one regulator, several authorities, several regulators, multiple authorities, multiple regulators, two authorities, two regulators, together, together with, jointly, jointly with, joint, along with, alongside, side by side, in tandem, teamed up, team up, partnered, partner"

FUNCTION: Final = frozenset(
    "incl inc including a an the of by to on for in at from with and or as is are was were be been being am do does did done doing has have had "
    "having it its their they them his her he she there here that this these those than then so also too ever any all "
    "some each every both either only just even still already yet not no never n't dont didnt doesnt hasnt wasnt isnt "
    "against over about under into upon per between within during because due based regarding concerning involving related "
    "impose imposes imposed imposing issue issues issued issuing hand handed hands out give gave given giving gets got get getting gotten "
    "receive receives received receiving levy levied levies hit slap slapped face faces faced facing pay pays paying payed have-to had-to has-to "
    "make made makes making take took taken takes taking bring brought reach reached file filed files lodge lodged send sent sends "
    "please me us can you if true case happen happened happens exist exists existing recorded record-holder up down "
    "much many more such same different various several few lot lots kind kinds type types sort total times time amount money "
    "which what who whom whose when where why how currently now today present until become became becomes worth violating violate violated violation "
    "violations breach breaches breaching breached infringement infringements infringing infringed breaking broke broken contravening contrary gone go went going end ended "
    "ve ll re s d m whatever whichever else ago end collect collected concern concerns concerned cover mention mentions said say says rule decided decide data privacy protection regulation "
    "v vs versus using use used uses relate relates break rule rules place put placed recently recent subsidiary subsidiaries affiliate affiliates rest rests rested rely relies relied whether pls plz thx thanks thank hey hi hello dear sir madam kindly right correct really actually exactly another non outside came come comes coming old former news update wondering curious quick question interested aware heard hear understand ok okay well however though although exact precise alone single ones another's announced announce published publish carried carry handing world worldwide global globally history time-ever ordered-by "
    "eur gbp usd euros euro dollars pounds dollar pound sterling did-not reported report reports land landed dished dish dole doled fell through across among amongst via after before since".split()
)
"""Words that carry no condition of their own."""

BANNED: Final = frozenset(
    "should could would might shall will wont i my mine we our ours you-think think believe opinion like love hate best better worst good bad evil "
    "long recommend advise predict prediction poem joke story translate write ignore instructions prompt weather tomorrow recipe".split()
)
"""Words of opinions, forecasts, requests for something else and code: with one of them a question is not read."""

AUXILIARY: Final = frozenset(
    "did does do has have had was were is are didnt doesnt hasnt wasnt isnt can".split()
)
"""Verbs that open a question of yes or no."""

LOOKALIKES: Final = frozenset(
    "begin begins begun begin chain chains beginning summer winter spring autumn fall early fired fires firing hired finer finest filed final finale finals findings wired tired payed banned bonus bands banks bases based ordered older border "
    "larger smaller higher lower bigger greater heavier short shows these those there where while which other hosts costs state stage stats price prices prize trial trade track total totem value valid "
    "sign signs signed single sends spend spent settles setting settings apply applied appeared appears appear reports report".split()
)
"""Words of their own that only look like words of questions."""

CODE: Final = frozenset(
    "select drop delete insert update match detach return merge create call load union table where".split()
)
"""Words of query languages, where they are written in capitals."""

GENERIC: Final = frozenset(
    "the a an of and data protection privacy information personal commission commissioner commissioners authority authorities agency office national "
    "federal state general public private group groups holding holdings international global limited company companies services service court tribunal "
    "board council regulator watchdog supervisory controller committee restricted attorney law act code bank banks united south north east west new "
    "first advanced american european british french german italian spanish inc ltd llc plc plaintiff class health easy les el la le "
    "consumer competition high supreme district central administrative consumer technology technologies communications industries systems online".split()
)
"""Words that are no name by themselves."""


def _list(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split(","))


VERBS: Final = phrases(RELATION_VERBS)
NOUNS: Final = phrases(RELATION_NOUNS)
STATUS_PHRASES: Final = phrases(STATUSES)
KIND_PHRASES: Final = phrases(KINDS)
OFFICE_PHRASES: Final = phrases(OFFICES)
ASK_PHRASES: Final = phrases(ASKS)
SUPERLATIVE_PHRASES: Final = phrases(SUPERLATIVES)
TOTAL_PHRASES: Final = phrases(TOTALS)
EXCEPT_PHRASES: Final = _list(REASONS)
TOGETHER_PHRASES: Final = _list(TOGETHER)
REPEATED_PHRASES: Final = phrases(REPEATED)
ORDINAL_PHRASES: Final = phrases(ORDINALS)
MOST_PHRASES: Final = phrases(MOSTS)
PROPOSE_PHRASES: Final = _list(PROPOSE)
GIVE_PHRASES: Final = _list(GIVES)
GET_PHRASES: Final = _list(GETS)
FILLER_PHRASES: Final = frozenset(tuple(text.split()) for text in REQUESTS) | _list(
    "on record, in the records, so far, as well, at all, is it true that, was it the case that, have to, had to, has to, to date, in court, "
    "in the world, of all time, as of today, right now, do we know, is known, can you tell me, tell me, show me, give me, "
    "i want to know, do you know, could you tell me, please tell me, as far as is known, by law, each time, "
    "when it comes to, up to now, until now, in history, and its subsidiaries, and subsidiaries, including subsidiaries, with subsidiaries, "
    "and all its subsidiaries, with its subsidiaries, including its subsidiaries, and its companies, and its group"
)
LONGEST: Final = 6


def _merged() -> dict[tuple[str, ...], dict[str, tuple[str, ...]]]:
    found: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    tables = {
        "verb": VERBS, "noun": NOUNS, "status": STATUS_PHRASES, "kind": KIND_PHRASES, "office": OFFICE_PHRASES, "ask": ASK_PHRASES,
        "repeated": REPEATED_PHRASES, "superlative": SUPERLATIVE_PHRASES, "total": TOTAL_PHRASES, "most": MOST_PHRASES, "ordinal": ORDINAL_PHRASES,
    }  # fmt: skip
    for name, table in tables.items():
        for phrase, meanings in table.items():
            found.setdefault(phrase, {})[name] = meanings
    lists = {
        "except": EXCEPT_PHRASES, "together": TOGETHER_PHRASES, "propose": PROPOSE_PHRASES, "give": GIVE_PHRASES, "get": GET_PHRASES,
        "filler": FILLER_PHRASES,
    }  # fmt: skip
    for name, several in lists.items():
        for phrase in several:
            found.setdefault(phrase, {})[name] = ()
    for phrase, meanings in branches.PHRASES.items():
        means = found.setdefault(phrase, {})
        means["sector"] = meanings
        means.setdefault("kind", ("company",))
    return found


PHRASES: Final = _merged()
"""Every phrase with all that it can mean."""
