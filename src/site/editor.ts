import path from 'node:path';
import type { Place } from '../model/place.ts';
import type { Editor, RenderSettings } from './site.ts';

/**
 * The link that opens a file in the writer's editor at its line.
 *
 * @returns null on built pages, which are read on other machines, and where no editor is wanted
 */
export function editorLink(place: Place, settings: RenderSettings): string | null {
  if (settings.mode === 'static' || settings.editor === 'none') return null;
  const absolute = path.resolve(settings.folder, place.file).split(path.sep).join('/');
  return schemes[settings.editor](absolute.startsWith('/') ? absolute : `/${absolute}`, place);
}

const coded = (file: string): string => file.split('/').map(encodeURIComponent).join('/').replaceAll('%3A', ':');

const schemes: Readonly<Record<Exclude<Editor, 'none'>, (file: string, place: Place) => string>> = {
  code: (file, { line, column }) => `vscode://file${coded(file)}:${line}:${column}`,
  cursor: (file, { line, column }) => `cursor://file${coded(file)}:${line}:${column}`,
  zed: (file, { line, column }) => `zed://file${coded(file)}:${line}:${column}`,
  idea: (file, { line, column }) => `idea://open?file=${encodeURIComponent(file)}&line=${line}&column=${column}`,
};
