import { emojiNames } from '../hazards.ts';
import { asQuote } from '../shapes.ts';
import type { Writes } from '../writes.ts';

const kinds = { blue: 'info', green: 'success', gray: null, yellow: 'warning', red: 'danger' } as const;

/** GitBook: hints and embeds between tags of its own. */
export const gitbook: Writes = {
  spelling: {
    hazards: [/\{(?=[{%])/g, emojiNames],
    plain: (sign) => (sign === '{' ? '\\{' : null),
    lineBreak: '\\',
  },
  callout: (color, title, body) => {
    const kind = kinds[color];
    if (kind === null) return asQuote(title, body);
    const inside = title === null ? body : [`**${title}**`, '', ...body];
    return [`{% hint style="${kind}" %}`, ...inside, '{% endhint %}'];
  },
  aligned: '',
  button: (text, href) =>
    /[\\<>{}&"]/.test(text + href) ? null : `<a href="${href}" class="button primary">${text}</a>`,
  video: (address) => (address.includes('"') ? null : `{% embed url="${address}" %}`),
  headingId: (heading, id) => `${heading} <a href="#${id}" id="${id}"></a>`,
};
