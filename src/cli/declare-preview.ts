import { Command, Option } from 'commander';
import type { Host } from '../model/host.ts';
import { connected } from './common-options.ts';
import { portNumber } from './option-values.ts';

/** Declares `helpcentre preview`. Nothing of it is loaded before it runs. */
export function previewCommand(host: Host, done: (code: number) => void): Command {
  return connected(new Command('preview'))
    .description('show the help centre in the browser, live as files change')
    .option('--port <n>', 'port to listen on; 0: any free port (default: 4111)', portNumber)
    .option('--open', 'open it in the browser')
    .addOption(
      new Option('--editor <name>', 'editor that a click on a problem opens')
        .choices(['code', 'cursor', 'zed', 'idea', 'none'])
        .default('code'),
    )
    .option('--build <dir>', 'write it into a folder instead, to open or to serve from there')
    .option('--offline', 'compare with the lockfile only')
    .option('--workspace <id>', 'id of the workspace to expect; offline: its entry in the lockfile counts')
    .action(async (options) => done(await (await import('./preview.ts')).preview(host, options)));
}
