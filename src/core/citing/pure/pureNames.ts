import type { PureName } from './pureFields';

/** `Wang, X., Tian, C., & Huang, F. P.`; over twenty, the first nineteen and the last. */
export function apaNames(names: readonly PureName[]): string {
  const written = names.map(({ family, given }) => [family, initials(given, '. ', '.')].filter(Boolean).join(', '));
  const last = written.pop();
  if (last === undefined) return '';
  if (written.length === 0) return last;
  if (written.length > 19) return `${written.slice(0, 19).join(', ')}, ... ${last}`;
  return `${written.join(', ')}, & ${last}`;
}

/** `Wang, X, Tian, C & Huang, FP`. */
export function harvardNames(names: readonly PureName[]): string {
  const written = names.map(({ family, given }) => [family, initials(given, '', '')].filter(Boolean).join(', '));
  const last = written.pop();
  return written.length === 0 ? (last ?? '') : `${written.join(', ')} & ${last ?? ''}`;
}

/** `Wang X, Tian C, Huang FP`; over six, the first six and `et al`. */
export function vancouverNames(names: readonly PureName[]): string {
  const written = names.map(({ family, given }) => [family, initials(given, '', '')].filter(Boolean).join(' '));
  return written.length > 6 ? `${written.slice(0, 6).join(', ')} et al` : written.join(', ');
}

/** `Wang, Xiao; Tian, Chi`; over three, the first three and `et al`. */
export function fullNames(names: readonly PureName[], separator: string): string {
  const written = names.map(fullName);
  return written.length > 3 ? `${written.slice(0, 3).join(separator)} et al` : written.join(separator);
}

/** `Wang, Xiao`. */
export function fullName({ family, given }: PureName): string {
  return [family, given].filter((part) => part !== '').join(', ');
}

/** `Fa Peng` -> `F. P.`, `Jean-Luc` -> `J.-L.`; without stops `FP` and `JL`. Initials that are written together part. */
function initials(given: string, between: string, after: string): string {
  const parts = given.split(/[\s.]+/).filter((part) => part !== '').flatMap(separate);
  return parts.map((part) => initial(part, after)).join(between.replace(/^\. /, ' '));
}

/** `FP` are two initials, `Xiao` and `Ed` one name. */
function separate(part: string): string[] {
  return /^\p{Lu}{2,3}$/u.test(part) ? [...part] : [part];
}

function initial(part: string, after: string): string {
  return part
    .split('-')
    .flatMap((half) => {
      const [letter] = half;
      return letter === undefined ? [] : [letter.toUpperCase() + after];
    })
    .join(after === '' ? '' : '-');
}
