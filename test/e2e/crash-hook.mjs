// Preloaded into the built command by the crash tests: ends the process, as a power cut would, right before the
// n-th effect is noted in the journal, or around the moment in which the lockfile is replaced.
import fs from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const die = () => process.kill(process.pid, 'SIGKILL');
const [at, number] = (process.env.CRASH_AT ?? '').split(':');

if (at === 'note') {
  let left = Number(number);
  const { writeSync } = fs;
  fs.writeSync = (file, data, ...rest) => {
    left -= String(data).match(/^\{"done"/gm)?.length ?? 0;
    if (left <= 0) die();
    return writeSync(file, data, ...rest);
  };
  // What modules import by name is the old one until then.
  syncBuiltinESMExports();
}

if (at === 'lockfile') {
  const { rename } = fsPromises;
  fsPromises.rename = async (from, to) => {
    const isLockfile = path.basename(String(to)) === 'helpcentre.lock.json';
    if (isLockfile && number === 'before') die();
    await rename(from, to);
    if (isLockfile && number === 'after') die();
  };
  // What modules import by name is the old one until then.
  syncBuiltinESMExports();
}
