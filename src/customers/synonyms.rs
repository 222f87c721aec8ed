//! Synonyms: the words above columns in Dutch, English, German and French business lists.
//!
//! Includes the export headers of Exact, AFAS, Twinfield, SnelStart, e-Boekhouden, Moneybird, Odoo, HubSpot,
//! Salesforce, Shopify and WooCommerce as far as they are publicly known. All words are folded (see `table::fold`).

use super::Field;

/// Folded headers per field, the surest first; each line has its own confidence.
pub(super) const SYNONYMS: &[(Field, f64, &str)] = &[
    (
        Field::Id,
        0.6,
        "id nr nummer number no num code key recordid contactid externalid relatienr zoekcode lidnummer",
    ),
    (Field::Id, 1.0, "debnr debnummer debcode debno klnr relnr relnummer relcode kndnr kdnr"),
    (
        Field::Name,
        0.75,
        "naam name namen displayname fullname volledigenaam handelsnaam weergavenaam raisonsociale \
        statutairenaam firmenname billingname billingcompany shippingname tenaamstelling zoeknaam nom bezeichnung",
    ),
    (
        Field::Name,
        0.5,
        "omschrijving description titel title achternaam lastname surname nachname familienaam familyname",
    ),
    (
        Field::Group,
        1.0,
        "concern concernnaam groep group groepsnaam bedrijfsgroep holding moeder moedermaatschappij \
        moederbedrijf parent parentaccount parentcompany parentname konzern groupe household huishouden gezin keten \
        formule inkoopcombinatie inkooporganisatie concernrelatie hoofdrelatie relatedcompany",
    ),
    (
        Field::Place,
        1.0,
        "plaats plaatsnaam city town stad gemeente ort stadt ville woonplaats vestigingsplaats factuurplaats \
        bezoekplaats postplaats klantplaats debiteurplaats",
    ),
    (Field::Place, 0.8, "billingcity defaultaddresscity companycity mailingcity vestiging locatie location"),
    (Field::Place, 0.6, "shippingcity leverplaats afleverplaats"),
    (
        Field::Sector,
        1.0,
        "branche sector industry industrie bedrijfstak brancheomschrijving branchenaam sbiomschrijving \
        businesstype secteur branchecode sbi sbicode bedrijfssector",
    ),
    (
        Field::Sector,
        0.7,
        "segment marktsegment markt klantgroep klanttype typeklant customertype customersegment \
        customergroup klantsoort soortklant categorie category relatiesoort soortrelatie klantcategorie branchegroep",
    ),
    (
        Field::Owner,
        1.0,
        "accountmanager accmanager accountmgr klantmanager relatiebeheerder relatiemanager vertegenwoordiger \
        accounthouder accountowner companyowner contactowner customerowner klanteigenaar salesperson salesrep \
        salesrepresentative salesmanager kundenbetreuer betreuer commercial buitendienst rekeninghouder",
    ),
    (
        Field::Owner,
        0.8,
        "owner dealowner opportunityowner eigenaar beheerder verkoper rep am verantwoordelijke representant responsible user verkoopmedewerker",
    ),
    (
        Field::Owner,
        0.7,
        "employeekey employee employeeid employeename medewerker behandelaar vertegenwoordigercode",
    ),
    (
        Field::Status,
        1.0,
        "status klantstatus customerstatus relatiestatus accountstatus lifecyclestage statut kundenstatus",
    ),
    (Field::Status, 0.7, "actief active leadstatus aktiv"),
    (
        Field::ContactPerson,
        1.0,
        "contactpersoon contactpersonen contactperson contactname contactnaam ansprechpartner \
        primarycontact tav attn personnedecontact kontaktperson contact hoofdcontact",
    ),
    (
        Field::Phone,
        1.0,
        "telefoon telefoonnummer tel telnr telefoonnr phone phonenumber telephone telefon telefonnummer \
        telefoonzakelijk billingphone companyphone telefoonvast",
    ),
    (Field::Phone, 0.8, "mobiel mobile mobielnummer gsm mobilephone mobieltelefoonnummer"),
    (
        Field::Email,
        1.0,
        "email emailadres emailaddress mail mailadres emailadresse billingemail courriel emailfactuur \
        factuuremail customeremail klantemail",
    ),
    (
        Field::Revenue,
        1.0,
        "omzet revenue sales turnover umsatz nettoomzet omzetnetto netrevenue netsales totalrevenue totaleomzet \
        omzettotaal totaalomzet jaaromzet omzetditjaar omzethuidigjaar omzetlopendjaar omzethuidig omzetdj omzetytd omzetcum \
        revenueytd salesytd salesamount umsatznetto nettoumsatz jahresumsatz chiffredaffaires chiffreaffaires omzetjaar \
        revenuethisyear salesthisyear currentrevenue omzetklant klantomzet omzetlaatstemaanden omzetafgelopenjaar debiteuromzet \
        customerrevenue gesamtumsatz omzetbedrag totaalgefactureerd gefactureerdeomzet totalspent totalspend",
    ),
    (
        Field::Revenue,
        0.85,
        "bedrag amount nettobedrag netamount bedragnetto lineamount regelbedrag factuurbedrag invoiceamount \
        orderbedrag orderamount ordertotal ordertotaal orderwaarde ordervalue invoicetotal factuurtotaal linetotal regeltotaal \
        totaalbedrag totalamount amountuntaxed untaxedamount untaxedtotal betrag nettobetrag montant montantht spent besteed \
        besteding bestedingen totaalbesteed gefactureerd gefactureerdbedrag facturatie invoicedamount totalinvoiced monetary \
        monetaryvalue verkoopbedrag verkoopwaarde salesvalue extendedprice amountinvoiced rechnungsbetrag ytd ca annualrevenue \
        totalexcl totaalexcl subtotal waardeorder transactionamount transactiebedrag purchaseamount aankoopbedrag spend \
        brutoomzet omzetbruto grossrevenue grosssales bruttoumsatz lifetimevalue",
    ),
    (
        Field::Revenue,
        0.7,
        "totaal total verkoop verkopen totaalincl totalincl totaltax amounttotal brutobedrag grossamount gesamt",
    ),
    (Field::Revenue, 0.5, "waarde value prijs price preis prix som summe saldoomzet"),
    (
        Field::RevenuePrevious,
        1.0,
        "omzetvorigjaar omzetvj omzetvorigeperiode omzetly vorigjaar vorigeomzet previousrevenue \
        revenuepreviousyear revenuepreviousperiod revenueprevious revenuelastyear lastyearrevenue lastyear saleslastyear \
        salespreviousyear umsatzvorjahr vorjahr vorjahresumsatz prioryear priorrevenue priorsales prevrevenue revenueprev \
        previousyear omzetvorig omzetvorige omzetpy revenuepy revenuely omzetlj vorigeperiode revenueprior salesprior \
        caanneeprecedente omzethetjaarervoor previousyearrevenue previousyearsales omzeteerder bedragvorigjaar",
    ),
    (
        Field::Margin,
        1.0,
        "marge margin brutomarge brutowinst grossmargin grossprofit profit winst marginamount margebedrag \
        contributionmargin dekkingsbijdrage deckungsbeitrag rohertrag rohgewinn margebrute nettomarge bruttomarge brutoresultaat \
        margetotaal totalemarge totalmargin marginvalue gewinn brutomargebedrag grossprofitamount netprofit nettowinst",
    ),
    (Field::Margin, 0.7, "resultaat bijdrage contribution db ergebnis"),
    (
        Field::MarginRate,
        1.0,
        "margepercentage margeperc margepct brutomargepercentage brutomargeperc brutomargepct marginrate \
        marginpercentage marginpct marginpercent margeprocent grossmarginrate grossmarginpercentage grossmarginpct margeinprocenten \
        margeinprocent margeratio",
    ),
    (
        Field::CostToServe,
        1.0,
        "costtoserve kostenklant klantkosten bedieningskosten servicekosten servicecost servicecosts \
        kostenbediening kostenperklant kostperklant accountkosten verkoopkosten kostenvandeklant bedienkosten",
    ),
    (
        Field::Hours,
        1.0,
        "uren hours bestedeuren urenbesteed serviceuren onzeuren urenklant timespent stunden heures hoursspent \
        aantaluren tijdbesteed",
    ),
    (
        Field::Contacts,
        1.0,
        "contacten contactmomenten bezoeken visits aantalcontacten aantalbezoeken contactmoments \
        contactsaantal numberofvisits besuche touchpoints contactfrequentie aantalcontactmomenten",
    ),
    (Field::Contacts, 0.7, "contacts calls aantalcalls timescontacted numberoftimescontacted"),
    (
        Field::Returns,
        1.0,
        "retouren returns aantalretouren retourzendingen retour numberofreturns retoure retouraantal retours",
    ),
    (
        Field::Potential,
        1.0,
        "potentieel potential omzetpotentieel potentieleomzet potentialrevenue revenuepotential klantpotentieel \
        potenzial potentie potentiel walletsize wallet totaalpotentieel marktpotentieel kooppotentieel inkooppotentieel \
        potentieelomzet salespotential umsatzpotenzial",
    ),
    (
        Field::Orders,
        1.0,
        "orders aantalorders numberoforders totalorders ordercount orderscount bestellingen aantalbestellingen \
        facturen aantalfacturen numberofinvoices auftrage anzahlauftrage anzahlbestellungen nombredecommandes aantaltransacties \
        numberofpurchases invoicecount ordersaantal orderaantal nooforders ordersplaced aantalvanorder aantalvanorders \
        aantalvanordernummer aantalvanfactuur aantalvanfactuurnummer countoforder countofinvoice countoforderid",
    ),
    (
        Field::Orders,
        0.7,
        "frequency frequentie transacties transactions purchases aankopen invoices rechnungen bestellungen",
    ),
    (
        Field::FirstOrder,
        1.0,
        "eersteorder firstorder eersteorderdatum firstorderdate datumeersteorder eersteaankoop firstpurchase \
        firstpurchasedate eersteverkoop eerstefactuur eerstefactuurdatum eerstebestelling datumeerstebestelling erstbestellung \
        ersterauftrag premierecommande datumeersteaankoop firstinvoicedate firstinvoice firsttransaction",
    ),
    (
        Field::FirstOrder,
        0.8,
        "klantsinds customersince since relatiesinds kundeseit sinds clientdepuis klantvanaf",
    ),
    (
        Field::LastOrder,
        1.0,
        "laatsteorder lastorder laatsteorderdatum lastorderdate datumlaatsteorder laatsteaankoop lastpurchase \
        lastpurchasedate laatstefactuur laatstefactuurdatum lastinvoicedate lastinvoice laatstebestelling datumlaatstefactuur \
        datumlaatstebestelling letztebestellung letzterauftrag dernierecommande laatsteverkoop mostrecentorder lasttransaction \
        laatstetransactie datumlaatsteaankoop laatsteorderd laatstebesteldatum lastsale lastsaledate",
    ),
    (
        Field::LastContact,
        1.0,
        "laatstecontact lastcontact lastcontacted laatstecontactmoment lastcontactdate laatstebezoek lastvisit \
        lastactivity lastactivitydate laatsteactiviteit lastcontacteddate datumlaatstecontact letzterkontakt derniercontact \
        laatstgesproken datumlaatstebezoek laatstecontactdatum",
    ),
    (
        Field::ContractEnd,
        1.0,
        "eindecontract contracteinde contractend contractenddate contracteinddatum einddatumcontract \
        contracttot looptijdtot renewaldate verlengdatum vertragsende contractafloop contractafloopdatum contractverloopt",
    ),
    (Field::ContractEnd, 0.7, "enddate einddatum afloopdatum expirydate expirationdate einde"),
    (
        Field::DaysLate,
        1.0,
        "dagentelaat dayslate gemiddelddagentelaat gemdagentelaat avgdayslate averagedayslate \
        betaalvertraging gemiddeldebetaalvertraging paymentdelay tageverspatung dagenoverschrijding betaaltdagentelaat \
        gemiddeldtelaat overschrijdingbetaaltermijn dagentelaatbetaald",
    ),
    (
        Field::Overdue,
        1.0,
        "openstaand openstaandbedrag openstaandsaldo openstaandeposten outstanding outstandingamount \
        outstandingbalance overdue overdueamount vervallen vervallenbedrag amountdue openbalance openamount offeneposten offenerbetrag \
        achterstallig achterstand debiteurensaldo teontvangen openposten openstaandefacturen balancedue openstaandtotaal",
    ),
    (Field::Overdue, 0.7, "saldo balance solde open offen"),
    (
        Field::OverdueDays,
        1.0,
        "oudstepostdagen oudstepost oudsteopenstaandepost oudstepostindagen overduedays dagenvervallen daysoverdue \
        oldestopenitem oldestopenitemdays oldestinvoicedays dagenopen vervallendagen oudstefactuurdagen dagenopenstaand oudsteopendagen \
        oldestitemdays daysoutstanding",
    ),
    (
        Field::Discount,
        1.0,
        "korting kortingspercentage kortingperc kortingpct discount discountrate discountpercentage discountpct \
        discountpercent rabatt rabat remise klantkorting kortingen rabattprozent",
    ),
    (
        Field::PaymentTerm,
        1.0,
        "betaaltermijn betalingstermijn paymentterm paymentterms betalingsconditie betaalconditie \
        betaaltermijndagen betaaltermijnindagen zahlungsziel kredietdagen creditdays delaidepaiement betalingscondities paymenttermdays termijn krediettermijn paymentcondition",
    ),
    (
        Field::DeliveryTerms,
        1.0,
        "leveringsvoorwaarden deliveryterms leveringsvoorwaardenaanvaardbaar leveringscondities \
        leveringsconditie voorwaardenok deliverytermsacceptable lieferbedingungen",
    ),
    (
        Field::Complaints,
        1.0,
        "klachten complaints aantalklachten numberofcomplaints reclamaties reklamationen beschwerden claims \
        reclamations klachtenaantal",
    ),
    (
        Field::ComplaintTheme,
        1.0,
        "klachtonderwerp onderwerpklacht klachtthema complainttheme soortklacht complainttopic klachtsoort \
        onderwerpvandeklacht klachtomschrijving",
    ),
    (
        Field::Satisfaction,
        1.0,
        "tevredenheid satisfaction nps csat klanttevredenheid npsscore tevredenheidsscore zufriedenheid \
        rapportcijfer klantcijfer satisfactionscore customersatisfaction",
    ),
    (
        Field::Strategic,
        1.0,
        "strategisch strategischbelang strategic strategicimportance strategischewaarde strategie",
    ),
    (
        Field::Growth,
        1.0,
        "groeikans groeikansen growthpotential groeipotentieel groeipotentie groeiscore groeimogelijkheden",
    ),
    (Field::Growth, 0.8, "groei growth wachstum"),
    (Field::Launching, 1.0, "launching launchingcustomer"),
    (Field::BowlingAlley, 1.0, "bowlingalley opentdeuren opentdeurenindebranche opensdoors"),
    (
        Field::PerceivedValue,
        1.0,
        "ervarenmeerwaarde meerwaarde perceivedvalue perceivedaddedvalue toegevoegdewaarde addedvalue",
    ),
    (Field::Network, 1.0, "netwerk network naamennetwerk netwerkscore netzwerk nameandnetwork netwerkwaarde"),
    (Field::Fit, 1.0, "fit pastbijons klantfit fitscore fitwithus past"),
    (
        Field::Referrals,
        1.0,
        "referrals aanbevelingen beveeltonsaan verwijzingen doorverwijzingen referralscore aanbeveling",
    ),
    (
        Field::SegmentPrevious,
        1.0,
        "segmentprevious previoussegment vorigsegment vorigeletter previousletter abcd abc abcklasse abcdklasse \
        klantklasse klantclassificatie abcclassificatie abcclassification vorigeabcd customerclass abckennzeichen",
    ),
    (Field::SegmentPrevious, 0.7, "klasse class classificatie classification klantsegment letter rating"),
    (
        Field::DebitCredit,
        1.0,
        "dc cd debetcredit debitcredit debcred dcindicator debetcreditindicator debitcreditindicator afbij sollhaben \
        debetofcredit debitorcredit debetcreditcode",
    ),
    (
        Field::DebitCredit,
        0.5,
        "factuurtype invoicetype soortfactuur documenttype documentsoort boekingstype transactietype transactiontype type \
        soort",
    ),
    (
        Field::OrderId,
        1.0,
        "ordernummer ordernr orderid orderno ordernumber salesordernumber salesorder salesorderid orderreference orderref \
        ordercode verkooporder verkoopordernummer factuurnummer factuurnr factuurnum invoicenumber invoiceno invoiceid invoicenr \
        bestelnummer bestelnr bestellingnummer bonnummer pakbonnummer documentnummer documentnr boekstuknummer boekstuknr \
        transactionid transactienummer transactieid rechnungsnummer rechnungsnr auftragsnummer auftragsnr numerodefacture \
        numerofacture numerocommande belegnummer belegnr receiptnumber docnr invoicenum docno",
    ),
    (
        Field::OrderId,
        0.7,
        "order factuur invoice bestelling boekstuk document transactie transaction rechnung facture commande beleg bon",
    ),
    (
        Field::OrderDate,
        1.0,
        "orderdatum orderdate factuurdatum invoicedate besteldatum boekdatum boekingsdatum transactiedatum \
        transactiondate documentdate documentdatum salesdate verkoopdatum purchasedate aankoopdatum rechnungsdatum auftragsdatum \
        belegdatum bestelldatum datefacture datedefacture datecommande dateorder postingdate orderdatetime dateinvoiced datecreated \
        datumorder datumfactuur invoicedatetime orderday",
    ),
    (
        Field::OrderDate,
        0.8,
        "datum date createdat closedate leverdatum dag day deliverydate shipdate orderedat",
    ),
    (Field::OrderDate, 0.75, "paidat"),
    (
        Field::Quantity,
        1.0,
        "aantal quantity qty stuks aantalstuks menge quantite hoeveelheid units aantalbesteld quantityordered \
        lineitemquantity orderquantity orderqty besteldaantal geleverdaantal unitssold pieces cds aant aantaleenheden",
    ),
    (Field::Quantity, 0.7, "anzahl geleverd volume"),
    (
        Field::Cost,
        1.0,
        "kostprijs cost costs inkoopwaarde inkoopprijs costprice kostprijsbedrag costofgoods costofgoodssold cogs costamount \
        totalcost totalproductcost kostprijstotaal standardcost wareneinsatz einstand purchasecost kostprijswaarde totalekostprijs \
        kostprijsverkopen kostprijsomzet",
    ),
    (Field::Cost, 0.7, "kosten kost inkoop kostenbedrag"),
    (
        Field::ProductGroup,
        1.0,
        "productgroep productgroup artikelgroep productcategorie productcategory warengruppe productfamilie \
        itemgroup artikelgroepomschrijving productline assortimentsgroep productgroepomschrijving productfamily lineitemcategory",
    ),
    (
        Field::ProductGroup,
        0.6,
        "product artikel hoofdgroep productnaam productname lineitemname artikelomschrijving",
    ),
];

