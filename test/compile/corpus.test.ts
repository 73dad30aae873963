import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import type { ContentPath } from '../../src/model/article.ts';
import type { Repository } from '../../src/model/repository.ts';
import { repositoryIn, settingsOf } from './build-repository.ts';

const folder = path.join(import.meta.dirname, '../../../shared/corpus/arduino/content');
const isHere = existsSync(folder);
if (!isHere) process.stdout.write(`Skipped: the help centre to compile is not at ${folder}.\n`);

/** Local addresses in Markdown, found without a parser: everything in `](…)` outside code. */
function localAddresses(text: string): readonly string[] {
  const outside = text.replace(/^([ >\t]*)(`{3,}|~{3,})[\s\S]*?^[ >\t]*\2.*$/gm, '').replace(/`[^`\n]*`/g, '');
  return [...outside.matchAll(/\]\(\s*<?([^)\s>]+(?:\([^)\s]*\))?)>?(?:\s+"[^"]*")?\s*\)/g)]
    .map(([, address = '']) => address)
    .filter((address) => !/^([a-z][a-z+.-]*:|\/\/)/i.test(address));
}

/** GitHub's slug of a heading, from its Markdown. */
function slugOf(heading: string): string {
  const text = heading
    .replace(/<[^>]+>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '');
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replace(/ /g, '-');
}

/** Local addresses that lead nowhere. */
function deadIn({ sources, files }: Repository): readonly string[] {
  return sources.flatMap(({ path: file, body }) => {
    const ids = new Set(
      [...body.matchAll(/\{#([^}\s]+)\}|\b(?:id|name)="([^"]+)"/g)].map(([, own, html]) => own ?? html),
    );
    for (const [, heading = ''] of body.matchAll(/^[ >]*#{1,6}\s+(.*?)\s*#*$/gm)) {
      const slug = slugOf(heading);
      for (const suffix of ['', '-1', '-2', '-3']) {
        if (ids.has(slug + suffix)) continue;
        ids.add(slug + suffix);
        break;
      }
    }
    return localAddresses(body).flatMap((address) => {
      if (address.startsWith('#')) return ids.has(decodeURI(address.slice(1))) ? [] : [`${file} dead-anchor`];
      const target = path.posix.join(path.posix.dirname(file), decodeURI(address));
      return files.has(target) ? [] : [`${file} image-missing`];
    });
  });
}

describe.skipIf(!isHere)('a real help centre of 332 articles', () => {
  const repository = isHere ? repositoryIn(folder) : { root: '', sources: [], collections: [], files: new Map() };
  const { desired, problems } = compile(repository, settingsOf({ state: 'published' }));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const fileOf = (file = ''): ContentPath => file.replace(/^content\//, '');

  it('compiles whole, but for articles with an address that leads nowhere', () => {
    expect(repository.sources).toHaveLength(332);
    const faulty = new Set(errors.map(({ place }) => fileOf(place?.file)));
    expect(desired.failed).toEqual([...faulty].sort());
    expect(desired.articles).toHaveLength(332 - faulty.size);
  });

  it('has as dead what a search without a parser finds dead, and nothing else', () => {
    const found = errors.map(({ code, place }) => `${fileOf(place?.file)} ${code}`);
    expect(found.sort()).toEqual([...deadIn(repository)].sort());
    expect(found).toHaveLength(5);
  });

  it('has no bodies with what Intercom cannot hold', () => {
    for (const { locales } of desired.articles) {
      const { body = '' } = locales.en ?? {};
      expect(body).not.toMatch(/<(?:h5|h6|th|thead|blockquote|strong|em|span|del|section)\b|\n/);
      expect(body).not.toMatch(/<li><\/li>|helpcentre-target/);
    }
  });

  it('has each placeholder in its text', () => {
    const bodies = desired.articles.map(({ locales }) => locales.en?.body ?? '').join('');
    for (const { message } of problems.filter(({ code }) => code === 'not-html')) {
      const written = /^"(<.*>)"/.exec(message)?.[1] ?? '';
      expect(bodies).toContain(written.replace(/</g, '&lt;').replace(/>/g, '&gt;'));
    }
  });

  it('lists every image it uses once', () => {
    const used = new Set(
      [...JSON.stringify(desired.articles).matchAll(/helpcentre:image\/(sha256-[0-9a-f]{64})/g)].map(([, sha]) => sha),
    );
    expect(Object.keys(desired.images).sort()).toEqual([...used].sort());
  });
});
