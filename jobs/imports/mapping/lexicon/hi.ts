/** Hindi words of headers in Latin script by what they mean; a word is spelt as offices spell it, in several ways. */
export const HI = `
date: tithi tarikh tareekh tarik dinank dinaank
day: din divas dino
year: varsh saal sal
month: mah mahina masik maah mahine maasik
hour: ghanta ghante ghanton
minute: minute minat
time: samay samaya
number: sankhya sankhyaa nambar namber kramank kramaank kram kra sa nam
amount: rashi rakam raashi
value: mulya
percent: pratishat
rate: dar
currency: mudra
total: kul yog
balance: shesh baki bakaya
name: naam nam
given: pehla pratham
first: pratham pehla pahla pahli
surname: upnaam kulnaam upnam antim kul vansh
full: poora pura purn
birth: janm janam janma
person: vyakti
user: upyogkarta
employee: karmchari karamchari karmachari
student: vidyarthi chhatra chatra chhatr bachche bachcha balak shishya
admission: pravesh dakhila dakhil
enrol: namankan panjikaran nampanjikaran
register: panjikaran panjiyan
roll: anukramank
parent: abhibhavak palak sanrakshak
mother: mata maa
father: pita
contact: sampark
emergency: aapatkalin
teacher: adhyapak shikshak adhyapika shikshika acharya guru
incharge: prabhari
class: kaksha kakshaa
level: star darja kaksha shreni
stream: varg anubhag khand section
room: kaksh kamra bhavan
school: shaikshik shaikshanik vidyalaya school shaikshnik shiksha
session: satra satr
email: email mail
post: dak
address: pata
permanent: sthayi
phone: doorbhash durbhash phone
mobile: mobile mobail
home: ghar niwas nivas
work: karyalay kaam karya
private: niji
gender: ling
male: purush
female: mahila stri
idcard: aadhaar aadhar adhar
identity: pehchan pahchan parichay
card: patra
hire: niyukti bharti karyagrahan joining karyarambh karyabhar
entry: pravesh
start: shuru shuruaat prarambh aarambh arambh
end: samapt samapti ant
leave: chhodne nikas nishkasan tyag tc sevanivritti nivritti tyagpatra mukti karyamukti
service: seva sewa
department: vibhag vibhaag prabhag anubhag
position: pad padnaam
status: sthiti avastha
place: sthan gaon zila shahar
account: khata khaata
salary: vetan tankhwah pagaar pagar tankha
basic: mool mul
net: shuddh
payable: dey deya
present: upasthiti upasthit hazri hazir
absent: anupasthit anupasthiti gairhazir gair
overtime: atirikt
deduction: katauti
advance: agrim peshgi
bonus: protsahan inaam
tax: kar aaykar shulk
term: avadhi timahi chhamahi khand
subject: vishay
assessment: pariksha parikshan mulyankan jaanch
score: ank
scoreobtained: praptank
scoremax: poornank purnank
obtained: prapt prapta
max: adhiktam adhikatam
min: nyuntam nyunatam
weight: bhaar bhar weightage
comment: tippani abhyukti
letter: shreni
seat: seat seats sthan
capacity: kshamta kshamata dharita
relation: sambandh rishta naata
type: prakar
project: pariyojana
task: kaam karya
client: grahak party
company: company firm
description: vivaran
billable: yogya
duration: avadhi
payment: bhugtan
terms: avadhi
lending: udhaar
credit: jama
debit: naame nikasi
vehicle: vahan gaadi gadi
owner: malik swami
payer: kardata
category: shreni varg
energy: indhan urja
power: shakti ashva ashwa
age: aayu umra ayu
make: nirmata
model: model namuna
annual: varshik
to: tak
from: se
booking: pravishti
transaction: lenden len den
counterparty: labharthi praptakarta paksh
reference: sandarbh
own: hamara
entryword: pravishti
per: prati
purpose: uddeshya
running: antim
ref: sandarbh
income: aay
last: antim
internal: sthaniya
fiscal: vittiya
matricule: anukramank
yesno: haan nahin
not: bina nahin
leaveoff: chutti avkash
current: vartaman
official: sarkari
party: party
taking: grahan
ident: id
`