/// Words for the customer; longer ones before their beginnings.
pub(super) const CUSTOMER: &str = "verkooprelaties verkooprelatie debtors debtor debiteuren debiteur debitoren debitor customers customer klanten \
    klant clienten clients client relaties relatie accounts account resellers reseller dealers dealer \
    kunden kunde afnemers afnemer opdrachtgever soldtoparty soldto billto cust kd";

/// Words for firms and members in general: they name a customer too, less surely.
pub(super) const FIRM: &str = "bedrijfs bedrijven bedrijf company companies firma firm organisaties organisatie organization \
    organisation unternehmen unternehmens societe entreprise partner lid leden member abonnee donateur \
    koper buyer leerling deelnemer huurder tenant patient gast business";

/// What an id is called behind or before those.
pub(super) const ID_WORDS: &str = "id ids nr nrs nummer number no num code key ref referentie reference identifier kennung nummern \
    idextern externalid numero accountnumber idnumber n";

/// What a name is called behind or before those.
pub(super) const NAME_WORDS: &str =
    "naam name namen displayname fullname bezeichnung nom titel title omschrijving company bedrijfsnaam";

/// What ids of other things begin with.
pub(super) const OTHER_KEYS: &str = "order factuur invoice product artikel item sku telefoon phone tel fax mobiel btw vat kvk huis iban \
    bank rekening employee medewerker sales verkoper territory region regio land country post zip \
    document line regel bon project contract transaction transactie payment store warehouse magazijn rep \
    category categorie discount currency valuta tax bar kostenplaats grootboek journal dagboek week \
    maand periode boekstuk rsin sbi branche user staff bsn state city plaats shop ship date time day";
