/** English words of headers by what they mean, as headers are compared: small letters, no accents. */
export const EN = `
date: date dt
day: day dy
year: year yr
month: month monthly mth
week: week weekly
hour: hour hr hourly h
minute: minute min mins
time: time
number: number no num nr nbr numb id ids ident identifier identification code cd key reference ref uid guid
ref: reference ref refs
count: count qty quantity nb headcount
amount: amount amt sum
value: value val
percent: percent pct percentage pc
rate: rate tariff
price: price fee fees
currency: currency ccy curr cur coin iso
total: total tot overall general
balance: balance bal
name: name nm names
given: given forename firstname fname fnm christian
surname: surname lastname lname familyname
first: first 1st 1
last: last
second: second 2nd
full: full complete whole entire
family: family
middle: middle initial initials
called: preferred known usual common chosen
legal: legal civil
birth: birth born dob birthday birthdate bday
person: person people individual member team
user: user login username
resource: resource assignee performer
employee: employee emp empl staff worker associate personnel workforce labour labor ee
consultant: consultant timekeeper contractor freelancer advisor
payroll: payroll hr
works: works badge clock file
student: student stud pupil learner child scholar ward kid trainee enrollee candidate
admission: admission adm admissions admitted admit admno adno
enrol: enrol enroll enrolment enrollment enrolled enrollments intake
register: register registration reg regn registered registry regd
roll: roll index rollno
parent: parent guardian carer caregiver caretaker
mother: mother mum mom
father: father dad
contact: contact
emergency: emergency
teacher: teacher tchr instructor educator lecturer faculty professor tutor master mistress adviser advisor marker examiner grader
incharge: incharge charge responsible lead
class: class cls
level: level lvl grade gr standard std form yeargroup
homeroom: homeroom
classroom: classroom advisory
group: group grp set band
stream: stream section sec sect division div arm streaming
room: room rm classroom venue building block hall
school: school academic scholastic educational sch acad
session: session
email: email emailid mail
address: address addr add
street: street
postal: postal mailing post
residence: residence residential domicile resident
phone: phone telephone tel ph landline dial dialling
mobile: mobile mob cell cellphone cellular handphone gsm whatsapp
home: home
work: work office business company corporate professional corporatif
main: main primary principal
private: private personal own
official: official
gender: gender sex
male: male m boy
female: female f girl
idcard: nid nin nic ssn dni aadhaar aadhar nric cnic tsc trn
identity: identity
national: national
citizen: citizen civil
card: card
document: document doc
passport: passport
hire: hire hired hiring hiredate recruitment recruited employed appointed appointment engagement engaged onboarding onboarded doj commencement commenced
join: join joined joining
start: start started starting begin began beginning commence
end: end ended ending finish finished stop stopped close expiry expiration expired expires
leave: leave left leaving departure departed withdrawal withdrawn withdrew exit exited dropout deregistration unenrolled transfer transferred resignation resigned relieving separation termination terminated release dol lwd retirement retired offboarding discharge discharged dismissal dismissed leaver quit deactivated deactivation inactive severance ceased cessation
entry: entry entered entrance
since: since
until: until till
from: from lower
to: to upper
employment: employment
contract: contract
service: service
teaching: teaching taught
department: department dept dep dpt division section unit team divn area
position: position title designation role occupation job profession function functional duty duties
manager: manager supervisor boss approver
status: status state stat
place: place city town village location district county province region suburb locality birthplace
country: country nation
postcode: postcode zip pincode zipcode pin
bank: bank
iban: iban
bic: bic swift
account: account acct acc acnt
holder: holder keeper
branch: branch
salary: salary sal pay wage wages remuneration earnings compensation earning
basic: basic base
gross: gross
net: net nett
payable: payable paid paying disbursement disbursed
takehome: takehome
working: working worked work attended
present: present attendance presence participation participated
absent: absent absence absences lop lwp unexcused missed awol
unpaid: unpaid
overtime: overtime ot
extra: extra additional
deduction: deduction deducted deduct withheld withholding
advance: advance adv advances
recovery: recovery recovered repayment repaid
bonus: bonus incentive commission premium
income: income federal fed
tax: tax duty taxation levy taxable tds paye payg
term: term semester trimester quarter sem
period: period
grading: grading marking reporting report
subject: subject subj discipline module paper
course: course
assessment: assessment exam examination test quiz assignment evaluation assess coursework homework submission item
score: score mark marks points point pts scored result results grade grades
obtained: obtained earned achieved awarded raw received actual attained got
max: max maximum maxi highest most possible superior
min: min minimum mini lowest least inferior
outof: out
of: of
weight: weight weighting weightage weighted coefficient coeff wt contribution share factor
comment: comment comments remark remarks feedback observation cmt note notes annotation
letter: letter
rank: rank
average: average avg mean
seat: seat seats seating spot spots intake
places: places spaces
capacity: capacity
size: size
limit: limit cap quota ceiling
strength: strength
relation: relationship relation relationships kinship rel
type: type kind
project: project proj matter job engagement case
task: task activity tag tags item
client: client customer cust debtor buyer
company: company firm organisation organization business enterprise corporation org employer
description: description desc details detail narrative narration particulars memo explanation summary text message
done: done performed
billable: billable chargeable invoiceable
invoiced: invoiced billed invoice
bill: bill billing
duration: duration length elapsed dur
spent: spent logged tracked
logged: log
payment: payment pay payments
terms: terms conditions
due: due owed
credit: credit cr
debit: debit dr
vat: vat gst gstin tin ein abn pan
vehicle: vehicle veh car auto automobile motor
plate: plate vrn vrm licence license licenceplate licenseplate numberplate tag
owner: owner proprietor
payer: taxpayer
category: category cat
energy: energy fuel propulsion powertrain drivetrain drive
power: power hp horsepower horse bhp cv ps engine
fiscal: fiscal
age: age
make: make brand manufacturer mfr maker marque
model: model version variant
vin: vin chassis
colour: colour color
insurance: insurance
rateyear: applicable applies valid validity
annual: annual annually yearly
booking: booking booked posting posted post accounting
transaction: transaction txn trans trn transact operation movement
completed: completed completion
valuta: valuta
effective: effective actual
out: out withdrawal withdrawals outgoing outflow withdrawn
in: in deposit deposits deposited incoming inflow
running: running closing available ledger after current
cheque: cheque check chq
utr: utr
counterparty: counterparty payee beneficiary recipient merchant remitter vendor receiver
party: party counter
sender: sender payer originator
purpose: purpose
remittance: remittance
own: own our my
direction: direction indicator sign
entryword: record line
cost: cost costs
decimal: decimal
matricule: upn uln lrn sis emis
money: money cash
unique: unique
note: note
performance: performance production productivity
fixed: fixed
regular: regular normal standard nominal ordinary default
withhold: withheld withholding wht wh
variable: variable
sales: sales
internal: internal local
transfer: transfer
other: other
yesno: yes y
not: not non without
leaveoff: leave vacation holiday
schoolyear: ay sy
current: current latest actual recent present
original: original originally
ident: id ident identifier identification uid
continuous: continuous adjusted
external: external sis
direct: direct
line: line
heading: title heading caption
loss: loss lost
hand: hand
taking: take taken taking
calendar: calendar
cycle: cycle
numeric: numeric numerical
possible: possible available
`
