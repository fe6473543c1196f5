"""The words that the sites are made of: services with what they do, places, people, organisations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """A service of reference/services.yaml: its subjects, the laws it rests on, whom and what it knows.

    `laws` are pairs of a law's id and where in it; `kind` is `council`, or `care` where the data can be
    confidential patient information.
    """

    id: str
    topic: str
    subjects: tuple[str, ...]
    laws: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    categories: tuple[str, ...]
    kind: str = "council"


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(words.split()) for words in text.split(";"))


SERVICES = (
    Service(
        "council-tax",
        "money-and-benefits",
        _words(
            """
            Council tax bills; Council tax discounts; Council tax refunds; Empty homes; Second
            homes; Business rates; Unpaid council tax; Payment plans
            """
        ),
        (
            ("local-government-finance-act-1992", "section 6"),
            ("council-tax-administration-regulations-1992", "Part 2"),
        ),
        _words(
            """
            People who pay council tax; People who own a home; Landlords; People who ask for a lower
            bill
            """
        ),
        ("household", "property", "money", "bank-details"),
    ),
    Service(
        "benefits",
        "money-and-benefits",
        _words(
            """
            Help with rent; Help with council tax; Hardship payments; Free school meals; Money
            advice; Public funerals; Benefits paid by mistake; Travel grants
            """
        ),
        (("welfare-reform-act-2012", "section 131"), ("local-government-finance-act-1992", "section 13A")),
        _words("People who claim; Partners of people who claim; Landlords; People who care for somebody"),
        ("household", "money", "bank-details", "national-insurance-number"),
    ),
    Service(
        "internal-audit",
        "money-and-benefits",
        _words(
            """
            Fraud reports; Grant checks; Payroll checks; Supplier checks; Reports by staff; Asset
            checks; Contract checks; Insurance claims
            """
        ),
        (("local-audit-act-2014", "Schedule 9"), ("local-government-act-1972", "section 151")),
        _words("People named in a report; People who report something; Suppliers; People who get a grant"),
        ("money", "bank-details", "complaints-and-concerns", "employment"),
    ),
    Service(
        "adult-social-care",
        "adult-care-and-health",
        _words(
            """
            Home care visits; Care assessments; Support for carers; Day centres; Help with sight
            loss; Equipment loans; Supported living; Care home places
            """
        ),
        (("care-act-2014", "section 9"), ("care-act-2014", "section 18")),
        _words(
            """
            Adults who need care; People who care for somebody; Friends and relatives; People who
            give us a warning
            """
        ),
        ("adult-care-records", "disability", "family-and-relationships", "date-of-birth"),
        "care",
    ),
    Service(
        "public-health",
        "adult-care-and-health",
        _words(
            """
            Help to stop smoking; Healthy weight courses; Health checks; Help with alcohol; Sexual
            health clinics; Walking groups; Winter warmth visits; Falls classes
            """
        ),
        (("nhs-act-2006", "section 2B"), ("health-and-social-care-act-2012", "section 12")),
        _words("People who come to a course; People whose doctor sends them to us; Volunteers; Relatives"),
        ("health", "date-of-birth", "ethnicity", "nhs-number"),
        "care",
    ),
    Service(
        "blue-badge",
        "roads-and-travel",
        _words(
            """
            Parking badges; Disabled parking bays; Bus passes; Door to door buses; Taxi vouchers;
            Ramp requests; Rail cards; Wheelchair loans
            """
        ),
        (("chronically-sick-act-1970", "section 21"), ("blue-badge-regulations-2000", "regulation 4")),
        _words("People who ask for a badge; Parents who ask for a child; Carers; People who report misuse"),
        ("identity-documents", "images", "vehicle", "date-of-birth"),
    ),
    Service(
        "childrens-services",
        "children-and-schools",
        _words(
            """
            Family support; Foster carers; Adoption; Youth clubs; Help for care leavers; Children's
            centres; Family meetings; Short breaks
            """
        ),
        (("children-act-1989", "section 17"), ("children-act-2004", "section 11")),
        _words("Children; Parents; Foster carers; Teachers and others who know the family"),
        ("childrens-care-records", "family-and-relationships", "education-records", "date-of-birth"),
    ),
    Service(
        "school-admissions",
        "children-and-schools",
        _words(
            """
            School places; School transport; School appeals; Moves between schools; Music lessons;
            Exam support; Holiday clubs; Nursery places
            """
        ),
        (("school-standards-act-1998", "section 86"), ("education-act-1996", "section 14")),
        _words("Children; Parents; Brothers and sisters; Head teachers"),
        ("education-records", "date-of-birth", "family-and-relationships", "location"),
    ),
    Service(
        "housing",
        "homes-and-planning",
        _words(
            """
            Waiting list for homes; Help for the homeless; Home repairs; Home swaps; Rent accounts;
            Tenancy checks; Home adaptations; Warm home grants
            """
        ),
        (("housing-act-1996", "section 166A"), ("homelessness-reduction-act-2017", "section 3")),
        _words("Tenants; People who ask for a home; People they live with; Landlords"),
        ("household", "property", "money", "identity-documents"),
    ),
    Service(
        "planning",
        "homes-and-planning",
        _words(
            """
            Planning applications; Planning advice; Tree orders; Listed buildings; Building control;
            Planning complaints; Street names; Local plans
            """
        ),
        (
            ("town-and-country-planning-act-1990", "section 62"),
            ("planning-register-order-2015", "article 40"),
        ),
        _words("People who apply; Their agents; Neighbours; People who comment"),
        ("property", "opinions", "signatures", "correspondence"),
    ),
    Service(
        "highways",
        "roads-and-travel",
        _words(
            """
            Street lights; Pothole reports; Dropped kerbs; Skip permits; Road closures; Winter
            gritting; Footpaths; Traffic counts
            """
        ),
        (("highways-act-1980", "section 41"), ("traffic-management-act-2004", "section 16")),
        _words("People who report a fault; People who live on a street; Builders; Drivers"),
        ("location", "images", "vehicle", "correspondence"),
    ),
    Service(
        "parking",
        "roads-and-travel",
        _words(
            """
            Parking permits; Parking fines; Car parks; Visitor permits; Bus lane fines; Parking
            appeals; Electric car points; Bike stores
            """
        ),
        (("road-traffic-regulation-act-1984", "section 45"), ("traffic-management-act-2004", "section 72")),
        _words("Drivers; Vehicle owners; People who ask for a permit; Visitors"),
        ("vehicle", "images", "bank-details", "location"),
    ),
    Service(
        "waste",
        "environment-and-waste",
        _words(
            """
            Bin collections; Garden waste; Bulky rubbish; Recycling centres; Missed bins; Fly
            tipping; Litter fines; Compost bins
            """
        ),
        (
            ("environmental-protection-act-1990", "section 45"),
            ("controlled-waste-regulations-2012", "Schedule 1"),
        ),
        _words("People who live here; People who report rubbish; Shops; Drivers at a recycling centre"),
        ("property", "vehicle", "bank-details", "images"),
    ),
    Service(
        "libraries",
        "libraries-and-leisure",
        _words(
            """
            Library cards; Reading groups; Home library visits; Story times; Room bookings; Museum
            visits; Swimming lessons; Allotments
            """
        ),
        (("public-libraries-act-1964", "section 7"), ("local-government-act-1972", "section 145")),
        _words("Library members; Children who join; Visitors; Volunteers"),
        ("library-borrowing", "date-of-birth", "online-identifiers", "opinions"),
    ),
    Service(
        "community-safety",
        "safety-and-licensing",
        _words(
            """
            Street cameras; Noise complaints; Neighbour disputes; Safe homes visits; Flood wardens;
            Lost dogs; Street drinking; Knife bins
            """
        ),
        (
            ("crime-and-disorder-act-1998", "section 17"),
            ("criminal-justice-public-order-act-1994", "section 163"),
        ),
        _words("People in public places; People who report something; Neighbours; Witnesses"),
        ("images", "complaints-and-concerns", "location", "correspondence"),
    ),
    Service(
        "licensing",
        "safety-and-licensing",
        _words(
            """
            Taxi licences; Pub licences; Street stalls; Pet shops; Tattoo studios; Charity
            collections; Scrap metal dealers; Market pitches
            """
        ),
        (
            ("licensing-act-2003", "section 17"),
            ("local-government-miscellaneous-provisions-act-1976", "section 51"),
        ),
        _words("People who apply; Licence holders; People who object; Inspectors"),
        ("identity-documents", "employment", "images", "correspondence"),
    ),
    Service(
        "trading-standards",
        "safety-and-licensing",
        _words(
            """
            Doorstep traders; Food checks; Product safety; Scales and measures; Shop visits; Scam
            warnings; Pub inspections; Animal feed
            """
        ),
        (("consumer-rights-act-2015", "Schedule 5"), ("weights-and-measures-act-1985", "section 69")),
        _words("Shoppers; Traders; People who report a scam; Witnesses"),
        ("complaints-and-concerns", "money", "images", "correspondence"),
    ),
    Service(
        "elections",
        "births-deaths-and-voting",
        _words(
            """
            Postal votes; Polling stations; Election staff; Candidates; Local votes; Voter cards;
            Election counts; Petitions
            """
        ),
        (
            ("representation-of-the-people-act-1983", "section 9"),
            ("representation-regulations-2001", "regulation 26"),
        ),
        _words("Voters; Candidates; People who work at an election; Agents"),
        ("voting-registration", "signatures", "date-of-birth", "nationality-and-immigration"),
    ),
    Service(
        "registration",
        "births-deaths-and-voting",
        _words(
            """
            Birth records; Death records; Weddings; Copies of records; Citizen days; Burial plots;
            Baby names; Family history
            """
        ),
        (("births-and-deaths-act-1953", "section 2"), ("marriage-act-1949", "section 27")),
        _words("Parents; Relatives; Couples; People who ask for a copy"),
        ("births-deaths-marriages", "family-and-relationships", "signatures", "identity-documents"),
    ),
    Service(
        "customer-services",
        "your-council",
        _words(
            """
            Telephone calls; Online accounts; Help desks; Complaints; Thank you notes; Web chat;
            Lost property; Visits to our offices
            """
        ),
        (("local-government-act-1972", "section 111"), ("localism-act-2011", "section 1")),
        _words("People who get in touch; People they speak for; Visitors; Staff who reply"),
        ("correspondence", "complaints-and-concerns", "online-identifiers", "images"),
    ),
    Service(
        "information-governance",
        "your-council",
        _words(
            """
            Freedom of information; Requests to see data; Land records; Data breaches; Old records;
            Archive visits; Copies of maps; Open data
            """
        ),
        (("foi-act-2000", "section 1"), ("environmental-information-regulations-2004", "regulation 5")),
        _words("People who ask; People whose data is in the answer; Researchers; Staff who reply"),
        ("correspondence", "identity-documents", "complaints-and-concerns", "opinions"),
    ),
    Service(
        "democratic-services",
        "your-council",
        _words(
            """
            Council meetings; Councillors; School governors; Public questions; Mayor's visits;
            Honours; Civic events; Town twinning
            """
        ),
        (("local-government-act-1972", "section 100A"), ("localism-act-2011", "section 27")),
        _words("Councillors; People who speak at meetings; Guests; Volunteers"),
        ("opinions", "images", "employment", "correspondence"),
    ),
    Service(
        "human-resources",
        "your-council",
        _words(
            """
            Jobs with us; Work placements; Staff pay; Apprentices; Volunteers; Staff training; Exit
            talks; Staff car sharing
            """
        ),
        (("employment-rights-act-1996", "section 1"), ("immigration-act-2006", "section 15")),
        _words("People who apply; Staff; Volunteers; People who give a reference"),
        ("employment", "bank-details", "nationality-and-immigration", "national-insurance-number"),
    ),
    Service(
        "research-and-intelligence",
        "your-council",
        _words(
            """
            Visitor counts; Travel diaries; Shop surveys; Air quality; River levels; Home energy;
            Park use; Town centre plans
            """
        ),
        (("local-government-act-1999", "section 3"), ("local-government-act-2000", "section 2")),
        _words("People who answer; People who live here; Shoppers; Visitors"),
        ("opinions", "location", "online-identifiers", "date-of-birth"),
    ),
    Service(
        "communications",
        "your-council",
        _words(
            """
            E-mail news; Photo sessions; Press calls; Public events; Prize draws; Posters and films;
            Webcasts; Welcome packs
            """
        ),
        (("local-government-act-1972", "section 142"), ("localism-act-2011", "section 1")),
        _words("Readers; People in our pictures; Journalists; People who come to an event"),
        ("images", "opinions", "online-identifiers", "correspondence"),
    ),
)

PLACE_STARTS = _words(
    """
    Alder; Ash; Barley; Bracken; Bram; Briar; Cold; Copper; Crane; Dove; East; Elm; Fern; Fox; Glen;
    Gorse; Hazel; Heron; Holly; Kings; Lark; Long; Maple; Marsh; Mill; North; Otter; Pebble; Quarry;
    Raven; Rush; Silver; Stone; Thistle; Upper; Wood
    """
)
PLACE_ENDS = _words(
    """
    bourne; bridge; brook; combe; cote; dale; field; ford; gate; grove; ham; hill; holt; hurst; ley;
    marsh; mere; mouth; stead; stone; thorpe; ton; water; well; wick; worth
    """
)

FIRM_NAMES = _words(
    """
    Abbot; Beacon; Cobble; Drift; Ember; Fallow; Granary; Harbour; Inkwell; Juniper; Keystone;
    Lantern; Meadow; Nettle; Orchard; Paddock; Quill; Rampart; Saddle; Tansy; Umber; Vellum; Willow;
    Yarrow
    """
)
FIRM_KINDS = {
    "company": (
        ("Print", "Prints and posts letters for public bodies."),
        ("Cloud", "Keeps computer systems running for public bodies."),
        ("Payments", "Takes card payments for public bodies."),
        ("Mapping", "Draws maps and keeps lists of addresses."),
        ("Transport", "Drives people to schools, clubs and clinics."),
    ),
    "charity": (
        ("Trust", "Gives help and advice to people free of charge."),
        ("Friends", "Visits people at home and runs lunch clubs."),
    ),
    "nhs": (("Community Care NHS Trust", "Runs clinics and nursing visits close to home."),),
    "school": (("Academy", "Teaches children from 11 to 18."),),
    "other": (("Housing Association", "Lets homes at a fair rent and looks after them."),),
}

ROLES = _words("Manager; Team Leader; Head of Service; Service Lead")
VERBS = _words(
    """
    Answer questions; Take bookings; Check who can get help; Send reminders; Put faults right; Plan
    the work of our teams; Take payments; Keep a fair list; Visit people; Give advice; Settle
    complaints; Hand out permits; Check that rules are kept; Count how many people use it; Tell
    people what we decided; Find people who need help; Train our staff; Pay people back
    """
)
RECORDS = _words(
    """
    Forms and letters; Notes of calls; Notes of visits; Bookings; Payments; Photos; Copies of proof;
    Lists of names; Decisions; Reports; Complaints; Reminders that we sent; Maps and plans; Counts
    without names
    """
)
STARTS = _words(
    """
    after the case closes; after the last payment; after you leave; after the visit; after our
    decision; after the year in which you asked; after the permit ends
    """
)
REASONS = _words(
    """
    You can ask for money back in that time; A court can look at the case in that time; Auditors
    check our books in that time; We can answer a complaint in that time; The next visit is easier
    with them; We can see whether the service has become better
    """
)
TASKS = _words(
    """
    Sends letters for us; Hosts the system that we work in; Takes payments for us; Brings people to
    the place; Checks that an address is right; Does repairs that we order; Runs the booking line at
    weekends; Gets told when a person needs more help; Sees the list when it helps us on site; Asks
    us about a case that it deals with too; Checks a sample of our work; Runs the service with us in
    this area
    """
)
WILL_NOT = _words(
    """
    We do not sell your data; We do not use it for adverts; We do not give it to your employer; We
    do not share it with your neighbours; We do not keep copies of your proof; We do not put your
    name on the internet; We do not follow what you do online; We do not use it to check on your
    benefits
    """
)
FINDINGS = _words(
    """
    We now check the list each month; We now check each file twice a year; We now check who has a key each
    week; We stopped asking for the date of birth; We now wipe the old files each spring
    """
)
ITEMS = _words(
    """
    What you told us in the form; What we noted when we met you; The dates that matter; Changes
    since last year; What you sent us as proof; What you asked us for; The part that the service
    needs; What others told us with good reason
    """
)
CHANGES = (
    (
        "We keep notes of calls for a shorter time.",
        "We looked again and found that we did not need them so long.",
    ),
    ("A new firm sends our letters.", "The old contract came to an end."),
    ("You can now book by telephone again.", "Many people told us that they missed it."),
    ("We no longer ask for your date of birth.", "We found that the service works without it."),
    ("We say more about who gets your data.", "Readers asked us to name each one."),
)
