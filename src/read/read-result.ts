import type { ContentPath } from '../model/article.ts';
import type { Problem } from '../model/problem.ts';
import type { Repository } from '../model/repository.ts';
import type { SourceAddress } from './source.ts';
import type { Unlisted } from './unlisted-pages.ts';

/** The repository, and what is wrong with it. */
export interface ReadResult {
  readonly repository: Repository;
  /** Articles with a source that cannot be read: neither written nor removed. */
  readonly broken: readonly ContentPath[];
  /** The sources that cannot be read, or whose collection cannot. */
  readonly unread: readonly SourceAddress[];
  /** Sources whose path belongs to no article: of a language alone, or a path that other systems cannot have. */
  readonly misplaced: readonly ContentPath[];
  /** Absent where no page is left out for the tool's navigation. */
  readonly unlisted?: Unlisted;
  readonly problems: readonly Problem[];
  /** What is wrong with the form of sources, and changes nothing that is published: one finding a file and kind. */
  readonly untidy: readonly Problem[];
  /** Markdown files as they were when they were read, by path in the content folder. */
  readonly texts: ReadonlyMap<ContentPath, TextFile>;
  /** Absolute paths of files beside the content folder that it depends on, there or not: the product's, `redirects.yml`. */
  readonly product: readonly string[];
}

/** A Markdown file on disk. */
export interface TextFile {
  /** Links resolved; always in the content folder. */
  readonly absolute: string;
  /** Git blob id of its bytes. */
  readonly blob: string;
}
