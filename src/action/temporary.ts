import path from 'node:path';
import { readOwn } from '../disk/own-file.ts';
import { makeFolders } from '../disk/own-folder.ts';
import { replaceFile } from '../disk/replace-file.ts';
import type { Job } from './job.ts';

/** Makes the folder of the job's own files, which may lie in the checkout. @throws LinkedFileError */
export async function makeTemporary({ temp, tempRoot }: Job): Promise<void> {
  await makeFolders(temp, tempRoot);
}

/** Writes one of the job's own files. @returns its absolute path @throws LinkedFileError */
export async function writeTemporary(job: Job, name: string, text: string): Promise<string> {
  await makeTemporary(job);
  const file = path.join(job.temp, name);
  await replaceFile(file, text, { root: job.tempRoot, own: job.temp });
  return file;
}

/** Reads one of the job's own files. @throws LinkedFileError, Error where there is none */
export async function readTemporary({ temp, tempRoot }: Job, name: string): Promise<string> {
  const bytes = await readOwn(path.join(temp, name), tempRoot);
  if (bytes === null) throw new Error(`${name} no longer exists`);
  return bytes.toString('utf8');
}
