import { belongingOf } from '../../compile/collections.ts';
import { destinationsOf, linkBody } from '../../compile/link.ts';
import { compileSource, type Unit } from '../../compile/unit.ts';
import { flavours } from '../../flavour/flavours.ts';
import type { ContentPath, SymbolicHtml } from '../../model/article.ts';
import type { CollectionKey } from '../../model/collection.ts';
import type { Source } from '../../model/repository.ts';
import { shownFile } from '../../model/shown-file.ts';
import { readFrontMatter } from '../../read/front-matter.ts';
import type { Sources } from '../sources.ts';

/** What some text would be if a source held it. */
export interface WhatIf {
  readonly source: Source;
  readonly title: string;
  readonly description: string;
  /** Links as in every body: symbolic. */
  readonly body: SymbolicHtml;
  /** The collection it asks for. */
  readonly parent: CollectionKey | null;
}

/** Compiles texts in the place of a source that is there. */
export interface TextCompiler {
  /** A whole file; null where its front matter cannot be read. */
  whole(source: Source, text: string): WhatIf | null;
  /** Whole files, by path, as they were compiled last. */
  readonly compiled: ReadonlyMap<ContentPath, Unit>;
  /** A piece of a file's body, with everything around it as it is. */
  piece(source: Source, text: string): SymbolicHtml;
}

function fieldsOfPiece({ fields: { spacing } }: Source): Source['fields'] {
  return { title: '-', ...(spacing === undefined ? {} : { spacing }) };
}

/** Makes a compiler for texts that are not on disk: of what was last published, of pieces, of what a merge came to. */
export function textCompiler({ repository, settings, units, unread }: Sources): TextCompiler {
  const destinations = destinationsOf(repository, units, settings, new Set(), unread);
  const wholes = new Map<ContentPath, Unit>();
  const compiled = (source: Source, outlineOf: 'itself' | 'the source') => {
    const unit = compileSource(source, repository, settings);
    const here = destinations.byPath.get(source.path);
    if (here === undefined) return { unit, html: unit.body.html };
    const outline = outlineOf === 'itself' ? unit.body.outline : here.outline;
    return { unit, html: linkBody(unit.body, { ...here, source, outline }, destinations).html };
  };
  return {
    compiled: wholes,
    whole(source, text) {
      // Places are named as in reading, so that what is compiled here need not be compiled again.
      const read = readFrontMatter(
        text,
        shownFile(repository.root, source.path),
        settings.frontMatter,
        flavours[settings.flavour],
      );
      if (!read.ok) return null;
      const other: Source = { ...source, ...read.frontMatter };
      const { unit, html } = compiled(other, 'itself');
      wholes.set(source.path, unit);
      const { parent } = belongingOf(other, repository);
      return { source: other, title: unit.title ?? '', description: unit.description, body: html, parent };
    },
    piece: (source, text) =>
      // With a title of its own, the first heading of a piece stays in it.
      compiled({ ...source, body: text, bodyLine: 1, fields: fieldsOfPiece(source), places: {} }, 'the source').html,
  };
}
