import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/body/canonical.ts';
import { resolveReferences } from '../../src/body/references.ts';
import { modes } from '../../src/sandbox/quirks.ts';
import { rewriteBody } from '../../src/sandbox/rewrite/body.ts';
import { makeContext } from '../../src/use-cases/context.ts';
import { gatherSources } from '../../src/use-cases/sources.ts';
import { makeRepository } from '../kit/repository.ts';
import { inventHost } from '../kit/run-in.ts';

type Mode = keyof typeof modes;

const folderOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const example = folderOf('../../content-example');
const corpus = folderOf('../../../shared/corpus/arduino/content');

const flatten = {
  observed: '',
  strict: 'flatten: [nested-lists, callouts, sections, headings, merged-cells]\n',
} as const;

const theirs = 'frontMatter: { ignore: [id] }\nproblems: { dead-anchor: warning, image-missing: warning }\n';
const ours = 'variables: { product: Mendwick, trial: 30 }\n';

/** Every body of a help centre as it is sent, links and images filled in, and as Intercom keeps it. */
async function bodiesOf(content: string, configuration: string, mode: Mode) {
  const { dir } = await makeRepository({ 'helpcentre.yml': `state: published\n${configuration}${flatten[mode]}` });
  await cp(content, path.join(dir, 'content'), { recursive: true });
  const gathered = await gatherSources(makeContext(inventHost(dir).host, {}));
  if (!gathered.ok) throw new Error(gathered.problems.map((found) => found.message).join('\n'));
  return gathered.sources.desired.articles.flatMap((article) =>
    Object.values(article.locales).map((locale) => {
      const sent = resolveReferences(locale.body, (reference) =>
        reference.kind === 'image'
          ? `https://downloads.intercomcdn.com/i/o/${reference.index}.png`
          : `https://help.example.com/${reference.index}${reference.anchor === null ? '' : `#${reference.anchor}`}`,
      );
      let ids = 0;
      const headingDigits = () => (ids++).toString(16).padStart(10, '0');
      const rewriting = { quirks: modes[mode], origin: 'api', headingDigits } as const;
      return { path: locale.path, sent, stored: rewriteBody(sent, rewriting).print((image) => image) };
    }),
  );
}

const names = Object.keys(modes) as Mode[];

describe.each(names)('Intercom in the mode %s', (mode) => {
  it('takes every body of the example and gives it back in the same canonical form', async () => {
    const bodies = await bodiesOf(path.join(example, 'content'), ours, mode);
    expect(bodies.length).toBeGreaterThan(20);
    for (const { path: file, sent, stored } of bodies) expect(canonical(stored), file).toBe(canonical(sent));
  });

  it.skipIf(!existsSync(corpus))(
    'takes every body written for another product (skipped without ../shared/corpus)',
    async () => {
      const bodies = await bodiesOf(corpus, theirs, mode);
      expect(bodies.length).toBe(332);
      for (const { path: file, sent, stored } of bodies) expect(canonical(stored), file).toBe(canonical(sent));
    },
    60_000,
  );
});
