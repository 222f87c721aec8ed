//! The words for every field, and what a column of it would add to the analysis.

use super::Language;
use crate::customers::Field;

/// The name of a field as a reader says it.
#[allow(clippy::too_many_lines, reason = "one line a field, nothing to decide")]
pub fn field_name(field: Field, language: Language) -> &'static str {
    let (nl, en) = match field {
        Field::Id => ("klantnummer", "customer number"),
        Field::Name => ("klant", "customer"),
        Field::Group => ("concern of huishouden", "group or household"),
        Field::Place => ("plaats", "place"),
        Field::Sector => ("branche", "sector"),
        Field::Owner => ("accountmanager", "account manager"),
        Field::Status => ("status", "status"),
        Field::ContactPerson => ("contactpersoon", "contact person"),
        Field::Phone => ("telefoon", "phone"),
        Field::Email => ("e-mail", "e-mail"),
        Field::Revenue => ("omzet", "revenue"),
        Field::RevenuePrevious => ("omzet vorige periode", "revenue previous period"),
        Field::Margin => ("marge", "margin"),
        Field::MarginRate => ("marge in %", "margin rate"),
        Field::CostToServe => ("bedieningskosten", "cost to serve"),
        Field::Hours => ("onze uren", "our hours"),
        Field::Contacts => ("contacten", "contacts"),
        Field::Returns => ("retouren", "returns"),
        Field::Potential => ("potentieel", "potential"),
        Field::Orders => ("aantal orders", "number of orders"),
        Field::FirstOrder => ("eerste order", "first order"),
        Field::LastOrder => ("laatste order", "last order"),
        Field::LastContact => ("laatste contact", "last contact"),
        Field::ContractEnd => ("einde contract", "contract end"),
        Field::DaysLate => ("dagen te laat", "days late"),
        Field::Overdue => ("openstaand bedrag", "overdue amount"),
        Field::OverdueDays => ("oudste post in dagen", "oldest open item, days"),
        Field::Discount => ("korting", "discount"),
        Field::PaymentTerm => ("betaaltermijn", "payment term"),
        Field::DeliveryTerms => ("leveringsvoorwaarden aanvaardbaar", "delivery terms acceptable"),
        Field::Complaints => ("klachten", "complaints"),
        Field::ComplaintTheme => ("onderwerp van de klacht", "complaint theme"),
        Field::Satisfaction => ("tevredenheid", "satisfaction"),
        Field::Strategic => ("strategisch belang (1–5)", "strategic importance (1–5)"),
        Field::Growth => ("groeikans (1–5)", "growth potential (1–5)"),
        Field::Launching => ("launching customer (1–5)", "launching customer (1–5)"),
        Field::BowlingAlley => ("opent deuren in de branche (1–5)", "opens doors in the sector (1–5)"),
        Field::PerceivedValue => ("ervaren meerwaarde (1–5)", "perceived added value (1–5)"),
        Field::Network => ("naam en netwerk (1–5)", "name and network (1–5)"),
        Field::Fit => ("past bij ons (1–5)", "fit with us (1–5)"),
        Field::Referrals => ("beveelt ons aan (1–5)", "referrals (1–5)"),
        Field::SegmentPrevious => ("vorige letter (A–D)", "previous letter (A–D)"),
        Field::OrderId => ("ordernummer", "order number"),
        Field::OrderDate => ("orderdatum", "order date"),
        Field::Quantity => ("aantal stuks", "quantity"),
        Field::Cost => ("kostprijs", "cost of goods"),
        Field::ProductGroup => ("productgroep", "product group"),
        Field::DebitCredit => ("debet of credit", "debit or credit"),
    };
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// What a list without this field misses; `None` for fields that open no further analysis by themselves.
pub fn field_gain(field: Field, language: Language) -> Option<&'static str> {
    let (nl, en) = match field {
        Field::Group => (
            "wie elkaar beschermt: kleine klanten van een waardevol concern",
            "who protects whom: small accounts of a valuable group",
        ),
        Field::Sector => (
            "vergelijken binnen een branche en het profiel van de ideale klant",
            "comparing within a sector, and the ideal customer profile",
        ),
        Field::Owner => ("uren en afspraken per accountmanager", "hours and agreements by account manager"),
        Field::Status => ("wie klant is, was of nog kan worden", "who is, was or may become a customer"),
        Field::Revenue => {
            ("de verdeling, de shortlist en het voorstel", "the distribution, the shortlist and the proposal")
        }
        Field::RevenuePrevious => ("wie stilletjes minder koopt", "who quietly buys less"),
        Field::Margin | Field::MarginRate => {
            ("wie er echt geld brengt, niet alleen omzet", "who really brings money, not just revenue")
        }
        Field::CostToServe => {
            ("wat een klant na uw moeite overhoudt", "what remains of a customer after your effort")
        }
        Field::Hours => {
            ("wie meer van uw tijd vraagt dan brengt", "who takes more of your time than they bring")
        }
        Field::Contacts => {
            ("wie meer aandacht vraagt dan brengt", "who takes more attention than they bring")
        }
        Field::Returns => ("de factor “geen herstelwerk”", "the factor “no rework”"),
        Field::Potential => {
            ("het aandeel in hun bestedingen en wie kan groeien", "share of wallet, and who can grow")
        }
        Field::Orders => ("ritme en succesfactoren", "rhythm and success factors"),
        Field::LastOrder => ("wie actief is, slaapt of vertrokken is", "who is active, asleep or lapsed"),
        Field::ContractEnd => ("momenten om op tijd te bellen", "moments to call in time"),
        Field::DaysLate | Field::Overdue | Field::OverdueDays => {
            ("de factor “betaalt op tijd”", "the factor “pays on time”")
        }
        Field::Complaints => ("de factor “klaagt zelden”", "the factor “rarely complains”"),
        Field::SegmentPrevious => ("wie steeg en wie daalde", "who rose and who fell"),
        _ => return None,
    };
    Some(match language {
        Language::Nl => nl,
        Language::En => en,
    })
}
