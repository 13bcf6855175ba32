import type { Field } from '../../imports/kind'

type Shown = { fr: string; es: string; pt: string; de: string; hi: string; example: string }

/** How templates and exports head the columns in other languages, and what an example of each looks like. */
const SHOWN: Record<string, Shown> = {
  employee_id: {
    fr: 'matricule',
    es: 'número de empleado',
    pt: 'número do funcionário',
    de: 'Personalnummer',
    hi: 'karmchari sankhya',
    example: '0042',
  },
  name: {
    fr: 'nom complet',
    es: 'nombre completo',
    pt: 'nome completo',
    de: 'vollständiger Name',
    hi: 'poora naam',
    example: 'Amina Costa',
  },
  given_name: {
    fr: 'prénom',
    es: 'nombre de pila',
    pt: 'primeiro nome',
    de: 'Vorname',
    hi: 'pehla naam',
    example: 'Amina',
  },
  family_name: {
    fr: 'nom de famille',
    es: 'apellidos',
    pt: 'sobrenome',
    de: 'Nachname',
    hi: 'upnaam',
    example: 'Costa',
  },
  department: {
    fr: 'service',
    es: 'departamento',
    pt: 'departamento',
    de: 'Abteilung',
    hi: 'vibhag',
    example: 'Sales',
  },
  email: {
    fr: 'courriel',
    es: 'correo electrónico',
    pt: 'endereço de e mail',
    de: 'E-Mail-Adresse',
    hi: 'dak pata',
    example: 'amina.costa@example.org',
  },
  hire_date: {
    fr: 'date d’embauche',
    es: 'fecha de contratación',
    pt: 'data de admissão',
    de: 'Eintrittsdatum',
    hi: 'niyukti tithi',
    example: '2024-02-01',
  },
  termination_date: {
    fr: 'date de sortie',
    es: 'fecha de baja',
    pt: 'data de saída',
    de: 'Austrittsdatum',
    hi: 'seva samapti tithi',
    example: '',
  },
  phone: {
    fr: 'téléphone',
    es: 'teléfono',
    pt: 'telefone',
    de: 'Telefon',
    hi: 'doorbhash',
    example: '+44 20 7946 0991',
  },
  salary: {
    fr: 'salaire de base',
    es: 'salario base',
    pt: 'salário base',
    de: 'Grundgehalt',
    hi: 'mool vetan',
    example: '2400.00',
  },
  days: {
    fr: 'jours travaillés',
    es: 'días trabajados',
    pt: 'dias trabalhados',
    de: 'Arbeitstage',
    hi: 'kaam ke din',
    example: '21',
  },
  absent: {
    fr: 'jours d’absence',
    es: 'días de ausencia',
    pt: 'dias de falta',
    de: 'Abwesenheitstage',
    hi: 'anupasthit din',
    example: '0.5',
  },
  ot: {
    fr: 'heures supplémentaires',
    es: 'horas extra',
    pt: 'horas extras',
    de: 'Überstunden',
    hi: 'atirikt ghante',
    example: '6',
  },
  charges: {
    fr: 'taux heures supplémentaires',
    es: 'valor hora extra',
    pt: 'valor da hora extra',
    de: 'Überstundensatz',
    hi: 'atirikt ghante ki dar',
    example: '18.50',
  },
  late: {
    fr: 'minutes de retard',
    es: 'minutos de retraso',
    pt: 'minutos de atraso',
    de: 'Verspätungsminuten',
    hi: 'deri ke minute',
    example: '15',
  },
  charge: {
    fr: 'retenue par minute',
    es: 'descuento por minuto',
    pt: 'desconto por minuto',
    de: 'Abzug pro Minute',
    hi: 'katauti prati minute',
    example: '0.20',
  },
  sal_ot: {
    fr: 'salaire plus heures supplémentaires',
    es: 'salario más horas extra',
    pt: 'salário mais horas extras',
    de: 'Gehalt plus Überstunden',
    hi: 'vetan aur overtime',
    example: '2511.00',
  },
  nett_payable: {
    fr: 'net à payer',
    es: 'neto a pagar',
    pt: 'líquido a receber',
    de: 'Auszahlungsbetrag',
    hi: 'shuddh vetan',
    example: '2208.00',
  },
  tds: {
    fr: 'prélèvement à la source',
    es: 'retención',
    pt: 'imposto retido',
    de: 'Lohnsteuer',
    hi: 'aaykar',
    example: '250.00',
  },
  advance: {
    fr: 'avance déduite',
    es: 'anticipo descontado',
    pt: 'adiantamento descontado',
    de: 'Vorschuss Abzug',
    hi: 'agrim katauti',
    example: '100.00',
  },
  total_old_adv: {
    fr: 'avances en cours',
    es: 'anticipos pendientes',
    pt: 'adiantamentos em aberto',
    de: 'offene Vorschüsse',
    hi: 'baki agrim',
    example: '300.00',
  },
  incentive: { fr: 'prime', es: 'incentivo', pt: 'prêmio', de: 'Prämie', hi: 'protsahan', example: '50.00' },
}

/** The fields with their headings in other languages and their examples. */
export const inAllLanguages = (fields: Field[]): Field[] =>
  fields.map((field) => {
    const shown = SHOWN[field.name]
    if (!shown) return field
    const { example, ...labels } = shown
    return { ...field, labels, example }
  })
