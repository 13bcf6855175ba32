import { type Headers, headers } from '../header-list'

// Detailed time reports: Toggl, Clockify, Harvest, Everhour, TimeCamp, QuickBooks Time (English); Kimai, Lucca Temps, Nutcache
// (French); Holded, Factorial, Sesame (Spanish); TOTVS, Tangerino, Runrun.it (Portuguese); clockodo, mite, DATEV Eigenorganisation,
// Timesheet (German); sheets of Indian offices. Written down from those before the importer's own names were looked at.

export const TIME: Headers = headers({
  en: `
    entry_number: Entry ID | Time Entry ID | ID | Entry No. | Timesheet ID | Record ID | Entry Number
    date: Date | Start Date | Work Date | Entry Date | Day | Date Worked | Timesheet Date
    start: Start Time | Start | Time In | From | Clock In | Started At | Begin
    end: End Time | End | Time Out | To | Clock Out | Stop Time | Finish
    duration: Duration | Hours | Duration (h) | Time (h) | Duration (hours) | Hours Worked | Quantity (Hours) | Time Spent | Duration (decimal)
    person: User | Employee | Team Member | Person | Name | Staff | Consultant | Worker | Employee Name | Resource
    client: Client | Customer | Client Name | Customer Name | Account | Company
    project: Project | Project Name | Job | Matter | Engagement | Job Name
    description: Description | Notes | Note | Comment | Memo | Work Description | Details | Narrative
    billable: Billable | Billable? | Is Billable | Chargeable | Billing Status | Billable (Yes/No)
    rate: Hourly Rate | Rate | Billable Rate | Billing Rate | Billable Rate (USD) | Rate per Hour
    -task: Task | Tags | Activity | Service Item
    -email: Email | User Email | Work Email
    -sum: Amount | Billable Amount | Cost Amount | Total Amount
    -invoiced: Invoiced | Invoice No | Approved`,
  fr: `
    entry_number: N° saisie | ID | Identifiant saisie | N° de ligne | Référence saisie
    date: Date | Jour | Date de saisie | Date de l'activité | Date début
    start: Début | Heure de début | Heure début | De | Arrivée
    end: Fin | Heure de fin | Heure fin | À | Départ
    duration: Durée | Temps passé | Heures | Nb heures | Durée (h) | Nombre d'heures | Temps
    person: Collaborateur | Utilisateur | Salarié | Intervenant | Employé | Consultant | Nom du collaborateur
    client: Client | Nom du client | Société | Compte client | Nom client
    project: Projet | Affaire | Dossier | Mission | Nom du projet | Chantier
    description: Description | Commentaire | Libellé | Détail | Remarques | Note | Descriptif
    billable: Facturable | Facturable ? | À facturer | Refacturable
    rate: Taux horaire | Tarif horaire | Prix horaire | Taux horaire HT | Coût horaire
    -task: Tâche | Activité | Étiquettes | Prestation
    -email: E-mail | Courriel
    -sum: Montant | Montant HT | Total HT
    -invoiced: Facturé | N° facture | Exporté`,
  es: `
    entry_number: Nº de registro | ID | Id. registro | Código de entrada | Número de parte
    date: Fecha | Día | Fecha de trabajo | Fecha de inicio | Fecha registro
    start: Hora de inicio | Inicio | Hora inicio | Entrada | Desde
    end: Hora de fin | Fin | Hora fin | Salida | Hasta
    duration: Duración | Horas | Tiempo | Horas trabajadas | Horas dedicadas | Duración (h) | Total horas
    person: Empleado | Usuario | Trabajador | Persona | Colaborador | Técnico | Nombre del empleado
    client: Cliente | Nombre del cliente | Empresa | Nombre cliente
    project: Proyecto | Nombre del proyecto | Obra | Expediente | Encargo
    description: Descripción | Comentario | Notas | Observaciones | Detalle | Concepto
    billable: Facturable | Es facturable | ¿Facturable? | A facturar
    rate: Tarifa por hora | Precio hora | Tarifa | Tarifa/hora | Precio por hora
    -task: Tarea | Actividad | Etiquetas
    -email: Correo electrónico | Email
    -sum: Importe | Total | Importe total
    -invoiced: Facturado | Nº factura | Aprobado`,
  pt: `
    entry_number: Nº do lançamento | ID | Código do apontamento | Nº registo | ID do registro
    date: Data | Dia | Data do apontamento | Data do trabalho | Data início
    start: Início | Hora de início | Hora inicial | Entrada | Hora início
    end: Fim | Hora de fim | Hora final | Saída | Término
    duration: Duração | Horas | Horas trabalhadas | Tempo gasto | Qtd. horas | Duração (h) | Tempo
    person: Colaborador | Usuário | Funcionário | Utilizador | Profissional | Nome do colaborador | Recurso
    client: Cliente | Nome do cliente | Empresa | Razão social do cliente
    project: Projeto | Projecto | Nome do projeto | Obra | Contrato
    description: Descrição | Observação | Comentário | Notas | Atividade realizada | Detalhes
    billable: Faturável | Cobrável | É faturável | A faturar
    rate: Valor hora | Valor por hora | Taxa horária | Preço/hora | Tarifa horária
    -task: Tarefa | Atividade | Etiquetas
    -email: E-mail | Email
    -sum: Valor total | Valor | Montante
    -invoiced: Faturado | Nº fatura | Aprovado`,
  de: `
    entry_number: Eintrags-ID | ID | Buchungsnummer | Eintragsnummer | Lfd. ID | Zeiteintrag-Nr.
    date: Datum | Tag | Arbeitsdatum | Leistungsdatum | Buchungsdatum
    start: Beginn | Von | Startzeit | Start | Anfang | Kommen
    end: Ende | Bis | Endzeit | Gehen | Uhrzeit Ende
    duration: Dauer | Stunden | Zeit (h) | Dauer (h) | Arbeitszeit | Stunden (dezimal) | Anzahl Stunden | Aufwand
    person: Mitarbeiter | Benutzer | Mitarbeiterin | Bearbeiter | Mitarbeitername | Person | Nutzer
    client: Kunde | Kundenname | Mandant | Auftraggeber | Firma
    project: Projekt | Projektname | Auftrag | Vorgang | Akte
    description: Beschreibung | Bemerkung | Notiz | Kommentar | Leistungsbeschreibung | Tätigkeitsbeschreibung | Text
    billable: Abrechenbar | Verrechenbar | Fakturierbar | Abrechenbar? | Kostenpflichtig
    rate: Stundensatz | Stundensatz (EUR) | Verrechnungssatz | Satz | Preis pro Stunde
    -task: Tätigkeit | Leistungsart | Aufgabe
    -email: E-Mail | E-Mail-Adresse
    -sum: Betrag | Umsatz | Gesamtbetrag
    -invoiced: Abgerechnet | Rechnungsnummer | Exportiert`,
  hi: `
    entry_number: Entry ID | Pravishti Kramank | Pravishti Sankhya | Entry No.
    date: Dinank | Tithi | Karya Tithi | Date
    start: Prarambh Samay | Shuru | Aarambh Samay | In Time
    end: Samapti Samay | Ant Samay | Out Time | Samapt
    duration: Ghante | Avadhi | Kul Ghante | Karya Ghante
    person: Karmchari | Karmchari ka Naam | Vyakti | Upyogkarta
    client: Grahak | Grahak ka Naam | Client ka Naam | Party
    project: Pariyojana | Project ka Naam | Pariyojana ka Naam | Project
    description: Vivaran | Karya Vivaran | Tippani
    billable: Bill Yogya | Billable | Bill Karne Yogya
    rate: Prati Ghanta Dar | Dar | Ghante ki Dar | Rate
    -task: Karya | Kaam
    -email: Email | Email ID
    -sum: Rashi | Kul Rashi
    -invoiced: Bill No. | Bill Kiya Gaya`,
})

