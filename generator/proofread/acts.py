"""Laws that councils' notices name, with the years in which there is one of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.proofread.on_demand import on_demand

_LISTED = """
Abortion Act 1967 · Academies Act 2010 · Access to Health Records Act 1990 · Access to Justice Act 1999
Access to Medical Reports Act 1988 · Access to Neighbouring Land Act 1992
Acquisition of Land Act 1946 1981 · Administration of Estates Act 1925 1971
Adoption Act 1926 1950 1958 1960 1964 1968 1976 · Adoption and Children Act 2002
Adoption (Intercountry Aspects) Act 1999 · Agricultural Holdings Act 1948 1984 1986
Allotments Act 1922 1925 1950 · Ancient Monuments and Archaeological Areas Act 1979
Animal Boarding Establishments Act 1963 · Animal Health Act 1981 2002 · Animal Welfare Act 2006
Animals Act 1971 · Anti-social Behaviour Act 2003 · Anti-social Behaviour, Crime and Policing Act 2014
Apprenticeships, Skills, Children and Learning Act 2009 · Arbitration Act 1889 1934 1950 1975 1979 1996 2025
Armed Forces Act 1966 1971 1976 1981 1986 1991 1996 2001 2006 2011 2016 2021
Assaults on Emergency Workers (Offences) Act 2018 · Asylum and Immigration Appeals Act 1993
Asylum and Immigration (Treatment of Claimants, etc.) Act 2004 · Attachment of Earnings Act 1971
Audit Commission Act 1998 · Autism Act 2009 · Bail Act 1976 · Ballot Secrecy Act 2023
Births and Deaths Registration Act 1926 1953 · Breeding and Sale of Dogs (Welfare) Act 1999
Breeding of Dogs Act 1973 1991 · Bribery Act 2010 · British Nationality Act 1948 1958 1964 1965 1981
Building Act 1984 · Building Safety Act 2022 · Bus Services Act 2017 · Business Rate Supplements Act 2009
Cancer Act 1939 · Caravan Sites Act 1968 · Caravan Sites and Control of Development Act 1960 · Care Act 2014
Care Standards Act 2000 · Carers and Disabled Children Act 2000 · Carers (Equal Opportunities) Act 2004
Carer's Leave Act 2023 · Carers (Recognition and Services) Act 1995 · Census Act 1920
Charities Act 1960 1992 1993 2006 2011 2022 · Child Care Act 1980
Child Maintenance and Other Payments Act 2008 · Child Poverty Act 2010 · Child Support Act 1991 1995
Childcare Act 2006 2016 · Childcare Payments Act 2014 · Children Act 1989 2004
Children and Adoption Act 2006 · Children and Families Act 2014 · Children and Social Work Act 2017
Children and Young Persons Act 1933 1938 1963 1969 2008
Children and Young Persons (Protection from Tobacco) Act 1991 · Children (Leaving Care) Act 2000
Children's Homes Act 1982 · Chronically Sick and Disabled Persons Act 1970 · Cinemas Act 1985
Cities and Local Government Devolution Act 2016 · Civil Contingencies Act 2004
Civil Evidence Act 1968 1972 1995 · Civil Partnership Act 2004 · Clean Air Act 1956 1968 1993
Clean Neighbourhoods and Environment Act 2005 · Climate Change Act 2008 · Coast Protection Act 1949
Commons Act 1876 1899 2006 · Commons Registration Act 1965 · Communications Act 2003
Community Care (Delayed Discharges etc.) Act 2003 · Community Care (Direct Payments) Act 1996
Competition Act 1980 1998 · Compulsory Purchase Act 1965 · Computer Misuse Act 1990
Concessionary Bus Travel Act 2007 · Consumer Credit Act 1974 2006 · Consumer Protection Act 1987
Consumer Rights Act 2015 · Contempt of Court Act 1981 · Contracts (Rights of Third Parties) Act 1999
Control of Horses Act 2015 · Control of Pollution Act 1974
Co-operative and Community Benefit Societies Act 2014 · Copyright, Designs and Patents Act 1988
Coronavirus Act 2020 · Coroners Act 1844 1887 1892 1921 1954 1980 1988 · Coroners and Justice Act 2009
Counter-Terrorism Act 2008 · Counter-Terrorism and Security Act 2015 · Countryside Act 1968
Countryside and Rights of Way Act 2000 · County Courts Act 1959 1984 · Courts Act 1971 2003
Cremation Act 1902 1952 · Crime and Courts Act 2013 · Crime and Disorder Act 1998
Crime and Security Act 2010 · Criminal Damage Act 1971 · Criminal Finances Act 2017
Criminal Justice Act 1925 1948 1961 1965 1967 1972 1982 1987 1988 1990 1991 1993 2003
Criminal Justice and Courts Act 2015 · Criminal Justice and Immigration Act 2008
Criminal Justice and Public Order Act 1994 · Criminal Procedure and Investigations Act 1996
Cycle Tracks Act 1984 · Damages Act 1996 · Dangerous Dogs Act 1991 · Dangerous Wild Animals Act 1976
Data Protection Act 1984 1998 2018 · Data (Use and Access) Act 2025 · Deer Act 1963 1980 1987 1991
Defamation Act 1952 1996 2013 · Defective Premises Act 1972 · Deregulation Act 2015
Digital Economy Act 2010 2017 · Digital Markets, Competition and Consumers Act 2024
Disability Discrimination Act 1995 2005 · Disabled Persons' Parking Badges Act 2013
Disabled Persons Parking Badges Act 2013
Disabled Persons (Services, Consultation and Representation) Act 1986 · Dogs Act 1865 1871 1906
Domestic Abuse Act 2021 · Domestic Violence and Matrimonial Proceedings Act 1976
Domestic Violence, Crime and Victims Act 2004 · Down Syndrome Act 2022 · DPA 1984 1998 2018
Economic Crime and Corporate Transparency Act 2023
Education Act 1936 1944 1946 1962 1968 1973 1976 1979 1980 1981 1986 1993 1994 1996 1997 2002 2005 2011
Education and Adoption Act 2016 · Education and Inspections Act 2006 · Education and Skills Act 2008
Education Reform Act 1988 · EIR 2004 · Elections Act 2022 · Electoral Administration Act 2006
Electoral Registration and Administration Act 2013 · Electricity Act 1947 1957 1972 1989
Employers' Liability (Compulsory Insurance) Act 1969 · Employment Act 1980 1982 1988 1989 1990 2002 2008
Employment Agencies Act 1973 · Employment Relations Act 1999 2004 · Employment Rights Act 1996 2025
Employment Tribunals Act 1996 · Enduring Powers of Attorney Act 1985
Energy Act 1976 1983 2004 2008 2010 2011 2013 2016 2023 · Enterprise Act 2002 2016
Enterprise and Regulatory Reform Act 2013 · Environment Act 1995 2021
Environment and Safety Information Act 1988 · Environmental Information Regulations 1992 2004
Environmental Protection Act 1990 · Equal Pay Act 1970 · Equality Act 2006 2010 · Estate Agents Act 1979
European Communities Act 1972 · European Union (Withdrawal) Act 2018 · Explosives Act 1875 1923
Family Law Act 1986 1996 · Family Law Reform Act 1969 1987 · Fatal Accidents Act 1846 1864 1959 1976
Female Genital Mutilation Act 2003 · Financial Services and Markets Act 2000 2023
Fire and Rescue Services Act 2004 · Fire Safety Act 2021
Fire Safety and Safety of Places of Sport Act 1987 · Fireworks Act 1951 1964 2003
Flood and Water Management Act 2010 · FOI Act 2000 · FOIA 2000 · Food and Environment Protection Act 1985
Food Safety Act 1990 · Forced Marriage (Civil Protection) Act 2007
Forestry Act 1919 1945 1947 1951 1967 1979 1981 1986 1991 · Forgery and Counterfeiting Act 1981
Fraud Act 2006 · Freedom of Information Act 2000 · Further and Higher Education Act 1992 · Gambling Act 2005
Gas Act 1948 1965 1972 1980 1986 1995 · Gender Recognition Act 2004 · General Rate Act 1967 1970 1975 1984
Greater London Authority Act 1999 2007 · Growth and Infrastructure Act 2013 · Guard Dogs Act 1975
Hallmarking Act 1973 2023 · Health Act 1999 2006 2009 · Health and Care Act 2022
Health and Medicines Act 1988 · Health and Safety at Work Act 1974 · Health and Safety at Work etc Act 1974
Health and Safety at Work etc. Act 1974 · Health and Social Care Act 2001 2008 2012
Health and Social Care (Community Health and Standards) Act 2003
Health and Social Care (National Data Guardian) Act 2018
Health and Social Care (Quality and Safety) Act 2015
Health Service (Control of Patient Information) Regulations 2002
Health Services and Public Health Act 1968 · Highways Act 1835 1959 1971 1980
Historic Buildings and Ancient Monuments Act 1953 · Home Energy Conservation Act 1995
Homelessness Act 2002 · Homelessness Reduction Act 2017 · Homes (Fitness for Human Habitation) Act 2018
House to House Collections Act 1939 · Household Waste Recycling Act 2003
Housing Act 1930 1935 1936 1949 1957 1961 1964 1969 1974 1980 1985 1988 1996 2004
Housing and Planning Act 1986 2016 · Housing and Regeneration Act 2008
Housing Grants, Construction and Regeneration Act 1996 · Housing (Homeless Persons) Act 1977
Human Fertilisation and Embryology Act 1990 2008 · Human Rights Act 1998 · Human Tissue Act 1961 2004
Hypnotism Act 1952 · Illegal Migration Act 2023 · Immigration Act 1971 1988 2014 2016
Immigration and Asylum Act 1999 · Immigration, Asylum and Nationality Act 2006
Income Tax (Earnings and Pensions) Act 2003 · Infrastructure Act 2015
Inheritance (Provision for Family and Dependants) Act 1975 · Inquiries Act 2005
Insolvency Act 1976 1985 1986 1994 2000 · Interpretation Act 1889 1978 · Investigatory Powers Act 2016 2024
Jobseekers Act 1995 · Juries Act 1974 · Justice and Security Act 2013 · Knives Act 1997
Land Charges Act 1888 1900 1925 1972 · Land Compensation Act 1961 1973
Land Drainage Act 1930 1961 1976 1991 1994 · Land Registration Act 1925 1936 1966 1971 1986 1988 1997 2002
Landlord and Tenant Act 1927 1954 1962 1985 1987 1988 · Late Payment of Commercial Debts (Interest) Act 1998
Law of Property Act 1922 1925 1969 · Law of Property (Miscellaneous Provisions) Act 1989 1994
Learning and Skills Act 2000 · Leasehold and Freehold Reform Act 2024 · Leasehold Reform Act 1967 1979
Leasehold Reform (Ground Rent) Act 2022 · Legal Aid, Sentencing and Punishment of Offenders Act 2012
Legal Deposit Libraries Act 2003 · Legal Services Act 2007 · Levelling-up and Regeneration Act 2023
Licensing Act 1872 1961 1964 1988 2003 · Limitation Act 1939 1963 1980 · Litter Act 1958 1971 1983
Live Music Act 2012 · Local Audit and Accountability Act 2014
Local Authorities (Goods and Services) Act 1970 · Local Authority Social Services Act 1970
Local Democracy, Economic Development and Construction Act 2009
Local Government (Access to Information) Act 1985
Local Government Act 1894 1929 1933 1948 1958 1966 1972 1974 1978 1985 1986 1987 1988 1992 1999 2000 2003 2010
Local Government and Housing Act 1989 · Local Government and Public Involvement in Health Act 2007
Local Government and Rating Act 1997 · Local Government (Contracts) Act 1997
Local Government (Disqualification) Act 2022 · Local Government Finance Act 1982 1987 1988 1992 2012
Local Government (Miscellaneous Provisions) Act 1976 1982 · Local Government, Planning and Land Act 1980
Local Government (Records) Act 1962 · Local Land Charges Act 1975 · Local Transport Act 2008
Localism Act 2011 · London Government Act 1899 1939 1963 · Magistrates' Courts Act 1952 1957 1980
Malicious Communications Act 1988 · Marriage Act 1949 1983 1994
Marriage and Civil Partnership (Minimum Age) Act 2022 · Marriage (Same Sex Couples) Act 2013
Medicines Act 1968 1971 · Mental Capacity Act 2005 · Mental Capacity (Amendment) Act 2019
Mental Health Act 1959 1983 2007 2025 · Mental Health Units (Use of Force) Act 2018
Mines and Quarries (Tips) Act 1969 · Misuse of Drugs Act 1971 · Mobile Homes Act 1975 1983 2013
Modern Slavery Act 2015 · Museums and Galleries Act 1992 · National Assistance Act 1948
National Health Service Act 1946 1977 2006 · National Health Service and Community Care Act 1990
National Health Service Reform and Health Care Professions Act 2002 · National Minimum Wage Act 1998
National Parks and Access to the Countryside Act 1949 · Nationality and Borders Act 2022
Nationality, Immigration and Asylum Act 2002 · Natural Environment and Rural Communities Act 2006
Neighbourhood Planning Act 2017 · New Roads and Street Works Act 1991 · NHS Act 1946 1977 2006
NHS and Community Care Act 1990 · Noise Act 1996 · Noise and Statutory Nuisance Act 1993
Non-Domestic Rating Act 2023 · Occupiers' Liability Act 1957 1984 · Offender Management Act 2007
Offender Rehabilitation Act 2014 · Offensive Weapons Act 1996 2019
Offices, Shops and Railway Premises Act 1963 · Official Secrets Act 1889 1911 1920 1939 1989
Online Safety Act 2023 · Open Spaces Act 1906 · PACE 1984 · Parish Councils Act 1957
Parking (Code of Practice) Act 2019 · Party Wall etc. Act 1996 · PECR 2003
Pension Schemes Act 1993 2015 2017 2021 · Pensions Act 1995 2004 2007 2008 2011 2014 · Perjury Act 1911
Pet Animals Act 1951 · Planning Act 2008 · Planning and Compulsory Purchase Act 1991 2004
Planning and Energy Act 2008 · Planning and Infrastructure Act 2025
Planning (Hazardous Substances) Act 1990 · Planning (Listed Buildings and Conservation Areas) Act 1990
Poisons Act 1972 · Police and Criminal Evidence Act 1984 · Police and Justice Act 2006
Police, Crime, Sentencing and Courts Act 2022 · Police, Factories, etc. (Miscellaneous Provisions) Act 1916
Police (Property) Act 1897 1997 · Police Reform Act 2002 · Police Reform and Social Responsibility Act 2011
Policing and Crime Act 2009 2017 · Political Parties and Elections Act 2009
Political Parties, Elections and Referendums Act 2000 · Pollution Prevention and Control Act 1999
Population (Statistics) Act 1938 1960 · Powers of Attorney Act 1882 1971
Powers of Criminal Courts (Sentencing) Act 2000 · Prevention of Damage by Pests Act 1949
Prevention of Social Housing Fraud Act 2013 · Prices Act 1974 1975
Privacy and Electronic Communications (EC Directive) Regulations 2003
Privacy and Electronic Communications Regulations 2003 · Private Hire Vehicles (London) Act 1998
Private Security Industry Act 2001 · Proceeds of Crime Act 1995 2002 · Procurement Act 2023
Prosecution of Offences Act 1979 1985 · Protection from Eviction Act 1977
Protection from Harassment Act 1997 · Protection of Badgers Act 1992 · Protection of Children Act 1978 1999
Protection of Freedoms Act 2012 · Psychoactive Substances Act 2016
Public Authorities (Fraud, Error and Recovery) Act 2025 · Public Bodies (Admission to Meetings) Act 1960
Public Contracts Regulations 2006 2015 · Public Health Act 1875 1936 1961
Public Health Acts Amendment Act 1890 1907 · Public Health (Control of Disease) Act 1984
Public Interest Disclosure Act 1998 · Public Libraries and Museums Act 1964
Public Order Act 1936 1986 2023 · Public Passenger Vehicles Act 1981 · Public Records Act 1958 1967
Public Service Pensions Act 2013 · Public Services (Social Value) Act 2012
Race Relations Act 1965 1968 1976 · Ragwort Control Act 2003 · Rating (Empty Properties) Act 2007
Rating (Property in Common Occupation) and Council Tax (Empty Dwellings) Act 2018 · Recall of MPs Act 2015
Refuse Disposal (Amenity) Act 1978 · Registration Service Act 1953
Regulation of Investigatory Powers Act 2000 · Regulatory Enforcement and Sanctions Act 2008
Rehabilitation of Offenders Act 1974 · Rent Act 1957 1965 1968 1974 1977 · Rent (Agriculture) Act 1976
Renters' Rights Act 2025
Representation of the People Act 1884 1918 1928 1948 1949 1969 1981 1983 1985 1989 1990 1991 1993 2000
Reserve Forces Act 1980 1996 · Reservoirs Act 1975 · Retained EU Law (Revocation and Reform) Act 2023
Riding Establishments Act 1964 1970 · Rights of Way Act 1932 1990 · RIPA 2000 · Road Safety Act 2006
Road Traffic Act 1930 1934 1960 1962 1972 1974 1988 1991 · Road Traffic (Consequential Provisions) Act 1988
Road Traffic Offenders Act 1988 · Road Traffic Regulation Act 1967 1984
Safeguarding Vulnerable Groups Act 2006 · Safety of Sports Grounds Act 1975 · Sale of Goods Act 1893 1979
Salmon and Freshwater Fisheries Act 1923 1975 · School Standards and Framework Act 1998
Scrap Metal Dealers Act 1964 2013 · Self-build and Custom Housebuilding Act 2015 · Senior Courts Act 1981
Serious Crime Act 2007 2015 · Sex Discrimination Act 1975 1986
Sexual Offences Act 1956 1967 1985 1993 1997 2003 · Sexual Offences (Amendment) Act 1976 1992 2000
Skills and Post-16 Education Act 2022 · Small Business, Enterprise and Employment Act 2015
Small Holdings and Allotments Act 1908 1926 · Social Housing (Regulation) Act 2023
Social Security Act 1973 1975 1979 1980 1981 1985 1986 1988 1989 1990 1993 1998
Social Security Administration Act 1992 · Social Security Contributions and Benefits Act 1992
Social Security Fraud Act 2001 · Social Services and Well-being (Wales) Act 2014
Solicitors Act 1932 1933 1957 1959 1965 1974 · Special Educational Needs and Disability Act 2001
Sports Grounds Safety Authority Act 2011 · Stalking Protection Act 2019 · State Pension Credit Act 2002
Statistics and Registration Service Act 2007 · Statistics of Trade Act 1947 · Sunday Trading Act 1994
Superannuation Act 1965 1972 · Supply of Goods and Services Act 1982
Supported Housing (Regulatory Oversight) Act 2023 · Sustainable Communities Act 2007
Tax Credits Act 1999 2002 · Taxes Management Act 1970
Taxis and Private Hire Vehicles (Disabled Persons) Act 2022
Taxis and Private Hire Vehicles (Safeguarding and Road Safety) Act 2022
Teaching and Higher Education Act 1998 · Technical and Further Education Act 2017
Telecommunications Act 1981 1984 · Tenant Fees Act 2019 · Terrorism Act 2000 2006
Terrorism (Protection of Premises) Act 2025 · Theatres Act 1843 1968 · Theft Act 1968 1978
Tobacco Advertising and Promotion Act 2002 · Torts (Interference with Goods) Act 1977
Town and Country Planning Act 1932 1947 1971 1990 · Town Police Clauses Act 1847 1889
Trade Descriptions Act 1968 1972 · Trade Marks Act 1938 1994
Trade Union and Labour Relations (Consolidation) Act 1992 · Traffic Management Act 2004
Transport Act 1947 1953 1962 1968 1978 1980 1981 1982 1983 1985 2000 · Treasure Act 1996
Tribunals, Courts and Enforcement Act 2007 · Trustee Act 1850 1888 1893 1925 2000 · UK Borders Act 2007
Unfair Contract Terms Act 1977 · Vaccine Damage Payments Act 1979 · Vagrancy Act 1824 1898
Value Added Tax Act 1983 1994 · Vehicle Excise and Registration Act 1994 · Vehicles (Crime) Act 2001
Victims and Prisoners Act 2024 · Video Recordings Act 1984 1993 2010 · Violent Crime Reduction Act 2006
Water Act 1945 1948 1958 1973 1981 1983 1989 2003 2014 · Water Industry Act 1991
Water Resources Act 1963 1968 1971 1991 · Weeds Act 1959 · Weights and Measures Act 1963 1976 1979 1985
Welfare Reform Act 2007 2009 2012 · Welfare Reform and Work Act 2016 · Wildlife and Countryside Act 1981
Wireless Telegraphy Act 1904 1949 1967 1998 2006 · Work and Families Act 2006
Working Time Regulations 1998 · Youth Justice and Criminal Evidence Act 1999 · Zoo Licensing Act 1981
"""

_YEAR = on_demand(r"\d{4}")
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
    """A name as it is compared: small letters, one space, straight apostrophes, "and" for "&"."""
    return " ".join(name.lower().replace("’", "'").replace("&", "and").split())
