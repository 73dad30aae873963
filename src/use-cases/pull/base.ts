import { desiredFingerprint, remoteFingerprintsOf } from '../../body/fingerprint.ts';
import { stateOf, typeOf } from '../../compile/types.ts';
import type { Git } from '../../git/git.ts';
import type { Locale, State } from '../../model/article.ts';
import type { DesiredArticle } from '../../model/desired.ts';
import type { RecordedLocale } from '../../model/recorded.ts';
import type { RemoteArticle } from '../../model/remote.ts';
import type { Source } from '../../model/repository.ts';
import type { Settings } from '../../model/settings.ts';
import type { ArticleVersionText, WorkspaceReader } from '../../model/workspace.ts';
import { decode } from '../../read/decode.ts';
import type { TextCompiler, WhatIf } from './compiler.ts';

/** What was last published of a source. */
export type PullBase =
  /** The text, from the file itself or from git. */
  | { readonly from: 'text'; readonly text: string; readonly whatIf: WhatIf }
  /** What Intercom had then, from its history. */
  | {
      /** The text, where it comes to something else by now. */
      readonly text: string | null;
      readonly from: 'version';
      readonly version: ArticleVersionText;
      readonly state: State;
      readonly parentId: string | null;
    };

/** Where a base may come from. */
export interface BaseInput {
  readonly source: Source;
  /** The file as it is, LF line ends. */
  readonly text: string;
  readonly known: RecordedLocale;
  readonly article: DesiredArticle;
  readonly remote: RemoteArticle;
  readonly locale: Locale;
  readonly settings: Settings;
  /** Collections that the article may have been in. */
  readonly parentIds: readonly (string | null)[];
}

/**
 * Finds what was last published: the file itself while it is as it was, else the blob in git that the lockfile names,
 * else the version in Intercom's history that the lockfile knows by its fingerprint. A text that does not compile to
 * what was published any more (a snippet, a variable or an image changed since) is only taken where no version is found.
 *
 * @returns null where none of them has it
 */
export async function findBase(
  input: BaseInput,
  git: Git,
  compiler: TextCompiler,
  reader: Pick<WorkspaceReader, 'versions' | 'version'>,
): Promise<PullBase | null> {
  const { source } = input;
  const isPublished = source.blob === input.known.source;
  const text = isPublished ? input.text : await textFromGit(input.known.source, git);
  const whatIf = text === null ? null : isPublished ? asItIs(input) : compiler.whole(source, text);
  const known = text === null || whatIf === null ? null : ({ from: 'text', text, whatIf } as const);
  if (known !== null && comesToPublished(known.whatIf, input)) return known;
  const published = await publishedVersion(input, reader);
  return published === null ? known : { ...published, text };
}

/** What a file comes to is known while it is as it was published. */
function asItIs({ source, article, locale }: BaseInput): WhatIf | null {
  const content = article.locales[locale];
  if (content === undefined) return null;
  const { title, description, body } = content;
  return { source, title, description, body, parent: article.parent };
}

async function textFromGit(blob: string, git: Git): Promise<string | null> {
  const bytes = await git.blob(blob);
  const decoded = bytes === null ? null : decode(bytes);
  return decoded?.ok === true ? decoded.text : null;
}

function comesToPublished({ source, title, description, body, parent }: WhatIf, input: BaseInput): boolean {
  const { settings, article } = input;
  const isMain = source.path === source.article;
  const { owner } = source.fields;
  const type = typeOf(source);
  const author = isMain ? (source.fields.author ?? settings.author) : article.author;
  const fingerprint = desiredFingerprint({
    title,
    description: type === 'public' ? description : '',
    body,
    ...(type === 'public' ? {} : { type }),
    ...(owner === undefined ? {} : { owner }),
    state: stateOf(source, type, settings),
    author: type === 'snippet' ? null : author,
    parent: isMain ? parent : article.parent,
    helpCentre: settings.helpCentre,
  });
  return fingerprint === input.known.desired;
}

/** The version with the fingerprint that was recorded. State and collection are not kept with one, so all are tried. */
async function publishedVersion(
  { remote, locale, known, parentIds }: BaseInput,
  reader: Pick<WorkspaceReader, 'versions' | 'version'>,
): Promise<Omit<Extract<PullBase, { from: 'version' }>, 'text'> | null> {
  const asked = Object.keys(remote.locales).length > 1 ? locale : null;
  for (const { id } of await reader.versions(remote.id, asked)) {
    const version = await reader.version(remote.id, id, asked);
    if (version === null) continue;
    const authorId = version.authorId ?? remote.locales[locale]?.authorId ?? null;
    const printIn = remoteFingerprintsOf({ ...version, authorId });
    for (const state of ['published', 'draft'] as const) {
      const parentId = parentIds.find((parent) => printIn({ state, parentId: parent }) === known.remote);
      if (parentId !== undefined) return { from: 'version', version, state, parentId };
    }
  }
  return null;
}
