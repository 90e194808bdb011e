import type { CslItem, CslName } from '../library/record';
import { familyParts, nameFromFamilyFirst, nameFromGivenFirst } from './names';
import type { XmlElement } from './xmlElement';

/** MARC's relator codes and the same in words, in CSL's words. */
const roles: Readonly<Record<string, string>> = {
  aut: 'author', author: 'author', cre: 'author', creator: 'author', joint: 'author', 'joint author': 'author', dis: 'author', inv: 'author',
  edt: 'editor', editor: 'editor', ed: 'editor', trl: 'translator', translator: 'translator', com: 'compiler', compiler: 'compiler',
  ill: 'illustrator', illustrator: 'illustrator', cmp: 'composer', composer: 'composer', drt: 'director', director: 'director',
  prf: 'performer', performer: 'performer', ivr: 'interviewer', interviewer: 'interviewer', ive: 'author', interviewee: 'author',
  rcp: 'recipient', recipient: 'recipient', 'series editor': 'collection-editor', edc: 'editor', 'editor of compilation': 'editor', fmd: 'director',
  'film director': 'director', tld: 'director', 'television director': 'director', pro: 'producer', producer: 'producer', hst: 'host', host: 'host',
  nrt: 'narrator', narrator: 'narrator', cur: 'curator', curator: 'curator', orm: 'organizer', organizer: 'organizer', aus: 'script-writer',
  screenwriter: 'script-writer', act: 'performer', actor: 'performer', sng: 'performer', singer: 'performer', art: 'author', artist: 'author',
  ctg: 'author', cartographer: 'author', prg: 'author', programmer: 'author', pht: 'author', photographer: 'author', inventor: 'author',
  spk: 'author', speaker: 'author',
};

/** No name's part is longer, and no search in one takes long. */
const longest = 300;

export interface ModsPeople {
  readonly people: Partial<CslItem>;
  /** A name whose role is to publish, for works that do not say their publisher otherwise. */
  readonly publisher: string | undefined;
  /** The conference that the work or its host is of. */
  readonly event: string | undefined;
}

/** The people and bodies of a work, and the editors of what it is in; a name without a role made the work. */
export function modsPeople(work: XmlElement, host: XmlElement | undefined): ModsPeople {
  const people: Record<string, CslName[]> = {};
  let publisher: string | undefined;
  const isEvent = (element: XmlElement): boolean => element.attribute('type') === 'conference';
  const [event] = [...work.all('name'), ...(host?.all('name') ?? [])].filter(isEvent).map((element) => nameOf(element)?.literal);
  // MARC enters the proceedings of a conference under its name, as their author.
  for (const element of work.all('name')) {
    const name = nameOf(element);
    const role = roleOf(element);
    if (role === 'publisher') publisher ??= name?.literal;
    else if (name) (people[role] ??= []).push(name);
  }
  for (const element of (host?.all('name') ?? []).filter((each) => !isEvent(each))) {
    const name = nameOf(element);
    const role = roleOf(element);
    if (name && role !== 'publisher') (people[role === 'author' ? 'container-author' : role] ??= []).push(name);
  }
  const stand = people.author ? undefined : (['performer', 'composer', 'director'] as const).find((role) => people[role]);
  return { people: { ...people, ...(stand && { author: people[stand] }) } as Partial<CslItem>, publisher, event };
}

function roleOf(name: XmlElement): string {
  const terms = name.all('role').flatMap((role) => role.all('roleTerm').map((term) => term.text() ?? ''));
  const words = terms.map((term) => term.toLowerCase().replace(/[.\s]+$/, ''));
  const known = words.map((word) => (Object.hasOwn(roles, word) ? roles[word] : undefined)).find(Boolean);
  if (known !== undefined || words.length === 0) {
    return known ?? 'author';
  }
  return words.some((word) => /^(?:pbl|publisher|dgg|degree grantor|degree granting institution)$/.test(word)) ? 'publisher' : 'contributor';
}

function nameOf(name: XmlElement): CslName | undefined {
  const parts = name.all('namePart');
  const typed = (type: string): string => parts.filter((part) => part.attribute('type') === type).map((part) => part.text()).filter(Boolean).join(' ');
  const family = typed('family');
  const given = typed('given');
  if (family !== '') {
    const suffix = /^(?:jr|sr|[ivx]+|\d\w\w)\.?$/i.exec(typed('termsOfAddress'))?.[0];
    return { ...familyParts(family), ...(given !== '' && { given }), ...(suffix !== undefined && { suffix }) };
  }
  const plain = parts.filter((part) => part.attribute('type') === undefined).map((part) => part.text()?.slice(0, longest).replace(/[\s,]+$/, '')).filter((text) => text !== undefined);
  const [first = name.textAt('displayForm') ?? given] = plain;
  if (first === '') {
    return undefined;
  }
  if (name.attribute('type') !== 'personal') {
    return { literal: (plain.length > 1 ? plain : [first]).map((part) => part.replace(/(?<=\p{L}{2})\.$/u, '')).join('. ') };
  }
  // `Sridharan, Kumar.`: the full stop ends the heading; that of `Conrad, John R.` does not.
  const bare = first.replace(/(?<=\p{Ll}{2})\.$/u, '');
  return bare.includes(',') ? nameFromFamilyFirst(bare) : nameFromGivenFirst(bare);
}
