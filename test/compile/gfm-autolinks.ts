import type { GfmRule } from './gfm-rules.ts';

const web = (address: string, text = address): string => `<a href="${address}">${text}</a>`;
const www = (rest: string): string => web(`http://www.${rest}`, `www.${rest}`);
const mail = (address: string): string => web(`mailto:${address}`, address);

/** The rules about addresses without angle brackets around them. */
export const gfmAutolinks: readonly GfmRule[] = [
  {
    section: 'Autolinks',
    examples: '621',
    rule: 'www. and a domain are a link to http, if the domain is one',
    cases: [
      ['www.example.org\n', `<p>${www('example.org')}</p>`],
      ['*www.example.org* (www.example.org)\n', `<p><em>${www('example.org')}</em> (${www('example.org')})</p>`],
      ['www.a_b.example.org\n', `<p>${www('a_b.example.org')}</p>`],
      ['www.example.a_b\n', '<p>www.example.a_b</p>'],
      ['xwww.example.org\n', '<p>xwww.example.org</p>'],
    ],
  },
  {
    section: 'Autolinks',
    examples: '622',
    rule: 'a path may follow',
    cases: [['See www.example.org/a/b?c#d now\n', `<p>See ${www('example.org/a/b?c#d')} now</p>`]],
  },
  {
    section: 'Autolinks',
    examples: '623',
    rule: 'punctuation at the end is not part of it, in the middle it is',
    cases: [
      ['See www.example.org/a.b, now.\n', `<p>See ${www('example.org/a.b')}, now.</p>`],
      ['www.example.org?!\n', `<p>${www('example.org')}?!</p>`],
      ['www.example.org/a~~\n', `<p>${www('example.org/a')}~~</p>`],
    ],
  },
  {
    section: 'Autolinks',
    examples: '624',
    rule: 'closing brackets at the end count only as far as they were opened',
    cases: [
      ['www.example.org/a_(b)\n', `<p>${www('example.org/a_(b)')}</p>`],
      ['(www.example.org/a_(b))\n', `<p>(${www('example.org/a_(b)')})</p>`],
      ['www.example.org/a_(b)))\n', `<p>${www('example.org/a_(b)')}))</p>`],
      ['(www.example.org/a_(b)\n', `<p>(${www('example.org/a_(b)')}</p>`],
    ],
  },
  {
    section: 'Autolinks',
    examples: '625',
    rule: 'closing brackets in the middle are part of it',
    cases: [['www.example.org/(a))b\n', `<p>${www('example.org/(a))b')}</p>`]],
  },
  {
    section: 'Autolinks',
    examples: '626',
    rule: 'what looks like a character reference at the end is not part of it',
    cases: [
      ['www.example.org/?a&b=c\n', `<p>${web('http://www.example.org/?a&amp;b=c', 'www.example.org/?a&amp;b=c')}</p>`],
      ['www.example.org/?a&b;\n', `<p>${www('example.org/?a')}&amp;b;</p>`],
    ],
  },
  {
    section: 'Autolinks',
    examples: '627',
    rule: 'a less-than sign ends it at once',
    cases: [['www.example.org/a<b\n', `<p>${www('example.org/a')}&lt;b</p>`]],
  },
  {
    section: 'Autolinks',
    examples: '628',
    rule: 'http:// and https:// begin one too',
    cases: [
      [
        'http://example.org (https://example.org/a_(b))\n',
        `<p>${web('http://example.org')} (${web('https://example.org/a_(b)')})</p>`,
      ],
      ['xhttps:/example.org\n', '<p>xhttps:/example.org</p>'],
    ],
  },
  {
    section: 'Autolinks',
    examples: '629',
    rule: 'an e-mail address is a link',
    cases: [['Ask a@example.org.\n', `<p>Ask ${mail('a@example.org')}.</p>`]],
  },
  {
    section: 'Autolinks',
    examples: '630',
    rule: 'a plus is allowed before the @, not after it',
    cases: [
      ['a+b@example.org\n', `<p>${mail('a+b@example.org')}</p>`],
      ['a@exa+mple.org\n', '<p>a@exa+mple.org</p>'],
    ],
  },
  {
    section: 'Autolinks',
    examples: '631',
    rule: 'a dot at the end is not part of it, a hyphen or underscore there makes it none',
    cases: [
      ['a_b-c.d@example.org.\n', `<p>${mail('a_b-c.d@example.org')}.</p>`],
      ['a@example.org-\n', '<p>a@example.org-</p>'],
      ['a@example.org_\n', '<p>a@example.org_</p>'],
      ['a@example\n', '<p>a@example</p>'],
    ],
  },
];
