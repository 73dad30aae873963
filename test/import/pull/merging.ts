import { valuesIn } from '../../../src/compile/values.ts';
import { parseConfiguration } from '../../../src/config/settings.ts';
import { decompile } from '../../../src/dialect/decompile.ts';
import { type MergedSource, mergeSource } from '../../../src/import/pull/merge-source.ts';
import { makeNormal, type Normal } from '../../../src/import/pull/normal.ts';
import { blocksOfNormal, piecesOf } from '../../../src/import/pull/pieces.ts';
import type { FileFacts, Repository } from '../../../src/model/repository.ts';
import type { Settings } from '../../../src/model/settings.ts';
import { compileBody } from '../../compile/compile-body.ts';

/** Where texts of tests stand: one snippet, one variable, nothing else. */
function surroundings(): { readonly repository: Repository; readonly settings: Settings } {
  const found = parseConfiguration('variables: { product: Acme }', 'helpcentre.yml', '.');
  if (!found.ok) throw new Error('no settings');
  const note: FileFacts = { kind: 'text', path: '_note.md', text: 'Mind the gap.\n\nAnd the step.\n' };
  const repository = { root: 'content', sources: [], collections: [], files: new Map([[note.path, note]]) };
  return { repository, settings: found.settings };
}

const { repository, settings } = surroundings();
const values = valuesIn('en', repository, settings);
const names = { link: (href: string) => href, image: (source: string) => source };
const noUnits = new Map();

/** HTML that a text compiles to. */
export const htmlOf = (text: string): string => compileBody(text, repository, settings, 'article.md', noUnits).body;

/** Normal form of a text. */
export const normalFormOf = (text: string): string => decompile(htmlOf(text), names).markdown;

/** Blocks of the normal form of a text. */
const normalBlocksOf = (text: string): readonly string[] => blocksOfNormal(decompile(htmlOf(text), names));

/** Outermost blocks of a text. */
export const blocksOf = (text: string): readonly string[] => piecesOf(text, values).map((piece) => piece.text);

/** What tells what pieces of a text come to. */
export function normalFor(text: string): Normal {
  return makeNormal(normalBlocksOf, piecesOf(text, values), normalBlocksOf(text), values);
}

/** Texts to merge: bodies without front matter. */
export interface Sides {
  readonly base: string;
  readonly ours: string;
  /** Normal form of what Intercom has. */
  readonly theirs: string;
}

/** Merges bodies as a pull does. */
export function merged({ base, ours, theirs }: Sides): MergedSource {
  return mergeSource({
    text: ours,
    published: base,
    fields: [],
    blocks: { ours: normalBlocksOf(ours), base: normalBlocksOf(base), theirs: blocksOf(theirs) },
    normal: normalFor(ours),
    normalOfSource: normalBlocksOf,
    pieces: piecesOf(ours, values),
    labels: { ours: 'a.md (yours)', theirs: 'Intercom (Ana)' },
  });
}
