"""What places of Acts are about on which the tasks of councils rest; place_topics says how to read it."""

FOI = r"""
s8: what a request is
= request(?:s)? (?:has|have|must|needs?) (?:to )?be (?:made )?in writing
~ request\w* | writ\w+ | name | address
s10: the time to answer
= 20 working days | twenty working days
~ days | time\w* | promptly | limit | extend\w*
s12: what a request may cost
= (?:18|24) hours | cost limit | appropriate limit | too (?:much|long) to
~ costs? | limit\w* | hours | expens\w+ | £\d* | fee\w*
s14: vexatious and repeated requests
= vexatious | repeated requests? | same (?:request|thing|question) again
~ vexatious | repeat\w* | again | burden\w*
s17: refusal notices
= refusal notices?
~ refus\w+ | notice | why | exempt\w*
s19: publication schemes
= publication schemes?
~ scheme\w* | publish\w*
s21: what can be had elsewhere
= (?:already|reasonably) (?:\w+ )?(?:available|accessible|public)
~ available | accessible | already | elsewhere
s22: what is to be published
= (?:plan|intend|going) to publish
~ publish\w* | publication | future
s36: the conduct of public affairs
= conduct of public affairs | qualified person
~ affairs | qualified | free and frank | inhibit\w* | prejudice\w*
s40: personal data
= personal (?:data|information|details) (?:of|about) (?:\w+ )?(?:other people|someone else|individuals|staff)
= (?:names?|data|details) (?:of|about) (?:\w+ )?(?:other people|somebody else|someone else|staff)
= third[- ]party (?:personal )?data | data protection
= third[- ]party personal data | data protection
~ personal | names? | people | staff | individual\w* | data | details
s41: information given in confidence
= (?:in|breach of) confidence
~ confiden\w+
s42: legal advice
= legal (?:professional )?privilege | legal advice
~ legal\w* | privilege\w* | lawyer\w* | advice
s43: trade and commerce
= commercial(?:ly)? (?:interests?|sensitive) | trade secrets?
~ commerc\w+ | trade | business\w* | prices? | tender\w*
s50: applying to the regulator
= (?:apply|complain|go|appeal) to the (?:Information Commission|regulator|ICO) | decision notices?
~ regulator | Commission\w* | decision\w* | complain\w* | ICO
s77: destroying what was asked for
= (?:destroy|alter|hide|conceal|deface)\w*
~ offen\w+ | destroy\w* | alter\w*
"""

HOUSING = r"""
P6 s159 s160ZA s166A s167 s170: allocating homes
= allocat\w+ | housing (?:register|list) | waiting list | lettings?
~ allocat\w+ | register\w* | list | bid\w* | offer\w* | priorit\w+ | nominat\w+ | join\w* | qualif\w+
P7 s175 s179 s184 s188 s189A s189B s190 s193 s195 s213A: homelessness
= homeless\w* | nowhere to (?:live|stay|sleep) | lose (?:their|your) home
~ homeless\w* | threaten\w* | temporary | emergency | nowhere | losing | roof | relief | refer\w*
"""

CHILDREN = r"""
s17: children in need
= children? in need
~ need\w* | help\w* | support\w* | famil\w+ | disab\w+ | welfare
s20 s22 s22C s23ZA: children who are looked after
= looked[- ]after | children? in care | foster\w*
~ care | accommodat\w+ | look\w* | live\w* | home\w* | foster\w*
s23A s23B s23C s24 s24A s24B s24D: care leavers
= care leavers? | leav\w+ care | left care
~ leav\w+ | left | young | former\w*
s31: care orders
= care orders? | supervision orders?
~ orders? | court\w* | care | supervis\w+ | proceedings
s44 s46: emergency protection
= emergency protection | police protection
~ emergenc\w+ | protect\w* | danger\w* | police
s47: enquiries about harm
= significant harm | child protection (?:enquir\w+|inquir\w+|investigations?)
~ harm\w* | protect\w* | enquir\w+ | inquir\w+ | investigat\w+ | safe\w* | risk\w* | abus\w+
~ neglect\w* | danger\w* | look into
s83: returns to the government
= (?:yearly|annual|statistical) (?:returns?|records|figures|statistics)
~ return\w* | statistic\w* | figures | send\w* | government | Secretary | Department | research
~ records?
"""

CARE = r"""
s9 s11: assessing adults' needs
= needs assessments? | assess (?:an adult|your needs|the needs)
~ assess\w* | needs? | find out
s10: assessing carers' needs
= carers?['’]s? (?:assessments?|needs) | assess\w* (?:of )?carers?
~ carers? | look\w* after
s14 s17: charges for care
= financial assessments? | charg\w+ for care | (?:what|how much) you (?:can )?pay
~ charg\w+ | pay\w* | paid | financ\w+ | money | cost\w* | means | afford\w* | income
s18 s19 s20: meeting needs
= meet\w* (?:your |the |these |eligible )?needs
~ meet\w* | needs? | care | support | arrang\w+
s34 s35 s36: deferred payments
= deferred payments?
~ defer\w* | loan\w* | lend\w* | home | property
s42 s43 s44 s45: safeguarding adults
= (?:adults?|people) at risk of (?:abuse|neglect|harm) | safeguarding (?:adults|enquir\w+)
= abuse (?:or|and) neglect
~ safeguard\w* | abus\w+ | neglect\w* | harm\w* | risk\w* | danger\w* | protect\w* | enquir\w+ | safe\w*
~ board
s67 s68: advocates
= (?:independent )?advoca(?:tes?|cy)
~ advoca\w+ | speak | represent\w*
"""

