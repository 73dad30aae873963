import { bodyStyle } from './style-body.ts';
import { changesStyle } from './style-changes.ts';
import { pageStyle } from './style-pages.ts';
import { partStyle } from './style-parts.ts';
import { tokenStyle } from './style-tokens.ts';

/** The one stylesheet of all pages. */
export const stylesheet = [tokenStyle, pageStyle, partStyle, bodyStyle, changesStyle].join('\n');
