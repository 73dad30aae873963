import { flavours } from '../../flavour/flavours.ts';
import { count } from '../../report/paint.ts';
import { placesOf } from './flavour.ts';
import type { Imported } from './import.ts';

/** What the tool has no form for, or has to be told by hand, a sentence each. */
export function flavourNotes({ run, texts, toolFiles }: Pick<Imported, 'run' | 'texts' | 'toolFiles'>) {
  const { flavour } = run.target.settings;
  const found = placesOf(flavour);
  if (found === null) return [];
  const { title } = flavours[flavour];
  const notes: string[] = [];
  const asHtml = texts.filter(({ blocksAsHtml }) => blocksAsHtml > 0);
  const blocks = asHtml.reduce((sum, text) => sum + text.blocksAsHtml, 0);
  if (blocks > 0) {
    const shown = asHtml.slice(0, 3).map(({ path }) => path);
    const more = asHtml.length > shown.length ? ` and ${asHtml.length - shown.length} more` : '';
    notes.push(
      `${count(blocks, 'block')} ${blocks === 1 ? 'is' : 'are'} HTML, because the Markdown of ${title} has no form for ${blocks === 1 ? 'it' : 'them'}: ${shown.join(', ')}${more}.`,
    );
  }
  const drafts = texts.filter(({ content }) => content.state === 'draft').length;
  if (drafts > 0 && found.draft === undefined) {
    notes.push(
      `${count(drafts, 'draft')} ${drafts === 1 ? 'says' : 'say'} "state: draft", which ${title} does not read: it shows ${drafts === 1 ? 'it' : 'them'} too.`,
    );
  }
  const unreachable = texts.reduce((sum, text) => sum + text.unreachable, 0);
  if (unreachable > 0) {
    notes.push(
      `${title} cannot tell ${count(unreachable, 'heading')} that links lead to from another of the same words: such a link opens the page alone.`,
    );
  }
  for (const { path, holds } of toolFiles.left) {
    notes.push(`${path} was there already and was left as it is: write ${holds} into it.`);
  }
  return notes;
}
