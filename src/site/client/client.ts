import { startContents } from './contents.ts';
import { startLive } from './live.ts';
import { startMenus } from './menus.ts';
import { startSearch } from './search.ts';
import { applyTheme, startTheme } from './theme.ts';

// The theme comes first, before anything is painted.
applyTheme();
document.addEventListener('DOMContentLoaded', () => {
  startTheme();
  startMenus();
  startSearch();
  startContents();
  if (document.documentElement.dataset.mode === 'live') startLive(startContents);
});
