/** Hindi words of headers in Latin script by what they mean; a word is spelt as offices spell it, in several ways. */
export const HI = `
date: tithi tarikh tareekh tarik dinank dinaank
day: din divas dino dinon
year: varsh saal sal
month: mah mahina masik maah mahine maasik pratimah
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
surname: upnaam kulnaam upnam antim kul
full: poora pura purn sampurn shubh
birth: janm janam janma
person: vyakti
user: upyogkarta
employee: karmchari karamchari karmachari karmik kaamgar kamgar karmi sevak shramik
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
email: email mail imel
post: dak
address: pata
permanent: sthayi
phone: doorbhash durbhash phone
mobile: mobile mobail
home: ghar niwas nivas
work: karyalay kaam karya kary karye
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
department: vibhag vibhaag prabhag anubhag shakha ikai khand vibhagiya
position: pad padnaam
status: sthiti avastha
place: sthan gaon zila shahar
account: khata khaata
salary: vetan tankhwah pagaar pagar tankha
basic: mool mul
net: shuddh
payable: dey deya bhugtan
present: upasthiti upasthit hazri hazir haziri haajri hajri
absent: anupasthit anupasthiti gairhazir gair nagha
overtime: atirikt
deduction: katauti kataoti katoti kataauti
advance: agrim peshgi
bonus: protsahan inaam puraskar
tax: kar aaykar shulk aykar
term: avadhi timahi chhamahi khand
subject: vishay path paathya pathya
assessment: pariksha parikshan mulyankan jaanch ikai
score: ank
scoreobtained: praptank
scoremax: poornank purnank
obtained: prapt prapta hasil
max: adhiktam adhikatam
min: nyuntam nyunatam
weight: bhaar bhar weightage
comment: tippani abhyukti vichar mantavya
letter: shreni
seat: seat seats sthan
capacity: kshamta kshamata dharita
relation: sambandh rishta naata
type: prakar
project: pariyojana
task: kaam karya
client: grahak party upbhokta kreta kharidar kharidaar vyapari
company: company firm sanstha pratishthan sansthan kampani
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
last: antim aakhiri akhiri
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
family: parivarik vansh
employment: naukri
unpaid: avaitanik
gross: sakal
allowance: bhatta
hand: hath
recovery: vasooli vasuli
half: ardh
source: srot strot
electronic: vidyut
`
