"""How many sections, Schedules and paragraphs the laws have that councils' notices name most."""

from __future__ import annotations

from collections.abc import Mapping

LAST_SECTION: Mapping[str, int] = {
    "anti-social behaviour, crime and policing act 2014": 186,
    "births and deaths registration act 1953": 44,
    "care act 2014": 129,
    "children act 1989": 108,
    "children act 2004": 69,
    "children and families act 2014": 140,
    "consumer rights act 2015": 101,
    "crime and disorder act 1998": 121,
    "criminal justice and public order act 1994": 172,
    "criminal procedure and investigations act 1996": 81,
    "data (use and access) act 2025": 144,
    "data protection act 2018": 215,
    "digital economy act 2017": 118,
    "education act 1996": 583,
    "equality act 2010": 218,
    "environmental protection act 1990": 164,
    "fraud act 2006": 16,
    "freedom of information act 2000": 88,
    "gambling act 2005": 362,
    "health and social care act 2012": 309,
    "health and care act 2022": 187,
    "highways act 1980": 345,
    "homelessness reduction act 2017": 13,
    "housing act 1996": 233,
    "housing act 2004": 270,
    "human rights act 1998": 22,
    "immigration, asylum and nationality act 2006": 64,
    "licensing act 2003": 201,
    "local government act 1972": 274,
    "local government and housing act 1989": 195,
    "local government and public involvement in health act 2007": 245,
    "local audit and accountability act 2014": 50,
    "local government finance act 1992": 119,
    "localism act 2011": 241,
    "mental capacity act 2005": 69,
    "national health service act 2006": 278,
    "police act 1997": 137,
    "police and criminal evidence act 1984": 122,
    "public health (control of disease) act 1984": 79,
    "public libraries and museums act 1964": 26,
    "protection of freedoms act 2012": 121,
    "representation of the people act 1983": 207,
    "road traffic regulation act 1984": 147,
    "safeguarding vulnerable groups act 2006": 66,
    "school standards and framework act 1998": 145,
    "town and country planning act 1990": 337,
    "traffic management act 2004": 99,
    "welfare reform act 2012": 150,
}
"""The last section of laws that councils' notices name most (legislation.gov.uk)."""

LAST_SCHEDULE: Mapping[str, int] = {
    "care act 2014": 8,
    "data protection act 2018": 21,
    "equality act 2010": 28,
    "freedom of information act 2000": 8,
    "human rights act 1998": 4,
    "licensing act 2003": 8,
    "local audit and accountability act 2014": 13,
    "local government act 1972": 30,
    "local government finance act 1992": 14,
    "localism act 2011": 25,
    "national health service act 2006": 22,
}
"""The last Schedule of some of them."""

LAST_PARAGRAPH: Mapping[tuple[str, int], int] = {
    ("data protection act 2018", 1): 41,
    ("data protection act 2018", 2): 28,
}
"""The last paragraph of Schedules of which notices name paragraphs."""
