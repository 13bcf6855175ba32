import { type Headers, headers } from '../header-list'

// Income tax and contribution tables as they are published and kept in spreadsheets.

export const RATE_TABLES: Headers = headers({
  en: `
    code: Table | Table Code | Rate Table | Tax Table | Code | Schedule
    name: Name | Description | Table Name | Title
    kind: Kind | Table Type | Type | Kind of Table
    from: Effective From | Applies From | Effective Since | Valid From | Effective Date | From | In Force From | Start Date
    up_to: Up To | Upper Limit | Income Up To | Band Limit | Upper Bound | Threshold
    rate: Rate | Rate % | Rate in % | Rate Percent | Rate of Tax | Tax Rate | Percentage | Marginal Rate
    source: Source | Reference | Legal Basis | Published In
    -page: Page | Remarks`,
  fr: `
    code: Table | Code | Barème | Code du barème
    name: Nom | Libellé | Désignation
    kind: Type | Nature | Genre
    from: À partir du | Date d'effet | Valable à partir du | Entrée en vigueur
    up_to: Jusqu'à | Plafond | Limite supérieure | Borne supérieure
    rate: Taux | Taux % | Taux d'imposition | Pourcentage
    source: Source | Référence | Base légale
    -page: Page | Observations`,
  es: `
    code: Tabla | Código | Código de tabla
    name: Nombre | Descripción | Denominación
    kind: Tipo de tabla | Clase | Tipo
    from: Vigente desde | Fecha de vigencia | Desde | Válido desde
    up_to: Hasta | Límite superior | Tope
    rate: Tasa | Porcentaje | Tipo impositivo | Tasa %
    source: Fuente | Referencia | Base legal
    -page: Página | Observaciones`,
  pt: `
    code: Tabela | Código | Código da tabela
    name: Nome | Descrição | Designação
    kind: Tipo | Espécie | Tipo de tabela
    from: Em vigor desde | Data de vigência | Válido a partir de | Início de vigência
    up_to: Até | Limite superior | Limite
    rate: Alíquota | Taxa | Percentagem | Taxa %
    source: Fonte | Referência | Base legal
    -page: Página | Observações`,
  de: `
    code: Tabelle | Code | Kennung | Tabellencode
    name: Bezeichnung | Name | Beschreibung
    kind: Art | Typ | Tabellenart
    from: Gültig ab | Gültig von | In Kraft ab | Gültigkeitsbeginn
    up_to: Bis | Obergrenze | Bis Betrag
    rate: Satz | Prozentsatz | Steuersatz | Satz %
    source: Quelle | Fundstelle | Rechtsgrundlage
    -page: Seite | Bemerkung`,
  hi: `
    code: Talika | Code | Talika Code
    name: Naam | Vivaran
    kind: Prakar | Talika Prakar
    from: Lagu Tithi | Kab Se | Prabhavi Tithi
    up_to: Tak | Seema | Upari Seema
    rate: Dar | Kar Dar | Pratishat
    source: Srot | Sandarbh
    -page: Prishth | Tippani`,
})
