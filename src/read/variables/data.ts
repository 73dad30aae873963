import { readYaml } from '../../yaml/located-yaml.ts';
import { type Collecting, collecting, inOneLanguage, type ProductTexts, UnreadableTexts } from './product-texts.ts';

/** Levels that keys are looked for in. */
const deepest = 20;

/**
 * Texts of JSON, nested or not: `{ "a": { "b": "x" } }` and `{ "a.b": "x" }` are the same.
 *
 * @throws UnreadableTexts
 */
export function jsonTexts(text: string): ProductTexts {
  return flattened(jsonOf(text), () => true);
}

/** As `jsonTexts`; what describes another key is no text. */
export function arbTexts(text: string): ProductTexts {
  return flattened(jsonOf(text), (key) => !key.startsWith('@'));
}

/**
 * As `jsonTexts`, for YAML; numbers are what was written.
 *
 * @throws UnreadableTexts
 */
export function yamlTexts(text: string): ProductTexts {
  const read = readYaml(text, '');
  if (read.ok) return flattened(read.yaml.value, () => true);
  const [first] = read.problems;
  throw new UnreadableTexts(first?.message ?? 'it is not YAML', first?.place?.line, first?.place?.column);
}

/**
 * Data from JSON.
 *
 * @throws UnreadableTexts
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = Number(/at position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const before = text.slice(0, at).split('\n');
    throw new UnreadableTexts('it is not valid JSON', before.length, (before.at(-1) ?? '').length + 1);
  }
}

function flattened(data: unknown, isText: (key: string) => boolean): ProductTexts {
  if (typeof data !== 'object' || data === null) throw new UnreadableTexts('it holds no keys with texts');
  const found = collecting();
  flatten(data, '', { found, isText, depth: 0 });
  return inOneLanguage(found.texts);
}

interface Flattening {
  readonly found: Collecting;
  readonly isText: (key: string) => boolean;
  readonly depth: number;
}

function flatten(data: object, prefix: string, { found, isText, depth }: Flattening): void {
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    const whole = prefix + key;
    if (!isText(key) || value === null || value === undefined) continue;
    if (typeof value === 'string') found.text(whole, value);
    else if (typeof value === 'number') found.text(whole, String(value));
    else if (typeof value === 'object') {
      found.no(whole, `there are other keys below "${whole}"`);
      if (depth < deepest) flatten(value, `${whole}.`, { found, isText, depth: depth + 1 });
    } else found.no(whole, 'it is no text');
  }
}
