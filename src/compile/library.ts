import type { Report } from '../dialect/construct.ts';
import type { ContentPath } from '../model/article.ts';
import type { TextFlavour } from '../model/flavour-name.ts';
import type { FileFacts } from '../model/repository.ts';
import type { Settings } from '../model/settings.ts';
import type { Values } from '../model/variables.ts';
import type { Origins } from './origins.ts';

/** What reading an article and its snippets needs. */
export interface Library {
  readonly files: ReadonlyMap<ContentPath, FileFacts>;
  readonly values: Values;
  readonly origins: Origins;
  readonly report: Report;
  /** The tool whose Markdown it is. */
  readonly dialect: DialectOf;
  /** Gets the path of every snippet that was looked for. */
  readonly uses: Set<ContentPath>;
  /** Gets every name that was looked up among the variables. */
  readonly asked: Set<string>;
}

/** How texts are read: settings that say so. */
export interface DialectOf extends Pick<Settings, 'components'> {
  readonly flavour: TextFlavour;
}
