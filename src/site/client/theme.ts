/** Name under which the choice is kept. */
const key = 'helpcentre-theme';

/** Puts the theme that was chosen before on the page; without one the system decides. */
export function applyTheme(): void {
  const chosen = remembered();
  if (chosen !== null) document.documentElement.dataset.theme = chosen;
}

/** Shows the button that changes the theme. */
export function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-toggle]');
  if (button === null) return;
  const name = (): void => {
    button.setAttribute('aria-label', isDark() ? 'Use the light theme' : 'Use the dark theme');
  };
  button.hidden = false;
  name();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', name);
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(key, next);
    } catch {
      // Where nothing can be kept, the choice holds for this page.
    }
    name();
  });
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}

function remembered(): 'light' | 'dark' | null {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}
