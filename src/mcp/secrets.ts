import type { Host } from '../model/host.ts';

/** Names of variables that hold what opens something. */
const secret = /(?:TOKEN|SECRET|PASSWORD|ACCESS_KEY|API_KEY)(?:_|$)/i;
/** What is shorter is a word that a text may have by chance. */
const shortest = 12;

/** Takes secrets out of what is answered. */
export interface Secrets {
  /** Names another variable that holds one. */
  learn(variable: string): void;
  clean<T>(value: T): T;
}

/**
 * Makes what takes secrets of the environment out of an answer, wherever a text, an error or an address may have brought
 * one in.
 */
export function secretsIn(env: Host['env']): Secrets {
  const secrets = new Set<string>();
  const add = (value = ''): void => {
    if (value.length >= shortest) secrets.add(value);
  };
  for (const [name, value] of Object.entries(env)) if (secret.test(name)) add(value);
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return [...secrets].reduce((text, one) => text.replaceAll(one, '[secret]'), value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)]));
  };
  return {
    learn: (variable) => add(env[variable]),
    clean: <T>(value: T): T => (secrets.size === 0 ? value : (clean(value) as T)),
  };
}
