// @ts-check
// The page of the References view: it shows what it is told, as text alone, and tells what was done with it.
(() => {
  const vscode = acquireVsCodeApi();
  const bar = /** @type {HTMLElement} */ (document.getElementById('bar'));
  const message = /** @type {HTMLElement} */ (document.getElementById('message'));
  const list = /** @type {HTMLElement} */ (document.getElementById('list'));
  const status = /** @type {HTMLElement} */ (document.getElementById('status'));
  /** The words of the page in the reader's language. */
  const words = JSON.parse(document.body.dataset.words ?? '{}');
  let turn = 0;

  window.addEventListener('message', ({ data }) => {
    if (data.kind === 'state') showState(data);
    else if (data.kind === 'entries' && data.turn === turn) data.entries.forEach((entry) => showEntry(entry));
    else if (data.kind === 'went') status.textContent = data.text;
    else if (data.kind === 'current') markCurrent(data.ids);
  });

  function showState(state) {
    turn = state.turn;
    message.textContent = state.message;
    message.hidden = state.message === '';
    bar.replaceChildren(...(state.style === '' ? [] : barButtons(state)));
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.closest('li')?.dataset.row : undefined;
    const rows = [
      ...state.unknown.map((one) => row(`unknown ${one.key}`, 'unknown', one.text, one.places)),
      ...state.works.map((one) => keptText(row(`work ${one.id}`, 'work', '', one.places))),
    ];
    list.replaceChildren(...rows);
    const again = rows.find(({ dataset }) => dataset.row === focused);
    (again ?? rows[0])?.setAttribute('tabindex', '0');
    again?.focus();
  }

  /** What was shown of a work stays until it is told anew. */
  function keptText(item) {
    const before = [...list.children].find((one) => one instanceof HTMLElement && one.dataset.row === item.dataset.row);
    const [number, text] = [before?.querySelector('.number'), before?.querySelector('.text')];
    if (number && text) {
      item.querySelector('.number')?.replaceWith(number);
      item.querySelector('.text')?.replaceWith(text);
    }
    return item;
  }

  function barButtons({ style, language }) {
    return [
      button(style, words.changeStyle, () => tell({ kind: 'chooseStyle' })),
      button(language, words.changeLanguage, () => tell({ kind: 'chooseLanguage' })),
      button(words.copyAll, words.copyAllTitle, () => copy([...list.querySelectorAll('.work')], true)),
      button(words.copyAllPlain, words.copyAllPlainTitle, () => copy([...list.querySelectorAll('.work')], false)),
    ];
  }

  function row(name, kind, text, places) {
    const item = element('li', kind);
    item.dataset.row = name;
    item.tabIndex = -1;
    item.append(element('span', 'number'), element('span', 'text', text), element('span', 'places', places));
    if (kind === 'work') {
      const actions = element('span', 'actions');
      actions.append(
        button(words.copy, words.copyTitle, () => copy([item], true), -1),
        button(words.copyPlain, words.copyPlainTitle, () => copy([item], false), -1),
      );
      item.append(actions);
    }
    item.addEventListener('click', () => go(item, false));
    item.addEventListener('focusin', () => moveTabStop(item));
    return item;
  }

  function showEntry({ id, number, runs }) {
    const item = [...list.children].find((one) => one instanceof HTMLElement && one.dataset.row === `work ${id}`);
    const text = item?.querySelector('.text');
    if (!item || !text) return;
    const shownNumber = item.querySelector('.number');
    if (shownNumber) shownNumber.textContent = number;
    text.replaceChildren(...runs.map(styled));
  }

  function styled({ text, italic, bold, script }) {
    /** @type {Node} */
    let node = document.createTextNode(text);
    for (const tag of [script, italic ? 'i' : undefined, bold ? 'b' : undefined]) {
      if (!tag) continue;
      const around = document.createElement(tag);
      around.append(node);
      node = around;
    }
    return node;
  }

  list.addEventListener('keydown', (event) => {
    const item = event.target instanceof HTMLElement ? event.target.closest('li') : null;
    if (!item) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    const isMod = event.ctrlKey || event.metaKey;
    if (step !== undefined) focusRow([...list.children].indexOf(item) + step);
    else if (isMod && event.key.toLowerCase() === 'c') copy([item], !event.shiftKey);
    else if (event.target === item && event.key === 'Enter') go(item, true, event.shiftKey ? -1 : 1);
    else if (event.target === item && event.key === ' ') go(item, false, event.shiftKey ? -1 : 1);
    else if (event.key === 'Tab' && !event.shiftKey && event.target === item) item.querySelectorAll('button').forEach((one) => (one.tabIndex = 0));
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  });

  function focusRow(index) {
    const rows = [...list.children];
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (next instanceof HTMLElement) next.focus();
  }

  function moveTabStop(item) {
    for (const one of list.querySelectorAll('li[tabindex="0"]')) if (one !== item) one.setAttribute('tabindex', '-1');
    item.tabIndex = 0;
  }

  function markCurrent(ids) {
    for (const item of list.children) item.classList.toggle('current', item instanceof HTMLElement && ids.includes(item.dataset.row));
  }

  function go(item, takeFocus, step = 1) {
    tell({ kind: 'go', row: item.dataset.row, takeFocus, step });
  }

  /** The clipboard has references as rich text and as plain text, for whoever takes which. */
  function copy(items, isRich) {
    const parts = items.map((item) => ({ number: item.querySelector('.number')?.textContent ?? '', text: item.querySelector('.text') }));
    const plain = parts.map(({ number, text }) => `${number} ${text?.textContent ?? ''}`.trim()).join('\n');
    const html = parts.map(({ number, text }) => `<p>${number === '' ? '' : `${escaped(number)} `}${text?.innerHTML ?? ''}</p>`).join('\n');
    const write = (event) => {
      event.preventDefault();
      event.clipboardData.setData('text/plain', plain);
      if (isRich) event.clipboardData.setData('text/html', html);
    };
    document.addEventListener('copy', write);
    document.execCommand('copy');
    document.removeEventListener('copy', write);
    status.textContent = words.copied;
  }

  function escaped(text) {
    const holder = document.createElement('span');
    holder.textContent = text;
    return holder.innerHTML;
  }

  function button(text, title, action, tabIndex = 0) {
    const made = /** @type {HTMLButtonElement} */ (element('button', '', text));
    made.title = title;
    made.setAttribute('aria-label', `${text}: ${title}`);
    made.tabIndex = tabIndex;
    made.addEventListener('click', (event) => {
      event.stopPropagation();
      action();
    });
    return made;
  }

  function element(tag, className, text = '') {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  function tell(what) {
    vscode.postMessage({ ...what, turn });
  }

  tell({ kind: 'ready' });
})();
