//! Header words: tells whether a cell is made of the words that stand above columns, in four languages.

use super::fold::fold;

/// Words that say what a column holds.
const WORDS: &str = "klant klanten debiteur debiteuren relatie relaties afnemer customer customers client clients account \
accounts kunde kunden kd deb reseller dealer partner lid member organisatie organization organisation bedrijf bedrijfs firma company \
companyname unternehmen societe entreprise raison sociale naam name namen titel title nom bezeichnung omschrijving description \
nummer nr number no num id ids code codes key ref referentie reference zoeknaam zoekcode \
omzet revenue sales verkoop verkopen umsatz chiffre affaires turnover bedrag bedragen amount betrag montant som waarde value \
prijs price preis prix netto bruto net gross excl incl btw vat marge margin marges winst profit gewinn brutowinst contribution \
kosten cost costs kost inkoop inkoopwaarde kostprijs cogs budget potentieel potential potenzial \
datum date dag day maand month jaar year kwartaal periode orderdatum factuurdatum besteldatum \
plaats plaatsnaam city town stad gemeente ort ville woonplaats vestigingsplaats adres address adresse straat street strasse rue huisnummer postcode zip plz \
provincie province state region regio land country pays \
branche sector industry industrie segment sbi categorie category soort type groep group klasse class concern holding parent moeder moedermaatschappij \
accountmanager owner eigenaar beheerder manager vertegenwoordiger verkoper salesperson rep rayon behandelaar betreut \
status actief active email mail emailadres phone telefoon telefoonnummer tel mobiel mobile telephone telefon website url kvk iban btwnummer \
contact contacten contacts contactpersoon ansprechpartner voornaam achternaam firstname lastname first last vorname nachname prenom voorletters tussenvoegsel aanhef \
order orders bestelling bestellingen factuur facturen invoice invoices bon pakbon rechnung rechnungen auftrag commande facture document lines regels regel transactie transaction \
aantal aantallen quantity qty menge quantite stuks units cds aant hoeveelheid \
korting discount rabatt remise betaaltermijn betalingstermijn betalingsconditie term terms payment leveringsvoorwaarden \
klacht klachten complaint complaints retour retouren returns return uren hours bezoeken visits calls \
saldo balance openstaand open vervallen overdue laat late dagen days oudste post \
strategisch strategic netwerk network groei growth fit score tevredenheid satisfaction nps \
product artikel article item sku productgroep artikelgroep opmerking opmerkingen notitie note notes memo \
totaal total recency frequency monetary spent created einde contract contracteinde currency valuta lineitem billing shipping";

/// Words that join them.
const GLUE: &str = "van de het der den des du la le of per in the and en et und op voor to by for von je aan uit a x \
eerste laatste last first vorig vorige previous prev dit this huidig huidige current lopend ytd te eur euro usd cum \
nieuw new gemiddeld gemiddelde average avg mv max min jr is onze our eigen vj lj th d e m s t k pct procent percent associated";

/// Whether a cell consists of header words alone, however they are joined: `Klantnr.`, `Omzet 2025`, `InvoiceDate`.
pub(super) fn is_header_like(cell: &str) -> bool {
    let letters: String = fold(cell).chars().filter(|letter| !letter.is_ascii_digit()).collect();
    !letters.is_empty() && letters.len() <= 60 && letters.is_ascii() && is_made_of_words(letters.as_bytes())
}

fn is_made_of_words(letters: &[u8]) -> bool {
    // reach[n]: 0 the first n letters cannot be read, 1 as joining words only, 2 with a real word.
    let mut reach = vec![0_u8; letters.len() + 1];
    reach[0] = 1;
    for from in 0..letters.len() {
        if reach[from] == 0 {
            continue;
        }
        for (words, rank) in [(WORDS, 2), (GLUE, reach[from])] {
            for word in words.split_ascii_whitespace() {
                if letters[from..].starts_with(word.as_bytes()) {
                    let end = from + word.len();
                    reach[end] = reach[end].max(rank).max(reach[from]);
                }
            }
        }
    }
    reach[letters.len()] == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_words_are_known_and_names_are_not() {
        for header in [
            "Klant",
            "Klantnr.",
            "Omzet 2025",
            "Omzet excl. BTW",
            "InvoiceDate",
            "Debiteur-naam",
            "customer_id",
            "Naam",
            "Netwerk (1-5)",
            "Dagen te laat",
            "Kundennummer",
            "Chiffre d'affaires",
            "SalesOrderNumber",
            "Country_Region",
            "Laatste order",
            "Aantal orders",
            "E-mailadres",
            "Accountmanager",
            "Potentieel",
            "Billing City",
            "Marge %",
        ] {
            assert!(is_header_like(header), "{header}");
        }
        for name in [
            "Jansen BV",
            "Bakkerij de Groot",
            "Total Energies",
            "Klant BV",
            "Utrecht",
            "",
            "2025",
            "Van der",
            "Techniek",
            "A",
        ] {
            assert!(!is_header_like(name), "{name}");
        }
    }
}
