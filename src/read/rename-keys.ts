import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { frontMatterSchema } from './front-matter-schema.ts';

/** Whether a key is left out: `*` is all that are not ours. */
function isIgnored(key: string, { ignore, rename }: Settings['frontMatter']): boolean {
  if (ignore.includes(key)) return true;
  return ignore.includes('*') && !Object.hasOwn(rename, key) && !Object.hasOwn(frontMatterSchema.shape, key);
}

function sameName(key: string, other: string, ours: string): string {
  if (key === ours) return `"${other}" also means "${ours}"`;
  return `it is read as "${ours}", ${other === ours ? 'which is given too' : `and so is "${other}"`}`;
}

/**
 * Gives another tool's keys our names; two keys that would get the same name are a mistake, not a choice.
 *
 * @param rules of the configuration
 * @returns the fields by our names, and what each was called
 */
export function renameKeys(yaml: LocatedYaml, value: object, rules: Settings['frontMatter']) {
  const theirs = new Map<string, string>();
  const kept: Record<string, unknown> = Object.create(null);
  const problems: Problem[] = [];
  for (const [key, field] of Object.entries(value)) {
    if (isIgnored(key, rules)) continue;
    const ours = Object.hasOwn(rules.rename, key) ? (rules.rename[key] ?? key) : key;
    const other = theirs.get(ours);
    const at = yaml.placeOfKey([key]);
    if (other !== undefined)
      problems.push(problem('bad-value', { key, where: 'front matter', reason: sameName(key, other, ours) }, at));
    theirs.set(ours, key);
    kept[ours] = field;
  }
  return { kept, theirs, problems };
}
