/** Intercom's five colours of a callout. */
export const calloutColors = ['gray', 'blue', 'green', 'yellow', 'red'] as const;

/** One of them. */
export type CalloutColor = (typeof calloutColors)[number];

/** What Intercom paints them with: background and border. */
export const calloutColours: Readonly<Record<CalloutColor, readonly [background: string, border: string]>> = {
  gray: ['#e8e8e880', '#73737633'],
  blue: ['#e3e7fa80', '#334bfa33'],
  green: ['#d7efdc80', '#1bb15733'],
  yellow: ['#feedaf80', '#fbc91633'],
  red: ['#fed9db80', '#fd3a5733'],
};

/** Kinds of callouts that tools have, by the colour that says the same. */
const colors: Readonly<Record<string, CalloutColor>> = {
  note: 'blue',
  info: 'blue',
  seealso: 'blue',
  todo: 'blue',
  tip: 'green',
  hint: 'green',
  success: 'green',
  check: 'green',
  done: 'green',
  important: 'gray',
  secondary: 'gray',
  abstract: 'gray',
  summary: 'gray',
  tldr: 'gray',
  example: 'gray',
  quote: 'gray',
  cite: 'gray',
  question: 'yellow',
  help: 'yellow',
  faq: 'yellow',
  warning: 'yellow',
  warn: 'yellow',
  caution: 'yellow',
  attention: 'yellow',
  danger: 'red',
  error: 'red',
  failure: 'red',
  fail: 'red',
  missing: 'red',
  bug: 'red',
};

/** Kinds of which GitHub has another opinion. */
const onGithub: Readonly<Record<string, CalloutColor>> = { caution: 'red' };

/** GitHub's alerts. */
export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** Words that people begin a quote with where they mean a callout: those of alerts, and their kin. */
const labels: readonly string[] = [...alertKinds, 'info', 'hint', 'attention', 'danger'];

/** The colour of a kind of callout, in whatever case it is written; null for a word that is none. */
export function colorOfKind(kind: string): CalloutColor | null {
  const name = kind.toLowerCase();
  return Object.hasOwn(colors, name) ? (colors[name] ?? null) : null;
}

/** The colour of one of GitHub's alerts, the nearest to GitHub's own; null for a word that is none. */
export function colorOfAlert(kind: string): CalloutColor | null {
  const alert = alertKinds.find((one) => one === kind.toLowerCase());
  return alert === undefined ? null : (onGithub[alert] ?? colorOfKind(alert));
}

/** The colour that a quote's first word asks for; null for one that asks for none. */
export function colorOfLabel(word: string): CalloutColor | null {
  return labels.includes(word.toLowerCase()) ? (colorOfAlert(word) ?? colorOfKind(word)) : null;
}
