import type { Random } from './random'

/** Given and family names that go together. Whoever bears such a name is not meant: they are drawn by lot. */
const ORIGINS: { given: string[]; family: string[] }[] = [
  { given: ['Ana', 'Tiago', 'Inês', 'Duarte'], family: ['Figueira', 'Salgado', 'Moutinho', 'Varela'] },
  { given: ['Priya', 'Arjun', 'Meena', 'Rohit'], family: ['Nambiar', 'Deshpande', 'Chauhan', 'Kulkarni'] },
  { given: ['Yusuf', 'Elif', 'Kerem', 'Zeynep'], family: ['Aydoğan', 'Karaca', 'Şentürk', 'Yıldırım'] },
  { given: ['Nia', 'Kwame', 'Abena', 'Kofi'], family: ['Asante', 'Mensah', 'Boateng', 'Owusu'] },
  { given: ['Linh', 'Minh', 'Thảo', 'Quang'], family: ['Nguyễn', 'Trần', 'Phạm', 'Đặng'] },
  { given: ['Søren', 'Freja', 'Mikkel', 'Astrid'], family: ['Lindqvist', 'Østergaard', 'Brandt', 'Halvorsen'] },
  { given: ['Łukasz', 'Agnieszka', 'Paweł', 'Zofia'], family: ['Zieliński', 'Wróbel', 'Kaczmarek', 'Sikora'] },
  { given: ['Camila', 'Mateo', 'Lucía', 'Joaquín'], family: ['Ibáñez', 'Quiroga', 'Peñaloza', 'Arriaga'] },
  { given: ['Layla', 'Omar', 'Samira', 'Hassan'], family: ['Haddad', 'El Amrani', 'Khoury', 'Mansouri'] },
  { given: ['Hana', 'Kenji', 'Aiko', 'Haruto'], family: ['Morikawa', 'Tanabe', 'Ishiguro', 'Okada'] },
  { given: ['Grace', 'Callum', 'Orla', 'Rhys'], family: ['O’Donnell', 'Pritchard', 'Ashworth', 'MacRae'] },
  { given: ['Chiara', 'Matteo', 'Giulia', 'Davide'], family: ['Bellandi', 'Ferraris', 'Montanari', 'De Santis'] },
  { given: ['Leilani', 'Tane', 'Mere', 'Sione'], family: ['Kealoha', 'Ngata', 'Faleolo', 'Taufa'] },
]

export type Name = { given: string; family: string }

/** Names of many origins, each once, in an order of the lot: as many as there are. */
export function drawNames(random: Random): Name[] {
  const named = ORIGINS.flatMap(({ given, family }) => {
    const families = random.shuffled(family)
    return given.map((one, at) => ({ given: one, family: families[at] ?? one }))
  })
  return random.shuffled(named)
}

const APART: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', '’': '', ' ': '' }

/** As it stands in a mail address. */
export const asciiName = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđı’ ]/g, (letter) => APART[letter] ?? '')
