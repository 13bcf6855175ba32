/**
 * German words of headers by what they mean, as headers are compared: small letters, ü as u, ß as ss. Compounds stand here
 * as their parts.
 */
export const DE = `
date: datum dat termin zeitpunkt
day: tag tage tagen
year: jahr jahre
month: monat monats monatlich monatliche monatlicher mtl
hour: stunde stunden std stdn
minute: minute minuten
time: zeit uhrzeit
ref: referenz ref beleg
number: nummer nr num id kennung kennziffer schlussel code referenz ref ident identnummer kurzel zeichen kz nrn kennzahl
count: anzahl menge zahl
amount: betrag summe hohe
value: wert
percent: prozent
rate: satz tarif
price: preis gebuhr
currency: wahrung wkz whg whrg
total: gesamt summe total
balance: saldo kontostand guthaben
name: name namen bezeichnung
given: vorname vornamen rufname vor
surname: nachname familienname zuname nach
full: vollstandig vollstandiger vollstandige ganzer voller voll volle
birth: geburt geboren geb geburtstag
person: person
user: benutzer nutzer anwender
resource: ressource bearbeiter zustandiger
employee: mitarbeiter mitarbeiterin mitarbeitende mitarbeitender arbeitnehmer angestellter angestellte personal beschaftigter ma an pers beschaftigte beschaftigten
consultant: berater
works: stamm ausweis
student: schuler schulerin lernende kind kindes zogling prufling kandidat kandidaten
admission: aufnahme
enrol: anmeldung einschulung eingeschult immatrikulation anmelde einschreibe einschreibung einschreibungs
register: register registrier registrierung registrierungs
matricule: matrikel
parent: eltern elternteil elternteils erziehungsberechtigter erziehungsberechtigte erziehungsberechtigten sorgeberechtigter sorgeberechtigte vormund
mother: mutter
father: vater
contact: kontakt ansprechpartner kontaktperson
emergency: notfall
teacher: lehrer lehrerin lehrkraft lehrperson padagoge dozent erzieher
leadership: leitung leiter leiterin vorstand ordinarius tutor
main: haupt
class: klasse klassen kl klass
level: stufe jahrgang jahrgangs klassenstufe schuljahrgang jgst jg jahrgangsstufe
stream: zug parallel parallelklasse abteilung gruppe buchstabe teil
group: gruppe
room: raum zimmer saal gebaude
school: schul schule schulisch akademisch akademisches unterrichts ausbildungs lehr
schoolyear: sj schulj schj
study: studien
email: email mail mailadresse
electronic: elektronische elektronisch elektronischer
address: adresse anschrift
street: strasse
postal: post postanschrift
residence: wohn wohnsitz wohnhaft hauptsitz sitz firmensitz
phone: telefon tel fon telefonnummer fernsprech rufnummer durchwahl
mobile: mobil mobiltelefon handy mobilfunk
fixed: festnetz fix fest fixum
home: privat zuhause stamm
work: dienstlich dienstliche dienst geschaftlich geschaftliche betrieblich buro firmen dienstl arbeit
private: privat private personlich personliche
gender: geschlecht geschl
male: mannlich junge knabe bub
female: weiblich w madchen
idcard: ausweis personalausweis reisepass ahv svnr sozialversicherungs sv
passport: reisepass pass
hire: einstellung eingestellt dienstantritt dienstbeginn beschaftigt anstellung anstellungs einstellungs einstell anstell
join: eintritt beitritt zugang eingetreten einstieg einstiegs
start: beginn start anfang begonnen antritt antritts arbeitsaufnahme
end: ende schluss endet
leave: austritt abgang ausgeschieden abgegangen entlassung entlassen kundigung abmeldung austritts verlassen beendigung ausscheiden ausscheide ausgetreten pensionierung ausscheidung ausscheidungs aufhebung renten ruhestand trennung trennungs abmelde
entry: eintritt zugang
since: seit
from: von ab
to: bis
contract: vertrag vertrags befristet
employment: beschaftigung beschaftigungs zugehorigkeit betriebszugehorigkeit betriebs arbeitsverhaltnis dienstverhaltnis beschaftigungsverhaltnis tatig
department: abteilung abt bereich fachbereich team referat organisations oe sachgebiet ressort dezernat sparte amt
position: position stelle funktion beruf tatigkeit aufgabenbereich rolle
manager: vorgesetzter leiter
status: status stand zustand
place: ort wohnort stadt gemeinde standort
country: land
bank: bank
account: konto
salary: gehalt lohn vergutung bezuge entgelt verdienst bezug fixum
basic: grund fest fix basis
gross: brutto
net: netto
payable: auszahlung auszahlungs zahlbetrag zahl auszahl uberweisungs uberweisung auszuzahlender auszuzahlende auszuzahlen bezahlt bezahlte
working: arbeits gearbeitet gearbeitete geleistete ist einsatz
present: anwesenheit anwesenheits anwesend teilnahme prasenz teilgenommen
absent: abwesenheit abwesenheits abwesend fehl fehlzeit ausfall unentschuldigt unentschuldigte fehltage
unpaid: unbezahlt unbezahlte
overtime: uberstunden mehrarbeit mehrarbeits mehrstunden uberzeit uberstd
deduction: abzug abzuge einbehalt
advance: vorschuss abschlag akonto abschlagszahlung abschlags
bonus: pramie bonus provision zulage sonderzahlung tantieme gratifikation pramien einmalzahlung zuschlag zuwendung
tax: steuer kfzsteuer abgabe steuern lst lohnst steuerlich steuerliche steuerlicher
income: einkommen
term: halbjahr semester trimester quartal tertial abschnitt schulhalbjahr periode
period: zeitraum periode
subject: fach lehrfach unterrichtsfach lernfeld branche lernbereich gegenstand
course: kurs
assessment: leistungsnachweis prufung klausur arbeit klassenarbeit test leistungserhebung prufungs bewertung leistung schularbeit lernkontrolle probe schulaufgabe stegreifaufgabe kurzarbeit kontrolle erhebung nachweis lernzielkontrolle hausarbeit
score: punkte punktzahl note noten ergebnis bewertung wertung punkt punktestand zensur be bewertungseinheiten notenpunkte
obtained: erreicht erreichte erreichten erzielt erzielte roh
max: max maximal maximale hochst maximum hochstens ober obere
min: min mindest minimal minimum mindestens unter untergrenze untere
possible: moglich mogliche erreichbar erreichbare soll
weight: gewicht gewichtung wertung anteil faktor wertigkeit
comment: bemerkung bemerkungen kommentar anmerkung anmerkungen hinweis ruckmeldung notiz
letter: buchstabe tendenz
average: durchschnitt schnitt
seat: platz platze sitzplatze sitz
places: platze platz
capacity: kapazitat fassungsvermogen klassenteiler sollstarke
size: grosse zahl
limit: grenze obergrenze limit
strength: starke belegung
relation: verwandtschaft verhaltnis beziehung verwandtschaftsgrad verwandtschaftsverhaltnis
type: art typ
project: projekt auftrag vorgang mandat
task: aufgabe tatigkeit leistungsart
client: kunde kunden debitor debitoren mandant auftraggeber
company: firma unternehmen gesellschaft betrieb geschafts geschaft konzern
description: beschreibung text notiz notizen leistung leistungs bemerkung kommentar beschreibungs
done: erledigte
billable: abrechenbar fakturierbar verrechenbar kostenpflichtig weiterberechenbar
invoiced: abgerechnet fakturiert verrechnet rechnung
bill: rechnung rechnungs abrechnung verrechnung verrechnungs
duration: dauer aufwand
payment: zahlung zahlungs
terms: ziel bedingung bedingungen frist konditionen
deadline: frist falligkeit fallig
credit: haben gutschrift
debit: soll belastung lastschrift
vat: ust umsatzsteuer mwst uid ustid vat
vehicle: fahrzeug kfz auto wagen pkw
plate: kennzeichen nummernschild kontrollschild schild autokennzeichen
official: amtliches polizeiliches offiziell offizielle
owner: halter eigentumer besitzer
payer: steuerpflichtiger
holder: inhaber
category: kategorie klasse art gruppe
energy: energie kraftstoff antrieb antriebs treibstoff
carrier: trager
power: leistung ps motorleistung pferdestarke pferdestarken steuerps kw
age: alter
make: marke hersteller fabrikat
model: modell typ variante version handelsbezeichnung
annual: jahrlich jahrliche jahres
registered: zulassung erstzulassung ez inverkehrsetzung zugelassen
first: erst erste erster erstmalig erstmals 1 ersten
booking: buchung buchungs buchungstag
transaction: umsatz transaktion transaktions umsatze buchungs vorgang vorgangs
valuta: valuta wertstellung
out: ausgang ausgaben auszahlung ausgehend abgang
in: eingang einnahmen einzahlung eingehend zugang
running: nach verfugbar aktueller
document: beleg dokument
counterparty: empfanger beguenstigter begunstigter zahlungspflichtiger zahlungsbeteiligter auftraggeber zahlungsempfanger gegenpartei absender zahler
contra: gegen gegenkonto partner
purpose: zweck verwendung verwendungs betreff grund
own: eigen eigenes auftrags
sense: vorzeichen
entryword: eintrag eintrags zeiteintrag datensatz position
come: kommen gekommen
go: gehen gegangen
cost: kosten
decimal: dezimal
service: leistung leistungs dienst
source: quell quellen quelle
last: letzter letzte letztes
unit: einheit
internal: intern interne
incharge: verantwortlich verantwortliche
transfer: uberweisung
fiscal: fiskal fiskalische steuer steuerliche steuerlich
rateyear: kalender veranlagungs gultig gultigkeits
new: neuer neu neue
teaching: unterricht unterrichts
regular: standard
yesno: ja nein
not: nicht ohne
leaveoff: urlaub
current: aktuell aktuelle aktuelles laufendes laufende
ident: id kennung ident kenn
external: extern externe
called: anzeige
family: familien familie
heading: titel
withhold: einbehaltene einbehalten abgefuhrt abgefuhrte
performance: erfolgs erfolg leistungs
sales: umsatz verkaufs verkauf vertriebs
grading: beurteilungs beurteilung noten
recovery: ruckzahlung
unexcused: unentschuldigt unentschuldigte
file: akte akten kartei
extra: sonder zusatz
variable: variabel variable variabler
other: d divers
identity: identitat identitats legitimations
national: national nationale
citizen: burger
card: karte
postcode: plz postleitzahl
`
