import type { Engine } from '../engine.ts';
import { ApiError } from '../http/api-error.ts';
import type { SnippetRecord } from '../state/records.ts';

/** @throws ApiError 404, or what is given for it */
export function findSnippet(engine: Engine, id: string, error = snippetNotFound()): SnippetRecord {
  const snippet = engine.world.snippets.get(id);
  if (snippet === undefined) throw error;
  return snippet;
}

const snippetNotFound = (): ApiError => new ApiError(404, 'not_found', 'Content snippet not found');
