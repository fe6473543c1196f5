"""Laws that councils' notices name, with the years in which there is one of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_LISTED = """
Access to Health Records Act 1990 · Access to Justice Act 1999 · Adoption and Children Act 2002
Animal Welfare Act 2006 · Anti-social Behaviour Act 2003
Anti-social Behaviour, Crime and Policing Act 2014 · Autism Act 2009
Births and Deaths Registration Act 1926 1953 · Building Act 1984 · Care Act 2014 · Care Standards Act 2000
Carers (Equal Opportunities) Act 2004 · Charities Act 1960 1992 1993 2006 2011 2022 · Childcare Act 2006 2016
Children Act 1989 2004 · Children and Families Act 2014 · Children and Social Work Act 2017
Chronically Sick and Disabled Persons Act 1970 · Civil Contingencies Act 2004 · Civil Partnership Act 2004
Clean Neighbourhoods and Environment Act 2005 · Computer Misuse Act 1990 · Consumer Protection Act 1987
Consumer Rights Act 2015 · Contracts (Rights of Third Parties) Act 1999 · Control of Pollution Act 1974
Coroners and Justice Act 2009 · Counter-Terrorism and Security Act 2015
Countryside and Rights of Way Act 2000 · Crime and Disorder Act 1998
Criminal Justice and Immigration Act 2008 · Criminal Justice and Public Order Act 1994
DPA 1984 1998 2018 · Dangerous Dogs Act 1991 · Dangerous Wild Animals Act 1976
Data (Use and Access) Act 2025 · Data Protection Act 1984 1998 2018 · Digital Economy Act 2010 2017
Disability Discrimination Act 1995 2005 · Domestic Abuse Act 2021
Domestic Violence, Crime and Victims Act 2004 · EIR 2004
Education Act 1936 1944 1946 1962 1968 1973 1976 1979 1980 1981 1986 1993 1994 1996 1997 2002 2005 2011
Education and Inspections Act 2006 · Education and Skills Act 2008 · Elections Act 2022
Electoral Administration Act 2006 · Electoral Registration and Administration Act 2013
Employment Rights Act 1996 2025 · Enterprise Act 2002 2016 · Environment Act 1995 2021
Environmental Information Regulations 1992 2004 · Environmental Protection Act 1990
Equality Act 2006 2010 · FOI Act 2000 · FOIA 2000 · Family Law Act 1986 1996
Fire and Rescue Services Act 2004 · Flood and Water Management Act 2010 · Food Safety Act 1990
Fraud Act 2006 · Freedom of Information Act 2000 · Gambling Act 2005 · Health Act 1999 2006 2009
Health Service (Control of Patient Information) Regulations 2002 · Health and Care Act 2022
Health and Safety at Work Act 1974 · Health and Safety at Work etc Act 1974
Health and Safety at Work etc. Act 1974 · Health and Social Care (Community Health and Standards) Act 2003
Health and Social Care (National Data Guardian) Act 2018
Health and Social Care (Quality and Safety) Act 2015 · Health and Social Care Act 2001 2008 2012
Highways Act 1835 1959 1971 1980 · Home Energy Conservation Act 1995 · Homelessness Act 2002
Homelessness Reduction Act 2017 · Housing (Homeless Persons) Act 1977
Housing Act 1930 1935 1936 1949 1957 1961 1964 1969 1974 1980 1985 1988 1996 2004
Housing Grants, Construction and Regeneration Act 1996 · Housing and Planning Act 1986 2016
Housing and Regeneration Act 2008 · Human Rights Act 1998 · Immigration and Asylum Act 1999
Immigration, Asylum and Nationality Act 2006 · Investigatory Powers Act 2016 2024
Landlord and Tenant Act 1927 1954 1962 1985 1987 1988
Legal Aid, Sentencing and Punishment of Offenders Act 2012 · Legal Services Act 2007
Levelling-up and Regeneration Act 2023 · Licensing Act 1872 1961 1964 1988 2003
Limitation Act 1939 1963 1980
Local Audit and Accountability Act 2014 · Local Authorities (Goods and Services) Act 1970
Local Authority Social Services Act 1970 · Local Democracy, Economic Development and Construction Act 2009
Local Government (Access to Information) Act 1985 · Local Government (Contracts) Act 1997
Local Government (Miscellaneous Provisions) Act 1976 1982
Local Government Act 1894 1929 1933 1948 1958 1966 1972 1974 1978 1985 1986 1987 1988 1992 1999 2000 2003 2010
Local Government Finance Act 1982 1987 1988 1992 2012 · Local Government and Housing Act 1989
Local Government and Public Involvement in Health Act 2007 · Localism Act 2011
Marriage Act 1949 1983 1994 · Mental Capacity (Amendment) Act 2019 · Mental Capacity Act 2005
Mental Health Act 1959 1983 2007 2025 · Modern Slavery Act 2015 · NHS Act 1946 1977 2006
NHS and Community Care Act 1990 · National Assistance Act 1948
National Health Service Act 1946 1977 2006 · National Health Service and Community Care Act 1990
Noise Act 1996 · Open Spaces Act 1906 · PACE 1984 · PECR 2003 · Parking (Code of Practice) Act 2019
Party Wall etc. Act 1996 · Planning (Listed Buildings and Conservation Areas) Act 1990 · Planning Act 2008
Planning and Compulsory Purchase Act 1991 2004 · Planning and Energy Act 2008 · Police Reform Act 2002
Police Reform and Social Responsibility Act 2011 · Police and Criminal Evidence Act 1984
Police and Justice Act 2006 · Police, Crime, Sentencing and Courts Act 2022
Policing and Crime Act 2009 2017 · Pollution Prevention and Control Act 1999
Prevention of Damage by Pests Act 1949 · Prevention of Social Housing Fraud Act 2013
Privacy and Electronic Communications (EC Directive) Regulations 2003
Privacy and Electronic Communications Regulations 2003 · Private Security Industry Act 2001
Proceeds of Crime Act 1995 2002 · Procurement Act 2023 · Protection from Eviction Act 1977
Protection from Harassment Act 1997 · Protection of Freedoms Act 2012
Public Contracts Regulations 2006 2015 · Public Health (Control of Disease) Act 1984
Public Health Act 1875 1936 1961 · Public Libraries and Museums Act 1964 · Public Order Act 1936 1986 2023
Public Records Act 1958 1967 · Public Services (Social Value) Act 2012 · RIPA 2000
Ragwort Control Act 2003 · Registration Service Act 1953 · Regulation of Investigatory Powers Act 2000
Regulatory Enforcement and Sanctions Act 2008 · Rehabilitation of Offenders Act 1974
Renters' Rights Act 2025
Representation of the People Act 1884 1918 1928 1948 1949 1969 1981 1983 1985 1989 1990 1991 1993 2000
Road Traffic Act 1930 1934 1960 1962 1972 1974 1988 1991 · Road Traffic Regulation Act 1967 1984
Safeguarding Vulnerable Groups Act 2006 · School Standards and Framework Act 1998
Scrap Metal Dealers Act 1964 2013 · Serious Crime Act 2007 2015
Sexual Offences Act 1956 1967 1985 1993 1997 2003 · Social Housing (Regulation) Act 2023
Social Security Administration Act 1992 · Social Security Fraud Act 2001
Sports Grounds Safety Authority Act 2011 · Statistics and Registration Service Act 2007
Statistics of Trade Act 1947 · Sunday Trading Act 1994 · Sustainable Communities Act 2007
Terrorism Act 2000 2006 · Theft Act 1968 1978 · Town and Country Planning Act 1932 1947 1971 1990
Trade Union and Labour Relations (Consolidation) Act 1992 · Traffic Management Act 2004
Tribunals, Courts and Enforcement Act 2007 · Vehicles (Crime) Act 2001 · Victims and Prisoners Act 2024
Weights and Measures Act 1963 1976 1979 1985 · Welfare Reform Act 2007 2009 2012
Welfare Reform and Work Act 2016 · Wildlife and Countryside Act 1981 · Work and Families Act 2006
Working Time Regulations 1998 · Youth Justice and Criminal Evidence Act 1999 · Zoo Licensing Act 1981
"""

_YEAR = re.compile(r"\d{4}")
_YEARLY = ("Finance ", "Appropriation ", "Consolidated Fund ")
NEWEST = "2025"
"""The last year whose Acts are in the list."""


def acts(titles: Iterable[str] = ()) -> Mapping[str, frozenset[str]]:
    """The years of each law, by its name in small letters.

    `titles` are those of a site's own list: they add laws, and years after those known here.
    """
    known = _by_name(re.split(r"[·\n]", _LISTED))
    for name, years in _by_name(title for title in titles if not title.startswith(_YEARLY)).items():
        known[name] = known[name] | {year for year in years if year > NEWEST} if name in known else years
    return known


def _by_name(titles: Iterable[str]) -> dict[str, frozenset[str]]:
    years: dict[str, set[str]] = {}
    for title in titles:
        name = folded(_YEAR.sub("", title))
        if name.endswith(("act", "regulations")) or title.strip() in _LISTED:
            years.setdefault(name, set()).update(_YEAR.findall(title))
    return {name: frozenset(found) for name, found in years.items() if name and found}


def folded(name: str) -> str:
    """A name as it is compared: small letters, one space, straight apostrophes."""
    return " ".join(name.lower().replace("’", "'").split())
