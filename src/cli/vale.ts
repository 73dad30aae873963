import { readConfiguration } from '../config/settings.ts';
import { valeFile } from '../init/vale.ts';
import { shellArgument } from '../model/shell-argument.ts';
import { ProblemsError } from '../use-cases/connect.ts';
import type { Context } from '../use-cases/context.ts';
import { reportWritten } from './report-written.ts';
import { nothingWritten, writeNew } from './write-new.ts';

/** `helpcentre init --vale`: the configuration of Vale for the texts that are here, and nothing else. */
export async function writeVale(context: Context): Promise<number> {
  const configuration = await readConfiguration(context.cwd);
  if (!configuration.ok) throw new ProblemsError(configuration.problems);
  const { content, locale } = configuration.settings;
  const written = nothingWritten();
  await writeNew(context, context.cwd, valeFile({ content, locale }), written);
  reportWritten(
    context,
    written,
    written.created.length === 0 ? [] : [`Install Vale, and run: vale ${shellArgument(content)}`],
  );
  return 0;
}
