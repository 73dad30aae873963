import { access, constants, lstat, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../disk/replace-file.ts';
import type { AuditReport } from '../../model/audit.ts';
import { UsageError } from '../../model/usage-error.ts';
import { auditPage, auditPageMark } from '../../site/index.ts';

/**
 * Makes sure that the page can be written, before anything is asked: where nothing is, or over the page of an earlier
 * audit.
 *
 * @param file absolute
 * @param named as the person wrote it
 * @throws UsageError where something else is there, or there is no folder for it
 */
export async function demandPage(file: string, named: string): Promise<void> {
  const refuse = (why: string): never => {
    throw new UsageError('page-taken', `${named} cannot be written: ${why}`, 'Name another file for --html.', 64);
  };
  const folder = await stat(path.dirname(file)).catch(() => null);
  if (folder?.isDirectory() !== true) refuse('there is no folder for it');
  const isOpen = await access(path.dirname(file), constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!isOpen) refuse('its folder cannot be written to');
  const before = await lstat(file).catch(() => null);
  if (before === null) return;
  const text = before.isFile() ? await readFile(file, 'utf8').catch(() => null) : null;
  if (text === null || (text !== '' && !text.includes(auditPageMark)))
    refuse('it is there, and is not the page of an audit');
}

/** Writes the page, whole or not at all. @throws UsageError as `demandPage`, or the system's error */
export async function writePage(file: string, named: string, report: AuditReport): Promise<void> {
  await demandPage(file, named);
  const folder = path.dirname(file);
  await replaceFile(file, await auditPage(report), { root: folder, own: folder });
}
