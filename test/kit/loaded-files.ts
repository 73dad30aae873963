import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Counts the program's own files that a process loads, and writes the number to a file when it ends. */
const counting = `import fs from 'node:fs';
const { readFile } = fs.promises;
let count = 0;
fs.promises.readFile = (file, ...more) => {
  if (String(file).includes('/dist/')) count += 1;
  return readFile(file, ...more);
};
process.on('exit', () => fs.writeFileSync(process.env.LOADED, String(count)));
`;

/** Files that are enough to say a run again; to carry one out takes many more. */
const few = 20;

/** Tells whether the built command said again what it had said before, by how much of it was loaded. */
export function countingFiles(home: string) {
  const [hook, loaded] = [path.join(home, 'counting.mjs'), path.join(home, 'loaded')];
  return {
    /** For the environment of the command. */
    env: { NODE_OPTIONS: `--import ${pathToFileURL(hook)}`, LOADED: loaded },
    write: () => writeFile(hook, counting),
    /** Of the last run. */
    isSaidAgain: async (): Promise<boolean> => Number(await readFile(loaded, 'utf8')) < few,
  };
}
