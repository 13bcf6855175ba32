/**
 * A small checker for the schemas of ISO 20022: elements in sequences and choices with their occurrences, attributes,
 * patterns, enumerations, lengths and digits. It knows what pain.001.001.03.xsd uses and throws on anything else, so that
 * it never passes what it did not understand. `xmllint --schema` is asked too where it is installed.
 */
export type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? fail(`&${name};`))
const fail = (what: string): never => {
  throw new Error(what)
}

/** Reads well-formed XML without DTD; comments and the declaration are left out. */
export function readXml(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open: Node[] = [root]
  const token = /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.]+)((?:\s+[\w:.]+="[^"]*")*)\s*(\/?)>|([^<]+)/y
  for (let at = 0; at < xml.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(xml) ?? fail(`not well-formed at ${at}: ${xml.slice(at, at + 40)}`)
    const [, close, name, attributes = '', empty, text] = match
    const here = open.at(-1) ?? fail('too many ends')
    if (text !== undefined) here.text += plain(text)
    if (name === undefined) continue
    if (close) {
      if (open.pop()?.name !== name) fail(`</${name}> ends another element`)
      continue
    }
    const pairs = [...attributes.matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      plain(value),
    ])
    const node: Node = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
    here.children.push(node)
    if (!empty) open.push(node)
  }
  if (open.length !== 1) fail(`<${open.at(-1)?.name}> has no end`)
  return root.children[0] ?? fail('no element')
}

/** What a document breaks of a schema (read by `readXml`), each with its path; empty: it is valid. */
export function checkXsd(xml: string, schema: Node): string[] {
  const types = new Map(
    schema.children.filter(({ name }) => /Type$/.test(name)).map((type) => [type.attributes.name ?? '', type]),
  )
  const faults: string[] = []
  const document = readXml(xml)
  const declared = schema.children.find(({ name }) => name === 'xs:element') ?? fail('no root')
  if (document.attributes.xmlns !== schema.attributes.targetNamespace) faults.push('another namespace')
  const { xmlns: _, ...attributes } = document.attributes
  if (document.name !== declared.attributes.name) faults.push(`root ${document.name}`)
  checkNode({ ...document, attributes }, declared.attributes.type ?? '', document.name)
  return faults

  function checkNode(node: Node, typeName: string, path: string): void {
    const type = types.get(typeName)
    const [content, ...others] = type?.children ?? []
    if (!type) checkBuiltIn(node.text, typeName, path)
    else if (type.name === 'xs:simpleType') {
      if (node.children.length > 0) faults.push(`${path}: elements in a text`)
      checkSimple(node.text, type, path)
    } else if (others.length > 0) fail(`type ${typeName} is not understood`)
    else if (content?.name === 'xs:simpleContent') checkExtended(node, content, path)
    else if (content?.name === 'xs:sequence') checkSequence(node, content, path)
    else fail(`${content?.name} is not understood`)
  }

  function checkSequence(node: Node, content: Node, path: string): void {
    if (node.text.trim() !== '') faults.push(`${path}: text between elements`)
    const rest = [...node.children]
    takeGroup(content, rest, path)
    if (rest.length > 0) faults.push(`${path}: <${rest[0]?.name}> is not expected here`)
  }

  function checkExtended(node: Node, content: Node, path: string): void {
    const extension = content.children[0] ?? fail('no extension')
    for (const attribute of extension.children) {
      const value = node.attributes[attribute.attributes.name ?? '']
      if (value === undefined) faults.push(`${path}: ${attribute.attributes.name} is missing`)
      else checkNode({ name: '', attributes: {}, children: [], text: value }, attribute.attributes.type ?? '', path)
    }
    if (Object.keys(node.attributes).length > extension.children.length) faults.push(`${path}: an unknown attribute`)
    checkNode({ ...node, attributes: {} }, extension.attributes.base ?? '', path)
  }

  /** Takes the elements of a sequence or a choice off the front of `rest`. */
  function takeGroup(group: Node, rest: Node[], path: string): boolean {
    if (group.name === 'xs:choice') {
      const one = group.children.find((part) => part.attributes.name === rest[0]?.name)
      if (!one) {
        if (group.attributes.minOccurs !== '0') faults.push(`${path}: none of the choice is there`)
        return false
      }
      takeElement(one, rest, path)
      return true
    }
    for (const part of group.children) {
      if (part.name === 'xs:element') takeElement(part, rest, path)
      else takeGroup(part, rest, path)
    }
    return true
  }

  function takeElement(declared: Node, rest: Node[], path: string): void {
    const { name = '', type = '', minOccurs = '1', maxOccurs = '1' } = declared.attributes
    let count = 0
    while (rest[0]?.name === name) {
      const node = rest.shift() ?? fail('gone')
      checkNode(node, type, `${path}/${name}`)
      count++
    }
    if (count < Number(minOccurs)) faults.push(`${path}: ${name} is missing`)
    if (maxOccurs !== 'unbounded' && count > Number(maxOccurs)) faults.push(`${path}: ${name} stands ${count} times`)
  }

  function checkSimple(text: string, type: Node, path: string): void {
    const restriction = type.children[0] ?? fail('no restriction')
    checkBuiltIn(text, restriction.attributes.base ?? '', path)
    const values = restriction.children.filter(({ name }) => name === 'xs:enumeration')
    if (values.length > 0 && !values.some(({ attributes }) => attributes.value === text))
      faults.push(`${path}: “${text}”`)
    for (const { name, attributes } of restriction.children) {
      const value = attributes.value ?? ''
      const digits = text.replace(/[^\d]/g, '').replace(/^0+(?=\d)/, '').length
      const breaks: Record<string, boolean> = {
        'xs:enumeration': false,
        'xs:pattern': !new RegExp(`^(?:${value})$`).test(text),
        'xs:minLength': text.length < Number(value),
        'xs:maxLength': text.length > Number(value),
        'xs:totalDigits': digits > Number(value),
        'xs:fractionDigits': (text.split('.')[1] ?? '').length > Number(value),
        'xs:minInclusive': Number(text) < Number(value),
      }
      if (!(name in breaks)) fail(`${name} is not understood`)
      if (breaks[name]) faults.push(`${path}: “${text}” breaks ${name} ${value}`)
    }
  }

  function checkBuiltIn(text: string, type: string, path: string): void {
    const forms: Record<string, RegExp> = {
      'xs:string': /^[\s\S]*$/,
      'xs:boolean': /^(true|false|0|1)$/,
      'xs:date': /^\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/,
      'xs:dateTime': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
      'xs:decimal': /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
    }
    const form = forms[type] ?? fail(`type ${type} is not understood`)
    if (!form.test(text)) faults.push(`${path}: “${text}” is no ${type}`)
  }
}
