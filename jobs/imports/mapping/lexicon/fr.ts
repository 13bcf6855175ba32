/** French words of headers by what they mean, as headers are compared: small letters, no accents. */
export const FR = `
date: date
day: jour journee jours j
year: annee an annees ans
month: mois mensuel mensuelle
hour: heure horaire heures hres hre
minute: minute minutes
time: temps heure horaire
number: numero n no num nr id identifiant code ref reference cle identification
ref: reference ref piece
count: nombre nb nbre nbr quantite qte effectif
amount: montant somme mt
value: valeur
percent: pourcentage
rate: taux tarif
price: prix
currency: devise monnaie
total: total totale totaux general generale
balance: solde
name: nom noms intitule libelle denomination designation appellation
given: prenom prenoms
surname: patronyme
first: premier premiere 1re 1ere 1er 1
last: dernier derniere
full: complet complete entier
family: famille familial patronymique
use: usage usuel usuelle courant marital
birth: naissance ne nee naiss natal
person: personne individu
user: utilisateur
resource: intervenant ressource realisateur
employee: employe employee salarie salariee collaborateur collaboratrice agent personnel
consultant: consultant
payroll: paie paye rh
student: eleve etudiant etudiante apprenant enfant ecolier lyceen collegien candidat candidate
admission: admission
enrol: inscription inscrit inscrite scolarisation
register: immatriculation immat enregistrement
matricule: matricule ine rne mle matr matric
file: dossier
parent: parent parents tuteur tutrice responsable representant responsables
mother: mere
father: pere
contact: contact
emergency: urgence
teacher: professeur prof enseignant enseignante maitre maitresse instituteur institutrice tuteur formateur correcteur
incharge: titulaire referent charge responsable
main: principal principale
class: classe classes
level: niveau cycle degre
stream: filiere section serie division groupe option specialite
group: groupe
room: salle local batiment
school: scolaire ecole academique etude etudes universitaire etudiee etudiees suivie
email: email courriel mel messagerie
mail: mail
electronic: electronique
address: adresse adr
street: rue voie
postal: postale postal
residence: domicile residence habitation siege
phone: telephone tel telephonique
mobile: portable mobile gsm
fixed: fixe forfait forfaitaire
home: domicile maison
work: professionnel professionnelle pro bureau travail corporatif corporative
private: personnel personnelle perso prive privee
gender: sexe genre
male: masculin garcon homme
female: feminin fille femme
idcard: cni nni nin
identity: identite
national: national nationale
card: carte
document: piece
passport: passeport
hire: embauche recrutement recrute nomination nomme engagement engage embauchage
join: arrivee arrive
start: debut demarrage commencement
end: fin terme
leave: sortie sorti depart parti radiation quitte demission radie cessation rupture licenciement resiliation retraite
entry: entree entre integration integre
since: depuis
from: de depuis des partir
to: a jusqu jusque jusqua au
function: fonction fonctions poste
taking: prise
contract: contrat contractuel
service: service
teaching: enseignement enseignee enseigne
department: departement service unite direction pole equipe section secteur
position: poste emploi metier profession qualification qualifie
manager: superieur hierarchique manager chef
status: statut etat situation
place: ville commune lieu localite quartier
country: pays
bank: banque bancaire
account: compte cpte
salary: salaire remuneration traitement appointements
basic: base
gross: brut brute
net: net
payable: payer paye verser verse percu percevoir remunere remuneree remuneres remunerees
working: travailles travaille ouvres prestes ouvrables travail
present: presence presences assiduite
absent: absence absent absences absents
overtime: sup supplementaires supplementaire supp hs majorees majoree
deduction: retenue prelevement deduire deduit deduite
advance: avance acompte
bonus: prime gratification interessement commission commissions
tax: taxe impot imposition fiscal vignette fiscale ir irpp
income: revenu
source: source
term: trimestre semestre session
period: periode
grading: notation
subject: matiere discipline enseignement cours module branche ue ecue domaine disciplinaire
assessment: evaluation examen devoir controle epreuve composition interrogation test travail surveille
score: note notes points resultat score
obtained: obtenue obtenu obtenus brute brut
max: max maximum maximale maximal maximaux maxi superieure superieur
min: min minimum minimale minimal mini inferieure inferieur
outof: sur bareme
weight: ponderation poids coefficient coef coeff part facteur
comment: commentaire appreciation observation remarque commentaires observations remarques avis annotation annotations
letter: mention lettre
average: moyenne
seat: places siege sieges
places: places place
capacity: capacite contenance accueil jauge seuil
size: taille
limit: limite plafond
strength: effectif
relation: lien parente relation qualite filiation
type: type nature
project: projet dossier affaire mission chantier
task: tache activite prestation etiquettes
client: client clients clientele
company: societe entreprise raison organisme organisationnelle
social: social sociale
description: description libelle detail details descriptif motif communication memo texte
done: realise effectue effectuee
billable: facturable refacturable
invoiced: facture facturee
bill: facturation
duration: duree
spent: passe passee consacre
payment: paiement reglement
terms: conditions modalites
deadline: delai echeance
credit: credit
debit: debit
vat: tva siren siret nif intracommunautaire intracom
fiscal: fiscal fiscale fiscaux fiscales administrative
vehicle: vehicule voiture auto automobile
plate: plaque immatriculation immat immatriculee mineralogique
circulation: circulation mec
putting: mise
owner: proprietaire titulaire redevable
payer: contribuable assujetti redevable
holder: titulaire assure
category: categorie cat genre classe
energy: energie carburant motorisation
power: puissance cv chevaux ch
age: age anciennete
make: marque constructeur fabricant
model: modele version variante
annual: annuel annuelle
exercise: exercice
booking: comptabilisation comptable ecriture enregistree compta
transaction: operation mouvement transaction
out: sortie sorties retrait retraits depense depenses
in: entree entrees versement versements encaissement recette depot recettes
running: progressif apres disponible courant
new: nouveau
counterparty: contrepartie beneficiaire tiers emetteur destinataire
order: ordre donneur
purpose: objet
sense: sens
entryword: ligne saisie enregistrement
chargeto: facturer refacturer
arrival: arrivee
cost: cout couts frais
decimal: decimal decimale
trade: commercial commerciale enseigne
unique: unique
seniority: anciennete
note: note
regular: normal
withhold: retenue preleve prelevement
effective: effectif effectifs
variable: variable
internal: interne
employment: emploi activite
transfer: virement vire viree
rateyear: validite taxation
cheque: cheque
yesno: oui non
not: non pas sans
leaveoff: conge conges
schoolyear: rentree millesime
current: cours courante courant actuelle actuel
official: officiel officielle
ident: identifiant id identification
external: externe
direct: directe direct
line: ligne
heading: titre intitule
recovery: remboursement rembourse recupere recuperee
performance: objectif objectifs rendement performance
unexcused: injustifie injustifiee injustifiees
unit: unite
numeric: chiffree numerique
`