/** Client lists: Xero, QuickBooks, FreshBooks, Harvest, WorkflowMax, Sage (English) and their counterparts. */
export const CLIENTS: Headers = headers({
  en: `
    client_number: Client Number | Customer ID | Account Number | Customer No | Client ID | Client Code | Customer Code | Account Code
    name: Client Name | Client | Customer | Company Name | Contact Name | Customer Name | Business Name | Organization | Company | Account Name
    email: Email | Email Address | Contact Email | Billing Email | E-mail | Main Email | Invoice Email
    phone: Phone | Phone Number | Main Phone | Telephone | Business Phone | Mobile | Office Phone
    address: Address | Billing Address | Street Address | Mailing Address | Postal Address | Bill To
    tax_number: Tax ID | VAT Number | Tax Number | VAT ID | VAT Reg No | TIN | EIN | Tax Registration Number | GSTIN
    currency: Currency | Default Currency | Currency Code | Billing Currency
    rate: Hourly Rate | Rate | Billing Rate | Default Rate | Default Hourly Rate
    payment_days: Payment Terms | Terms | Payment Terms (days) | Credit Days | Due Days | Net Days | Days to Pay
    -contact: First Name | Last Name | Contact Person | Primary Person
    -web: Website | Fax | Notes
    -place: City | Country | ZIP | State
    -balance: Balance | Open Balance | Credit Limit`,
  fr: `
    client_number: N° client | Code client | Numéro client | Compte client | Réf. client | Code tiers
    name: Client | Raison sociale | Nom du client | Société | Dénomination | Nom client | Entreprise
    email: E-mail | Courriel | Adresse e-mail | Email facturation | Mail | E-mail de contact
    phone: Téléphone | Tél. | N° de téléphone | Téléphone fixe | Tél. principal
    address: Adresse | Adresse de facturation | Adresse postale | Adresse complète | Siège social
    tax_number: N° TVA | N° TVA intracommunautaire | TVA intracom | Numéro de TVA | N° TVA intra.
    currency: Devise | Monnaie | Code devise | Devise de facturation
    rate: Taux horaire | Tarif horaire | Taux horaire HT | Prix horaire
    payment_days: Délai de paiement | Délai de règlement | Délai de paiement (jours) | Échéance (jours) | Conditions de paiement
    -contact: Interlocuteur | Nom du contact | Contact principal
    -web: Site web | Fax | Code NAF
    -place: Ville | Pays | Code postal
    -balance: Encours | Solde | Plafond`,
  es: `
    client_number: Código de cliente | Nº cliente | Cód. cliente | Número de cliente | Cuenta cliente | Id. cliente
    name: Cliente | Razón social | Nombre del cliente | Nombre fiscal | Empresa | Nombre comercial | Nombre o razón social
    email: Correo electrónico | Email | E-mail | Correo de facturación | Email de contacto
    phone: Teléfono | Teléfono fijo | Teléfono 1 | Tlf. | Teléfono de contacto
    address: Dirección | Domicilio fiscal | Dirección de facturación | Dirección fiscal | Domicilio
    tax_number: NIF | CIF | NIF/CIF | RFC | Nº IVA | CIF/NIF | Identificación fiscal
    currency: Moneda | Divisa | Código de moneda | Divisa de facturación
    rate: Tarifa por hora | Precio hora | Tarifa/hora | Precio por hora
    payment_days: Plazo de pago | Días de pago | Plazo de pago (días) | Vencimiento (días) | Días de crédito | Condiciones de pago
    -contact: Persona de contacto | Contacto | Comercial
    -web: Página web | Fax | Notas
    -place: Población | País | Código postal
    -balance: Saldo | Límite de crédito | Riesgo`,
  pt: `
    client_number: Código do cliente | Nº cliente | Cód. cliente | Número de cliente | ID do cliente
    name: Cliente | Razão social | Nome do cliente | Nome fantasia | Empresa | Denominação social | Nome/Razão social
    email: E-mail | Email | E-mail de cobrança | Correio eletrónico | E-mail de faturação
    phone: Telefone | Telefone comercial | Telefone fixo | Fone | Nº de telefone
    address: Endereço | Morada | Endereço de cobrança | Morada de faturação | Endereço completo
    tax_number: CNPJ | CPF/CNPJ | NIF | Contribuinte | NIPC | Nº contribuinte | CNPJ/CPF
    currency: Moeda | Divisa | Código da moeda | Moeda de faturação
    rate: Valor hora | Valor por hora | Taxa horária | Preço/hora
    payment_days: Prazo de pagamento | Dias para pagamento | Prazo (dias) | Vencimento (dias) | Condições de pagamento
    -contact: Pessoa de contato | Contato | Vendedor
    -web: Site | Fax | Observações
    -place: Cidade | País | CEP
    -balance: Saldo | Limite de crédito | Em aberto`,
  de: `
    client_number: Kundennummer | Kunden-Nr. | Kd.-Nr. | Debitorennummer | Debitor | KdNr | Mandantennummer
    name: Firma | Kunde | Kundenname | Firmenname | Name/Firma | Unternehmen | Mandant
    email: E-Mail | E-Mail-Adresse | Rechnungs-E-Mail | E-Mail (Rechnung) | Mail
    phone: Telefon | Telefonnummer | Tel. | Telefon (geschäftlich) | Telefon 1
    address: Adresse | Anschrift | Rechnungsadresse | Rechnungsanschrift | Postanschrift
    tax_number: USt-IdNr. | USt-ID | UID | Umsatzsteuer-ID | UID-Nummer | Steuernummer | MwSt-Nr.
    currency: Währung | Währungskennzeichen | Rechnungswährung | Währungscode
    rate: Stundensatz | Verrechnungssatz | Stundensatz (EUR) | Preis pro Stunde
    payment_days: Zahlungsziel | Zahlungsziel (Tage) | Zahlungsfrist | Zahlungsziel in Tagen | Fälligkeit (Tage) | Zahlungsfrist in Tagen
    -contact: Ansprechpartner | Vorname | Kontaktperson
    -web: Webseite | Fax | Bemerkung
    -place: Ort | Land | PLZ
    -balance: Saldo | Kreditlimit | Offene Posten`,
  hi: `
    client_number: Grahak Sankhya | Grahak Kramank | Party Code | Customer Code | Grahak Code
    name: Grahak | Grahak ka Naam | Party ka Naam | Firm ka Naam | Party Name | Company ka Naam
    email: Email | Email ID | E-mail
    phone: Phone Number | Mobile No. | Doorbhash | Phone
    address: Pata | Karyalay ka Pata | Bill ka Pata | Firm ka Pata
    tax_number: GSTIN | GST No. | GST Sankhya | Kar Sankhya
    currency: Mudra | Currency | Mudra Code
    rate: Prati Ghanta Dar | Ghante ki Dar | Dar Prati Ghanta
    payment_days: Bhugtan Avadhi | Udhaar Din | Credit Days | Bhugtan ke Din
    -contact: Sampark Vyakti | Sampark
    -web: Website | Tippani
    -place: Shahar | Rajya | Pin Code
    -balance: Bakaya | Shesh Rashi`,
})
