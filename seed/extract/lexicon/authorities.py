"""Public authorities that the records need not have: other supervisors who act against firms, as news names them.

A record of the same name or id goes before a row of this table.
"""
# ruff: noqa: E501 - a table: one row a line, however long

from typing import Final, NamedTuple


class Authority(NamedTuple):
    """One authority; ``sort`` is the kind of regulator as the records say it."""

    id: str
    name: str
    country: str
    sort: str
    aliases: tuple[str, ...]


_COMPETITION: Final = "competition authority"
_SECTOR: Final = "sector regulator"
_CONSUMER: Final = "consumer protection regulator"

_TABLE: Final = f"""
european-commission; European Commission; EU; EU body; EU Commission|EU Commissioner|European Commissioner|EU Commissioners
europol; Europol; EU; EU body;
european-ombudsman; European Ombudsman; EU; EU body;
sec-us; Securities and Exchange Commission; US; {_SECTOR}; SEC|US Securities and Exchange Commission|U.S. Securities and Exchange Commission
occ-us; Office of the Comptroller of the Currency; US; {_SECTOR}; OCC
eeoc-us; Equal Employment Opportunity Commission; US; {_SECTOR}; EEOC|US Equal Employment Opportunity Commission|U.S. Equal Employment Opportunity Commission
fdic-us; Federal Deposit Insurance Corporation; US; {_SECTOR}; FDIC
cftc-us; Commodity Futures Trading Commission; US; {_SECTOR}; CFTC
finra-us; Financial Industry Regulatory Authority; US; {_SECTOR}; FINRA
fda-us; Food and Drug Administration; US; {_SECTOR}; FDA
federal-reserve-us; Federal Reserve; US; {_SECTOR}; Federal Reserve Board
nhtsa-us; National Highway Traffic Safety Administration; US; {_SECTOR}; NHTSA
nydfs-us; New York State Department of Financial Services; US-NY; {_SECTOR}; NYDFS|New York Department of Financial Services
cppa-us-ca; California Privacy Protection Agency; US-CA; state data protection authority; CPPA|CalPrivacy
crtc-ca; Canadian Radio-television and Telecommunications Commission; CA; {_SECTOR}; CRTC
competition-bureau-ca; Competition Bureau; CA; {_COMPETITION}; Canadian Competition Bureau|Competition Bureau Canada
cma-uk; Competition and Markets Authority; GB; {_COMPETITION}; CMA
ofcom-uk; Ofcom; GB; {_SECTOR}; Office of Communications
fca-uk; Financial Conduct Authority; GB; {_SECTOR}; FCA
pra-uk; Prudential Regulation Authority; GB; {_SECTOR}; PRA
asa-uk; Advertising Standards Authority; GB; {_CONSUMER}; ASA
accc-au; Australian Competition and Consumer Commission; AU; {_COMPETITION}; ACCC
acma-au; Australian Communications and Media Authority; AU; {_SECTOR}; ACMA
asic-au; Australian Securities and Investments Commission; AU; {_SECTOR}; ASIC
esafety-au; eSafety Commissioner; AU; {_SECTOR}; eSafety
comcom-nz; Commerce Commission; NZ; {_COMPETITION}; New Zealand Commerce Commission
agcm-it; Italian Competition Authority; IT; {_COMPETITION}; AGCM|Autorità Garante della Concorrenza e del Mercato|Italian antitrust authority|Italian Competition and Market Authority
agcom-it; Italian Communications Authority; IT; {_SECTOR}; AGCOM|Autorità per le garanzie nelle comunicazioni
adlc-fr; French Competition Authority; FR; {_COMPETITION}; Autorité de la concurrence
dgccrf-fr; Directorate General for Competition, Consumer Affairs and Fraud Control; FR; {_CONSUMER}; DGCCRF
arcom-fr; Arcom; FR; {_SECTOR};
bundeskartellamt-de; Federal Cartel Office; DE; {_COMPETITION}; Bundeskartellamt|German Federal Cartel Office
bafin-de; Federal Financial Supervisory Authority; DE; {_SECTOR}; BaFin
bnetza-de; Federal Network Agency; DE; {_SECTOR}; Bundesnetzagentur
acm-nl; Authority for Consumers and Markets; NL; {_COMPETITION}; ACM|Netherlands Authority for Consumers and Markets|Autoriteit Consument en Markt
cnmc-es; National Commission on Markets and Competition; ES; {_COMPETITION}; CNMC
comreg-ie; Commission for Communications Regulation; IE; {_SECTOR}; ComReg
ccpc-ie; Competition and Consumer Protection Commission; IE; {_COMPETITION}; CCPC
cnam-ie; Coimisiún na Meán; IE; {_SECTOR};
nkom-no; Norwegian Communications Authority; NO; {_SECTOR}; NKOM|Nkom|National Communications Authority
forbrukertilsynet-no; Norwegian Consumer Authority; NO; {_CONSUMER}; Forbrukertilsynet
pts-se; Swedish Post and Telecom Authority; SE; {_SECTOR}; PTS
traficom-fi; Finnish Transport and Communications Agency; FI; {_SECTOR}; Traficom
uokik-pl; Office of Competition and Consumer Protection; PL; {_COMPETITION}; UOKiK
gvh-hu; Hungarian Competition Authority; HU; {_COMPETITION}; GVH
hcc-gr; Hellenic Competition Commission; GR; {_COMPETITION};
rekabet-tr; Turkish Competition Authority; TR; {_COMPETITION}; Rekabet Kurumu|Turkish Competition Board
fas-ru; Federal Antimonopoly Service; RU; {_COMPETITION};
kftc-kr; Korea Fair Trade Commission; KR; {_COMPETITION}; KFTC|Fair Trade Commission
kcc-kr; Korea Communications Commission; KR; {_SECTOR}; KCC
jftc-jp; Japan Fair Trade Commission; JP; {_COMPETITION}; JFTC
cci-in; Competition Commission of India; IN; {_COMPETITION}; CCI
rbi-in; Reserve Bank of India; IN; {_SECTOR}; RBI
pboc-cn; People's Bank of China; CN; {_SECTOR}; PBOC
samr-cn; State Administration for Market Regulation; CN; {_COMPETITION}; SAMR
miit-cn; Ministry of Industry and Information Technology; CN; {_SECTOR}; MIIT
csrc-cn; China Securities Regulatory Commission; CN; {_SECTOR}; CSRC
mas-sg; Monetary Authority of Singapore; SG; {_SECTOR}; MAS
cade-br; Administrative Council for Economic Defense; BR; {_COMPETITION}; CADE
fccpc-ng; Federal Competition and Consumer Protection Commission; NG; {_COMPETITION}; FCCPC
cbn-ng; Central Bank of Nigeria; NG; {_SECTOR}; CBN
"""


def _rows() -> tuple[Authority, ...]:
    rows: list[Authority] = []
    for line in _TABLE.strip().splitlines():
        identifier, name, country, sort, aliases = (part.strip() for part in line.split(";"))
        rows.append(Authority(identifier, name, country, sort, tuple(filter(None, aliases.split("|")))))
    return tuple(rows)


AUTHORITIES: Final = _rows()