EQUALITY = r"""
s20 s21: reasonable adjustments
= (?:reasonable )?adjustments? | large print
~ adjust\w* | disab\w+ | barrier\w* | format\w* | help\w*
s149: the public sector equality duty
= equality duty | equality (?:monitoring|questions|of opportunity)
~ equal\w* | duty | discriminat\w+ | fair\w* | groups | monitor\w* | opportunit\w+ | foster | regard
"""

PLANNING = r"""
s69: the register of applications
= register of (?:planning )?applications | planning register
~ regist\w+ | list | public
s78 s79: planning appeals
= \bappeals?\b
~ appeal\w* | inspector\w*
s106 s106A: planning obligations
= planning obligations? | developers? (?:to )?(?:pay\w*|contribut\w*)
~ obligation\w* | agreement\w* | contribut\w* | developer\w* | 106
s171A s171B s172 s174 s187A s187B: enforcement
= enforcement notices? | breach of planning | without (?:planning )?permission
~ enforc\w+ | breach\w* | without | stop\w* | unauthor\w+
s191 s192: certificates of lawful use
= certificates? of lawful\w*
~ certificat\w+ | lawful\w*
s198 s201 s206 s211: trees
= tree preservation | protected trees?
~ tree\w* | wood\w* | hedge\w*
"""

TRAFFIC = r"""
P2 s16 s17 s18: keeping traffic moving
= network management | traffic moving | congestion
~ traffic | network | road\w* | delay\w*
P3 s32 s33: permits for works in the street
= street ?works | works in the street | roadworks
~ permit\w* | works | utilit\w+ | dig\w*
P6 s72 s73 s78 s80 s82: civil penalties
= penalty charges? | (?:parking|bus lane) (?:fines?|tickets?|penalt\w+)
~ penalt\w* | park\w* | enforc\w* | bus lanes? | challeng\w* | appeal\w*
"""

FINANCE = r"""
s6 s10: who pays council tax
= who (?:has to|must) pay | liab\w+ (?:for|to pay)
~ pay\w* | liab\w+ | bill\w* | live\w*
s11 s11A s12: discounts
= discounts? | single person
~ discount\w* | alone | empty | second
s13A: council tax reduction
= council tax (?:reduction|support) | low(?:er)? incomes?
~ reduc\w+ | support | income\w* | benefit\w*
s14: collecting and enforcing
= liability orders? | attachment of earnings | enforcement agents?
~ enforc\w* | collect\w* | court\w* | debt\w* | unpaid
"""

ENVIRONMENT = r"""
s33 s34: waste that is dumped
= fly-?tip\w* | dump\w* (?:of )?(?:rubbish|waste)
~ waste | dump\w* | tip\w* | duty of care
s45 s46 s47: collecting waste
= (?:collect|empty)\w* (?:\w+ ){0,2}(?:bins?|waste|rubbish|recycling)
~ collect\w* | bins? | waste | recycl\w*
s79 s80: nuisance
= (?:statutory )?nuisances? | noise
~ nois\w+ | smoke | smell\w* | nuisanc\w* | abat\w+
s87 s88: litter
= litter\w*
~ litter\w* | drop\w*
"""

ELECTIONS = r"""
s9 s9A s9D s10: keeping the register
= keep\w* the (?:\w+ )?register | (?:annual|yearly) canvass
~ register\w* | canvass\w* | complete | steps
s9B: anonymous entries
= anonymous\w* | anonymity
~ danger | safe\w* | hidden
s13BD: voter certificates
= voter (?:authority )?certificates? | anonymous elector
~ certificat\w+ | photo | proof
s8: the registration officer
= appoint\w* (?:\w+ )?registration officer
~ officer\w* | appoint\w*
"""

PATIENTS = r"""
s2B s73B: public health
= improv\w* (?:\w+ ){0,3}health | public health (?:duties|duty|functions)
~ health | improv\w* | director
s75: partnerships with the NHS
= pooled budgets? | partnership agreements?
~ partner\w* | pool\w* | together | joint\w*
s251: confidential patient information
= confidential (?:patient )?information | without (?:asking|consent) | duty of confiden\w+ set aside
~ confiden\w+ | support | consent | asking | approv\w+ | advisory | opt\w*
"""

PRIVACY = r"""
R6: what is stored on devices
= cookies? | stor\w+ (?:\w+ ){0,3}on (?:your|their|a) (?:device|computer|phone)
~ stor\w+ | device\w* | cookie\w* | website\w*
R19 R21: marketing by telephone
= (?:marketing|sales) calls? | (?:ring|call|telephone)\w* you to sell
~ call\w* | telephone\w* | phone\w*
R22: marketing by e-mail
= (?:marketing|news|newsletters?) by (?:e-?mail|text)
= (?:send|sent|sending) (?:you )?(?:\w+ )?(?:e-?mails?|texts?|newsletters?)
~ e-?mail\w* | text\w* | newsletter\w* | marketing
"""
