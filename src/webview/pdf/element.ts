interface Attributes {
  readonly [name: string]: string | number | boolean | undefined;
}

/**
 * Makes an element of the page.
 * @param attributes those that are false or undefined are left out
 * @param children text is put in as text, never read as markup
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children);
  return made;
}

/** Paths of icons, drawn in a square of 16. */
const icons = {
  sidebar: 'M1.5 2.5h13v11h-13zM6 2.5v11',
  up: 'M3 10.5 8 5.5l5 5',
  down: 'M3 5.5 8 10.5l5-5',
  minus: 'M3 8h10',
  plus: 'M3 8h10M8 3v10',
  fitWidth: 'M2 3v10M14 3v10M4 8h8M6 6 4 8l2 2M10 6l2 2-2 2',
  fitPage: 'M3.5 2h9v12h-9zM8 4.5v7M6.5 6 8 4.5 9.5 6M6.5 10 8 11.5 9.5 10',
  rotate: 'M12.5 9a4.5 4.5 0 1 1-1.6-4.4M13 2v3.2H9.8',
  dark: 'M13 9.5A5.5 5.5 0 1 1 6.5 3a4.5 4.5 0 0 0 6.5 6.5z',
  find: 'M10.5 10.5 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z',
  comment: 'M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export type IconName = keyof typeof icons;

/** A picture that says nothing to a screen reader. */
export function icon(name: IconName): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', icons[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon, and says what it does to a mouse that rests on it and to a screen reader. */
export function iconButton(name: IconName, label: string, onClick: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'icon', title: label, 'aria-label': label }, icon(name));
  button.addEventListener('click', onClick);
  return button;
}

/** Puts values into words: `{0} of {1}`. */
export function filled(words: string, ...values: readonly (string | number)[]): string {
  return words.replace(/\{(\d)\}/g, (all, index: string) => String(values[Number(index)] ?? all));
}
