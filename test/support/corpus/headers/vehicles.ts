import { type Headers, headers } from '../header-list'

// Vehicle registers and fleet lists: Fleetio, FleetMentor, V5C, MOT lists (English); carte grise and SIV fields, vignette lists
// of West African offices (French); DGT, padrón of the IVTM (Spanish); RENAVAM, IUC (Portuguese); Zulassungsbescheinigung,
// Vimcar (German); Vahan (Hindi in Latin script). Tax rates as tables of such a tax print them.

export const VEHICLES: Headers = headers({
  en: `
    plate: License Plate | Registration Number | Plate Number | Reg No | Number Plate | Registration | VRM | License Number | Licence Plate | Vehicle Reg. | Plate No.
    owner_number: Owner Tax ID | Owner ID | Taxpayer Number | Owner TIN | Taxpayer ID | Keeper ID
    owner_name: Owner | Owner Name | Registered Keeper | Registered Owner | Keeper Name | Taxpayer | Name of Owner
    email: Owner Email | Email | Contact Email | Email Address
    phone: Owner Phone | Phone | Contact Phone | Telephone | Mobile
    category: Vehicle Type | Category | Vehicle Class | Body Type | Type | Vehicle Category | Class
    energy: Fuel Type | Fuel | Engine Type | Energy Source | Propulsion | Fuel/Energy
    fiscal_power: Fiscal Power | Tax Horsepower | Fiscal HP | Taxable Horsepower | Fiscal Horsepower
    first_registered_on: First Registration Date | Date of First Registration | First Registered | Registration Date | Reg. Date | Date First Registered
    make: Make | Manufacturer | Brand | Vehicle Make
    model: Model | Model Name | Vehicle Model | Model Description
    -vin: VIN | Chassis Number | Engine Number
    -colour: Colour | Exterior Color | Odometer | Mileage
    -insurance: Insurance Expiry | MOT Due | Inspection Date
    -seats: Seats | Engine Capacity (cc) | CO2 (g/km)`,
  fr: `
    plate: Immatriculation | N° d'immatriculation | Plaque | Numéro d'immatriculation | N° immat. | Plaque d'immatriculation | Immat.
    owner_number: NIF propriétaire | N° contribuable | NIF | Numéro contribuable | N° fiscal propriétaire
    owner_name: Propriétaire | Nom du propriétaire | Titulaire | Titulaire carte grise | Redevable | Nom propriétaire
    email: E-mail | Courriel | E-mail propriétaire | Adresse e-mail
    phone: Téléphone | Tél. propriétaire | Tél. | Contact téléphonique
    category: Catégorie | Genre | Type de véhicule | Catégorie de véhicule | Genre national
    energy: Énergie | Carburant | Type de carburant | Source d'énergie
    fiscal_power: Puissance fiscale | Puissance fiscale (CV) | CV fiscaux | Chevaux fiscaux | Puissance administrative | Nb CV
    first_registered_on: Date 1ère immatriculation | Date de première mise en circulation | Date 1re mise en circulation | 1ère mise en circulation | Date MEC | Date de 1ère immat.
    make: Marque | Constructeur | Marque du véhicule
    model: Modèle | Dénomination commerciale | Modèle du véhicule
    -vin: N° de série | N° châssis | VIN
    -colour: Couleur | Kilométrage | Carrosserie
    -insurance: Échéance assurance | Date contrôle technique | Visite technique
    -seats: Nb places assises | Cylindrée | PTAC`,
  es: `
    plate: Matrícula | Placa | Nº de matrícula | Número de placa | Matrícula vehículo | Patente | Placas
    owner_number: NIF titular | DNI titular | NIF del titular | Nº contribuyente | NIF/CIF titular
    owner_name: Titular | Propietario | Nombre del titular | Nombre del propietario | Contribuyente | Sujeto pasivo
    email: Correo electrónico | Email | Correo del titular
    phone: Teléfono | Teléfono titular | Móvil | Teléfono de contacto
    category: Tipo de vehículo | Clase de vehículo | Categoría | Clase | Tipo vehículo
    energy: Combustible | Tipo de combustible | Carburante | Propulsión | Energía
    fiscal_power: Potencia fiscal | Caballos fiscales | CV fiscales | CVF | Potencia fiscal (CVF)
    first_registered_on: Fecha de primera matriculación | Fecha matriculación | Fecha 1ª matriculación | F. matriculación | Primera matriculación
    make: Marca | Fabricante | Marca vehículo
    model: Modelo | Modelo vehículo | Denominación comercial
    -vin: Bastidor | Nº de bastidor | Número de motor
    -colour: Color | Kilómetros | Tara
    -insurance: Vencimiento seguro | Fecha ITV | Próxima ITV
    -seats: Plazas | Cilindrada | MMA`,
  pt: `
    plate: Placa | Matrícula | Placa do veículo | Nº da placa | Nº matrícula | Placa/UF
    owner_number: CPF/CNPJ proprietário | NIF do proprietário | CPF do proprietário | Nº contribuinte | NIF proprietário
    owner_name: Proprietário | Nome do proprietário | Titular | Contribuinte | Nome proprietário
    email: E-mail | Email | E-mail do proprietário
    phone: Telefone | Celular | Telefone do proprietário | Contacto
    category: Categoria | Tipo de veículo | Espécie/Tipo | Categoria do veículo | Espécie
    energy: Combustível | Tipo de combustível | Energia | Tipo combustível
    fiscal_power: Potência fiscal | Cavalos fiscais | CV fiscais | Potência tributária
    first_registered_on: Data da primeira matrícula | Data 1ª matrícula | Primeiro emplacamento | Data do primeiro registro | Data primeira matrícula
    make: Marca | Fabricante | Montadora
    model: Modelo | Modelo do veículo | Versão/Modelo
    -vin: Chassi | RENAVAM | Nº do motor
    -colour: Cor | Quilometragem | Ano fabricação
    -insurance: Vencimento seguro | Licenciamento | Próxima inspeção
    -seats: Lotação | Cilindrada | Nº de portas`,
  de: `
    plate: Kennzeichen | Amtliches Kennzeichen | KFZ-Kennzeichen | Kontrollschild | Nummernschild | Polizeiliches Kennzeichen
    owner_number: Steuernummer Halter | Halter-Nr. | Halternummer | Steuernr. des Halters | Steuer-ID Halter
    owner_name: Halter | Fahrzeughalter | Eigentümer | Name des Halters | Halter Name | Steuerpflichtiger
    email: E-Mail | E-Mail Halter | E-Mail-Adresse
    phone: Telefon | Telefon Halter | Mobil | Telefonnummer
    category: Fahrzeugart | Fahrzeugklasse | Kategorie | Fahrzeugtyp | Art
    energy: Kraftstoff | Antriebsart | Kraftstoffart | Energieträger | Treibstoff
    fiscal_power: Steuer-PS | Steuer PS | Fiskalische Leistung | Steuerliche PS
    first_registered_on: Erstzulassung | Datum Erstzulassung | EZ | Tag der Erstzulassung | Erstzulassungsdatum | 1. Inverkehrsetzung
    make: Marke | Hersteller | Fabrikat
    model: Modell | Modellbezeichnung | Handelsbezeichnung
    -vin: FIN | Fahrgestellnummer | Motornummer
    -colour: Farbe | Kilometerstand | Aufbau
    -insurance: HU fällig | Versicherungsablauf | Nächste HU
    -seats: Sitzplätze | Hubraum | Leergewicht`,
  hi: `
    plate: Vahan Sankhya | Gaadi Number | Registration No. | Panjikaran Sankhya | Gadi No. | Vahan Number
    owner_number: Malik Kar Sankhya | Malik PAN | Kardata Sankhya
    owner_name: Malik ka Naam | Vahan Malik | Swami ka Naam | Gaadi Malik ka Naam | Owner ka Naam
    email: Email | Malik ka Email | Email ID
    phone: Mobile Number | Malik ka Mobile | Phone | Mobile No.
    category: Vahan Prakar | Gaadi ka Prakar | Vahan Shreni | Vahan ka Prakar
    energy: Indhan | Indhan Prakar | Fuel Type | Indhan ka Prakar
    fiscal_power: Kar Ashwa Shakti | Fiscal HP | Kar HP
    first_registered_on: Pratham Panjikaran Tithi | Panjikaran Tithi | Pehli Registration Tithi | Pratham Panjiyan Dinank
    make: Nirmata | Company | Make | Brand
    model: Model | Gaadi ka Model | Model Naam
    -vin: Chassis No. | Engine No.
    -colour: Rang | Kilometer
    -insurance: Bima Samapti Tithi | Fitness Tithi
    -seats: Seat Sankhya | CC`,
})

