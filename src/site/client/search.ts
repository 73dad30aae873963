import type { Found } from '../search/engine.ts';
import { excerptOf, type MarkedPiece, markWords } from '../search/excerpt.ts';
import { say } from './note.ts';
import { searchEngine } from './search-index.ts';

/** Articles shown at most. */
const limit = 8;

/** Starts every search box of the page, and the key that leads to it. */
export function startSearch(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-search]')) startBox(box);
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const isTyping = target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const input = document.querySelector<HTMLInputElement>('[data-search] input');
    if (input === null) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/** One search box: a field, the list below it, and the line that is shown when nothing was found. */
interface Box {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly none: HTMLElement;
}

function startBox(element: HTMLElement): void {
  const input = element.querySelector('input');
  const list = element.querySelector<HTMLElement>('[role="listbox"]');
  const none = element.querySelector<HTMLElement>('[data-none]');
  if (input === null || list === null || none === null) return;
  const box = { input, list, none };
  element.hidden = false;
  input.addEventListener('focus', () => void searchEngine().catch(() => undefined));
  input.addEventListener('input', () => void look(box));
  input.addEventListener('keydown', (event) => onKey(event, box));
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) close(box);
  });
  // A press on a finding must not take the focus out of the field before the click arrives.
  list.addEventListener('mousedown', (event) => event.preventDefault());
}

async function look(box: Box): Promise<void> {
  const query = box.input.value;
  if (query.trim() === '') return close(box);
  try {
    const engine = await searchEngine();
    // Something else was typed while the articles were loading.
    if (query !== box.input.value) return;
    show(engine.find(query, limit), box);
  } catch {
    box.none.textContent = 'Search could not be loaded.';
    box.none.hidden = false;
  }
}

function show(found: readonly Found[], box: Box): void {
  const { input, list, none } = box;
  const options = found.map((one, index) => option(one, `${list.id}-${index}`));
  list.replaceChildren(...options);
  list.hidden = options.length === 0;
  none.textContent = 'Nothing found. Try fewer words, or different ones.';
  none.hidden = options.length > 0;
  input.setAttribute('aria-expanded', String(options.length > 0));
  activate(null, box);
  if (options.length > 0) say(options.length === 1 ? '1 article found' : `${options.length} articles found`);
  else say('Nothing found');
}

function close(box: Box): void {
  box.list.hidden = true;
  box.none.hidden = true;
  box.input.setAttribute('aria-expanded', 'false');
  activate(null, box);
}

function option({ document: article, words }: Found, id: string): HTMLElement {
  const { root = '', locale = '' } = document.documentElement.dataset;
  const link = document.createElement('a');
  link.href = root + article.id.split('/').map(encodeURIComponent).join('/');
  link.id = id;
  link.lang = locale;
  link.dir = 'auto';
  link.tabIndex = -1;
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.append(line('title', markWords(article.title, words)));
  if (article.trail !== '') link.append(line('trail', [{ text: article.trail, isFound: false }]));
  const text = article.text === '' ? article.description : article.text;
  link.append(line('excerpt', excerptOf(text, words)));
  const item = document.createElement('li');
  item.setAttribute('role', 'presentation');
  item.append(link);
  return item;
}

function line(name: string, pieces: readonly MarkedPiece[]): HTMLElement {
  const span = document.createElement('span');
  span.className = name;
  for (const { text, isFound } of pieces) {
    if (!isFound) span.append(text);
    else {
      const mark = document.createElement('mark');
      mark.append(text);
      span.append(mark);
    }
  }
  return span;
}

function onKey(event: KeyboardEvent, box: Box): void {
  const options = [...box.list.querySelectorAll<HTMLElement>('[role="option"]')];
  const at = options.findIndex((one) => one.id === box.input.getAttribute('aria-activedescendant'));
  const isOpen = !box.list.hidden && options.length > 0;
  if (event.key === 'Escape') {
    if (isOpen || !box.none.hidden) event.preventDefault();
    close(box);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? at + 1 : at < 0 ? options.length - 1 : at - 1;
    activate(options[(step + options.length) % options.length] ?? null, box);
  } else if (event.key === 'ArrowDown' && box.input.value !== '') {
    event.preventDefault();
    void look(box);
  } else if (event.key === 'Enter' && isOpen) {
    event.preventDefault();
    (options[at] ?? options[0])?.click();
  }
}

function activate(chosen: HTMLElement | null, { input, list }: Box): void {
  for (const one of list.querySelectorAll('[role="option"]')) {
    one.setAttribute('aria-selected', String(one === chosen));
  }
  if (chosen === null) input.removeAttribute('aria-activedescendant');
  else {
    input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  }
}
