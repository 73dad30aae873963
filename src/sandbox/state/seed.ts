import type { LocaleCode } from '../locales.ts';
import { drawText, hex, type Random } from '../random.ts';
import { emptyState, nextId, type SandboxState } from './sandbox-state.ts';

/** How a new workspace is set up. */
export interface SeedOptions {
  readonly multilingual: boolean;
  /** The first is the default locale. */
  readonly locales: readonly LocaleCode[];
  /** Unix seconds. */
  readonly now: number;
  readonly random: Random;
}

/** A new workspace: two teammates, the operator bot, one help centre, no content. */
export function seedWorld({ multilingual, locales, now, random }: SeedOptions): SandboxState {
  const idCode = drawText(random, 8, 'abcdefghijklmnopqrstuvwxyz0123456789');
  const world = emptyState({
    idCode,
    name: 'Sandbox',
    timezone: 'Europe/Dublin',
    createdAt: now,
    multilingual,
    secret: drawText(random, 64, hex),
    lastId: 10_000_000 + Math.floor(random() * 1_000_000),
    port: 0,
  });
  const rights = { isBot: false, writesArticles: true, managesKnowledge: true };
  const people = [
    { name: 'Ada Byrne', email: 'ada@example.com', ...rights },
    { name: 'Tom Quinn', email: 'tom@example.com', ...rights },
    {
      name: 'Fin',
      email: `operator+${idCode}@intercom.io`,
      isBot: true,
      writesArticles: false,
      managesKnowledge: false,
    },
  ];
  for (const person of people) {
    const id = nextId(world, random);
    world.teammates.set(id, { id, ...person });
  }
  const id = nextId(world, random);
  world.helpCentres.set(id, {
    id,
    identifier: 'sandbox-help',
    name: 'Sandbox Help Centre',
    isDefault: true,
    isOn: true,
    defaultLocale: locales[0] ?? 'en',
    locales: [...locales],
    createdAt: now,
    updatedAt: now,
  });
  return world;
}
