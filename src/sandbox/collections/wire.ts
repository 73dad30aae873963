import { collectionUrl } from '../addresses.ts';
import type { Engine } from '../engine.ts';
import type { CollectionRecord } from '../state/records.ts';
import { helpCentreOf } from '../state/sandbox-state.ts';

/** A collection as the API answers it; the same in every version. */
export function collectionWire(engine: Engine, collection: CollectionRecord) {
  const centre = helpCentreOf(engine.world, collection);
  const { multilingual, idCode } = engine.world.workspace;
  const nested = collection.parentId !== null && engine.quirks.nestedHelpCentreId === 'null';
  const own = collection.contents[centre.defaultLocale];
  return {
    id: collection.id,
    workspace_id: idCode,
    name: own?.name ?? '',
    url: collectionUrl(engine, collection, centre.defaultLocale),
    order: collection.order,
    created_at: collection.createdAt,
    updated_at: collection.updatedAt,
    description: own?.description ?? null,
    icon: collection.icon,
    parent_id: collection.parentId,
    help_center_id: nested ? null : Number(collection.helpCentreId),
    ...(multilingual
      ? { default_locale: centre.defaultLocale, translated_content: translatedContent(collection) }
      : {}),
  };
}

function translatedContent(collection: CollectionRecord) {
  const groups = Object.entries(collection.contents).map(([locale, { name, description }]) => [
    locale,
    { type: 'group_content', name, description: description ?? '' },
  ]);
  return { type: 'group_translated_content', ...Object.fromEntries(groups) };
}