export const RATES: Headers = headers({
  en: `
    year: Year | Tax Year | Fiscal Year | Year of Tax | Rate Year
    category: Category | Vehicle Type | Vehicle Class | Class | Vehicle Category
    energy: Fuel Type | Fuel | Energy Source | Propulsion
    power_from: Power From | Min Power | HP From | From HP | Fiscal Power From | Minimum HP
    power_to: Power To | Max Power | HP To | To HP | Fiscal Power To | Maximum HP
    age_from: Age From | Min Age | From Age (years) | Minimum Age | Vehicle Age From
    age_to: Age To | Max Age | To Age (years) | Maximum Age | Vehicle Age To
    amount: Amount | Tax Amount | Annual Tax | Duty | Rate | Annual Rate | Tax Due | Fee
    -law: Legal Basis | Remarks | Code`,
  fr: `
    year: Année | Exercice | Année fiscale | Année d'imposition
    category: Catégorie | Type de véhicule | Genre | Catégorie de véhicule
    energy: Énergie | Carburant | Type de carburant | Source d'énergie
    power_from: Puissance min | CV de | Puissance de | Puissance minimale | CV min
    power_to: Puissance max | CV à | Puissance à | Puissance maximale | CV max
    age_from: Âge min | Âge de | Âge minimum | Âge minimal
    age_to: Âge max | Âge à | Âge maximum | Âge maximal
    amount: Montant | Tarif | Taxe annuelle | Montant de la taxe | Montant annuel | Tarif annuel
    -law: Base légale | Observations | Code tarif`,
  es: `
    year: Año | Ejercicio | Año fiscal | Ejercicio fiscal
    category: Categoría | Clase de vehículo | Tipo de vehículo | Clase
    energy: Combustible | Carburante | Tipo de combustible | Energía
    power_from: Potencia desde | Potencia mínima | CVF desde | CV desde | De (CVF)
    power_to: Potencia hasta | Potencia máxima | CVF hasta | CV hasta | Hasta (CVF)
    age_from: Antigüedad desde | Edad mínima | Edad desde | Antigüedad mínima
    age_to: Antigüedad hasta | Edad máxima | Edad hasta | Antigüedad máxima
    amount: Cuota | Importe | Tarifa | Cuota anual | Cuota tributaria | Importe anual
    -law: Base legal | Observaciones | Ordenanza`,
  pt: `
    year: Ano | Exercício | Ano fiscal | Ano do imposto
    category: Categoria | Tipo de veículo | Espécie | Categoria do veículo
    energy: Combustível | Tipo de combustível | Energia
    power_from: Potência de | Potência mínima | Potência desde | CV mínimo
    power_to: Potência até | Potência máxima | CV até | CV máximo
    age_from: Idade de | Idade mínima | Idade desde
    age_to: Idade até | Idade máxima | Até idade
    amount: Valor | Taxa | Imposto anual | Valor do imposto | Valor anual | Taxa anual
    -law: Base legal | Observações | Código`,
  de: `
    year: Jahr | Steuerjahr | Kalenderjahr | Veranlagungsjahr
    category: Kategorie | Fahrzeugart | Fahrzeugklasse | Art
    energy: Kraftstoff | Antriebsart | Kraftstoffart | Treibstoff
    power_from: Leistung von | PS von | Mindestleistung | Steuer-PS von | Leistung ab
    power_to: Leistung bis | PS bis | Höchstleistung | Steuer-PS bis
    age_from: Alter von | Mindestalter | Alter ab | Alter von (Jahre)
    age_to: Alter bis | Höchstalter | Alter bis (Jahre)
    amount: Betrag | Jahressteuer | Steuersatz | Steuerbetrag | Steuer | Jahresbetrag
    -law: Rechtsgrundlage | Bemerkung | Tarifcode`,
  hi: `
    year: Varsh | Kar Varsh | Vittiya Varsh | Year
    category: Vahan Prakar | Shreni | Vahan Shreni
    energy: Indhan | Indhan Prakar | Fuel
    power_from: Nyuntam Shakti | HP Se | Shakti Se
    power_to: Adhiktam Shakti | HP Tak | Shakti Tak
    age_from: Nyuntam Aayu | Aayu Se | Umra Se
    age_to: Adhiktam Aayu | Aayu Tak | Umra Tak
    amount: Rashi | Kar Rashi | Varshik Kar | Shulk
    -law: Tippani | Niyam`,
})
