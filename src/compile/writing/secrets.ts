/**
 * What keys of well-known services look like: each has a beginning that nothing else has, which is the hint; Markdown may
 * have a backslash in it.
 */
const kinds: readonly (readonly [kind: string, hint: RegExp, pattern: RegExp])[] = [
  ['an access key of AWS', /AKIA|ASIA/, /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  [
    'a token of GitHub',
    /gh[pousr]\\?_|github\\?_pat/,
    /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g,
  ],
  ['a token of GitLab', /glpat-/, /\bglpat-[\w-]{20,}/g],
  ['a token of Slack', /xox/, /\bxox[abeprs]-(?:\d+-)+[A-Za-z0-9-]{20,}/g],
  [
    'a webhook of Slack',
    /hooks\.slack/,
    /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{24}\b/g,
  ],
  ['a live key of Stripe', /k\\?_live/, /\b[rs]k_live_[A-Za-z0-9]{24,}\b/g],
  ['a key of Google', /AIza/, /\bAIza[\w-]{35}(?![\w-])/g],
  ['a key of SendGrid', /SG\./, /\bSG\.[\w-]{22}\.[\w-]{43}(?![\w-])/g],
  ['a token of npm', /npm\\?_/, /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['a token of PyPI', /pypi-/, /\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}/g],
  ['a key of Anthropic', /sk-/, /\bsk-ant-[a-z0-9]+-[\w-]{80,}/g],
  ['a key of OpenAI', /sk-/, /\bsk-(?:proj|svcacct|admin)-[\w-]{40,}/g],
  ['a token of Shopify', /shp/, /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}\b/g],
  ['a token of Hugging Face', /hf\\?_/, /\bhf_[A-Za-z]{34}\b/g],
  ['a token of DigitalOcean', /do[opr]\\?_v1/, /\bdo[opr]_v1_[a-f0-9]{64}\b/g],
  // "tok:" in base64, which Intercom's begin with.
  ['an access token of Intercom', /dG9rO/, /\bdG9rO[A-Za-z0-9+/]{40,}={0,2}/g],
  ['a private key', /PRIVATE KEY/, /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{64,}/g],
];

/** A text without any of these beginnings has no key: nearly all of them, so that nothing more is looked for. */
export const secretHint = new RegExp(kinds.map(([, hint]) => hint.source).join('|'));

/** Different characters that a key has at least: `xxxxxxxx` and `1234…` stand for one. */
const fewest = 10;

/**
 * Keys and tokens in a text. Only what is one beyond reasonable doubt: a placeholder is none.
 *
 * @returns where each begins, how long it is, and what it looks like
 */
export function secretsIn(
  text: string,
): readonly { readonly at: number; readonly length: number; readonly kind: string }[] {
  return kinds.flatMap(([kind, , pattern]) =>
    [...text.matchAll(pattern)]
      .filter(([written]) => !isPlaceholder(written))
      .map(({ index: at, 0: { length } }) => ({ at, length, kind })),
  );
}

function isPlaceholder(written: string): boolean {
  if (/example|sample|placeholder|redacted|your[_-]?|dummy|x{6,}|\*{4,}|\.{3,}/i.test(written)) return true;
  const end = written.slice(-24);
  return new Set(end).size < fewest || /(.)\1{5,}/.test(end) || /012345678|123456789|abcdefghij/i.test(end);
}
