/** Spanish words of headers by what they mean, as headers are compared: small letters, no accents. */
export const ES = `
date: fecha fec fch f
day: dia dias jornada jornadas
year: ano anos anio gestion
month: mes mensual
hour: hora horas hr horaria
minute: minuto minutos
time: tiempo hora
number: numero num nro no n id codigo cod ref referencia clave identificador identificacion folio cve numeracion
ref: referencia ref folio
count: cantidad cant nro
amount: importe monto suma cantidad
value: valor
percent: porcentaje porciento
rate: tarifa tasa precio
price: precio
currency: moneda divisa
total: total totales general
balance: saldo
name: nombre nombres nom denominacion
given: pila nombres
surname: apellido apellidos
first: primer primero primera 1er
last: ultimo
second: segundo
full: completo completa entero
paternal: paterno
maternal: materno
called: preferido habitual
birth: nacimiento nac nacido nacida cumpleanos natal
person: persona individuo profesional
user: usuario
resource: recurso responsable tecnico
employee: empleado empleada trabajador trabajadora colaborador colaboradora personal operario
consultant: consultor consultora asesor
payroll: nomina
student: alumno alumna alumnos estudiante estudiantes estudiantil educando hijo discente alumnado
admission: admision admitido
enrol: matricula matriculacion inscripcion inscrito inscripto ingreso matriculado
register: registro registral registrado
matricule: matricula legajo nia expediente carne carnet boleta rude ficha nie
file: expediente legajo
control: control
parent: padres tutor tutora apoderado apoderada acudiente responsable representante familiar progenitor encargado
mother: madre
father: padre
contact: contacto
emergency: emergencia urgencia
teacher: profesor profesora docente maestro maestra tutor tutora profesorado prof educador
incharge: jefatura encargado encargada responsable guia jefe titular asesor cargo
main: principal titular
class: clase
level: nivel grado curso ano etapa
stream: seccion paralelo grupo division letra linea modalidad especialidad
group: grupo unidad
unit: unidad
room: aula salon sala edificio pabellon
school: escolar lectivo academico academica estudios educativo educativa universitario
session: gestion ciclo
cycle: ciclo
email: email correo mail
electronic: electronico electronica
address: direccion dir domicilio
street: calle
postal: postal correspondencia
residence: domicilio residencia residencial sede
phone: telefono tel telf tfno tlf fono telefonico telefonica
mobile: movil celular cel
fixed: fijo
home: casa particular hogar
work: corporativo corporativa trabajo laboral institucional empresa oficina profesional empresarial
private: personal particular
gender: sexo genero
male: masculino varon hombre h nino
female: femenino mujer nina
idcard: dni nie nif cedula ci cui curp ife ine cc nrp
identity: identidad
national: nacional
citizen: ciudadania ciudadano
card: carne tarjeta
document: documento doc
passport: pasaporte
hire: contratacion alta incorporacion nombramiento contratado antiguedad posesion incorporado relacion vinculacion vinculado
join: ingreso ingresado
start: inicio comienzo inicial empieza
end: fin final termino finalizacion terminacion cese
leave: baja salida egreso retiro cese retirado traslado abandono despido renuncia desvinculacion finiquito extincion jubilacion exoneracion cesado
entry: entrada ingreso integracion
since: desde
from: desde de
to: hasta a
contract: contrato contractual
service: servicio
teaching: docencia ensenanza
department: departamento depto dpto area sector unidad gerencia division
position: puesto cargo categoria ocupacion profesion funcion funciones rol plaza oficio perfil ocupacional
manager: jefe gerente
status: estado situacion estatus condicion
place: lugar localidad municipio poblacion ciudad provincia distrito
country: pais
bank: banco bancaria bancario
account: cuenta cta
salary: salario sueldo remuneracion haberes haber devengado asignacion retribucion percepcion percepciones devengos
basic: base basico
gross: bruto
net: neto liquido
payable: pagar percibir cobrar recibir pagado percibido abonar goce depositar remunerado remunerada remunerados remuneradas disfrute
working: trabajados trabajadas laborados laboradas cotizados laborables efectivos trabajo
present: asistencia presencia presente asistidos
absent: ausencia ausencias falta faltas inasistencia inasistencias ausente ausentes ausentismo injustificadas faltados faltado
overtime: extra extras extraordinarias suplementarias he sobretiempo
deduction: retencion descuento deduccion retenido
advance: anticipo anticipos adelanto
bonus: bono bonificacion gratificacion incentivo incentivos comision comisiones prima bonos bonificaciones plus
tax: impuesto tributo fiscal irpf isr tributario tasa
income: renta
term: trimestre semestre bimestre evaluacion cuatrimestre lapso convocatoria
period: periodo parcial quincenal quincena
subject: asignatura materia area ramo curricular aprendizaje espacio
course: curso
assessment: evaluacion examen prueba actividad control test tarea trabajo instrumento rubro practico evaluable
score: nota notas calificacion puntaje puntuacion puntos resultado valoracion calificativo calificaciones logro ptos pts calif
obtained: obtenida obtenido obtenidos lograda alcanzado alcanzada
max: max maximo maxima maximos superior
min: min minimo minima minimos inferior
outof: sobre
possible: posible posibles
weight: peso ponderacion porcentual coeficiente factor
comment: comentario comentarios observacion observaciones obs retroalimentacion anotacion anotaciones
letter: letra literal
average: promedio media
seat: plazas cupo cupos vacantes asientos aforo
places: plazas puestos
capacity: capacidad aforo ratio
limit: limite tope
strength: matriculados inscritos
relation: parentesco relacion vinculo
type: tipo clase
project: proyecto asunto encargo obra caso expediente
task: tarea actividad etiquetas
client: cliente clientes deudor
company: empresa sociedad razon compania organizacion organizativa negocio negocios
social: social
description: descripcion desc detalle detalles concepto glosa nota notas memo texto
extended: ampliado
done: realizado realizada
billable: facturable cobrable
invoiced: facturado facturada factura
bill: facturacion
duration: duracion
spent: dedicado dedicada dedicadas empleado invertido
payment: pago pagos cobro
terms: condiciones plazo termino
deadline: plazo vencimiento
credit: credito abono abonos haber
debit: debito cargo cargos debe adeudo
vat: iva rfc ruc nit cif nif rut cuit
vehicle: vehiculo coche auto automovil
plate: matricula placa placas patente dominio chapa
owner: propietario propietaria titular dueno poseedor
payer: contribuyente pasivo sujeto
holder: titular
category: categoria cat clase
energy: energia combustible propulsion carburante
power: potencia caballos cv cvf hp
fiscal: fiscal fiscales
age: edad antiguedad
make: marca fabricante
model: modelo version variante
annual: anual
exercise: ejercicio
registered: matriculacion matriculado
quota: cuota
booking: contable contabilizacion asiento
transaction: operacion movimiento transaccion
out: retiro retiros egreso egresos salida salidas gasto gastos pagos
in: deposito depositos ingreso ingresos entrada entradas
running: posterior disponible despues actual contable final corriente
counterparty: contraparte beneficiario ordenante destinatario tercero emisor proveedor
destination: destino
own: propia propio
sense: signo
entryword: registro apunte linea
cost: costo coste
decimal: decimal decimales
trade: comercial
unique: unico unica
regular: nominal normal ordinario ordinaria
withhold: retencion retenciones ret retenido retefuente
variable: variable
works: ficha
employment: laboral
internal: interno interna
transfer: transferencia
rateyear: vigencia
cheque: cheque
yesno: si
not: no sin
leaveoff: permiso licencia vacaciones
chargeto: facturar cobrar
current: actual vigente
official: oficial
ident: id identificador identificacion
external: externo
direct: directo directa
line: linea
heading: titulo
legal: civil
unexcused: injustificada injustificadas
source: fuente
performance: productividad desempeno rendimiento objetivos
sales: ventas
numeric: numerica numerico
unpaid: impagos
function: funcion funciones
`
