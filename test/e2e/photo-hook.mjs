// Preloaded into the built command: copies the repository before each file gets its name, and in the middle of every
// write. A copy is what a kill at that moment leaves. With SPLIT_DISKS the folder of a run's own files is
// on another disk than the rest.
import fs, { cpSync } from 'node:fs';
import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const { PHOTO_OF: repository = '', PHOTOS: photos = '', SPLIT_DISKS: isSplit } = process.env;
let count = 0;

const photograph = () => {
  count += 1;
  cpSync(repository, path.join(photos, String(count).padStart(4, '0')), { recursive: true });
};
const isIn = (file) => typeof file === 'string' && file.startsWith(repository);
const isOwn = (file) => file.startsWith(path.join(repository, '.helpcentre', path.sep));

for (const name of ['writeFile', 'copyFile', 'rename', 'link']) {
  const real = fsPromises[name];
  fsPromises[name] = async (...args) => {
    const [from, to] = args;
    if (isIn(from)) {
      photograph();
      if (isSplit && (name === 'rename' || name === 'link') && isOwn(from) !== isOwn(to))
        throw Object.assign(new Error('EXDEV: cross-device link not permitted'), { code: 'EXDEV' });
    }
    return real(...args);
  };
}

const probe = await fsPromises.open(process.execPath);
const prototype = Object.getPrototypeOf(probe);
await probe.close();
const { writeFile } = prototype;
prototype.writeFile = function write(data, ...rest) {
  const bytes = Buffer.from(data);
  fs.writeSync(this.fd, bytes, 0, Math.floor(bytes.length / 2), 0);
  photograph();
  return writeFile.call(this, data, ...rest);
};
// What modules import by name is the old one until then.
syncBuiltinESMExports();
