/** Portuguese words of headers by what they mean, as headers are compared: small letters, no accents. */
export const PT = `
date: data dt dta
day: dia dias
year: ano anos
month: mes mensal
hour: hora horas hr horaria horario
minute: minuto minutos
time: tempo hora
number: numero num nro no n id codigo cod ref referencia identificador identificacao cadastro
ref: referencia ref
count: quantidade qtd qtde quant
amount: montante importancia quantia soma valor
value: valor vlr
percent: percentagem percentual porcentagem
rate: taxa tarifa preco
price: preco
currency: moeda divisa
total: total geral
balance: saldo
name: nome nomes denominacao
given: prenome proprio proprios
surname: sobrenome apelido apelidos
first: primeiro primeira 1o 1a
last: ultimo
full: completo completa inteiro
called: preferido
birth: nascimento nasc aniversario nascido
person: pessoa individuo profissional
user: utilizador usuario
resource: recurso responsavel tecnico
employee: funcionario funcionaria colaborador colaboradora empregado empregada trabalhador servidor pessoal
consultant: consultor
payroll: folha
works: mecanografico chapa cracha re
student: aluno aluna alunos estudante estudantes educando discente filho crianca
admission: admissao
enrol: matricula inscricao inscrito ingresso
register: registro registo
matricule: matricula ra rm processo re cracha
file: processo prontuario
parent: pais encarregado responsavel tutor representante ee educacao
mother: mae
father: pai
contact: contacto contato
emergency: emergencia
teacher: professor professora docente regente mestre formador prof
incharge: diretor director titular responsavel regente coordenador conselheiro
main: principal titular
class: classe turma
level: nivel serie ano etapa grau escolaridade escolarizacao
stream: turma seccao secao divisao curso grupo area letra
room: sala bloco
school: escolar letivo lectivo academico educativo universitario
session: letivo
email: email correio mail
electronic: eletronico electronico
address: endereco morada logradouro
street: rua
postal: postal correspondencia
residence: residencia residencial domicilio sede
phone: telefone tel fone telef telefonico telefonica
mobile: telemovel celular tlm movel cel
fixed: fixo
home: casa
work: corporativo corporativa profissional trabalho institucional comercial empresa empresarial
private: pessoal particular
gender: sexo genero
male: masculino
female: feminino
idcard: cpf rg bi cc nif cin rne
identity: identidade
citizen: cidadao
card: cartao bilhete
document: documento doc
passport: passaporte
hire: admissao contratacao admitido posse nomeacao contratado exercicio vinculo
function: funcoes funcao
join: ingresso
start: inicio inicial comeco
end: fim final termino terminus
leave: saida demissao desligamento desistencia transferencia rescisao evasao abandono cessacao aposentadoria reforma demitido exoneracao afastamento encerramento desligado
entry: entrada ingresso integracao
since: desde
from: de desde
to: ate a
contract: contrato contratual
service: servico
teaching: docencia ensino
department: departamento depto dpto setor sector seccao secao area unidade equipa equipe divisao diretoria direcao servico
position: cargo funcao categoria profissao ocupacao funcional oficio perfil
manager: gestor chefe gerente
status: situacao estado estatuto status
place: local localidade cidade municipio concelho bairro
country: pais
bank: banco bancaria bancario
account: conta cta
salary: salario ordenado vencimento remuneracao retribuicao vencimentos ordenados proventos provento
basic: base basico
gross: bruto iliquido
net: liquido
payable: receber pagar pagos pago remunerado remunerados depositar
working: trabalhados trabalhadas trab uteis efetivos efectivos trabalho
present: presenca presencas assiduidade frequencia comparencia
absent: falta faltas ausencia ausencias ausentes injustificadas faltados
overtime: extra extras extraordinarias suplementares he suplementar
deduction: retencao desconto retido retida
advance: adiantamento adiantamentos vale adto adiant
bonus: bonus premio gratificacao comissao comissoes incentivo premios bonificacao gratificacoes
tax: imposto irrf irs tributo iuc ipva taxa ir irps irt
income: renda rendimento rendimentos
term: bimestre trimestre semestre etapa unidade momento
period: periodo quincenal
grading: avaliativo
subject: disciplina materia componente curricular unidade cadeira conhecimento
assessment: avaliacao prova teste exame trabalho atividade instrumento elemento elementos
score: nota notas pontuacao pontos classificacao valores resultado rendimento aproveitamento graus pts
obtained: obtida obtido obtidos alcancada alcancado
max: max maximo maxima superior
min: min minimo minima inferior
outof: sobre
weight: peso ponderacao coeficiente fator
comment: comentario comentarios observacao observacoes obs parecer apreciacao
letter: conceito mencao letra
average: media
seat: vagas lugares lotacao assentos
places: vagas lugares
capacity: capacidade lotacao
limit: limite
relation: parentesco grau vinculo relacao
type: tipo especie
project: projeto projecto contrato processo obra
task: tarefa atividade etiquetas
client: cliente clientes
company: empresa sociedade razao companhia organica organizacional negocio negocios
trade: fantasia comercial
social: social
description: descricao descritivo detalhe detalhes historico memo texto notas nota
billable: faturavel facturavel cobravel
invoiced: faturado facturado fatura
bill: faturacao faturamento cobranca facturacao
duration: duracao
spent: gasto gastas dedicado
payment: pagamento
terms: condicoes prazo
deadline: prazo vencimento
credit: credito
debit: debito
vat: iva cnpj nipc contribuinte nif fiscal
vehicle: veiculo carro viatura automovel
plate: matricula placa chapa
owner: proprietario proprietaria titular dono
payer: contribuinte
holder: titular
category: categoria cat classe especie
energy: energia combustivel
power: potencia cv cavalos
fiscal: fiscal fiscais
age: idade
make: marca fabricante montadora
model: modelo versao variante
annual: anual
exercise: exercicio
booking: lancamento contabilistico contabilistica
transaction: operacao movimento transacao mov mvto
out: saida saidas levantamento despesa despesas retirada
in: entrada entradas deposito depositos receita receitas
running: apos disponivel contabilistico final atual corrente
counterparty: contraparte beneficiario ordenante destinatario favorecido pagador remetente
destination: destino
own: propria
sense: sinal natureza
entryword: registro registo lancamento apontamento linha
cost: custo
decimal: decimal decimais
unique: unico unica
regular: nominal normal
withhold: retencao retido retida
internal: interno interna
transfer: transferencia
rateyear: vigencia
yesno: sim nao
not: nao sem
leaveoff: licenca ferias
chargeto: faturar facturar cobrar
current: atual actual vigente
official: oficial
ident: id identificador identificacao
external: externo
legal: civil
seniority: antiguidade
direct: directo direto
line: linha
heading: titulo
source: fonte
unexcused: injustificadas injustificada
performance: desempenho produtividade producao resultados
sales: vendas
variable: variavel
possible: possivel possiveis
numeric: numerica
worth: cotacao cotacoes valor
`
