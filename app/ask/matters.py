"""What a fine can be about, as data: words that tell the same matter, and how summaries and articles tell it.

A row is the words of questions, a pattern over summaries, and the articles of the GDPR that are about nothing else.
"""
# ruff: noqa: E501 - a table, one row a line

from typing import Final

_ROWS: Final[tuple[tuple[str, str, str], ...]] = (
    ("facial face faces", r"(?:fac(?:e|es|ial)|biometric (?:monitoring|identif\w+))", ""),
    ("biometric biometrics fingerprint fingerprints", r"(?:biometric\w*|fac(?:e|es|ial)|fingerprints?)", ""),
    ("child children childrens kid kids minor minors teenager teenagers teen teens pupil pupils underage", r"(?:child(?:ren)?|kids?|minors?|teenagers?|pupils?|under 1\d)", ""),
    ("breach breaches leak leaks leaked leaking hack hacks hacked hacking intrusion incident incidents", r"(?:breach(?:es)?|attack(?:ers?|s)?|hack(?:s|ed)?|leak(?:s|ed)?|stolen|theft|ransomware|phishing|lost)", "33|34"),
    ("ransomware", r"ransomware", ""),
    ("security insecure cybersecurity", r"(?:\w*secur\w+|attack\w*|hack\w*|ransomware|stolen|breach\w*|leak\w*|unencrypted)", "32"),
    ("cookie cookies tracker trackers", r"(?:cookies?|tracers?)", ""),
    ("ad ads advert adverts advertising advertisement advertisements", r"(?:advert\w*|ads?)", ""),
    ("marketing", r"(?:\w*marketing|advert\w*|sales calls|newsletters?)", ""),
    ("transfer transfers transferring transferred export exports", r"(?:transfer\w*|went to servers)", "4[4-9]"),
    ("employee employees worker workers staff workforce", r"(?:employees?|staff|workers?|riders?)", ""),
    ("telemarketing telemarketer telemarketers", r"(?:telemarketing|sales calls|unwanted (?:sales )?calls)", ""),
    ("spam spamming unsolicited newsletter newsletters mailings", r"(?:spam\w*|newsletters?|unsolicited|unwanted|mailed|sales calls and messages)", ""),
    ("location locations geolocation gps", r"(?:\w*location\w*|gps)", ""),
    ("health medical patient patients", r"(?:health|medical|patients?|therap\w+|prescription\w*|ovulation|hospital\w*)", ""),
    ("genetic genetics dna", r"(?:genetic\w*|dna)", ""),
    ("password passwords", r"passwords?", ""),
    ("consent consents", r"consent\w*", ""),
    ("notification notifications notify notifying notified", r"(?:notif\w+|reported|breach notices?)", "33|34"),
    ("officer officers", r"officers?", "37|38|39"),
    ("removal removals takedown takedowns erasure deletion delisting delist delisted deindexing forgotten", r"(?:eras\w+|delet\w+|delist\w*|removal requests?|forgotten)", "17"),
    ("transparency transparent intransparent notice notices", r"(?:\w*transparen\w*|notices?|privacy statement|information|inform\w*|told)", "12|13|14"),
    ("profiling", r"(?:profil\w+|behavioural)", "22"),
    ("automated algorithm algorithms algorithmic", r"(?:automated|algorithm\w*|software judged)", "22"),
    ("assessment assessments dpia", r"assessments?", "35"),
    ("surveillance spying spied monitoring monitored tracking tracked snooping", r"(?:surveil\w+|spy\w*|spied|monitor\w*|track\w*|watch\w*|cameras?|private lives)", ""),
    ("cctv camera cameras video videos", r"(?:cctv|cameras?|videos?)", ""),
    ("retention retaining retained storage", r"(?:retention|kept|retain\w*|stor(?:ed|age|ing))", ""),
    ("selling sale sales sold", r"(?:s[oe]ld|sell\w*|sales?)", ""),
    ("sharing shared passing", r"(?:shar\w+|went to|passed|sent|sold)", ""),
    ("scraping scraped", r"scrap\w*", ""),
    ("vote votes voter voters voting election elections electoral", r"(?:vot\w+|election\w*)", ""),
    ("calls call calling robocalls robocall", r"(?:\w*calls?|telemarketing|called)", ""),
    ("personalised personalized targeted targeting behavioural behavioral", r"(?:personali[sz]ed|target\w*|behaviou?ral)", ""),
    ("voice voices recording recordings", r"(?:voice|record(?:ed|ings?))", ""),
    ("vulnerability vulnerabilities flaw flaws", r"(?:vulnerab\w+|flaws?|hole)", ""),
    ("sexual sexuality", r"sexual\w*", ""),
    ("photo photos image images picture pictures", r"(?:photos?|images?|pictures?|faces?)", ""),
)  # fmt: skip
_ARTICLES: Final = r"~(?:uk )?gdpr art\. (?:{})(?!\d)"


def _pattern(summary: str, articles: str) -> str:
    return rf"(?:\b{summary}\b|{_ARTICLES.format(articles)})" if articles else rf"\b{summary}\b"


FAMILY: Final[dict[str, str]] = {
    word: _pattern(summary, articles) for words, summary, articles in _ROWS for word in words.split()
}
"""For each word of a matter a pattern over a summary in small letters, behind which the articles stand, each after ``~``."""
EMPTY: Final = frozenset(
    "cold nuisance unwanted request requests ignoring ignored refusing refused mishandling mishandled exposing exposed losing keeping recognition data personal protection privacy information online digital right rights record records details handling processing use misuse "
    "collection failing failure failures unlawful illegal unlawfully illegally lack poor insufficient inadequate issue issues reason reasons practice "
    "practices matter matters violation violations late lax system systems rules people users customers".split()
)
"""Words that say nothing more beside another word of the matter."""
