import { removeCollection } from '../collections/remove.ts';
import { createCollection, updateCollection } from '../collections/write.ts';
import { type Engine, seconds } from '../engine.ts';
import { notFound } from '../http/api-error.ts';
import type { HelpCentreRecord, TeammateRecord } from '../state/records.ts';
import { defaultHelpCentre, helpCentreOf, nextId } from '../state/sandbox-state.ts';
import { saved } from './article-driver.ts';
import type { SettingDriver } from './test-driver.ts';

/** Collections, teammates and settings as people use them. */
export function settingDriver(engine: Engine): SettingDriver {
  return { ...collectionDriver(engine), ...workspaceDriver(engine) };
}

type CollectionDriver = Pick<
  SettingDriver,
  'collections' | 'createCollection' | 'renameCollection' | 'removeCollection'
>;

function collectionDriver(engine: Engine): CollectionDriver {
  const { world } = engine;
  return {
    collections: () => [...world.collections.values()],
    async createCollection({ name, parentId, helpCentreId }) {
      const parent = parentId === undefined ? {} : { parent_id: parentId };
      const centre = helpCentreId === undefined ? {} : { help_center_id: Number(helpCentreId) };
      return saved(engine, createCollection(engine, { name, ...parent, ...centre }));
    },
    async renameCollection(id, { locale, ...texts }) {
      const collection = world.collections.get(id);
      if (collection === undefined) throw notFound();
      const first = helpCentreOf(world, collection).defaultLocale;
      const body = locale === undefined || locale === first ? texts : { translated_content: { [locale]: texts } };
      return saved(engine, updateCollection(engine, collection, body));
    },
    async removeCollection(id) {
      const collection = world.collections.get(id);
      if (collection === undefined) throw notFound();
      removeCollection(engine, collection);
      await saved(engine, undefined);
    },
  };
}

/** Teammates, languages and help centres as people set them. */
function workspaceDriver(engine: Engine): Omit<SettingDriver, keyof CollectionDriver> {
  const { world } = engine;
  return {
    teammates: () => [...world.teammates.values()],
    async addTeammate({ name, email, writesArticles = true }) {
      const id = nextId(world, engine.random);
      const teammate: TeammateRecord = { id, name, email, isBot: false, writesArticles, managesKnowledge: true };
      world.teammates.set(id, teammate);
      return saved(engine, teammate);
    },
    async setRights(id, rights) {
      const teammate = world.teammates.get(id);
      if (teammate === undefined) throw notFound();
      world.teammates.set(id, { ...teammate, ...rights });
      await saved(engine, undefined);
    },
    async setMultilingual(multilingual) {
      world.workspace = { ...world.workspace, multilingual };
      await saved(engine, undefined);
    },
    async setLocales(locales) {
      const centre = defaultHelpCentre(world);
      world.helpCentres.set(centre.id, {
        ...centre,
        locales: [...locales],
        defaultLocale: locales[0] ?? centre.defaultLocale,
      });
      await saved(engine, undefined);
    },
    async addHelpCentre({ identifier, locales }) {
      const id = nextId(world, engine.random);
      const now = seconds(engine);
      const centre: HelpCentreRecord = {
        ...{ id, identifier, name: identifier, isDefault: false, isOn: true },
        ...{ defaultLocale: locales[0] ?? 'en', locales: [...locales], createdAt: now, updatedAt: now },
      };
      world.helpCentres.set(id, centre);
      return saved(engine, centre);
    },
    async addAudience(id, name = `Audience ${id}`) {
      const now = seconds(engine);
      const record = { id: String(id), name, predicates: [], rolePredicates: [], createdAt: now, updatedAt: now };
      world.audiences.set(record.id, record);
      await saved(engine, undefined);
    },
  };
}
