import { unhelpedBy } from '../model/article-numbers.ts';
import type { Host } from '../model/host.ts';
import { formatDocument } from '../output/format.ts';
import { statsCsv } from '../report/stats-csv.ts';
import { statsText } from '../report/stats-text.ts';
import { type CommonOptions, makeContext } from '../use-cases/context.ts';
import { workspaceNumbers } from '../use-cases/stats.ts';
import { chosenFormat } from './chosen-format.ts';

/** Options of `stats`. */
export interface StatsOptions extends CommonOptions {
  readonly format?: 'table' | 'csv';
  readonly all?: boolean;
}

/** How many articles are shown of which nobody asked for all. */
const worst = 20;

/**
 * `helpcentre stats`: what readers and Fin did with each published article, the worst first. Holds a reader only.
 *
 * @returns 0
 * @throws UsageError when two formats are asked for
 */
export async function stats(host: Host, options: StatsOptions): Promise<number> {
  const format = chosenFormat(options, 'table');
  const context = makeContext(host, options);
  const { workspace, articles, unknown, notes } = await workspaceNumbers(context);
  for (const note of notes) context.say(`${note}\n`);
  switch (format) {
    case 'json': {
      const rows = articles.map((one) => ({ ...one, notHelped: unhelpedBy(one.statistics) }));
      context.print(formatDocument('stats', { workspace: { id: workspace.id, name: workspace.name }, articles: rows }));
      break;
    }
    case 'csv':
      context.print(statsCsv(articles));
      break;
    case 'table': {
      const width = Math.min(host.stdout.columns, 120);
      const most = options.all === true ? articles.length : worst;
      context.print(statsText(articles, { paint: context.paint, width, most, unknown }));
    }
  }
  return 0;
}
