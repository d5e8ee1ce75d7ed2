//! What words hint of the names beside them, which only the rules of [`crate::analysis`] ask for.

use serde::Deserialize;

/// What a word says of a name, which the tagger is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameHint {
    /// A form of address that nobody bears, before a whole name ('Comrade').
    Style,
    /// What a court that has circuits hears ('Appeals').
    Appeals,
    /// The form of a company that means nothing else ('AG', 'Ltd').
    CompanyForm,
    /// A pronoun that takes up no person ('which').
    NoPersonPronoun,
    /// What is built, before the word for building it ('hydropower' project).
    WorksField,
    /// What is done to horses by whoever stands before the hyphen ('trained').
    Trained,
    /// What a disease is called behind whoever found it ('disease').
    Ailment,
    /// The last word of the name of a sports club, behind its city ('United').
    ClubTail,
    /// A word for the result of a match, before a preposition and the other club ('kalah').
    Result,
    /// Words before the name of a company ('saham', 'shares of').
    CompanyHead,
    /// A last word of an organisation's name before the person who speaks for it ('Sekuritas').
    OfficeTail,
    /// A noun for a site that has a head of its own ('Bandara').
    OfficeSite,
    /// The title of one who heads a village ('Kades'), before its name and theirs.
    VillageTitle,
    /// The title of one who governs a region, all of which are listed ('Bupati').
    RegionTitle,
    /// The first word of the name of a university, in which no other name is meant ('Universitas').
    Campus,
    /// A verb that says what something is ('is').
    Copula,
    /// The title of those whom schools and hospitals are named after ('Bishop').
    Patron,
    /// Words before a seat that two places may have together ('MP for').
    JointSeatBefore,
    /// The last word of a broadcaster's name before the region that it is of ('Radio').
    Station,
    /// The word between a university of several towns and that of its town ('at').
    CampusAt,
    /// A direction within a village's name ('Wetan').
    VillageTail,
    /// A word beside a club in a report of a match ('mengalahkan', 'striker').
    MatchWord,
    /// Such a word that is as often said of elections, companies and courts ('won', 'quarter').
    MatchDoubt,
    /// A small word within the name of a person that joins nothing else ('von').
    Particle,
    /// A word of a name that is a place to whoever goes there and a body to whoever deals with it ('hospital', 'RSUD').
    Site,
    /// A city whose club is called by its name alone ('Sunderland'), in reports of matches.
    CityClub,
    /// What leads from the number of a law to its matter ('tentang').
    LawAbout,
    /// The title of one who leads or speaks for a company, before its name ('CEO').
    OfficeTitle,
    /// What stands before the fields that a body is named by ('for').
    BeforeFields,
    /// A preposition before the platform that something was written on ('on').
    PlatformBefore,
    /// What stands before the name of a storm ('hurricane').
    Storm,
    /// Words before the name of a work or product ('sequel to', 'codenamed').
    ThingBefore,
    /// What a body is for, before the country whose body it is ('Maritime New Zealand').
    Sector,
    /// A participle between the noun for a thing and its name ('called').
    Called,
    /// Other nouns for things that have names, of which makers and people have none before or behind them ('scanner').
    CalledThing,
    /// A noun behind the name of a thing that makers are not named before ('rover').
    ThingBehind,
    /// An article, which no name of a company has before it ('the').
    Article,
    /// Behind a place and a hyphen, before the body that is at home there ('based' of 'Lisbon-based Moovly').
    Based,
    /// A word whose figures and letters name no product ('section', 'terminal').
    Numbered,
    /// What stands before the name of a ship ('KRI').
    Ship,
    /// A common noun for ships and boats ('trawler').
    Vessel,
    /// A ship of war, which is named behind its noun also where a town is called so: 'kapal induk'.
    Warship,
    /// What stands before the article of a ship ('crew of').
    VesselOf,
    /// A noun for animals that have names ('dog').
    Animal,
    /// What stands between those who are parties to a case ('v').
    Versus,
    /// Words before a club from or to which somebody goes ('on loan from').
    ClubBefore,
    /// A noun behind a club for those who belong to it ('boss').
    ClubBehind,
    /// The last word of a body with the 'of' before the place whose body it is ('survey of').
    BodyOf,
    /// A word for a place that is a body where it has a field ('center').
    Centre,
    /// The field that makes a body of a centre ('policy').
    CentreField,
    /// The last word of the name of a meeting that is called as a place or a body is ('Forum').
    MeetingTail,
    /// A verb that says how a price moves ('jumped').
    MarketVerb,
    /// The first words of the name of a race ('Tour de').
    Race,
    /// Whose name a unit of measure bears, and no person ('Celsius').
    Unit,
    /// What stands behind the number of a share in the whole ('percent').
    Percent,
    /// What somebody is credited with ('reporting').
    CreditOf,
    /// What stands before whoever is credited ('by').
    CreditBy,
    /// The first word of the name of a hotel ('Hotel').
    Lodging,
    /// The first word of a body's name in another language ('Fundación').
    ForeignHead,
    /// A small word within such a name ('para').
    ForeignJoint,
    /// A law that is told by its year ('Act').
    DatedLaw,
    /// A noun for several companies that are told behind it ('firms').
    FirmsNoun,
    /// The letters before the town of a club ('MC').
    ClubHead,
    /// What a body is to others, before its letters ('opposition').
    BodyAdjective,
    /// A word at either end of a name that short forms leave out ('PT', 'Inc', 'Desa').
    Form,
    /// The noun for a region that is called as its chief town is ('Kabupaten').
    Regency,
    /// What introduces the letters that stand for somebody ('berinisial').
    Initials,
    /// What stands between two names of one person ('alias').
    Alias,
    /// A word beside the name by which somebody is called ('sapaan').
    Nickname,
    /// What stands before the name that somebody bore once ('née').
    Born,
    /// What stands between two names of one body or thing ('formerly known as').
    Renamed,
    /// A form of address of men ('Mr').
    HeAddress,
    /// A form of address of women ('Mrs').
    SheAddress,
    /// What parts alternatives ('atau').
    Or,
    /// A noun for any place, which is no part of its name ('wilayah').
    Region,
    /// A road or line that is named by its two ends ('Tol').
    Route,
    /// Somebody who lives where the name behind tells ('warga').
    Resident,
    /// What joins the last of a list to the others, beside 'dan' ('hingga').
    ListJoint,
    /// A form of address or rank in the names of streets and airports ('Jenderal').
    Eponym,
    /// An academic degree, which is no part of a name ('MKM').
    Degree,
    /// A body that is named by the people who are in it ('Asosiasi Pengusaha').
    Association,
    /// A noun for works before their titles, which need no quotation marks ('lagu').
    WorkNoun,
    /// The last word of the name of a festival or fair, which is called by the first as well ('Festival').
    FestivalTail,
    /// The last word of the name of a law ('Act').
    LawTail,
    /// A small word within the name of a law that ends so ('and').
    LawJoint,
    /// What stands between the word for a change and the law that is changed ('atas').
    LawOf,
    /// What leads to the purpose in the name of a body ('untuk' of 'Koalisi untuk Reformasi').
    Purpose,
    /// What stands between the title of a work and whoever made it ('karya').
    WorkBy,
    /// A word behind the code of a product that tells which of its kind it is ('Pro', 'Ultra').
    Grade,
    /// The letters of a kind of school, which have a number behind them ('SDN').
    School,
    /// A noun for outlets behind which the name of one stands ('surat kabar').
    OutletNoun,
    /// A given name before which 'I' stands, as in 'I Wayan'.
    BirthName,
    /// What stands before such a name ('I', 'La', 'Anak Agung').
    BirthLead,
    /// A word for a part of a body that is named with it ('Fraksi', 'Satreskrim').
    UnitHead,
    /// A verb without its prefix, as headlines have it ('tangkap').
    HeadlineVerb,
    /// What an office may be for, within a list of its fields ('labour').
    Field,
    /// A department of a body, which a title is of ('bidang').
    Department,
    /// An ordinary word that the list of these has not.
    Ordinary,
    /// A word for a body of government that is named by its field, in ordinary words ('Dinas').
    FieldHead,
    /// A word at the end of the name of a company ('Therapeutics').
    CompanyTail,
    /// A body that every town has, behind its name ('fire department').
    MunicipalTail,
    /// A word at the end of the name of a place that no list has ('City', 'Prefecture').
    PlaceForm,
    /// A body that is told where it has its seat behind a comma ('School').
    Seated,
    /// A word at the end of the name of a stretch of land or water, without which it is another's ('Lough', 'Moor').
    LandTail,
    /// A noun behind a company's name that only companies have ('shares'), or in apposition to it ('a startup').
    CompanyNoun,
    /// A word for a work of art, music or writing, or for its parts ('album', 'novel').
    WorkWord,
    /// Words before a name that only places follow ('residents of').
    PlaceSure,
    /// The last word of the name of a county, within that of its police or court too ('County').
    County,
    /// What leads from a place to the region that it lies in ('in').
    In,
    /// What stands before the home of somebody who was just named ('of').
    PlaceOf,
    /// A word behind a name that only places have ('residents').
    PlaceBehind,
    /// The first word of the name of a place of several words ('Great', 'San').
    PlaceStart,
    /// A word behind a name and a comma that only people are meant by ('who').
    PersonPronoun,
    /// The last word of the name of a body that is named after somebody ('Foundation').
    NamedAfter,
    /// Letters behind a name that tell of an office or honour and are no part of it ('KC').
    Postnominal,
    /// The first word of the name of a saint ('St').
    Saint,
    /// A noun behind the name of a firm for those who work there ('analysts').
    FirmNoun,
    /// What stands between the role of somebody and the body where they have it ('at').
    OfficeAt,
    /// A word for a place that only its article and its capital letter tell ('the Atlantic', 'the West').
    LedPlace,
    /// The article that makes a name of the word behind it ('the').
    Definite,
    /// The letter of a road, before its number ('A').
    RoadLetter,
    /// What stands before the article of a road ('along').
    RoadBefore,
    /// What stands behind the number of a road ('near').
    RoadBehind,
    /// The last words of the name of a body that two places may have together ('Police').
    JointTail,
    /// What stands before the seat of somebody who is named behind it ('MP for').
    SeatBefore,
    /// A word before the given name of somebody that is no part of it ('little').
    Epithet,
    /// What a union or club calls its parts, before their number ('Local').
    Chapter,
    /// An office whose field is in the word itself ('Dinkes'), so that whoever holds it may stand right behind.
    WholeOffice,
    /// The letters of a rank, which are an ordinary word where they are small ('DI').
    Rank,
    /// A direction behind a place that a seat or district is named by ('North West').
    SeatTail,
    /// The letters behind the figures of an ordinal number ('nd').
    Ordinal,
    /// What is numbered by ordinals, within the name of a court or of a part of an army ('Circuit', 'Airborne').
    Circuit,
    /// A small word between what a body is about and what it is for ('in' of 'Science in the Public Interest').
    Interest,
    /// A word before the name of somebody who was not named yet ('bernama').
    NamedSo,
    /// Words before the article of a river, a range or a sea ('tributary of').
    WaterBefore,
    /// What an airline or railway numbers ('Flight').
    Journey,
    /// What stands behind the family name of one of several people of one name ('Jr').
    NameSuffix,
    /// What stands between the comma behind a body and its letters ('or' of ', or INAH').
    LettersJoint,
    /// A word for a bill or a question to voters, before its number ('Proposition').
    BillHead,
    /// A word for the politics of a party that is called so before its leader ('Conservative Leader').
    PartyWord,
    /// The title of one who leads a party ('Leader').
    PartyLeader,
    /// Whoever belongs to a party, behind the place that they are from ('Republican' of 'a Canton Republican').
    PartyMember,
    /// A word for one of the houses that make the laws of a state ('House', 'Legislature').
    Chamber,
    /// The letters of a tax that are those of a body too ('PBB').
    Levy,
    /// A word before the letters of a tax ('tunggakan').
    LevyBefore,
    /// A word behind them ('terutang').
    LevyBehind,
    /// A word for those who serve a town, behind its name ('firefighters').
    Townsfolk,
    /// What a body does over the air, behind the adjective of its country ('TV').
    Broadcast,
    /// The first words of those who came together for something ('Save the', 'Friends of').
    GroupStart,
    /// A word for a part of a body, before the town of that part ('cabang').
    Branch,
    /// A word for how many, which a town is called as well ('lima').
    Count,
    /// The word that begins the name of a street ('jalan').
    Street,
    /// A title behind the fields of an office, in capitals ('Minister' of 'Owned Enterprises Minister').
    Portfolio,
}
