import { morph } from './morph.ts';
import { say, warn } from './note.ts';
import { forgetEngine } from './search-index.ts';

/**
 * Follows the files: whenever the server says that something changed, the page becomes what it is now.
 *
 * @param changed called after the page changed
 */
export function startLive(changed: () => void): void {
  const { root = '' } = document.documentElement.dataset;
  const events = new EventSource(`${root}events`);
  const follow = inTurn(() => refresh(changed));
  events.addEventListener('change', () => {
    forgetEngine();
    follow();
  });
  // Also after the server was away, or while this page was still loading, something may have changed.
  events.addEventListener('hello', () => {
    warn('');
    follow();
  });
  events.addEventListener('error', () => warn('The preview has stopped. This page no longer updates.'));
}

/** Runs a task again when it is asked for while it runs, and never twice at once. */
function inTurn(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    again = running;
    if (running) return;
    running = true;
    await task().catch(() => undefined);
    running = false;
    if (again) await run();
  };
  return () => void run();
}

async function refresh(changed: () => void): Promise<void> {
  const answer = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const [main, newMain] = [document.querySelector('main'), fresh.querySelector('main')];
  if (main === null || newMain === null) return;
  if (answer.redirected) history.replaceState(null, '', answer.url + location.hash);
  await loadColours(fresh);
  const isSame = main.isEqualNode(newMain);
  document.title = fresh.title;
  for (const { name, value } of fresh.documentElement.attributes) document.documentElement.setAttribute(name, value);
  morph(document.body, fresh.body);
  if (isSame) return;
  changed();
  say('The page was updated.');
}

/** Colours that a changed body names for the first time have to be known before it is shown. */
async function loadColours(fresh: Document): Promise<void> {
  const old = document.getElementById('colours');
  const href = fresh.getElementById('colours')?.getAttribute('href');
  if (!(old instanceof HTMLLinkElement) || href === null || href === undefined || href === old.getAttribute('href')) {
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.id = 'colours';
  link.href = href;
  await new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    old.before(link);
  });
  old.remove();
}
