import { collectionUrl } from '../addresses.ts';
import type { Engine } from '../engine.ts';
import type { CollectionRecord } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';
import { has, type SandboxVersion } from '../version.ts';

/** A collection as the given version of the API answers it. */
export function collectionWire(engine: Engine, collection: CollectionRecord, version: SandboxVersion) {
  const centre = helpCentreOf(engine.world, collection);
  const { multilingual, idCode } = engine.world.workspace;
  const nested = collection.parentId !== null && engine.quirks.nestedHelpCentreId === 'null';
  const own = collection.contents[centre.defaultLocale];
  return {
    ...(has(version, 'nesting') ? { parent_id: collection.parentId } : { type: 'collection' }),
    id: collection.id,
    workspace_id: idCode,
    name: own?.name ?? '',
    url: collectionUrl(engine, collection, centre.defaultLocale),
    order: collection.order,
    created_at: collection.createdAt,
    updated_at: collection.updatedAt,
    description: own?.description ?? null,
    icon: collection.icon,
    help_center_id: nested ? null : Number(collection.helpCentreId),
    ...(multilingual
      ? { default_locale: centre.defaultLocale, translated_content: translatedContent(collection) }
      : {}),
  };
}

/**
 * A collection inside another as versions with sections answer it.
 *
 * @param isWritten whether it is the answer to a write: there the parent's id is text, as in the description's examples
 */
export function sectionWire(engine: Engine, section: CollectionRecord, isWritten: boolean) {
  const { description: _, help_center_id: __, ...shared } = collectionWire(engine, section, '2.9');
  return { ...shared, type: 'section', parent_id: isWritten ? section.parentId : Number(section.parentId) };
}

function translatedContent(collection: CollectionRecord) {
  const groups = Object.entries(collection.contents).map(([locale, { name, description }]) => [
    locale,
    { type: 'group_content', name, description: description ?? '' },
  ]);
  return { type: 'group_translated_content', ...Object.fromEntries(groups) };
}
